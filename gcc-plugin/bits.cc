// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * bits.cc - the rules of operations that move bits, or look at each by itself.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/**
 * rule_cast() - a conversion between types of numbers
 */
tree rule_cast(gimple_seq *seq, const struct kmsan_operation *o)
{
	return kmsan_cast(seq, TREE_TYPE(o->op[0]), o->value[0].shadow,
			  o->type);
}

/**
 * rule_bits() - the same bits, as another type
 */
tree rule_bits(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree to = kmsan_shadow_type(o->type);

	if (kmsan_is_clean(o->value[0].shadow))
		return build_zero_cst(to);
	return kmsan_bits(seq, to, o->value[0].shadow);
}

/**
 * rule_or() - the union of all operands' shadows, each cast to the result's
 * type
 */
tree rule_or(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow = kmsan_clean(o->type);

	for (unsigned int i = 0; i < o->n; i++)
		shadow = kmsan_or(seq, shadow,
				  kmsan_cast(seq, TREE_TYPE(o->op[i]),
					     o->value[i].shadow, o->type));
	return shadow;
}

/**
 * rule_spread() - any poison anywhere poisons the whole result
 */
tree rule_spread(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow = kmsan_clean(o->type);

	for (unsigned int i = 0; i < o->n; i++)
		shadow = kmsan_or(seq, shadow,
				  kmsan_spread(seq, o->value[i].shadow,
					       o->type));
	return shadow;
}

/**
 * rule_and_or() - a conjunction or disjunction of bits
 *
 * A bit of an AND is defined where both bits are, or where either operand has a
 * defined 0; of an OR, a defined 1.
 */
tree rule_and_or(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	tree a = kmsan_bits(seq, type, o->op[0]);
	tree b = kmsan_bits(seq, type, o->op[1]);
	tree sa = o->value[0].shadow, sb = o->value[1].shadow;
	tree both, by_a, by_b;

	if (o->code == BIT_IOR_EXPR) {
		a = build1_loc(seq, BIT_NOT_EXPR, type, a);
		b = build1_loc(seq, BIT_NOT_EXPR, type, b);
	}
	both = build2_loc(seq, BIT_AND_EXPR, type, sa, sb);
	by_a = build2_loc(seq, BIT_AND_EXPR, type, a, sb);
	by_b = build2_loc(seq, BIT_AND_EXPR, type, sa, b);
	return kmsan_or(seq, both, kmsan_or(seq, by_a, by_b));
}

/**
 * kmsan_unless_nothing() - poison that has no effect if a number is known to be 0
 * @seq: where the code goes
 * @poison: the poison
 * @number: the number, an operand
 * @shadow: its shadow
 */
tree kmsan_unless_nothing(gimple_seq *seq, tree poison, tree number,
			  tree shadow)
{
	tree type = TREE_TYPE(poison), zero;

	if (kmsan_is_clean(poison) || TREE_CODE(number) == INTEGER_CST)
		return poison;
	number = kmsan_or(seq, kmsan_bits(seq, TREE_TYPE(shadow), number),
			  shadow);
	zero = build2_loc(seq, EQ_EXPR, boolean_type_node, number,
			  build_zero_cst(TREE_TYPE(shadow)));
	return gimple_build(seq, kfn->loc, COND_EXPR, type, zero,
			    build_zero_cst(type), poison);
}

/**
 * rule_shift() - a shift or rotation
 *
 * Shadow moves with the bits; a poisoned amount poisons everything, unless there
 * is nothing but zeros to be moved.
 */
tree rule_shift(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	tree work = type, shadow = o->value[0].shadow;
	tree amount = kmsan_spread(seq, o->value[1].shadow, o->type);

	if (INTEGRAL_TYPE_P(o->type))
		amount = kmsan_unless_nothing(seq, amount, o->op[0], shadow);
	if (!kmsan_is_clean(shadow)) {
		if (o->code == RSHIFT_EXPR && !TYPE_UNSIGNED(o->type))
			work = signed_type_for(type);
		shadow = kmsan_bits(seq, work, shadow);
		shadow = build2_loc(seq, o->code, work, shadow, o->op[1]);
		shadow = kmsan_bits(seq, type, shadow);
	}
	return kmsan_or(seq, shadow, amount);
}

/**
 * rule_complex() - a complex number made of its parts
 */
tree rule_complex(gimple_seq *seq, const struct kmsan_operation *o)
{
	return build2_loc(seq, COMPLEX_EXPR, kmsan_shadow_type(o->type),
			  o->value[0].shadow, o->value[1].shadow);
}

/**
 * rule_part() - a part of a complex number
 */
tree rule_part(gimple_seq *seq, const struct kmsan_operation *o)
{
	return build1_loc(seq, o->code, kmsan_shadow_type(o->type),
			  o->value[0].shadow);
}

/**
 * rule_bit_field() - some bits of a value: those of its shadow
 */
tree rule_bit_field(gimple_seq *seq, const struct kmsan_operation *o)
{
	return gimple_build(seq, kfn->loc, BIT_FIELD_REF,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->op[1], o->op[2]);
}

/**
 * rule_bit_insert() - a value with some bits replaced
 */
tree rule_bit_insert(gimple_seq *seq, const struct kmsan_operation *o)
{
	return gimple_build(seq, kfn->loc, BIT_INSERT_EXPR,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->value[1].shadow, o->op[2]);
}

/**
 * rule_perm() - lanes move as a mask says; the mask is used
 */
tree rule_perm(gimple_seq *seq, const struct kmsan_operation *o)
{
	if (kmsan_is_clean(o->value[0].shadow) &&
	    kmsan_is_clean(o->value[1].shadow))
		return kmsan_clean(o->type);
	return gimple_build(seq, kfn->loc, VEC_PERM_EXPR,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->value[1].shadow, o->op[2]);
}

/**
 * kmsan_below_lowest() - the bits below the lowest that is set
 * @seq: where the code goes
 * @bits: a number; if it is 0, all bits are below
 */
tree kmsan_below_lowest(gimple_seq *seq, tree bits)
{
	tree type = TREE_TYPE(bits);
	tree lowest = build2_loc(seq, BIT_AND_EXPR, type, bits,
				 build1_loc(seq, NEGATE_EXPR, type, bits));

	return build2_loc(seq, PLUS_EXPR, type, lowest,
			  build_minus_one_cst(type));
}

/**
 * kmsan_finds_one() - is the first 1 of a number defined, and all before it?
 * @seq: where the code goes
 * @number: the number
 * @shadow: its shadow
 * @down: it is looked for from the highest bit down, not from the lowest up
 *
 * Return: SSA name or constant of boolean type.
 */
tree kmsan_finds_one(gimple_seq *seq, tree number, tree shadow, bool down)
{
	tree type = TREE_TYPE(shadow);
	tree defined = build2_loc(seq, BIT_AND_EXPR, type,
				  kmsan_bits(seq, type, number),
				  build1_loc(seq, BIT_NOT_EXPR, type, shadow));

	/* No bit is set in both. */
	if (down)
		return build2_loc(seq, GT_EXPR, boolean_type_node, defined,
				  shadow);
	return build2_loc(seq, LT_EXPR, boolean_type_node,
			  kmsan_below_lowest(seq, defined),
			  kmsan_below_lowest(seq, shadow));
}

/**
 * kmsan_unsigned_bounds() - an operand with its poisoned bits all 0, and all 1
 * @seq: where the code goes
 * @op: the operand, a number or lanes
 * @shadow: its shadow
 * @least: where the first goes
 * @most: where the second goes
 */
void kmsan_unsigned_bounds(gimple_seq *seq, tree op, tree shadow, tree *least,
			   tree *most)
{
	tree type = TREE_TYPE(shadow), value = kmsan_bits(seq, type, op);

	*least = build2_loc(seq, BIT_AND_EXPR, type, value,
			    build1_loc(seq, BIT_NOT_EXPR, type, shadow));
	*most = build2_loc(seq, BIT_IOR_EXPR, type, value, shadow);
}
