// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * metadata.cc - how the shadow and origin of memory, and the context state, are
 * reached.
 *
 * Only this module knows how: by calling the runtime, or by adding a distance
 * to the address.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static tree kmsan_byte_pointer;
static tree kmsan_thread_state;

static const struct ggc_root_tab kmsan_metadata_roots[] = {
	{ &kmsan_thread_state, 1, sizeof(tree), &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	{ &kmsan_byte_pointer, 1, sizeof(tree), &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB
};

/**
 * kmsan_metadata_init() - tell the garbage collector about the trees kept here
 */
void kmsan_metadata_init(void)
{
	register_callback("kmsan", PLUGIN_REGISTER_GGC_ROOTS, NULL,
			  (void *)kmsan_metadata_roots);
}

/* Pointers to metadata alias everything: it has no type of the program's. */
static tree kmsan_meta_pointer_type(void)
{
	if (!kmsan_byte_pointer)
		kmsan_byte_pointer = build_pointer_type_for_mode(
			unsigned_char_type_node, ptr_mode, true);
	return kmsan_byte_pointer;
}

/**
 * kmsan_address_of() - make code that computes the address of a reference
 * @seq: where the code goes
 * @ref: a reference to memory that starts at a byte
 */
tree kmsan_address_of(gimple_seq *seq, tree ref)
{
	tree base = get_base_address(ref);
	gimple_seq code = NULL;
	tree address;

	if (base && DECL_P(base))
		mark_addressable(base);
	/* Functions in GIMPLE's own syntax declare locals outside of blocks. */
	if (base && VAR_P(base))
		DECL_SEEN_IN_BIND_EXPR_P(base) = 1;
	address = force_gimple_operand(build_fold_addr_expr(unshare_expr(ref)),
				       &code, true, NULL_TREE);
	gimple_seq_add_seq(seq, code);
	return address;
}

static enum kmsan_entry_point kmsan_getter(HOST_WIDE_INT bytes, bool store)
{
	switch (bytes) {
	case 1:
		return store ? KMSAN_EP_metadata_ptr_for_store_1 :
			       KMSAN_EP_metadata_ptr_for_load_1;
	case 2:
		return store ? KMSAN_EP_metadata_ptr_for_store_2 :
			       KMSAN_EP_metadata_ptr_for_load_2;
	case 4:
		return store ? KMSAN_EP_metadata_ptr_for_store_4 :
			       KMSAN_EP_metadata_ptr_for_load_4;
	case 8:
		return store ? KMSAN_EP_metadata_ptr_for_store_8 :
			       KMSAN_EP_metadata_ptr_for_load_8;
	default:
		return store ? KMSAN_EP_metadata_ptr_for_store_n :
			       KMSAN_EP_metadata_ptr_for_load_n;
	}
}

/* Make the code that asks the runtime for the metadata of a range. */
static struct kmsan_request kmsan_ask(gimple_seq *seq, tree address, tree bytes,
				      enum kmsan_entry_point which)
{
	bool sized = which != KMSAN_EP_metadata_ptr_for_load_n &&
		     which != KMSAN_EP_metadata_ptr_for_store_n;
	tree type = kmsan_meta_pointer_type();
	struct kmsan_request request = {};
	tree pair, word;

	request.call = sized ? kmsan_call(seq, which, 1, address) :
			       kmsan_call(seq, which, 2, address,
					  fold_convert(size_type_node, bytes));
	pair = gimple_call_lhs(request.call);
	word = gimple_build(seq, kfn->loc, REALPART_EXPR,
			    TREE_TYPE(TREE_TYPE(pair)), pair);
	request.shadow = gimple_convert(seq, kfn->loc, type, word);
	word = gimple_build(seq, kfn->loc, IMAGPART_EXPR,
			    TREE_TYPE(TREE_TYPE(pair)), pair);
	request.origin = gimple_convert(seq, kfn->loc, type, word);
	request.address = address;
	request.bytes = tree_fits_shwi_p(bytes) ? tree_to_shwi(bytes) : -1;
	request.in_page = request.bytes == 1;
	return request;
}

/* Some code of this unit computes where metadata is. */
static bool kmsan_distance_used;

/**
 * kmsan_announce_distance() - let the runtime know that an object file computes
 * where metadata is
 * @event_data: unused
 * @data: unused
 */
void kmsan_announce_distance(void *, void *)
{
	if (kmsan_distance_used && kmsan_opts.metadata == KMSAN_REACH_USER)
		fprintf(asm_out_file, "\t.comm\t%s,1,1\n",
			KMSAN_AT_DISTANCE);
}

static HOST_WIDE_INT kmsan_shadow_distance(void)
{
	return kmsan_opts.metadata == KMSAN_REACH_KERNEL ?
		       KMSAN_KERNEL_SHADOW_DISTANCE :
		       KMSAN_USER_SHADOW_DISTANCE;
}

static HOST_WIDE_INT kmsan_origin_distance(void)
{
	return kmsan_opts.metadata == KMSAN_REACH_KERNEL ?
		       KMSAN_KERNEL_ORIGIN_DISTANCE :
		       KMSAN_USER_ORIGIN_DISTANCE;
}

/*
 * Code that loads a distance into a register.  The distance is hidden, since
 * the optimisers would take a known one for an offset within the program's own
 * object, and remove stores beyond that object.  Besides, the instruction with
 * such a constant has ten bytes, which are spent only once.
 */
static tree kmsan_hide_distance(gimple_seq *seq, HOST_WIDE_INT distance)
{
	kmsan_distance_used = true;
	return kmsan_hide(seq, make_ssa_name(pointer_sized_int_node),
			  build_int_cst(pointer_sized_int_node, distance));
}

/* @address, as an integer, plus @distance, as a pointer to metadata. */
static tree kmsan_at_distance(gimple_seq *seq, tree address, tree distance)
{
	address = gimple_convert(seq, kfn->loc, pointer_sized_int_node,
				 address);
	address = gimple_build(seq, kfn->loc, PLUS_EXPR, pointer_sized_int_node,
			       address, distance);
	return gimple_convert(seq, kfn->loc, kmsan_meta_pointer_type(),
			      address);
}

/*
 * Compute where shadow is; that of the origin is computed where it is needed.
 */
static struct kmsan_meta kmsan_compute_meta(gimple_seq *seq, tree address)
{
	struct kmsan_meta meta = { NULL_TREE, address };

	if (!kfn->metadata.distance && !kfn->metadata.settled)
		kfn->metadata.distance = kmsan_hide_distance(
			&kfn->out.start, kmsan_shadow_distance());
	meta.shadow = kmsan_at_distance(
		seq, address,
		kfn->metadata.distance ?
			kfn->metadata.distance :
			kmsan_hide_distance(seq, kmsan_shadow_distance()));
	return meta;
}

/**
 * kmsan_origin_pointer() - the address of origins
 * @seq: where the code goes
 * @origin: a kmsan_meta.origin
 *
 * Return: a GIMPLE value, aligned to KMSAN_ORIGIN_SIZE.
 */
tree kmsan_origin_pointer(gimple_seq *seq, tree origin)
{
	tree group;

	if (kmsan_opts.metadata == KMSAN_REACH_CALL)
		return origin;
	group = gimple_convert(seq, kfn->loc, pointer_sized_int_node, origin);
	if (get_pointer_alignment(origin) < KMSAN_ORIGIN_SIZE * BITS_PER_UNIT)
		group = gimple_build(seq, kfn->loc, BIT_AND_EXPR,
				     pointer_sized_int_node, group,
				     build_int_cst(pointer_sized_int_node,
						   -KMSAN_ORIGIN_SIZE));
	return kmsan_at_distance(
		seq, group, kmsan_hide_distance(seq, kmsan_origin_distance()));
}

/**
 * kmsan_runtime_finds_origins() - does the runtime have KMSAN_ABI_AT_DISTANCE?
 *
 * It does if the code may rely on its layout.
 */
bool kmsan_runtime_finds_origins(void)
{
	return kmsan_opts.metadata != KMSAN_REACH_CALL;
}

/**
 * kmsan_metadata_start() - a function is about to be instrumented
 */
void kmsan_metadata_start(void)
{
	kfn->metadata.moves = kmsan_has_switch();
}

/**
 * kmsan_metadata_settle() - the function's own accesses are complete
 */
void kmsan_metadata_settle(void)
{
	kfn->metadata.settled = true;
}

/**
 * kmsan_metadata_finish() - the function at work is done
 */
void kmsan_metadata_finish(void)
{
	kfn->metadata.requests.release();
}

/**
 * kmsan_meta_of_range() - find the metadata of a range of memory
 * @seq: where the code goes
 * @address: of the first byte, a GIMPLE value of pointer type
 * @bytes: size_t constant or SSA name; no more than KMSAN_MAX_GETTER_SIZE may
 *	be touched at once
 * @store: it is going to be written
 */
struct kmsan_meta kmsan_meta_of_range(gimple_seq *seq, tree address, tree bytes,
				      bool store)
{
	HOST_WIDE_INT size = tree_fits_shwi_p(bytes) ? tree_to_shwi(bytes) : -1;
	struct kmsan_request request;
	struct kmsan_meta meta;

	if (kmsan_opts.metadata != KMSAN_REACH_CALL)
		return kmsan_compute_meta(seq, address);
	request = kmsan_ask(seq, address, bytes, kmsan_getter(size, store));
	meta.shadow = request.shadow;
	meta.origin = request.origin;
	request.store = store;
	if (!kfn->metadata.settled)
		kfn->metadata.requests.safe_push(request);
	return meta;
}

/**
 * kmsan_meta_of_place() - find the metadata of a few bytes of memory
 * @seq: where the code goes
 * @address: of the first byte, a GIMPLE value of pointer type
 * @bytes: how many, at most KMSAN_MAX_GETTER_SIZE
 * @store: they are going to be written
 * @in_page: they are known to lie in one page
 */
struct kmsan_meta kmsan_meta_of_place(gimple_seq *seq, tree address,
				      HOST_WIDE_INT bytes, bool store,
				      bool in_page)
{
	struct kmsan_meta meta =
		kmsan_meta_of_address(seq, address, bytes, store);

	if (kmsan_opts.metadata == KMSAN_REACH_CALL && !kfn->metadata.settled)
		kfn->metadata.requests.last().in_page = in_page;
	return meta;
}

/**
 * kmsan_meta_again() - ask again where the first answer is not at hand
 * @seq: where the code goes
 * @request: the first request
 *
 * The getter for any size is called, so that the optimisers do not merge the
 * two calls.
 */
struct kmsan_meta kmsan_meta_again(gimple_seq *seq,
				   const struct kmsan_request *request)
{
	struct kmsan_request again =
		kmsan_ask(seq, request->address,
			  build_int_cst(size_type_node, request->bytes),
			  request->store ? KMSAN_EP_metadata_ptr_for_store_n :
					   KMSAN_EP_metadata_ptr_for_load_n);
	struct kmsan_meta meta = { again.shadow, again.origin };

	return meta;
}

/**
 * kmsan_meta_of_address() - find the metadata of a few bytes of memory
 * @seq: where the code goes
 * @address: of the first byte, a GIMPLE value of pointer type
 * @bytes: how many, at most KMSAN_MAX_GETTER_SIZE
 * @store: they are going to be written
 */
struct kmsan_meta kmsan_meta_of_address(gimple_seq *seq, tree address,
					HOST_WIDE_INT bytes, bool store)
{
	return kmsan_meta_of_range(seq, address,
				   build_int_cst(size_type_node, bytes), store);
}

/* A MEM_REF takes only the address of a whole object: split any other. */
static tree kmsan_split_pointer(tree pointer, HOST_WIDE_INT *offset)
{
	poly_int64 place = 0;
	tree base;

	if (TREE_CODE(pointer) != ADDR_EXPR)
		return pointer;
	base = get_addr_base_and_unit_offset(TREE_OPERAND(pointer, 0), &place);
	if (!base)
		return pointer;
	*offset += place.to_constant();
	if (TREE_CODE(base) != MEM_REF)
		return build_fold_addr_expr(base);
	*offset += mem_ref_offset(base).force_shwi().to_constant();
	return TREE_OPERAND(base, 0);
}

/**
 * kmsan_mem() - a reference to metadata
 * @type: of the object there
 * @pointer: SSA name or address constant
 * @offset: bytes from @pointer
 */
tree kmsan_mem(tree type, tree pointer, HOST_WIDE_INT offset)
{
	pointer = kmsan_split_pointer(pointer, &offset);
	return build2(MEM_REF, build_aligned_type(type, BITS_PER_UNIT), pointer,
		      build_int_cst(kmsan_meta_pointer_type(), offset));
}

/**
 * kmsan_read() - read metadata
 *
 * Return: a new SSA name of type @type.
 */
tree kmsan_read(gimple_seq *seq, tree type, tree pointer, HOST_WIDE_INT offset)
{
	tree name = make_ssa_name(type);
	gassign *load =
		gimple_build_assign(name, kmsan_mem(type, pointer, offset));

	gimple_set_location(load, kfn->loc);
	gimple_seq_add_stmt(seq, load);
	return name;
}

/**
 * kmsan_write() - write metadata
 * @value: SSA name or constant
 */
void kmsan_write(gimple_seq *seq, tree pointer, HOST_WIDE_INT offset,
		 tree value)
{
	gassign *store = gimple_build_assign(
		kmsan_mem(TREE_TYPE(value), pointer, offset), value);

	gimple_set_location(store, kfn->loc);
	gimple_seq_add_stmt(seq, store);
}

/* The address of the runtime's thread-local variable. */
static tree kmsan_thread_context(void)
{
	tree type, decl = kmsan_thread_state;

	if (!decl) {
		type = build_array_type_nelts(
			unsigned_char_type_node,
			sizeof(struct kmsan_context_state));
		decl = build_decl(BUILTINS_LOCATION, VAR_DECL,
				  get_identifier(KMSAN_THREAD_STATE), type);
		SET_DECL_ALIGN(decl, BITS_PER_WORD);
		DECL_ARTIFICIAL(decl) = 1;
		DECL_IGNORED_P(decl) = 1;
		DECL_EXTERNAL(decl) = 1;
		TREE_PUBLIC(decl) = 1;
		TREE_USED(decl) = 1;
		TREE_ADDRESSABLE(decl) = 1;
		set_decl_tls_model(decl, TLS_MODEL_INITIAL_EXEC);
		kmsan_thread_state = decl;
	}
	return build1(ADDR_EXPR, kmsan_meta_pointer_type(), decl);
}

/**
 * kmsan_context() - the address of the context state
 *
 * If the runtime has to be asked, it is asked once, at the start of the
 * function, and only in functions that need it.
 *
 * Return: an SSA name or an address constant.
 */
tree kmsan_context(void)
{
	gcall *call;

	if (kmsan_opts.metadata == KMSAN_REACH_USER)
		return kmsan_thread_context();
	if (!kfn->metadata.context) {
		kfn->metadata.context =
			make_ssa_name(kmsan_meta_pointer_type());
		call = kmsan_call(&kfn->out.start, KMSAN_EP_get_context_state,
				  0);
		release_ssa_name(gimple_call_lhs(call));
		gimple_call_set_lhs(call, kfn->metadata.context);
	}
	return kfn->metadata.context;
}

/**
 * kmsan_context_address() - the address of a field of the context state
 * @seq: where the code goes
 * @offset: of the field in struct kmsan_context_state, in bytes
 */
tree kmsan_context_address(gimple_seq *seq, HOST_WIDE_INT offset)
{
	return gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR,
			    kmsan_meta_pointer_type(), kmsan_context(),
			    size_int(offset));
}
