// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * foreign.cc - code that GCC's other instrumentations have added before this
 * one.
 *
 * Coverage, profiles, -finstrument-functions and the undefined behaviour
 * sanitizer add calls, comparisons and counters of their own.  These look at
 * values that the program only passes on, so none of them is a use: nothing is
 * checked for them, and what they write is ignored.  Clang does the same; it
 * marks such instructions.  Here they are recognised by the names of functions
 * and variables.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* What is special about a function that other instrumentations call. */
enum {
	/* A branch that leads only to it belongs to the call. */
	KMSAN_FOREIGN_BRANCH = 1 << 0,
	/* It may be instrumented, and look for its parameters' shadow. */
	KMSAN_FOREIGN_LOOKS = 1 << 1,
};

/* Functions, by the beginning of their names.  The first match counts. */
static const struct kmsan_foreign {
	const char *prefix;
	unsigned int flags;
} kmsan_foreign_functions[] = {
	{ "__sanitizer_cov_trace_", KMSAN_FOREIGN_LOOKS },
	{ "__cyg_profile_func_", KMSAN_FOREIGN_LOOKS },
	/* The program's own branches lead to these two. */
	{ "__ubsan_handle_builtin_unreachable", KMSAN_FOREIGN_LOOKS },
	{ "__ubsan_handle_missing_return", KMSAN_FOREIGN_LOOKS },
	{ "__ubsan_handle_", KMSAN_FOREIGN_BRANCH | KMSAN_FOREIGN_LOOKS },
	/* In libgcc: value profiles, flow redundancy, scrubbed stacks. */
	{ "__gcov_", 0 },
	{ "__hardcfr_", 0 },
	{ "__strub_", 0 },
};

/* Variables, likewise: counters of profiles. */
static const char *const kmsan_foreign_variables[] = {
	"__gcov",
};

/* Attribute of the __builtin_trap() that no program can name. */
static const char kmsan_attr_trap[] = "kmsan trap";

static const struct kmsan_foreign kmsan_foreign_trap = {
	"__builtin_trap", KMSAN_FOREIGN_BRANCH
};

/**
 * kmsan_mark_traps() - distinguish the sanitizers' traps from the program's
 *
 * Where the undefined behaviour sanitizer is to trap, it calls GCC's internal
 * declaration of the builtin.  That becomes a separate function; the program's
 * __builtin_trap() stays as it is.
 */
void kmsan_mark_traps(void)
{
	tree trap = builtin_decl_explicit(BUILT_IN_TRAP);

	if (!kmsan_sanitizers_trap() || !trap)
		return;
	trap = copy_node(trap);
	DECL_ATTRIBUTES(trap) = tree_cons(get_identifier(kmsan_attr_trap),
					  NULL_TREE, DECL_ATTRIBUTES(trap));
	set_builtin_decl(BUILT_IN_TRAP, trap, true);
}

/* What is known about a call's callee if it is foreign; otherwise NULL. */
static const struct kmsan_foreign *kmsan_find_foreign(gimple *stmt)
{
	tree fndecl = is_gimple_call(stmt) ? gimple_call_fndecl(stmt) :
					     NULL_TREE;
	const char *name;

	if (!fndecl || !(DECL_ARTIFICIAL(fndecl) ||
			 fndecl_built_in_p(fndecl, BUILT_IN_NORMAL)))
		return NULL;
	if (lookup_attribute(kmsan_attr_trap, DECL_ATTRIBUTES(fndecl)))
		return &kmsan_foreign_trap;
	name = IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(fndecl));
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_foreign_functions); i++)
		if (startswith(name, kmsan_foreign_functions[i].prefix))
			return &kmsan_foreign_functions[i];
	return NULL;
}

/**
 * kmsan_is_foreign_call() - has another instrumentation added this call?
 * @stmt: any statement
 */
bool kmsan_is_foreign_call(gimple *stmt)
{
	return kmsan_find_foreign(stmt) != NULL;
}

/**
 * kmsan_is_foreign_memory() - is this another instrumentation's variable?
 * @ref: a reference to memory, or a pointer's target
 */
bool kmsan_is_foreign_memory(tree ref)
{
	tree base = get_base_address(ref);
	const char *name;

	if (base && TREE_CODE(base) == MEM_REF &&
	    TREE_CODE(TREE_OPERAND(base, 0)) == ADDR_EXPR)
		base = get_base_address(
			TREE_OPERAND(TREE_OPERAND(base, 0), 0));
	if (!base || !VAR_P(base) || !DECL_NAME(base) ||
	    !(TREE_STATIC(base) || DECL_EXTERNAL(base)))
		return false;
	name = IDENTIFIER_POINTER(DECL_NAME(base));
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_foreign_variables); i++)
		if (startswith(name, kmsan_foreign_variables[i]))
			return true;
	return false;
}

/*
 * Is this the update of another instrumentation's variable by a builtin?  The
 * arguments need not have the types that the builtin declares.
 */
static bool kmsan_updates_counter(gimple *stmt)
{
	tree fndecl = gimple_call_fndecl(stmt), address;

	if (!fndecl || !fndecl_built_in_p(fndecl, BUILT_IN_NORMAL) ||
	    !gimple_call_num_args(stmt))
		return false;
	address = gimple_call_arg(stmt, 0);
	if (TREE_CODE(address) == SSA_NAME &&
	    is_gimple_assign(SSA_NAME_DEF_STMT(address)))
		address = gimple_assign_rhs1(SSA_NAME_DEF_STMT(address));
	return TREE_CODE(address) == ADDR_EXPR &&
	       kmsan_is_foreign_memory(TREE_OPERAND(address, 0));
}

/**
 * kmsan_is_foreign_work() - has another instrumentation added this call, even
 * of a builtin?
 * @stmt: the call
 */
bool kmsan_is_foreign_work(gcall *stmt)
{
	return kmsan_find_foreign(stmt) || kmsan_updates_counter(stmt);
}

/**
 * kmsan_looks_for_shadow() - may its callee look for its parameters' shadow?
 * @stmt: a call that kmsan_is_foreign_work() accepts
 */
bool kmsan_looks_for_shadow(gcall *stmt)
{
	const struct kmsan_foreign *foreign = kmsan_find_foreign(stmt);

	return foreign && (foreign->flags & KMSAN_FOREIGN_LOOKS);
}

/* Does this assignment leave everything that the program sees unchanged? */
static bool kmsan_is_silent_assign(gimple *stmt)
{
	tree base;

	if (gimple_has_volatile_ops(stmt))
		return false;
	if (!gimple_store_p(stmt) ||
	    kmsan_is_foreign_memory(gimple_assign_lhs(stmt)))
		return true;
	/* A value that is passed to a handler by its address. */
	base = get_base_address(gimple_assign_lhs(stmt));
	return base && VAR_P(base) && DECL_ARTIFICIAL(base) &&
	       auto_var_in_fn_p(base, current_function_decl);
}

/* Does this statement do nothing that the program would notice? */
static bool kmsan_is_silent(gimple *stmt)
{
	if (kmsan_is_transparent(stmt))
		return true;
	switch (gimple_code(stmt)) {
	case GIMPLE_ASSIGN:
		return kmsan_is_silent_assign(stmt);
	case GIMPLE_CALL:
		return kmsan_is_foreign_call(stmt) ||
		       kmsan_updates_counter(stmt) || !gimple_vdef(stmt);
	default:
		return false;
	}
}

enum kmsan_handler { KMSAN_HANDLER_NO, KMSAN_HANDLER_YES, KMSAN_HANDLER_LATER };

/* Does a block do nothing before it calls a sanitizer's handler, or traps? */
static enum kmsan_handler kmsan_handler_in(basic_block bb)
{
	for (gimple_stmt_iterator gsi = gsi_start_bb(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi)) {
		gimple *stmt = gsi_stmt(gsi);
		const struct kmsan_foreign *foreign = kmsan_find_foreign(stmt);

		if (foreign && (foreign->flags & KMSAN_FOREIGN_BRANCH))
			return KMSAN_HANDLER_YES;
		if (!kmsan_is_silent(stmt))
			return KMSAN_HANDLER_NO;
	}
	return single_succ_p(bb) ? KMSAN_HANDLER_LATER : KMSAN_HANDLER_NO;
}

/* Blocks that do nothing are left where handlers of two branches were merged. */
static bool kmsan_leads_to_handler(basic_block bb)
{
	enum kmsan_handler found = KMSAN_HANDLER_LATER;

	for (int i = 0; i < 4 && found == KMSAN_HANDLER_LATER; i++) {
		found = kmsan_handler_in(bb);
		if (found == KMSAN_HANDLER_LATER)
			bb = single_succ(bb);
	}
	return found == KMSAN_HANDLER_YES;
}

/**
 * kmsan_is_foreign_branch() - has another instrumentation added this branch?
 * @stmt: the condition that ends a block
 *
 * Such a branch leads straight to a handler, or by blocks that do nothing.
 */
bool kmsan_is_foreign_branch(gimple *stmt)
{
	edge_iterator ei;
	edge e;

	FOR_EACH_EDGE (e, ei, gimple_bb(stmt)->succs)
		if (kmsan_leads_to_handler(e->dest))
			return true;
	return false;
}

/**
 * kmsan_cover_first() - run coverage before this pass
 *
 * With -Og it would run afterwards, and trace our branches and comparisons too.
 */
void kmsan_cover_first(void)
{
	opt_pass *coverage;

	if (!optimize_debug || !sanitize_coverage_p(current_function_decl))
		return;
	coverage = make_pass_sancov(g);
	coverage->execute(cfun);
	delete coverage;
	DECL_ATTRIBUTES(current_function_decl) =
		tree_cons(get_identifier("no_sanitize_coverage"), NULL_TREE,
			  DECL_ATTRIBUTES(current_function_decl));
}
