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

/**
 * kmsan_exact_sum() - a sum, a difference or a negation, carries included
 * @seq: where the code goes
 * @o: the operation, on integers or on lanes of them
 *
 * Carries only grow with the operands, so a bit whose carry is the same for the
 * least and the most operands has it for all between them.
 */
tree kmsan_exact_sum(gimple_seq *seq, const struct kmsan_operation *o)
{
	enum tree_code code = o->code;
	tree type = kmsan_shadow_type(o->type);
	tree least[2], most[2], low, high, shadow;
	unsigned int last = o->n - 1;

	kmsan_unsigned_bounds(seq, o->op[last], o->value[last].shadow,
			      &least[1], &most[1]);
	least[0] = most[0] = build_zero_cst(type);
	if (last)
		kmsan_unsigned_bounds(seq, o->op[0], o->value[0].shadow,
				      &least[0], &most[0]);
	if (code != PLUS_EXPR) {
		code = MINUS_EXPR;
		std::swap(least[1], most[1]);
	}
	low = build2_loc(seq, code, type, least[0], least[1]);
	high = build2_loc(seq, code, type, most[0], most[1]);
	shadow = build2_loc(seq, BIT_XOR_EXPR, type, low, high);
	for (unsigned int i = 0; i < o->n; i++)
		shadow = kmsan_or(seq, shadow, o->value[i].shadow);
	return shadow;
}

/*
 * Is this the answer to a condition, as 0 and 1 or as 0 and -1?  A sign that is
 * shifted down is one, too.
 */
static bool kmsan_is_answer(tree op)
{
	gassign *def = kmsan_assignment(op);
	enum tree_code code = def ? gimple_assign_rhs_code(def) : ERROR_MARK;
	tree from = def ? gimple_assign_rhs1(def) : NULL_TREE;

	if (CONVERT_EXPR_CODE_P(code))
		return INTEGRAL_TYPE_P(TREE_TYPE(from)) &&
		       (TYPE_PRECISION(TREE_TYPE(from)) == 1 ||
			kmsan_is_answer(from));
	return code == RSHIFT_EXPR && INTEGRAL_TYPE_P(TREE_TYPE(op)) &&
	       tree_fits_uhwi_p(gimple_assign_rhs2(def)) &&
	       tree_to_uhwi(gimple_assign_rhs2(def)) ==
		       TYPE_PRECISION(TREE_TYPE(op)) - 1u;
}

/* "(x ^ m) - m" extends the sign that m stands for. */
static bool kmsan_extends_sign(const struct kmsan_operation *o)
{
	gassign *def = kmsan_assignment(o->op[0]);
	tree by = o->op[1], mask;
	wide_int less;

	if (TREE_CODE(by) != INTEGER_CST)
		return false;
	if (def && CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)))
		def = kmsan_assignment(gimple_assign_rhs1(def));
	if (!def || gimple_assign_rhs_code(def) != BIT_XOR_EXPR)
		return false;
	mask = gimple_assign_rhs2(def);
	less = wi::to_wide(by);
	if (o->code == PLUS_EXPR)
		less = -less;
	return TREE_CODE(mask) == INTEGER_CST &&
	       less == wide_int::from(wi::to_wide(mask), less.get_precision(),
				      UNSIGNED);
}

/**
 * rule_sum() - a sum or a difference of numbers
 *
 * Poison stays where it is, as if there were no carries.  But "(a > b) - (a < b)"
 * is negative where the carry says so, and so are other sums that stand for a
 * choice.
 */
tree rule_sum(gimple_seq *seq, const struct kmsan_operation *o)
{
	return INTEGRAL_TYPE_P(o->type) && (kmsan_is_answer(o->op[0]) ||
					    kmsan_is_answer(o->op[1]) ||
					    kmsan_extends_sign(o)) ?
		       kmsan_exact_sum(seq, o) :
		       rule_or(seq, o);
}

/* Is @value @number less 1? */
static bool kmsan_is_predecessor(tree value, tree number)
{
	gassign *def = kmsan_assignment(value);

	return def && gimple_assign_rhs_code(def) == PLUS_EXPR &&
	       gimple_assign_rhs1(def) == number &&
	       integer_all_onesp(gimple_assign_rhs2(def));
}

static bool kmsan_is_negation(tree value, tree number)
{
	gassign *def = kmsan_assignment(value);

	return def && gimple_assign_rhs_code(def) == NEGATE_EXPR &&
	       gimple_assign_rhs1(def) == number;
}

/*
 * "x & -x" is the lowest 1, and "x & (x - 1)" is x without it: the carry decides
 * which bit that is.  It may be the lowest one that is known, @known, or any
 * poisoned one @below that; the lowest of these is the lowest 1 if it is set.
 */
static tree kmsan_lowest_one(gimple_seq *seq, tree x, tree shadow, bool without)
{
	tree type = TREE_TYPE(shadow), known, below, first;

	known = build2_loc(seq, BIT_AND_EXPR, type, kmsan_bits(seq, type, x),
			   build1_loc(seq, BIT_NOT_EXPR, type, shadow));
	below = build2_loc(seq, BIT_AND_EXPR, type, shadow,
			   kmsan_below_lowest(seq, known));
	known = build2_loc(seq, BIT_AND_EXPR, type, known,
			   build1_loc(seq, NEGATE_EXPR, type, known));
	known = gimple_build(seq, kfn->loc, COND_EXPR, type,
			     kmsan_any(seq, below), known,
			     build_zero_cst(type));
	if (!without)
		return kmsan_or(seq, below, known);
	first = build2_loc(seq, BIT_AND_EXPR, type, below,
			   build1_loc(seq, NEGATE_EXPR, type, below));
	return build2_loc(seq, BIT_AND_EXPR, type, kmsan_or(seq, shadow, known),
			  build1_loc(seq, BIT_NOT_EXPR, type, first));
}

/**
 * rule_and() - a conjunction of bits
 *
 * For all but "x & -x" and "x & (x - 1)" each bit is by itself.
 */
tree rule_and(gimple_seq *seq, const struct kmsan_operation *o)
{
	for (unsigned int i = 0; i < 2 && INTEGRAL_TYPE_P(o->type); i++) {
		bool less = kmsan_is_predecessor(o->op[1 - i], o->op[i]);

		if (less || kmsan_is_negation(o->op[1 - i], o->op[i]))
			return kmsan_lowest_one(seq, o->op[i],
						o->value[i].shadow, less);
	}
	return rule_and_or(seq, o);
}

/* Is @op either 0 or 1? */
static bool kmsan_is_bit(tree op)
{
	gassign *def = kmsan_assignment(op);

	if (!def || !INTEGRAL_TYPE_P(TREE_TYPE(op)))
		return false;
	if (gimple_assign_rhs_code(def) == BIT_AND_EXPR)
		return integer_onep(gimple_assign_rhs2(def));
	if (CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)) &&
	    INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_rhs1(def))) &&
	    TYPE_PRECISION(TREE_TYPE(gimple_assign_rhs1(def))) == 1 &&
	    TYPE_UNSIGNED(TREE_TYPE(gimple_assign_rhs1(def))))
		return true;
	return get_nonzero_bits(op) == 1;
}

/*
 * The product of operand @bit, which is 0 or 1, and the other one: it is the
 * latter, or 0, which is a conjunction with a mask.  GCC makes such products of
 * masks and of conditions.
 */
static tree kmsan_chosen(gimple_seq *seq, const struct kmsan_operation *o,
			 unsigned int bit)
{
	tree type = kmsan_shadow_type(o->type);
	struct kmsan_operation choice = *o;
	tree *shadow = &choice.value[bit].shadow;

	choice.code = BIT_AND_EXPR;
	choice.op[bit] = build1_loc(seq, NEGATE_EXPR, type,
				    kmsan_bits(seq, type, o->op[bit]));
	*shadow = build2_loc(seq, BIT_AND_EXPR, type, *shadow,
			     build_one_cst(type));
	*shadow = build1_loc(seq, NEGATE_EXPR, type, *shadow);
	return rule_and_or(seq, &choice);
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

	for (unsigned int i = 0; i < 2; i++)
		if (kmsan_is_bit(o->op[i]))
			return kmsan_chosen(seq, o, i);
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

/**
 * kmsan_float_sign() - the bit of a shadow that a float's sign is in
 * @type: of the float, or of a vector of them
 * @shadow: its shadow
 *
 * Return: a constant of the shadow's type.
 */
tree kmsan_float_sign(tree type, tree shadow)
{
	tree to = TREE_TYPE(shadow);
	tree lane = VECTOR_TYPE_P(to) ? TREE_TYPE(to) : to;
	unsigned int bits = TYPE_PRECISION(lane);
	unsigned int sign = kmsan_is_x87(type) ? TYPE_PRECISION(type) - 1 :
						 bits - 1;

	lane = wide_int_to_tree(lane, wi::set_bit_in_zero(sign, bits));
	return VECTOR_TYPE_P(to) ? build_vector_from_val(to, lane) : lane;
}

/* The shadow of a float whose sign is removed. */
static tree kmsan_without_sign(gimple_seq *seq, tree type, tree shadow)
{
	tree to = TREE_TYPE(shadow);

	return build2_loc(seq, BIT_AND_EXPR, to, shadow,
			  const_unop(BIT_NOT_EXPR, to,
				     kmsan_float_sign(type, shadow)));
}

/**
 * kmsan_copy_sign() - the shadow of a float that gets another one's sign
 * @seq: where the code goes
 * @type: of both, or of vectors of them
 * @a: shadow of the float
 * @b: shadow of the one with the sign
 */
tree kmsan_copy_sign(gimple_seq *seq, tree type, tree a, tree b)
{
	return kmsan_or(seq, kmsan_without_sign(seq, type, a),
			build2_loc(seq, BIT_AND_EXPR, TREE_TYPE(b), b,
				   kmsan_float_sign(type, b)));
}

/**
 * rule_negate() - a number with the other sign
 *
 * "condition ? -1 : 0" and the masks made of it are negations of one bit.
 */
tree rule_negate(gimple_seq *seq, const struct kmsan_operation *o)
{
	return INTEGRAL_TYPE_P(o->type) ? kmsan_exact_sum(seq, o) :
					  rule_or(seq, o);
}

/**
 * rule_abs() - a number without its sign
 *
 * The sign of an integer affects every bit.  If it is known, this is the number,
 * or its negation.
 */
tree rule_abs(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), shadow = o->value[0].shadow;
	struct kmsan_operation negation = *o;
	tree value, zero, open, negative, known;

	if (SCALAR_FLOAT_TYPE_P(o->type))
		return kmsan_without_sign(seq, o->type, shadow);
	if (!INTEGRAL_TYPE_P(o->type))
		return shadow;
	negation.code = NEGATE_EXPR;
	value = kmsan_bits(seq, signed_type_for(type), o->op[0]);
	zero = build_zero_cst(TREE_TYPE(value));
	negative = build2_loc(seq, LT_EXPR, boolean_type_node, value, zero);
	known = gimple_build(seq, kfn->loc, COND_EXPR, type, negative,
			     kmsan_exact_sum(seq, &negation), shadow);
	open = build2_loc(seq, LT_EXPR, boolean_type_node,
			  kmsan_bits(seq, TREE_TYPE(value), shadow), zero);
	return gimple_build(seq, kfn->loc, COND_EXPR, type, open,
			    build_all_ones_cst(type), known);
}
