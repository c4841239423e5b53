// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vector-kinds.cc - the shadow of the result of a builtin of the target, by
 * kind.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"
#include "vector-builtins.h"

/**
 * kmsan_formal_type() - type of an operand as the builtin declares it
 * @fndecl: the builtin
 * @index: of the operand
 *
 * In a call it may be promoted, and any pointer may stand for a pointer.
 */
tree kmsan_formal_type(tree fndecl, unsigned int index)
{
	tree arg = TYPE_ARG_TYPES(TREE_TYPE(fndecl));

	while (arg && index--)
		arg = TREE_CHAIN(arg);
	return arg ? TREE_VALUE(arg) : void_type_node;
}

/**
 * kmsan_immediate() - an operand that has to be a constant
 * @c: the call
 * @index: of the operand
 *
 * Return: its value, or 0 if it is none: GCC refuses such a call, but only when
 * it expands it.
 */
HOST_WIDE_INT kmsan_immediate(struct kmsan_vector_call *c, unsigned int index)
{
	tree op = c->op[index];

	return TREE_CODE(op) == INTEGER_CST ? TREE_INT_CST_LOW(op) : 0;
}

#define BLOCK_BITS 128

static unsigned int kmsan_bits_of(tree type)
{
	return tree_to_uhwi(TYPE_SIZE(type));
}

static unsigned int kmsan_lane_bits(tree type)
{
	return kmsan_bits_of(TREE_TYPE(type));
}

/* @shadow with only those bits of each lane that are set in @bits. */
static tree kmsan_only(gimple_seq *seq, tree shadow,
		       const wide_int_ref &bits)
{
	tree type = TREE_TYPE(shadow), mask;

	if (!VECTOR_TYPE_P(type))
		mask = wide_int_to_tree(type, bits);
	else
		mask = build_vector_from_val(
			type, wide_int_to_tree(TREE_TYPE(type), bits));
	return build2_loc(seq, BIT_AND_EXPR, type, shadow, mask);
}

static tree kmsan_only_bits(gimple_seq *seq, tree shadow, unsigned int bits)
{
	return bits ? kmsan_only(seq, shadow,
				 wi::uhwi(bits, element_precision(
							TREE_TYPE(shadow)))) :
		      shadow;
}

/**
 * kmsan_low_bits() - shadow with only the lowest bits
 * @seq: where to add statements
 * @shadow: of a number, or of lanes
 * @n: how many bits, of each lane; 0: all
 */
tree kmsan_low_bits(gimple_seq *seq, tree shadow, unsigned int n)
{
	unsigned int width = element_precision(TREE_TYPE(shadow));

	return n && n < width ?
		       kmsan_only(seq, shadow, wi::mask(n, false, width)) :
		       shadow;
}

static tree kmsan_choose_lanes(struct kmsan_vector_call *c, tree taken,
			       tree other);

/*
 * In AVX-512 a permutation of two vectors can have the lanes of its control
 * where lanes are masked out.
 */
static bool kmsan_passes_control(struct kmsan_vector_call *c)
{
	return c->others >= 0 && c->role[c->others] == 'l';
}

/* The poison that comes from the controls of a move. */
static tree kmsan_controls(struct kmsan_vector_call *c)
{
	tree shadow = kmsan_clean(c->type), part;

	for (unsigned int i = 0; i < c->n; i++) {
		part = c->value[i].shadow;
		if (!strchr("lcq", c->role[i]) || kmsan_is_clean(part))
			continue;
		if (c->role[i] == 'q') {
			part = kmsan_as_lanes(c->seq, part, 64);
			part = kmsan_lane(c->seq, part, 0);
		}
		part = kmsan_only_bits(c->seq, part, c->row->bits);
		part = c->role[i] == 'l' ?
			       kmsan_lanes(c->seq, part, c->type) :
			       kmsan_spread(c->seq, part, c->type);
		shadow = kmsan_or(c->seq, shadow, part);
	}
	if (c->mask < 0 || kmsan_is_clean(shadow) || kmsan_passes_control(c))
		return shadow;
	/* They do not move what is masked out. */
	return kmsan_choose_lanes(c, shadow,
				  build_zero_cst(TREE_TYPE(shadow)));
}

/* Apply the builtin itself to shadows. */
static tree kind_move(struct kmsan_vector_call *c)
{
	auto_vec<tree, KMSAN_MAX_OPERANDS> args;
	bool clean = true;
	tree made;
	gcall *call;

	for (unsigned int i = 0; i < c->n; i++) {
		tree arg = c->op[i];

		if (c->role[i] == 'd' || c->role[i] == 'w') {
			arg = kmsan_bits(c->seq, TREE_TYPE(arg),
					 c->value[i].shadow);
			clean &= kmsan_is_clean(c->value[i].shadow);
		} else if (c->role[i] == 'p') {
			clean = false;
		} else if (c->role[i] == 'k' && kmsan_passes_control(c)) {
			arg = build_all_ones_cst(TREE_TYPE(arg));
		}
		args.safe_push(arg);
	}
	if (clean)
		return kmsan_controls(c);
	call = gimple_build_call_vec(c->fndecl, args);
	made = make_ssa_name(c->type);
	gimple_call_set_lhs(call, made);
	gimple_set_location(call, kfn->loc);
	gimple_seq_add_stmt(c->seq, call);
	return kmsan_or(c->seq, kmsan_controls(c),
			kmsan_bits(c->seq, kmsan_shadow_type(c->type), made));
}

static tree kind_lanes(struct kmsan_vector_call *c)
{
	tree shadow = kmsan_clean(c->type), part;

	for (unsigned int i = 0; i < c->n; i++) {
		part = c->value[i].shadow;
		if (c->role[i] != 'd')
			continue;
		if (c->row->code)
			part = kmsan_as_lanes(
				c->seq, part,
				kmsan_lane_bits(TREE_TYPE(
					c->op[c->row->code])));
		shadow = kmsan_or(c->seq, shadow,
				  kmsan_lanes(c->seq, part, c->type));
	}
	return shadow;
}

static tree kind_half(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type);
	unsigned int width = element_precision(type);
	wide_int half = wi::mask(width / 2, c->row->code, width);

	return kmsan_same_lanes(
		c->seq, kmsan_only(c->seq,
				   kmsan_bits(c->seq, type, c->value[0].shadow),
				   half));
}

/*
 * Is lane 0 of operand @i poisoned?  @bits: its size, 0 for the operand's own.
 */
static tree kmsan_first_open(struct kmsan_vector_call *c, unsigned int i,
			     unsigned int bits)
{
	tree part = c->value[i].shadow;

	if (kmsan_is_clean(part))
		return boolean_false_node;
	if (VECTOR_TYPE_P(TREE_TYPE(part)))
		part = kmsan_lane(c->seq,
				  bits ? kmsan_as_lanes(c->seq, part, bits) :
					 part,
				  0);
	return kmsan_any(c->seq, part);
}

/*
 * Is lane 0 of the result poisoned?  Bit 0 of a mask says whether it comes from
 * the data.
 */
static tree kmsan_any_first(struct kmsan_vector_call *c, unsigned int bits)
{
	tree any = boolean_false_node, left = any, type = boolean_type_node;
	tree taken, mask;

	for (unsigned int i = 0; i < c->n; i++)
		if (strchr("db", c->role[i]))
			any = build2_loc(c->seq, BIT_IOR_EXPR, type, any,
					 kmsan_first_open(c, i, bits));
	if (c->mask < 0)
		return any;
	if (c->others >= 0)
		left = kmsan_first_open(c, c->others, bits);
	mask = c->op[c->mask];
	taken = build2_loc(c->seq, BIT_AND_EXPR, TREE_TYPE(mask), mask,
			   build_one_cst(TREE_TYPE(mask)));
	taken = build2_loc(c->seq, NE_EXPR, type, taken,
			   build_zero_cst(TREE_TYPE(mask)));
	any = build2_loc(c->seq, BIT_AND_EXPR, type, any, taken);
	left = build2_loc(c->seq, GT_EXPR, type, left, taken);
	any = build2_loc(c->seq, BIT_IOR_EXPR, type, any, left);
	mask = c->value[c->mask].shadow;
	if (kmsan_is_clean(mask))
		return any;
	return build2_loc(c->seq, BIT_IOR_EXPR, type, any,
			  kmsan_any(c->seq, kmsan_only_bits(c->seq, mask, 1)));
}

static tree kind_scalar(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type);
	unsigned int bits = c->row->code ? c->row->code : kmsan_lane_bits(type);
	tree lane = build_nonstandard_integer_type(bits, 1);
	tree upper = build_zero_cst(type), first;

	for (unsigned int i = 0; i < c->n; i++)
		if (c->role[i] == 'u' || c->role[i] == 'b')
			upper = c->value[i].shadow;
	if (c->others >= 0 && c->role[c->others] == 'd')
		upper = c->value[c->others].shadow;
	first = kmsan_spread(c->seq, kmsan_any_first(c, c->row->code), lane);
	upper = kmsan_as_lanes(c->seq, upper, bits);
	upper = gimple_build(c->seq, kfn->loc, BIT_INSERT_EXPR,
			     TREE_TYPE(upper), upper, first, bitsize_int(0));
	return kmsan_bits(c->seq, type, upper);
}

static tree kind_first(struct kmsan_vector_call *c)
{
	tree shadow = kmsan_spread(c->seq, kmsan_any_first(c, 0), c->type);

	return kmsan_only_bits(c->seq, shadow, c->row->code);
}

static tree kmsan_apply_mask(struct kmsan_vector_call *c, tree shadow);

static tree kind_spread(struct kmsan_vector_call *c)
{
	bool lanes = c->mask >= 0 && VECTOR_TYPE_P(c->type) && !c->row->code;
	tree any = boolean_false_node, shadow;

	for (unsigned int i = 0; i < c->n; i++)
		if (!strchr(lanes ? "ipwk" : "ip", c->role[i]))
			any = build2_loc(c->seq, BIT_IOR_EXPR,
					 boolean_type_node, any,
					 kmsan_any(c->seq, c->value[i].shadow));
	shadow = kmsan_spread(c->seq, any, c->type);
	return lanes ? kmsan_apply_mask(c, shadow) : shadow;
}

/*
 * All ones in each block of 128 bits that is not clean; @shadow has 64-bit
 * lanes.
 */
static tree kmsan_spread_blocks(gimple_seq *seq, tree shadow)
{
	auto_vec<unsigned int, 16> other;

	for (unsigned int i = 0; i < kmsan_lane_count(TREE_TYPE(shadow)); i++)
		other.safe_push(i ^ 1);
	shadow = kmsan_same_lanes(seq, shadow);
	return kmsan_or(seq, shadow,
			kmsan_permute(seq, shadow, shadow, other));
}

static tree kind_blocks(struct kmsan_vector_call *c)
{
	tree shadow = NULL_TREE, part;

	for (unsigned int i = 0; i < c->n; i++) {
		if (c->role[i] != 'd')
			continue;
		part = kmsan_as_lanes(c->seq, c->value[i].shadow, 64);
		shadow = shadow ? kmsan_or(c->seq, shadow, part) : part;
	}
	return kmsan_bits(c->seq, kmsan_shadow_type(c->type),
			  kmsan_spread_blocks(c->seq, shadow));
}

static tree kind_view(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type), shadow = build_zero_cst(type);

	for (unsigned int i = 0; i < c->n; i++)
		if (c->role[i] == 'd')
			shadow = kmsan_or(c->seq, shadow,
					  kmsan_bits(c->seq, type,
						     c->value[i].shadow));
	if (c->row->bits)
		shadow = kmsan_as_lanes(c->seq, shadow, c->row->bits);
	shadow = kmsan_low_bits(c->seq, kmsan_same_lanes(c->seq, shadow),
				c->row->code);
	return kmsan_bits(c->seq, type, shadow);
}

/* As kind_view(), but a factor that is known to be 0 decides. */
static tree kind_product(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type), lanes, shadow, value[2], s[2];
	unsigned int width = c->row->code ?
				     c->row->code :
				     kmsan_lane_bits(TREE_TYPE(c->op[0]));

	for (unsigned int i = 0; i < 2; i++) {
		s[i] = kmsan_as_lanes(c->seq, c->value[i].shadow, width);
		value[i] = kmsan_bits(c->seq, TREE_TYPE(s[i]), c->op[i]);
	}
	lanes = kmsan_or(c->seq, s[0], s[1]);
	for (unsigned int i = 0; i < 2; i++)
		lanes = kmsan_unless_zero(c->seq, lanes, value[i], s[i]);
	shadow = kmsan_bits(c->seq, type, lanes);
	return kmsan_same_lanes(c->seq, kmsan_low_bits(c->seq, shadow,
						       c->row->code));
}

/*
 * Lanes @odd, @odd + 2 and so on, of the first operand and of the second, in
 * each block of @block_bits.
 */
static tree kmsan_every_other(struct kmsan_vector_call *c, tree a, tree b,
			      unsigned int odd, unsigned int block_bits)
{
	unsigned int n = kmsan_lane_count(TREE_TYPE(a));
	unsigned int bits = kmsan_bits_of(TREE_TYPE(a));
	unsigned int block = bits > block_bits ? n * block_bits / bits : n;
	auto_vec<unsigned int, 64> from;

	for (unsigned int i = 0; i < n; i++) {
		unsigned int place = i % block * 2;
		unsigned int second = place >= block ? n - block : 0;

		from.safe_push(i / block * block + place + second + odd);
	}
	return kmsan_permute(c->seq, a, b, from);
}

static tree kind_pairs(struct kmsan_vector_call *c)
{
	tree a = kmsan_same_lanes(c->seq, c->value[0].shadow);
	tree b = kmsan_same_lanes(c->seq, c->value[1].shadow);

	return kmsan_or(c->seq, kmsan_every_other(c, a, b, 0, BLOCK_BITS),
			kmsan_every_other(c, a, b, 1, BLOCK_BITS));
}

/* Two operands side by side, in lanes half as wide. */
static tree kmsan_narrow(struct kmsan_vector_call *c, unsigned int low,
			 unsigned int block_bits)
{
	unsigned int bits = kmsan_lane_bits(c->type);
	tree a = kmsan_same_lanes(c->seq, c->value[low].shadow);
	tree b = kmsan_same_lanes(c->seq, c->value[1 - low].shadow);

	return kmsan_every_other(c, kmsan_as_lanes(c->seq, a, bits),
				 kmsan_as_lanes(c->seq, b, bits), 0,
				 block_bits);
}

static tree kind_pack(struct kmsan_vector_call *c)
{
	return kmsan_narrow(c, 0, BLOCK_BITS);
}

static tree kind_join(struct kmsan_vector_call *c)
{
	return kmsan_narrow(c, 1, kmsan_bits_of(c->type));
}

/* A comparison as a vector: all ones where it holds. */
static tree kmsan_compare_lanes(struct kmsan_vector_call *c)
{
	tree mask = truth_type_for(TREE_TYPE(c->op[0]));
	tree type = kmsan_shadow_type(c->type);
	struct kmsan_value value = kmsan_rule_operation(
		c->seq, (enum tree_code)c->row->code, mask, c->op[0], c->op[1],
		NULL_TREE);

	return gimple_build(c->seq, kfn->loc, VEC_COND_EXPR, type, value.shadow,
			    build_all_ones_cst(type), build_zero_cst(type));
}

/* Make operands unsigned that the builtin declares as signed. */
static void kmsan_make_unsigned(struct kmsan_vector_call *c)
{
	for (unsigned int i = 0; i < 2; i++) {
		c->op[i] = kmsan_bits(c->seq, TREE_TYPE(c->value[i].shadow),
				      c->op[i]);
		if (TREE_CODE(c->op[i]) == SSA_NAME)
			kmsan_set_value(c->op[i], c->value[i]);
	}
}

static tree kind_operation(struct kmsan_vector_call *c)
{
	enum tree_code code = (enum tree_code)c->row->code;
	bool binary = c->n > 1 && c->role[1] == 'd';
	tree shadow;

	if (TREE_CODE_CLASS(code) == tcc_comparison)
		return kmsan_compare_lanes(c);
	if (c->row->bits)
		kmsan_make_unsigned(c);
	shadow = kmsan_rule_operation(c->seq, code, TREE_TYPE(c->op[0]),
				      c->op[0], binary ? c->op[1] : NULL_TREE,
				      NULL_TREE)
			 .shadow;
	return kmsan_bits(c->seq, kmsan_shadow_type(c->type), shadow);
}

static tree kind_and_not(struct kmsan_vector_call *c)
{
	tree sa = c->value[0].shadow, sb = c->value[1].shadow;
	tree type = TREE_TYPE(sa), a, b, shadow;

	a = gimple_build(c->seq, kfn->loc, BIT_NOT_EXPR, type,
			 kmsan_bits(c->seq, type, c->op[0]));
	b = kmsan_bits(c->seq, type, c->op[1]);
	sb = kmsan_bits(c->seq, type, sb);
	a = build2_loc(c->seq, BIT_IOR_EXPR, type, a, sa);
	b = build2_loc(c->seq, BIT_IOR_EXPR, type, b, sb);
	shadow = build2_loc(c->seq, BIT_AND_EXPR, type, a, b);
	shadow = build2_loc(c->seq, BIT_AND_EXPR, type, shadow,
			    kmsan_or(c->seq, sa, sb));
	return kmsan_bits(c->seq, kmsan_shadow_type(c->type), shadow);
}

static tree kind_sign(struct kmsan_vector_call *c)
{
	return kmsan_bits(c->seq, kmsan_shadow_type(c->type),
			  kmsan_copy_sign(c->seq, TREE_TYPE(c->op[0]),
					  c->value[0].shadow,
					  c->value[1].shadow));
}

/* The second operand where the sign of the third is set, else the first. */
static tree kind_blend(struct kmsan_vector_call *c)
{
	tree type = TREE_TYPE(c->value[0].shadow);
	tree mask = signed_type_for(type), truth = truth_type_for(mask);
	tree zero = build_zero_cst(mask), taken, open;

	taken = build2_loc(c->seq, LT_EXPR, truth,
			   kmsan_bits(c->seq, mask, c->op[2]), zero);
	taken = gimple_build(c->seq, kfn->loc, VEC_COND_EXPR, type, taken,
			     c->value[1].shadow, c->value[0].shadow);
	open = build2_loc(c->seq, BIT_XOR_EXPR, type,
			  kmsan_bits(c->seq, type, c->op[0]),
			  kmsan_bits(c->seq, type, c->op[1]));
	open = kmsan_or(c->seq, open, kmsan_or(c->seq, c->value[0].shadow,
					       c->value[1].shadow));
	open = build2_loc(c->seq, BIT_AND_EXPR, type, open,
			  kmsan_sign_lanes(c->seq, c->value[2].shadow));
	return kmsan_or(c->seq, taken, open);
}

/* Lanes of each block of 128 bits whose bit in @select is set, all ones. */
static tree kmsan_selected(tree type, unsigned int select)
{
	unsigned int n = kmsan_lane_count(type);
	unsigned int block = BLOCK_BITS / kmsan_lane_bits(type);
	tree_vector_builder lanes(type, n, 1);

	for (unsigned int i = 0; i < n; i++)
		lanes.quick_push(select >> (i % block) & 1 ?
					 build_all_ones_cst(TREE_TYPE(type)) :
					 build_zero_cst(TREE_TYPE(type)));
	return lanes.build();
}

static tree kind_dot(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type), shadow;
	unsigned int chosen = kmsan_immediate(c, 2) & 0xff;

	shadow = kmsan_or(c->seq, c->value[0].shadow, c->value[1].shadow);
	shadow = build2_loc(c->seq, BIT_AND_EXPR, type, shadow,
			    kmsan_selected(type, chosen >> 4));
	shadow = kmsan_spread_blocks(c->seq,
				     kmsan_as_lanes(c->seq, shadow, 64));
	return build2_loc(c->seq, BIT_AND_EXPR, type,
			  kmsan_bits(c->seq, type, shadow),
			  kmsan_selected(type, chosen));
}

static tree kind_clmul(struct kmsan_vector_call *c)
{
	unsigned int chosen = kmsan_immediate(c, 2);
	tree shadow = NULL_TREE, type, part;

	for (unsigned int i = 0; i < 2; i++) {
		part = kmsan_as_lanes(c->seq, c->value[i].shadow, 64);
		type = TREE_TYPE(part);
		part = build2_loc(c->seq, BIT_AND_EXPR, type, part,
				  kmsan_selected(type, chosen >> (4 * i) & 1 ?
							       2 :
							       1));
		if (chosen >> (4 * i) & 1) {
			auto_vec<unsigned int, 16> other;

			for (unsigned int j = 0; j < kmsan_lane_count(type);
			     j++)
				other.safe_push(j ^ 1);
			part = kmsan_permute(c->seq, part, part, other);
		}
		shadow = shadow ? kmsan_or(c->seq, shadow, part) : part;
	}
	return kmsan_bits(c->seq, kmsan_shadow_type(c->type),
			  kmsan_spread_blocks(c->seq, shadow));
}

/* Is a & b zero?  Set @zero to the answer; return whether that is undecided. */
static tree kmsan_test(struct kmsan_vector_call *c, tree a, tree *zero)
{
	tree sa = c->value[0].shadow, type = TREE_TYPE(sa), b, s, both, known;
	tree sb = kmsan_bits(c->seq, type, c->value[1].shadow);

	b = kmsan_bits(c->seq, type, c->op[1]);
	both = build2_loc(c->seq, BIT_AND_EXPR, type, a, b);
	s = build2_loc(c->seq, BIT_AND_EXPR, type, kmsan_or(c->seq, a, sa),
		       kmsan_or(c->seq, b, sb));
	s = build2_loc(c->seq, BIT_AND_EXPR, type, s,
		       kmsan_or(c->seq, sa, sb));
	if (c->row->bits) {
		unsigned int width = element_precision(type);

		both = kmsan_only(c->seq, both,
				  wi::set_bit_in_zero(width - 1, width));
		s = kmsan_only(c->seq, s,
			       wi::set_bit_in_zero(width - 1, width));
	}
	known = build2_loc(c->seq, BIT_AND_EXPR, type, both,
			   gimple_build(c->seq, kfn->loc, BIT_NOT_EXPR, type,
					s));
	*zero = build2_loc(c->seq, EQ_EXPR, boolean_type_node,
			   kmsan_any(c->seq, both), boolean_false_node);
	return build2_loc(c->seq, GT_EXPR, boolean_type_node,
			  kmsan_any(c->seq, s), kmsan_any(c->seq, known));
}

static tree kind_test(struct kmsan_vector_call *c)
{
	tree type = TREE_TYPE(c->value[0].shadow), truth = boolean_type_node;
	tree a = kmsan_bits(c->seq, type, c->op[0]);
	tree n = gimple_build(c->seq, kfn->loc, BIT_NOT_EXPR, type, a);
	tree open, zero, open_c, zero_c;

	open = kmsan_test(c, c->row->code == 'c' ? n : a, &zero);
	if (c->row->code == 'n') {
		/* The answer is known if either is certainly zero. */
		open_c = kmsan_test(c, n, &zero_c);
		zero = build2_loc(c->seq, GT_EXPR, truth, zero, open);
		zero_c = build2_loc(c->seq, GT_EXPR, truth, zero_c, open_c);
		open = build2_loc(c->seq, BIT_IOR_EXPR, truth, open, open_c);
		open = build2_loc(c->seq, GT_EXPR, truth, open, zero);
		open = build2_loc(c->seq, GT_EXPR, truth, open, zero_c);
	}
	return gimple_convert(c->seq, kfn->loc, kmsan_shadow_type(c->type),
			      open);
}

/* A mask of the bytes of operand @i, a string, up to its first zero. */
static tree kmsan_until_zero(struct kmsan_vector_call *c, unsigned int i,
			     unsigned int width)
{
	gimple_seq *seq = c->seq;
	tree number = build_nonstandard_integer_type(BLOCK_BITS, 1);
	tree s = kmsan_as_lanes(seq, c->value[i].shadow, width), zero, low;
	tree type = TREE_TYPE(s), mask;

	s = kmsan_or(seq, s, kmsan_bits(seq, type, c->op[i]));
	mask = build2_loc(seq, EQ_EXPR, truth_type_for(type), s,
			  build_zero_cst(type));
	zero = gimple_build(seq, kfn->loc, VEC_COND_EXPR, type, mask,
			    build_all_ones_cst(type), build_zero_cst(type));
	zero = kmsan_bits(seq, number, zero);
	low = build2_loc(seq, BIT_AND_EXPR, number, zero,
			 gimple_build(seq, kfn->loc, NEGATE_EXPR, number,
				      zero));
	low = build2_loc(seq, LSHIFT_EXPR, number, low,
			 build_int_cst(unsigned_type_node, width));
	return build2_loc(seq, MINUS_EXPR, number, low,
			  build_one_cst(number));
}

/* The same for a string with a length, whose absolute value counts. */
static tree kmsan_until_length(struct kmsan_vector_call *c, unsigned int i,
			       unsigned int width)
{
	gimple_seq *seq = c->seq;
	tree number = build_nonstandard_integer_type(BLOCK_BITS, 1);
	tree count = gimple_convert(seq, kfn->loc, integer_type_node, c->op[i]);
	tree all, mask;

	count = gimple_build(seq, kfn->loc, ABSU_EXPR, unsigned_type_node,
			     count);
	all = build2_loc(seq, GE_EXPR, boolean_type_node, count,
			 build_int_cst(unsigned_type_node, BLOCK_BITS / width));
	count = gimple_build(seq, kfn->loc, COND_EXPR, unsigned_type_node, all,
			     build_zero_cst(unsigned_type_node), count);
	count = build2_loc(seq, MULT_EXPR, unsigned_type_node, count,
			   build_int_cst(unsigned_type_node, width));
	mask = build2_loc(seq, LSHIFT_EXPR, number, build_one_cst(number),
			  count);
	mask = build2_loc(seq, MINUS_EXPR, number, mask,
			  build_one_cst(number));
	return gimple_build(seq, kfn->loc, COND_EXPR, number, all,
			    build_all_ones_cst(number), mask);
}

/* Strings are only read up to their end. */
static tree kind_strings(struct kmsan_vector_call *c)
{
	tree number = build_nonstandard_integer_type(BLOCK_BITS, 1);
	unsigned int step = c->n == 5 ? 2 : 1, which = c->row->code;
	unsigned int width = kmsan_immediate(c, c->n - 1) & 1 ? 16 : 8;
	tree any = boolean_false_node, s, mask;

	for (unsigned int i = 0; i < 2; i++) {
		if (which & (4 << i) || (step == 2 && which & (1 << i)))
			any = build2_loc(
				c->seq, BIT_IOR_EXPR, boolean_type_node, any,
				kmsan_any(c->seq,
					  c->value[2 * i + 1].shadow));
		s = c->value[i * step].shadow;
		if (!(which & (1 << i)) || kmsan_is_clean(s))
			continue;
		mask = step == 2 ? kmsan_until_length(c, 2 * i + 1, width) :
				   kmsan_until_zero(c, i, width);
		s = build2_loc(c->seq, BIT_AND_EXPR, number, mask,
			       kmsan_bits(c->seq, number, s));
		any = build2_loc(c->seq, BIT_IOR_EXPR, boolean_type_node, any,
				 kmsan_any(c->seq, s));
	}
	return kmsan_spread(c->seq, any, c->type);
}

/**
 * kmsan_lowest_lanes() - a lane in some lanes, and zeros above
 * @type: of the vector
 * @n: in how many lanes
 * @lane: the lane
 */
tree kmsan_lowest_lanes(tree type, unsigned int n, tree lane)
{
	tree_vector_builder lanes(type, kmsan_lane_count(type), 1);

	for (unsigned int i = 0; i < kmsan_lane_count(type); i++)
		lanes.quick_push(i < n ? lane : build_zero_cst(TREE_TYPE(type)));
	return lanes.build();
}

/* Poison in some low bits of the lowest lanes. */
static tree kind_low_bits(struct kmsan_vector_call *c)
{
	tree shadow = kind_spread(c), type = TREE_TYPE(shadow);
	tree bits = wide_int_to_tree(TREE_TYPE(type),
				     wi::mask(c->row->code, false,
					      element_precision(type)));

	return build2_loc(c->seq, BIT_AND_EXPR, type, shadow,
			  kmsan_lowest_lanes(type, c->row->bits, bits));
}

/* The integer type that masks of @type have; NULL_TREE if they are vectors. */
static tree kmsan_mask_integer(tree type, tree *mask)
{
	*mask = truth_type_for(type);
	if (!SCALAR_INT_MODE_P(TYPE_MODE(*mask)))
		return NULL_TREE;
	return build_nonstandard_integer_type(kmsan_bits_of(*mask), 1);
}

/* A bit for each lane. */
static tree kind_to_mask(struct kmsan_vector_call *c)
{
	tree type = kmsan_shadow_type(c->type), from = NULL_TREE, number, mask;
	tree shadow;

	for (unsigned int i = 0; i < c->n; i++)
		if (c->role[i] == 'd' && c->value[i].shadow)
			from = from ? kmsan_or(c->seq, from,
					       c->value[i].shadow) :
				      c->value[i].shadow;
	number = kmsan_mask_integer(TREE_TYPE(from), &mask);
	if (!number)
		return kind_spread(c);
	if (kmsan_is_clean(from)) {
		shadow = build_zero_cst(type);
	} else {
		shadow = build2_loc(c->seq, NE_EXPR, mask, from,
				    build_zero_cst(TREE_TYPE(from)));
		shadow = gimple_build(c->seq, kfn->loc, VIEW_CONVERT_EXPR,
				      number, shadow);
		shadow = gimple_convert(c->seq, kfn->loc, type, shadow);
	}
	if (c->mask < 0)
		return shadow;
	shadow = build2_loc(c->seq, BIT_AND_EXPR, type, shadow,
			    gimple_convert(c->seq, kfn->loc, type,
					   c->op[c->mask]));
	return kmsan_or(c->seq, shadow,
			gimple_convert(c->seq, kfn->loc, type,
				       c->value[c->mask].shadow));
}

/* The function of each kind; one without a row gives a clean result. */
static const struct {
	enum kmsan_vector_kind kind;
	tree (*shadow)(struct kmsan_vector_call *);
	bool masks; /* handles a mask itself */
} kmsan_vector_kinds[] = {
	{ KMSAN_V_MOVE, kind_move, true },
	{ KMSAN_V_LANES, kind_lanes, false },
	{ KMSAN_V_HALF, kind_half, false },
	{ KMSAN_V_JOIN, kind_join, false },
	{ KMSAN_V_SCALAR, kind_scalar, true },
	{ KMSAN_V_FIRST, kind_first, true },
	{ KMSAN_V_SPREAD, kind_spread, true },
	{ KMSAN_V_BLOCKS, kind_blocks, false },
	{ KMSAN_V_VIEW, kind_view, false },
	{ KMSAN_V_PRODUCT, kind_product, false },
	{ KMSAN_V_PAIRS, kind_pairs, false },
	{ KMSAN_V_PACK, kind_pack, false },
	{ KMSAN_V_OPERATION, kind_operation, false },
	{ KMSAN_V_AND_NOT, kind_and_not, false },
	{ KMSAN_V_SIGN, kind_sign, false },
	{ KMSAN_V_BLEND, kind_blend, false },
	{ KMSAN_V_DOT, kind_dot, false },
	{ KMSAN_V_CLMUL, kind_clmul, false },
	{ KMSAN_V_TEST, kind_test, false },
	{ KMSAN_V_STRINGS, kind_strings, false },
	{ KMSAN_V_LOW_BITS, kind_low_bits, false },
	{ KMSAN_V_TO_MASK, kind_to_mask, true },
};

/*
 * The integer @bits as a mask of lanes of @type.  Where the processor's masks are
 * vectors, as they are for 8 and 16 bits without AVX512BW, it is made lane by
 * lane.
 */
static tree kmsan_lane_mask(gimple_seq *seq, tree type, tree bits)
{
	tree mask, number = kmsan_mask_integer(type, &mask);
	tree lane = TREE_TYPE(type), from = TREE_TYPE(bits), bit;
	auto_vec<tree, 64> lanes;

	if (number)
		return gimple_build(seq, kfn->loc, VIEW_CONVERT_EXPR, mask,
				    gimple_convert(seq, kfn->loc, number,
						   bits));
	for (unsigned int i = 0; i < MIN(kmsan_lane_count(type),
					 TYPE_PRECISION(from)); i++) {
		bit = build2_loc(seq, RSHIFT_EXPR, from, bits,
				 build_int_cst(unsigned_type_node, i));
		bit = build2_loc(seq, BIT_AND_EXPR, from, bit,
				 build_one_cst(from));
		lanes.safe_push(gimple_convert(seq, kfn->loc, lane, bit));
	}
	return build2_loc(seq, NE_EXPR, mask, kmsan_from_lanes(seq, type, lanes),
			  build_zero_cst(type));
}

static bool kmsan_takes_all(struct kmsan_vector_call *c)
{
	unsigned int n = kmsan_lane_count(c->type);

	return TREE_CODE(c->op[c->mask]) == INTEGER_CST &&
	       wi::popcount(wi::zext(wi::to_widest(c->op[c->mask]), n)) ==
		       (int)n;
}

/*
 * @other, the shadow of where masked-out lanes come from, without the lanes that
 * a conversion to narrower ones leaves over: these are zero, masked or not.
 */
static tree kmsan_filled_lanes(struct kmsan_vector_call *c, tree other)
{
	tree type = TREE_TYPE(other), from;

	if (c->row->kind != KMSAN_V_LANES)
		return other;
	from = TREE_TYPE(c->op[c->row->code]);
	if (!VECTOR_TYPE_P(from) ||
	    kmsan_lane_count(from) >= kmsan_lane_count(type) ||
	    kmsan_is_clean(other))
		return other;
	return gimple_build(c->seq, kfn->loc, BIT_AND_EXPR, type, other,
			    kmsan_lowest_lanes(type, kmsan_lane_count(from),
					       build_all_ones_cst(
						       TREE_TYPE(type))));
}

/* @taken where the mask takes the lane, else @other. */
static tree kmsan_choose_lanes(struct kmsan_vector_call *c, tree taken,
			       tree other)
{
	tree type = TREE_TYPE(taken), mask;

	if (!VECTOR_TYPE_P(c->type) || kmsan_takes_all(c))
		return taken;
	mask = kmsan_lane_mask(c->seq, type, c->op[c->mask]);
	return gimple_build(c->seq, kfn->loc, VEC_COND_EXPR, type, mask, taken,
			    other);
}

/* Masked-out lanes are those of another operand, or zero. */
static tree kmsan_apply_mask(struct kmsan_vector_call *c, tree shadow)
{
	tree type = TREE_TYPE(shadow), other = build_zero_cst(type);
	tree open = c->value[c->mask].shadow;

	if (!VECTOR_TYPE_P(c->type))
		return kmsan_or(c->seq, shadow, kind_spread(c));
	if (kmsan_takes_all(c))
		return shadow;
	if (c->others >= 0)
		other = kmsan_filled_lanes(
			c, kmsan_bits(c->seq, type,
				      c->value[c->others].shadow));
	shadow = kmsan_choose_lanes(c, shadow, other);
	if (kmsan_is_clean(open))
		return shadow;
	return gimple_build(c->seq, kfn->loc, VEC_COND_EXPR, type,
			    kmsan_lane_mask(c->seq, type, open),
			    build_all_ones_cst(type), shadow);
}

/* Add the poison that comes from the mask of a move. */
static tree kmsan_open_mask(struct kmsan_vector_call *c, tree shadow)
{
	tree open = c->value[c->mask].shadow, type = TREE_TYPE(shadow), mask;

	if (kmsan_is_clean(open) || c->row->kind != KMSAN_V_MOVE)
		return shadow;
	mask = VECTOR_TYPE_P(c->type) && !c->row->code ?
		       kmsan_lane_mask(c->seq, type, open) :
		       NULL_TREE;
	if (!mask)
		return kmsan_or(c->seq, shadow,
				kmsan_spread(c->seq, open, c->type));
	return gimple_build(c->seq, kfn->loc, VEC_COND_EXPR, type, mask,
			    build_all_ones_cst(type), shadow);
}

/**
 * kmsan_vector_shadow() - the shadow of the result of a builtin of the target
 * @c: its call
 */
tree kmsan_vector_shadow(struct kmsan_vector_call *c)
{
	tree shadow;

	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_vector_kinds); i++) {
		if (kmsan_vector_kinds[i].kind != c->row->kind)
			continue;
		shadow = kmsan_vector_kinds[i].shadow(c);
		if (c->mask < 0)
			return shadow;
		return kmsan_vector_kinds[i].masks && !kmsan_passes_control(c) ?
			       kmsan_open_mask(c, shadow) :
			       kmsan_apply_mask(c, shadow);
	}
	return kmsan_clean(c->type);
}
