// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * late.cc - prepare a function for GCC's passes over RTL.
 *
 * The optimisers saw the code for the metadata as if the program had written
 * it.  After them, and before registers are assigned, this makes three changes
 * that do not alter what is computed:
 *
 * - The address of metadata is computed where it is used, not kept.
 * - What lives long gets neighbouring numbers.
 * - A value that many paths bring to many uses becomes a copy in between.
 *
 * The first makes code smaller, the others keep the time and memory of large
 * functions from growing with the square of their size.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* How many statements the computation of an address may have. */
#define KMSAN_ADDRESS_DEPTH 6

/* Does @value come out of kmsan_hide()? */
static bool kmsan_is_hidden(tree value)
{
	gasm *def = TREE_CODE(value) == SSA_NAME ?
			    dyn_cast<gasm *>(SSA_NAME_DEF_STMT(value)) :
			    NULL;

	return def && !gimple_asm_string(def)[0];
}

/* Is @address that of a member at a constant offset from a pointer? */
static bool kmsan_is_member_address(tree address)
{
	poly_int64 offset;
	tree base;

	if (TREE_CODE(address) != ADDR_EXPR)
		return false;
	base = get_addr_base_and_unit_offset(TREE_OPERAND(address, 0), &offset);
	return base && TREE_CODE(base) == MEM_REF;
}

/* The value that a part of an address adds something known to. */
static tree *kmsan_address_part(gassign *def)
{
	tree *op = gimple_assign_rhs1_ptr(def);

	switch (gimple_assign_rhs_code(def)) {
	CASE_CONVERT:
		return tree_nop_conversion_p(TREE_TYPE(gimple_assign_lhs(def)),
					     TREE_TYPE(*op)) ?
			       op :
			       NULL;
	case POINTER_PLUS_EXPR:
		return TREE_CODE(gimple_assign_rhs2(def)) == INTEGER_CST ? op :
									   NULL;
	case PLUS_EXPR:
		if (kmsan_is_hidden(gimple_assign_rhs2(def)))
			return op;
		return kmsan_is_hidden(*op) ? gimple_assign_rhs2_ptr(def) :
					      NULL;
	case ADDR_EXPR:
		if (!kmsan_is_member_address(*op))
			return NULL;
		return &TREE_OPERAND(get_base_address(TREE_OPERAND(*op, 0)), 0);
	default:
		return NULL;
	}
}

/* The part of the address @value that its definition contains, or NULL. */
static tree *kmsan_part_of(tree value)
{
	gassign *def = kmsan_assignment(value);

	if (!def || SSA_NAME_OCCURS_IN_ABNORMAL_PHI(value))
		return NULL;
	return kmsan_address_part(def);
}

/* Is a part of the address @value computed in another block than @bb? */
static bool kmsan_comes_from_afar(basic_block bb, tree value)
{
	tree *part = kmsan_part_of(value);

	for (unsigned int i = 0; part && i < KMSAN_ADDRESS_DEPTH; i++) {
		if (gimple_bb(SSA_NAME_DEF_STMT(value)) != bb)
			return true;
		value = *part;
		part = kmsan_part_of(value);
	}
	return false;
}

/* Compute @value anew at @gsi. */
static tree kmsan_recompute(gimple_stmt_iterator *gsi, tree value,
			    unsigned int depth)
{
	gassign *copy;
	tree *part;

	if (depth == KMSAN_ADDRESS_DEPTH || !kmsan_part_of(value))
		return value;
	copy = as_a<gassign *>(gimple_copy(SSA_NAME_DEF_STMT(value)));
	gimple_assign_set_rhs1(copy, unshare_expr(gimple_assign_rhs1(copy)));
	part = kmsan_address_part(copy);
	*part = kmsan_recompute(gsi, *part, depth + 1);
	value = make_ssa_name(TREE_TYPE(value), copy);
	gimple_assign_set_lhs(copy, value);
	gsi_insert_before(gsi, copy, GSI_SAME_STMT);
	return value;
}

/* Where a statement that is ours has an address, or NULL. */
static tree *kmsan_address_in(gimple *stmt)
{
	gassign *assign = dyn_cast<gassign *>(stmt);
	gcall *call = dyn_cast<gcall *>(stmt);
	tree ref = NULL_TREE;

	if (call && gimple_call_fndecl(call) && gimple_call_num_args(call) &&
	    kmsan_is_entry_point(gimple_call_fndecl(call)))
		return gimple_call_arg_ptr(call, 0);
	if (!assign)
		return NULL;
	/* The address of a group of bytes with one origin. */
	if (gimple_assign_rhs_code(assign) == BIT_AND_EXPR &&
	    TREE_CODE(gimple_assign_rhs2(assign)) == INTEGER_CST &&
	    wi::ltu_p(wi::bit_not(wi::to_wide(gimple_assign_rhs2(assign))),
		      KMSAN_ORIGIN_SIZE))
		return gimple_assign_rhs1_ptr(assign);
	if (gimple_assign_load_p(stmt))
		ref = gimple_assign_rhs1(stmt);
	else if (gimple_store_p(stmt))
		ref = gimple_assign_lhs(stmt);
	if (!ref || TREE_CODE(ref) != MEM_REF ||
	    !TYPE_REF_CAN_ALIAS_ALL(TREE_TYPE(TREE_OPERAND(ref, 0))))
		return NULL;
	return &TREE_OPERAND(ref, 0);
}

/*
 * The optimisers make one computation of an address serve all accesses to the
 * same place, however far away.  That keeps a register, or a slot of the stack,
 * for what an addressing mode has for nothing: base, distance and offset.
 */
static void kmsan_recompute_addresses(basic_block bb)
{
	for (gimple_stmt_iterator gsi = gsi_start_bb(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi)) {
		tree *op = kmsan_address_in(gsi_stmt(gsi));
		tree old = op ? *op : NULL_TREE;

		if (!op || !kmsan_comes_from_afar(bb, old))
			continue;
		*op = kmsan_recompute(&gsi, old, 0);
		update_stmt(gsi_stmt(gsi));
		kmsan_remove_unused(old);
	}
}

/*
 * GCC lists for each use of a register which of its assignments reach it.  A
 * PHI becomes an assignment on each path, so that these lists have as many
 * entries as there are paths times uses, here the least number that matters.
 */
#define KMSAN_MANY_CHAINS 4096

/*
 * Do paths meet here, other than those of computed gotos?  Their targets expect
 * values in the same registers.
 */
static bool kmsan_is_hub(basic_block bb)
{
	gimple *last = kmsan_last_stmt(bb);

	return EDGE_COUNT(bb->preds) > 1 && !bb_has_abnormal_pred(bb) &&
	       !(last && gimple_code(last) == GIMPLE_GOTO);
}

static bool kmsan_has_many_chains(gphi *phi)
{
	tree name = gimple_phi_result(phi);

	return !virtual_operand_p(name) &&
	       (INTEGRAL_TYPE_P(TREE_TYPE(name)) ||
		POINTER_TYPE_P(TREE_TYPE(name))) &&
	       TYPE_MODE(TREE_TYPE(name)) != BLKmode &&
	       !SSA_NAME_OCCURS_IN_ABNORMAL_PHI(name) &&
	       (unsigned HOST_WIDE_INT)num_imm_uses(name) *
			       gimple_phi_num_args(phi) >=
		       KMSAN_MANY_CHAINS;
}

/* Put a copy that the passes do not see through between many paths and uses. */
static void kmsan_cut_chains(basic_block bb)
{
	gimple_stmt_iterator gsi;
	gimple_seq copies = NULL;

	if (!kmsan_is_hub(bb))
		return;
	for (gphi_iterator at = gsi_start_phis(bb); !gsi_end_p(at);
	     gsi_next(&at)) {
		tree name = gimple_phi_result(at.phi());

		if (!kmsan_has_many_chains(at.phi()))
			continue;
		tree fresh = make_ssa_name(TREE_TYPE(name));

		kmsan_replace_uses(name, fresh);
		kmsan_hide(&copies, fresh, name);
	}
	gsi = gsi_after_labels(bb);
	gsi_insert_seq_before(&gsi, copies, GSI_SAME_STMT);
}

/*
 * From which distance a value lives long, in blocks, and how many of them make
 * a difference.
 */
#define KMSAN_LONG_LIFE 100
#define KMSAN_MANY_LIVES 256

/* Is @name used far from its definition?  @order has each block's place. */
static bool kmsan_lives_long(tree name, const vec<int> &order)
{
	gimple *def = SSA_NAME_DEF_STMT(name);
	imm_use_iterator each;
	use_operand_p place;

	if (SSA_NAME_VAR(name) || SSA_NAME_OCCURS_IN_ABNORMAL_PHI(name) ||
	    (!is_gimple_assign(def) && gimple_code(def) != GIMPLE_PHI))
		return false;
	FOR_EACH_IMM_USE_FAST (place, each, name) {
		gimple *use = USE_STMT(place);

		if (!is_gimple_debug(use) &&
		    abs(order[gimple_bb(use)->index] -
			order[gimple_bb(def)->index]) >= KMSAN_LONG_LIFE)
			return true;
	}
	return false;
}

/* Give a value a number above all others. */
static void kmsan_renumber(tree name)
{
	gimple *def = SSA_NAME_DEF_STMT(name);
	tree fresh = make_ssa_name_fn(cfun, TREE_TYPE(name), def,
				      num_ssa_names);

	kmsan_replace_uses(name, fresh);
	if (gphi *phi = dyn_cast<gphi *>(def)) {
		gimple_phi_set_result(phi, fresh);
	} else {
		gimple_assign_set_lhs(def, fresh);
		update_stmt(def);
	}
	release_ssa_name(name);
}

/*
 * GCC keeps a set of the live registers for each block, in pieces of a hundred
 * neighbours.  Registers are numbered as the values are: where each piece has
 * one that lives long, the sets have as many pieces as there are such values.
 */
static void kmsan_gather_long_lives(void)
{
	auto_vec<tree> names;
	auto_vec<int> order;
	basic_block bb;
	unsigned int i;
	int n = 0;
	tree name;

	if (n_basic_blocks_for_fn(cfun) < KMSAN_LONG_LIFE)
		return;
	order.safe_grow_cleared(last_basic_block_for_fn(cfun));
	FOR_EACH_BB_FN (bb, cfun)
		order[bb->index] = n++;
	FOR_EACH_SSA_NAME (i, name, cfun)
		if (kmsan_lives_long(name, order))
			names.safe_push(name);
	if (names.length() < KMSAN_MANY_LIVES)
		return;
	FOR_EACH_VEC_ELT (names, i, name)
		kmsan_renumber(name);
}

/**
 * kmsan_prepare_for_rtl() - what is to be done after the optimisers
 */
void kmsan_prepare_for_rtl(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		if (kmsan_opts.metadata != KMSAN_REACH_CALL)
			kmsan_recompute_addresses(bb);
		kmsan_cut_chains(bb);
	}
	kmsan_gather_long_lives();
}
