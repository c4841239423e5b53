// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * blocks.cc - putting our own code into a function: places, cold blocks, asm.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_asm_operand() - add an operand to those of an asm of our own
 * @list: the outputs or the inputs so far
 * @constraint: as in the source of an asm
 * @operand: the value, or the SSA name to set
 * @name: the operand's own name, if it is to be found again
 */
void kmsan_asm_operand(vec<tree, va_gc> **list, const char *constraint,
		       tree operand, const char *name)
{
	tree text = build_string(strlen(constraint) + 1, constraint);
	tree tag = name ? build_string(strlen(name) + 1, name) : NULL_TREE;

	vec_safe_push(*list,
		      build_tree_list(build_tree_list(tag, text), operand));
}

/**
 * kmsan_add_asm() - append an asm of our own to other code
 * @seq: the other code
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
	if (kfn)
		gimple_set_location(made, kfn->loc);
	gimple_seq_add_stmt(seq, made);
}

/**
 * kmsan_hide() - copy a value by an asm, which the optimisers do not see through
 * @seq: where the code goes
 * @name: an SSA name without definition
 * @value: what it is to become
 *
 * Return: @name
 */
tree kmsan_hide(gimple_seq *seq, tree name, tree value)
{
	vec<tree, va_gc> *outputs = NULL, *inputs = NULL;

	kmsan_asm_operand(&outputs, "=r", name);
	kmsan_asm_operand(&inputs, "0", value);
	kmsan_add_asm(seq, "", inputs, outputs, false);
	return name;
}

/**
 * kmsan_replace_uses() - let all uses of a value be uses of another
 * @old: SSA name
 * @fresh: SSA name of the same type
 */
void kmsan_replace_uses(tree old, tree fresh)
{
	imm_use_iterator each;
	use_operand_p place;
	gimple *use;

	FOR_EACH_IMM_USE_STMT (use, each, old) {
		FOR_EACH_IMM_USE_ON_STMT (place, each)
			SET_USE(place, fresh);
		update_stmt(use);
	}
}

/**
 * kmsan_remove() - remove a statement
 * @stmt: one whose results have no use
 */
void kmsan_remove(gimple *stmt)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);

	unlink_stmt_vdef(stmt);
	gsi_remove(&gsi, true);
	release_defs(stmt);
}

/**
 * kmsan_remove_unused() - remove the statements that compute a value, as far as
 * they have no other use
 * @name: the value; anything but an SSA name stays
 */
void kmsan_remove_unused(tree name)
{
	auto_vec<tree, 4> operands;
	ssa_op_iter each;
	unsigned int i;
	tree operand;
	gimple *def;

	if (TREE_CODE(name) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(name) ||
	    !has_zero_uses(name))
		return;
	def = SSA_NAME_DEF_STMT(name);
	if (gimple_code(def) == GIMPLE_PHI || gimple_has_side_effects(def))
		return;
	FOR_EACH_SSA_TREE_OPERAND (operand, def, each, SSA_OP_USE)
		if (!operands.contains(operand))
			operands.safe_push(operand);
	kmsan_remove(def);
	FOR_EACH_VEC_ELT (operands, i, operand)
		kmsan_remove_unused(operand);
}

/**
 * kmsan_put() - insert code at a place, which stays after it
 * @gsi: the place, perhaps the end of a block
 * @seq: the code; may be NULL
 */
void kmsan_put(gimple_stmt_iterator *gsi, gimple_seq seq)
{
	if (!seq)
		return;
	if (gsi_end_p(*gsi))
		gsi_insert_seq_after(gsi, seq, GSI_NEW_STMT);
	else
		gsi_insert_seq_before(gsi, seq, GSI_SAME_STMT);
}

/**
 * kmsan_split() - split a block and make a cold one at the split
 * @anchor: statement that the second half of the block starts with
 * @condition: a boolean; if it holds the cold block is entered
 *
 * Return: the end of the cold block.
 */
gimple_stmt_iterator kmsan_split(gimple *anchor, tree condition)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);
	gimple_stmt_iterator cond_gsi;
	basic_block cold, rest;
	gcond *cond;

	cond_gsi = create_cond_insert_point(&gsi, true, false, true, &cold,
					    &rest);
	cond = gimple_build_cond(NE_EXPR, condition, boolean_false_node,
				 NULL_TREE, NULL_TREE);
	gimple_set_location(cond, gimple_location(anchor));
	gsi_insert_after(&cond_gsi, cond, GSI_NEW_STMT);
	bitmap_set_bit(kfn->blocks.cold, cold->index);
	return gsi_last_bb(cold);
}

/**
 * kmsan_join() - choose a value, by whether a cold block was run
 * @result: SSA name that becomes the value
 * @anchor: the statement that kmsan_split() was given
 * @cold: the end of the cold block
 * @made: value if it was run
 * @value: value otherwise
 */
void kmsan_join(tree result, gimple *anchor, gimple_stmt_iterator cold,
		tree made, tree value)
{
	gphi *phi = create_phi_node(result, gimple_bb(anchor));

	for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++) {
		edge e = gimple_phi_arg_edge(phi, i);

		add_phi_arg(phi, e->src == gsi_bb(cold) ? made : value, e,
			    kfn->loc);
	}
}

/**
 * kmsan_is_cold() - is a block run only for poison, or to fill a cache?
 */
bool kmsan_is_cold(basic_block bb)
{
	return bitmap_bit_p(kfn->blocks.cold, bb->index);
}

/**
 * kmsan_blocks_start() - a function is about to be instrumented
 */
void kmsan_blocks_start(void)
{
	kfn->blocks.cold = BITMAP_ALLOC(NULL);
}

/**
 * kmsan_blocks_finish() - the function at work is done
 */
void kmsan_blocks_finish(void)
{
	BITMAP_FREE(kfn->blocks.cold);
}
