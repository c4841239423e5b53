// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * locals.cc - uninitialised local variables.
 *
 * The gimplifier is told to initialise locals with a pattern, which makes it
 * emit .DEFERRED_INIT at each declaration without an initialiser.  No optimiser
 * looks through it.  Here it becomes poison, and the initialisation is dropped.
 *
 * A local in memory is poisoned by the runtime, which makes its origin.  For
 * one in a register that would be a call for each declaration, mostly in vain.
 * Its origin is a marker, a constant that stands for the variable, until a
 * guard's cold block finds that it needs the real one.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * Markers count down from here.  No handle of a stack depot has its upper bits
 * all set.
 */
#define KMSAN_MARKER_TOP 0xffffffffu
#define KMSAN_MARKER_MAX 4096

static tree kmsan_string(const char *text)
{
	return build_string_literal(strlen(text) + 1, text);
}

/**
 * kmsan_descr() - the name of a variable as the runtime wants it
 * @decl: the variable
 *
 * Return: address of a string constant.
 */
tree kmsan_descr(tree decl)
{
	return kmsan_string(DECL_NAME(decl) ?
				    IDENTIFIER_POINTER(DECL_NAME(decl)) :
				    "<anonymous>");
}

/**
 * kmsan_uninit_value() - the metadata of an uninitialised local in a register
 * @type: of the value
 * @name: address of the string with the variable's name
 */
struct kmsan_value kmsan_uninit_value(tree type, tree name)
{
	struct kmsan_value value = { kmsan_poisoned(type), NULL };
	unsigned int i;
	tree known;

	FOR_EACH_VEC_ELT (kfn->markers, i, known)
		if (operand_equal_p(known, name))
			break;
	if (i == kfn->markers.length() && i < KMSAN_MARKER_MAX)
		kfn->markers.safe_push(name);
	value.origin = kmsan_origin_leaf(
		build_int_cst(unsigned_type_node,
			      i < KMSAN_MARKER_MAX ? KMSAN_MARKER_TOP - i : 0));
	return value;
}

/**
 * kmsan_marker_name() - which variable does an origin stand for?
 * @marker: an integer constant
 *
 * Return: address of the string with its name; NULL_TREE if it is no marker.
 */
tree kmsan_marker_name(tree marker)
{
	unsigned HOST_WIDE_INT index;

	index = KMSAN_MARKER_TOP - tree_to_uhwi(marker);
	return index < kfn->markers.length() ? kfn->markers[index] : NULL_TREE;
}

/* GCC 12.1 had a flag where later ones have the name. */
static tree kmsan_deferred_name(gcall *stmt)
{
	tree name = gimple_call_arg(stmt, 2);
	tree lhs = gimple_call_lhs(stmt);
	tree var = TREE_CODE(lhs) == SSA_NAME ? SSA_NAME_VAR(lhs) :
						get_base_address(lhs);

	if (POINTER_TYPE_P(TREE_TYPE(name)))
		return name;
	return var && DECL_P(var) ? kmsan_descr(var) : kmsan_string("");
}

/* Let @lhs be an undefined value: what it was before .DEFERRED_INIT. */
static void kmsan_leave_undefined(gcall *stmt)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);
	tree lhs = gimple_call_lhs(stmt);
	tree var = create_tmp_reg(TREE_TYPE(lhs));
	tree undefined;
	gassign *copy;

	suppress_warning(var, OPT_Wuninitialized);
	suppress_warning(var, OPT_Wmaybe_uninitialized);
	undefined = get_or_create_ssa_default_def(cfun, var);
	copy = gimple_build_assign(lhs, undefined);
	gimple_set_location(copy, gimple_location(stmt));
	gsi_replace(&gsi, copy, false);
	kfn->stmt = copy;
}

/**
 * kmsan_rule_deferred_init() - the declaration of an uninitialised local
 * @stmt: a call of .DEFERRED_INIT
 */
void kmsan_rule_deferred_init(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	tree size = gimple_call_arg(stmt, 0);
	tree name = kmsan_deferred_name(stmt);
	tree address;

	if (kmsan_opts.auto_init) {
		if (kfn->cls == KMSAN_UNINSTRUMENTED)
			return;
		if (TREE_CODE(lhs) == SSA_NAME)
			kmsan_set_result(lhs, kmsan_clean_value(TREE_TYPE(lhs)));
		else
			kmsan_store_clean(&kfn->pre, lhs);
		return;
	}
	if (TREE_CODE(lhs) == SSA_NAME) {
		if (kmsan_propagates() && kmsan_is_tracked_type(TREE_TYPE(lhs)))
			kmsan_set_result(
				lhs, kmsan_uninit_value(TREE_TYPE(lhs), name));
		kmsan_leave_undefined(stmt);
		return;
	}
	kfn->replaced = true;
	if (kfn->cls == KMSAN_UNINSTRUMENTED || integer_zerop(size) ||
	    !kmsan_ref_is_memory(lhs))
		return;
	address = kmsan_address_of(&kfn->pre, lhs);
	size = gimple_convert(&kfn->pre, kfn->loc, size_type_node, size);
	if (kmsan_propagates())
		kmsan_call(&kfn->pre, KMSAN_EP_poison_alloca, 3, address, size,
			   name);
	else
		kmsan_call(&kfn->pre, KMSAN_EP_unpoison_alloca, 2, address,
			   size);
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
		     !kmsan_opts.auto_init))
		return;
	if (kmsan_propagates())
		kmsan_call(&kfn->post, KMSAN_EP_poison_alloca, 3, lhs,
			   gimple_call_arg(stmt, 0), kmsan_string("alloca"));
	else
		kmsan_call(&kfn->post, KMSAN_EP_unpoison_alloca, 2, lhs,
			   gimple_call_arg(stmt, 0));
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

			if (!gimple_call_internal_p(stmt, IFN_DEFERRED_INIT))
				continue;
			base = get_base_address(gimple_call_lhs(stmt));
			if (base && DECL_P(base))
				bitmap_set_bit(kfn->deferred, DECL_UID(base));
		}
	}
}

/* Must this local be poisoned although nothing says that it is declared? */
static bool kmsan_needs_entry_poison(tree var)
{
	if (!VAR_P(var) || TREE_STATIC(var) || DECL_EXTERNAL(var) ||
	    is_gimple_reg(var) || DECL_HARD_REGISTER(var) ||
	    DECL_HAS_VALUE_EXPR_P(var) ||
	    !auto_var_in_fn_p(var, current_function_decl))
		return false;
	if (kmsan_type_bytes(TREE_TYPE(var)) <= 0 ||
	    bitmap_bit_p(kfn->deferred, DECL_UID(var)))
		return false;
	if (lookup_attribute("uninitialized", DECL_ATTRIBUTES(var)))
		return true;
	/* An initialiser need not reach the padding. */
	return clear_padding_type_may_have_padding_p(TREE_TYPE(var));
}

/**
 * kmsan_poison_locals() - poison locals that no .DEFERRED_INIT covers
 *
 * Otherwise their padding would keep the shadow of an older frame.
 */
void kmsan_poison_locals(void)
{
	unsigned int i;
	tree var;

	FOR_EACH_LOCAL_DECL (cfun, i, var) {
		tree address, size;

		if (!kmsan_needs_entry_poison(var))
			continue;
		address = kmsan_address_of(&kfn->entry, var);
		size = build_int_cst(size_type_node,
				     kmsan_type_bytes(TREE_TYPE(var)));
		if (kmsan_propagates() && !kmsan_opts.auto_init)
			kmsan_call(&kfn->entry, KMSAN_EP_poison_alloca, 3,
				   address, size, kmsan_descr(var));
		else
			kmsan_call(&kfn->entry, KMSAN_EP_unpoison_alloca, 2,
				   address, size);
	}
}

static bool kmsan_is_padded_initialiser(tree decl)
{
	tree type = TREE_TYPE(decl);

	if (!VAR_P(decl) || TREE_STATIC(decl) || DECL_EXTERNAL(decl) ||
	    DECL_HARD_REGISTER(decl) || !DECL_INITIAL(decl) ||
	    DECL_INITIAL(decl) == error_mark_node)
		return false;
	if (!AGGREGATE_TYPE_P(type) || kmsan_type_bytes(type) <= 0)
		return false;
	/* A constant one may become static data, without a hole. */
	return !TREE_READONLY(decl) &&
	       clear_padding_type_may_have_padding_p(type);
}

static tree kmsan_split_initialiser(tree *tp, int *walk_subtrees, void *data)
{
	tree decl, init, list = NULL_TREE;

	if (TYPE_P(*tp)) {
		*walk_subtrees = 0;
		return NULL_TREE;
	}
	if (TREE_CODE(*tp) != DECL_EXPR)
		return NULL_TREE;
	decl = DECL_EXPR_DECL(*tp);
	if (!VAR_P(decl) || !DECL_INITIAL(decl) || TREE_STATIC(decl))
		return NULL_TREE;
	walk_tree_without_duplicates(&DECL_INITIAL(decl),
				     kmsan_split_initialiser, data);
	if (!kmsan_is_padded_initialiser(decl))
		return NULL_TREE;
	init = build2_loc(EXPR_LOCATION(*tp), INIT_EXPR, TREE_TYPE(decl), decl,
			  DECL_INITIAL(decl));
	TREE_SIDE_EFFECTS(init) = 1;
	DECL_INITIAL(decl) = NULL_TREE;
	append_to_statement_list(*tp, &list);
	append_to_statement_list(init, &list);
	*tp = list;
	*walk_subtrees = 0;
	return NULL_TREE;
}

/**
 * kmsan_split_padded_initialisers() - declare first, initialise then
 * @fndecl: a function that the front end has just finished
 *
 * A declaration with an initialiser gets no .DEFERRED_INIT, yet padding that it
 * does not reach is poisoned.  So let there be two statements.
 */
void kmsan_split_padded_initialisers(tree fndecl)
{
	if (!DECL_SAVED_TREE(fndecl) || kmsan_opts.auto_init ||
	    kmsan_function_class(fndecl) == KMSAN_UNINSTRUMENTED)
		return;
	walk_tree_without_duplicates(&DECL_SAVED_TREE(fndecl),
				     kmsan_split_initialiser, NULL);
}
