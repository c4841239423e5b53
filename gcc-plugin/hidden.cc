// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * hidden.cc - what is uninitialised, on its way through the optimisers to the
 * pass: declarations are joined with the store that belongs to them, and hidden,
 * and so is what new memory contains.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * Is @ref the local, or the member of a nested function's frame, named @name?
 */
static bool kmsan_is_local_named(tree ref, tree name)
{
	tree base = get_base_address(ref);
	tree decl = TREE_CODE(ref) == COMPONENT_REF ? TREE_OPERAND(ref, 1) :
						      ref;
	const char *text = kmsan_name_text(name);

	if (!base || !auto_var_p(base) || !DECL_P(decl) || !DECL_NAME(decl))
		return false;
	return text && !strcmp(text, IDENTIFIER_POINTER(DECL_NAME(decl)));
}

/*
 * The store that copies what @stmt declares to the variable's memory, or NULL.
 */
static gimple *kmsan_declaring_store(gimple *stmt)
{
	use_operand_p use;
	gimple *store;

	if (!kmsan_is_declaration(stmt) ||
	    TREE_CODE(kmsan_declared(stmt)) != SSA_NAME ||
	    !single_imm_use(kmsan_declared(stmt), &use, &store) ||
	    !gimple_assign_single_p(store))
		return NULL;
	return kmsan_is_local_named(gimple_assign_lhs(store),
				    kmsan_declared_name(stmt)) ?
		       store :
		       NULL;
}

/**
 * kmsan_join_stored_inits() - let a .DEFERRED_INIT declare locals in memory
 *
 * A scalar is declared as a register that is then stored.  The program does not
 * have that store: it would show in a report, and for a volatile local it would
 * be an access that the program does not make.
 */
void kmsan_join_stored_inits(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		gimple_stmt_iterator gsi = gsi_start_bb(bb);

		while (!gsi_end_p(gsi)) {
			gimple *stmt = gsi_stmt(gsi), *joined;
			gimple *store = kmsan_declaring_store(stmt);
			gimple_stmt_iterator store_gsi;

			if (!store) {
				gsi_next(&gsi);
				continue;
			}
			joined = gimple_copy(stmt);
			kmsan_set_declared(joined, gimple_assign_lhs(store));
			gimple_move_vops(joined, store);
			store_gsi = gsi_for_stmt(store);
			gsi_replace(&store_gsi, joined, false);
			gsi_remove(&gsi, true);
			release_defs(stmt);
		}
	}
}

/*
 * A variable is undefined on a path that jumps over its declaration.  Let an
 * asm at the start of the function define it.
 */
static void kmsan_hide_undefined(tree name)
{
	tree var = SSA_NAME_VAR(name), hidden_name;
	gasm *hidden;

	if (has_zero_uses(name) || SSA_NAME_OCCURS_IN_ABNORMAL_PHI(name) ||
	    DECL_ARTIFICIAL(var) || DECL_HARD_REGISTER(var))
		return;
	hidden_name = make_ssa_name(var);
	hidden = kmsan_build_hidden_uninit(hidden_name, kmsan_descr(var));
	gimple_set_location(hidden, DECL_SOURCE_LOCATION(var));
	SSA_NAME_DEF_STMT(hidden_name) = hidden;
	kmsan_replace_uses(name, hidden_name);
	gsi_insert_on_edge_immediate(
		single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun)), hidden);
}

/**
 * kmsan_hide_deferred_inits() - hide undefined values from the optimisers
 *
 * Range propagation takes the result of a .DEFERRED_INIT for an undefined
 * value, and a PHI of it and another value for that value.  No pass looks
 * through an asm.  Aggregates stay as they are, so that SRA can split them;
 * their parts are hidden after that.
 */
void kmsan_hide_deferred_inits(void)
{
	basic_block bb;
	unsigned int i;
	tree name;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			gasm *hidden;
			tree lhs;

			if (!gimple_call_internal_p(stmt, IFN_DEFERRED_INIT))
				continue;
			lhs = gimple_call_lhs(stmt);
			if (!is_gimple_reg_type(TREE_TYPE(lhs)) ||
			    (TREE_CODE(lhs) != SSA_NAME && !DECL_P(lhs)))
				continue;
			hidden = kmsan_build_hidden_uninit(
				lhs, kmsan_deferred_name(as_a<gcall *>(stmt)));
			gimple_set_location(hidden, gimple_location(stmt));
			gimple_move_vops(hidden, stmt);
			if (TREE_CODE(lhs) == SSA_NAME)
				SSA_NAME_DEF_STMT(lhs) = hidden;
			gsi_replace(&gsi, hidden, false);
		}
	}
	FOR_EACH_SSA_NAME (i, name, cfun)
		if (SSA_NAME_IS_DEFAULT_DEF(name) && SSA_NAME_VAR(name) &&
		    VAR_P(SSA_NAME_VAR(name)))
			kmsan_hide_undefined(name);
}

/*
 * The pointer to the memory that a call of a builtin allocates, or the address
 * of that pointer; NULL_TREE if there is none, or GCC knows what is in it.
 */
static tree kmsan_allocated(gimple *stmt)
{
	gcall *call = dyn_cast<gcall *>(stmt);

	if (!call || !gimple_call_builtin_p(call, BUILT_IN_NORMAL) ||
	    stmt_ends_bb_p(stmt))
		return NULL_TREE;
	switch (DECL_FUNCTION_CODE(gimple_call_fndecl(call))) {
	case BUILT_IN_CALLOC:
		return NULL_TREE;
	case BUILT_IN_POSIX_MEMALIGN:
		return gimple_call_arg(call, 0);
	case BUILT_IN_REALLOC:
		return gimple_call_lhs(call);
	default:
		return gimple_call_return_flags(call) & ERF_NOALIAS ?
			       gimple_call_lhs(call) :
			       NULL_TREE;
	}
}

static bool kmsan_is_hidden_memory(gimple *call)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(call);

	gsi_next_nondebug(&gsi);
	return !gsi_end_p(gsi) && kmsan_is_unknown_memory(gsi_stmt(gsi));
}

/**
 * kmsan_hide_new_memory() - hide from the optimisers what new memory contains
 *
 * They know that nothing has been stored there, so a pointer that is read from
 * it points to nothing, and differs from any other: a comparison of both is
 * folded.
 */
void kmsan_hide_new_memory(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			tree pointer = kmsan_allocated(stmt);
			gimple_seq seq = NULL;

			if (!pointer || kmsan_is_hidden_memory(stmt))
				continue;
			kmsan_add_unknown_memory(&seq, pointer);
			gimple_set_location(seq, gimple_location(stmt));
			gsi_insert_seq_after(&gsi, seq, GSI_NEW_STMT);
		}
	}
}

/**
 * kmsan_show_new_memory() - undo kmsan_hide_new_memory()
 */
void kmsan_show_new_memory(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		gimple_stmt_iterator gsi = gsi_start_bb(bb);

		while (!gsi_end_p(gsi)) {
			gimple *stmt = gsi_stmt(gsi);

			gsi_next(&gsi);
			if (kmsan_is_unknown_memory(stmt))
				kmsan_remove(stmt);
		}
	}
}
