// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * slots.cc - where the context state has the metadata of arguments and results.
 *
 * The layout is that of kmsan-abi.h: every argument has its memory layout at
 * the running sum of the earlier ones' sizes.  Both sides compute it from the
 * types that they have at this point of the compilation, so functions that GCC
 * has cloned with another signature agree with their callers too.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Aggregates up to this size may travel in two registers. */
#define KMSAN_SPLIT_BYTES 16

/**
 * kmsan_is_ms_abi() - does a function have Microsoft's calling convention?
 * @fntype: its type
 */
bool kmsan_is_ms_abi(tree fntype)
{
	tree attributes = TYPE_ATTRIBUTES(fntype);

	return ix86_abi == MS_ABI ? !lookup_attribute("sysv_abi", attributes) :
				    lookup_attribute("ms_abi", attributes) != 0;
}

/**
 * kmsan_by_reference() - does an argument's slot hold its address?
 * @type: of the argument, of constant size
 * @fntype: type of the function
 *
 * The address of a vector or of a large floating-point number is passed, too,
 * but its shadow travels as if it were the value: Clang 19 does that.
 */
bool kmsan_by_reference(tree type, tree fntype)
{
	HOST_WIDE_INT bytes = kmsan_type_bytes(type);

	return kmsan_is_ms_abi(fntype) && !VECTOR_TYPE_P(type) &&
	       !SCALAR_FLOAT_TYPE_P(type) && bytes > 0 &&
	       (bytes > KMSAN_SLOT_SIZE || !pow2p_hwi(bytes));
}

/* Is an argument of this type passed in memory, never in registers? */
static bool kmsan_passed_in_memory(tree type)
{
	if (kmsan_type_bytes(type) > KMSAN_SPLIT_BYTES)
		return !VECTOR_TYPE_P(type);
	return TYPE_MODE(type) == BLKmode && !AGGREGATE_TYPE_P(type);
}

/**
 * kmsan_is_one_register() - do 16 bytes travel in one register?
 * @type: of an argument
 *
 * For Clang they are one argument then, with one origin; for us they are two
 * eightbytes.
 */
bool kmsan_is_one_register(tree type)
{
	if (kmsan_type_bytes(type) != 2 * KMSAN_SLOT_SIZE)
		return false;
	if (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (VECTOR_TYPE_P(type) || SCALAR_FLOAT_TYPE_P(type))
		return true;
	if (TREE_CODE(type) != RECORD_TYPE)
		return false;
	for (tree field = TYPE_FIELDS(type); field; field = DECL_CHAIN(field))
		if (TREE_CODE(field) == FIELD_DECL &&
		    !kmsan_is_x87(TREE_TYPE(field)) &&
		    kmsan_is_one_register(TREE_TYPE(field)))
			return true;
	return false;
}

/**
 * kmsan_is_aggregate() - does a type travel as memory, in both modes?
 * @type: of an argument
 */
bool kmsan_is_aggregate(tree type)
{
	/* A large _BitInt is an array in all but name. */
	if (INTEGRAL_TYPE_P(type) && !kmsan_is_tracked_type(type))
		return kmsan_passed_in_memory(type);
	return AGGREGATE_TYPE_P(type) ||
	       (TREE_CODE(type) == COMPLEX_TYPE &&
		kmsan_passed_in_memory(type));
}

/**
 * kmsan_is_eager() - are scalar arguments of a function checked at the call?
 * @fndecl: the function; NULL_TREE for one that is not known
 */
bool kmsan_is_eager(tree fndecl)
{
	return kmsan_opts.param_retval && !kmsan_is_part(fndecl);
}

/**
 * kmsan_take_slot() - the slot of an argument
 * @type: its type
 * @fntype: type of the function
 * @eager: scalars are checked at the call
 * @next: offset after the arguments before it; moves past it
 */
struct kmsan_slot kmsan_take_slot(tree type, tree fntype, bool eager,
				  HOST_WIDE_INT *next)
{
	struct kmsan_slot slot = { KMSAN_PASS_NOTHING, *next, 0 };

	slot.bytes = kmsan_type_bytes(type);
	if (slot.bytes == 0)
		return slot;
	/* Passed by reference: what travels is a pointer. */
	if (slot.bytes < 0) {
		slot.bytes = POINTER_SIZE_UNITS;
		slot.passing = KMSAN_PASS_CLEAN;
	} else if (kmsan_by_reference(type, fntype)) {
		slot.bytes = POINTER_SIZE_UNITS;
		slot.passing = eager && !kmsan_is_aggregate(type) ?
				       KMSAN_PASS_CLEAN :
				       KMSAN_PASS_REFERENCE;
	} else if (kmsan_is_aggregate(type)) {
		slot.passing = kmsan_passed_in_memory(type) ?
				       KMSAN_PASS_MEMORY :
				       KMSAN_PASS_SPLIT;
	} else {
		slot.passing = eager || !kmsan_is_tracked_type(type) ?
				       KMSAN_PASS_CLEAN :
				       KMSAN_PASS_SCALAR;
	}
	*next += ROUND_UP(slot.bytes, KMSAN_SLOT_SIZE);
	if (slot.offset + slot.bytes > KMSAN_PARAM_SIZE)
		slot.passing = KMSAN_PASS_NOTHING;
	return slot;
}

/**
 * kmsan_travels() - does an argument go through the context state?
 * @type: its type
 * @stmt: the call
 * @next: offset after the arguments before it; moves past it
 */
bool kmsan_travels(tree type, gcall *stmt, HOST_WIDE_INT *next)
{
	struct kmsan_slot slot =
		kmsan_take_slot(type, gimple_call_fntype(stmt),
				kmsan_is_eager(gimple_call_fndecl(stmt)), next);

	return slot.passing == KMSAN_PASS_SCALAR ||
	       slot.passing == KMSAN_PASS_SPLIT ||
	       slot.passing == KMSAN_PASS_MEMORY;
}

/**
 * kmsan_returns_in_memory() - is a value returned through a hidden pointer?
 * @type: of the value
 * @fntype: type of the function
 */
bool kmsan_returns_in_memory(tree type, tree fntype)
{
	return !VOID_TYPE_P(type) && aggregate_value_p(type, fntype);
}

/**
 * kmsan_first_offset() - the offset of the slot of a call's first argument
 * @stmt: the call
 */
HOST_WIDE_INT kmsan_first_offset(gcall *stmt)
{
	return kmsan_returns_in_memory(gimple_call_return_type(stmt),
				       gimple_call_fntype(stmt)) ?
		       POINTER_SIZE_UNITS :
		       0;
}
