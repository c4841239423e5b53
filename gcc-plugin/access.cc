// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * access.cc - the bytes that a reference touches, and values that do not fill
 * them.
 *
 * A reference that starts and ends at a byte has its shadow at the same bytes
 * of the metadata.  A bit-field, or a scalar in the other byte order, is taken
 * out of the shadow by a BIT_FIELD_REF of just the bytes that hold it.  The
 * bytes next to them, even in the same object, may be in another page, whose
 * metadata is elsewhere.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Note which bytes of @access->object hold the @bits bits from @place on. */
static void kmsan_set_place(struct kmsan_access *access, HOST_WIDE_INT place,
			    HOST_WIDE_INT bits)
{
	HOST_WIDE_INT rest = place & (BITS_PER_UNIT - 1);

	access->place += place / BITS_PER_UNIT;
	access->bytes = CEIL(rest + bits, BITS_PER_UNIT);
	access->bit = rest;
	access->bits = bits;
}

/* Describe a member that does not start or end at a byte. */
static void kmsan_describe_field(struct kmsan_access *access)
{
	tree field = TREE_OPERAND(access->ref, 1);
	tree offset = component_ref_field_offset(access->ref);

	access->object = TREE_OPERAND(access->ref, 0);
	if (tree_fits_shwi_p(offset))
		access->place = tree_to_shwi(offset);
	else
		access->offset = offset;
	kmsan_set_place(access, tree_to_uhwi(DECL_FIELD_BIT_OFFSET(field)),
			tree_to_uhwi(DECL_SIZE(field)));
}

/* Note what is known about the address of the first byte. */
static void kmsan_set_alignment(struct kmsan_access *access)
{
	unsigned HOST_WIDE_INT place = 0;
	unsigned int align = BITS_PER_UNIT;

	get_object_alignment_1(access->ref, &align, &place);
	access->align = MIN(align / BITS_PER_UNIT, KMSAN_META_PAGE);
	access->misalign = place / BITS_PER_UNIT & (access->align - 1);
}

/**
 * kmsan_describe() - find the bytes that a reference touches
 * @ref: a reference that kmsan_ref_is_memory() accepts
 * @access: the answer
 *
 * Return: false if they cannot be determined; such a reference is left alone,
 * and listed as unhandled.
 */
bool kmsan_describe(tree ref, struct kmsan_access *access)
{
	tree type = TREE_TYPE(ref);
	HOST_WIDE_INT bytes = kmsan_type_bytes(type);

	memset(access, 0, sizeof(*access));
	access->ref = ref;
	access->object = ref;
	access->reverse = reverse_storage_order_for_component_p(ref);
	if (TREE_CODE(ref) == COMPONENT_REF &&
	    DECL_BIT_FIELD(TREE_OPERAND(ref, 1))) {
		kmsan_describe_field(access);
	} else if (TREE_CODE(ref) == BIT_FIELD_REF) {
		access->object = TREE_OPERAND(ref, 0);
		kmsan_set_place(access, tree_to_uhwi(TREE_OPERAND(ref, 2)),
				tree_to_uhwi(TREE_OPERAND(ref, 1)));
	} else if (bytes < 0) {
		kmsan_unhandled("reference",
				get_tree_code_name(TREE_CODE(ref)));
		return false;
	} else {
		kmsan_set_place(access, 0, bytes * BITS_PER_UNIT);
	}
	access->part = access->bit || access->bytes != bytes ||
		       access->bits != bytes * BITS_PER_UNIT ||
		       (access->reverse && bytes > 1);
	kmsan_set_alignment(access);
	return true;
}

/**
 * kmsan_access_address() - make code that computes where an access starts
 * @seq: where the code goes
 * @access: what kmsan_describe() has found
 */
tree kmsan_access_address(gimple_seq *seq, const struct kmsan_access *access)
{
	tree object = access->object, address, offset;
	gimple_seq code = NULL;
	poly_int64 place;

	if (!access->offset && !access->place)
		return kmsan_address_of(seq, object);
	/* The same bytes have the same address, whatever they are part of. */
	if (!access->offset && get_addr_base_and_unit_offset(object, &place))
		return kmsan_address_of(
			seq, kmsan_mem(unsigned_char_type_node,
				       build_fold_addr_expr(object),
				       access->place));
	address = kmsan_address_of(seq, object);
	offset = size_int(access->place);
	if (access->offset)
		offset = size_binop(PLUS_EXPR, offset,
				    unshare_expr(access->offset));
	offset = force_gimple_operand(offset, &code, true, NULL_TREE);
	gimple_seq_add_seq(seq, code);
	return gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR,
			    TREE_TYPE(address), address, offset);
}

/**
 * kmsan_is_in_page() - do all bytes of an access lie in one page?
 */
bool kmsan_is_in_page(const struct kmsan_access *access)
{
	return access->misalign + access->bytes <= access->align;
}

/* Bytes from the first byte's origin to the first byte, if that is known. */
static HOST_WIDE_INT kmsan_origin_skip(const struct kmsan_access *access)
{
	return access->align < KMSAN_ORIGIN_SIZE ?
		       0 :
		       access->misalign % KMSAN_ORIGIN_SIZE;
}

/* The @bits at @bit of @bytes of shadow, as the program has them. */
static tree kmsan_part_ref(const struct kmsan_access *access, tree pointer,
			   HOST_WIDE_INT offset, HOST_WIDE_INT bytes,
			   HOST_WIDE_INT bits)
{
	tree array = build_array_type_nelts(unsigned_char_type_node, bytes);
	tree type = build_nonstandard_integer_type(bits, 1);
	tree ref = build3(BIT_FIELD_REF, type,
			  kmsan_mem(array, pointer, offset), bitsize_int(bits),
			  bitsize_int(access->bit));

	REF_REVERSE_STORAGE_ORDER(ref) = access->reverse;
	return ref;
}

static tree kmsan_read_part(gimple_seq *seq, const struct kmsan_access *access,
			    tree pointer, HOST_WIDE_INT offset,
			    HOST_WIDE_INT bytes, HOST_WIDE_INT bits)
{
	tree ref = kmsan_part_ref(access, pointer, offset, bytes, bits);
	tree name = make_ssa_name(TREE_TYPE(ref));
	gassign *load = gimple_build_assign(name, ref);

	gimple_set_location(load, kfn->loc);
	gimple_seq_add_stmt(seq, load);
	return name;
}

static void kmsan_write_part(gimple_seq *seq, const struct kmsan_access *access,
			     tree pointer, HOST_WIDE_INT offset,
			     HOST_WIDE_INT bytes, HOST_WIDE_INT bits,
			     tree shadow)
{
	tree ref = kmsan_part_ref(access, pointer, offset, bytes, bits);
	gassign *store;

	shadow = kmsan_bits(seq, TREE_TYPE(ref), shadow);
	store = gimple_build_assign(ref, shadow);
	gimple_set_location(store, kfn->loc);
	gimple_seq_add_stmt(seq, store);
}

/* The origin of the lowest poisoned bit: each group of bytes has its own. */
static struct kmsan_origin *
kmsan_read_part_origin(gimple_seq *seq, const struct kmsan_access *access,
		       tree shadow, tree pointer)
{
	HOST_WIDE_INT skip = kmsan_origin_skip(access);
	HOST_WIDE_INT groups = CEIL(skip + access->bytes, KMSAN_ORIGIN_SIZE);
	HOST_WIDE_INT bits = TYPE_PRECISION(TREE_TYPE(shadow));
	struct kmsan_origin *origin = NULL;

	for (HOST_WIDE_INT i = groups - 1; i >= 0; i--) {
		HOST_WIDE_INT group = access->reverse ? groups - 1 - i : i;
		/*
		 * How many of the low bits are here or in a group yet to come.
		 */
		HOST_WIDE_INT start = group * KMSAN_ORIGIN_SIZE - skip;
		HOST_WIDE_INT end = start + KMSAN_ORIGIN_SIZE;
		HOST_WIDE_INT low =
			access->reverse ?
				access->bit + bits - start * BITS_PER_UNIT :
				end * BITS_PER_UNIT - access->bit;

		origin = kmsan_origin_choice_bits(
			shadow, MIN(low, bits),
			kmsan_origin_in_memory(seq, unsigned_type_node,
					       pointer,
					       group * KMSAN_ORIGIN_SIZE),
			origin);
	}
	return origin;
}

/* Read both parts of a complex number in the other byte order. */
static struct kmsan_value
kmsan_load_complex_part(gimple_seq *seq, const struct kmsan_access *access,
			struct kmsan_meta meta)
{
	tree type = kmsan_shadow_type(TREE_TYPE(access->ref));
	HOST_WIDE_INT half = access->bytes / 2;
	struct kmsan_value value;
	tree part[2];

	for (int i = 0; i < 2; i++)
		part[i] = kmsan_bits(seq, TREE_TYPE(type),
				     kmsan_read_part(seq, access, meta.shadow,
						     i * half, half,
						     access->bits / 2));
	value.shadow = gimple_build(seq, kfn->loc, COMPLEX_EXPR, type, part[0],
				    part[1]);
	value.origin = kmsan_read_origin(seq, value.shadow, access->bytes,
					 meta.origin, 0);
	return value;
}

/**
 * kmsan_load_part() - read the metadata of a value that does not fill its bytes
 * @seq: where the code goes
 * @access: the bytes, with .part set
 * @meta: their metadata
 */
struct kmsan_value kmsan_load_part(gimple_seq *seq,
				   const struct kmsan_access *access,
				   struct kmsan_meta meta)
{
	tree type = kmsan_shadow_type(TREE_TYPE(access->ref));
	struct kmsan_value value;
	tree shadow;

	if (TREE_CODE(type) == COMPLEX_TYPE)
		return kmsan_load_complex_part(seq, access, meta);
	shadow = kmsan_read_part(seq, access, meta.shadow, 0, access->bytes,
				 access->bits);
	value.shadow = kmsan_bits(seq, type, shadow);
	value.origin = kmsan_read_part_origin(seq, access, shadow, meta.origin);
	return value;
}

/**
 * kmsan_store_part() - write the shadow of a value that does not fill its bytes
 * @seq: where the code goes
 * @access: the bytes, with .part set
 * @pointer: to their shadow
 * @shadow: of the value
 */
void kmsan_store_part(gimple_seq *seq, const struct kmsan_access *access,
		      tree pointer, tree shadow)
{
	HOST_WIDE_INT half = access->bytes / 2;
	tree type = TREE_TYPE(shadow);

	if (TREE_CODE(type) != COMPLEX_TYPE) {
		kmsan_write_part(seq, access, pointer, 0, access->bytes,
				 access->bits, shadow);
		return;
	}
	for (int i = 0; i < 2; i++)
		kmsan_write_part(seq, access, pointer, i * half, half,
				 access->bits / 2,
				 gimple_build(seq, kfn->loc,
					      i ? IMAGPART_EXPR : REALPART_EXPR,
					      TREE_TYPE(type), shadow));
}

/**
 * kmsan_paint_access() - store the origin of a value that is stored to memory
 * @access: where it goes
 * @value: its metadata
 * @origin: pointer to the origins of these bytes
 * @address: of the first byte
 */
void kmsan_paint_access(const struct kmsan_access *access,
			struct kmsan_value value, tree origin, tree address)
{
	/* Where the alignment is not known, one more group may be touched. */
	bool straddles = access->bytes > 1 &&
			 access->align < KMSAN_ORIGIN_SIZE &&
			 !kmsan_is_in_page(access);

	if (kmsan_is_clean(value.shadow))
		return;
	kmsan_paint(value.shadow, value.origin, origin,
		    kmsan_origin_skip(access), access->bytes,
		    straddles ? address : NULL_TREE);
}
