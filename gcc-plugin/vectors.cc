// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vectors.cc - operations on vectors, lane by lane.
 *
 * An operation that moves lanes moves their shadow the same way.  Sums,
 * comparisons, minima and the like are exact for integers; operations on floats
 * poison a whole lane.  Nothing here is a use: a lane is only reported where
 * the program uses it later.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

static tree build_if(gimple_seq *seq, tree mask, tree yes, tree no)
{
	return gimple_build(seq, kfn->loc, VEC_COND_EXPR, TREE_TYPE(yes), mask,
			    yes, no);
}

static bool kmsan_has_int_lanes(tree type)
{
	return INTEGRAL_TYPE_P(TREE_TYPE(type)) &&
	       !VECTOR_BOOLEAN_TYPE_P(type);
}

/**
 * kmsan_lane_count() - how many lanes a vector has
 * @type: a vector with a shadow
 */
unsigned int kmsan_lane_count(tree type)
{
	return TYPE_VECTOR_SUBPARTS(type).to_constant();
}

/**
 * kmsan_as_lanes() - see a shadow as a vector of lanes of another size
 * @seq: where the code goes
 * @shadow: of a vector or number
 * @bits: of a lane
 */
tree kmsan_as_lanes(gimple_seq *seq, tree shadow, unsigned int bits)
{
	unsigned int n = tree_to_uhwi(TYPE_SIZE(TREE_TYPE(shadow))) / bits;
	tree lane = build_nonstandard_integer_type(bits, 1);

	return kmsan_bits(seq, build_vector_type(lane, n), shadow);
}

/**
 * kmsan_same_lanes() - all ones where a lane is not clean
 */
tree kmsan_same_lanes(gimple_seq *seq, tree shadow)
{
	return kmsan_spread(seq, shadow, TREE_TYPE(shadow));
}

/**
 * kmsan_sign_lanes() - all ones where the sign bit of a lane is set
 */
tree kmsan_sign_lanes(gimple_seq *seq, tree lanes)
{
	tree type = TREE_TYPE(lanes), sign = signed_type_for(type), mask;

	if (kmsan_is_clean(lanes))
		return lanes;
	mask = build2_loc(seq, LT_EXPR, truth_type_for(sign),
			  kmsan_bits(seq, sign, lanes), build_zero_cst(sign));
	return build_if(seq, mask, build_all_ones_cst(type),
			build_zero_cst(type));
}

/**
 * kmsan_lane() - one lane of a vector
 */
tree kmsan_lane(gimple_seq *seq, tree vector, unsigned int index)
{
	tree lane = TREE_TYPE(TREE_TYPE(vector));
	unsigned int bits = tree_to_uhwi(TYPE_SIZE(lane));

	return gimple_build(seq, kfn->loc, BIT_FIELD_REF, lane, vector,
			    bitsize_int(bits), bitsize_int(bits * index));
}

/**
 * kmsan_from_lanes() - a vector of given lanes
 * @seq: where the code goes
 * @type: of the vector
 * @lanes: of its lanes' type; those that are missing are 0
 */
tree kmsan_from_lanes(gimple_seq *seq, tree type, const vec<tree> &lanes)
{
	vec<constructor_elt, va_gc> *elts = NULL;
	bool constant = true;
	tree name, lane;
	unsigned int i;

	for (i = 0; i < kmsan_lane_count(type); i++) {
		lane = i < lanes.length() ? lanes[i] :
					    build_zero_cst(TREE_TYPE(type));
		constant = constant && CONSTANT_CLASS_P(lane);
		CONSTRUCTOR_APPEND_ELT(elts, NULL_TREE, lane);
	}
	if (constant)
		return build_vector_from_ctor(type, elts);
	name = make_ssa_name(type);
	gimple_seq_add_stmt(seq, gimple_build_assign(
					 name, build_constructor(type, elts)));
	return name;
}

/*
 * Append @n lanes of @from, each @step-th from @first on, as lanes of type @to.
 */
static void kmsan_pick_lanes(gimple_seq *seq, vec<tree> *lanes, tree to,
			     tree from, unsigned int first, unsigned int step,
			     unsigned int n, bool sign)
{
	if (sign)
		from = kmsan_bits(seq, signed_type_for(TREE_TYPE(from)), from);
	for (unsigned int i = 0; i < n; i++)
		lanes->safe_push(gimple_convert(
			seq, kfn->loc, to,
			kmsan_lane(seq, from, first + i * step)));
}

/**
 * kmsan_lanes() - all ones in each lane of a vector that depends on a shadow
 * @seq: where the code goes
 * @shadow: of a vector: lanes depend on the lane of the same number, and lanes
 *	without one are clean; of anything else: all lanes depend on it
 * @type: of the vector
 */
tree kmsan_lanes(gimple_seq *seq, tree shadow, tree type)
{
	tree to = kmsan_shadow_type(type);
	auto_vec<tree, 32> lanes;
	unsigned int n, have;

	if (kmsan_is_clean(shadow))
		return build_zero_cst(to);
	if (!VECTOR_TYPE_P(TREE_TYPE(shadow)) || !VECTOR_TYPE_P(type))
		return kmsan_spread(seq, shadow, type);
	n = kmsan_lane_count(to);
	have = kmsan_lane_count(TREE_TYPE(shadow));
	if (n == have)
		return kmsan_spread(seq, shadow, type);
	shadow = kmsan_same_lanes(seq, shadow);
	kmsan_pick_lanes(seq, &lanes, TREE_TYPE(to), shadow, 0, 1,
			 MIN(n, have), true);
	return kmsan_from_lanes(seq, to, lanes);
}

/**
 * kmsan_permute() - a constant permutation of the lanes of two shadows
 * @seq: where the code goes
 * @a: first shadow
 * @b: second shadow, of the same type
 * @from: for each lane the lane of both together that it comes from
 */
tree kmsan_permute(gimple_seq *seq, tree a, tree b,
		   const vec<unsigned int> &from)
{
	tree type = TREE_TYPE(a);
	tree_vector_builder mask(type, from.length(), 1);

	if (kmsan_is_clean(a) && kmsan_is_clean(b))
		return a;
	for (unsigned int i = 0; i < from.length(); i++)
		mask.quick_push(build_int_cstu(TREE_TYPE(type), from[i]));
	return gimple_build(seq, kfn->loc, VEC_PERM_EXPR, type, a, b,
			    mask.build());
}

/* Lanes of floats: any poison in a lane poisons it. */
static tree rule_lane_spread(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow = kmsan_clean(o->type);

	for (unsigned int i = 0; i < o->n; i++)
		shadow = kmsan_or(seq, shadow,
				  kmsan_lanes(seq, o->value[i].shadow,
					      o->type));
	return shadow;
}

static tree rule_lane_sum(gimple_seq *seq, const struct kmsan_operation *o)
{
	return kmsan_has_int_lanes(o->type) ? kmsan_exact_sum(seq, o) :
					      rule_lane_spread(seq, o);
}

/*
 * The number of trailing zeros of each lane of a constant.  A lane that is 0
 * has none, and sets @zero.
 */
static tree kmsan_trailing_zeros(tree type, tree constant, bool *zero)
{
	unsigned int n = kmsan_lane_count(type);
	tree_vector_builder counts(type, n, 1);

	for (unsigned int i = 0; i < n; i++) {
		tree lane = vector_cst_elt(constant, i);
		bool none = integer_zerop(lane);

		*zero |= none;
		counts.quick_push(build_int_cstu(
			TREE_TYPE(type),
			none ? 0 : wi::ctz(wi::to_wide(lane))));
	}
	return counts.build();
}

/**
 * kmsan_unless_zero() - clean the lanes where a factor is known to be 0
 * @seq: where the code goes
 * @product: shadow of the product so far
 * @factor: a factor's bits, of the same type
 * @shadow: its shadow
 */
tree kmsan_unless_zero(gimple_seq *seq, tree product, tree factor, tree shadow)
{
	tree type = TREE_TYPE(product), zero = build_zero_cst(type);
	tree most = build2_loc(seq, BIT_IOR_EXPR, type, factor, shadow);
	tree mask = build2_loc(seq, EQ_EXPR, truth_type_for(type), most, zero);

	return build_if(seq, mask, zero, product);
}

/*
 * Each bit of a product depends on the bits of the factors that are not above
 * it.
 */
static tree rule_lane_product(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), shadow;
	bool zero = true;

	if (!kmsan_has_int_lanes(o->type))
		return rule_lane_spread(seq, o);
	shadow = kmsan_or(seq, o->value[0].shadow, o->value[1].shadow);
	shadow = kmsan_upwards(seq, shadow);
	if (TREE_CODE(o->op[1]) == VECTOR_CST) {
		zero = false;
		shadow = build2_loc(seq, LSHIFT_EXPR, type, shadow,
				    kmsan_trailing_zeros(type, o->op[1],
							 &zero));
	}
	for (unsigned int i = 0; i < 2 && zero; i++)
		shadow = kmsan_unless_zero(seq, shadow,
					   kmsan_bits(seq, type, o->op[i]),
					   o->value[i].shadow);
	return shadow;
}

/* As kmsan_unsigned_bounds(), in the order of the lanes' own type. */
static void kmsan_ordered_bounds(gimple_seq *seq, tree op, tree shadow,
				 tree *least, tree *most)
{
	tree type = TREE_TYPE(shadow), sign, order = TREE_TYPE(op);

	kmsan_unsigned_bounds(seq, op, shadow, least, most);
	if (TYPE_UNSIGNED(TREE_TYPE(order)))
		return;
	/* A set sign gives the least value, a clear one the greatest. */
	sign = wide_int_to_tree(TREE_TYPE(type),
				wi::set_bit_in_zero(element_precision(type) - 1,
						    element_precision(type)));
	sign = build2_loc(seq, BIT_AND_EXPR, type, shadow,
			  build_vector_from_val(type, sign));
	*least = build2_loc(seq, BIT_IOR_EXPR, type, *least, sign);
	*most = build2_loc(seq, BIT_XOR_EXPR, type, *most, sign);
	*least = kmsan_bits(seq, signed_type_for(type), *least);
	*most = kmsan_bits(seq, signed_type_for(type), *most);
}

/* Where is the order of integer lanes undecided?  As a mask. */
static tree kmsan_open_order(gimple_seq *seq, enum tree_code code, tree to,
			     const struct kmsan_operation *o)
{
	tree least[2], most[2];

	for (int i = 0; i < 2; i++)
		kmsan_ordered_bounds(seq, o->op[i], o->value[i].shadow,
				     &least[i], &most[i]);
	return build2_loc(seq, BIT_XOR_EXPR, to,
			  build2_loc(seq, code, to, least[0], most[1]),
			  build2_loc(seq, code, to, most[0], least[1]));
}

/* Where is the equality of integer lanes undecided? */
static tree kmsan_open_equality(gimple_seq *seq, tree to,
				const struct kmsan_operation *o)
{
	tree type = TREE_TYPE(o->value[0].shadow), zero = build_zero_cst(type);
	tree either = kmsan_or(seq, o->value[0].shadow, o->value[1].shadow);
	tree differ = build2_loc(seq, BIT_XOR_EXPR, type,
				 kmsan_bits(seq, type, o->op[0]),
				 kmsan_bits(seq, type, o->op[1]));

	differ = build2_loc(seq, BIT_AND_EXPR, type, differ,
			    build1_loc(seq, BIT_NOT_EXPR, type, either));
	return build2_loc(seq, BIT_AND_EXPR, to,
			  build2_loc(seq, NE_EXPR, to, either, zero),
			  build2_loc(seq, EQ_EXPR, to, differ, zero));
}

static tree rule_lane_compare(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = TREE_TYPE(o->op[0]);

	if (VECTOR_BOOLEAN_TYPE_P(type))
		return kmsan_or(seq, o->value[0].shadow, o->value[1].shadow);
	if (!kmsan_has_int_lanes(type) || !VECTOR_BOOLEAN_TYPE_P(o->type))
		return rule_lane_spread(seq, o);
	if (o->code == EQ_EXPR || o->code == NE_EXPR)
		return kmsan_open_equality(seq, o->type, o);
	return kmsan_open_order(seq, o->code, o->type, o);
}

/*
 * A selection by the order of the operands, lane by lane.  Where they may be
 * equal, it does not matter which one is taken.
 */
static tree rule_lane_min_max(gimple_seq *seq, const struct kmsan_operation *o)
{
	bool min = o->code == MIN_EXPR;
	enum tree_code code = min ? LE_EXPR : GE_EXPR;
	tree mask = truth_type_for(o->type), least[2], most[2], wins[2], taken;

	if (!kmsan_has_int_lanes(o->type))
		return rule_lane_spread(seq, o);
	for (int i = 0; i < 2; i++)
		kmsan_ordered_bounds(seq, o->op[i], o->value[i].shadow,
				     &least[i], &most[i]);
	for (int i = 0; i < 2; i++)
		wins[i] = build2_loc(seq, code, mask, min ? most[i] : least[i],
				     min ? least[1 - i] : most[1 - i]);
	taken = build_if(seq, wins[1], o->value[1].shadow,
			 kmsan_either(seq, o, 0));
	return build_if(seq, wins[0], o->value[0].shadow, taken);
}

/* A poisoned sign poisons everything; in a negation poison goes upwards. */
static tree rule_lane_abs(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow = o->value[0].shadow, type = TREE_TYPE(shadow), negative;
	tree value = kmsan_bits(seq, type, o->op[0]), sign;

	if (!kmsan_has_int_lanes(TREE_TYPE(o->op[0]))) {
		sign = wide_int_to_tree(
			TREE_TYPE(type),
			wi::mask(element_precision(type) - 1, false,
				 element_precision(type)));
		return build2_loc(seq, BIT_AND_EXPR, type, shadow,
				  build_vector_from_val(type, sign));
	}
	negative = kmsan_sign_lanes(seq, value);
	negative = build2_loc(seq, BIT_AND_EXPR, type, negative,
			      kmsan_upwards(seq, shadow));
	return kmsan_or(seq, kmsan_sign_lanes(seq, shadow),
			kmsan_or(seq, shadow, negative));
}

/* Integer lanes that grow or shrink take their shadow along. */
static tree rule_lane_convert(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree from = TREE_TYPE(o->op[0]), to = kmsan_shadow_type(o->type);
	tree shadow = o->value[0].shadow, made, type;
	gcall *convert;

	if (!VECTOR_TYPE_P(from) || !kmsan_has_int_lanes(from) ||
	    !kmsan_has_int_lanes(o->type))
		return rule_lane_spread(seq, o);
	if (useless_type_conversion_p(to, TREE_TYPE(shadow)))
		return shadow;
	type = TYPE_UNSIGNED(TREE_TYPE(from)) ? to : signed_type_for(to);
	if (!TYPE_UNSIGNED(TREE_TYPE(from)))
		shadow = kmsan_bits(seq, signed_type_for(TREE_TYPE(shadow)),
				    shadow);
	if (CONSTANT_CLASS_P(shadow))
		return rule_lane_spread(seq, o);
	convert = gimple_build_call_internal(IFN_VEC_CONVERT, 1, shadow);
	made = make_ssa_name(type);
	gimple_call_set_lhs(convert, made);
	gimple_seq_add_stmt(seq, convert);
	return kmsan_bits(seq, to, made);
}

static tree rule_duplicate(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);

	return gimple_build_vector_from_val(
		seq, kfn->loc, type,
		kmsan_bits(seq, TREE_TYPE(type), o->value[0].shadow));
}

/* Half of a vector, in lanes twice as wide. */
static tree rule_unpack(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), shadow = o->value[0].shadow;
	unsigned int n = kmsan_lane_count(type);
	bool high = o->code == VEC_UNPACK_HI_EXPR ||
		    o->code == VEC_UNPACK_FLOAT_HI_EXPR ||
		    o->code == VEC_UNPACK_FIX_TRUNC_HI_EXPR;
	bool move = kmsan_has_int_lanes(TREE_TYPE(o->op[0])) &&
		    kmsan_has_int_lanes(o->type);
	auto_vec<tree, 32> lanes;

	if (VECTOR_BOOLEAN_TYPE_P(o->type))
		return build1_loc(seq, o->code, type, shadow);
	if (!move)
		shadow = kmsan_same_lanes(seq, shadow);
	kmsan_pick_lanes(seq, &lanes, TREE_TYPE(type), shadow, high ? n : 0, 1,
			 n, !move || !TYPE_UNSIGNED(TREE_TYPE(
						    TREE_TYPE(o->op[0]))));
	return kmsan_from_lanes(seq, type, lanes);
}

/* Two vectors in one, in lanes half as wide. */
static tree rule_pack(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	auto_vec<tree, 64> lanes;

	if (VECTOR_BOOLEAN_TYPE_P(o->type))
		return build2_loc(seq, o->code, type, o->value[0].shadow,
				  o->value[1].shadow);
	for (unsigned int i = 0; i < 2; i++) {
		tree shadow = o->value[i].shadow;

		if (o->code != VEC_PACK_TRUNC_EXPR ||
		    !kmsan_has_int_lanes(o->type))
			shadow = kmsan_same_lanes(seq, shadow);
		kmsan_pick_lanes(seq, &lanes, TREE_TYPE(type), shadow, 0, 1,
				 kmsan_lane_count(type) / 2, false);
	}
	return kmsan_from_lanes(seq, type, lanes);
}

/* Products of half of the lanes, in lanes twice as wide. */
static tree rule_widen(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), shadow;
	unsigned int n = kmsan_lane_count(type);
	bool apart = o->code == VEC_WIDEN_MULT_EVEN_EXPR ||
		     o->code == VEC_WIDEN_MULT_ODD_EXPR;
	bool high = o->code == VEC_WIDEN_MULT_HI_EXPR ||
		    o->code == VEC_WIDEN_MULT_ODD_EXPR;
	auto_vec<tree, 32> lanes;

	shadow = kmsan_or(seq, o->value[0].shadow, o->value[1].shadow);
	kmsan_pick_lanes(seq, &lanes, TREE_TYPE(type),
			 kmsan_same_lanes(seq, shadow),
			 high ? (apart ? 1 : n) : 0, apart ? 2 : 1, n, true);
	return kmsan_from_lanes(seq, type, lanes);
}

/* The rules of operations that differ from those on numbers. */
static const struct kmsan_rule kmsan_vector_rules[] = {
	{ NOP_EXPR, rule_lane_convert },
	{ CONVERT_EXPR, rule_lane_convert },
	{ PLUS_EXPR, rule_lane_sum },
	{ MINUS_EXPR, rule_lane_sum },
	{ NEGATE_EXPR, rule_lane_sum },
	{ MULT_EXPR, rule_lane_product },
	{ RDIV_EXPR, rule_lane_spread },
	{ ABS_EXPR, rule_lane_abs },
	{ ABSU_EXPR, rule_lane_abs },
	{ MIN_EXPR, rule_lane_min_max },
	{ MAX_EXPR, rule_lane_min_max },
	{ EQ_EXPR, rule_lane_compare },
	{ NE_EXPR, rule_lane_compare },
	{ LT_EXPR, rule_lane_compare },
	{ LE_EXPR, rule_lane_compare },
	{ GT_EXPR, rule_lane_compare },
	{ GE_EXPR, rule_lane_compare },
	{ VEC_DUPLICATE_EXPR, rule_duplicate },
	{ VEC_UNPACK_HI_EXPR, rule_unpack },
	{ VEC_UNPACK_LO_EXPR, rule_unpack },
	{ VEC_UNPACK_FLOAT_HI_EXPR, rule_unpack },
	{ VEC_UNPACK_FLOAT_LO_EXPR, rule_unpack },
	{ VEC_UNPACK_FIX_TRUNC_HI_EXPR, rule_unpack },
	{ VEC_UNPACK_FIX_TRUNC_LO_EXPR, rule_unpack },
	{ VEC_PACK_TRUNC_EXPR, rule_pack },
	{ VEC_PACK_SAT_EXPR, rule_pack },
	{ VEC_PACK_FIX_TRUNC_EXPR, rule_pack },
	{ VEC_PACK_FLOAT_EXPR, rule_pack },
	{ VEC_WIDEN_MULT_HI_EXPR, rule_widen },
	{ VEC_WIDEN_MULT_LO_EXPR, rule_widen },
	{ VEC_WIDEN_MULT_EVEN_EXPR, rule_widen },
	{ VEC_WIDEN_MULT_ODD_EXPR, rule_widen },
};

/**
 * kmsan_vector_rule() - the rule of an operation whose result is a vector
 * @code: the operation
 *
 * Return: NULL if the rule for numbers applies.
 */
const struct kmsan_rule *kmsan_vector_rule(enum tree_code code)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_vector_rules); i++)
		if (kmsan_vector_rules[i].code == code)
			return &kmsan_vector_rules[i];
	return NULL;
}
