// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * facts.cc - facts about functions that instrumentation makes untrue.
 *
 * A function that was const or pure reads and writes the context state once it
 * is instrumented.  An optimisation that still relied on it would move our
 * loads and stores across a call of that function.  But until then these facts
 * hold, and programs may rely on them: Linux does not link if a call remains of
 * a function that does nothing, with arguments that are declared but defined
 * nowhere.  So the early optimisations of each function deduce and use these
 * facts, and then, while every body is at hand and before anything crosses
 * functions, they are withdrawn.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static bool kmsan_forget_facts_of(tree fndecl)
{
	bool known = TREE_READONLY(fndecl) || DECL_PURE_P(fndecl);

	TREE_READONLY(fndecl) = 0;
	DECL_PURE_P(fndecl) = 0;
	DECL_LOOPING_CONST_OR_PURE_P(fndecl) = 0;
	return known;
}

/*
 * In a function that calls setjmp() or has a non-local label, a call with
 * effects ends its block, with an edge to where it may return.  A call that had
 * no effects does not end its block, and cannot return there either.
 */
static void kmsan_keep_in_block(gimple *stmt, tree fndecl)
{
	static const char leaf[] = "leaf";
	edge_iterator ei;
	edge e;

	if (!cfun->calls_setjmp && !cfun->has_nonlocal_label)
		return;
	/* A const function may have the effect of not returning. */
	FOR_EACH_EDGE (e, ei, gimple_bb(stmt)->succs)
		if ((e->flags & EDGE_ABNORMAL) &&
		    stmt == kmsan_last_stmt(gimple_bb(stmt)))
			return;
	if (!lookup_attribute(leaf, DECL_ATTRIBUTES(fndecl)))
		DECL_ATTRIBUTES(fndecl) =
			tree_cons(get_identifier(leaf), NULL_TREE,
				  DECL_ATTRIBUTES(fndecl));
}

/**
 * kmsan_forget_call_facts() - a call's type does not say that it is const
 * @stmt: the call, not of a builtin
 *
 * The type of a called pointer may say so, and a front end that calls a const
 * function takes its address, which has such a type.
 */
void kmsan_forget_call_facts(gcall *stmt)
{
	tree fntype = gimple_call_fntype(stmt);

	if (!fntype || !TYPE_READONLY(fntype))
		return;
	fntype = build_variant_type_copy(fntype);
	TYPE_READONLY(fntype) = 0;
	gimple_call_set_fntype(stmt, fntype);
	/* What it may touch was found when it was nothing. */
	gimple_call_reset_alias_info(stmt);
	gimple_set_modified(stmt, true);
	update_stmt(stmt);
}

/* Let the calls in the function at work touch memory. */
static void kmsan_update_calls(void)
{
	bool changed = false;
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			bool touches = gimple_vdef(stmt);
			tree fndecl;

			if (!is_gimple_call(stmt))
				continue;
			fndecl = gimple_call_fndecl(stmt);
			if (!fndecl || fndecl_built_in_p(fndecl))
				continue;
			/* A const call touches memory that it returns to. */
			kmsan_forget_call_facts(as_a<gcall *>(stmt));
			if (touches)
				continue;
			kmsan_keep_in_block(stmt, fndecl);
			gimple_set_modified(stmt, true);
			update_stmt(stmt);
			changed = true;
		}
	}
	if (changed)
		update_ssa(TODO_update_ssa_only_virtuals);
}

/* Let GCC deduce no such facts from now on. */
static void kmsan_stop_deducing(tree options)
{
	if (options)
		TREE_OPTIMIZATION(options)->x_flag_ipa_pure_const = 0;
}

/**
 * kmsan_forget_function_facts() - no function is const or pure any more
 *
 * To be called when all functions are in SSA form and none has IPA transforms
 * waiting.  Builtins keep their facts until they are made plain.
 */
void kmsan_forget_function_facts(void)
{
	struct cgraph_node *node;
	bool known = false;

	flag_ipa_pure_const = 0;
	kmsan_stop_deducing(optimization_default_node);
	FOR_EACH_FUNCTION (node) {
		if (!fndecl_built_in_p(node->decl))
			known |= kmsan_forget_facts_of(node->decl);
		kmsan_stop_deducing(DECL_FUNCTION_SPECIFIC_OPTIMIZATION(
			node->decl));
	}
	if (!known)
		return;
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node) {
		if (node->alias || node->thunk || !node->lowered)
			continue;
		push_cfun(DECL_STRUCT_FUNCTION(node->decl));
		if (gimple_in_ssa_p(cfun))
			kmsan_update_calls();
		pop_cfun();
	}
}

/**
 * kmsan_deduce_noreturn() - tell the callers if this function never returns
 *
 * The pass that deduces const and pure also deduces this, and it is off.
 * Callers are compiled after their callees, and nothing in them follows such a
 * call.
 */
void kmsan_deduce_noreturn(void)
{
	struct cgraph_node *node = cgraph_node::get(current_function_decl);

	if (optimize && EDGE_COUNT(EXIT_BLOCK_PTR_FOR_FN(cfun)->preds) == 0 &&
	    node->get_availability() > AVAIL_INTERPOSABLE &&
	    !lookup_attribute("noipa", DECL_ATTRIBUTES(node->decl)))
		node->set_noreturn_flag(true);
}
