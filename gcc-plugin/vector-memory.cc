// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vector-memory.cc - builtins of the target that read and write memory.
 *
 * A builtin that moves part of a vector to or from memory does the same to the
 * metadata.  Addresses are uses, and so are masks that say which bytes are
 * touched.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"
#include "vector-builtins.h"

static int kmsan_find_role(struct kmsan_vector_call *c, char role)
{
	for (int i = c->n - 1; i >= 0; i--)
		if (c->role[i] == role)
			return i;
	return -1;
}

/* The memory that the pointer operand @i points to, as a value of @type. */
static tree kmsan_behind(struct kmsan_vector_call *c, int i, tree type)
{
	return kmsan_mem(build_aligned_type(type, BITS_PER_UNIT), c->op[i], 0);
}

/*
 * How many lanes the mask selects from: those that are loaded or stored, and with
 * an index no more than it has lanes.  0 if that is not known.
 */
static unsigned int kmsan_masked_lanes(struct kmsan_vector_call *c)
{
	enum kmsan_vector_kind kind = c->row->kind;
	int data = kmsan_find_role(c, 'd');
	tree type = c->type;
	unsigned int n;

	if (!type && data >= 0)
		type = TREE_TYPE(c->op[data]);
	if (!type || !VECTOR_TYPE_P(type))
		return 0;
	n = kmsan_lane_count(type);
	if (kind == KMSAN_V_GATHER || kind == KMSAN_V_SCATTER)
		n = MIN(n, kmsan_lane_count(TREE_TYPE(c->op[c->row->code])));
	return n;
}

/* The sign bits of the @n lowest lanes of a mask. */
static tree kmsan_mask_signs(gimple_seq *seq, tree mask, unsigned int n)
{
	tree type = TREE_TYPE(mask);

	mask = kmsan_sign_lanes(seq, mask);
	if (!n || n >= kmsan_lane_count(type))
		return mask;
	return build2_loc(seq, BIT_AND_EXPR, type, mask,
			  kmsan_lowest_lanes(type, n, build_all_ones_cst(
							      TREE_TYPE(type))));
}

/* Masks that decide which memory is touched are used. */
static void kmsan_check_masks(struct kmsan_vector_call *c)
{
	unsigned int n = kmsan_masked_lanes(c);
	struct kmsan_value value;

	for (unsigned int i = 0; i < c->n; i++) {
		value = c->value[i];
		if (!strchr("mk", c->role[i]) || kmsan_is_clean(value.shadow))
			continue;
		if (c->role[i] == 'm')
			value.shadow =
				kmsan_mask_signs(c->seq, value.shadow, n);
		else
			value.shadow = kmsan_low_bits(c->seq, value.shadow, n);
		kmsan_check(value);
		/* From here on it counts as initialised. */
		c->value[i] = kmsan_clean_value(TREE_TYPE(c->op[i]));
	}
}

/* How many bytes the pointer @i stands for. */
static HOST_WIDE_INT kmsan_bytes_behind(struct kmsan_vector_call *c, int i)
{
	bool whole = c->row->kind == KMSAN_V_LOAD ||
		     c->row->kind == KMSAN_V_STORE;
	int data = kmsan_find_role(c, 'd');
	tree type = TREE_TYPE(kmsan_formal_type(c->fndecl, i));

	if (whole && c->type)
		type = c->type;
	else if ((whole || c->row->pattern[0] == 'm') && !c->type && data >= 0)
		type = TREE_TYPE(c->op[data]);
	return kmsan_type_bytes(type);
}

/* Let the builtin work on metadata: what it reads there is the shadow. */
static void kmsan_load_vector(struct kmsan_vector_call *c, int i,
			      struct kmsan_value *result)
{
	struct kmsan_vector_row row = *c->row;
	HOST_WIDE_INT bytes = kmsan_bytes_behind(c, i);
	struct kmsan_origin *origin;
	struct kmsan_meta meta;

	meta = kmsan_meta_of_address(c->seq, c->op[i], bytes, false);
	c->op[i] = gimple_convert(c->seq, kfn->loc, TREE_TYPE(c->op[i]),
				  meta.shadow);
	row.kind = KMSAN_V_MOVE;
	c->row = &row;
	result->shadow = kmsan_vector_shadow(c);
	origin = kmsan_read_origin(
		c->seq, result->shadow,
		bytes == kmsan_type_bytes(c->type) ? bytes : KMSAN_ORIGIN_SIZE,
		meta.origin, 0);
	result->origin = origin;
	for (unsigned int j = 0; j < c->n; j++)
		if (strchr("dw", c->role[j]))
			result->origin = kmsan_origin_choice(
				c->value[j].shadow, c->value[j].origin,
				result->origin);
}

/* The same for a store: what it writes there is the shadow. */
static void kmsan_store_vector(struct kmsan_vector_call *c, int i)
{
	auto_vec<tree, KMSAN_MAX_OPERANDS> args;
	HOST_WIDE_INT bytes = kmsan_bytes_behind(c, i);
	struct kmsan_meta meta;
	int data = kmsan_find_role(c, 'd');
	tree shadow = c->value[data].shadow, arg;
	gcall *call;

	meta = kmsan_meta_of_address(c->seq, c->op[i], bytes, true);
	for (int j = 0; j < (int)c->n; j++) {
		arg = c->op[j];
		if (j == i)
			arg = gimple_convert(c->seq, kfn->loc, TREE_TYPE(arg),
					     meta.shadow);
		else if (j == data)
			arg = kmsan_bits(c->seq, TREE_TYPE(arg), shadow);
		args.safe_push(arg);
	}
	call = gimple_build_call_vec(c->fndecl, args);
	gimple_set_location(call, kfn->loc);
	gimple_seq_add_stmt(c->seq, call);
	if (!kmsan_is_clean(shadow))
		kmsan_paint(shadow, c->value[data].origin, meta.origin, 0,
			    bytes, c->op[i]);
}

/* Does lane @i take part?  The mask is of signs, or of bits. */
static tree kmsan_lane_active(struct kmsan_vector_call *c, int mask,
			      unsigned int i)
{
	gimple_seq *seq = c->seq;
	tree lane, type, op = c->op[mask];

	if (VECTOR_TYPE_P(TREE_TYPE(op))) {
		type = kmsan_shadow_type(TREE_TYPE(op));
		type = signed_type_for(type);
		lane = kmsan_lane(seq, kmsan_bits(seq, type, op), i);
		return build2_loc(seq, LT_EXPR, boolean_type_node, lane,
				  build_zero_cst(TREE_TYPE(type)));
	}
	type = kmsan_shadow_type(TREE_TYPE(op));
	lane = build2_loc(seq, BIT_AND_EXPR, type,
			  gimple_convert(seq, kfn->loc, type, op),
			  wide_int_to_tree(type,
					   wi::set_bit_in_zero(
						   i, TYPE_PRECISION(type))));
	return build2_loc(seq, NE_EXPR, boolean_type_node, lane,
			  build_zero_cst(type));
}

static tree build_choice(gimple_seq *seq, tree condition, tree yes, tree no)
{
	return gimple_build(seq, kfn->loc, COND_EXPR, TREE_TYPE(yes), condition,
			    yes, no);
}

/* Where lane @i is: a harmless place if it does not take part. */
static tree kmsan_lane_address(struct kmsan_vector_call *c, int base,
			       tree active, tree nowhere, unsigned int i)
{
	gimple_seq *seq = c->seq;
	unsigned int index = c->row->code;
	tree place, type = TREE_TYPE(c->op[index]);

	type = signed_type_for(kmsan_shadow_type(type));
	place = kmsan_lane(seq, kmsan_bits(seq, type, c->op[index]), i);
	place = gimple_convert(seq, kfn->loc, ssizetype, place);
	place = build2_loc(seq, MULT_EXPR, ssizetype, place,
			   build_int_cst(ssizetype,
					 kmsan_immediate(c, c->n - 1)));
	place = gimple_convert(seq, kfn->loc, sizetype, place);
	place = build2_loc(seq, POINTER_PLUS_EXPR, ptr_type_node,
			   gimple_convert(seq, kfn->loc, ptr_type_node,
					  c->op[base]),
			   place);
	return build_choice(seq, active, place, nowhere);
}

/* The indices of active lanes are part of an address, which is a use. */
static void kmsan_check_indices(struct kmsan_vector_call *c,
				const vec<tree> &active)
{
	unsigned int index = c->row->code, i;
	struct kmsan_value value = c->value[index];
	tree sum = NULL_TREE, lane, on;

	if (kmsan_is_clean(value.shadow))
		return;
	FOR_EACH_VEC_ELT (active, i, on) {
		lane = kmsan_lane(c->seq, value.shadow, i);
		lane = build_choice(c->seq, on, lane,
				    build_zero_cst(TREE_TYPE(lane)));
		sum = sum ? kmsan_or(c->seq, sum, lane) : lane;
	}
	value.shadow = sum;
	kmsan_check(value);
}

/* Find which lanes take part, of those that have an index and a place. */
static void kmsan_active_lanes(struct kmsan_vector_call *c, tree type, int mask,
			       vec<tree> *active)
{
	unsigned int n = MIN(kmsan_lane_count(type),
			     kmsan_lane_count(TREE_TYPE(c->op[c->row->code])));

	for (unsigned int i = 0; i < n; i++)
		active->safe_push(kmsan_lane_active(c, mask, i));
}

static tree kmsan_nowhere(tree type)
{
	tree var = create_tmp_var(type, "kmsan_lane");

	TREE_ADDRESSABLE(var) = 1;
	return build_fold_addr_expr(var);
}

/* gather (others, base, index, mask, scale) */
static void kmsan_gather(struct kmsan_vector_call *c, int base,
			 struct kmsan_value *result)
{
	tree type = kmsan_shadow_type(c->type), element = TREE_TYPE(type);
	HOST_WIDE_INT bytes = kmsan_type_bytes(element);
	tree nowhere = gimple_convert(c->seq, kfn->loc, ptr_type_node,
				      kmsan_nowhere(element));
	auto_vec<tree, 64> active, lanes;
	unsigned int i;
	tree on;

	kmsan_active_lanes(c, type, 3, &active);
	c->role[3] = VECTOR_TYPE_P(TREE_TYPE(c->op[3])) ? 'm' : 'k';
	kmsan_check_masks(c);
	kmsan_check_indices(c, active);
	result->origin = c->value[0].origin;
	FOR_EACH_VEC_ELT (active, i, on) {
		tree at = kmsan_lane_address(c, base, on, nowhere, i), lane;
		struct kmsan_meta meta =
			kmsan_meta_of_address(c->seq, at, bytes, false);

		lane = kmsan_read(c->seq, element, meta.shadow, 0);
		lane = build_choice(c->seq, on, lane, build_zero_cst(element));
		result->origin = kmsan_origin_choice(
			lane,
			kmsan_read_origin(c->seq, lane, KMSAN_ORIGIN_SIZE,
					  meta.origin, 0),
			result->origin);
		lanes.safe_push(build_choice(c->seq, on, lane,
					     kmsan_lane(c->seq,
							c->value[0].shadow,
							i)));
	}
	result->shadow = kmsan_from_lanes(c->seq, type, lanes);
}

/* scatter (base, mask, index, value, scale) */
static void kmsan_scatter(struct kmsan_vector_call *c, int base)
{
	struct kmsan_value value = kmsan_leaving_value(c->op[3]);
	tree type = TREE_TYPE(value.shadow), element = TREE_TYPE(type), on;
	HOST_WIDE_INT bytes = kmsan_type_bytes(element);
	tree nowhere = gimple_convert(c->seq, kfn->loc, ptr_type_node,
				      kmsan_nowhere(element));
	auto_vec<tree, 64> active;
	unsigned int i;

	kmsan_active_lanes(c, type, 1, &active);
	c->role[1] = 'k';
	kmsan_check_masks(c);
	kmsan_check_indices(c, active);
	FOR_EACH_VEC_ELT (active, i, on) {
		tree at = kmsan_lane_address(c, base, on, nowhere, i), lane;
		struct kmsan_meta meta =
			kmsan_meta_of_address(c->seq, at, bytes, true);

		lane = kmsan_lane(c->seq, value.shadow, i);
		kmsan_write(c->seq, meta.shadow, 0, lane);
		if (!kmsan_is_clean(lane))
			kmsan_paint(lane, value.origin, meta.origin, 0, bytes,
				    NULL_TREE);
	}
}

/* The sum is stored; the carry is returned. */
static void kmsan_carry(struct kmsan_vector_call *c, int to,
			struct kmsan_value *result)
{
	tree type = TREE_TYPE(kmsan_formal_type(c->fndecl, to)), carry;
	struct kmsan_value sum = kmsan_clean_value(type);

	for (unsigned int i = 1; i < 3; i++) {
		struct kmsan_value part = c->value[i];

		part.shadow = gimple_convert(c->seq, kfn->loc,
					     TREE_TYPE(sum.shadow),
					     part.shadow);
		sum.shadow = kmsan_or(c->seq, sum.shadow, part.shadow);
		sum.origin = kmsan_origin_choice(part.shadow, part.origin,
						 sum.origin);
	}
	/* A carry goes upwards. */
	sum.shadow = kmsan_upwards(c->seq, sum.shadow);
	sum = kmsan_merge(c->seq, type, sum, c->value[0]);
	carry = kmsan_any(c->seq, sum.shadow);
	result->shadow = gimple_convert(c->seq, kfn->loc,
					kmsan_shadow_type(c->type), carry);
	result->origin = sum.origin;
	kmsan_store(kmsan_behind(c, to, type), sum);
}

/* An operand in memory that the builtin only reads becomes one like others. */
static void kmsan_read_operand(struct kmsan_vector_call *c, int i)
{
	tree type = TREE_TYPE(kmsan_formal_type(c->fndecl, i));

	if (!c->type || !kmsan_propagates() || !TYPE_READONLY(type))
		return;
	c->value[i] = kmsan_load(kmsan_behind(c, i, TYPE_MAIN_VARIANT(type)));
	c->role[i] = 'd';
}

/* Values that are stored keep their poison even where it has been reported. */
static void kmsan_let_leave(struct kmsan_vector_call *c)
{
	for (unsigned int i = 0; i < c->n; i++)
		if (c->role[i] == 'd')
			c->value[i] = kmsan_leaving_value(c->op[i]);
}

/**
 * kmsan_vector_memory() - a builtin of the target that accesses memory
 * @c: its call
 * @result: metadata of the result, if it has one
 *
 * Return: false if it has no rule.
 */
bool kmsan_vector_memory(struct kmsan_vector_call *c,
			 struct kmsan_value *result)
{
	enum kmsan_vector_kind kind = c->row->kind;
	int i = kmsan_find_role(c, 'p');
	int data = kmsan_find_role(c, 'd');

	if (i >= 0 && (kind == KMSAN_V_LANES || kind == KMSAN_V_HALF))
		kmsan_read_operand(c, i);
	if (i < 0 || (kind != KMSAN_V_MOVE && kind != KMSAN_V_LOAD &&
		      kind != KMSAN_V_STORE && kind != KMSAN_V_GATHER &&
		      kind != KMSAN_V_SCATTER && kind != KMSAN_V_CARRY))
		return false;
	if (c->type)
		*result = kmsan_clean_value(c->type);
	if (c->type && kind != KMSAN_V_CARRY && !kmsan_propagates())
		return true;
	if (kind == KMSAN_V_GATHER) {
		kmsan_gather(c, i, result);
	} else if (kind == KMSAN_V_SCATTER) {
		kmsan_scatter(c, i);
	} else if (kind == KMSAN_V_CARRY) {
		kmsan_carry(c, i, result);
	} else if (kind == KMSAN_V_LOAD && c->mask < 0) {
		*result = kmsan_load(kmsan_behind(c, i, c->type));
	} else if (kind == KMSAN_V_STORE && c->mask < 0 && data >= 0) {
		kmsan_store(kmsan_behind(c, i, TREE_TYPE(c->op[data])),
			    kmsan_leaving_value(c->op[data]));
	} else if (c->type) {
		kmsan_check_masks(c);
		kmsan_load_vector(c, i, result);
	} else if (data >= 0) {
		kmsan_check_masks(c);
		kmsan_let_leave(c);
		kmsan_store_vector(c, i);
	} else {
		return false;
	}
	return true;
}
