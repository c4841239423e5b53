// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * asm.cc - inline assembly.
 *
 * What an asm does with its inputs is unknown, so they must be initialised.
 * What it writes is initialised: registers have clean shadow, and the runtime
 * is told about each memory output, which can be any memory in the kernel's
 * asm.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static void kmsan_asm_memory_output(tree ref)
{
	HOST_WIDE_INT bytes = kmsan_type_bytes(TREE_TYPE(ref));

	kmsan_check_address(ref);
	if (!kmsan_ref_is_memory(ref))
		return;
	if (bytes < 0) {
		kmsan_unhandled("asm output", "of variable size");
		return;
	}
	if (TREE_CODE(ref) == COMPONENT_REF &&
	    DECL_BIT_FIELD(TREE_OPERAND(ref, 1)))
		return;
	kmsan_call(&kfn->out.pre, KMSAN_EP_instrument_asm_store, 2,
		   kmsan_address_of(&kfn->out.pre, ref),
		   build_int_cst(size_type_node, bytes));
}

/**
 * kmsan_rule_asm() - an asm statement
 * @stmt: the statement
 */
void kmsan_rule_asm(gasm *stmt)
{
	for (unsigned int i = 0; i < gimple_asm_ninputs(stmt); i++) {
		tree input = TREE_VALUE(gimple_asm_input_op(stmt, i));
		tree name = kmsan_viewed_register(input);

		if (name)
			kmsan_check_operand(name);
		else
			kmsan_check_address(input);
	}
	for (unsigned int i = 0; i < gimple_asm_noutputs(stmt); i++) {
		tree output = TREE_VALUE(gimple_asm_output_op(stmt, i));

		if (TREE_CODE(output) != SSA_NAME)
			kmsan_asm_memory_output(output);
	}
}
