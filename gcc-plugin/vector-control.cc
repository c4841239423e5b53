// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vector-control.cc - builtins of the target that talk to the processor, and
 * those with more than one result.
 *
 * The processor's own registers have no shadow.  What goes there is used, like
 * the inputs of an asm; what comes from there is initialised, and so is memory
 * that its state is saved to.  Restoring that state from memory is no use: most
 * of it is the program's registers, and what they hold may be unset.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"
#include "vector-builtins.h"

/* What pointer operand @i points to; NULL_TREE if the builtin only reads it. */
static tree kmsan_written_type(struct kmsan_vector_call *c, unsigned int i)
{
	tree type = kmsan_formal_type(c->fndecl, i);

	if (c->role[i] != 'p' || !POINTER_TYPE_P(type) ||
	    TYPE_READONLY(TREE_TYPE(type)))
		return NULL_TREE;
	return TREE_TYPE(type);
}

/* How many bytes a builtin writes to something of @type. */
static HOST_WIDE_INT kmsan_bytes_written(struct kmsan_vector_call *c, tree type)
{
	return c->row->code || VOID_TYPE_P(type) ? c->row->code :
						   kmsan_type_bytes(type);
}

static tree kmsan_moved(gimple_seq *seq, tree pointer, HOST_WIDE_INT by)
{
	return build2_loc(seq, POINTER_PLUS_EXPR, ptr_type_node,
			  gimple_convert(seq, kfn->loc, ptr_type_node, pointer),
			  size_int(by));
}

/* Operands are used; what is written is initialised. */
static void kmsan_control(struct kmsan_vector_call *c)
{
	for (unsigned int i = 0; i < c->n; i++) {
		tree type = kmsan_written_type(c, i);

		if (c->role[i] == 'd')
			kmsan_check(c->value[i]);
		else if (type)
			kmsan_unpoison(c->seq, c->op[i],
				       kmsan_bytes_written(c, type));
	}
}

/* What a builtin without a rule of its own writes is initialised. */
static void kmsan_unpoison_behind(struct kmsan_vector_call *c)
{
	for (unsigned int i = 0; i < c->n; i++) {
		tree type = kmsan_written_type(c, i);
		HOST_WIDE_INT bytes;

		if (!type)
			continue;
		bytes = kmsan_type_bytes(type);
		for (unsigned int j = 0; j < c->n; j++)
			if (c->role[j] != 'p')
				bytes = MAX(bytes, kmsan_type_bytes(TREE_TYPE(
							   c->op[j])));
		kmsan_unpoison(c->seq, c->op[i], bytes);
	}
}

/* Parts of the memory that xsave and its like write. */
#define KMSAN_XSAVE_HEADER 512
#define KMSAN_XSAVE_EXTENDED 576
#define KMSAN_XSAVE_LEAF 0xd

/* The size of that memory; it depends on the processor and on the system. */
static tree kmsan_xsave_size(gimple_seq *seq, unsigned int subleaf)
{
	static const char *const registers[] = { "=a", "=b", "=c", "=d" };
	const unsigned int input[] = { KMSAN_XSAVE_LEAF, subleaf };
	vec<tree, va_gc> *inputs = NULL, *outputs = NULL;
	tree output[ARRAY_SIZE(registers)];

	for (unsigned int i = 0; i < ARRAY_SIZE(registers); i++) {
		output[i] = make_ssa_name(unsigned_type_node);
		kmsan_asm_operand(&outputs, registers[i], output[i]);
	}
	for (unsigned int i = 0; i < ARRAY_SIZE(input); i++)
		kmsan_asm_operand(&inputs, i ? "2" : "0",
				  build_int_cst(unsigned_type_node, input[i]));
	kmsan_add_asm(seq, "cpuid", inputs, outputs, false);
	return gimple_convert(seq, kfn->loc, size_type_node, output[1]);
}

/*
 * Which parts are really written depends on the state of the processor; what it
 * leaves out counts as initialised.
 */
static void kmsan_save(struct kmsan_vector_call *c)
{
	tree to = c->op[0], size;

	kmsan_check(c->value[1]);
	kmsan_unpoison(c->seq, to, KMSAN_XSAVE_HEADER);
	kmsan_unpoison(c->seq, kmsan_moved(c->seq, to, KMSAN_XSAVE_HEADER),
		       c->row->code);
	size = build2_loc(c->seq, MINUS_EXPR, size_type_node,
			  kmsan_xsave_size(c->seq, c->row->bits),
			  build_int_cst(size_type_node, KMSAN_XSAVE_EXTENDED));
	kmsan_call(c->seq, KMSAN_EP_unpoison_alloca, 2,
		   kmsan_moved(c->seq, to, KMSAN_XSAVE_EXTENDED), size);
}

static void kmsan_zero_line(struct kmsan_vector_call *c)
{
	tree at = gimple_convert(c->seq, kfn->loc, pointer_sized_int_node,
				 c->op[0]);

	at = build2_loc(c->seq, BIT_AND_EXPR, pointer_sized_int_node, at,
			build_int_cst(pointer_sized_int_node, -c->row->code));
	kmsan_unpoison(c->seq,
		       gimple_convert(c->seq, kfn->loc, ptr_type_node, at),
		       c->row->code);
}

static void kmsan_copy_block(struct kmsan_vector_call *c)
{
	tree type = build_array_type_nelts(unsigned_char_type_node,
					   c->row->code);

	kmsan_copy(kmsan_mem(type, c->op[0], 0), kmsan_mem(type, c->op[1], 0));
}

/* The union of all operands that are data. */
static struct kmsan_value kmsan_all_data(struct kmsan_vector_call *c)
{
	struct kmsan_value all = kmsan_clean_value(boolean_type_node);

	for (unsigned int i = 0; i < c->n; i++) {
		if (c->role[i] != 'd')
			continue;
		all.shadow = build2_loc(c->seq, BIT_IOR_EXPR,
					boolean_type_node,
					kmsan_any(c->seq, all.shadow),
					kmsan_any(c->seq, c->value[i].shadow));
		all.origin = kmsan_origin_choice(c->value[i].shadow,
						 c->value[i].origin,
						 all.origin);
	}
	return all;
}

/*
 * Store @bytes with the poison of @all behind pointer operand @i.  A mask has
 * as many bits as the last operand has lanes.
 */
static void kmsan_store_spread(struct kmsan_vector_call *c, unsigned int i,
			       HOST_WIDE_INT bytes,
			       const struct kmsan_value *all)
{
	tree last = TREE_TYPE(c->op[c->n - 1]);

	for (HOST_WIDE_INT done = 0, step; done < bytes; done += step) {
		struct kmsan_value value = *all;
		tree type;

		step = MIN(bytes - done, UNITS_PER_WORD);
		type = build_aligned_type(kmsan_uint(step), BITS_PER_UNIT);
		value.shadow = kmsan_spread(c->seq, value.shadow, type);
		if (VECTOR_TYPE_P(last))
			value.shadow = kmsan_low_bits(c->seq, value.shadow,
						      kmsan_lane_count(last));
		kmsan_store(kmsan_mem(type, c->op[i], done), value);
	}
}

/* Blocks that are ciphered one by one, from memory to memory. */
static struct kmsan_value kmsan_store_blocks(struct kmsan_vector_call *c)
{
	tree type = build_aligned_type(TREE_TYPE(kmsan_formal_type(c->fndecl,
								   0)),
				       BITS_PER_UNIT);
	HOST_WIDE_INT bytes = kmsan_type_bytes(type);
	auto_vec<struct kmsan_value, 16> blocks;
	struct kmsan_value block;

	/* The two may be the same memory. */
	for (unsigned int i = 0; i < c->row->bits; i++)
		blocks.safe_push(kmsan_load(kmsan_mem(type, c->op[1],
						      i * bytes)));
	for (unsigned int i = 0; i < c->row->bits; i++) {
		block = blocks[i];
		block.shadow = kmsan_spread(c->seq,
					    kmsan_any(c->seq, block.shadow),
					    type);
		kmsan_store(kmsan_mem(type, c->op[0], i * bytes), block);
	}
	return kmsan_clean_value(boolean_type_node);
}

static void kmsan_outputs(struct kmsan_vector_call *c,
			  struct kmsan_value *result)
{
	struct kmsan_value all;

	if (c->row->bits) {
		all = kmsan_store_blocks(c);
	} else {
		all = kmsan_all_data(c);
		for (unsigned int i = 0; i < c->n; i++) {
			tree type = kmsan_written_type(c, i);

			if (type)
				kmsan_store_spread(c, i,
						   kmsan_bytes_written(c, type),
						   &all);
		}
	}
	if (!c->type)
		return;
	result->shadow = kmsan_spread(c->seq, all.shadow, c->type);
	result->origin = all.origin;
}

/**
 * kmsan_vector_control() - a builtin for the processor, or with many results
 * @c: its call
 * @result: metadata of the result, if it has one
 *
 * Return: false if it has no rule here.
 */
bool kmsan_vector_control(struct kmsan_vector_call *c,
			  struct kmsan_value *result)
{
	if (c->type)
		*result = kmsan_clean_value(c->type);
	switch (c->row->kind) {
	case KMSAN_V_CONTROL:
	case KMSAN_V_CLEAN:
		kmsan_control(c);
		return true;
	case KMSAN_V_HINT:
		return true;
	case KMSAN_V_SAVE:
		kmsan_save(c);
		return true;
	case KMSAN_V_ZERO_LINE:
		kmsan_zero_line(c);
		return true;
	case KMSAN_V_COPY:
		kmsan_copy_block(c);
		return true;
	case KMSAN_V_OUTPUTS:
		kmsan_outputs(c, result);
		return true;
	default:
		kmsan_unpoison_behind(c);
		return false;
	}
}
