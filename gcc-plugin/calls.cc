// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * calls.cc - the shadow of arguments and results, through the context state.
 *
 * slots.cc says where in the context state each of them is.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static void kmsan_store_origin(gimple_seq *seq, HOST_WIDE_INT offset,
			       tree origin)
{
	kmsan_write(seq, kmsan_context(), offset, origin);
}

/* The origin of the first poisoned group in eight bytes of memory. */
static tree kmsan_pick_origin(gimple_seq *seq, struct kmsan_meta meta,
			      HOST_WIDE_INT offset, HOST_WIDE_INT bytes)
{
	tree origins = kmsan_origin_pointer(seq, meta.origin);
	tree half = kmsan_uint(4);
	tree low, first, second;

	first = kmsan_read(seq, unsigned_type_node, origins, offset);
	if (bytes - offset <= KMSAN_ORIGIN_SIZE)
		return first;
	low = kmsan_read(seq, half, meta.shadow, offset);
	second = kmsan_read(seq, unsigned_type_node, origins,
			    offset + KMSAN_ORIGIN_SIZE);
	return gimple_build(seq, kfn->loc, COND_EXPR, unsigned_type_node,
			    kmsan_any(seq, low), first, second);
}

/* The origin of the first poisoned group in up to @bytes of memory. */
static tree kmsan_pick_only_origin(gimple_seq *seq, struct kmsan_meta meta,
				   HOST_WIDE_INT bytes)
{
	tree wide = kmsan_uint(8), origin = NULL_TREE;

	for (HOST_WIDE_INT i = ROUND_DOWN(bytes - 1, KMSAN_SLOT_SIZE); i >= 0;
	     i -= KMSAN_SLOT_SIZE) {
		tree part = kmsan_pick_origin(seq, meta, i, bytes);

		if (origin)
			part = gimple_build(
				seq, kfn->loc, COND_EXPR, unsigned_type_node,
				kmsan_any(seq, kmsan_read(seq, wide,
							  meta.shadow, i)),
				part, origin);
		origin = part;
	}
	return origin;
}

/* Store the metadata of a scalar argument. */
static void kmsan_pass_scalar(gimple_seq *seq, tree arg,
			      const struct kmsan_slot *slot)
{
	struct kmsan_value value = kmsan_leaving_value(arg);
	HOST_WIDE_INT origins = KMSAN_CONTEXT(param_origin_tls) + slot->offset;

	kmsan_write_shadow(seq, TREE_TYPE(arg), kmsan_context(), slot->offset,
			   value.shadow);
	if (kmsan_is_clean(value.shadow))
		return;
	if (slot->passing == KMSAN_PASS_MEMORY) {
		kmsan_pass_origin(value.shadow, value.origin, origins,
				  slot->bytes);
		return;
	}
	for (HOST_WIDE_INT i = 0; i < slot->bytes; i += KMSAN_SLOT_SIZE)
		kmsan_pass_origin(value.shadow, value.origin, origins + i,
				  KMSAN_ORIGIN_SIZE);
}

/* Store the metadata of an aggregate argument. */
static void kmsan_pass_aggregate(gimple_seq *seq, tree arg,
				 const struct kmsan_slot *slot)
{
	HOST_WIDE_INT origins = KMSAN_CONTEXT(param_origin_tls) + slot->offset;
	tree context = kmsan_context();
	struct kmsan_meta meta;
	tree address, only = NULL_TREE, name = kmsan_viewed_register(arg);

	if (name) {
		kmsan_pass_scalar(seq, name, slot);
		return;
	}
	arg = kmsan_memory_behind(arg);
	if (!kmsan_propagates() || !kmsan_ref_is_memory(arg)) {
		kmsan_write_clean(seq, context, slot->offset, slot->bytes);
		return;
	}
	address = kmsan_address_of(seq, arg);
	meta = kmsan_meta_of_address(seq, address, slot->bytes, false);
	kmsan_copy_words(seq, context, slot->offset, meta.shadow, 0,
			 slot->bytes);
	if (slot->passing == KMSAN_PASS_MEMORY) {
		kmsan_copy_words(seq, context, origins,
				 kmsan_origin_pointer(seq, meta.origin), 0,
				 ROUND_UP(slot->bytes, KMSAN_ORIGIN_SIZE));
		return;
	}
	if (kmsan_is_one_register(TREE_TYPE(arg)))
		only = kmsan_pick_only_origin(seq, meta, slot->bytes);
	for (HOST_WIDE_INT i = 0; i < slot->bytes; i += KMSAN_SLOT_SIZE) {
		tree origin = only ? only :
				     kmsan_pick_origin(seq, meta, i,
						       slot->bytes);

		kmsan_store_origin(seq, origins + i, origin);
		/* A callee that takes it from memory looks here too. */
		if (slot->bytes - i > KMSAN_ORIGIN_SIZE)
			kmsan_store_origin(seq, origins + i + KMSAN_ORIGIN_SIZE,
					   origin);
	}
}

/* Store clean shadow for an argument whose shadow most callees do not read. */
static void kmsan_pass_clean(const struct kmsan_slot *slot)
{
	for (HOST_WIDE_INT i = 0; i < slot->bytes; i += KMSAN_SLOT_SIZE)
		kmsan_write(
			&kfn->out.guarded, kmsan_context(), slot->offset + i,
			build_zero_cst(kmsan_uint(8)));
}

/**
 * kmsan_pass_clean_arguments() - pass clean shadow for all arguments of a call
 * @stmt: the call
 *
 * In eager mode any callee takes them for clean, and with call tags one that
 * finds that no shadow was passed to it, so nothing has to be stored then.
 */
void kmsan_pass_clean_arguments(gcall *stmt)
{
	HOST_WIDE_INT next = 0;

	if (kmsan_opts.param_retval || kmsan_opts.call_tag)
		return;
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++) {
		struct kmsan_slot slot = kmsan_take_slot(
			TREE_TYPE(gimple_call_arg(stmt, i)),
			gimple_call_fntype(stmt), false, &next);

		if (slot.passing != KMSAN_PASS_NOTHING)
			kmsan_pass_clean(&slot);
	}
}

/* Return: whether the callee may look for any argument in the context state. */
static bool kmsan_pass_arguments(gcall *stmt)
{
	bool eager = kmsan_is_eager(gimple_call_fndecl(stmt));
	HOST_WIDE_INT next = kmsan_first_offset(stmt);
	bool passed = false;
	unsigned int i;

	/* Code compiled by Clang reads the slot of the hidden pointer. */
	if (next)
		kmsan_write(&kfn->out.guarded, kmsan_context(), 0,
			    build_zero_cst(pointer_sized_int_node));
	for (i = 0; i < gimple_call_num_args(stmt); i++) {
		tree arg = gimple_call_arg(stmt, i);
		struct kmsan_slot slot =
			kmsan_take_slot(TREE_TYPE(arg),
					gimple_call_fntype(stmt), eager, &next);

		switch (slot.passing) {
		case KMSAN_PASS_CLEAN:
			kmsan_check_operand(arg);
			/*
			 * For Clang it is memory if it does not fit in
			 * registers.
			 */
			if (TREE_CODE(TREE_TYPE(arg)) == COMPLEX_TYPE)
				kmsan_pass_clean(&slot);
			break;
		case KMSAN_PASS_SCALAR:
			kmsan_pass_scalar(&kfn->out.guarded, arg, &slot);
			passed = true;
			break;
		case KMSAN_PASS_SPLIT:
		case KMSAN_PASS_MEMORY:
			kmsan_check_address(arg);
			kmsan_pass_aggregate(&kfn->out.guarded, arg, &slot);
			passed = true;
			break;
		case KMSAN_PASS_REFERENCE:
			break;
		case KMSAN_PASS_NOTHING:
			/* No room: a scalar is checked in eager mode only. */
			if (eager && is_gimple_reg_type(TREE_TYPE(arg)) &&
			    !kmsan_is_aggregate(TREE_TYPE(arg)))
				kmsan_check_operand(arg);
			break;
		}
	}
	if (eager)
		kmsan_check_references(stmt);
	return passed;
}

/*
 * Store the metadata of all arguments, after the tag that says which function
 * it is for.
 */
static void kmsan_pass_metadata(gcall *stmt, tree fntype)
{
	gimple_seq seq = kfn->out.guarded;
	bool passed;

	kfn->out.guarded = NULL;
	passed = kmsan_pass_arguments(stmt);
	if (stdarg_p(fntype)) {
		kmsan_pass_varargs(stmt, fntype);
		passed = true;
	}
	if (passed)
		kmsan_tag_call(&seq, stmt);
	gimple_seq_add_seq(&seq, kfn->out.guarded);
	kfn->out.guarded = seq;
}

/* Clean the shadow of the result, before the callee is called. */
static void kmsan_prepare_result(HOST_WIDE_INT bytes)
{
	kmsan_write_clean(&kfn->out.guarded, kmsan_context(),
			  KMSAN_CONTEXT(retval_tls), bytes);
}

/* Take the metadata of a scalar result from the context state. */
static void kmsan_take_scalar_result(gcall *stmt, HOST_WIDE_INT bytes)
{
	tree lhs = gimple_call_lhs(stmt);
	tree type = TREE_TYPE(lhs);
	struct kmsan_value value = kmsan_clean_value(type);
	tree context = kmsan_context();

	kmsan_prepare_result(bytes);
	value.shadow = kmsan_read_shadow(&kfn->out.post, type, context,
					 KMSAN_CONTEXT(retval_tls));
	value.origin = kmsan_origin_leaf(
		kmsan_read(&kfn->out.post, unsigned_type_node, context,
			   KMSAN_CONTEXT(retval_origin_tls)));
	kmsan_set_value(lhs, value);
	kfn->calls.own_result = lhs;
	kfn->calls.own_result_end = gimple_seq_last_stmt(kfn->out.post);
}

/* Take the metadata of an aggregate that is returned in registers. */
static void kmsan_take_aggregate_result(gcall *stmt, HOST_WIDE_INT bytes)
{
	tree context = kmsan_context();
	struct kmsan_meta meta;
	tree origin;

	kmsan_prepare_result(bytes);
	meta = kmsan_meta_of_address(
		&kfn->out.post,
		kmsan_address_of(&kfn->out.post, gimple_call_lhs(stmt)), bytes,
		true);
	kmsan_copy_words(&kfn->out.post, meta.shadow, 0, context,
			 KMSAN_CONTEXT(retval_tls), bytes);
	/* Where nothing is poisoned, the origin does not matter. */
	origin = kmsan_read(&kfn->out.post, unsigned_type_node, context,
			    KMSAN_CONTEXT(retval_origin_tls));
	meta.origin = kmsan_origin_pointer(&kfn->out.post, meta.origin);
	for (HOST_WIDE_INT i = 0; i < bytes; i += KMSAN_ORIGIN_SIZE)
		kmsan_write(&kfn->out.post, meta.origin, i, origin);
}

/*
 * Can the result, if it is built through a hidden pointer, be built in memory
 * that has metadata?  Vectors without a register are still SSA names, and so is
 * __float128 from a function with ms_abi.
 */
static bool kmsan_is_built_in_memory(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	return lhs && !gimple_call_internal_p(stmt) &&
	       !gimple_call_noreturn_p(stmt) &&
	       !(gimple_call_flags(stmt) & ECF_RETURNS_TWICE) &&
	       (TREE_CODE(lhs) == SSA_NAME ?
			!SSA_NAME_OCCURS_IN_ABNORMAL_PHI(lhs) :
			kmsan_ref_is_memory(lhs)) &&
	       kmsan_type_bytes(TREE_TYPE(lhs)) >= 0 &&
	       /* A C++ object that must not be copied is built in place. */
	       !TREE_ADDRESSABLE(TREE_TYPE(lhs)) &&
	       kmsan_returns_in_memory(gimple_call_return_type(stmt),
				       gimple_call_fntype(stmt));
}

/*
 * May the callee build the result where it is assigned to?  Not if other code
 * can see that memory.  A large _BitInt has become the view of an array that is
 * not shared.
 */
static void kmsan_mark_return_slot(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (TREE_CODE(lhs) == VIEW_CONVERT_EXPR &&
	    is_gimple_reg_type(TREE_TYPE(lhs)) && DECL_P(TREE_OPERAND(lhs, 0)))
		gimple_call_set_return_slot_opt(stmt, true);
	else if (!DECL_P(lhs))
		gimple_call_set_return_slot_opt(stmt, false);
}

/* Insert an assignment after a call, perhaps on an edge. */
static void kmsan_assign_after(gcall *stmt, tree lhs, tree rhs)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);
	gassign *copy = gimple_build_assign(lhs, rhs);

	gimple_set_location(copy, gimple_location(stmt));
	if (stmt_ends_bb_p(stmt))
		gsi_insert_on_edge(
			find_fallthru_edge(gimple_bb(stmt)->succs), copy);
	else
		gsi_insert_after(&gsi, copy, GSI_SAME_STMT);
}

/*
 * The callee writes the result to memory that we choose.  If that were left to
 * the expander, it might use a temporary without metadata and copy it
 * uninstrumented.
 */
static void kmsan_give_return_slot(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	tree slot = create_tmp_var(TYPE_MAIN_VARIANT(TREE_TYPE(lhs)),
				   "kmsan_result");

	TREE_ADDRESSABLE(slot) = 1;
	/* The call makes it clean; see kmsan_unpoison_return_slot(). */
	kmsan_set_covered(slot);
	gimple_call_set_lhs(stmt, slot);
	gimple_call_set_return_slot_opt(stmt, true);
	gimple_call_set_tail(stmt, false);
	update_stmt(stmt);
	kmsan_assign_after(stmt, lhs, slot);
}

/**
 * kmsan_give_return_slots() - copy results that are built through a hidden
 * pointer to where they go, by an ordinary statement
 *
 * The copies are made before anything is instrumented: where a call ends its
 * block, its copy is in another one.
 */
void kmsan_give_return_slots(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(gsi));

			if (!call || !kmsan_is_built_in_memory(call))
				continue;
			kmsan_mark_return_slot(call);
			if (!gimple_call_return_slot_opt_p(call))
				kmsan_give_return_slot(call);
		}
	gsi_commit_edge_inserts();
}

/* The slot is clean at the call; then the callee's stores set its metadata. */
static void kmsan_unpoison_return_slot(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (kmsan_type_bytes(TREE_TYPE(lhs)) < 0)
		kmsan_unhandled("result", "of variable size");
	else
		kmsan_unpoison_ref(&kfn->out.guarded, lhs);
}

/* Take the metadata of a result that is an SSA name. */
static void kmsan_take_name(gcall *stmt, HOST_WIDE_INT bytes)
{
	tree lhs = gimple_call_lhs(stmt);

	if (kmsan_is_tracked_type(TREE_TYPE(lhs)) && kmsan_propagates())
		kmsan_take_scalar_result(stmt, bytes);
	else if (kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_set_value(lhs, kmsan_clean_value(TREE_TYPE(lhs)));
}

/* Take the metadata of a result that goes from registers to memory. */
static void kmsan_take_memory(gcall *stmt, HOST_WIDE_INT bytes)
{
	tree lhs = gimple_call_lhs(stmt);

	kmsan_check_address(lhs);
	if (kmsan_propagates())
		kmsan_take_aggregate_result(stmt, bytes);
	else
		kmsan_unpoison_ref(&kfn->out.post, lhs);
}

static void kmsan_take_result(gcall *stmt, tree fntype)
{
	tree lhs = gimple_call_lhs(stmt);
	bool memory = lhs && TREE_CODE(lhs) != SSA_NAME &&
		      kmsan_ref_is_memory(lhs);
	HOST_WIDE_INT bytes = lhs ? kmsan_type_bytes(TREE_TYPE(lhs)) : 0;

	if (!lhs || gimple_call_noreturn_p(stmt))
		return;
	if (kmsan_returns_in_memory(gimple_call_return_type(stmt), fntype)) {
		if (memory)
			kmsan_unpoison_return_slot(stmt);
		else if (TREE_CODE(lhs) == SSA_NAME)
			kmsan_unhandled("result", "by a hidden pointer");
		return;
	}
	if (bytes <= 0 || bytes > KMSAN_RETVAL_SIZE)
		return;
	if (gimple_call_must_tail_p(stmt))
		kmsan_prepare_result(bytes);
	else if (TREE_CODE(lhs) == SSA_NAME)
		kmsan_take_name(stmt, bytes);
	else if (memory)
		kmsan_take_memory(stmt, bytes);
}

/**
 * kmsan_rule_call() - a call of a function that may be instrumented
 * @stmt: the call
 */
void kmsan_rule_call(gcall *stmt)
{
	tree fntype = gimple_call_fntype(stmt);

	if (!gimple_call_fndecl(stmt))
		kmsan_check_operand(gimple_call_fn(stmt));
	kmsan_forget_call_facts(stmt);
	if (gimple_call_flags(stmt) & ECF_RETURNS_TWICE)
		return;
	kmsan_pass_metadata(stmt, fntype);
	kmsan_take_result(stmt, fntype);
}

/* Pass on the metadata of a result in memory. */
static void kmsan_return_memory(tree value, HOST_WIDE_INT bytes)
{
	gimple_seq *seq = &kfn->out.pre;
	struct kmsan_meta meta;

	if (!kmsan_propagates() || !kmsan_ref_is_memory(value)) {
		kmsan_write_clean(seq, kmsan_context(),
				  KMSAN_CONTEXT(retval_tls), bytes);
		return;
	}
	meta = kmsan_meta_of_address(seq, kmsan_address_of(seq, value), bytes,
				     false);
	kmsan_copy_words(seq, kmsan_context(), KMSAN_CONTEXT(retval_tls),
			 meta.shadow, 0, bytes);
	kmsan_write(seq, kmsan_context(), KMSAN_CONTEXT(retval_origin_tls),
		    kmsan_pick_only_origin(seq, meta, bytes));
}

/*
 * Is the value to be returned the result of the call right before it?  Then its
 * metadata is already where it belongs, and the call may become a jump.
 */
static bool kmsan_is_own_result(greturn *stmt, tree value)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);

	gsi_prev_nondebug(&gsi);
	return kfn->calls.own_result && kfn->calls.own_result == value &&
	       !gsi_end_p(gsi) && kfn->calls.own_result_end == gsi_stmt(gsi);
}

/* Pass on the metadata of a result in a register. */
static void kmsan_return_scalar(greturn *stmt, tree value)
{
	struct kmsan_value meta;

	if (!kmsan_is_tracked_type(TREE_TYPE(value)) ||
	    kmsan_is_own_result(stmt, value))
		return;
	meta = kmsan_leaving_value(value);
	kmsan_write_shadow(&kfn->out.pre, TREE_TYPE(value), kmsan_context(),
			   KMSAN_CONTEXT(retval_tls), meta.shadow);
	if (!kmsan_is_clean(meta.shadow))
		kmsan_pass_origin(meta.shadow, meta.origin,
				  KMSAN_CONTEXT(retval_origin_tls),
				  KMSAN_ORIGIN_SIZE);
}

/**
 * kmsan_rule_return() - pass the metadata of the result to the caller
 * @stmt: the return
 *
 * Results are never checked here: in C a function may return something
 * uninitialised as long as it is not used, and Clang leaves it to the caller in
 * both modes.
 */
void kmsan_rule_return(greturn *stmt)
{
	tree value = gimple_return_retval(stmt);
	tree fntype = TREE_TYPE(current_function_decl);
	HOST_WIDE_INT bytes;

	if (!value || kmsan_returns_in_memory(TREE_TYPE(value), fntype) ||
	    kmsan_follows_must_tail(stmt))
		return;
	bytes = kmsan_type_bytes(TREE_TYPE(value));
	if (bytes <= 0 || bytes > KMSAN_RETVAL_SIZE)
		return;
	if (!is_gimple_reg_type(TREE_TYPE(value)) || DECL_P(value))
		kmsan_return_memory(value, bytes);
	else
		kmsan_return_scalar(stmt, value);
}

/* Give the memory of a parameter the metadata that the caller has passed. */
static void kmsan_receive_in_memory(tree parm, const struct kmsan_slot *slot)
{
	gimple_seq *seq = &kfn->out.entry;
	HOST_WIDE_INT origins = KMSAN_CONTEXT(param_origin_tls) + slot->offset;
	tree address = kmsan_address_of(seq, parm);
	tree context = kmsan_context();
	gimple_seq *stale = kmsan_if_stale();
	bool one = kmsan_is_one_register(TREE_TYPE(parm));
	struct kmsan_meta meta;

	meta = kmsan_meta_of_address(seq, address, slot->bytes, true);
	kmsan_copy_words(seq, meta.shadow, 0, context, slot->offset,
			 slot->bytes);
	if (stale)
		kmsan_write_clean(stale, meta.shadow, 0, slot->bytes);
	meta.origin = kmsan_origin_pointer(seq, meta.origin);
	if (slot->passing == KMSAN_PASS_MEMORY) {
		kmsan_copy_words(seq, meta.origin, 0, context, origins,
				 ROUND_UP(slot->bytes, KMSAN_ORIGIN_SIZE));
		return;
	}
	for (HOST_WIDE_INT i = 0; i < slot->bytes; i += KMSAN_ORIGIN_SIZE) {
		HOST_WIDE_INT at = one ? 0 : ROUND_DOWN(i, KMSAN_SLOT_SIZE);

		kmsan_write(seq, meta.origin, i,
			    kmsan_read(seq, unsigned_type_node, context,
				       origins + at));
	}
}

/* The origin of a parameter in registers; two registers have one each. */
static struct kmsan_origin *kmsan_received_origin(tree type,
						  const struct kmsan_slot *slot)
{
	gimple_seq *seq = &kfn->out.entry;
	HOST_WIDE_INT origins = KMSAN_CONTEXT(param_origin_tls) + slot->offset;
	struct kmsan_origin *origin = kmsan_origin_leaf(
		kmsan_read(seq, unsigned_type_node, kmsan_context(), origins));

	if (slot->bytes != 2 * KMSAN_SLOT_SIZE || kmsan_is_one_register(type))
		return origin;
	return kmsan_origin_choice(
		kmsan_read(seq, kmsan_uint(8),
			   kmsan_context(), slot->offset),
		origin,
		kmsan_origin_leaf(kmsan_read(seq, unsigned_type_node,
					     kmsan_context(),
					     origins + KMSAN_SLOT_SIZE)));
}

static void kmsan_unpoison_parameter(tree parm)
{
	kmsan_unpoison(&kfn->out.entry,
		       kmsan_address_of(&kfn->out.entry, parm),
		       kmsan_type_bytes(TREE_TYPE(parm)));
}

/*
 * The parameter is the caller's copy, which has metadata.  But what could be in
 * a register is copied by the expander to the function's own memory.
 */
static void kmsan_receive_reference(tree parm)
{
	bool in_memory = !is_gimple_reg(parm);

	if (in_memory && TYPE_MODE(TREE_TYPE(parm)) == BLKmode)
		return;
	kmsan_unhandled("parameter", "by reference");
	if (in_memory)
		kmsan_unpoison_parameter(parm);
}

static void kmsan_receive_parameter(tree parm, const struct kmsan_slot *slot)
{
	struct kmsan_value value;
	tree name;

	if (slot->passing == KMSAN_PASS_REFERENCE && kmsan_propagates()) {
		kmsan_receive_reference(parm);
		return;
	}
	if (!is_gimple_reg(parm)) {
		if (!kmsan_propagates() ||
		    slot->passing == KMSAN_PASS_CLEAN ||
		    slot->passing == KMSAN_PASS_NOTHING)
			kmsan_unpoison_parameter(parm);
		else
			kmsan_receive_in_memory(parm, slot);
		return;
	}
	name = ssa_default_def(cfun, parm);
	if (!name || slot->passing == KMSAN_PASS_CLEAN ||
	    slot->passing == KMSAN_PASS_NOTHING || !kmsan_propagates() ||
	    !kmsan_is_tracked_type(TREE_TYPE(parm)))
		return;
	if (has_zero_uses(name))
		return;
	value.shadow = kmsan_unless_stale(
		kmsan_read_shadow(&kfn->out.entry, TREE_TYPE(parm),
				  kmsan_context(), slot->offset),
		kmsan_clean(TREE_TYPE(parm)));
	value.origin = kmsan_received_origin(TREE_TYPE(parm), slot);
	kmsan_set_value(name, value);
}

/**
 * kmsan_receive_parameters() - take over the metadata of the parameters
 */
void kmsan_receive_parameters(void)
{
	tree fntype = TREE_TYPE(current_function_decl);
	tree result = DECL_RESULT(current_function_decl);
	bool clean = kmsan_is_eager(current_function_decl) ||
		     kmsan_is_called_unseen(current_function_decl);
	HOST_WIDE_INT next = 0;
	tree parm;

	if (result && kmsan_returns_in_memory(TREE_TYPE(result), fntype))
		next = POINTER_SIZE_UNITS;
	for (parm = DECL_ARGUMENTS(current_function_decl); parm;
	     parm = DECL_CHAIN(parm)) {
		struct kmsan_slot slot =
			kmsan_take_slot(TREE_TYPE(parm), fntype, clean, &next);

		kmsan_receive_parameter(parm, &slot);
	}
}
