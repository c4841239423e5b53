// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * call-tag.cc - which function the shadow in the context state is meant for.
 *
 * A caller that is not instrumented leaves in the context state what an earlier
 * call has stored there.  With -fplugin-arg-kmsan-call-tag the caller also
 * stores the address that it calls, in call_tag_tls, and a function that takes
 * parameters through the context state compares it with its own.  Where they
 * differ, no shadow was passed, and the parameters count as initialised.
 *
 * An interrupt that runs instrumented code changes the tag as well.  So that
 * the callee notices it, wherever it happens, the caller stores the tag first
 * and then the shadow, and the callee first reads all of the shadow and then
 * the tag.  The callee clears the tag, so that no tag matches twice.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* By DECL_UID: functions that are compiled, and those that read the tag. */
typedef hash_set<int_hash<unsigned int, 0, UINT_MAX> > kmsan_uids;
static kmsan_uids *kmsan_compiled;
static kmsan_uids *kmsan_tagged;

static void kmsan_note_function(kmsan_uids **set)
{
	if (!*set)
		*set = new kmsan_uids;
	(*set)->add(DECL_UID(current_function_decl));
}

/* Memory accesses before this stay before it. */
static void kmsan_add_barrier(gimple_seq *seq)
{
	kmsan_add_asm(seq, "", NULL, NULL, true);
}

/*
 * Take the address of a function, if only to compare it.  With -fcf-protection
 * the function must begin like one that is called through a pointer: Linux's
 * objtool knows no other use of an address.
 */
static tree kmsan_function_address(tree fndecl)
{
	cgraph_node::get_create(fndecl)->mark_address_taken();
	return build_fold_addr_expr(fndecl);
}

/* Is the callee @fndecl known not to read the tag? */
static bool kmsan_ignores_tag(tree fndecl)
{
	unsigned int uid = DECL_UID(fndecl);

	return kmsan_compiled && kmsan_compiled->contains(uid) &&
	       (!kmsan_tagged || !kmsan_tagged->contains(uid)) &&
	       decl_binds_to_current_def_p(fndecl);
}

/**
 * kmsan_tag_call() - store which function the shadow of a call's arguments is
 * meant for
 * @seq: where the code goes: before what stores that shadow
 * @stmt: the call
 *
 * Where the callee is known not to read the tag, 0 is stored: a call that this
 * one interrupts must find that its shadow is lost.
 */
void kmsan_tag_call(gimple_seq *seq, gcall *stmt)
{
	tree fndecl = gimple_call_fndecl(stmt);
	tree tag = gimple_call_fn(stmt);

	if (!kmsan_opts.call_tag)
		return;
	if (fndecl)
		tag = kmsan_ignores_tag(fndecl) ?
			      null_pointer_node :
			      kmsan_function_address(fndecl);
	kmsan_write(seq, kmsan_context(), KMSAN_CONTEXT(call_tag_tls), tag);
	kmsan_add_barrier(seq);
}

/**
 * kmsan_unless_stale() - choose by the tag
 * @usual: an SSA name, valid at the start of the function
 * @stale: what holds instead where the context state is meant for another
 *	function
 *
 * Return: an SSA name, to be used only after the code that reads parameters.
 */
tree kmsan_unless_stale(tree usual, tree stale)
{
	struct kmsan_tag_choice choice = { NULL_TREE, usual, stale };

	if (!kmsan_opts.call_tag)
		return usual;
	choice.result = make_ssa_name(TREE_TYPE(usual), gimple_build_nop());
	kfn->tag.choices.safe_push(choice);
	return choice.result;
}

/**
 * kmsan_if_stale() - add code for where the context state is meant for another
 * function
 *
 * Return: where to put it, or NULL if there are no tags.
 */
gimple_seq *kmsan_if_stale(void)
{
	return kmsan_opts.call_tag ? &kfn->tag.stale : NULL;
}

/*
 * A nested function that is called through a pointer is called through a
 * trampoline, in the frame of the function around it, whose address is the tag
 * then.  Return a boolean that is true if the tag is not such an address.
 */
static tree kmsan_is_no_trampoline(gimple_seq *seq, tree tag)
{
	tree chain = cfun->static_chain_decl, name, bytes;

	if (!chain || !is_gimple_reg(chain))
		return boolean_true_node;
	name = ssa_default_def(cfun, chain);
	bytes = TYPE_SIZE_UNIT(TREE_TYPE(TREE_TYPE(chain)));
	if (!name || !bytes || !tree_fits_uhwi_p(bytes))
		return boolean_true_node;
	name = gimple_convert(seq, kfn->loc, TREE_TYPE(tag), name);
	name = gimple_build(seq, kfn->loc, MINUS_EXPR, TREE_TYPE(tag), tag,
			    name);
	return gimple_build(seq, kfn->loc, GE_EXPR, boolean_type_node, name,
			    fold_convert(TREE_TYPE(tag), bytes));
}

static tree kmsan_tag_differs(gimple_seq *seq, tree tag)
{
	tree self = kmsan_function_address(current_function_decl);
	tree other, own = make_ssa_name(TREE_TYPE(tag));
	gassign *stmt = gimple_build_assign(own, NOP_EXPR, self);

	gimple_set_location(stmt, kfn->loc);
	gimple_seq_add_stmt(seq, stmt);
	other = gimple_build(seq, kfn->loc, NE_EXPR, boolean_type_node, tag,
			     own);
	return gimple_build(seq, kfn->loc, BIT_AND_EXPR, boolean_type_node,
			    other, kmsan_is_no_trampoline(seq, tag));
}

/**
 * kmsan_check_tag() - read the tag, after all code that reads the parameters'
 * metadata
 */
void kmsan_check_tag(void)
{
	gimple_seq *seq = &kfn->out.entry;
	tree tag;

	if (!kfn->tag.choices.length() && !kfn->tag.stale)
		return;
	kmsan_note_function(&kmsan_tagged);
	kmsan_add_barrier(seq);
	tag = kmsan_read(seq, pointer_sized_int_node, kmsan_context(),
			 KMSAN_CONTEXT(call_tag_tls));
	kmsan_write(seq, kmsan_context(), KMSAN_CONTEXT(call_tag_tls),
		    build_zero_cst(pointer_sized_int_node));
	kfn->tag.differs = kmsan_tag_differs(seq, tag);
	kfn->tag.anchor = gimple_build_nop();
	gimple_seq_add_stmt(seq, kfn->tag.anchor);
	kfn->out.doomed.safe_push(kfn->tag.anchor);
}

/**
 * kmsan_emit_tag_check() - turn the choices into code
 */
void kmsan_emit_tag_check(void)
{
	struct kmsan_tag_choice *choice;
	gimple_stmt_iterator gsi;
	unsigned int i;

	if (!kfn->tag.anchor)
		return;
	gsi = kmsan_split(kfn->tag.anchor, kfn->tag.differs);
	kmsan_put(&gsi, kfn->tag.stale);
	FOR_EACH_VEC_ELT (kfn->tag.choices, i, choice)
		kmsan_join(choice->result, kfn->tag.anchor, gsi, choice->stale,
			   choice->usual);
}

/**
 * kmsan_tag_finish() - the function at work is done, whatever its class
 */
void kmsan_tag_finish(void)
{
	kmsan_note_function(&kmsan_compiled);
	kfn->tag.choices.release();
}
