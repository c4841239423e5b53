// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * padding.cc - declarations that the front end's trees are changed for: those
 * whose initialiser need not reach the padding, and those in a scope without a
 * statement.
 *
 * The former would get no .DEFERRED_INIT, so such a local is first declared and
 * then assigned to.  The latter would get one, and need none.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static bool kmsan_is_padded_initialiser(tree decl)
{
	tree type = TREE_TYPE(decl);

	return VAR_P(decl) && !TREE_STATIC(decl) && !DECL_EXTERNAL(decl) &&
	       !DECL_HARD_REGISTER(decl) && DECL_INITIAL(decl) &&
	       DECL_INITIAL(decl) != error_mark_node &&
	       kmsan_type_bytes(type) > 0 && !is_empty_type(type) &&
	       clear_padding_type_may_have_padding_p(type);
}

/*
 * Let the gimplifier neither initialise the variable nor clear its padding
 * after the initialiser.
 */
static void kmsan_mark_uninitialised(tree decl)
{
	DECL_ATTRIBUTES(decl) =
		tree_cons(get_identifier("uninitialized"), NULL_TREE,
			  DECL_ATTRIBUTES(decl));
}

/* DECL_EXPR x = init;  ->  DECL_EXPR x; x = .DEFERRED_INIT (); x = init; */
static tree kmsan_split_declaration(tree declaration)
{
	tree decl = DECL_EXPR_DECL(declaration);
	location_t loc = EXPR_LOCATION(declaration);
	tree list = NULL_TREE, call, init;

	call = build_call_expr_internal_loc(
		loc, IFN_DEFERRED_INIT, TREE_TYPE(decl), 3,
		TYPE_SIZE_UNIT(TREE_TYPE(decl)),
		build_int_cst(integer_type_node, AUTO_INIT_ZERO),
		kmsan_descr(decl));
	call = build2_loc(loc, MODIFY_EXPR, TREE_TYPE(decl), decl, call);
	init = build2_loc(loc, INIT_EXPR, TREE_TYPE(decl), decl,
			  DECL_INITIAL(decl));
	TREE_SIDE_EFFECTS(call) = TREE_SIDE_EFFECTS(init) = 1;
	DECL_INITIAL(decl) = NULL_TREE;
	append_to_statement_list(declaration, &list);
	append_to_statement_list(call, &list);
	append_to_statement_list(init, &list);
	return list;
}

static tree kmsan_split_initialiser(tree *tp, int *walk_subtrees, void *data)
{
	tree decl;

	if (TYPE_P(*tp)) {
		*walk_subtrees = 0;
		return NULL_TREE;
	}
	/*
	 * A compound literal is part of an expression: its padding is poisoned
	 * at the start of the function instead.
	 */
	if (TREE_CODE(*tp) == COMPOUND_LITERAL_EXPR)
		decl = COMPOUND_LITERAL_EXPR_DECL(*tp);
	else if (TREE_CODE(*tp) == DECL_EXPR)
		decl = DECL_EXPR_DECL(*tp);
	else
		return NULL_TREE;
	if (!VAR_P(decl) || !DECL_INITIAL(decl) || TREE_STATIC(decl))
		return NULL_TREE;
	*walk_subtrees = 0;
	walk_tree_without_duplicates(&DECL_INITIAL(decl),
				     kmsan_split_initialiser, data);
	if (!kmsan_is_padded_initialiser(decl))
		return NULL_TREE;
	kmsan_mark_uninitialised(decl);
	/* A constant may become static data, whose padding is initialised. */
	if (TREE_CODE(*tp) == DECL_EXPR && !TREE_READONLY(decl))
		*tp = kmsan_split_declaration(*tp);
	return NULL_TREE;
}

/**
 * kmsan_split_padded_initialisers() - first declare, then initialise
 * @fndecl: a function that the front end has just finished
 *
 * A declaration with an initialiser gets no .DEFERRED_INIT, yet padding that it
 * does not reach is poisoned.  So it is split into two statements.
 */
void kmsan_split_padded_initialisers(tree fndecl)
{
	if (!DECL_SAVED_TREE(fndecl) || kmsan_opts.auto_init ||
	    kmsan_function_class(fndecl) == KMSAN_UNINSTRUMENTED)
		return;
	walk_tree_without_duplicates(&DECL_SAVED_TREE(fndecl),
				     kmsan_split_initialiser, NULL);
}

static bool kmsan_is_bare_declaration(tree stmt)
{
	if (TREE_CODE(stmt) == DEBUG_BEGIN_STMT)
		return true;
	return TREE_CODE(stmt) == DECL_EXPR && VAR_P(DECL_EXPR_DECL(stmt)) &&
	       !DECL_INITIAL(DECL_EXPR_DECL(stmt));
}

/* Is there nothing but declarations, without initialisers, in this scope? */
static bool kmsan_only_declares(tree scope)
{
	tree body = BIND_EXPR_BODY(scope);

	if (!body || TREE_CODE(body) != STATEMENT_LIST)
		return body && kmsan_is_bare_declaration(body);
	for (tree_stmt_iterator i = tsi_start(body); !tsi_end_p(i);
	     tsi_next(&i))
		if (!kmsan_is_bare_declaration(tsi_stmt(i)))
			return false;
	return true;
}

static tree kmsan_skip_scope(tree *tp, int *walk_subtrees, void *)
{
	if (TYPE_P(*tp))
		*walk_subtrees = 0;
	else if (TREE_CODE(*tp) == BIND_EXPR && kmsan_only_declares(*tp))
		for (tree var = BIND_EXPR_VARS(*tp); var; var = DECL_CHAIN(var))
			if (VAR_P(var) && !TREE_STATIC(var) &&
			    !DECL_EXTERNAL(var))
				kmsan_mark_uninitialised(var);
	return NULL_TREE;
}

/**
 * kmsan_skip_unused_scopes() - no .DEFERRED_INIT in a scope without a statement
 * @fndecl: a function that the front end has just finished
 *
 * It would be the last statement before a case, and one that
 * -Wimplicit-fallthrough warns about.
 */
void kmsan_skip_unused_scopes(tree fndecl)
{
	if (DECL_SAVED_TREE(fndecl) && !kmsan_opts.auto_init)
		walk_tree_without_duplicates(&DECL_SAVED_TREE(fndecl),
					     kmsan_skip_scope, NULL);
}
