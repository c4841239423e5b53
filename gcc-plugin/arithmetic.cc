// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * arithmetic.cc - the rules of operations that mix the bits of numbers:
 * multiplication, division and the like.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/* A factor with up to this many set bits is treated as a sum of shifts. */
#define KMSAN_SPARSE_FACTOR 4

/**
 * kmsan_upwards() - poison all bits from the lowest poisoned one up
 */
tree kmsan_upwards(gimple_seq *seq, tree shadow)
{
	return kmsan_or(seq, shadow,
			build1_loc(seq, NEGATE_EXPR, TREE_TYPE(shadow),
				   shadow));
}

/* The product of two variables; one that is known to be 0 makes it 0. */
static tree kmsan_product(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree a = o->value[0].shadow, b = o->value[1].shadow;

	return kmsan_or(seq, kmsan_unless_nothing(seq, a, o->op[1], b),
			kmsan_unless_nothing(seq, b, o->op[0], a));
}

/**
 * rule_mult() - a product
 *
 * A product by a constant is a sum of shifts: GCC makes one out of x | x << 8.
 * With a constant of many bits, as hashes use, all bits from the lowest
 * poisoned one up depend on it.
 */
tree rule_mult(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow, type, sum;
	widest_int factor;

	if (TREE_CODE(o->op[1]) != INTEGER_CST)
		return INTEGRAL_TYPE_P(o->type) ? kmsan_product(seq, o) :
						  rule_or(seq, o);
	shadow = rule_or(seq, o);
	type = TREE_TYPE(shadow);
	if (kmsan_is_clean(shadow))
		return shadow;
	factor = wi::to_widest(wide_int_to_tree(type,
						wi::to_wide(o->op[1])));
	sum = build_zero_cst(type);
	if (wi::popcount(factor) > KMSAN_SPARSE_FACTOR) {
		shadow = kmsan_upwards(seq, shadow);
		factor = wi::lshift(1, wi::ctz(factor));
	}
	for (; factor != 0; factor = factor & (factor - 1))
		sum = kmsan_or(seq, sum,
			       build2_loc(seq, LSHIFT_EXPR, type, shadow,
					  build_int_cst(unsigned_type_node,
							wi::ctz(factor))));
	return sum;
}

/* Does a division only drop bits of its dividend? */
static bool kmsan_is_shift(const struct kmsan_operation *o)
{
	if (TREE_CODE(o->op[1]) != INTEGER_CST || !integer_pow2p(o->op[1]))
		return false;
	if (o->code == EXACT_DIV_EXPR)
		return tree_int_cst_sgn(o->op[1]) > 0;
	return TYPE_UNSIGNED(o->type) && (o->code == TRUNC_DIV_EXPR ||
					  o->code == FLOOR_DIV_EXPR);
}

/* Can two more divisions give the bounds of a quotient? */
static bool kmsan_divides_cheaply(const struct kmsan_operation *o)
{
	return INTEGRAL_TYPE_P(o->type) &&
	       TYPE_PRECISION(o->type) <= BITS_PER_WORD &&
	       TREE_CODE(o->op[1]) == INTEGER_CST &&
	       !integer_zerop(o->op[1]) && !integer_all_onesp(o->op[1]) &&
	       (o->code == TRUNC_DIV_EXPR || o->code == TRUNC_MOD_EXPR ||
		o->code == EXACT_DIV_EXPR);
}

/*
 * The bits in which numbers from @a to @b can differ: all from the highest in
 * which these two differ down.
 */
static tree kmsan_smear(gimple_seq *seq, tree type, tree a, tree b)
{
	tree differ = build2_loc(seq, BIT_XOR_EXPR, type,
				 kmsan_bits(seq, type, a),
				 kmsan_bits(seq, type, b));

	for (unsigned int i = 1; i < TYPE_PRECISION(type); i *= 2)
		differ = build2_loc(seq, BIT_IOR_EXPR, type, differ,
				    build2_loc(seq, RSHIFT_EXPR, type, differ,
					       build_int_cst(unsigned_type_node,
							     i)));
	return differ;
}

/* A quotient by a constant lies between those of the dividend's bounds. */
static tree kmsan_quotient_shadow(gimple_seq *seq,
				  const struct kmsan_operation *o)
{
	struct kmsan_bounds bounds =
		kmsan_value_bounds(seq, o->op[0], o->value[0].shadow);

	return kmsan_smear(seq, kmsan_shadow_type(o->type),
			   build2_loc(seq, TRUNC_DIV_EXPR, o->type,
				      bounds.least, o->op[1]),
			   build2_loc(seq, TRUNC_DIV_EXPR, o->type, bounds.most,
				      o->op[1]));
}

/*
 * The same holds for a remainder by a constant where the quotient is known.
 * Elsewhere it may be anything less than the divisor, of the dividend's sign.
 * As many low bits as the divisor has trailing zeros do not change.
 */
static tree kmsan_remainder_shadow(gimple_seq *seq,
				   const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), shadow = o->value[0].shadow;
	wide_int divisor = wi::abs(wi::to_wide(o->op[1]));
	unsigned int bits = TYPE_PRECISION(type);
	wide_int low = wi::mask(wi::ctz(divisor), false, bits);
	struct kmsan_bounds bounds =
		kmsan_value_bounds(seq, o->op[0], shadow);
	tree any, near, same, from, to;

	from = build2_loc(seq, TRUNC_DIV_EXPR, o->type, bounds.least, o->op[1]);
	to = build2_loc(seq, TRUNC_DIV_EXPR, o->type, bounds.most, o->op[1]);
	same = build2_loc(seq, EQ_EXPR, boolean_type_node, from, to);
	any = wide_int_to_tree(type,
			       wi::mask(wi::floor_log2(divisor - 1) + 1, false,
					bits));
	if (!TYPE_UNSIGNED(o->type))
		any = gimple_build(seq, kfn->loc, COND_EXPR, type,
				   build2_loc(seq, LT_EXPR, boolean_type_node,
					      bounds.least,
					      build_zero_cst(o->type)),
				   build_all_ones_cst(type), any);
	from = build2_loc(seq, TRUNC_MOD_EXPR, o->type, bounds.least, o->op[1]);
	to = build2_loc(seq, TRUNC_MOD_EXPR, o->type, bounds.most, o->op[1]);
	near = kmsan_smear(seq, type, from, to);
	near = gimple_build(seq, kfn->loc, COND_EXPR, type, same, near, any);
	near = build2_loc(seq, BIT_AND_EXPR, type, near,
			  wide_int_to_tree(type, ~low));
	return kmsan_or(seq, near,
			build2_loc(seq, BIT_AND_EXPR, type, shadow,
				   wide_int_to_tree(type, low)));
}

/**
 * rule_div() - a quotient
 *
 * The divisor is used, as the table of rules says.  If it is not a constant, as
 * in a lane of a vector, the result has the dividend's shadow, bit by bit.
 */
tree rule_div(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow, work;

	shadow = kmsan_cast(seq, TREE_TYPE(o->op[0]), o->value[0].shadow,
			    o->type);
	if (kmsan_is_clean(shadow))
		return shadow;
	if (!kmsan_is_shift(o))
		return kmsan_divides_cheaply(o) ?
			       kmsan_quotient_shadow(seq, o) :
			       shadow;
	work = TYPE_UNSIGNED(o->type) ? TREE_TYPE(shadow) :
					signed_type_for(TREE_TYPE(shadow));
	work = build2_loc(seq, RSHIFT_EXPR, work,
			  kmsan_bits(seq, work, shadow),
			  build_int_cst(unsigned_type_node,
					tree_log2(o->op[1])));
	return kmsan_bits(seq, TREE_TYPE(shadow), work);
}

/**
 * rule_mod() - a remainder
 *
 * The divisor is used here, too.  An unsigned remainder by a power of two is a
 * mask.
 */
tree rule_mod(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow, type;

	shadow = kmsan_cast(seq, TREE_TYPE(o->op[0]), o->value[0].shadow,
			    o->type);
	type = TREE_TYPE(shadow);
	if (kmsan_is_clean(shadow))
		return shadow;
	if (TYPE_UNSIGNED(o->type) && TREE_CODE(o->op[1]) == INTEGER_CST &&
	    integer_pow2p(o->op[1]) &&
	    (o->code == TRUNC_MOD_EXPR || o->code == FLOOR_MOD_EXPR))
		return build2_loc(seq, BIT_AND_EXPR, type, shadow,
				  wide_int_to_tree(type,
						   wi::to_wide(o->op[1]) - 1));
	return kmsan_divides_cheaply(o) ? kmsan_remainder_shadow(seq, o) :
					  shadow;
}

/* The shadow of a float whose sign is removed. */
static tree kmsan_without_sign(gimple_seq *seq, tree type, tree shadow)
{
	unsigned int bits = TYPE_PRECISION(TREE_TYPE(shadow));
	unsigned int sign = kmsan_is_x87(type) ? TYPE_PRECISION(type) - 1 :
						 bits - 1;

	return build2_loc(seq, BIT_AND_EXPR, TREE_TYPE(shadow), shadow,
			  wide_int_to_tree(TREE_TYPE(shadow),
					   ~wi::set_bit_in_zero(sign, bits)));
}

/**
 * rule_abs() - a number without its sign
 *
 * The sign of an integer affects every bit.
 */
tree rule_abs(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	tree shadow = o->value[0].shadow;
	tree sign;

	if (SCALAR_FLOAT_TYPE_P(o->type))
		return kmsan_without_sign(seq, o->type, shadow);
	if (!ANY_INTEGRAL_TYPE_P(o->type))
		return shadow;
	sign = kmsan_bits(seq, signed_type_for(type), shadow);
	sign = build2_loc(seq, RSHIFT_EXPR, TREE_TYPE(sign), sign,
			  build_int_cst(unsigned_type_node,
					element_precision(type) - 1));
	return kmsan_or(seq, shadow, kmsan_bits(seq, type, sign));
}
