// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * shadow.cc - types of shadows, and the shadow and origin of each SSA name.
 *
 * The shadow of an integer of N bits is an unsigned integer of N bits, also
 * where N is the width of a bit-field; that of a float an integer of its
 * size; those of vectors and complex numbers have the same shape with shadows
 * for elements.  So the shadow of a conversion is the conversion of the shadow.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Deeper choices between origins are computed where they arise. */
#define KMSAN_ORIGIN_DEPTH 6

/* Bytes of the x87 extended format that hold the value; the rest is padding. */
#define KMSAN_X87_BYTES 10

static struct obstack kmsan_origins;

/**
 * kmsan_is_x87() - is this the 80-bit format, which leaves bytes of its
 * 16-byte object alone?
 */
bool kmsan_is_x87(tree type)
{
	return SCALAR_FLOAT_TYPE_P(type) && TYPE_PRECISION(type) == 80;
}

/**
 * kmsan_type_bytes() - bytes that a value of a type has in memory
 * @type: any type
 *
 * Return: the size, or -1 if it is not constant or absurd.
 */
HOST_WIDE_INT kmsan_type_bytes(tree type)
{
	tree size = TYPE_SIZE_UNIT(type);

	if (!size || !tree_fits_shwi_p(size))
		return -1;
	return tree_to_shwi(size);
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

	/* Masks, of whole lanes or of single bits, are their own shadow. */
	if (VECTOR_BOOLEAN_TYPE_P(type))
		return type;
	if (!TYPE_VECTOR_SUBPARTS(type).is_constant())
		return NULL_TREE;
	element = kmsan_shadow_type(TREE_TYPE(type));
	return element ? build_vector_type(element, TYPE_VECTOR_SUBPARTS(type))
		       : NULL_TREE;
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
		if (TYPE_PRECISION(type) == 0 ||
		    TYPE_PRECISION(type) > MAX_FIXED_MODE_SIZE)
			return NULL_TREE;
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
 * kmsan_origin_leaf() - an origin that is there as a value
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

/* Code that reads an origin which memory still holds. */
static tree kmsan_origin_read(gimple_seq *seq,
			      const struct kmsan_origin *origin)
{
	return kmsan_read(seq, origin->type,
			  kmsan_origin_pointer(seq, origin->pointer),
			  origin->offset);
}

/* Read an origin where memory still held it. */
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
 * A guard that comes before anything else is written reads it in its cold
 * block.  Only where something else wants it the hot path does.
 */
struct kmsan_origin *kmsan_origin_in_memory(gimple_seq *seq, tree type,
					    tree pointer, HOST_WIDE_INT offset)
{
	struct kmsan_origin *origin = kmsan_origin_leaf(NULL_TREE);

	origin->type = type;
	origin->pointer = pointer;
	origin->offset = offset;
	origin->epoch = kfn->walk.epoch;
	/* What comes behind a statement may have to go on an edge. */
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
 * kmsan_origin_for_guard() - an origin as a guard of the statement at work
 * will want it
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
 * @seq: where to
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
	/* Built by hand: folded, a marker would not be found any more. */
	name = make_ssa_name(unsigned_type_node);
	choice = gimple_build_assign(name, COND_EXPR, any, first, second);
	gimple_set_location(choice, kfn->loc);
	gimple_seq_add_stmt(seq, choice);
	return name;
}

/* Does memory still hold it, whichever of several origins it is? */
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
				    kmsan_cold_address(seq, origin->pointer),
				    size_int(offset));
	}
	any = kmsan_origin_condition(seq, origin);
	first = kmsan_origin_place(seq, origin->first);
	second = kmsan_origin_place(seq, origin->second);
	return gimple_build(seq, kfn->loc, COND_EXPR, ptr_type_node, any, first,
			    second);
}

/**
 * kmsan_origin_address() - make code that computes whose origin an origin is
 * @seq: where to; the origin is wanted behind it
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
 * kmsan_clean_value() - metadata of an initialised value
 * @type: its type
 */
struct kmsan_value kmsan_clean_value(tree type)
{
	struct kmsan_value value = { kmsan_clean(type), NULL };

	return value;
}

/* What an SSA name without a defining statement holds. */
static struct kmsan_value kmsan_default_value(tree name)
{
	tree var = SSA_NAME_VAR(name);

	/*
	 * A variable that no .DEFERRED_INIT covers: declared with attribute
	 * uninitialized.  Those that GCC made itself are not the program's.
	 */
	if (var && VAR_P(var) && !DECL_ARTIFICIAL(var) &&
	    !DECL_HARD_REGISTER(var) && kmsan_propagates())
		return kmsan_uninit_value(TREE_TYPE(name), kmsan_descr(var));
	return kmsan_clean_value(TREE_TYPE(name));
}

static bool kmsan_is_earlier(basic_block const &a, basic_block const &b)
{
	return bb_dom_dfs_in(CDI_DOMINATORS, a) <
	       bb_dom_dfs_in(CDI_DOMINATORS, b);
}

/*
 * In which of the blocks where a shadow was checked, ordered by their place in
 * the tree of dominators, would the block at work stand?
 */
static unsigned int kmsan_place_checked(const vec<basic_block> &blocks)
{
	unsigned int from = 0, to = blocks.length();

	while (from < to) {
		unsigned int middle = (from + to) / 2;

		if (kmsan_is_earlier(kfn->walk.bb, blocks[middle]))
			to = middle;
		else
			from = middle + 1;
	}
	return from;
}

/*
 * Has this shadow been checked on each path to the place at work?  None of the
 * blocks dominates another, so there is only one that can be it.
 */
static bool kmsan_is_checked(tree shadow)
{
	unsigned int place;

	if (TREE_CODE(shadow) != SSA_NAME || !kfn->walk.bb ||
	    SSA_NAME_VERSION(shadow) >= kfn->names.checked.length())
		return false;

	const vec<basic_block> &blocks =
		kfn->names.checked[SSA_NAME_VERSION(shadow)];

	if (!blocks.length())
		return false;
	/* A block that was put on an edge meanwhile has made the order void. */
	calculate_dominance_info(CDI_DOMINATORS);
	place = kmsan_place_checked(blocks);
	return place &&
	       dominated_by_p(CDI_DOMINATORS, kfn->walk.bb, blocks[place - 1]);
}

static void kmsan_note_checked(tree shadow)
{
	unsigned int version = SSA_NAME_VERSION(shadow);

	if (kmsan_is_checked(shadow))
		return;
	if (version >= kfn->names.checked.length())
		kfn->names.checked.safe_grow_cleared(version + 1);
	calculate_dominance_info(CDI_DOMINATORS);
	kfn->names.checked[version].safe_insert(
		kmsan_place_checked(kfn->names.checked[version]), kfn->walk.bb);
}

/* Follow a union of shadows no deeper than this. */
#define KMSAN_CHECKED_DEPTH 8

/* Is @shadow the conversion of one that has at least @bits bits less? */
static bool kmsan_is_widened(tree shadow, unsigned int bits)
{
	gassign *def = TREE_CODE(shadow) == SSA_NAME ?
			       dyn_cast<gassign *>(SSA_NAME_DEF_STMT(shadow)) :
			       NULL;
	tree op = def ? gimple_assign_rhs1(def) : NULL_TREE;

	return def && CONVERT_EXPR_CODE_P(gimple_assign_rhs_code(def)) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(shadow)) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(op)) &&
	       TYPE_PRECISION(TREE_TYPE(op)) + bits <=
		       TYPE_PRECISION(TREE_TYPE(shadow));
}

/* Is @def a shift of a shadow that loses no bit, as of an array's index? */
static bool kmsan_is_lossless_shift(gassign *def)
{
	tree count = gimple_assign_rhs2(def);

	return gimple_assign_rhs_code(def) == LSHIFT_EXPR &&
	       tree_fits_uhwi_p(count) && tree_to_uhwi(count) < 64 &&
	       kmsan_is_widened(gimple_assign_rhs1(def), tree_to_uhwi(count));
}

/*
 * The shadows that must be clean for @shadow to be: it is their union, or one
 * of them with more bits.
 */
static void kmsan_mark_checked(tree shadow, unsigned int depth)
{
	gassign *def;

	if (TREE_CODE(shadow) != SSA_NAME)
		return;
	kmsan_note_checked(shadow);
	def = dyn_cast<gassign *>(SSA_NAME_DEF_STMT(shadow));
	if (!def || depth == KMSAN_CHECKED_DEPTH)
		return;
	if (gimple_assign_rhs_code(def) == BIT_IOR_EXPR)
		kmsan_mark_checked(gimple_assign_rhs2(def), depth + 1);
	else if (gimple_assign_rhs_code(def) != SSA_NAME &&
		 !kmsan_is_widened(shadow, 0) && !kmsan_is_lossless_shift(def))
		return;
	kmsan_mark_checked(gimple_assign_rhs1(def), depth + 1);
}

/**
 * kmsan_set_checked() - the statement at work reports it if a shadow is not
 * clean
 * @shadow: SSA name or constant
 *
 * From there on it counts as initialised within the function: whatever is made
 * of it would be reported for the same reason once more.  What leaves the
 * function keeps its poison.
 */
void kmsan_set_checked(tree shadow)
{
	if (kfn->walk.bb)
		kmsan_mark_checked(shadow, 0);
}

/**
 * kmsan_leaving_value() - the metadata of an operand that leaves the function
 * @operand: SSA name or constant, to be stored, passed or returned
 *
 * Return: its metadata; clean for what no rule has set.
 */
struct kmsan_value kmsan_leaving_value(tree operand)
{
	struct kmsan_value value;

	if (TREE_CODE(operand) != SSA_NAME)
		return kmsan_clean_value(TREE_TYPE(operand));
	if (SSA_NAME_VERSION(operand) < kfn->names.shadows.length()) {
		value = kfn->names.shadows[SSA_NAME_VERSION(operand)];
		if (value.shadow)
			return value;
	}
	if (SSA_NAME_IS_DEFAULT_DEF(operand)) {
		value = kmsan_default_value(operand);
		kmsan_set_value(operand, value);
		return value;
	}
	return kmsan_clean_value(TREE_TYPE(operand));
}

/**
 * kmsan_value_of() - the metadata of an operand
 * @operand: SSA name or constant
 *
 * Return: its metadata; clean if all paths to the statement at work report it
 * otherwise.
 */
struct kmsan_value kmsan_value_of(tree operand)
{
	struct kmsan_value value = kmsan_leaving_value(operand);

	return kmsan_is_checked(value.shadow) ?
		       kmsan_clean_value(TREE_TYPE(operand)) :
		       value;
}

/**
 * kmsan_set_value() - record the metadata of an SSA name
 */
void kmsan_set_value(tree name, struct kmsan_value value)
{
	unsigned int version = SSA_NAME_VERSION(name);

	/* Elsewhere a wrong type is only noticed in a PHI, if it is a constant. */
	if (flag_checking)
		gcc_assert(useless_type_conversion_p(
			kmsan_shadow_type(TREE_TYPE(name)),
			TREE_TYPE(value.shadow)));
	if (version >= kfn->names.shadows.length())
		kfn->names.shadows.safe_grow_cleared(version + 1);
	if (kmsan_is_clean(value.shadow))
		value.origin = NULL;
	else if (!value.origin)
		value.origin =
			kmsan_origin_leaf(build_zero_cst(unsigned_type_node));
	kfn->names.shadows[version] = value;
}

/* Can @stmt make poison out of something that is not an SSA name? */
static bool kmsan_makes_poison(gimple *stmt)
{
	if (is_gimple_call(stmt))
		return true;
	return gimple_assign_load_p(stmt) || kmsan_is_declaration(stmt);
}

/* Names that may be poisoned and whose uses have not been looked at. */
static vec<tree> kmsan_maybe_work;

static void kmsan_mark_maybe(tree name)
{
	if (bitmap_set_bit(kfn->names.maybe, SSA_NAME_VERSION(name)))
		kmsan_maybe_work.safe_push(name);
}

/* All that @stmt defines, other than memory, may be poisoned. */
static void kmsan_mark_defined(gimple *stmt)
{
	ssa_op_iter iter;
	def_operand_p def;

	FOR_EACH_PHI_OR_STMT_DEF (def, stmt, iter, SSA_OP_DEF)
		kmsan_mark_maybe(DEF_FROM_PTR(def));
}

/* Where poison comes from: parameters, memory, calls, declarations. */
static void kmsan_mark_sources(void)
{
	basic_block bb;
	unsigned int i;
	tree name;

	FOR_EACH_SSA_NAME (i, name, cfun)
		if (SSA_NAME_IS_DEFAULT_DEF(name) && !virtual_operand_p(name) &&
		    kmsan_is_tracked_type(TREE_TYPE(name)) &&
		    !kmsan_is_clean(kmsan_value_of(name).shadow))
			kmsan_mark_maybe(name);
	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (!is_gimple_debug(gsi_stmt(gsi)) &&
			    kmsan_makes_poison(gsi_stmt(gsi)))
				kmsan_mark_defined(gsi_stmt(gsi));
}

/**
 * kmsan_find_maybe_poisoned() - find the SSA names that can be poisoned
 *
 * Optimistic: a name is clean until something that can be poisoned flows into
 * it, so a loop counter needs no PHI for its shadow.
 */
void kmsan_find_maybe_poisoned(void)
{
	imm_use_iterator iter;
	use_operand_p use;

	bitmap_tree_view(kfn->names.maybe);
	kmsan_mark_sources();
	while (kmsan_maybe_work.length()) {
		tree name = kmsan_maybe_work.pop();

		FOR_EACH_IMM_USE_FAST (use, iter, name)
			if (!is_gimple_debug(USE_STMT(use)))
				kmsan_mark_defined(USE_STMT(use));
	}
	kmsan_maybe_work.release();
}

/**
 * kmsan_may_be_poisoned() - can this SSA name be poisoned?
 * @name: an SSA name of the function as it was
 */
bool kmsan_may_be_poisoned(tree name)
{
	return bitmap_bit_p(kfn->names.maybe, SSA_NAME_VERSION(name));
}

/**
 * kmsan_allocate() - get memory that lasts while a function is at work
 * @bytes: how much
 */
void *kmsan_allocate(size_t bytes)
{
	return obstack_alloc(&kmsan_origins, bytes);
}

/**
 * kmsan_shadow_start() - set up the tables for a function
 */
void kmsan_shadow_start(void)
{
	gcc_obstack_init(&kmsan_origins);
	kfn->names.shadows.create(num_ssa_names);
	kfn->names.shadows.safe_grow_cleared(num_ssa_names);
	kfn->names.maybe = BITMAP_ALLOC(NULL);
}

/**
 * kmsan_shadow_finish() - release them
 */
void kmsan_shadow_finish(void)
{
	obstack_free(&kmsan_origins, NULL);
	kfn->names.shadows.release();
	for (unsigned int i = 0; i < kfn->names.checked.length(); i++)
		kfn->names.checked[i].release();
	kfn->names.checked.release();
	BITMAP_FREE(kfn->names.maybe);
}
