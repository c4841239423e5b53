// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rules.cc - how each operation propagates shadow from operands to result.
 *
 * Small named functions make an algebra (union, cast, spread), and a table maps
 * each tree code to its rule.  A rule may say too much poison only where no
 * exact answer is affordable.  It says too little in a few places of arithmetic,
 * as Clang's instrumentation does: sums keep poison in the bit positions it came
 * from, without carries, and so do products of variables, and quotients and
 * remainders by variables.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/**
 * kmsan_bits() - reinterpret the bits of a value
 * @seq: where the code goes
 * @type: a type of the same size and precision
 * @value: SSA name or constant
 */
tree kmsan_bits(gimple_seq *seq, tree type, tree value)
{
	if (useless_type_conversion_p(type, TREE_TYPE(value)))
		return value;
	if (INTEGRAL_TYPE_P(type) && (INTEGRAL_TYPE_P(TREE_TYPE(value)) ||
				      POINTER_TYPE_P(TREE_TYPE(value))))
		return gimple_convert(seq, kfn->loc, type, value);
	return build1_loc(seq, VIEW_CONVERT_EXPR, type, value);
}

/* Is any lane of a wide vector poisoned?  By words of 64 bits. */
static tree kmsan_any_vector(gimple_seq *seq, tree shadow)
{
	HOST_WIDE_INT bits = tree_to_uhwi(TYPE_SIZE(TREE_TYPE(shadow)));
	tree word = build_nonstandard_integer_type(64, 1);
	tree words, sum = NULL_TREE;

	if (bits <= MAX_FIXED_MODE_SIZE) {
		tree type = build_nonstandard_integer_type(bits, 1);

		return kmsan_any(seq, kmsan_bits(seq, type, shadow));
	}
	words = kmsan_bits(seq, build_vector_type(word, bits / 64), shadow);
	for (HOST_WIDE_INT i = 0; i < bits; i += 64) {
		tree part = gimple_build(seq, kfn->loc, BIT_FIELD_REF, word,
					 words, bitsize_int(64),
					 bitsize_int(i));

		sum = sum ? build2_loc(seq, BIT_IOR_EXPR, word, sum, part) :
			    part;
	}
	return kmsan_any(seq, sum);
}

/**
 * kmsan_any() - is any bit of a shadow set?
 * @seq: where the code goes
 * @shadow: a shadow of any shape
 *
 * Return: SSA name or constant of boolean type.
 */
tree kmsan_any(gimple_seq *seq, tree shadow)
{
	tree type = TREE_TYPE(shadow);

	if (kmsan_is_clean(shadow))
		return boolean_false_node;
	if (TREE_CODE(type) == COMPLEX_TYPE) {
		tree part = TREE_TYPE(type);
		tree re = build1_loc(seq, REALPART_EXPR, part, shadow);
		tree im = build1_loc(seq, IMAGPART_EXPR, part, shadow);

		return kmsan_any(seq,
				 build2_loc(seq, BIT_IOR_EXPR, part, re, im));
	}
	if (VECTOR_TYPE_P(type))
		return kmsan_any_vector(seq, shadow);
	return build2_loc(seq, NE_EXPR, boolean_type_node, shadow,
			  build_zero_cst(type));
}

/**
 * kmsan_spread_lanes() - spread poison within each lane
 * @seq: where the code goes
 * @shadow: a vector
 * @type: of the value: a vector of as many lanes
 */
tree kmsan_spread_lanes(gimple_seq *seq, tree shadow, tree type)
{
	tree from = TREE_TYPE(shadow);
	tree to = kmsan_shadow_type(type);
	tree lanes = truth_type_for(from);
	tree mask, wide;
	gcall *convert;

	if (VECTOR_BOOLEAN_TYPE_P(to))
		return build2_loc(seq, NE_EXPR, to, shadow,
				  build_zero_cst(from));
	mask = build2_loc(seq, NE_EXPR, lanes, shadow, build_zero_cst(from));
	wide = gimple_build(seq, kfn->loc, VEC_COND_EXPR, from, mask,
			    build_all_ones_cst(from), build_zero_cst(from));
	if (useless_type_conversion_p(to, from))
		return wide;
	/*
	 * Sign extension keeps a lane of ones a lane of ones.  Not every target
	 * has the instruction; the vector lowering cares for this function.
	 */
	wide = kmsan_bits(seq, signed_type_for(from), wide);
	convert = gimple_build_call_internal(IFN_VEC_CONVERT, 1, wide);
	wide = make_ssa_name(signed_type_for(to));
	gimple_call_set_lhs(convert, wide);
	gimple_seq_add_stmt(seq, convert);
	return kmsan_bits(seq, to, wide);
}

/**
 * kmsan_spread() - poison a whole value if any bit of a shadow is set
 * @seq: where the code goes
 * @shadow: any shadow
 * @type: type of the value
 *
 * Return: a shadow of kmsan_shadow_type(@type); lane by lane where both are
 * vectors of as many lanes.
 */
tree kmsan_spread(gimple_seq *seq, tree shadow, tree type)
{
	tree to = kmsan_shadow_type(type);
	tree any;

	if (kmsan_is_clean(shadow))
		return build_zero_cst(to);
	if (VECTOR_TYPE_P(to) && VECTOR_TYPE_P(TREE_TYPE(shadow)) &&
	    !VECTOR_BOOLEAN_TYPE_P(TREE_TYPE(shadow)) &&
	    known_eq(TYPE_VECTOR_SUBPARTS(to),
		     TYPE_VECTOR_SUBPARTS(TREE_TYPE(shadow))))
		return kmsan_spread_lanes(seq, shadow, type);
	any = kmsan_any(seq, shadow);
	if (TREE_CODE(to) == COMPLEX_TYPE) {
		tree part = kmsan_spread(seq, any, TREE_TYPE(type));

		return build2_loc(seq, COMPLEX_EXPR, to, part, part);
	}
	return gimple_build(seq, kfn->loc, COND_EXPR, to, any,
			    kmsan_poisoned(type), build_zero_cst(to));
}

/**
 * kmsan_or() - the union of two shadows of one type
 */
tree kmsan_or(gimple_seq *seq, tree a, tree b)
{
	tree type = TREE_TYPE(a);

	if (kmsan_is_clean(a))
		return b;
	if (kmsan_is_clean(b))
		return a;
	if (TREE_CODE(type) == COMPLEX_TYPE) {
		tree part = TREE_TYPE(type);
		tree re = kmsan_or(seq,
				   build1_loc(seq, REALPART_EXPR, part, a),
				   build1_loc(seq, REALPART_EXPR, part, b));
		tree im = kmsan_or(seq,
				   build1_loc(seq, IMAGPART_EXPR, part, a),
				   build1_loc(seq, IMAGPART_EXPR, part, b));

		return build2_loc(seq, COMPLEX_EXPR, type, re, im);
	}
	return build2_loc(seq, BIT_IOR_EXPR, type, a, b);
}

/**
 * kmsan_cast() - the shadow of a value converted to another type
 * @seq: where the code goes
 * @from_type: type of the value
 * @shadow: its shadow
 * @type: the type it is converted to
 *
 * The cast of the bits where both are integers, lanes where both are vectors of
 * one shape, else a spread.
 */
tree kmsan_cast(gimple_seq *seq, tree from_type, tree shadow, tree type)
{
	tree to = kmsan_shadow_type(type);
	tree from = TREE_TYPE(shadow);
	bool ints = (INTEGRAL_TYPE_P(from_type) || POINTER_TYPE_P(from_type)) &&
		    (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type));

	if (kmsan_is_clean(shadow))
		return build_zero_cst(to);
	if (useless_type_conversion_p(to, from))
		return shadow;
	if (ints) {
		/* A poisoned sign bit poisons all its copies. */
		if (!TYPE_UNSIGNED(from_type) &&
		    TYPE_PRECISION(to) > TYPE_PRECISION(from))
			shadow = gimple_convert(seq, kfn->loc,
						signed_type_for(from), shadow);
		return gimple_convert(seq, kfn->loc, to, shadow);
	}
	if (TREE_CODE(to) == COMPLEX_TYPE && TREE_CODE(from) == COMPLEX_TYPE) {
		tree part = TREE_TYPE(from);
		tree re = kmsan_cast(seq, TREE_TYPE(from_type),
				     build1_loc(seq, REALPART_EXPR, part,
						shadow),
				     TREE_TYPE(type));
		tree im = kmsan_cast(seq, TREE_TYPE(from_type),
				     build1_loc(seq, IMAGPART_EXPR, part,
						shadow),
				     TREE_TYPE(type));

		return build2_loc(seq, COMPLEX_EXPR, to, re, im);
	}
	return kmsan_spread(seq, shadow, type);
}

static tree rule_cast(gimple_seq *seq, const struct kmsan_operation *o)
{
	return kmsan_cast(seq, TREE_TYPE(o->op[0]), o->value[0].shadow,
			  o->type);
}

static tree rule_bits(gimple_seq *seq, const struct kmsan_operation *o)
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

/* Any poison anywhere poisons the whole result. */
static tree rule_spread(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree shadow = kmsan_clean(o->type);

	for (unsigned int i = 0; i < o->n; i++)
		shadow = kmsan_or(seq, shadow,
				  kmsan_spread(seq, o->value[i].shadow,
					       o->type));
	return shadow;
}

/*
 * A bit of an AND is defined where both bits are, or where either operand has a
 * defined 0; of an OR, a defined 1.
 */
static tree rule_and_or(gimple_seq *seq, const struct kmsan_operation *o)
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

/* Shadow moves with the bits; an uncertain amount makes all uncertain. */
static tree rule_shift(gimple_seq *seq, const struct kmsan_operation *o)
{
	tree type = kmsan_shadow_type(o->type);
	tree work = type, shadow = o->value[0].shadow;

	if (!kmsan_is_clean(shadow)) {
		if (o->code == RSHIFT_EXPR && !TYPE_UNSIGNED(o->type))
			work = signed_type_for(type);
		shadow = kmsan_bits(seq, work, shadow);
		shadow = build2_loc(seq, o->code, work, shadow, o->op[1]);
		shadow = kmsan_bits(seq, type, shadow);
	}
	return kmsan_or(seq, shadow,
			kmsan_spread(seq, o->value[1].shadow, o->type));
}

static tree rule_complex(gimple_seq *seq, const struct kmsan_operation *o)
{
	return build2_loc(seq, COMPLEX_EXPR, kmsan_shadow_type(o->type),
			  o->value[0].shadow, o->value[1].shadow);
}

static tree rule_part(gimple_seq *seq, const struct kmsan_operation *o)
{
	return build1_loc(seq, o->code, kmsan_shadow_type(o->type),
			  o->value[0].shadow);
}

/* Sub-bits of a register: those of its shadow. */
static tree rule_bit_field(gimple_seq *seq, const struct kmsan_operation *o)
{
	return gimple_build(seq, kfn->loc, BIT_FIELD_REF,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->op[1], o->op[2]);
}

static tree rule_bit_insert(gimple_seq *seq, const struct kmsan_operation *o)
{
	return gimple_build(seq, kfn->loc, BIT_INSERT_EXPR,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->value[1].shadow, o->op[2]);
}

/* Lanes move as the mask says; a poisoned mask is a use. */
static tree rule_perm(gimple_seq *seq, const struct kmsan_operation *o)
{
	kmsan_check(o->value[2]);
	if (kmsan_is_clean(o->value[0].shadow) &&
	    kmsan_is_clean(o->value[1].shadow))
		return kmsan_clean(o->type);
	return gimple_build(seq, kfn->loc, VEC_PERM_EXPR,
			    kmsan_shadow_type(o->type), o->value[0].shadow,
			    o->value[1].shadow, o->op[2]);
}

/* The rule of each operation on registers. */
static const struct {
	enum tree_code code;
	kmsan_rule_fn rule;
} kmsan_rules[] = {
	{ SSA_NAME, rule_bits },
	{ PAREN_EXPR, rule_bits },
	{ NOP_EXPR, rule_cast },
	{ CONVERT_EXPR, rule_cast },
	{ VIEW_CONVERT_EXPR, rule_bits },
	{ FLOAT_EXPR, rule_spread },
	{ FIX_TRUNC_EXPR, rule_spread },
	{ FIXED_CONVERT_EXPR, rule_spread },

	{ BIT_NOT_EXPR, rule_or },
	{ NEGATE_EXPR, rule_or },
	{ CONJ_EXPR, rule_or },
	{ ABS_EXPR, rule_abs },
	{ ABSU_EXPR, rule_abs },

	{ BIT_AND_EXPR, rule_and_or },
	{ BIT_IOR_EXPR, rule_and_or },
	{ BIT_XOR_EXPR, rule_or },
	{ PLUS_EXPR, rule_or },
	{ MINUS_EXPR, rule_or },
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

	{ TRUNC_DIV_EXPR, rule_div },
	{ CEIL_DIV_EXPR, rule_div },
	{ FLOOR_DIV_EXPR, rule_div },
	{ ROUND_DIV_EXPR, rule_div },
	{ EXACT_DIV_EXPR, rule_div },
	{ TRUNC_MOD_EXPR, rule_mod },
	{ CEIL_MOD_EXPR, rule_mod },
	{ FLOOR_MOD_EXPR, rule_mod },
	{ ROUND_MOD_EXPR, rule_mod },

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
	{ VEC_PERM_EXPR, rule_perm },
	{ DOT_PROD_EXPR, rule_spread },
	{ SAD_EXPR, rule_spread },
};

static kmsan_rule_fn kmsan_find_rule(enum tree_code code, tree type)
{
	kmsan_rule_fn rule = VECTOR_TYPE_P(type) ? kmsan_vector_rule(code) :
						   NULL;

	if (rule)
		return rule;
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_rules); i++)
		if (kmsan_rules[i].code == code)
			return kmsan_rules[i].rule;
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
 * kmsan_rule_operation() - the metadata of an operation's result
 * @seq: where the code goes
 * @code: the operation
 * @type: type of its result
 * @op0: operands: SSA names and constants, NULL_TREE where there is none
 * @op1: likewise
 * @op2: likewise
 *
 * An operation without a rule is a use of its operands; its result is clean.
 */
struct kmsan_value kmsan_rule_operation(gimple_seq *seq, enum tree_code code,
					tree type, tree op0, tree op1, tree op2)
{
	struct kmsan_operation o = { code, type, 0, { op0, op1, op2 }, {} };
	struct kmsan_value result = kmsan_clean_value(type);
	kmsan_rule_fn rule = kmsan_find_rule(code, type);

	while (o.n < 3 && o.op[o.n]) {
		/* A type without a shadow (an opaque one) counts as clean. */
		if (!kmsan_is_tracked_type(TREE_TYPE(o.op[o.n])))
			return result;
		o.value[o.n] = kmsan_value_of(o.op[o.n]);
		o.n++;
	}
	if (kmsan_operands_clean(&o))
		return result;
	if (!rule) {
		kmsan_unhandled("operation", get_tree_code_name(code));
		for (unsigned int i = 0; i < o.n; i++)
			kmsan_check(o.value[i]);
		return result;
	}
	result.shadow = rule(seq, &o);
	result.origin = kmsan_operation_origin(&o);
	return result;
}

/**
 * kmsan_merge() - poison a whole value if another one is poisoned
 * @seq: where the code goes
 * @type: of the value
 * @a: its metadata so far
 * @b: metadata of something of any type that it depends on
 */
struct kmsan_value kmsan_merge(gimple_seq *seq, tree type,
			       struct kmsan_value a, struct kmsan_value b)
{
	struct kmsan_value result;

	result.shadow =
		kmsan_or(seq, a.shadow, kmsan_spread(seq, b.shadow, type));
	result.origin = kmsan_origin_choice(b.shadow, b.origin, a.origin);
	return result;
}

/* A vector from its elements. */
static struct kmsan_value kmsan_rule_constructor(gimple_seq *seq, tree rhs)
{
	tree type = TREE_TYPE(rhs);
	tree lane = TREE_TYPE(kmsan_shadow_type(type));
	struct kmsan_value result = kmsan_clean_value(type);
	vec<constructor_elt, va_gc> *elts = NULL;
	unsigned int i;
	tree index, element, made;
	bool clean = true;

	FOR_EACH_CONSTRUCTOR_ELT (CONSTRUCTOR_ELTS(rhs), i, index, element) {
		struct kmsan_value value = kmsan_value_of(element);

		if (!kmsan_is_clean(value.shadow))
			clean = false;
		/* A lane of a mask is a boolean, and its shadow an integer. */
		if (!VECTOR_TYPE_P(TREE_TYPE(element)))
			value.shadow = kmsan_bits(seq, lane, value.shadow);
		CONSTRUCTOR_APPEND_ELT(elts, index, value.shadow);
		result.origin = kmsan_origin_choice(value.shadow, value.origin,
						    result.origin);
	}
	if (clean)
		return kmsan_clean_value(type);
	made = build_constructor(kmsan_shadow_type(type), elts);
	result.shadow = make_ssa_name(kmsan_shadow_type(type));
	gimple_seq_add_stmt(seq, gimple_build_assign(result.shadow, made));
	return result;
}

/* An address: poisoned if what it is computed from is. */
static struct kmsan_value kmsan_rule_address(gimple_seq *seq, tree rhs)
{
	tree type = TREE_TYPE(rhs);
	struct kmsan_value result = kmsan_clean_value(type), base;
	tree ref = TREE_OPERAND(rhs, 0);

	for (; handled_component_p(ref); ref = TREE_OPERAND(ref, 0))
		if (TREE_CODE(ref) == ARRAY_REF ||
		    TREE_CODE(ref) == ARRAY_RANGE_REF)
			result = kmsan_merge(
				seq, type, result,
				kmsan_value_of(TREE_OPERAND(ref, 1)));
	if (TREE_CODE(ref) == MEM_REF) {
		base = kmsan_value_of(TREE_OPERAND(ref, 0));
		result.shadow = kmsan_or(seq, result.shadow, base.shadow);
		result.origin = kmsan_origin_choice(base.shadow, base.origin,
						    result.origin);
	}
	return result;
}

/* COND_EXPR and VEC_COND_EXPR of GCC 12 may hold a comparison. */
static tree kmsan_condition_value(gimple_seq *seq, tree cond)
{
	tree name;

	if (!COMPARISON_CLASS_P(cond))
		return cond;
	name = build2_loc(seq, TREE_CODE(cond), TREE_TYPE(cond),
			  TREE_OPERAND(cond, 0), TREE_OPERAND(cond, 1));
	if (TREE_CODE(name) == SSA_NAME)
		kmsan_set_value(name, kmsan_rule_operation(
					      seq, TREE_CODE(cond),
					      TREE_TYPE(cond),
					      TREE_OPERAND(cond, 0),
					      TREE_OPERAND(cond, 1),
					      NULL_TREE));
	return name;
}

/**
 * kmsan_rule_assign() - the metadata of an assignment that touches no memory
 * @stmt: the assignment
 */
struct kmsan_value kmsan_rule_assign(gassign *stmt)
{
	enum tree_code code = gimple_assign_rhs_code(stmt);
	tree type = TREE_TYPE(gimple_assign_lhs(stmt));
	tree op0 = gimple_assign_rhs1(stmt);
	tree op1 = gimple_assign_rhs2(stmt);
	tree op2 = gimple_assign_rhs3(stmt);
	gimple_seq *seq = &kfn->out.pre;

	switch (code) {
	case CONSTRUCTOR:
		return kmsan_rule_constructor(seq, op0);
	case ADDR_EXPR:
		return kmsan_rule_address(seq, op0);
	case BIT_FIELD_REF:
		op1 = TREE_OPERAND(op0, 1);
		op2 = TREE_OPERAND(op0, 2);
		op0 = TREE_OPERAND(op0, 0);
		break;
	case REALPART_EXPR:
	case IMAGPART_EXPR:
	case VIEW_CONVERT_EXPR:
		op0 = TREE_OPERAND(op0, 0);
		break;
	case COND_EXPR:
	case VEC_COND_EXPR:
		op0 = kmsan_condition_value(seq, op0);
		break;
	default:
		if (get_gimple_rhs_class(code) == GIMPLE_SINGLE_RHS &&
		    is_gimple_val(op0))
			return kmsan_value_of(op0);
		break;
	}
	return kmsan_rule_operation(seq, code, type, op0, op1, op2);
}
