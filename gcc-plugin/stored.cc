// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * stored.cc - the shadow and origin of a value as memory holds them: in the
 * metadata of memory and in the context state.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Bytes of an x87 number: those of the mantissa, then of sign and exponent. */
#define KMSAN_X87_LOW 8
#define KMSAN_X87_HIGH 2

/* The integer type that holds the shadow of a scalar in memory. */
static tree kmsan_memory_type(tree type)
{
	tree shadow = kmsan_shadow_type(type);

	if (INTEGRAL_TYPE_P(shadow))
		return kmsan_uint(kmsan_type_bytes(type));
	return shadow;
}

/**
 * kmsan_read_shadow() - read the shadow of a value
 * @seq: where the code goes
 * @type: type of the value
 * @pointer: to shadow
 * @offset: bytes from @pointer
 */
tree kmsan_read_shadow(gimple_seq *seq, tree type, tree pointer,
		       HOST_WIDE_INT offset)
{
	tree shadow = kmsan_shadow_type(type);
	tree low, high;

	if (TREE_CODE(type) == COMPLEX_TYPE) {
		HOST_WIDE_INT half = kmsan_type_bytes(TREE_TYPE(type));

		low = kmsan_read_shadow(seq, TREE_TYPE(type), pointer, offset);
		high = kmsan_read_shadow(seq, TREE_TYPE(type), pointer,
					 offset + half);
		return gimple_build(seq, kfn->loc, COMPLEX_EXPR, shadow, low,
				    high);
	}
	if (kmsan_is_x87(type)) {
		low = kmsan_read(seq, kmsan_uint(KMSAN_X87_LOW), pointer,
				 offset);
		high = kmsan_read(seq, kmsan_uint(KMSAN_X87_HIGH), pointer,
				  offset + KMSAN_X87_LOW);
		low = gimple_convert(seq, kfn->loc, shadow, low);
		high = gimple_convert(seq, kfn->loc, shadow, high);
		high = gimple_build(seq, kfn->loc, LSHIFT_EXPR, shadow, high,
				    build_int_cst(unsigned_type_node,
						  KMSAN_X87_LOW *
							  BITS_PER_UNIT));
		return gimple_build(seq, kfn->loc, BIT_IOR_EXPR, shadow, low,
				    high);
	}
	low = kmsan_read(seq, kmsan_memory_type(type), pointer, offset);
	return INTEGRAL_TYPE_P(shadow) ?
		       gimple_convert(seq, kfn->loc, shadow, low) :
		       low;
}

/**
 * kmsan_write_shadow() - write the shadow of a value
 * @seq: where the code goes
 * @type: type of the value
 * @pointer: to shadow
 * @offset: bytes from @pointer
 * @shadow: of kmsan_shadow_type(@type)
 */
void kmsan_write_shadow(gimple_seq *seq, tree type, tree pointer,
			HOST_WIDE_INT offset, tree shadow)
{
	tree part;

	if (TREE_CODE(type) == COMPLEX_TYPE) {
		tree inner = TREE_TYPE(TREE_TYPE(shadow));

		part = gimple_build(seq, kfn->loc, REALPART_EXPR, inner,
				    shadow);
		kmsan_write_shadow(seq, TREE_TYPE(type), pointer, offset, part);
		part = gimple_build(seq, kfn->loc, IMAGPART_EXPR, inner,
				    shadow);
		kmsan_write_shadow(seq, TREE_TYPE(type), pointer,
				   offset + kmsan_type_bytes(TREE_TYPE(type)),
				   part);
		return;
	}
	if (kmsan_is_x87(type)) {
		part = gimple_convert(seq, kfn->loc, kmsan_uint(KMSAN_X87_LOW),
				      shadow);
		kmsan_write(seq, pointer, offset, part);
		part = gimple_build(seq, kfn->loc, RSHIFT_EXPR,
				    TREE_TYPE(shadow), shadow,
				    build_int_cst(unsigned_type_node,
						  KMSAN_X87_LOW *
							  BITS_PER_UNIT));
		part = gimple_convert(seq, kfn->loc, kmsan_uint(KMSAN_X87_HIGH),
				      part);
		kmsan_write(seq, pointer, offset + KMSAN_X87_LOW, part);
		return;
	}
	if (INTEGRAL_TYPE_P(TREE_TYPE(shadow)))
		shadow = gimple_convert(seq, kfn->loc, kmsan_memory_type(type),
					shadow);
	kmsan_write(seq, pointer, offset, shadow);
}

/* The @index-th eight bytes of a shadow, as an integer. */
static tree kmsan_shadow_word(gimple_seq *seq, tree shadow, HOST_WIDE_INT bytes,
			      HOST_WIDE_INT index)
{
	tree word = kmsan_uint(8), whole;

	if (bytes <= 8)
		return shadow;
	if (bytes * BITS_PER_UNIT <= MAX_FIXED_MODE_SIZE) {
		whole = kmsan_bits(seq, kmsan_uint(bytes), shadow);
		whole = gimple_build(seq, kfn->loc, RSHIFT_EXPR,
				     TREE_TYPE(whole), whole,
				     build_int_cst(unsigned_type_node,
						   index * 64));
		return gimple_convert(seq, kfn->loc, word, whole);
	}
	if (!VECTOR_TYPE_P(TREE_TYPE(shadow)))
		return NULL_TREE;
	whole = kmsan_bits(seq, build_vector_type(word, bytes / 8), shadow);
	return gimple_build(seq, kfn->loc, BIT_FIELD_REF, word, whole,
			    bitsize_int(64), bitsize_int(index * 64));
}

/**
 * kmsan_read_origin() - read the origin of a value in memory
 * @seq: where the code goes
 * @shadow: the value's shadow, decides between the origins of its parts
 * @bytes: size of the value
 * @pointer: kmsan_meta.origin of where it is
 * @offset: bytes from there, a multiple of KMSAN_ORIGIN_SIZE
 */
struct kmsan_origin *kmsan_read_origin(gimple_seq *seq, tree shadow,
				       HOST_WIDE_INT bytes, tree pointer,
				       HOST_WIDE_INT offset)
{
	struct kmsan_origin *origin = NULL;

	if (bytes <= KMSAN_ORIGIN_SIZE)
		return kmsan_origin_in_memory(seq, unsigned_type_node, pointer,
					      offset);
	for (HOST_WIDE_INT i = (bytes - 1) / 8; i >= 0; i--) {
		tree word = kmsan_shadow_word(seq, shadow, bytes, i);
		struct kmsan_origin *wide, *pair;

		if (!word && i)
			continue;
		wide = kmsan_origin_in_memory(seq, kmsan_uint(8), pointer,
					      offset + i * 8);
		pair = kmsan_origin_half(wide, 0);
		if (word)
			pair = kmsan_origin_choice_bits(
				word, 32, pair, kmsan_origin_half(wide, 32));
		origin = kmsan_origin_choice(word, pair, origin);
	}
	return origin;
}

/**
 * kmsan_write_clean() - write zeros to metadata
 * @seq: where the code goes
 * @to: SSA name or address constant
 * @offset: bytes from @to
 * @bytes: how many
 */
void kmsan_write_clean(gimple_seq *seq, tree to, HOST_WIDE_INT offset,
		       HOST_WIDE_INT bytes)
{
	HOST_WIDE_INT done = 0;

	for (HOST_WIDE_INT step = 8; step; step /= 2)
		for (; bytes - done >= step; done += step)
			kmsan_write(seq, to, offset + done,
				    build_zero_cst(kmsan_uint(step)));
}

/**
 * kmsan_copy_words() - copy metadata by words
 * @seq: where the code goes
 * @to: SSA name or address constant
 * @to_offset: bytes from @to
 * @from: likewise
 * @from_offset: bytes from @from
 * @bytes: how many; source and destination do not overlap
 */
void kmsan_copy_words(gimple_seq *seq, tree to, HOST_WIDE_INT to_offset,
		      tree from, HOST_WIDE_INT from_offset,
		      HOST_WIDE_INT bytes)
{
	HOST_WIDE_INT done = 0;

	for (HOST_WIDE_INT step = 8; step; step /= 2)
		for (; bytes - done >= step; done += step)
			kmsan_write(seq, to, to_offset + done,
				    kmsan_read(seq,
					       kmsan_uint(step),
					       from, from_offset + done));
}
