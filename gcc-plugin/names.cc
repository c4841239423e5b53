// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * names.cc - the shadow and origin of each SSA name of the function at work,
 * and which shadows are known to be clean.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* The metadata of an SSA name without a defining statement. */
static struct kmsan_value kmsan_default_value(tree name)
{
	tree var = SSA_NAME_VAR(name);

	/*
	 * A variable that no .DEFERRED_INIT covers was declared with attribute
	 * uninitialized, unless GCC made it.
	 */
	if (var && VAR_P(var) && !DECL_ARTIFICIAL(var) &&
	    !DECL_HARD_REGISTER(var) && kmsan_propagates())
		return kmsan_uninit_value(TREE_TYPE(name), kmsan_descr(var));
	return kmsan_clean_value(TREE_TYPE(name));
}

static bool kmsan_is_earlier(basic_block const &a, basic_block const &b)
{
	return bb_dom_dfs_in(CDI_DOMINATORS, a) <
	       bb_dom_dfs_in(CDI_DOMINATORS, b);
}

/*
 * The place of the block at work among those where a shadow was checked, which
 * are ordered by their place in the tree of dominators.
 */
static unsigned int kmsan_place_checked(const vec<basic_block> &blocks)
{
	unsigned int from = 0, to = blocks.length();

	while (from < to) {
		unsigned int middle = (from + to) / 2;

		if (kmsan_is_earlier(kfn->walk.bb, blocks[middle]))
			to = middle;
		else
			from = middle + 1;
	}
	return from;
}

/*
 * Has this shadow been checked on each path to the place at work?  None of the
 * blocks dominates another, so there is only one candidate.
 */
static bool kmsan_is_checked(tree shadow)
{
	unsigned int place;

	if (TREE_CODE(shadow) != SSA_NAME || !kfn->walk.bb ||
	    SSA_NAME_VERSION(shadow) >= kfn->names.checked.length())
		return false;

	const vec<basic_block> &blocks =
		kfn->names.checked[SSA_NAME_VERSION(shadow)];

	if (!blocks.length())
		return false;
	/* Meanwhile a new block on an edge may have made the order invalid. */
	calculate_dominance_info(CDI_DOMINATORS);
	place = kmsan_place_checked(blocks);
	return place &&
	       dominated_by_p(CDI_DOMINATORS, kfn->walk.bb, blocks[place - 1]);
}

static void kmsan_note_checked(tree shadow)
{
	unsigned int version = SSA_NAME_VERSION(shadow);

	if (kmsan_is_checked(shadow))
		return;
	if (version >= kfn->names.checked.length())
		kfn->names.checked.safe_grow_cleared(version + 1);
	calculate_dominance_info(CDI_DOMINATORS);
	kfn->names.checked[version].safe_insert(
		kmsan_place_checked(kfn->names.checked[version]), kfn->walk.bb);
}

/* Follow a union of shadows no deeper than this. */
#define KMSAN_CHECKED_DEPTH 8

/**
 * kmsan_assignment() - the assignment that defines a value
 * @value: a GIMPLE value
 *
 * Return: NULL if there is none.
 */
gassign *kmsan_assignment(tree value)
{
	return TREE_CODE(value) == SSA_NAME ?
		       dyn_cast<gassign *>(SSA_NAME_DEF_STMT(value)) :
		       NULL;
}

/* Is @shadow the conversion of one that has at least @bits fewer bits? */
static bool kmsan_is_widened(tree shadow, unsigned int bits)
{
	gassign *def = kmsan_assignment(shadow);
	tree op = def ? gimple_assign_rhs1(def) : NULL_TREE;

	return def && CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(shadow)) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(op)) &&
	       TYPE_PRECISION(TREE_TYPE(op)) + bits <=
		       TYPE_PRECISION(TREE_TYPE(shadow));
}

/* Is @def a shift of a shadow that loses no bit, as of an array's index? */
static bool kmsan_is_lossless_shift(gassign *def)
{
	tree count = gimple_assign_rhs2(def);

	return gimple_assign_rhs_code(def) == LSHIFT_EXPR &&
	       tree_fits_uhwi_p(count) && tree_to_uhwi(count) < 64 &&
	       kmsan_is_widened(gimple_assign_rhs1(def), tree_to_uhwi(count));
}

/*
 * Note all shadows that are clean if @shadow is: it is their union, or one of
 * them with more bits.
 */
static void kmsan_mark_checked(tree shadow, unsigned int depth)
{
	gassign *def;

	if (TREE_CODE(shadow) != SSA_NAME)
		return;
	kmsan_note_checked(shadow);
	def = dyn_cast<gassign *>(SSA_NAME_DEF_STMT(shadow));
	if (!def || depth == KMSAN_CHECKED_DEPTH)
		return;
	if (gimple_assign_rhs_code(def) == BIT_IOR_EXPR)
		kmsan_mark_checked(gimple_assign_rhs2(def), depth + 1);
	else if (gimple_assign_rhs_code(def) != SSA_NAME &&
		 !kmsan_is_widened(shadow, 0) && !kmsan_is_lossless_shift(def))
		return;
	kmsan_mark_checked(gimple_assign_rhs1(def), depth + 1);
}

/**
 * kmsan_set_checked() - the statement at work reports a shadow if it is not
 * clean
 * @shadow: SSA name or constant
 *
 * From there on it counts as initialised within the function: whatever is made
 * from it would be reported again for the same reason.  What leaves the
 * function keeps its poison.
 */
void kmsan_set_checked(tree shadow)
{
	if (kfn->walk.bb)
		kmsan_mark_checked(shadow, 0);
}

/**
 * kmsan_leaving_value() - the metadata of an operand that leaves the function
 * @operand: SSA name or constant, to be stored, passed or returned
 *
 * Return: its metadata; clean if no rule has set it.
 */
struct kmsan_value kmsan_leaving_value(tree operand)
{
	struct kmsan_value value;

	if (TREE_CODE(operand) != SSA_NAME)
		return kmsan_clean_value(TREE_TYPE(operand));
	if (SSA_NAME_VERSION(operand) < kfn->names.shadows.length()) {
		value = kfn->names.shadows[SSA_NAME_VERSION(operand)];
		if (value.shadow)
			return value;
	}
	if (SSA_NAME_IS_DEFAULT_DEF(operand)) {
		value = kmsan_default_value(operand);
		kmsan_set_value(operand, value);
		return value;
	}
	return kmsan_clean_value(TREE_TYPE(operand));
}

/**
 * kmsan_value_of() - the metadata of an operand
 * @operand: SSA name or constant
 *
 * Return: its metadata; clean if every path to the statement at work has
 * reported it otherwise.
 */
struct kmsan_value kmsan_value_of(tree operand)
{
	struct kmsan_value value = kmsan_leaving_value(operand);

	return kmsan_is_checked(value.shadow) ?
		       kmsan_clean_value(TREE_TYPE(operand)) :
		       value;
}

/**
 * kmsan_set_value() - record the metadata of an SSA name
 */
void kmsan_set_value(tree name, struct kmsan_value value)
{
	unsigned int version = SSA_NAME_VERSION(name);

	/* Otherwise a constant of a wrong type is only noticed in a PHI. */
	if (flag_checking)
		gcc_assert(useless_type_conversion_p(
			kmsan_shadow_type(TREE_TYPE(name)),
			TREE_TYPE(value.shadow)));
	if (version >= kfn->names.shadows.length())
		kfn->names.shadows.safe_grow_cleared(version + 1);
	if (kmsan_is_clean(value.shadow))
		value.origin = NULL;
	else if (!value.origin)
		value.origin =
			kmsan_origin_leaf(build_zero_cst(unsigned_type_node));
	kfn->names.shadows[version] = value;
}

/**
 * kmsan_set_result() - record the metadata of what a statement defines
 * @lhs: an SSA name
 * @value: its metadata
 */
void kmsan_set_result(tree lhs, struct kmsan_value value)
{
	if (kmsan_propagates() && kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_set_value(lhs, value);
}

/* Can @stmt get poison from something that is not an SSA name? */
static bool kmsan_makes_poison(gimple *stmt)
{
	if (is_gimple_call(stmt))
		return true;
	return gimple_assign_load_p(stmt) || kmsan_is_declaration(stmt);
}

/* Names that may be poisoned and whose uses have not been looked at. */
static vec<tree> kmsan_maybe_work;

static void kmsan_mark_maybe(tree name)
{
	if (bitmap_set_bit(kfn->names.maybe, SSA_NAME_VERSION(name)))
		kmsan_maybe_work.safe_push(name);
}

/* The SSA names that @stmt defines may be poisoned. */
static void kmsan_mark_defined(gimple *stmt)
{
	ssa_op_iter iter;
	def_operand_p def;

	FOR_EACH_PHI_OR_STMT_DEF (def, stmt, iter, SSA_OP_DEF)
		kmsan_mark_maybe(DEF_FROM_PTR(def));
}

/* Where poison comes from: parameters, memory, calls, declarations. */
static void kmsan_mark_sources(void)
{
	basic_block bb;
	unsigned int i;
	tree name;

	FOR_EACH_SSA_NAME (i, name, cfun)
		if (SSA_NAME_IS_DEFAULT_DEF(name) && !virtual_operand_p(name) &&
		    kmsan_is_tracked_type(TREE_TYPE(name)) &&
		    !kmsan_is_clean(kmsan_value_of(name).shadow))
			kmsan_mark_maybe(name);
	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (!is_gimple_debug(gsi_stmt(gsi)) &&
			    kmsan_makes_poison(gsi_stmt(gsi)))
				kmsan_mark_defined(gsi_stmt(gsi));
}

/**
 * kmsan_find_maybe_poisoned() - find the SSA names that can be poisoned
 *
 * Optimistic: a name is clean until something that can be poisoned flows into
 * it, so a loop counter needs no PHI for its shadow.
 */
void kmsan_find_maybe_poisoned(void)
{
	imm_use_iterator iter;
	use_operand_p use;

	bitmap_tree_view(kfn->names.maybe);
	kmsan_mark_sources();
	while (kmsan_maybe_work.length()) {
		tree name = kmsan_maybe_work.pop();

		FOR_EACH_IMM_USE_FAST (use, iter, name)
			if (!is_gimple_debug(USE_STMT(use)))
				kmsan_mark_defined(USE_STMT(use));
	}
	kmsan_maybe_work.release();
}

/**
 * kmsan_may_be_poisoned() - can this SSA name be poisoned?
 * @name: an SSA name of the function as it was before instrumentation
 */
bool kmsan_may_be_poisoned(tree name)
{
	return bitmap_bit_p(kfn->names.maybe, SSA_NAME_VERSION(name));
}

/**
 * kmsan_names_start() - a function is about to be instrumented
 */
void kmsan_names_start(void)
{
	kfn->names.shadows.create(num_ssa_names);
	kfn->names.shadows.safe_grow_cleared(num_ssa_names);
	kfn->names.maybe = BITMAP_ALLOC(NULL);
}

/**
 * kmsan_names_finish() - the function at work is done
 */
void kmsan_names_finish(void)
{
	kfn->names.shadows.release();
	for (unsigned int i = 0; i < kfn->names.checked.length(); i++)
		kfn->names.checked[i].release();
	kfn->names.checked.release();
	BITMAP_FREE(kfn->names.maybe);
}
