// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * openmp.cc - memory that libgomp, which is not instrumented, writes.
 *
 * GCC makes functions of the bodies of OpenMP constructs and lets libgomp call
 * them (clones.cc).  It also makes variables for libgomp to write, such as the
 * bounds of a thread's share of a loop.  A program cannot leave these
 * uninitialised, but their memory may have the shadow of an older frame.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Attribute of the bodies of taskloops.  No source can spell it. */
static const char kmsan_attr_taskloop[] = "kmsan taskloop";

/* A body gets its share in the first two words of its data. */
#define KMSAN_TASKLOOP_BYTES 16

static bool kmsan_calls_libgomp(gimple *stmt, const char *prefix)
{
	tree fndecl = is_gimple_call(stmt) ? gimple_call_fndecl(stmt) :
					     NULL_TREE;

	return fndecl && fndecl_built_in_p(fndecl, BUILT_IN_NORMAL) &&
	       startswith(IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(fndecl)),
			  prefix);
}

static void kmsan_note_taskloop(gimple *stmt)
{
	tree body;

	if (!kmsan_calls_libgomp(stmt, "GOMP_taskloop"))
		return;
	body = gimple_call_arg(stmt, 0);
	if (TREE_CODE(body) != ADDR_EXPR)
		return;
	body = TREE_OPERAND(body, 0);
	if (!lookup_attribute(kmsan_attr_taskloop, DECL_ATTRIBUTES(body)))
		DECL_ATTRIBUTES(body) =
			tree_cons(get_identifier(kmsan_attr_taskloop),
				  NULL_TREE, DECL_ATTRIBUTES(body));
}

/**
 * kmsan_note_taskloops() - mark the bodies of taskloops
 *
 * To be called while every function of the unit has its body.
 */
void kmsan_note_taskloops(void)
{
	struct cgraph_node *node;
	basic_block bb;

	if (!flag_openmp)
		return;
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node) {
		struct function *fn = DECL_STRUCT_FUNCTION(node->decl);

		if (node->alias || node->thunk || !fn->cfg)
			continue;
		FOR_EACH_BB_FN (bb, fn)
			for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
			     !gsi_end_p(gsi); gsi_next(&gsi))
				kmsan_note_taskloop(gsi_stmt(gsi));
	}
}

/* Was the variable made by GCC, and may libgomp have its address? */
static bool kmsan_is_for_libgomp(tree var)
{
	tree type = strip_array_types(TREE_TYPE(var));

	return DECL_ARTIFICIAL(var) && TREE_ADDRESSABLE(var) &&
	       (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type)) &&
	       auto_var_in_fn_p(var, current_function_decl) &&
	       !kmsan_is_covered(var);
}

static bool kmsan_uses_libgomp(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (kmsan_calls_libgomp(gsi_stmt(gsi), "GOMP_"))
				return true;
	return false;
}

/**
 * kmsan_receive_from_libgomp() - unpoison what libgomp writes for the function
 * at work
 */
void kmsan_receive_from_libgomp(void)
{
	gimple_seq *seq = &kfn->out.entry;
	tree var, data = DECL_ARGUMENTS(current_function_decl);
	unsigned int i;

	if (lookup_attribute(kmsan_attr_taskloop,
			     DECL_ATTRIBUTES(current_function_decl)) &&
	    data && is_gimple_reg(data) && ssa_default_def(cfun, data))
		kmsan_unpoison(seq, ssa_default_def(cfun, data),
			       KMSAN_TASKLOOP_BYTES);
	if (!kmsan_uses_libgomp())
		return;
	FOR_EACH_LOCAL_DECL (cfun, i, var)
		if (VAR_P(var) && kmsan_is_for_libgomp(var))
			kmsan_unpoison(seq, build_fold_addr_expr(var),
				       kmsan_type_bytes(TREE_TYPE(var)));
}

/**
 * kmsan_give_to_libgomp() - unpoison what libgomp writes for a call
 * @stmt: a call
 *
 * Libgomp copies the data of a taskloop for each task and then fills in the
 * task's share, unless GCC has made a function that does the copying.
 */
void kmsan_give_to_libgomp(gcall *stmt)
{
	if (kmsan_calls_libgomp(stmt, "GOMP_taskloop") &&
	    integer_zerop(gimple_call_arg(stmt, 2)))
		kmsan_unpoison(&kfn->out.pre, gimple_call_arg(stmt, 1),
			       KMSAN_TASKLOOP_BYTES);
}
