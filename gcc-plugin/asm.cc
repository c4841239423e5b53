// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * asm.cc - inline assembly.
 *
 * What an asm does with its inputs is unknown, so they must be initialised.
 * What it writes is initialised: registers have clean shadow, and the runtime
 * is told of each memory output, which may be anything in the kernel's asm.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_asm_operand() - add an operand to those of an asm of our own
 * @list: the outputs or the inputs so far
 * @constraint: as in the source of an asm
 * @operand: the value, or the SSA name to set
 */
void kmsan_asm_operand(vec<tree, va_gc> **list, const char *constraint,
		       tree operand)
{
	tree text = build_string(strlen(constraint) + 1, constraint);

	vec_safe_push(*list,
		      build_tree_list(build_tree_list(NULL_TREE, text),
				      operand));
}

/**
 * kmsan_add_asm() - put an asm of our own behind other code
 * @seq: that code
 * @text: the assembly
 * @inputs: made by kmsan_asm_operand()
 * @outputs: likewise, all of them SSA names
 * @memory: it is volatile, and reads and writes memory
 */
void kmsan_add_asm(gimple_seq *seq, const char *text, vec<tree, va_gc> *inputs,
		   vec<tree, va_gc> *outputs, bool memory)
{
	vec<tree, va_gc> *clobbers = NULL;
	gasm *made;

	if (memory)
		vec_safe_push(clobbers,
			      build_tree_list(NULL_TREE,
					      build_string(7, "memory")));
	made = gimple_build_asm_vec(text, inputs, outputs, clobbers, NULL);
	for (unsigned int i = 0; i < gimple_asm_noutputs(made); i++)
		SSA_NAME_DEF_STMT(TREE_VALUE(gimple_asm_output_op(made, i))) =
			made;
	gimple_asm_set_volatile(made, memory);
	gimple_set_location(made, kfn->loc);
	gimple_seq_add_stmt(seq, made);
}

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
	if (kmsan_is_hidden_uninit(stmt)) {
		kmsan_rule_hidden_uninit(stmt);
		return;
	}
	for (unsigned int i = 0; i < gimple_asm_ninputs(stmt); i++) {
		tree input = TREE_VALUE(gimple_asm_input_op(stmt, i));

		if (is_gimple_val(input))
			kmsan_check_operand(input);
		else
			kmsan_check_address(input);
	}
	for (unsigned int i = 0; i < gimple_asm_noutputs(stmt); i++) {
		tree output = TREE_VALUE(gimple_asm_output_op(stmt, i));

		if (TREE_CODE(output) != SSA_NAME)
			kmsan_asm_memory_output(output);
	}
}
