// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * shadow.cc - types of shadows, and the algebra over them: union, cast, spread.
 *
 * The shadow of an integer of N bits is an unsigned integer of N bits, even
 * where N is the width of a bit-field; that of a float is an integer of its
 * size; those of vectors and complex numbers have the same shape, with shadows
 * for elements.  So the shadow of a conversion is the conversion of the shadow.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"

/* Bytes of the x87 extended format that hold the value; the rest is padding. */
#define KMSAN_X87_BYTES 10

/**
 * kmsan_is_x87() - is this the 80-bit format, whose objects of 16 bytes have
 * padding?
 */
bool kmsan_is_x87(tree type)
{
	return SCALAR_FLOAT_TYPE_P(type) && TYPE_PRECISION(type) == 80;
}

/**
 * kmsan_type_bytes() - bytes that a value of a type has in memory
 * @type: any type
 *
 * Return: the size, or -1 if it is not constant, or so large that its bits cannot
 * be counted.
 */
HOST_WIDE_INT kmsan_type_bytes(tree type)
{
	tree size = TYPE_SIZE_UNIT(type);

	if (!size || !tree_fits_shwi_p(size) ||
	    tree_to_shwi(size) > HOST_WIDE_INT_MAX / BITS_PER_UNIT)
		return -1;
	return tree_to_shwi(size);
}

/**
 * kmsan_uint() - the unsigned integer type of a number of bytes
 */
tree kmsan_uint(HOST_WIDE_INT bytes)
{
	return build_nonstandard_integer_type(bytes * BITS_PER_UNIT, 1);
}

/**
 * kmsan_is_tracked_type() - do values of a type have a shadow of their own?
 * @type: type of an SSA name or constant
 */
bool kmsan_is_tracked_type(tree type)
{
	return kmsan_shadow_type(type) != NULL_TREE;
}

static tree kmsan_vector_shadow_type(tree type)
{
	tree element;

	/* The shadow of a mask, of whole lanes or of single bits, is a mask. */
	if (VECTOR_BOOLEAN_TYPE_P(type))
		return type;
	if (!TYPE_VECTOR_SUBPARTS(type).is_constant())
		return NULL_TREE;
	element = kmsan_shadow_type(TREE_TYPE(type));
	return element ? build_vector_type(element, TYPE_VECTOR_SUBPARTS(type))
		       : NULL_TREE;
}

/*
 * An integer of 256 or 512 bits is what GCC copies that much memory by, where
 * the processor has registers for it.  It can only be moved; its shadow is a
 * vector, which can be tested as well.
 */
static tree kmsan_wide_shadow_type(tree type)
{
	unsigned int bits = TYPE_PRECISION(type);

	if (TREE_CODE(type) != INTEGER_TYPE || TYPE_MODE(type) == BLKmode ||
	    bits % BITS_PER_WORD)
		return NULL_TREE;
	return build_vector_type(kmsan_uint(UNITS_PER_WORD),
				 bits / BITS_PER_WORD);
}

/**
 * kmsan_shadow_type() - the type of the shadow of values of a type
 * @type: type of a register
 *
 * Return: the type, NULL_TREE for those that have no shadow (aggregates,
 * void, opaque and overlong ones).
 */
tree kmsan_shadow_type(tree type)
{
	tree part;

	switch (TREE_CODE(type)) {
	case COMPLEX_TYPE:
		part = kmsan_shadow_type(TREE_TYPE(type));
		return part ? build_complex_type(part) : NULL_TREE;
	case VECTOR_TYPE:
		return kmsan_vector_shadow_type(type);
	case REAL_TYPE:
	case FIXED_POINT_TYPE:
	case NULLPTR_TYPE:
	case OFFSET_TYPE:
		return build_nonstandard_integer_type(
			tree_to_uhwi(TYPE_SIZE(type)), 1);
	default:
		if (!INTEGRAL_TYPE_P(type) && !POINTER_TYPE_P(type))
			return NULL_TREE;
		if (TYPE_PRECISION(type) == 0)
			return NULL_TREE;
		if (TYPE_PRECISION(type) > MAX_FIXED_MODE_SIZE)
			return kmsan_wide_shadow_type(type);
		return build_nonstandard_integer_type(TYPE_PRECISION(type), 1);
	}
}

/**
 * kmsan_clean() - the shadow of an initialised value
 * @type: type of the value
 */
tree kmsan_clean(tree type)
{
	return build_zero_cst(kmsan_shadow_type(type));
}

/**
 * kmsan_poisoned() - the shadow of a value without an initialised bit
 * @type: type of the value
 */
tree kmsan_poisoned(tree type)
{
	tree shadow_type = kmsan_shadow_type(type);

	if (TREE_CODE(type) == COMPLEX_TYPE) {
		tree part = kmsan_poisoned(TREE_TYPE(type));

		return build_complex(shadow_type, part, part);
	}
	if (kmsan_is_x87(type))
		return wide_int_to_tree(
			shadow_type,
			wi::mask(KMSAN_X87_BYTES * BITS_PER_UNIT, false,
				 TYPE_PRECISION(shadow_type)));
	return build_all_ones_cst(shadow_type);
}

/**
 * kmsan_is_clean() - is this shadow known to be clean?
 */
bool kmsan_is_clean(tree shadow)
{
	return initializer_zerop(shadow);
}

/**
 * kmsan_clean_value() - metadata of an initialised value
 * @type: its type
 */
struct kmsan_value kmsan_clean_value(tree type)
{
	struct kmsan_value value = { kmsan_clean(type), NULL };

	return value;
}

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
	tree word = kmsan_uint(8);
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
 * @type: of the value: a vector with the same number of lanes
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
	 * has the instruction; the vector lowering handles that.
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
 * Return: a shadow of kmsan_shadow_type(@type); spread lane by lane where both
 * are vectors with the same number of lanes.
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
 * Bits are cast where both types are integers; lanes are spread where both are
 * vectors of one shape; else everything is.
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
