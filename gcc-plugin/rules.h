/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * rules.h - what the files of rules have in common: rules.cc, bits.cc,
 * arithmetic.cc, conditions.cc, vectors.cc, those for builtins of the target,
 * and assign.cc, which asks them.
 */
#ifndef KMSAN_RULES_H
#define KMSAN_RULES_H

/* An operation on registers, with the metadata of its operands. */
struct kmsan_operation {
	enum tree_code code;
	tree type;
	unsigned int n;
	tree op[3];
	struct kmsan_value value[3];
};

/*
 * Bounds of an integer.  Where a function does not say otherwise, signed ones
 * are moved by half their range, so that they can be compared as unsigned.
 */
struct kmsan_bounds {
	tree least;
	tree most;
};

/**
 * struct kmsan_rule - a row of the table of rules
 * @code: the operation
 * @shadow: makes code for the shadow of the result
 * @uses: operands whose value is used, KMSAN_USE() of each
 */
struct kmsan_rule {
	enum tree_code code;
	tree (*shadow)(gimple_seq *seq, const struct kmsan_operation *o);
	unsigned int uses;
};

#define KMSAN_USE(OPERAND) (1u << (OPERAND))

static inline tree build1_loc(gimple_seq *seq, enum tree_code code, tree type,
			      tree a)
{
	return gimple_build(seq, kfn->loc, code, type, a);
}

static inline tree build2_loc(gimple_seq *seq, enum tree_code code, tree type,
			      tree a, tree b)
{
	return gimple_build(seq, kfn->loc, code, type, a, b);
}

/* bits.cc */
tree rule_cast(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_bits(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_or(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_spread(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_and_or(gimple_seq *seq, const struct kmsan_operation *o);
tree kmsan_unless_nothing(gimple_seq *seq, tree poison, tree number,
			  tree shadow);
tree rule_shift(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_complex(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_part(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_bit_field(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_bit_insert(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_perm(gimple_seq *seq, const struct kmsan_operation *o);
tree kmsan_below_lowest(gimple_seq *seq, tree bits);
void kmsan_unsigned_bounds(gimple_seq *seq, tree op, tree shadow, tree *least,
			   tree *most);
tree kmsan_finds_one(gimple_seq *seq, tree number, tree shadow, bool down);

/* arithmetic.cc */
tree kmsan_upwards(gimple_seq *seq, tree shadow);
tree rule_mult(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_div(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_mod(gimple_seq *seq, const struct kmsan_operation *o);
tree kmsan_float_sign(tree type, tree shadow);
tree kmsan_copy_sign(gimple_seq *seq, tree type, tree a, tree b);
tree kmsan_exact_sum(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_sum(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_and(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_negate(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_abs(gimple_seq *seq, const struct kmsan_operation *o);

/* conditions.cc */
struct kmsan_bounds kmsan_value_bounds(gimple_seq *seq, tree value,
				       tree shadow);
tree kmsan_either(gimple_seq *seq, const struct kmsan_operation *o,
		  unsigned int first);
tree rule_compare(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_select(gimple_seq *seq, const struct kmsan_operation *o);
tree rule_min_max(gimple_seq *seq, const struct kmsan_operation *o);

/* vectors.cc */
unsigned int kmsan_lane_count(tree type);
tree kmsan_as_lanes(gimple_seq *seq, tree shadow, unsigned int bits);
tree kmsan_same_lanes(gimple_seq *seq, tree shadow);
tree kmsan_sign_lanes(gimple_seq *seq, tree lanes);
tree kmsan_lane(gimple_seq *seq, tree vector, unsigned int index);
tree kmsan_from_lanes(gimple_seq *seq, tree type, const vec<tree> &lanes);
tree kmsan_lanes(gimple_seq *seq, tree shadow, tree type);
tree kmsan_permute(gimple_seq *seq, tree a, tree b,
		   const vec<unsigned int> &from);
tree kmsan_unless_zero(gimple_seq *seq, tree product, tree factor, tree shadow);
const struct kmsan_rule *kmsan_vector_rule(enum tree_code code);

/* vector-kinds.cc */
tree kmsan_low_bits(gimple_seq *seq, tree shadow, unsigned int n);

/* rules.cc */
const struct kmsan_rule *kmsan_find_rule(enum tree_code code, tree type);
bool kmsan_fill_operation(struct kmsan_operation *o);
struct kmsan_value kmsan_apply_rule(gimple_seq *seq,
				    const struct kmsan_rule *rule,
				    const struct kmsan_operation *o);

#endif /* KMSAN_RULES_H */
