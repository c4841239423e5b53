// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * padding.cc - declarations whose initialiser need not reach the padding.
 *
 * They get no .DEFERRED_INIT, so the front end's trees are changed: such a
 * local is first declared and then assigned to.
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
