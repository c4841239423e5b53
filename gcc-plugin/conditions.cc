// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * conditions.cc - comparisons, and what selects a value by one.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/* Bounds of a partly defined integer: undefined bits all 0, all 1. */
static void kmsan_bounds(gimple_seq *seq, tree value, tree shadow, tree *least,
			 tree *most)
{
	tree type = TREE_TYPE(shadow);
	tree known;

	known = build2_loc(seq, BIT_AND_EXPR, type, value,
			   build1_loc(seq, BIT_NOT_EXPR, type, shadow));
	*least = known;
	*most = build2_loc(seq, BIT_IOR_EXPR, type, value, shadow);
}

/* Is an ordered comparison of integers decided by the defined bits? */
static tree kmsan_ordered_shadow(gimple_seq *seq,
				 const struct kmsan_compare *cmp)
{
	tree type = TREE_TYPE(cmp->shadow[0]);
	tree value[2], least[2], most[2], low, high;

	for (int i = 0; i < 2; i++) {
		value[i] = kmsan_bits(seq, type, cmp->op[i]);
		/* Moved by half the range, signed order is unsigned order. */
		if (!TYPE_UNSIGNED(TREE_TYPE(cmp->op[0])))
			value[i] = build2_loc(
				seq, BIT_XOR_EXPR, type, value[i],
				wide_int_to_tree(
					type, wi::set_bit_in_zero(
						      TYPE_PRECISION(type) - 1,
						      TYPE_PRECISION(type))));
		kmsan_bounds(seq, value[i], cmp->shadow[i], &least[i],
			     &most[i]);
	}
	low = build2_loc(seq, cmp->code, boolean_type_node, least[0], most[1]);
	high = build2_loc(seq, cmp->code, boolean_type_node, most[0], least[1]);
	return build2_loc(seq, NE_EXPR, boolean_type_node, low, high);
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

	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node,
			  kmsan_any(seq, either), open);
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
	cmp.shadow[0] = kmsan_value_of(op0).shadow;
	cmp.shadow[1] = kmsan_value_of(op1).shadow;
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

/* The shadow of one of two values when it is not known of which. */
static tree kmsan_either(gimple_seq *seq, const struct kmsan_operation *o,
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
 * A selection by a defined condition takes the shadow of the arm taken.  By an
 * undefined one: what both arms agree on is defined.
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

/**
 * rule_min_max() - a selection by the order of the operands
 */
tree rule_min_max(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type), first, taken;
	struct kmsan_compare cmp;

	if (!INTEGRAL_TYPE_P(o->type) && !POINTER_TYPE_P(o->type))
		return rule_or(seq, o);
	cmp = kmsan_compare_of(o->code == MIN_EXPR ? LT_EXPR : GT_EXPR,
			       o->op[0], o->op[1]);
	first = build2_loc(seq, cmp.code, boolean_type_node, o->op[0],
			   o->op[1]);
	taken = gimple_build(seq, kfn->loc, COND_EXPR, type, first,
			     o->value[0].shadow, o->value[1].shadow);
	return gimple_build(seq, kfn->loc, COND_EXPR, type,
			    kmsan_ordered_shadow(seq, &cmp),
			    kmsan_either(seq, o, 0), taken);
}
