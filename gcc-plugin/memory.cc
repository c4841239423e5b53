// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * memory.cc - the shadow and origin of loads, stores and copies.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Structs up to this size are copied by the compiler's own moves. */
#define KMSAN_INLINE_BYTES 64

/**
 * kmsan_ref_is_memory() - is this a reference to memory that has metadata?
 * @ref: operand of a statement
 *
 * Registers have none, nor does memory in a named address space (%gs, %fs),
 * whose offsets are not pointers.
 */
bool kmsan_ref_is_memory(tree ref)
{
	tree base = get_base_address(ref);

	if (!base || is_gimple_reg(base) || TREE_CODE(base) == SSA_NAME)
		return false;
	if (CONSTANT_CLASS_P(base) && TREE_CODE(base) != STRING_CST)
		return false;
	if (VAR_P(base) && DECL_HARD_REGISTER(base))
		return false;
	/*
	 * The front end of C++ assigns to it where that of C has a temporary.
	 */
	if (TREE_CODE(base) == RESULT_DECL &&
	    !aggregate_value_p(base, current_function_decl))
		return false;
	if (TREE_CODE(base) == CONSTRUCTOR || TREE_CODE(base) == FUNCTION_DECL)
		return false;
	return ADDR_SPACE_GENERIC_P(TYPE_ADDR_SPACE(TREE_TYPE(base))) &&
	       ADDR_SPACE_GENERIC_P(TYPE_ADDR_SPACE(TREE_TYPE(ref)));
}

/* Is this memory always initialised? */
static bool kmsan_ref_is_constant(tree ref)
{
	tree base = get_base_address(ref);

	if (TREE_CODE(base) == MEM_REF &&
	    TREE_CODE(TREE_OPERAND(base, 0)) == ADDR_EXPR)
		base = TREE_OPERAND(TREE_OPERAND(base, 0), 0);
	if (TREE_CODE(base) == STRING_CST || TREE_CODE(base) == CONST_DECL)
		return true;
	if (kmsan_is_foreign_memory(base))
		return true;
	return VAR_P(base) && TREE_READONLY(base) &&
	       !TREE_THIS_VOLATILE(base) &&
	       (TREE_STATIC(base) || DECL_EXTERNAL(base));
}

static struct kmsan_meta kmsan_meta_of_access(const struct kmsan_access *access,
					      bool store, tree *address)
{
	*address = kmsan_access_address(&kfn->out.pre, access);
	return kmsan_meta_of_place(&kfn->out.pre, *address, access->bytes,
				   store, kmsan_is_in_page(access));
}

/* Check the values that decide where in an object its part @ref is. */
static void kmsan_check_place(tree ref)
{
	tree size = NULL_TREE;

	if (TREE_CODE(ref) == ARRAY_REF || TREE_CODE(ref) == ARRAY_RANGE_REF) {
		kmsan_check_operand(TREE_OPERAND(ref, 1));
		size = TREE_OPERAND(ref, 3);
	} else if (TREE_CODE(ref) == COMPONENT_REF) {
		size = TREE_OPERAND(ref, 2);
	}
	/* The size of an element, or of all that precedes a member. */
	if (size)
		kmsan_check_operand(size);
}

/**
 * kmsan_check_address() - check what an address is computed from
 * @ref: a reference to memory that is about to be read or written
 */
void kmsan_check_address(tree ref)
{
	for (; handled_component_p(ref); ref = TREE_OPERAND(ref, 0))
		kmsan_check_place(ref);
	if (TREE_CODE(ref) == MEM_REF) {
		kmsan_check_operand(TREE_OPERAND(ref, 0));
	} else if (TREE_CODE(ref) == TARGET_MEM_REF) {
		kmsan_check_operand(TMR_BASE(ref));
		if (TMR_INDEX(ref))
			kmsan_check_operand(TMR_INDEX(ref));
		if (TMR_INDEX2(ref))
			kmsan_check_operand(TMR_INDEX2(ref));
	}
}

/**
 * kmsan_load() - the metadata of a value that is loaded
 * @ref: a reference to memory, of register type
 */
struct kmsan_value kmsan_load(tree ref)
{
	tree type = TREE_TYPE(ref);
	struct kmsan_value value = kmsan_clean_value(type);
	struct kmsan_access access;
	struct kmsan_meta meta;
	tree address;

	kmsan_check_address(ref);
	if (!kmsan_ref_is_memory(ref) || kmsan_ref_is_constant(ref) ||
	    !kmsan_describe(ref, &access))
		return value;
	meta = kmsan_meta_of_access(&access, false, &address);
	if (access.part)
		return kmsan_load_part(&kfn->out.pre, &access, meta);
	value.shadow = kmsan_read_shadow(&kfn->out.pre, type, meta.shadow, 0);
	value.origin = kmsan_read_origin(&kfn->out.pre, value.shadow,
					 access.bytes, meta.origin, 0);
	return value;
}

/**
 * kmsan_store() - give memory the metadata of the stored value
 * @ref: a reference to memory, of register type
 * @value: metadata of the value
 */
void kmsan_store(tree ref, struct kmsan_value value)
{
	tree type = TREE_TYPE(ref);
	struct kmsan_access access;
	struct kmsan_meta meta;
	tree address;

	if (kmsan_is_foreign_memory(ref))
		return;
	kmsan_check_address(ref);
	if (!kmsan_ref_is_memory(ref)) {
		/* No shadow is kept there, so this counts as a use. */
		kmsan_check(value);
		return;
	}
	if (!kmsan_describe(ref, &access))
		return;
	meta = kmsan_meta_of_access(&access, true, &address);
	if (access.part)
		kmsan_store_part(&kfn->out.pre, &access, meta.shadow,
				 value.shadow);
	else
		kmsan_write_shadow(&kfn->out.pre, type, meta.shadow, 0,
				   value.shadow);
	kmsan_paint_access(&access, value, meta.origin, address);
}

/**
 * kmsan_unpoison() - make the shadow of a range clean
 * @seq: where the code goes
 * @address: a GIMPLE value of pointer type
 * @bytes: how many
 */
void kmsan_unpoison(gimple_seq *seq, tree address, HOST_WIDE_INT bytes)
{
	struct kmsan_meta meta;

	if (bytes <= 0)
		return;
	if (bytes > KMSAN_INLINE_BYTES) {
		kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, address,
			   build_int_cst(size_type_node, bytes));
		return;
	}
	meta = kmsan_meta_of_address(seq, address, bytes, true);
	kmsan_write_clean(seq, meta.shadow, 0, bytes);
}

/**
 * kmsan_unpoison_ref() - mark what a reference covers as initialised
 * @seq: where the code goes
 * @ref: a reference to memory, of any type of constant size
 */
void kmsan_unpoison_ref(gimple_seq *seq, tree ref)
{
	struct kmsan_access access;
	struct kmsan_meta meta;
	tree address;

	if (!kmsan_ref_is_memory(ref) || !kmsan_describe(ref, &access))
		return;
	address = kmsan_access_address(seq, &access);
	if (!access.part) {
		kmsan_unpoison(seq, address, access.bytes);
		return;
	}
	meta = kmsan_meta_of_address(seq, address, access.bytes, true);
	kmsan_store_part(seq, &access, meta.shadow,
			 kmsan_clean(TREE_TYPE(ref)));
}

/* Copy shadow by words; origins only matter where there is poison. */
static void kmsan_copy_inline(tree dst, tree src, HOST_WIDE_INT bytes)
{
	tree to = kmsan_address_of(&kfn->out.pre, dst);
	tree from = kmsan_address_of(&kfn->out.pre, src);
	struct kmsan_meta dst_meta, src_meta;
	HOST_WIDE_INT done = 0;
	tree sum = build_zero_cst(kmsan_uint(8));
	auto_vec<tree, 16> words;

	src_meta = kmsan_meta_of_address(&kfn->out.pre, from, bytes, false);
	dst_meta = kmsan_meta_of_address(&kfn->out.pre, to, bytes, true);
	for (HOST_WIDE_INT step = 8; step; step /= 2)
		for (; bytes - done >= step; done += step) {
			tree word = kmsan_read(&kfn->out.pre, kmsan_uint(step),
					       src_meta.shadow, done);

			words.safe_push(word);
			sum = kmsan_or(&kfn->out.pre, sum,
				       gimple_convert(&kfn->out.pre, kfn->loc,
						      kmsan_uint(8), word));
		}
	done = 0;
	for (unsigned int i = 0; i < words.length(); i++) {
		kmsan_write(&kfn->out.pre, dst_meta.shadow, done, words[i]);
		done += kmsan_type_bytes(TREE_TYPE(words[i]));
	}
	kmsan_guard_copy(sum, to, from, bytes);
}

/* The size of what an aggregate assignment copies; NULL_TREE if unknown. */
static tree kmsan_copy_size(tree dst, tree *src)
{
	tree size;

	if (TREE_CODE(*src) == WITH_SIZE_EXPR) {
		size = TREE_OPERAND(*src, 1);
		*src = TREE_OPERAND(*src, 0);
		return size;
	}
	size = TYPE_SIZE_UNIT(TREE_TYPE(dst));
	return size && is_gimple_val(size) ? size : NULL_TREE;
}

/*
 * Let the runtime copy an object.  A copy whose fault may be caught is still
 * done by the program's statement; after it the object is copied again, with
 * its metadata.
 */
static void kmsan_copy_by_call(gimple_seq *seq, tree dst, tree src, tree size)
{
	kmsan_call(seq, KMSAN_EP_memcpy, 3, kmsan_address_of(seq, dst),
		   kmsan_address_of(seq, src),
		   fold_convert(size_type_node, size));
}

/**
 * kmsan_viewed_register() - the register that is taken for an object
 * @ref: operand of a statement
 *
 * Return: the SSA name; NULL_TREE if it is none, or @ref is only a part of it.
 */
tree kmsan_viewed_register(tree ref)
{
	HOST_WIDE_INT bytes = kmsan_type_bytes(TREE_TYPE(ref));

	while (TREE_CODE(ref) == VIEW_CONVERT_EXPR)
		ref = TREE_OPERAND(ref, 0);
	return TREE_CODE(ref) == SSA_NAME &&
			       kmsan_is_tracked_type(TREE_TYPE(ref)) &&
			       kmsan_type_bytes(TREE_TYPE(ref)) == bytes ?
		       ref :
		       NULL_TREE;
}

/**
 * kmsan_copy() - an assignment of a whole object
 * @dst: a reference to memory, of a type that registers do not hold
 * @src: likewise, or a string, or a register that is taken for an object
 */
void kmsan_copy(tree dst, tree src)
{
	tree size = kmsan_copy_size(dst, &src), name;

	name = kmsan_propagates() ? kmsan_viewed_register(src) : NULL_TREE;
	if (name) {
		kmsan_store(build1(VIEW_CONVERT_EXPR, TREE_TYPE(name),
				   unshare_expr(dst)),
			    kmsan_leaving_value(name));
		return;
	}
	kmsan_check_address(dst);
	kmsan_check_address(src);
	if (!kmsan_ref_is_memory(dst))
		return;
	if (!size) {
		kmsan_unhandled("copy", "of variable size");
		return;
	}
	if (!kmsan_propagates() || !kmsan_ref_is_memory(src) ||
	    kmsan_ref_is_constant(src)) {
		kmsan_unpoison_ref(&kfn->out.pre, dst);
		return;
	}
	if (tree_fits_shwi_p(size) &&
	    tree_to_shwi(size) <= KMSAN_INLINE_BYTES) {
		if (tree_to_shwi(size) > 0)
			kmsan_copy_inline(dst, src, tree_to_shwi(size));
		return;
	}
	/* After the checks of both addresses. */
	kmsan_copy_by_call(stmt_ends_bb_p(kfn->walk.stmt) ? &kfn->out.post :
							    &kfn->out.guarded,
			   dst, src, size);
	kfn->out.replaced = !kfn->out.post;
}

/**
 * kmsan_store_zeros() - an assignment of zeros to a whole object
 * @dst: a reference to memory
 */
void kmsan_store_zeros(tree dst)
{
	kmsan_check_address(dst);
	kmsan_unpoison_ref(&kfn->out.pre, dst);
}
