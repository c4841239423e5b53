// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rules.cc - how each operation propagates shadow from operands to result.
 *
 * A table maps each tree code to its rule, a function that makes code for the
 * shadow of the result and does nothing else.  The table also says which
 * operands are used, that is, reported if they are poisoned.
 *
 * A rule may give too much poison only where an exact answer is too expensive.
 * It gives too little for some arithmetic, as Clang's instrumentation does:
 * most sums keep poison in the bit positions it came from, without carries, and
 * so do products of variables, and quotients and remainders by variables.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/* The rule of each operation on registers. */
static const struct kmsan_rule kmsan_rules[] = {
	{ SSA_NAME, rule_bits },
	{ PAREN_EXPR, rule_bits },
	{ NOP_EXPR, rule_cast },
	{ CONVERT_EXPR, rule_cast },
	{ VIEW_CONVERT_EXPR, rule_bits },
	{ FLOAT_EXPR, rule_spread },
	{ FIX_TRUNC_EXPR, rule_spread },
	{ FIXED_CONVERT_EXPR, rule_spread },

	{ BIT_NOT_EXPR, rule_or },
	{ NEGATE_EXPR, rule_negate },
	{ CONJ_EXPR, rule_or },
	{ ABS_EXPR, rule_abs },
	{ ABSU_EXPR, rule_abs },

	{ BIT_AND_EXPR, rule_and },
	{ BIT_IOR_EXPR, rule_and_or },
	{ BIT_XOR_EXPR, rule_or },
	{ PLUS_EXPR, rule_sum },
	{ MINUS_EXPR, rule_sum },
	{ POINTER_PLUS_EXPR, rule_or },
	{ POINTER_DIFF_EXPR, rule_or },
	{ MULT_EXPR, rule_mult },
	{ MULT_HIGHPART_EXPR, rule_spread },
	{ WIDEN_MULT_EXPR, rule_spread },
	{ RDIV_EXPR, rule_or },
	{ MIN_EXPR, rule_min_max },
	{ MAX_EXPR, rule_min_max },
	{ LSHIFT_EXPR, rule_shift },
	{ RSHIFT_EXPR, rule_shift },
	{ LROTATE_EXPR, rule_shift },
	{ RROTATE_EXPR, rule_shift },

	{ TRUNC_DIV_EXPR, rule_div, KMSAN_USE(1) },
	{ CEIL_DIV_EXPR, rule_div, KMSAN_USE(1) },
	{ FLOOR_DIV_EXPR, rule_div, KMSAN_USE(1) },
	{ ROUND_DIV_EXPR, rule_div, KMSAN_USE(1) },
	{ EXACT_DIV_EXPR, rule_div, KMSAN_USE(1) },
	{ TRUNC_MOD_EXPR, rule_mod, KMSAN_USE(1) },
	{ CEIL_MOD_EXPR, rule_mod, KMSAN_USE(1) },
	{ FLOOR_MOD_EXPR, rule_mod, KMSAN_USE(1) },
	{ ROUND_MOD_EXPR, rule_mod, KMSAN_USE(1) },

	{ EQ_EXPR, rule_compare },
	{ NE_EXPR, rule_compare },
	{ LT_EXPR, rule_compare },
	{ LE_EXPR, rule_compare },
	{ GT_EXPR, rule_compare },
	{ GE_EXPR, rule_compare },
	{ LTGT_EXPR, rule_compare },
	{ UNORDERED_EXPR, rule_compare },
	{ ORDERED_EXPR, rule_compare },
	{ UNLT_EXPR, rule_compare },
	{ UNLE_EXPR, rule_compare },
	{ UNGT_EXPR, rule_compare },
	{ UNGE_EXPR, rule_compare },
	{ UNEQ_EXPR, rule_compare },

	{ COND_EXPR, rule_select },
	{ VEC_COND_EXPR, rule_select },
	{ COMPLEX_EXPR, rule_complex },
	{ REALPART_EXPR, rule_part },
	{ IMAGPART_EXPR, rule_part },
	{ BIT_FIELD_REF, rule_bit_field },
	{ BIT_INSERT_EXPR, rule_bit_insert },
	{ VEC_PERM_EXPR, rule_perm, KMSAN_USE(2) },
	{ DOT_PROD_EXPR, rule_spread },
	{ SAD_EXPR, rule_spread },
};

/**
 * kmsan_find_rule() - the rule of an operation
 * @code: the operation
 * @type: of its result
 *
 * Return: NULL if there is none.
 */
const struct kmsan_rule *kmsan_find_rule(enum tree_code code, tree type)
{
	const struct kmsan_rule *rule =
		VECTOR_TYPE_P(type) ? kmsan_vector_rule(code) : NULL;

	if (rule)
		return rule;
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_rules); i++)
		if (kmsan_rules[i].code == code)
			return &kmsan_rules[i];
	return NULL;
}

/* The origin of the result: that of the last poisoned operand. */
static struct kmsan_origin *kmsan_operation_origin(
	const struct kmsan_operation *o)
{
	struct kmsan_origin *origin = NULL;
	unsigned int i = 0;

	if (o->code == COND_EXPR && TREE_CODE(o->op[0]) == SSA_NAME) {
		origin = kmsan_origin_choice(o->op[0], o->value[1].origin,
					     o->value[2].origin);
		return kmsan_origin_choice(o->value[0].shadow,
					   o->value[0].origin, origin);
	}
	for (; i < o->n; i++)
		origin = kmsan_origin_choice(o->value[i].shadow,
					     o->value[i].origin, origin);
	return origin;
}

static bool kmsan_operands_clean(const struct kmsan_operation *o)
{
	for (unsigned int i = 0; i < o->n; i++)
		if (!kmsan_is_clean(o->value[i].shadow))
			return false;
	return true;
}

/**
 * kmsan_fill_operation() - find the metadata of an operation's operands
 * @o: the operation, otherwise complete
 *
 * Return: false if the result is clean, whatever the rule.
 */
bool kmsan_fill_operation(struct kmsan_operation *o)
{
	for (o->n = 0; o->n < 3 && o->op[o->n]; o->n++) {
		/* A type without a shadow (an opaque one) counts as clean. */
		if (!kmsan_is_tracked_type(TREE_TYPE(o->op[o->n])))
			return false;
		o->value[o->n] = kmsan_value_of(o->op[o->n]);
	}
	return !kmsan_operands_clean(o);
}

/**
 * kmsan_apply_rule() - the metadata of an operation's result
 * @seq: where the code goes
 * @rule: what kmsan_find_rule() has found; without a rule the result is clean
 * @o: the operation, filled in
 */
struct kmsan_value kmsan_apply_rule(gimple_seq *seq,
				    const struct kmsan_rule *rule,
				    const struct kmsan_operation *o)
{
	struct kmsan_value result = kmsan_clean_value(o->type);

	if (!rule)
		return result;
	result.shadow = rule->shadow(seq, o);
	result.origin = kmsan_operation_origin(o);
	return result;
}
