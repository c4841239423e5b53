// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * locals.cc - uninitialised local variables.
 *
 * The gimplifier is told to initialise locals with zeros, which makes it emit
 * .DEFERRED_INIT at each declaration without an initialiser.  No optimiser
 * looks through it.  Here it becomes poison, and the initialisation is dropped.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Make @lhs an undefined value, as it is without the plugin. */
static void kmsan_leave_undefined(gimple *stmt, tree lhs)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);
	tree var = create_tmp_reg(TREE_TYPE(lhs));
	tree undefined;
	gassign *copy;

	suppress_warning(var, OPT_Wuninitialized);
	suppress_warning(var, OPT_Wmaybe_uninitialized);
	/*
	 * Without optimisation an undefined value would occupy a register from
	 * the start of the function; any value will do.
	 */
	undefined = optimize ? get_or_create_ssa_default_def(cfun, var) :
			       build_zero_cst(TREE_TYPE(lhs));
	copy = gimple_build_assign(lhs, undefined);
	gimple_set_location(copy, gimple_location(stmt));
	gsi_replace(&gsi, copy, false);
	kfn->walk.stmt = copy;
}

/* Poison memory of the stack, or clean it if nothing is poisoned. */
static void kmsan_poison(gimple_seq *seq, tree address, tree size, tree name)
{
	if (kmsan_propagates())
		kmsan_call(seq, KMSAN_EP_poison_alloca, 3, address, size, name);
	else
		kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, address, size);
}

/* An attribute exempts this local from what the option initialises. */
static bool kmsan_stays_uninitialised(tree var)
{
	return lookup_attribute("uninitialized", DECL_ATTRIBUTES(var));
}

/*
 * Poison a local in memory by code that goes to @seq, in the block @from, or to
 * the block of its first use if that will do.
 */
static void kmsan_poison_local(gimple_seq *seq, basic_block from, tree var,
			       tree size, tree name)
{
	struct kmsan_block_code first_use = { NULL, NULL };
	tree address;

	first_use.bb = kmsan_first_use(var, from);
	if (first_use.bb)
		seq = &first_use.seq;
	address = kmsan_address_of(seq, var);
	size = gimple_convert(seq, kfn->loc, size_type_node, size);
	if (kmsan_opts.auto_init && !kmsan_stays_uninitialised(var))
		kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, address, size);
	else
		kmsan_poison(seq, address, size, name);
	if (first_use.bb)
		kfn->out.block_code.safe_push(first_use);
}

/* Poison a local in memory that the statement at work declares. */
static void kmsan_poison_declared(tree lhs, tree size, tree name)
{
	kfn->out.replaced = true;
	if (kfn->cls != KMSAN_UNINSTRUMENTED && !integer_zerop(size) &&
	    kmsan_ref_is_memory(lhs) &&
	    !kmsan_is_dead_poison(lhs, kfn->walk.stmt))
		kmsan_poison_local(&kfn->out.pre, gimple_bb(kfn->walk.stmt),
				   lhs, size, name);
}

/* The declaration of @lhs without an initialiser. */
static void kmsan_declare(gimple *stmt, tree lhs, tree size, tree name)
{
	if (TREE_CODE(lhs) != SSA_NAME) {
		kmsan_poison_declared(lhs, size, name);
		return;
	}
	if (kmsan_propagates() && kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_set_result(lhs,
				 kmsan_uninit_value(TREE_TYPE(lhs), name));
	kmsan_leave_undefined(stmt, lhs);
}

/**
 * kmsan_rule_hidden_uninit() - the declaration of an uninitialised local
 * @stmt: an asm that kmsan_is_hidden_uninit() accepts
 */
void kmsan_rule_hidden_uninit(gasm *stmt)
{
	tree lhs = kmsan_declared(stmt);

	kmsan_declare(stmt, lhs, TYPE_SIZE_UNIT(TREE_TYPE(lhs)),
		      kmsan_declared_name(stmt));
}

/* GCC initialises an array of variable length. */
static void kmsan_clean_variable_length(tree ref, tree size)
{
	gimple_seq *seq = &kfn->out.pre;

	kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, kmsan_address_of(seq, ref),
		   gimple_convert(seq, kfn->loc, size_type_node, size));
}

/**
 * kmsan_rule_deferred_init() - the declaration of an uninitialised local
 * @stmt: a call of .DEFERRED_INIT
 */
void kmsan_rule_deferred_init(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!kmsan_opts.auto_init)
		kmsan_declare(stmt, lhs, gimple_call_arg(stmt, 0),
			      kmsan_deferred_name(stmt));
	else if (kfn->cls == KMSAN_UNINSTRUMENTED)
		return;
	else if (TREE_CODE(lhs) == SSA_NAME)
		kmsan_set_result(lhs, kmsan_clean_value(TREE_TYPE(lhs)));
	else if (kmsan_type_bytes(TREE_TYPE(lhs)) < 0)
		kmsan_clean_variable_length(lhs, gimple_call_arg(stmt, 0));
	else
		kmsan_unpoison_ref(&kfn->out.pre, lhs);
}

/*
 * Is @pointer that of an array of variable length which a .DEFERRED_INIT
 * declares?  One with attribute uninitialized is not.
 */
static bool kmsan_is_declared_through(tree pointer)
{
	imm_use_iterator iterator;
	use_operand_p use;

	if (TREE_CODE(pointer) != SSA_NAME)
		return false;
	FOR_EACH_IMM_USE_FAST (use, iterator, pointer) {
		gimple *stmt = USE_STMT(use);
		tree to = gimple_get_lhs(stmt);

		if (gimple_call_internal_p(stmt, IFN_DEFERRED_INIT))
			return true;
		if ((gimple_assign_cast_p(stmt) ||
		     gimple_assign_ssa_name_copy_p(stmt)) &&
		    kmsan_is_declared_through(to))
			return true;
	}
	return false;
}

/**
 * kmsan_rule_alloca() - memory from the stack
 * @stmt: a call of one of the alloca builtins
 *
 * Arrays of variable length are poisoned by their .DEFERRED_INIT.
 */
void kmsan_rule_alloca(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!lhs || (gimple_call_alloca_for_var_p(stmt) &&
		     kmsan_is_declared_through(lhs)))
		return;
	kmsan_poison(&kfn->out.post, lhs, gimple_call_arg(stmt, 0),
		     kmsan_string("alloca"));
}

/**
 * kmsan_locals_start() - a function is about to be instrumented
 */
void kmsan_locals_start(void)
{
	kfn->locals.covered = BITMAP_ALLOC(NULL);
}

/**
 * kmsan_locals_finish() - the function at work is done
 */
void kmsan_locals_finish(void)
{
	BITMAP_FREE(kfn->locals.covered);
}

/**
 * kmsan_set_covered() - a local in memory is poisoned, or cleaned, elsewhere
 * @var: the local
 */
void kmsan_set_covered(tree var)
{
	bitmap_set_bit(kfn->locals.covered, DECL_UID(var));
}

/**
 * kmsan_is_covered() - is a local in memory poisoned, or cleaned, elsewhere?
 * @var: a variable
 */
bool kmsan_is_covered(tree var)
{
	return bitmap_bit_p(kfn->locals.covered, DECL_UID(var));
}

/**
 * kmsan_scan_locals() - find the locals in memory that .DEFERRED_INIT covers
 */
void kmsan_scan_locals(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			tree base;

			if (!kmsan_is_declaration(stmt))
				continue;
			base = get_base_address(kmsan_declared(stmt));
			if (base && DECL_P(base))
				kmsan_set_covered(base);
		}
	}
}

/* Must this local be poisoned although no statement declares it? */
static bool kmsan_needs_entry_poison(tree var)
{
	if (!VAR_P(var) || TREE_STATIC(var) || DECL_EXTERNAL(var) ||
	    is_gimple_reg(var) || DECL_HARD_REGISTER(var) ||
	    DECL_HAS_VALUE_EXPR_P(var) ||
	    !auto_var_in_fn_p(var, current_function_decl))
		return false;
	if (kmsan_type_bytes(TREE_TYPE(var)) <= 0)
		return false;
	if (kmsan_is_jumped_over(var))
		return true;
	if (kmsan_is_covered(var))
		return false;
	if (kmsan_stays_uninitialised(var))
		return true;
	/* The private copies of an OpenMP body are not declared. */
	if (!DECL_ARTIFICIAL(var) &&
	    kmsan_is_called_unseen(current_function_decl))
		return true;
	/* An initialiser need not reach the padding. */
	return clear_padding_type_may_have_padding_p(TREE_TYPE(var));
}

/**
 * kmsan_align_locals() - keep locals from sharing an origin
 *
 * A value of less than four bytes, or one that is not aligned, would get the
 * origin of whatever was last stored next to it.
 */
void kmsan_align_locals(void)
{
	unsigned int i;
	tree var;

	FOR_EACH_LOCAL_DECL (cfun, i, var)
		if (VAR_P(var) && !TREE_STATIC(var) && !DECL_EXTERNAL(var) &&
		    !is_gimple_reg(var) && !DECL_HARD_REGISTER(var) &&
		    DECL_ALIGN_UNIT(var) < KMSAN_ORIGIN_SIZE &&
		    auto_var_in_fn_p(var, current_function_decl))
			SET_DECL_ALIGN(var, KMSAN_ORIGIN_SIZE * BITS_PER_UNIT);
}

/**
 * kmsan_poison_locals() - poison locals that no .DEFERRED_INIT covers
 *
 * Otherwise their padding would keep the shadow of an older frame.
 */
void kmsan_poison_locals(void)
{
	basic_block start = single_succ(ENTRY_BLOCK_PTR_FOR_FN(cfun));
	unsigned int i;
	tree var;

	FOR_EACH_LOCAL_DECL (cfun, i, var)
		if (kmsan_needs_entry_poison(var) &&
		    !kmsan_is_dead_poison(var, NULL))
			kmsan_poison_local(&kfn->out.entry, start, var,
					   TYPE_SIZE_UNIT(TREE_TYPE(var)),
					   kmsan_descr(var));
}
