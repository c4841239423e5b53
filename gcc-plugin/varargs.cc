// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * varargs.cc - the shadow of variadic arguments.
 *
 * The caller lays it out as the x86-64 psABI (3.5.7) lays out the arguments:
 * the register save area, then what goes to the stack.  The callee saves all of
 * it at its entry, before a call can overwrite it, and writes the copy over the
 * areas of the va_list after each va_start.  va_arg is then nothing but loads.
 *
 * With Microsoft's calling convention all variadic arguments are in one piece,
 * eight bytes each, and the va_list is a pointer to it.  Their shadow is in one
 * piece as well, from the start of va_arg_tls.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Offsets in a va_list; its size. */
#define KMSAN_VA_OVERFLOW_AREA 8
#define KMSAN_VA_SAVE_AREA 16
#define KMSAN_VA_LIST_BYTES 24

/* Microsoft's: the first four arguments always have a home in memory. */
#define KMSAN_VA_HOME_BYTES 32
#define KMSAN_VA_MS_LIST_BYTES 8

/* Set in the size that is passed: it is that layout, which Clang never uses. */
#define KMSAN_VA_MS_MARK 1

#define KMSAN_EIGHTBYTE 8
#define KMSAN_SSE_SLOT 16

/* Class of an eightbyte: psABI section 3.2.3. */
enum kmsan_va_class {
	KMSAN_VA_NONE,
	KMSAN_VA_SSEUP, /* the second half of what one SSE register holds */
	KMSAN_VA_SSE,
	KMSAN_VA_INTEGER,
	KMSAN_VA_MEMORY,
};

/* Where the next argument goes; in Microsoft's convention, only by @stack. */
struct kmsan_va_state {
	bool ms;
	HOST_WIDE_INT gp;
	HOST_WIDE_INT fp;
	HOST_WIDE_INT stack;
};

/* The register save area ends before the SSE part where there is no SSE. */
static HOST_WIDE_INT kmsan_va_registers_end(bool ms)
{
	if (ms)
		return 0;
	return TARGET_SSE ? KMSAN_VA_FP_END : KMSAN_VA_GP_END;
}

static void kmsan_va_merge(enum kmsan_va_class *to, enum kmsan_va_class cls)
{
	if (*to < cls)
		*to = cls;
}

static void kmsan_va_classify(tree type, HOST_WIDE_INT offset,
			      enum kmsan_va_class cls[2]);

static void kmsan_va_classify_fields(tree type, HOST_WIDE_INT offset,
				     enum kmsan_va_class cls[2])
{
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field)) {
		HOST_WIDE_INT place;

		if (TREE_CODE(field) != FIELD_DECL)
			continue;
		if (!tree_fits_shwi_p(DECL_FIELD_OFFSET(field))) {
			cls[0] = KMSAN_VA_MEMORY;
			return;
		}
		place = offset + int_bit_position(field) / BITS_PER_UNIT;
		if (DECL_BIT_FIELD(field)) {
			if (place / KMSAN_EIGHTBYTE < 2)
				kmsan_va_merge(&cls[place / KMSAN_EIGHTBYTE],
					       KMSAN_VA_INTEGER);
			continue;
		}
		/* A field that is not aligned sends everything to memory. */
		if (place % TYPE_ALIGN_UNIT(TYPE_MAIN_VARIANT(
				    strip_array_types(TREE_TYPE(field)))))
			cls[0] = KMSAN_VA_MEMORY;
		kmsan_va_classify(TREE_TYPE(field), place, cls);
	}
}

static enum kmsan_va_class kmsan_va_scalar_class(tree type)
{
	if (kmsan_is_x87(type))
		return KMSAN_VA_MEMORY;
	if (SCALAR_FLOAT_TYPE_P(type) || VECTOR_TYPE_P(type))
		return TARGET_SSE ? KMSAN_VA_SSE : KMSAN_VA_MEMORY;
	return KMSAN_VA_INTEGER;
}

/* Classify the eightbytes of a type that starts at @offset of an argument. */
static void kmsan_va_classify(tree type, HOST_WIDE_INT offset,
			      enum kmsan_va_class cls[2])
{
	HOST_WIDE_INT bytes = kmsan_type_bytes(type), step = 0;
	enum kmsan_va_class scalar;

	if (bytes <= 0)
		return;
	if (offset + bytes > 2 * KMSAN_EIGHTBYTE) {
		cls[0] = KMSAN_VA_MEMORY;
		return;
	}
	if (RECORD_OR_UNION_TYPE_P(type)) {
		kmsan_va_classify_fields(type, offset, cls);
		return;
	}
	if (TREE_CODE(type) == ARRAY_TYPE || TREE_CODE(type) == COMPLEX_TYPE) {
		step = kmsan_type_bytes(TREE_TYPE(type));
		for (HOST_WIDE_INT i = 0; step > 0 && i < bytes; i += step)
			kmsan_va_classify(TREE_TYPE(type), offset + i, cls);
		return;
	}
	scalar = kmsan_va_scalar_class(type);
	kmsan_va_merge(&cls[offset / KMSAN_EIGHTBYTE], scalar);
	if (bytes > KMSAN_EIGHTBYTE && scalar == KMSAN_VA_INTEGER)
		kmsan_va_merge(&cls[1], scalar);
	if (bytes > KMSAN_EIGHTBYTE && scalar == KMSAN_VA_SSE)
		kmsan_va_merge(&cls[1], KMSAN_VA_SSEUP);
	if (scalar == KMSAN_VA_MEMORY)
		cls[0] = KMSAN_VA_MEMORY;
}

/*
 * Place an argument of @type.  @at gets the offset in va_arg_tls of each of
 * its eightbytes; a stack argument, or one SSE register, is one piece.
 * Return the number of pieces.
 */
static int kmsan_va_place(tree type, struct kmsan_va_state *state,
			  HOST_WIDE_INT at[2])
{
	enum kmsan_va_class cls[2] = { KMSAN_VA_NONE, KMSAN_VA_NONE };
	HOST_WIDE_INT bytes = kmsan_type_bytes(type);
	int gp = 0, fp = 0, pieces = 0;

	if (state->ms) {
		at[0] = state->stack;
		state->stack += KMSAN_EIGHTBYTE;
		return 1;
	}
	kmsan_va_classify(type, 0, cls);
	/* Unless a union has placed the first half elsewhere. */
	if (cls[1] == KMSAN_VA_SSEUP)
		cls[1] = cls[0] == KMSAN_VA_SSE ? KMSAN_VA_NONE : KMSAN_VA_SSE;
	for (int i = 0; i < 2; i++) {
		gp += cls[i] == KMSAN_VA_INTEGER;
		fp += cls[i] == KMSAN_VA_SSE;
	}
	if (cls[0] == KMSAN_VA_MEMORY || cls[1] == KMSAN_VA_MEMORY ||
	    state->gp + gp * KMSAN_EIGHTBYTE > KMSAN_VA_GP_END ||
	    state->fp + fp * KMSAN_SSE_SLOT > KMSAN_VA_FP_END) {
		state->stack = ROUND_UP(
			state->stack, targetm.calls.function_arg_boundary(
					      TYPE_MODE(type), type) /
					      BITS_PER_UNIT);
		at[0] = kmsan_va_registers_end(false) + state->stack;
		state->stack += ROUND_UP(bytes, KMSAN_EIGHTBYTE);
		return 1;
	}
	for (int i = 0; i < 2; i++) {
		if (cls[i] == KMSAN_VA_INTEGER) {
			at[pieces++] = state->gp;
			state->gp += KMSAN_EIGHTBYTE;
		} else if (cls[i] == KMSAN_VA_SSE) {
			at[pieces++] = state->fp;
			state->fp += KMSAN_SSE_SLOT;
		}
	}
	return pieces;
}

/* Copy the shadow and origins of memory to one piece of the variadic area. */
static void kmsan_va_pass_memory(tree arg, HOST_WIDE_INT from,
				 HOST_WIDE_INT bytes, HOST_WIDE_INT to)
{
	gimple_seq *seq = &kfn->out.guarded;
	tree context = kmsan_context();
	struct kmsan_meta meta;

	if (!kmsan_propagates() || !kmsan_ref_is_memory(arg)) {
		kmsan_write_clean(seq, context, KMSAN_CONTEXT(va_arg_tls) + to,
				  bytes);
		return;
	}
	meta = kmsan_meta_of_address(
		seq,
		gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR, ptr_type_node,
			     kmsan_address_of(seq, arg), size_int(from)),
		bytes, false);
	kmsan_copy_words(seq, context, KMSAN_CONTEXT(va_arg_tls) + to,
			 meta.shadow, 0, bytes);
	meta.origin = kmsan_origin_pointer(seq, meta.origin);
	for (HOST_WIDE_INT i = 0; i < bytes; i += KMSAN_ORIGIN_SIZE)
		kmsan_write(seq, context,
			    KMSAN_CONTEXT(va_arg_origin_tls) + to + i,
			    kmsan_read(seq, unsigned_type_node, meta.origin,
				       i));
}

/* Store the shadow of half of a scalar that takes two registers. */
static void kmsan_va_write_half(tree type, tree shadow, int half,
				HOST_WIDE_INT to)
{
	gimple_seq *seq = &kfn->out.guarded;

	if (TREE_CODE(type) == COMPLEX_TYPE) {
		shadow = gimple_build(seq, kfn->loc,
				      half ? IMAGPART_EXPR : REALPART_EXPR,
				      TREE_TYPE(TREE_TYPE(shadow)), shadow);
		kmsan_write_shadow(seq, TREE_TYPE(type), kmsan_context(), to,
				   shadow);
		return;
	}
	/* Two general registers, as for an __int128. */
	if (half)
		shadow = gimple_build(seq, kfn->loc, RSHIFT_EXPR,
				      TREE_TYPE(shadow), shadow,
				      build_int_cst(unsigned_type_node, 64));
	kmsan_write(seq, kmsan_context(), to,
		    gimple_convert(seq, kfn->loc, kmsan_uint(8), shadow));
}

/* Store shadow and origin of a scalar. */
static void kmsan_va_pass_scalar(tree type, struct kmsan_value value,
				 const HOST_WIDE_INT at[2], int pieces)
{
	HOST_WIDE_INT shadows = KMSAN_CONTEXT(va_arg_tls);

	if (pieces == 1)
		kmsan_write_shadow(&kfn->out.guarded, type, kmsan_context(),
				   shadows + at[0], value.shadow);
	for (int i = 0; i < 2 && pieces == 2; i++)
		kmsan_va_write_half(type, value.shadow, i, shadows + at[i]);
	if (kmsan_is_clean(value.shadow))
		return;
	for (int i = 0; i < pieces; i++)
		kmsan_pass_origin(value.shadow, value.origin,
				  KMSAN_CONTEXT(va_arg_origin_tls) + at[i],
				  pieces == 2 ? KMSAN_EIGHTBYTE :
						kmsan_type_bytes(type));
}

/*
 * Copy @bytes, a multiple of eight, or clear them if there is no @from.  An
 * instruction does it, since memcpy() or memset() may be the program's own,
 * which would ask for the metadata of metadata and change the context state.
 */
static void kmsan_va_fill(gimple_seq *seq, tree to, tree from, tree bytes)
{
	vec<tree, va_gc> *outputs = NULL, *inputs = NULL;
	tree words = gimple_build(seq, kfn->loc, RSHIFT_EXPR, size_type_node,
				  bytes, build_int_cst(integer_type_node, 3));

	kmsan_asm_operand(&outputs, "=D", make_ssa_name(ptr_type_node));
	kmsan_asm_operand(&outputs, "=c", make_ssa_name(size_type_node));
	kmsan_asm_operand(&inputs, "0", to);
	kmsan_asm_operand(&inputs, "1", words);
	if (from) {
		kmsan_asm_operand(&outputs, "=S", make_ssa_name(ptr_type_node));
		kmsan_asm_operand(&inputs, "2", from);
	} else {
		kmsan_asm_operand(&inputs, "a",
				  build_zero_cst(size_type_node));
	}
	kmsan_add_asm(seq, from ? "rep movsq" : "rep stosq", inputs, outputs,
		      true);
}

/*
 * No room for an argument: it counts as initialised.  The callee reads the
 * whole area, so nothing of an earlier call may be left in it.
 */
static void kmsan_va_pass_clean_rest(HOST_WIDE_INT from)
{
	if (from < KMSAN_PARAM_SIZE)
		kmsan_va_fill(
			&kfn->out.guarded,
			kmsan_context_address(&kfn->out.guarded,
					      KMSAN_CONTEXT(va_arg_tls) + from),
			NULL_TREE, size_int(KMSAN_PARAM_SIZE - from));
}

static void kmsan_va_pass(tree arg, const HOST_WIDE_INT at[2], int pieces,
			  bool eager)
{
	tree type = TREE_TYPE(arg);
	HOST_WIDE_INT bytes = kmsan_type_bytes(type);
	HOST_WIDE_INT last = at[pieces - 1] +
			     (pieces == 2 ? KMSAN_EIGHTBYTE : bytes);
	bool checked;

	if (last > KMSAN_PARAM_SIZE) {
		kmsan_va_pass_clean_rest(at[0]);
		return;
	}
	if (kmsan_is_tracked_type(type) && is_gimple_val(arg)) {
		/* What has been checked is clean. */
		checked = eager && !kmsan_is_aggregate(type);
		kmsan_va_pass_scalar(type,
				     checked ? kmsan_clean_value(type) :
					       kmsan_leaving_value(arg),
				     at, pieces);
		return;
	}
	arg = kmsan_memory_behind(arg);
	for (int i = 0; i < pieces; i++) {
		HOST_WIDE_INT from = i * KMSAN_EIGHTBYTE;

		kmsan_va_pass_memory(arg, from,
				     pieces == 2 ? MIN(KMSAN_EIGHTBYTE,
						       bytes - from) :
						   bytes,
				     at[i]);
	}
}

/**
 * kmsan_pass_varargs() - store the metadata of variadic arguments
 * @stmt: a call
 * @fntype: the variadic type that it is called with
 */
void kmsan_pass_varargs(gcall *stmt, tree fntype)
{
	bool ms = kmsan_is_ms_abi(fntype);
	struct kmsan_va_state state = { ms, 0, KMSAN_VA_GP_END, 0 };
	unsigned int named = type_num_arguments(fntype);
	HOST_WIDE_INT at[2] = { 0, 0 }, start = 0;
	HOST_WIDE_INT end = kmsan_va_registers_end(ms);
	bool eager = kmsan_is_eager(gimple_call_fndecl(stmt));

	if (kmsan_returns_in_memory(gimple_call_return_type(stmt), fntype))
		state.gp = KMSAN_EIGHTBYTE;
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++) {
		tree arg = gimple_call_arg(stmt, i);
		int pieces;

		if (kmsan_type_bytes(TREE_TYPE(arg)) <= 0)
			continue;
		if (i == named)
			start = state.stack;
		pieces = kmsan_va_place(TREE_TYPE(arg), &state, at);
		if (i < named || !pieces)
			continue;
		/* The overflow area begins after the named arguments. */
		if (at[0] >= end)
			at[0] -= start;
		kmsan_va_pass(arg, at, pieces, eager);
	}
	if (gimple_call_num_args(stmt) <= named)
		start = state.stack;
	kmsan_write(&kfn->out.guarded, kmsan_context(),
		    KMSAN_CONTEXT(va_arg_overflow_size_tls),
		    build_int_cst(kmsan_uint(8),
				  (state.stack - start) |
					  (ms ? KMSAN_VA_MS_MARK : 0)));
}

static bool kmsan_is_ms_function(void)
{
	return kmsan_is_ms_abi(TREE_TYPE(current_function_decl));
}

static bool kmsan_calls_va_start(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (gimple_call_builtin_p(gsi_stmt(gsi),
						  BUILT_IN_VA_START))
				return true;
	return false;
}

/* A buffer of @bytes on the stack, full of zeros. */
static tree kmsan_va_buffer(gimple_seq *seq, tree bytes)
{
	tree buffer = make_ssa_name(ptr_type_node);
	gcall *call = gimple_build_call(
		builtin_decl_implicit(BUILT_IN_ALLOCA_WITH_ALIGN), 2, bytes,
		build_int_cst(size_type_node, BIGGEST_ALIGNMENT));

	gimple_call_set_lhs(call, buffer);
	gimple_seq_add_stmt(seq, call);
	kmsan_va_fill(seq, buffer, NULL_TREE, bytes);
	return buffer;
}

/* A buffer of @bytes with a copy of @used bytes of the context state. */
static tree kmsan_va_save(tree bytes, tree used, HOST_WIDE_INT field)
{
	gimple_seq *seq = &kfn->out.entry;
	tree buffer = kmsan_va_buffer(seq, bytes);

	kmsan_va_fill(seq, buffer, kmsan_context_address(seq, field), used);
	return buffer;
}

/*
 * If the context state is meant for another function, it is not known how many
 * arguments are on the stack: as much as could have been passed counts as
 * initialised, as far as it is in the caller's frame.
 */
static void kmsan_va_if_stale(void)
{
	gimple_seq *stale = kmsan_if_stale();
	tree most = size_int(KMSAN_PARAM_SIZE -
			     kmsan_va_registers_end(kmsan_is_ms_function()));
	tree end, clean;

	if (!stale)
		return;
	end = gimple_call_lhs(kmsan_call(stale, KMSAN_EP_caller_frame_end, 0));
	end = gimple_convert(stale, kfn->loc, size_type_node, end);
	kfn->va.end =
		kmsan_unless_stale(build_all_ones_cst(size_type_node), end);
	kfn->va.overflow = kmsan_unless_stale(kfn->va.overflow, most);
	if (!kmsan_propagates())
		return;
	clean = kmsan_va_buffer(stale, size_int(KMSAN_PARAM_SIZE));
	kfn->va.shadow = kmsan_unless_stale(kfn->va.shadow, clean);
	kfn->va.origin = kmsan_unless_stale(kfn->va.origin, clean);
}

/* How much a caller has passed in Microsoft's layout; 0 if in the other one. */
static tree kmsan_va_ms_passed(gimple_seq *seq, tree size)
{
	tree mask = gimple_build(seq, kfn->loc, BIT_AND_EXPR, size_type_node,
				 size, size_int(KMSAN_VA_MS_MARK));

	mask = gimple_build(seq, kfn->loc, NEGATE_EXPR, size_type_node, mask);
	mask = gimple_build(seq, kfn->loc, BIT_AND_EXPR, size_type_node, mask,
			    build_int_cst(size_type_node, -KMSAN_EIGHTBYTE));
	return gimple_build(seq, kfn->loc, BIT_AND_EXPR, size_type_node, size,
			    mask);
}

/*
 * The size of the variadic arguments' homes, which exist even where no such
 * arguments do.
 */
static tree kmsan_va_ms_homes(void)
{
	tree fntype = TREE_TYPE(current_function_decl);
	HOST_WIDE_INT named = type_num_arguments(fntype) * KMSAN_EIGHTBYTE;

	if (kmsan_returns_in_memory(TREE_TYPE(fntype), fntype))
		named += KMSAN_EIGHTBYTE;
	return size_int(MAX(KMSAN_VA_HOME_BYTES - named, 0));
}

/**
 * kmsan_save_varargs() - save the metadata of the function's variadic arguments
 */
void kmsan_save_varargs(void)
{
	gimple_seq *seq = &kfn->out.entry;
	bool ms = kmsan_is_ms_function();
	tree size, used, passed = NULL_TREE;

	if (!stdarg_p(TREE_TYPE(current_function_decl)) ||
	    !kmsan_calls_va_start())
		return;
	size = kmsan_read(seq, size_type_node, kmsan_context(),
			  KMSAN_CONTEXT(va_arg_overflow_size_tls));
	if (ms) {
		size = kmsan_va_ms_passed(seq, size);
		passed = size;
		size = gimple_build(seq, kfn->loc, MAX_EXPR, size_type_node,
				    size, kmsan_va_ms_homes());
	}
	kfn->va.overflow = size;
	if (!kmsan_propagates()) {
		kmsan_va_if_stale();
		return;
	}
	size = gimple_build(seq, kfn->loc, PLUS_EXPR, size_type_node, size,
			    size_int(kmsan_va_registers_end(ms)));
	used = gimple_build(seq, kfn->loc, MIN_EXPR, size_type_node,
			    passed ? passed : size, size_int(KMSAN_PARAM_SIZE));
	kfn->va.shadow = kmsan_va_save(size, used, KMSAN_CONTEXT(va_arg_tls));
	kfn->va.origin =
		kmsan_va_save(size, used, KMSAN_CONTEXT(va_arg_origin_tls));
	kmsan_va_if_stale();
}

/* Write @bytes of the saved metadata, from @offset, over that of memory. */
static void kmsan_va_lay(gimple_seq *seq, tree area, HOST_WIDE_INT area_offset,
			 HOST_WIDE_INT offset, tree bytes)
{
	struct kmsan_meta meta;
	tree from;

	area = gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR, ptr_type_node,
			    area, size_int(area_offset));
	if (!kmsan_propagates()) {
		kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, area, bytes);
		return;
	}
	/* The areas are on the stack, whose metadata is in one piece. */
	meta = kmsan_meta_of_address(seq, area, 1, true);
	from = gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR, ptr_type_node,
			    kfn->va.shadow, size_int(offset));
	kmsan_va_fill(seq, meta.shadow, from, bytes);
	from = gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR, ptr_type_node,
			    kfn->va.origin, size_int(offset));
	kmsan_va_fill(seq, kmsan_origin_pointer(seq, meta.origin), from, bytes);
}

/* How much of the overflow area gets its metadata. */
static tree kmsan_va_overflow_bytes(gimple_seq *seq, tree area)
{
	tree left;

	if (!kfn->va.end)
		return kfn->va.overflow;
	left = gimple_convert(seq, kfn->loc, size_type_node, area);
	left = gimple_build(seq, kfn->loc, MINUS_EXPR, size_type_node,
			    kfn->va.end, left);
	return gimple_build(seq, kfn->loc, MIN_EXPR, size_type_node, left,
			    kfn->va.overflow);
}

/* A va_list that has been set is initialised. */
static void kmsan_unpoison_list(gcall *stmt)
{
	kmsan_unpoison(&kfn->out.post, gimple_call_arg(stmt, 0),
		       kmsan_is_ms_list(stmt) ? KMSAN_VA_MS_LIST_BYTES :
						KMSAN_VA_LIST_BYTES);
}

/**
 * kmsan_rule_va_start() - give the areas of a va_list their shadow
 * @stmt: a call of __builtin_va_start
 */
void kmsan_rule_va_start(gcall *stmt)
{
	gimple_seq *seq = &kfn->out.post;
	tree list = gimple_call_arg(stmt, 0);
	bool ms = kmsan_is_ms_list(stmt);
	tree area = NULL_TREE;

	kmsan_unpoison_list(stmt);
	/* Nothing is known about the other convention's list. */
	if (ms != kmsan_is_ms_function())
		return;
	if (ms) {
		area = kmsan_read(seq, ptr_type_node, list, 0);
		kmsan_va_lay(seq, area, 0, 0,
			     kmsan_va_overflow_bytes(seq, area));
		return;
	}
	/* Areas that va_arg does not read are not saved, and not laid out. */
	if (cfun->va_list_gpr_size || cfun->va_list_fpr_size)
		area = kmsan_read(seq, ptr_type_node, list, KMSAN_VA_SAVE_AREA);
	if (cfun->va_list_gpr_size)
		kmsan_va_lay(seq, area, 0, 0, size_int(KMSAN_VA_GP_END));
	if (cfun->va_list_fpr_size && TARGET_SSE)
		kmsan_va_lay(seq, area, KMSAN_VA_GP_END, KMSAN_VA_GP_END,
			     size_int(KMSAN_VA_FP_END - KMSAN_VA_GP_END));
	area = kmsan_read(seq, ptr_type_node, list, KMSAN_VA_OVERFLOW_AREA);
	kmsan_va_lay(seq, area, 0, kmsan_va_registers_end(false),
		     kmsan_va_overflow_bytes(seq, area));
}

/**
 * kmsan_rule_va_copy() - a copy of a va_list counts as initialised
 * @stmt: a call of __builtin_va_copy
 */
void kmsan_rule_va_copy(gcall *stmt)
{
	kmsan_unpoison_list(stmt);
}
