// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * boundary.cc - the audit of calls that leave uninstrumented code.
 *
 * -fplugin-arg-kmsan-boundary-audit=FILE appends a line for each call from an
 * uninstrumented function to one that is, or may be, instrumented and looks for
 * metadata of its parameters in the context state.  The caller has not put it
 * there, so without call tags such calls cause false reports.
 *
 * A line has fields with tabs between them:
 *
 *	FILE:LINE	of the call; if inlined, of where it was written
 *	CALLER		the uninstrumented function
 *	CALLEE		or *EXPRESSION for a call through a pointer
 *	CLASS		instrumented; maybe if it is defined elsewhere
 *	PARAMETERS	those that go through the context state, separated by
 *			commas: number, from 1, and type, which is followed by
 *			"..." for a variadic argument
 *	REGION		inside or outside of instrumentation_begin() and
 *			instrumentation_end(); mixed if paths to the call differ
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * How many regions from instrumentation_begin() to instrumentation_end() a
 * place is in.  They nest.
 */
enum {
	KMSAN_DEPTH_UNKNOWN = -2, /* not reached yet */
	KMSAN_DEPTH_MIXED = -1, /* some paths are inside, some are not */
	KMSAN_DEPTH_OUTSIDE = 0,
	KMSAN_DEPTH_MOST = 100,
};

/*
 * How Linux's annotations are recognised, by their asm statements: up to 6.12
 * they have sections of their own, since then a number in a common one.
 */
static const struct {
	const char *section;
	const char *type;
	int step;
} kmsan_marks[] = {
	{ ".discard.instr_begin", "", 1 },
	{ ".discard.instr_end", "", -1 },
	{ ".discard.annotate_insn", "., 3;", 1 },
	{ ".discard.annotate_insn", "., 4;", -1 },
};

static int kmsan_step_depth(int depth, gimple *stmt)
{
	const char *text;

	if (gimple_code(stmt) != GIMPLE_ASM || depth < 0)
		return depth;
	text = gimple_asm_string(as_a<gasm *>(stmt));
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_marks); i++)
		if (strstr(text, kmsan_marks[i].section) &&
		    strstr(text, kmsan_marks[i].type))
			depth += kmsan_marks[i].step;
	return MIN(MAX(depth, KMSAN_DEPTH_OUTSIDE), KMSAN_DEPTH_MOST);
}

static int kmsan_join_depths(int a, int b)
{
	if (a == KMSAN_DEPTH_UNKNOWN || a == b)
		return b;
	if (b == KMSAN_DEPTH_UNKNOWN)
		return a;
	return a > 0 && b > 0 ? MIN(a, b) : KMSAN_DEPTH_MIXED;
}

static int kmsan_depth_after(basic_block bb, int depth)
{
	for (gimple_stmt_iterator gsi = gsi_start_bb(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi))
		depth = kmsan_step_depth(depth, gsi_stmt(gsi));
	return depth;
}

/* Set the depth at the start of each block, by its index. */
static void kmsan_find_depths(vec<int> &depths)
{
	bool changed = true;
	basic_block bb;
	edge_iterator ei;
	edge e;

	for (int i = 0; i < last_basic_block_for_fn(cfun); i++)
		depths.safe_push(KMSAN_DEPTH_UNKNOWN);
	depths[ENTRY_BLOCK_PTR_FOR_FN(cfun)->index] = KMSAN_DEPTH_OUTSIDE;
	while (changed) {
		changed = false;
		FOR_EACH_BB_FN (bb, cfun) {
			int depth = KMSAN_DEPTH_UNKNOWN;

			FOR_EACH_EDGE (e, ei, bb->preds)
				depth = kmsan_join_depths(
					depth, kmsan_depth_after(
						       e->src,
						       depths[e->src->index]));
			/* Only downwards, so that the iteration ends. */
			depth = kmsan_join_depths(depths[bb->index], depth);
			changed |= depth != depths[bb->index];
			depths[bb->index] = depth;
		}
	}
}

static const char *kmsan_region_name(int depth)
{
	if (depth == KMSAN_DEPTH_MIXED)
		return "mixed";
	return depth > 0 ? "inside" : "outside";
}

/* Does this unit have the body that decides the callee's class? */
static bool kmsan_is_defined_here(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl);

	return node && node->definition && decl_binds_to_current_def_p(fndecl);
}

/*
 * May the callee be instrumented?  If it is defined elsewhere, the
 * declaration's attributes hold, if it has any.  The options hold for this file
 * only.
 */
static bool kmsan_may_be_instrumented(tree fndecl)
{
	if (!fndecl)
		return true;
	if (kmsan_is_entry_point(fndecl) ||
	    fndecl_built_in_p(fndecl, BUILT_IN_MD) ||
	    (fndecl_built_in_p(fndecl) &&
	     startswith(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "__builtin_")))
		return false;
	return kmsan_is_defined_here(fndecl) ?
		       kmsan_function_class(fndecl) == KMSAN_INSTRUMENTED :
		       kmsan_declared_class(fndecl) == KMSAN_INSTRUMENTED;
}

/*
 * Print the type of an argument as the callee declares it; "..." if variadic.
 */
static void kmsan_print_parameter(pretty_printer *pp, gcall *stmt,
				  unsigned int index)
{
	tree types = TYPE_ARG_TYPES(gimple_call_fntype(stmt));
	tree type = TREE_TYPE(gimple_call_arg(stmt, index));

	while (types && index--)
		types = TREE_CHAIN(types);
	if (types && !VOID_TYPE_P(TREE_VALUE(types)))
		type = TREE_VALUE(types);
	if (RECORD_OR_UNION_TYPE_P(type) && !TYPE_NAME(type))
		pp_string(pp, TREE_CODE(type) == RECORD_TYPE ? "struct" :
							       "union");
	else
		dump_generic_node(pp, type, 0, TDF_NOUID, false);
	if (!types && stdarg_p(gimple_call_fntype(stmt)))
		pp_string(pp, " ...");
}

/* Print the parameters of a call that go through the context state. */
static bool kmsan_print_parameters(pretty_printer *pp, gcall *stmt)
{
	tree fntype = gimple_call_fntype(stmt);
	unsigned int named = stdarg_p(fntype) ? type_num_arguments(fntype) :
						UINT_MAX;
	HOST_WIDE_INT next = kmsan_first_offset(stmt);
	bool any = false;

	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++) {
		tree type = TREE_TYPE(gimple_call_arg(stmt, i));
		bool travels = kmsan_travels(type, stmt, &next);

		if (!travels && i < named)
			continue;
		if (any)
			pp_string(pp, ", ");
		any = true;
		pp_decimal_int(pp, i + 1);
		pp_space(pp);
		kmsan_print_parameter(pp, stmt, i);
	}
	return any;
}

/*
 * Print the callee; if it is not known, the pointer, or where that is loaded
 * from.
 */
static void kmsan_print_callee(pretty_printer *pp, gcall *stmt)
{
	tree fndecl = gimple_call_fndecl(stmt);
	tree pointer = gimple_call_fn(stmt);

	if (fndecl) {
		pp_string(pp, IDENTIFIER_POINTER(DECL_NAME(fndecl)));
		return;
	}
	pp_character(pp, '*');
	if (TREE_CODE(pointer) == SSA_NAME && SSA_NAME_IDENTIFIER(pointer))
		pp_tree_identifier(pp, SSA_NAME_IDENTIFIER(pointer));
	else if (TREE_CODE(pointer) == SSA_NAME &&
		 gimple_assign_single_p(SSA_NAME_DEF_STMT(pointer)))
		dump_generic_node(
			pp, gimple_assign_rhs1(SSA_NAME_DEF_STMT(pointer)), 0,
			TDF_NOUID, false);
	else
		pp_string(pp, "pointer");
}

static void kmsan_next_field(pretty_printer *pp, const char *field)
{
	pp_character(pp, '\t');
	pp_string(pp, field);
}

static void kmsan_audit_call(gcall *stmt, int depth)
{
	expanded_location where = expand_location(gimple_location(stmt));
	tree fndecl = gimple_call_fndecl(stmt);
	pretty_printer parameters, line;

	if (gimple_call_internal_p(stmt) ||
	    !kmsan_may_be_instrumented(fndecl) ||
	    !kmsan_print_parameters(&parameters, stmt))
		return;
	pp_printf(&line, "%s:%d", where.file ? where.file : "<unknown>",
		  where.line);
	kmsan_next_field(&line, current_function_name());
	kmsan_next_field(&line, "");
	kmsan_print_callee(&line, stmt);
	kmsan_next_field(&line, fndecl && kmsan_is_defined_here(fndecl) ?
					"instrumented" :
					"maybe");
	kmsan_next_field(&line, pp_formatted_text(&parameters));
	kmsan_next_field(&line, kmsan_region_name(depth));
	pp_character(&line, '\n');
	kmsan_append_line(&kmsan_opts.boundary_audit, "boundary-audit",
			  pp_formatted_text(&line));
}

/**
 * kmsan_audit_boundary() - list the calls of the function at work, which is
 * uninstrumented, that reach instrumented code
 */
void kmsan_audit_boundary(void)
{
	auto_vec<int> depths;
	basic_block bb;

	if (!kmsan_opts.boundary_audit)
		return;
	kmsan_find_depths(depths);
	FOR_EACH_BB_FN (bb, cfun) {
		int depth = depths[bb->index];

		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(gsi));

			if (call)
				kmsan_audit_call(call, depth);
			depth = kmsan_step_depth(depth, gsi_stmt(gsi));
		}
	}
}
