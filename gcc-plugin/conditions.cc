// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * conditions.cc - the rules of comparisons, and of selections between values.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/* Definitions are followed no deeper than this, a clamp() within a clamp(). */
#define KMSAN_TERM_DEPTH 6

/*
 * How an operand of a comparison is computed, as far as that says more about
 * its bounds than its shadow does.  Leaves hold their shadow, since the code
 * for a comparison may be made long after the walk has passed it.
 */
struct kmsan_term {
	enum tree_code code; /* SSA_NAME for a leaf, CALL_EXPR for a count */
	combined_fn fn; /* of a count of bits */
	tree value;
	tree shadow;
	const struct kmsan_term *op[2];
};

/* Are all values of @from, in order, values of @to? */
static bool kmsan_keeps_value(tree to, tree from)
{
	if (!INTEGRAL_TYPE_P(to) || !INTEGRAL_TYPE_P(from))
		return false;
	if (TYPE_UNSIGNED(to) == TYPE_UNSIGNED(from))
		return TYPE_PRECISION(to) >= TYPE_PRECISION(from);
	return TYPE_UNSIGNED(from) && TYPE_PRECISION(to) > TYPE_PRECISION(from);
}

/* Is this definition one whose bounds follow from those of its operands? */
static bool kmsan_is_followed(const gassign *def)
{
	tree type = TREE_TYPE(gimple_assign_lhs(def));
	enum tree_code code = gimple_assign_rhs_code(def);

	if (!INTEGRAL_TYPE_P(type))
		return false;
	if (CONVERT_EXPR_CODE_P(code))
		return kmsan_keeps_value(type,
					 TREE_TYPE(gimple_assign_rhs1(def)));
	return code == MIN_EXPR || code == MAX_EXPR || code == ABS_EXPR ||
	       code == ABSU_EXPR;
}

/* Counts of bits whose bounds follow from those of what they look at. */
static const struct {
	combined_fn fn;
	bool falls; /* the more bits are 1, the lower is the count */
} kmsan_bounded_counts[] = {
	{ CFN_BUILT_IN_POPCOUNT, false }, { CFN_BUILT_IN_POPCOUNTL, false },
	{ CFN_BUILT_IN_POPCOUNTLL, false }, { CFN_POPCOUNT, false },
	{ CFN_BUILT_IN_CLZ, true },	 { CFN_BUILT_IN_CLZL, true },
	{ CFN_BUILT_IN_CLZLL, true },	 { CFN_CLZ, true },
	{ CFN_BUILT_IN_CTZ, true },	 { CFN_BUILT_IN_CTZL, true },
	{ CFN_BUILT_IN_CTZLL, true },	 { CFN_CTZ, true },
};

/* The row of a count; the size of the table if there is none. */
static unsigned int kmsan_bounded_count(combined_fn fn)
{
	unsigned int i = 0;

	while (i < ARRAY_SIZE(kmsan_bounded_counts) &&
	       kmsan_bounded_counts[i].fn != fn)
		i++;
	return i;
}

/* If a term is a count of bits, note of what. */
static void kmsan_find_count(struct kmsan_term *term, tree value)
{
	gcall *call = TREE_CODE(value) == SSA_NAME ?
			      dyn_cast<gcall *>(SSA_NAME_DEF_STMT(value)) :
			      NULL;
	struct kmsan_term *counted;
	tree arg;

	if (!call || gimple_call_num_args(call) != 1 ||
	    kmsan_bounded_count(gimple_call_combined_fn(call)) ==
		    ARRAY_SIZE(kmsan_bounded_counts))
		return;
	arg = gimple_call_arg(call, 0);
	if (!INTEGRAL_TYPE_P(TREE_TYPE(arg)))
		return;
	counted = (struct kmsan_term *)kmsan_allocate(sizeof(*counted));
	counted->code = SSA_NAME;
	counted->value = arg;
	counted->shadow = kmsan_value_of(arg).shadow;
	term->code = CALL_EXPR;
	term->fn = gimple_call_combined_fn(call);
	term->op[0] = counted;
}

static const struct kmsan_term *kmsan_term_of(tree value, unsigned int depth)
{
	struct kmsan_term *term =
		(struct kmsan_term *)kmsan_allocate(sizeof(*term));
	gassign *def = NULL;

	term->code = SSA_NAME;
	term->value = value;
	term->shadow = kmsan_value_of(value).shadow;
	if (TREE_CODE(value) == SSA_NAME && depth < KMSAN_TERM_DEPTH &&
	    !kmsan_is_clean(term->shadow)) {
		kmsan_find_count(term, value);
		def = dyn_cast<gassign *>(SSA_NAME_DEF_STMT(value));
	}
	if (!def || !kmsan_is_followed(def))
		return term;
	term->op[0] = kmsan_term_of(gimple_assign_rhs1(def), depth + 1);
	if (gimple_num_ops(def) > 2)
		term->op[1] = kmsan_term_of(gimple_assign_rhs2(def), depth + 1);
	/*
	 * After a zero extension the shadow says all that there is to say; but
	 * the copies of a sign bit are all equal, which it does not say.
	 */
	if (gimple_num_ops(def) > 2 || term->op[0]->code != SSA_NAME ||
	    !CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)) ||
	    !TYPE_UNSIGNED(TREE_TYPE(gimple_assign_rhs1(def))))
		term->code = gimple_assign_rhs_code(def);
	return term;
}

/* Move signed numbers by half their range, to compare them as unsigned. */
static tree kmsan_bias(gimple_seq *seq, tree type, tree value)
{
	tree to = kmsan_shadow_type(type);
	unsigned int bits = TYPE_PRECISION(to);

	value = kmsan_bits(seq, to, value);
	if (TYPE_UNSIGNED(type))
		return value;
	return build2_loc(seq, BIT_XOR_EXPR, to, value,
			  wide_int_to_tree(to, wi::set_bit_in_zero(bits - 1,
								   bits)));
}

static struct kmsan_bounds kmsan_bounds_of(gimple_seq *seq,
					   const struct kmsan_term *term);

/* The bounds of a leaf: with its poisoned bits all 0, and all 1. */
static struct kmsan_bounds kmsan_leaf_bounds(gimple_seq *seq,
					     const struct kmsan_term *term)
{
	tree type = TREE_TYPE(term->shadow);
	tree value = kmsan_bias(seq, TREE_TYPE(term->value), term->value);
	struct kmsan_bounds bounds;

	bounds.least = build2_loc(seq, BIT_AND_EXPR, type, value,
				  build1_loc(seq, BIT_NOT_EXPR, type,
					     term->shadow));
	bounds.most = build2_loc(seq, BIT_IOR_EXPR, type, value, term->shadow);
	return bounds;
}

/* Undo kmsan_bias(), which is its own inverse. */
static tree kmsan_unbias(gimple_seq *seq, tree type, tree moved)
{
	return kmsan_bits(seq, type, kmsan_bias(seq, type, moved));
}

/**
 * kmsan_value_bounds() - the least and the most that an integer can be
 * @seq: where the code goes
 * @value: SSA name or constant
 * @shadow: its shadow
 *
 * Return: both, of the type of @value.
 */
struct kmsan_bounds kmsan_value_bounds(gimple_seq *seq, tree value, tree shadow)
{
	const struct kmsan_term leaf = { SSA_NAME, CFN_LAST, value, shadow, {} };
	struct kmsan_bounds bounds = kmsan_leaf_bounds(seq, &leaf);

	bounds.least = kmsan_unbias(seq, TREE_TYPE(value), bounds.least);
	bounds.most = kmsan_unbias(seq, TREE_TYPE(value), bounds.most);
	return bounds;
}

static struct kmsan_bounds kmsan_converted_bounds(gimple_seq *seq,
						  const struct kmsan_term *term)
{
	tree type = TREE_TYPE(term->value);
	tree from = TREE_TYPE(term->op[0]->value);
	struct kmsan_bounds bounds = kmsan_bounds_of(seq, term->op[0]);
	tree *end[2] = { &bounds.least, &bounds.most };

	for (unsigned int i = 0; i < 2; i++)
		*end[i] = kmsan_bias(seq, type,
				     gimple_convert(seq, kfn->loc, type,
						    kmsan_unbias(seq, from,
								 *end[i])));
	return bounds;
}

/*
 * The bounds of an absolute value.  0 lies between bounds of different signs.
 * The least number has none of its own type; as unsigned it is the largest, but
 * as signed it would turn the bounds round.
 */
static struct kmsan_bounds kmsan_absolute_bounds(gimple_seq *seq,
						 const struct kmsan_term *term)
{
	tree type = TREE_TYPE(term->value);
	tree from = TREE_TYPE(term->op[0]->value);
	struct kmsan_bounds bounds = kmsan_bounds_of(seq, term->op[0]);
	tree to = TREE_TYPE(bounds.least);
	tree a = kmsan_unbias(seq, from, bounds.least);
	tree b = kmsan_unbias(seq, from, bounds.most);
	tree differ = build2_loc(seq, LT_EXPR, boolean_type_node,
				 build2_loc(seq, BIT_XOR_EXPR, from, a, b),
				 build_zero_cst(from));

	a = build1_loc(seq, ABSU_EXPR, to, a);
	b = build1_loc(seq, ABSU_EXPR, to, b);
	bounds.least = gimple_build(seq, kfn->loc, COND_EXPR, to, differ,
				    build_zero_cst(to),
				    build2_loc(seq, MIN_EXPR, to, a, b));
	bounds.most = build2_loc(seq, MAX_EXPR, to, a, b);
	if (!TYPE_UNSIGNED(type)) {
		tree max = fold_convert(to, TYPE_MAX_VALUE(type));

		bounds.least = build2_loc(seq, MIN_EXPR, to, bounds.least, max);
		bounds.most = build2_loc(seq, MIN_EXPR, to, bounds.most, max);
	}
	bounds.least = kmsan_bias(seq, type, bounds.least);
	bounds.most = kmsan_bias(seq, type, bounds.most);
	return bounds;
}

/* A count of bits; that of 0 is the number of bits, unless it counts ones. */
static tree kmsan_count_bits(gimple_seq *seq, const struct kmsan_term *term,
			     tree bits)
{
	tree arg = term->op[0]->value, type = TREE_TYPE(term->value), count;
	bool falls = kmsan_bounded_counts[kmsan_bounded_count(term->fn)].falls;

	count = gimple_build(seq, kfn->loc, term->fn, type,
			     kmsan_bits(seq, TREE_TYPE(arg), bits));
	if (!falls)
		return count;
	return gimple_build(seq, kfn->loc, COND_EXPR, type,
			    build2_loc(seq, EQ_EXPR, boolean_type_node, bits,
				       build_zero_cst(TREE_TYPE(bits))),
			    build_int_cst(type,
					  TYPE_PRECISION(TREE_TYPE(arg))),
			    count);
}

static struct kmsan_bounds kmsan_count_bounds(gimple_seq *seq,
					      const struct kmsan_term *term)
{
	tree type = TREE_TYPE(term->value);
	struct kmsan_bounds bounds;

	kmsan_unsigned_bounds(seq, term->op[0]->value, term->op[0]->shadow,
			      &bounds.least, &bounds.most);
	if (kmsan_bounded_counts[kmsan_bounded_count(term->fn)].falls)
		std::swap(bounds.least, bounds.most);
	bounds.least = kmsan_count_bits(seq, term, bounds.least);
	bounds.most = kmsan_count_bits(seq, term, bounds.most);
	bounds.least = kmsan_bias(seq, type, bounds.least);
	bounds.most = kmsan_bias(seq, type, bounds.most);
	return bounds;
}

/* The least and the most that a partly defined integer can be. */
static struct kmsan_bounds kmsan_bounds_of(gimple_seq *seq,
					   const struct kmsan_term *term)
{
	struct kmsan_bounds a, b;

	switch (term->code) {
	case MIN_EXPR:
	case MAX_EXPR:
		a = kmsan_bounds_of(seq, term->op[0]);
		b = kmsan_bounds_of(seq, term->op[1]);
		a.least = build2_loc(seq, term->code, TREE_TYPE(a.least),
				     a.least, b.least);
		a.most = build2_loc(seq, term->code, TREE_TYPE(a.most), a.most,
				    b.most);
		return a;
	case ABS_EXPR:
	case ABSU_EXPR:
		return kmsan_absolute_bounds(seq, term);
	case CALL_EXPR:
		return kmsan_count_bounds(seq, term);
	case SSA_NAME:
		return kmsan_leaf_bounds(seq, term);
	default:
		return kmsan_converted_bounds(seq, term);
	}
}

/* Do the bounds of two integers leave their order open? */
static tree kmsan_ordered_shadow(gimple_seq *seq,
				 const struct kmsan_compare *cmp)
{
	struct kmsan_bounds a = kmsan_bounds_of(seq, cmp->term[0]);
	struct kmsan_bounds b = kmsan_bounds_of(seq, cmp->term[1]);
	tree low = build2_loc(seq, cmp->code, boolean_type_node, a.least,
			      b.most);
	tree high = build2_loc(seq, cmp->code, boolean_type_node, a.most,
			       b.least);

	return build2_loc(seq, NE_EXPR, boolean_type_node, low, high);
}

/*
 * May two numbers be equal, and may they differ?  MIN(a, b) == 0 is decided by
 * an a that is 0, whatever the shadow of the minimum's bits is.
 */
static tree kmsan_bounds_meet(gimple_seq *seq, const struct kmsan_compare *cmp)
{
	struct kmsan_bounds a = kmsan_bounds_of(seq, cmp->term[0]);
	struct kmsan_bounds b = kmsan_bounds_of(seq, cmp->term[1]);
	tree type = TREE_TYPE(a.least), apart, meet;

	meet = build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			  build2_loc(seq, LE_EXPR, boolean_type_node, a.least,
				     b.most),
			  build2_loc(seq, LE_EXPR, boolean_type_node, b.least,
				     a.most));
	apart = build2_loc(seq, BIT_IOR_EXPR, type,
			   build2_loc(seq, BIT_XOR_EXPR, type, a.least, b.most),
			   build2_loc(seq, BIT_XOR_EXPR, type, a.most,
				      b.least));
	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node, meet,
			  kmsan_any(seq, apart));
}

/* Equality is decided once two defined bits differ. */
static tree kmsan_equality_shadow(gimple_seq *seq,
				  const struct kmsan_compare *cmp)
{
	tree type = TREE_TYPE(cmp->shadow[0]);
	tree either = kmsan_or(seq, cmp->shadow[0], cmp->shadow[1]);
	tree differ = build2_loc(seq, BIT_XOR_EXPR, type,
				 kmsan_bits(seq, type, cmp->op[0]),
				 kmsan_bits(seq, type, cmp->op[1]));
	tree known = build2_loc(seq, BIT_AND_EXPR, type, differ,
				build1_loc(seq, BIT_NOT_EXPR, type, either));
	tree open = build2_loc(seq, EQ_EXPR, boolean_type_node, known,
			       build_zero_cst(type));

	if (cmp->term[0]->code != SSA_NAME || cmp->term[1]->code != SSA_NAME)
		open = build2_loc(seq, BIT_AND_EXPR, boolean_type_node, open,
				  kmsan_bounds_meet(seq, cmp));
	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			  kmsan_any(seq, either), open);
}

/*
 * "a <= x && x <= b" is one comparison, x - a <= b - a, by the time the pass
 * sees it.  Where such a sum overflows, its bounds say nothing; but the
 * question is whether a number is in a range.
 */
struct kmsan_range {
	tree value;
	tree shadow;
	const struct kmsan_term *term; /* of @value; NULL if it is a leaf */
	unsigned int bits; /* how many low bits of @value are compared */
	/* Upwards from the first to the last, perhaps wrapping through 0. */
	wide_int first;
	wide_int last;
};

/* The range of numbers for which a comparison with a constant holds, or not. */
static bool kmsan_range_of_compare(const struct kmsan_compare *cmp,
				   struct kmsan_range *range)
{
	tree type = TREE_TYPE(cmp->op[0]);

	if (TREE_CODE(cmp->op[0]) != SSA_NAME || !INTEGRAL_TYPE_P(type) ||
	    TREE_CODE(cmp->op[1]) != INTEGER_CST)
		return false;
	range->bits = TYPE_PRECISION(type);
	range->last = wi::to_wide(cmp->op[1]);
	range->first = wi::min_value(range->bits, TYPE_SIGN(type));
	if (cmp->code == EQ_EXPR || cmp->code == NE_EXPR) {
		range->first = range->last;
	} else if (cmp->code == LT_EXPR || cmp->code == GE_EXPR) {
		if (range->last == range->first)
			return false;
		range->last = range->last - 1;
	} else if (range->last ==
		   wi::max_value(range->bits, TYPE_SIGN(type))) {
		return false;
	}
	return true;
}

/*
 * If @range is of a sum with a constant, make it the range of the other
 * operand.
 */
static bool kmsan_shift_range(struct kmsan_range *range)
{
	gassign *def = kmsan_assignment(range->value);
	enum tree_code code = def ? gimple_assign_rhs_code(def) : ERROR_MARK;
	tree a = def ? gimple_assign_rhs1(def) : NULL_TREE;
	tree b = def ? gimple_assign_rhs2(def) : NULL_TREE;
	wide_int by, first;

	if (code == PLUS_EXPR && TREE_CODE(b) == INTEGER_CST) {
		by = wide_int::from(wi::to_wide(b), range->bits, UNSIGNED);
		range->first = range->first - by;
		range->last = range->last - by;
		range->value = a;
		return true;
	}
	if (code == BIT_NOT_EXPR ||
	    (code == MINUS_EXPR && TREE_CODE(a) == INTEGER_CST)) {
		by = code == BIT_NOT_EXPR ?
			     wi::minus_one(range->bits) :
			     wide_int::from(wi::to_wide(a), range->bits,
					    UNSIGNED);
		first = by - range->last;
		range->last = by - range->first;
		range->first = first;
		range->value = code == BIT_NOT_EXPR ? a : b;
		return true;
	}
	return false;
}

/* The integer that @value is a conversion of; NULL_TREE if it is none. */
static tree kmsan_converted_from(tree value)
{
	gassign *def = kmsan_assignment(value);

	if (def && CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)) &&
	    INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_rhs1(def))))
		return gimple_assign_rhs1(def);
	return NULL_TREE;
}

/* The value that @value is the low bits of; @value itself, if there is none. */
static tree kmsan_uncut(tree value, unsigned int bits)
{
	tree whole = kmsan_converted_from(value);

	return whole && TYPE_PRECISION(TREE_TYPE(whole)) >= bits ? whole :
								   value;
}

static bool kmsan_is_narrower(tree type, tree than)
{
	return INTEGRAL_TYPE_P(type) && INTEGRAL_TYPE_P(than) &&
	       TYPE_PRECISION(type) < TYPE_PRECISION(than);
}

/* Find the range that a comparison tests for; NULL unless there is a sum. */
static const struct kmsan_range *kmsan_find_range(
	const struct kmsan_compare *cmp)
{
	struct kmsan_range range, *result;

	if (kmsan_is_clean(cmp->shadow[0]) ||
	    !kmsan_range_of_compare(cmp, &range))
		return NULL;
	range.value = kmsan_uncut(cmp->op[0], range.bits);
	if (!kmsan_shift_range(&range))
		return NULL;
	do
		range.value = kmsan_uncut(range.value, range.bits);
	while (kmsan_shift_range(&range));
	range.shadow = kmsan_value_of(range.value).shadow;
	range.term = kmsan_term_of(range.value, 0);
	if (range.term->code == SSA_NAME ||
	    TYPE_PRECISION(TREE_TYPE(range.value)) != range.bits)
		range.term = NULL;
	result = new (kmsan_allocate(sizeof(range))) kmsan_range(range);
	return result;
}

/*
 * Can a partly defined number be one from @first to @last?  Above the highest
 * bit in which these differ, its defined bits have to be theirs.  Where that
 * bit is 0, it must not be less than @first; where it is 1, not more than
 * @last.
 */
static tree kmsan_may_be_within(gimple_seq *seq, tree value, tree shadow,
				const struct kmsan_bounds *bounds,
				const wide_int &first, const wide_int &last)
{
	tree type = TREE_TYPE(shadow), zero = build_zero_cst(type);
	unsigned int bits = TYPE_PRECISION(type);
	int top = wi::floor_log2(first ^ last);
	wide_int low = wi::mask(MAX(top, 0), false, bits);
	tree above = wide_int_to_tree(type, wi::mask(top + 1, true, bits));
	tree bit, below, alike, part[2], held[2];

	alike = build2_loc(seq, BIT_XOR_EXPR, type, value,
			   wide_int_to_tree(type, first));
	alike = build2_loc(seq, BIT_AND_EXPR, type, alike,
			   build1_loc(seq, BIT_NOT_EXPR, type, shadow));
	alike = build2_loc(seq, BIT_AND_EXPR, type, alike, above);
	alike = build2_loc(seq, EQ_EXPR, boolean_type_node, alike, zero);
	if (top < 0)
		return alike;
	bit = wide_int_to_tree(type, wi::set_bit_in_zero(top, bits));
	below = wide_int_to_tree(type, low);
	for (unsigned int i = 0; i < 2; i++) {
		tree end = i ? bounds->least : bounds->most;
		tree limit = wide_int_to_tree(type, (i ? last : first) & low);

		part[i] = build2_loc(seq, i ? LE_EXPR : GE_EXPR,
				     boolean_type_node,
				     build2_loc(seq, BIT_AND_EXPR, type, end,
						below),
				     limit);
		end = i ? bounds->most : bounds->least;
		held[i] = build2_loc(seq, i ? NE_EXPR : EQ_EXPR,
				     boolean_type_node,
				     build2_loc(seq, BIT_AND_EXPR, type, end,
						bit),
				     zero);
		part[i] = build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
				     part[i], held[i]);
	}
	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node, alike,
			  build2_loc(seq, BIT_IOR_EXPR, boolean_type_node,
				     part[0], part[1]));
}

/*
 * Can a number from @bounds->least to @bounds->most be one from @first to @last,
 * and can it be another?
 */
static tree kmsan_bounds_leave_open(gimple_seq *seq,
				    const struct kmsan_bounds *bounds,
				    const wide_int &first, const wide_int &last)
{
	tree type = TREE_TYPE(bounds->least);
	tree from = wide_int_to_tree(type, first);
	tree to = wide_int_to_tree(type, last), may, must;

	may = build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			 build2_loc(seq, GE_EXPR, boolean_type_node,
				    bounds->most, from),
			 build2_loc(seq, LE_EXPR, boolean_type_node,
				    bounds->least, to));
	must = build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			  build2_loc(seq, GE_EXPR, boolean_type_node,
				     bounds->least, from),
			  build2_loc(seq, LE_EXPR, boolean_type_node,
				     bounds->most, to));
	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node, may,
			  build1_loc(seq, BIT_NOT_EXPR, boolean_type_node,
				     must));
}

/*
 * A range that wraps is the complement of one that does not, and is open where
 * that one is.
 */
static void kmsan_unwrap_range(wide_int *first, wide_int *last)
{
	wide_int before = *first - 1;

	if (!wi::gtu_p(*first, *last))
		return;
	*first = *last + 1;
	*last = before;
}

/*
 * The bounds of a minimum, or the like, may decide what the bits of its shadow
 * leave open: MIN(1, x) is not in a range that begins at 2.
 */
static tree kmsan_term_in_range(gimple_seq *seq,
				const struct kmsan_range *range)
{
	struct kmsan_bounds bounds = kmsan_bounds_of(seq, range->term);
	wide_int first = range->first, last = range->last, bias;

	if (!TYPE_UNSIGNED(TREE_TYPE(range->value))) {
		bias = wi::set_bit_in_zero(range->bits - 1, range->bits);
		first = first ^ bias;
		last = last ^ bias;
	}
	kmsan_unwrap_range(&first, &last);
	return kmsan_bounds_leave_open(seq, &bounds, first, last);
}

/* Is a number perhaps in a range, and perhaps not? */
static tree kmsan_range_shadow(gimple_seq *seq, const struct kmsan_range *range)
{
	tree type = build_nonstandard_integer_type(range->bits, 1);
	tree value = gimple_convert(seq, kfn->loc, type, range->value);
	tree shadow = gimple_convert(seq, kfn->loc, type, range->shadow);
	const struct kmsan_term leaf = { SSA_NAME, CFN_LAST, value, shadow, {} };
	struct kmsan_bounds bounds = kmsan_leaf_bounds(seq, &leaf);
	wide_int first = range->first, last = range->last;
	tree open;

	kmsan_unwrap_range(&first, &last);
	open = build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			  kmsan_may_be_within(seq, value, shadow, &bounds,
					      first, last),
			  kmsan_bounds_leave_open(seq, &bounds, first, last));
	return range->term ? build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
					open, kmsan_term_in_range(seq, range)) :
			     open;
}

/*
 * "(T)x == x" asks whether x is in the range of the narrower type T.  If bits of
 * x are poisoned, they are poisoned on both sides, and equal.
 */
static const struct kmsan_range *kmsan_find_narrowing(
	const struct kmsan_compare *cmp)
{
	struct kmsan_range range;

	if (cmp->code != EQ_EXPR && cmp->code != NE_EXPR)
		return NULL;
	for (unsigned int i = 0; i < 2; i++) {
		tree whole = cmp->op[1 - i], type = TREE_TYPE(whole);
		tree cut = kmsan_converted_from(cmp->op[i]), narrow;

		if (!cut || kmsan_converted_from(cut) != whole ||
		    !kmsan_is_narrower(TREE_TYPE(cut), type))
			continue;
		narrow = TREE_TYPE(cut);
		range.value = whole;
		range.shadow = cmp->shadow[1 - i];
		range.term = NULL;
		range.bits = TYPE_PRECISION(type);
		range.first = wide_int::from(
			wi::min_value(TYPE_PRECISION(narrow),
				      TYPE_SIGN(narrow)),
			range.bits, TYPE_SIGN(narrow));
		range.last = wide_int::from(
			wi::max_value(TYPE_PRECISION(narrow),
				      TYPE_SIGN(narrow)),
			range.bits, TYPE_SIGN(narrow));
		return new (kmsan_allocate(sizeof(range))) kmsan_range(range);
	}
	return NULL;
}

/* The operands of a sum, whose carry a comparison asks for. */
struct kmsan_sum {
	tree op[2];
	tree shadow[2];
};

/* "a + b < a" in unsigned numbers: has the sum overflowed? */
static const struct kmsan_sum *kmsan_find_sum(const struct kmsan_compare *cmp)
{
	bool less = cmp->code == LT_EXPR || cmp->code == GE_EXPR;
	struct kmsan_sum *sum;
	gassign *def;

	if ((!less && cmp->code != GT_EXPR && cmp->code != LE_EXPR) ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(cmp->op[0])) ||
	    !TYPE_UNSIGNED(TREE_TYPE(cmp->op[0])))
		return NULL;
	def = kmsan_assignment(cmp->op[less ? 0 : 1]);
	if (!def || gimple_assign_rhs_code(def) != PLUS_EXPR ||
	    (gimple_assign_rhs1(def) != cmp->op[less ? 1 : 0] &&
	     gimple_assign_rhs2(def) != cmp->op[less ? 1 : 0]))
		return NULL;
	sum = (struct kmsan_sum *)kmsan_allocate(sizeof(*sum));
	for (unsigned int i = 0; i < 2; i++) {
		sum->op[i] = i ? gimple_assign_rhs2(def) :
				 gimple_assign_rhs1(def);
		sum->shadow[i] = kmsan_value_of(sum->op[i]).shadow;
	}
	return sum;
}

/* It has not, if not even the largest of the numbers make it overflow. */
static tree kmsan_carry_shadow(gimple_seq *seq, const struct kmsan_sum *sum)
{
	tree type = TREE_TYPE(sum->op[0]), part, carry[2];
	struct kmsan_bounds a =
		kmsan_value_bounds(seq, sum->op[0], sum->shadow[0]);
	struct kmsan_bounds b =
		kmsan_value_bounds(seq, sum->op[1], sum->shadow[1]);

	for (unsigned int i = 0; i < 2; i++) {
		part = i ? a.most : a.least;
		carry[i] = build2_loc(seq, LT_EXPR, boolean_type_node,
				      build2_loc(seq, PLUS_EXPR, type, part,
						 i ? b.most : b.least),
				      part);
	}
	return build2_loc(seq, NE_EXPR, boolean_type_node, carry[0], carry[1]);
}

/**
 * kmsan_compare_of() - describe a comparison with the shadows of its operands
 */
struct kmsan_compare kmsan_compare_of(enum tree_code code, tree op0, tree op1)
{
	struct kmsan_compare cmp;

	cmp.code = code;
	cmp.op[0] = op0;
	cmp.op[1] = op1;
	for (unsigned int i = 0; i < 2; i++) {
		cmp.shadow[i] = kmsan_value_of(cmp.op[i]).shadow;
		cmp.term[i] = kmsan_term_of(cmp.op[i], 0);
	}
	cmp.range = kmsan_find_narrowing(&cmp);
	if (!cmp.range)
		cmp.range = kmsan_find_range(&cmp);
	cmp.sum = kmsan_find_sum(&cmp);
	return cmp;
}

/**
 * kmsan_compare_shadow() - does a comparison depend on uninitialised bits?
 * @seq: where the code goes
 * @cmp: the comparison, of scalars
 *
 * Exact for integers and pointers; for floats any poison counts.
 *
 * Return: SSA name or constant of boolean type, true if it does.
 */
tree kmsan_compare_shadow(gimple_seq *seq, const struct kmsan_compare *cmp)
{
	tree type = TREE_TYPE(cmp->op[0]);

	if (kmsan_is_clean(cmp->shadow[0]) && kmsan_is_clean(cmp->shadow[1]))
		return boolean_false_node;
	if (!INTEGRAL_TYPE_P(type) && !POINTER_TYPE_P(type))
		return build2_loc(seq, BIT_IOR_EXPR, boolean_type_node,
				  kmsan_any(seq, cmp->shadow[0]),
				  kmsan_any(seq, cmp->shadow[1]));
	if (cmp->sum)
		return kmsan_carry_shadow(seq, cmp->sum);
	if (cmp->range)
		return kmsan_range_shadow(seq, cmp->range);
	if (cmp->code == EQ_EXPR || cmp->code == NE_EXPR)
		return kmsan_equality_shadow(seq, cmp);
	return kmsan_ordered_shadow(seq, cmp);
}

/**
 * rule_compare() - the result of a comparison
 */
tree rule_compare(gimple_seq *seq, const struct kmsan_operation *o)
{
	struct kmsan_compare cmp =
		kmsan_compare_of(o->code, o->op[0], o->op[1]);
	tree either;

	if (VECTOR_TYPE_P(o->type)) {
		either = kmsan_or(seq, cmp.shadow[0], cmp.shadow[1]);
		return kmsan_is_clean(either) ?
			       kmsan_clean(o->type) :
			       kmsan_spread_lanes(seq, either, o->type);
	}
	return gimple_convert(seq, kfn->loc, kmsan_shadow_type(o->type),
			      kmsan_compare_shadow(seq, &cmp));
}

/**
 * kmsan_either() - the shadow of one of two values when it is not known which
 * @seq: where the code goes
 * @o: an operation
 * @first: the values are its operands @first and @first + 1
 */
tree kmsan_either(gimple_seq *seq, const struct kmsan_operation *o,
		  unsigned int first)
{
	tree type = kmsan_shadow_type(o->type), differ;

	if (TREE_CODE(type) == COMPLEX_TYPE || kmsan_is_x87(o->type))
		differ = kmsan_poisoned(o->type);
	else
		differ = build2_loc(seq, BIT_XOR_EXPR, type,
				    kmsan_bits(seq, type, o->op[first]),
				    kmsan_bits(seq, type, o->op[first + 1]));
	return kmsan_or(seq, differ,
			kmsan_or(seq, o->value[first].shadow,
				 o->value[first + 1].shadow));
}

/**
 * rule_select() - one of two values
 *
 * If the condition is initialised, the result has the shadow of the arm that is
 * taken.  If it is poisoned, the bits on which both arms agree are initialised.
 */
tree rule_select(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	tree sa = o->value[1].shadow, sb = o->value[2].shadow;
	tree taken, open;

	taken = (kmsan_is_clean(sa) && kmsan_is_clean(sb)) ?
			build_zero_cst(type) :
			gimple_build(seq, kfn->loc, o->code, type, o->op[0], sa,
				     sb);
	if (kmsan_is_clean(o->value[0].shadow))
		return taken;
	open = kmsan_either(seq, o, 1);
	if (o->code == VEC_COND_EXPR)
		return gimple_build(seq, kfn->loc, VEC_COND_EXPR, type,
				    o->value[0].shadow, open, taken);
	return gimple_build(seq, kfn->loc, COND_EXPR, type,
			    kmsan_any(seq, o->value[0].shadow), open, taken);
}

/* Is one operand of a minimum or maximum the result, whatever its poison is? */
static tree kmsan_wins(gimple_seq *seq, enum tree_code code,
		       const struct kmsan_bounds *it,
		       const struct kmsan_bounds *other)
{
	if (code == MIN_EXPR)
		return build2_loc(seq, LE_EXPR, boolean_type_node, it->most,
				  other->least);
	return build2_loc(seq, GE_EXPR, boolean_type_node, it->least,
			  other->most);
}

/**
 * rule_min_max() - a selection by the order of the operands
 *
 * Where they may be equal, it does not matter which one is taken.
 */
tree rule_min_max(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), taken;
	struct kmsan_compare cmp;
	struct kmsan_bounds a, b;

	if (!INTEGRAL_TYPE_P(o->type) && !POINTER_TYPE_P(o->type))
		return rule_or(seq, o);
	cmp = kmsan_compare_of(o->code == MIN_EXPR ? LT_EXPR : GT_EXPR,
			       o->op[0], o->op[1]);
	a = kmsan_bounds_of(seq, cmp.term[0]);
	b = kmsan_bounds_of(seq, cmp.term[1]);
	taken = gimple_build(seq, kfn->loc, COND_EXPR, type,
			     kmsan_wins(seq, o->code, &b, &a),
			     o->value[1].shadow, kmsan_either(seq, o, 0));
	return gimple_build(seq, kfn->loc, COND_EXPR, type,
			    kmsan_wins(seq, o->code, &a, &b),
			    o->value[0].shadow, taken);
}
