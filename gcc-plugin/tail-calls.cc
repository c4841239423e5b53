// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * tail-calls.cc - calls that must become jumps: [[gnu::musttail]], since GCC
 * 15.
 *
 * Nothing may come between such a call and the end of the function.  Nothing
 * has to: the callee leaves in the context state what the caller of this
 * function looks for.  But the return that follows is often shared by all the
 * function's results, whose metadata it passes on; so the call gets a return of
 * its own.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_is_transparent() - does a statement leave no code?
 * @stmt: any statement
 */
bool kmsan_is_transparent(gimple *stmt)
{
	switch (gimple_code(stmt)) {
	case GIMPLE_LABEL:
	case GIMPLE_NOP:
	case GIMPLE_PREDICT:
	case GIMPLE_DEBUG:
		return true;
	default:
		return gimple_clobber_p(stmt);
	}
}

static bool kmsan_is_must_tail(gimple *stmt)
{
	return is_gimple_call(stmt) &&
	       gimple_call_must_tail_p(as_a<gcall *>(stmt));
}

/**
 * kmsan_follows_must_tail() - does a return follow a call that must be a jump?
 * @stmt: the return
 */
bool kmsan_follows_must_tail(greturn *stmt)
{
	basic_block bb = gimple_bb(stmt);
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);

	for (;;) {
		gsi_prev(&gsi);
		while (gsi_end_p(gsi)) {
			if (!single_pred_p(bb))
				return false;
			bb = single_pred(bb);
			if (bb == ENTRY_BLOCK_PTR_FOR_FN(cfun))
				return false;
			gsi = gsi_last_bb(bb);
		}
		if (!kmsan_is_transparent(gsi_stmt(gsi)))
			return kmsan_is_must_tail(gsi_stmt(gsi));
	}
}

/* The first of these statements that is not transparent, or NULL. */
static gimple *kmsan_skip_transparent(gimple_stmt_iterator gsi)
{
	for (; !gsi_end_p(gsi); gsi_next(&gsi))
		if (!kmsan_is_transparent(gsi_stmt(gsi)))
			return gsi_stmt(gsi);
	return NULL;
}

/*
 * The return that an edge leads to without any code on the way, or NULL; @value
 * becomes what it returns then.
 */
static greturn *kmsan_return_behind(edge e, tree *value)
{
	basic_block bb = e->dest;
	gimple *stmt;
	greturn *end;

	if (e->flags & EDGE_COMPLEX || bb == EXIT_BLOCK_PTR_FOR_FN(cfun))
		return NULL;
	stmt = kmsan_skip_transparent(gsi_start_bb(bb));
	if (stmt) {
		end = dyn_cast<greturn *>(stmt);
		if (end)
			*value = gimple_return_retval(end);
	} else {
		end = single_succ_p(bb) && single_succ(bb) != bb ?
			      kmsan_return_behind(single_succ_edge(bb),
						  value) :
			      NULL;
	}
	if (end && *value && TREE_CODE(*value) == SSA_NAME) {
		gphi *phi = dyn_cast<gphi *>(SSA_NAME_DEF_STMT(*value));

		if (phi && gimple_bb(phi) == bb)
			*value = PHI_ARG_DEF_FROM_EDGE(phi, e);
	}
	return end;
}

static bool kmsan_separate(basic_block bb)
{
	tree value = NULL_TREE;
	greturn *shared, *own;
	gimple_stmt_iterator gsi;
	basic_block end;

	if (!single_succ_p(bb))
		return false;
	shared = kmsan_return_behind(single_succ_edge(bb), &value);
	if (!shared)
		return false;
	end = split_edge(single_succ_edge(bb));
	remove_edge(single_succ_edge(end));
	make_single_succ_edge(end, EXIT_BLOCK_PTR_FOR_FN(cfun), 0);
	own = gimple_build_return(value);
	gimple_set_location(own, gimple_location(shared));
	gsi = gsi_start_bb(end);
	gsi_insert_after(&gsi, own, GSI_NEW_STMT);
	return true;
}

/**
 * kmsan_separate_must_tails() - give calls that must be jumps their own return
 */
void kmsan_separate_must_tails(void)
{
	bool separated = false;
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		gimple_stmt_iterator gsi = gsi_last_bb(bb);

		while (!gsi_end_p(gsi) && kmsan_is_transparent(gsi_stmt(gsi)))
			gsi_prev(&gsi);
		if (!gsi_end_p(gsi) && kmsan_is_must_tail(gsi_stmt(gsi)))
			separated |= kmsan_separate(bb);
	}
	if (!separated)
		return;
	free_dominance_info(CDI_DOMINATORS);
	free_dominance_info(CDI_POST_DOMINATORS);
	delete_unreachable_blocks();
}
