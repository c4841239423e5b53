// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * pass.cc - the walk over a function.
 *
 * How it works: every SSA name gets a second one, its shadow, and where a
 * shadow is not a clean constant an origin.  Blocks are visited in reverse
 * post-order, so the shadow of an operand is known before its uses; PHI nodes
 * get theirs at the end.  The code for a statement is put before and after it;
 * what must be conditional is recorded as a guard (checks.cc) and becomes
 * control flow when all statements are done.
 *
 * What is checked, that is, reported if it is poisoned:
 *
 *  1. the condition of a branch; only if the outcome depends on the poison
 *     (kmsan_check_compare, conditions.cc)
 *  2. the index of a switch, the target of a computed goto (kmsan_visit)
 *  3. the address of every access: pointer, index, variable size
 *     (kmsan_check_address)
 *  4. the address of a function that is called (kmsan_rule_call)
 *  5. in eager mode scalar arguments (kmsan_pass_arguments), also those that go
 *     by reference (kmsan_check_references); results never
 *  6. all inputs of an asm (kmsan_rule_asm)
 *  7. divisors; which lanes a mask picks (KMSAN_USE in rules.cc,
 *     kmsan_check_masks)
 *  8. arguments of memcpy() and the like, addresses of atomics and what they
 *     expect (builtins.cc)
 *  9. operands of what has no rule, which is listed (unhandled.cc)
 * 10. what is stored to memory that has no shadow (kmsan_store)
 *
 * What is propagated: assignments (assign.cc), operations by the table of tree
 * codes (rules.cc, with rules.h), builtins and internal functions by those of
 * builtins.cc, x86's by vector-builtins.def; loads, stores and copies by
 * memory.cc; PHI nodes by those of their shadows and origins (kmsan_start_phi);
 * arguments and results by the context state (calls.cc, varargs.cc).
 *
 * What the runtime is told: that a local begins to live (locals.cc,
 * lifetimes.cc), that an asm writes memory (asm.cc), that memory is copied or
 * filled (kmsan_redirect).
 *
 * Where the code comes out:
 *
 *	start		the context state's address, the distance of metadata
 *	entry		parameters and variadic arguments are taken from the
 *			context state, then the tag is tested, then locals
 *			without a declaration are poisoned
 *	...
 *	labels of a block
 *	block_code	poison of locals that are first used there
 *	...
 *	pre		what the statement's rule computes before it
 *	guards		tests of its checks, with their cold blocks
 *	guarded		what a report may disturb: shadow of arguments
 *	the statement, unless it is replaced
 *	post		what can only be computed after it, perhaps on an edge
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

struct kmsan_function *kfn;

static bool kmsan_has_abnormal_pred(basic_block bb)
{
	edge_iterator ei;
	edge e;

	FOR_EACH_EDGE (e, ei, bb->preds)
		if (e->flags & EDGE_ABNORMAL)
			return true;
	return false;
}

/* Make PHI nodes for the shadow and origin of a PHI node. */
static void kmsan_start_phi(gphi *phi)
{
	tree name = gimple_phi_result(phi);
	struct kmsan_phi made = { phi, NULL, NULL };
	struct kmsan_value value;

	if (virtual_operand_p(name) || !kmsan_is_tracked_type(TREE_TYPE(name)))
		return;
	if (!kmsan_may_be_poisoned(name))
		return;
	/* No new values can be merged along an abnormal edge. */
	if (kmsan_has_abnormal_pred(gimple_bb(phi))) {
		kmsan_unhandled("phi", "at an abnormal edge");
		return;
	}
	value.shadow = make_ssa_name(kmsan_shadow_type(TREE_TYPE(name)));
	value.origin = kmsan_origin_leaf(make_ssa_name(unsigned_type_node));
	made.shadow = create_phi_node(value.shadow, gimple_bb(phi));
	made.origin = create_phi_node(value.origin->value, gimple_bb(phi));
	kfn->walk.phis.safe_push(made);
	kmsan_set_value(name, value);
}

/*
 * An origin means something only where the shadow is not 0.  If all that is not
 * known to be clean comes with the same constant, a marker, then so does the
 * rest: no value need be kept for it.
 */
static void kmsan_settle_origin(const struct kmsan_phi *phi)
{
	unsigned int n = gimple_phi_num_args(phi->value);
	tree only = NULL_TREE;

	for (unsigned int i = 0; i < n; i++) {
		tree origin = gimple_phi_arg_def(phi->origin, i);

		if (integer_zerop(gimple_phi_arg_def(phi->shadow, i)))
			continue;
		if (TREE_CODE(origin) != INTEGER_CST ||
		    (only && !tree_int_cst_equal(origin, only)))
			return;
		only = origin;
	}
	for (unsigned int i = 0; only && i < n; i++)
		SET_PHI_ARG_DEF(phi->origin, i, only);
}

static void kmsan_finish_phi(const struct kmsan_phi *phi)
{
	for (unsigned int i = 0; i < gimple_phi_num_args(phi->value); i++) {
		edge e = gimple_phi_arg_edge(phi->value, i);
		struct kmsan_value value;
		gimple_seq seq = NULL;
		tree origin;

		kfn->walk.bb = e->src;
		value = kmsan_value_of(gimple_phi_arg_def(phi->value, i));
		kfn->loc = gimple_phi_arg_location(phi->value, i);
		add_phi_arg(phi->shadow, value.shadow, e, kfn->loc);
		origin = kmsan_origin_emit(&seq, value.origin);
		add_phi_arg(phi->origin, origin, e, kfn->loc);
		if (seq)
			gsi_insert_seq_on_edge(e, seq);
	}
	kmsan_settle_origin(phi);
}

/* An assignment whose right-hand side is in memory. */
static void kmsan_visit_load(gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt);
	tree rhs = gimple_assign_rhs1(stmt);

	if (kmsan_propagates() && kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_set_value(lhs, kmsan_load(rhs));
}

static void kmsan_visit_assign(gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt);
	tree rhs = gimple_assign_rhs1(stmt);

	if (gimple_clobber_p(stmt))
		return;
	if (TREE_CODE(lhs) == SSA_NAME) {
		if (gimple_assign_load_p(stmt))
			kmsan_visit_load(stmt);
		else if (kmsan_propagates() &&
			 kmsan_is_tracked_type(TREE_TYPE(lhs)))
			kmsan_set_value(lhs, kmsan_rule_assign(stmt));
		return;
	}
	if (TREE_CODE(rhs) == CONSTRUCTOR && !VECTOR_TYPE_P(TREE_TYPE(rhs)))
		kmsan_store_zeros(lhs);
	else if (is_gimple_reg_type(TREE_TYPE(lhs)) && is_gimple_val(rhs) &&
		 kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_store(lhs, kmsan_propagates() ?
					 kmsan_leaving_value(rhs) :
					 kmsan_clean_value(TREE_TYPE(lhs)));
	else
		kmsan_copy(lhs, rhs);
}

/* A call that another instrumentation has added is not the program's. */
static bool kmsan_visit_foreign(gcall *stmt)
{
	if (!kmsan_is_foreign_work(stmt))
		return false;
	if (kmsan_looks_for_shadow(stmt))
		kmsan_pass_clean_arguments(stmt);
	return true;
}

static void kmsan_visit_asm(gasm *stmt)
{
	if (kmsan_is_hidden_uninit(stmt))
		kmsan_rule_hidden_uninit(stmt);
	else
		kmsan_rule_asm(stmt);
}

static void kmsan_visit_call(gcall *stmt)
{
	if (gimple_call_internal_p(stmt))
		kmsan_rule_internal(stmt);
	else if (!kmsan_visit_foreign(stmt) && !kmsan_rule_builtin(stmt))
		kmsan_rule_call(stmt);
}

static void kmsan_visit(gimple *stmt)
{
	switch (gimple_code(stmt)) {
	case GIMPLE_ASSIGN:
		kmsan_visit_assign(as_a<gassign *>(stmt));
		break;
	case GIMPLE_CALL:
		kmsan_visit_call(as_a<gcall *>(stmt));
		break;
	case GIMPLE_COND:
		if (!kmsan_is_foreign_branch(stmt))
			kmsan_check_compare(gimple_cond_code(stmt),
					    gimple_cond_lhs(stmt),
					    gimple_cond_rhs(stmt));
		break;
	case GIMPLE_SWITCH:
		kmsan_check_operand(
			gimple_switch_index(as_a<gswitch *>(stmt)));
		break;
	case GIMPLE_GOTO:
		kmsan_check_operand(gimple_goto_dest(stmt));
		break;
	case GIMPLE_RETURN:
		kmsan_rule_return(as_a<greturn *>(stmt));
		break;
	case GIMPLE_ASM:
		kmsan_visit_asm(as_a<gasm *>(stmt));
		break;
	case GIMPLE_LABEL:
	case GIMPLE_NOP:
	case GIMPLE_PREDICT:
	case GIMPLE_RESX:
	case GIMPLE_EH_DISPATCH:
		break;
	default:
		kmsan_unhandled("statement",
				gimple_code_name[gimple_code(stmt)]);
		break;
	}
}

/*
 * Insert code after a statement; if that ends its block, on the edge that
 * leaves it.
 */
static void kmsan_insert_after(gimple *stmt, gimple_seq seq)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);
	edge e;

	if (!stmt_ends_bb_p(stmt)) {
		gsi_insert_seq_after(&gsi, seq, GSI_SAME_STMT);
		return;
	}
	e = find_fallthru_edge(gimple_bb(stmt)->succs);
	if (!e)
		return;
	gsi_insert_seq_on_edge(e, seq);
}

/* Memory may differ from what it was. */
static void kmsan_start_epoch(void)
{
	kfn->walk.epoch = ++kfn->walk.last_epoch;
}

/*
 * The epoch at the ends of all predecessors of a block, or 0 if memory may
 * differ at its start.  Of a loop's way back, which is still to be visited, the
 * lack of a PHI node for memory says that nothing is written there.
 */
static unsigned int kmsan_epoch_before(basic_block bb)
{
	unsigned int epoch = 0;
	edge_iterator ei;
	edge e;

	FOR_EACH_EDGE (e, ei, bb->preds) {
		unsigned int left = kfn->walk.epochs[e->src->index];

		if (!left && (get_virtual_phi(bb) ||
			      (bb->flags & BB_IRREDUCIBLE_LOOP)))
			return 0;
		if (left && epoch && left != epoch)
			return 0;
		if (left)
			epoch = left;
	}
	return epoch;
}

static void kmsan_locate(gimple_seq seq)
{
	for (gimple_stmt_iterator gsi = gsi_start(seq); !gsi_end_p(gsi);
	     gsi_next(&gsi))
		if (!gimple_has_location(gsi_stmt(gsi)))
			gimple_set_location(gsi_stmt(gsi), kfn->loc);
}

/* Insert the code that the rules have made for the statement at work. */
static void kmsan_flush(void)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(kfn->walk.stmt);

	kmsan_locate(kfn->out.pre);
	kmsan_locate(kfn->out.guarded);
	kmsan_locate(kfn->out.post);
	if (kfn->out.pre)
		gsi_insert_seq_before(&gsi, kfn->out.pre, GSI_SAME_STMT);
	if (kfn->out.guarded) {
		kmsan_move_guards(kfn->walk.stmt,
				  gimple_seq_first_stmt(kfn->out.guarded));
		gsi_insert_seq_before(&gsi, kfn->out.guarded, GSI_SAME_STMT);
	}
	if (kfn->out.post)
		kmsan_insert_after(kfn->walk.stmt, kfn->out.post);
	if (kfn->out.replaced)
		kfn->out.doomed.safe_push(kfn->walk.stmt);
	if (gimple_vdef(kfn->walk.stmt) &&
	    !kmsan_is_foreign_call(kfn->walk.stmt))
		kmsan_start_epoch();
	kfn->out.pre = kfn->out.guarded = kfn->out.post = NULL;
	kfn->out.replaced = false;
}

static void kmsan_visit_and_flush(gimple *stmt)
{
	kfn->walk.stmt = stmt;
	kfn->loc = gimple_location(stmt);
	kmsan_visit(stmt);
	kmsan_flush();
}

static void kmsan_visit_block(basic_block bb)
{
	auto_vec<gimple *, 64> stmts;
	unsigned int i;
	gimple *stmt;

	kfn->walk.epoch = kmsan_epoch_before(bb);
	if (!kfn->walk.epoch)
		kmsan_start_epoch();
	kfn->walk.bb = bb;
	for (gphi_iterator gsi = gsi_start_phis(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi))
		stmts.safe_push(gsi.phi());
	FOR_EACH_VEC_ELT (stmts, i, stmt)
		kmsan_start_phi(as_a<gphi *>(stmt));
	stmts.truncate(0);
	for (gimple_stmt_iterator gsi = gsi_start_bb(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi))
		if (!is_gimple_debug(gsi_stmt(gsi)))
			stmts.safe_push(gsi_stmt(gsi));
	FOR_EACH_VEC_ELT (stmts, i, stmt)
		kmsan_visit_and_flush(stmt);
	kfn->walk.epochs[bb->index] = kfn->walk.epoch;
}

static void kmsan_visit_blocks(void)
{
	int *order = XNEWVEC(int, n_basic_blocks_for_fn(cfun));
	int n = pre_and_rev_post_order_compute(NULL, order, false);
	unsigned int i;
	struct kmsan_phi *phi;

	kfn->walk.epochs.safe_grow_cleared(last_basic_block_for_fn(cfun));
	kmsan_start_epoch();
	kfn->walk.epochs[ENTRY_BLOCK] = kfn->walk.epoch;
	for (int j = 0; j < n; j++)
		kmsan_visit_block(BASIC_BLOCK_FOR_FN(cfun, order[j]));
	free(order);
	FOR_EACH_VEC_ELT (kfn->walk.phis, i, phi)
		kmsan_finish_phi(phi);
}

/* Insert the code that gets the context state, then the code that needs it. */
static void kmsan_insert_entry(void)
{
	edge e = single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun));

	kfn->loc = DECL_SOURCE_LOCATION(current_function_decl);
	gimple_seq_add_seq(&kfn->out.start, kfn->out.entry);
	kmsan_locate(kfn->out.start);
	if (kfn->out.start)
		gsi_insert_seq_on_edge(e, kfn->out.start);
}

static void kmsan_insert_block_code(void)
{
	for (unsigned int i = 0; i < kfn->out.block_code.length(); i++) {
		gimple_stmt_iterator gsi =
			gsi_after_labels(kfn->out.block_code[i].bb);

		gsi_insert_seq_before(&gsi, kfn->out.block_code[i].seq,
				      GSI_SAME_STMT);
	}
}

static void kmsan_remove_doomed(void)
{
	unsigned int i;
	gimple *stmt;

	FOR_EACH_VEC_ELT (kfn->out.doomed, i, stmt)
		kmsan_remove(stmt);
}

/*
 * In a function without instrumentation, locals are simply left uninitialised.
 */
static void kmsan_drop_deferred_inits(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			kfn->walk.stmt = gsi_stmt(gsi);
			if (!kmsan_is_declaration(kfn->walk.stmt))
				continue;
			if (gasm *hidden = dyn_cast<gasm *>(kfn->walk.stmt))
				kmsan_rule_hidden_uninit(hidden);
			else
				kmsan_rule_deferred_init(
					as_a<gcall *>(kfn->walk.stmt));
			if (kfn->out.replaced)
				kfn->out.doomed.safe_push(kfn->walk.stmt);
			kfn->out.replaced = false;
			gsi = gsi_for_stmt(kfn->walk.stmt);
		}
	}
	kmsan_remove_doomed();
}

/* Return: what GCC has to do after it, TODO_*. */
static unsigned int kmsan_instrument(void)
{
	kfn->loc = DECL_SOURCE_LOCATION(current_function_decl);
	kmsan_metadata_start();
	kmsan_cover_first();
	kmsan_separate_must_tails();
	kmsan_make_references();
	kmsan_give_return_slots();
	calculate_dominance_info(CDI_DOMINATORS);
	kmsan_align_locals();
	kmsan_receive_parameters();
	kmsan_save_varargs();
	kmsan_check_tag();
	kmsan_scan_locals();
	kmsan_find_lifetimes();
	kmsan_poison_locals();
	kmsan_receive_from_libgomp();
	if (kmsan_propagates())
		kmsan_find_maybe_poisoned();
	kmsan_visit_blocks();
	kmsan_forget_lifetimes();
	kmsan_insert_block_code();
	kmsan_insert_entry();
	start_recording_case_labels();
	gsi_commit_edge_inserts();
	end_recording_case_labels();
	kmsan_metadata_settle();
	kmsan_emit_tag_check();
	kmsan_find_markers();
	kmsan_emit_guards();
	kmsan_remove_doomed();
	return kmsan_opts.page_cache &&
			       kmsan_opts.metadata == KMSAN_REACH_CALL &&
			       kmsan_cache_pages() ?
		       TODO_update_address_taken :
		       0;
}

/*
 * With -Og, va_arg is still an internal function where the pass runs.  As plain
 * loads it needs no rule.
 */
static void kmsan_lower_va_arg(void)
{
	opt_pass *lower;

	if (cfun->curr_properties & PROP_gimple_lva)
		return;
	lower = make_pass_lower_vaarg(g);
	lower->execute(cfun);
	delete lower;
	cfun->curr_properties |= PROP_gimple_lva;
}

/* Set up what the modules record about a function. */
static void kmsan_start_function(struct kmsan_function *function)
{
	memset(function, 0, sizeof(*function));
	kfn = function;
	kfn->cls = kmsan_function_class(current_function_decl);
	kmsan_origins_start();
	kmsan_names_start();
	kmsan_blocks_start();
	kmsan_locals_start();
}

static void kmsan_finish_function(void)
{
	kmsan_origins_finish();
	kmsan_names_finish();
	kmsan_blocks_finish();
	kmsan_guards_finish();
	kmsan_locals_finish();
	kmsan_markers_finish();
	kmsan_metadata_finish();
	kmsan_tag_finish();
	kfn->walk.epochs.release();
	kfn->walk.phis.release();
	kfn->out.doomed.release();
	kfn->out.block_code.release();
	kfn = NULL;
}

/**
 * kmsan_instrument_function() - instrument the function at work; if it is
 * uninstrumented, only remove what the plugin has added
 *
 * Return: what GCC has to do after it, TODO_*.
 */
unsigned int kmsan_instrument_function(void)
{
	struct kmsan_function function;
	unsigned int todo = TODO_update_ssa | TODO_cleanup_cfg;

	kmsan_deduce_noreturn();
	kmsan_lower_va_arg();
	kmsan_start_function(&function);
	if (!kmsan_opts.auto_init)
		kmsan_join_stored_inits();
	kmsan_show_new_memory();
	if (kfn->cls == KMSAN_UNINSTRUMENTED) {
		kmsan_audit_boundary();
		kmsan_drop_deferred_inits();
	} else {
		todo |= kmsan_instrument();
	}
	kmsan_finish_function();
	free_dominance_info(CDI_DOMINATORS);
	free_dominance_info(CDI_POST_DOMINATORS);
	/* The target may not have our vector operations: lower them too. */
	cfun->curr_properties &= ~PROP_gimple_lvec;
	return todo;
}
