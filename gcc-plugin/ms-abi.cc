// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ms-abi.cc - functions with Microsoft's calling convention, such as EFI's.
 *
 * Each argument has a slot of eight bytes, in a register or on the stack.  An
 * argument that is not of 1, 2, 4 or 8 bytes is copied by the caller, and the
 * slot has the address of the copy.  The expander would make that copy in
 * memory whose metadata is not set.  So it is made here, by an ordinary
 * assignment.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* A scalar that a call passes by reference. */
struct kmsan_reference {
	gimple *call;
	tree value;
};

static vec<struct kmsan_reference> kmsan_references;

static void kmsan_make_reference(gimple_stmt_iterator *gsi, unsigned int index)
{
	gcall *call = as_a<gcall *>(gsi_stmt(*gsi));
	tree arg = gimple_call_arg(call, index);
	tree copy = create_tmp_var(TYPE_MAIN_VARIANT(TREE_TYPE(arg)),
				   "kmsan_copy");
	struct kmsan_reference reference = { call, arg };
	gassign *assign;

	TREE_ADDRESSABLE(copy) = 1;
	assign = gimple_build_assign(copy, unshare_expr(arg));
	gimple_set_location(assign, gimple_location(call));
	gsi_insert_before(gsi, assign, GSI_SAME_STMT);
	gimple_call_set_arg(call, index, build_fold_addr_expr(copy));
	gimple_call_set_tail(call, false);
	gimple_call_reset_alias_info(call);
	update_stmt(call);
	if (is_gimple_reg_type(TREE_TYPE(arg)) &&
	    !kmsan_is_aggregate(TREE_TYPE(arg)))
		kmsan_references.safe_push(reference);
}

/* Builtins have GCC's own convention, whatever the default is. */
static bool kmsan_calls_ms_function(gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	return gimple_call_fntype(call) &&
	       !(fndecl && fndecl_built_in_p(fndecl)) &&
	       kmsan_is_ms_abi(gimple_call_fntype(call));
}

/**
 * kmsan_make_references() - make the copies that calls pass by reference
 *
 * To be called before the statements are visited.
 */
void kmsan_make_references(void)
{
	basic_block bb;

	kmsan_references.truncate(0);
	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(gsi));

			if (!call || !kmsan_calls_ms_function(call))
				continue;
			for (unsigned int i = 0;
			     i < gimple_call_num_args(call); i++)
				if (kmsan_by_reference(
					    TREE_TYPE(gimple_call_arg(call, i)),
					    gimple_call_fntype(call)))
					kmsan_make_reference(&gsi, i);
		}
	}
}

/**
 * kmsan_check_references() - check the scalars that a call passes by reference
 * @stmt: the call
 */
void kmsan_check_references(gcall *stmt)
{
	struct kmsan_reference *reference;
	unsigned int i;

	FOR_EACH_VEC_ELT (kmsan_references, i, reference)
		if (reference->call == stmt)
			kmsan_check_operand(reference->value);
}

/**
 * kmsan_is_ms_list() - is a va_list a pointer, as Microsoft's is?
 * @stmt: a call of va_start or va_copy
 */
bool kmsan_is_ms_list(gcall *stmt)
{
	tree types = TYPE_ARG_TYPES(gimple_call_fntype(stmt));

	return types && POINTER_TYPE_P(TREE_VALUE(types)) &&
	       POINTER_TYPE_P(TREE_TYPE(TREE_VALUE(types)));
}
