// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * assign.cc - the metadata of an assignment's result, from its operands'.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/**
 * kmsan_rule_operation() - the metadata of an operation's result
 * @seq: where the code goes
 * @code: the operation
 * @type: type of its result
 * @op0: operands: SSA names and constants, NULL_TREE where there is none
 * @op1: likewise
 * @op2: likewise
 *
 * The operands that its rule names are used.  An operation without a rule is a
 * use of all of them; its result is clean.
 */
struct kmsan_value kmsan_rule_operation(gimple_seq *seq, enum tree_code code,
					tree type, tree op0, tree op1, tree op2)
{
	struct kmsan_operation o = { code, type, 0, { op0, op1, op2 }, {} };
	const struct kmsan_rule *rule = kmsan_find_rule(code, type);

	if (!kmsan_fill_operation(&o))
		return kmsan_clean_value(type);
	if (!rule)
		kmsan_unhandled("operation", get_tree_code_name(code));
	for (unsigned int i = 0; i < o.n; i++)
		if (!rule || (rule->uses & KMSAN_USE(i)))
			kmsan_check(o.value[i]);
	return kmsan_apply_rule(seq, rule, &o);
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
