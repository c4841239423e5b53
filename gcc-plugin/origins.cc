// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * origins.cc - where the poison of a value comes from.
 *
 * A choice between two origins is only needed where a value has turned out to
 * be poisoned, so an origin is a description, from which code is made where a
 * guard asks for it.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Deeper choices between origins are computed where they arise. */
#define KMSAN_ORIGIN_DEPTH 6

static struct obstack kmsan_origins;

/**
 * kmsan_origin_leaf() - an origin that exists as a value
 * @value: SSA name or constant of type unsigned int
 */
struct kmsan_origin *kmsan_origin_leaf(tree value)
{
	struct kmsan_origin *origin =
		XOBNEW(&kmsan_origins, struct kmsan_origin);

	memset(origin, 0, sizeof(*origin));
	origin->value = value;
	return origin;
}

/* Code that reads an origin that memory still holds. */
static tree kmsan_origin_read(gimple_seq *seq,
			      const struct kmsan_origin *origin)
{
	return kmsan_read(seq, origin->type,
			  kmsan_origin_pointer(seq, origin->pointer),
			  origin->offset);
}

/* Read an origin at the place where memory still holds it. */
static void kmsan_origin_read_in_place(struct kmsan_origin *origin)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(origin->place);
	location_t loc = kfn->loc;
	gimple_seq seq = NULL;

	kfn->loc = gimple_location(origin->place);
	origin->value = kmsan_origin_read(&seq, origin);
	gsi_insert_seq_after(&gsi, seq, GSI_SAME_STMT);
	kfn->loc = loc;
}

/**
 * kmsan_origin_in_memory() - an origin that memory holds at the place at work
 * @seq: where code that reads it may go
 * @type: unsigned int; or of eight bytes, for two origins
 * @pointer: kmsan_meta.origin of where it is
 * @offset: bytes from there
 *
 * A guard before any later store reads it in its cold block.  The hot path
 * reads it only where something else needs it.
 */
struct kmsan_origin *kmsan_origin_in_memory(gimple_seq *seq, tree type,
					    tree pointer, HOST_WIDE_INT offset)
{
	struct kmsan_origin *origin = kmsan_origin_leaf(NULL_TREE);

	origin->type = type;
	origin->pointer = pointer;
	origin->offset = offset;
	origin->epoch = kfn->walk.epoch;
	/* Code after a statement may have to go on an edge. */
	if (seq == &kfn->out.pre && *seq)
		origin->place = gimple_seq_last_stmt(*seq);
	else
		origin->value = kmsan_origin_read(seq, origin);
	return origin;
}

/**
 * kmsan_origin_half() - one of the two origins of eight bytes of memory
 * @wide: both of them
 * @shift: 0 for the lower address, 32 for the upper
 */
struct kmsan_origin *kmsan_origin_half(struct kmsan_origin *wide,
				       unsigned int shift)
{
	struct kmsan_origin *origin = kmsan_origin_leaf(wide->value);

	*origin = *wide;
	origin->wide = true;
	origin->shift = shift;
	return origin;
}

/**
 * kmsan_origin_choice_bits() - choose by the low bits of a shadow
 * @first_shadow: the shadow, of a type of at most 128 bits
 * @first_bits: how many of its low bits decide; 0 for all
 * @first: origin, taken where these bits are not clean
 * @second: origin elsewhere
 */
struct kmsan_origin *kmsan_origin_choice_bits(tree first_shadow,
					      unsigned int first_bits,
					      struct kmsan_origin *first,
					      struct kmsan_origin *second)
{
	struct kmsan_origin *origin;

	if (!second || first == second)
		return first;
	if (!first)
		return second;
	origin = kmsan_origin_leaf(NULL_TREE);
	origin->first = first;
	origin->second = second;
	origin->first_shadow = first_shadow;
	origin->first_bits = first_bits;
	origin->depth = 1 + MAX(first->depth, second->depth);
	if (origin->depth > KMSAN_ORIGIN_DEPTH) {
		origin->value = kmsan_origin_emit(&kfn->out.pre, origin);
		origin->depth = 0;
	}
	return origin;
}

/**
 * kmsan_origin_choice() - the origin of a value made from two others
 * @first_shadow: shadow of the first
 * @first: its origin, taken where @first_shadow is not clean
 * @second: origin of the other
 */
struct kmsan_origin *kmsan_origin_choice(tree first_shadow,
					 struct kmsan_origin *first,
					 struct kmsan_origin *second)
{
	return kmsan_origin_choice_bits(first_shadow, 0, first, second);
}

/* The condition of a choice between origins. */
static tree kmsan_origin_condition(gimple_seq *seq, struct kmsan_origin *origin)
{
	tree shadow = origin->first_shadow;
	tree type = TREE_TYPE(shadow);

	if (origin->first_bits) {
		type = build_nonstandard_integer_type(
			tree_to_uhwi(TYPE_SIZE(type)), 1);
		shadow = kmsan_bits(seq, type, shadow);
		type = build_nonstandard_integer_type(origin->first_bits, 1);
		shadow = gimple_convert(seq, kfn->loc, type, shadow);
	}
	return kmsan_any(seq, shadow);
}

/**
 * kmsan_origin_for_guard() - an origin as a guard of the statement at work will
 * need it
 * @origin: may be NULL
 *
 * Return: a copy in which what memory still holds is read again.
 */
struct kmsan_origin *kmsan_origin_for_guard(struct kmsan_origin *origin)
{
	struct kmsan_origin *copy;

	if (!origin)
		return NULL;
	copy = kmsan_origin_leaf(NULL_TREE);
	*copy = *origin;
	if (origin->pointer && origin->epoch == kfn->walk.epoch) {
		copy->reload = true;
	} else if (origin->pointer) {
		if (!origin->value)
			kmsan_origin_read_in_place(origin);
		copy->value = origin->value;
		copy->pointer = NULL_TREE;
	} else if (!origin->value) {
		copy->first = kmsan_origin_for_guard(origin->first);
		copy->second = kmsan_origin_for_guard(origin->second);
	}
	return copy;
}

/**
 * kmsan_origin_emit() - make code that computes an origin
 * @seq: where the code goes
 * @origin: NULL stands for an unknown one
 *
 * Return: an SSA name or constant of type unsigned int.
 */
tree kmsan_origin_emit(gimple_seq *seq, struct kmsan_origin *origin)
{
	tree any, first, second, name;
	gassign *choice;

	if (!origin)
		return build_zero_cst(unsigned_type_node);
	if (!origin->value && origin->pointer && !origin->reload &&
	    gimple_bb(origin->place))
		kmsan_origin_read_in_place(origin);
	name = origin->value;
	if (origin->reload || (!name && origin->pointer))
		name = kmsan_origin_read(seq, origin);
	if (origin->wide) {
		tree wide = name;

		if (origin->shift)
			wide = gimple_build(seq, kfn->loc, RSHIFT_EXPR,
					    TREE_TYPE(wide), wide,
					    build_int_cst(unsigned_type_node,
							  origin->shift));
		return gimple_convert(seq, kfn->loc, unsigned_type_node, wide);
	}
	if (name)
		return name;
	any = kmsan_origin_condition(seq, origin);
	first = kmsan_origin_emit(seq, origin->first);
	second = kmsan_origin_emit(seq, origin->second);
	if (integer_onep(any) || operand_equal_p(first, second))
		return first;
	if (integer_zerop(any))
		return second;
	/* Built by hand: if folded, a marker would no longer be found. */
	name = make_ssa_name(unsigned_type_node);
	choice = gimple_build_assign(name, COND_EXPR, any, first, second);
	gimple_set_location(choice, kfn->loc);
	gimple_seq_add_stmt(seq, choice);
	return name;
}

/* Does memory still hold an origin, whichever one a choice takes? */
static bool kmsan_origin_is_in_memory(const struct kmsan_origin *origin)
{
	if (origin->reload)
		return true;
	return !origin->value && !origin->pointer &&
	       kmsan_origin_is_in_memory(origin->first) &&
	       kmsan_origin_is_in_memory(origin->second);
}

static tree kmsan_origin_place(gimple_seq *seq, struct kmsan_origin *origin)
{
	HOST_WIDE_INT offset = origin->offset;
	tree any, first, second;

	if (origin->reload) {
		if (origin->wide)
			offset += origin->shift / BITS_PER_UNIT;
		return gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR,
				    ptr_type_node,
				    gimple_convert(seq, kfn->loc, ptr_type_node,
						   origin->pointer),
				    size_int(offset));
	}
	any = kmsan_origin_condition(seq, origin);
	first = kmsan_origin_place(seq, origin->first);
	second = kmsan_origin_place(seq, origin->second);
	return gimple_build(seq, kfn->loc, COND_EXPR, ptr_type_node, any, first,
			    second);
}

/**
 * kmsan_origin_address() - make code that computes which memory an origin
 * belongs to
 * @seq: where to; the origin is needed after it
 * @origin: may be NULL, which stands for an unknown one
 *
 * Return: the address of a byte of the program's memory, or NULL_TREE if the
 * origin may be elsewhere.
 */
tree kmsan_origin_address(gimple_seq *seq, struct kmsan_origin *origin)
{
	return origin && kmsan_origin_is_in_memory(origin) ?
		       kmsan_origin_place(seq, origin) :
		       NULL_TREE;
}

/**
 * kmsan_allocate() - get memory that lasts until the function at work is done
 * @bytes: how much
 */
void *kmsan_allocate(size_t bytes)
{
	return obstack_alloc(&kmsan_origins, bytes);
}

/**
 * kmsan_merge() - poison a whole value if another is poisoned
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

/**
 * kmsan_origins_start() - a function is about to be instrumented
 */
void kmsan_origins_start(void)
{
	gcc_obstack_init(&kmsan_origins);
}

/**
 * kmsan_origins_finish() - the function at work is done
 */
void kmsan_origins_finish(void)
{
	obstack_free(&kmsan_origins, NULL);
}
