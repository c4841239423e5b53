// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lifetimes.cc - where a local in memory has to be poisoned.
 *
 * The declaration of a local without an initialiser poisons it, by a call of
 * the runtime that saves a stack trace.  That is often too early: many paths
 * never reach the first use of the local.  And where the first use is an
 * assignment, there is nothing to poison.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * Where a local is used.
 * @bb: the nearest block that dominates all uses; NULL while there is none
 * @first: the first statement in @bb that uses it, or NULL
 * @declarations: statements that declare it
 * @unknown: it is used in ways that cannot be followed
 */
struct kmsan_lifetime {
	basic_block bb;
	gimple *first;
	unsigned int declarations;
	bool unknown;
};

static hash_map<tree, struct kmsan_lifetime> *kmsan_lifetimes;

static bool kmsan_note_use(gimple *stmt, tree ref, tree, void *)
{
	struct kmsan_lifetime *life;
	tree base = get_base_address(ref);
	basic_block bb = gimple_bb(stmt), common = bb;

	if (!base || !VAR_P(base))
		return false;
	life = &kmsan_lifetimes->get_or_insert(base);
	if (gimple_code(stmt) == GIMPLE_PHI) {
		life->unknown = true;
		return false;
	}
	if (life->bb)
		common = nearest_common_dominator(CDI_DOMINATORS, life->bb, bb);
	if (common != life->bb)
		life->first = NULL;
	life->bb = common;
	if (common == bb && !life->first)
		life->first = stmt;
	return false;
}

static void kmsan_note_declaration(gimple *stmt)
{
	tree lhs = kmsan_declared(stmt);
	tree base = get_base_address(lhs);
	struct kmsan_lifetime *life;

	if (!base || !VAR_P(base))
		return;
	life = &kmsan_lifetimes->get_or_insert(base);
	life->declarations++;
	/* A member of the frame that nested functions share. */
	if (base != lhs)
		life->unknown = true;
}

/**
 * kmsan_find_lifetimes() - find out where the locals are used
 *
 * To be called before the function is changed.
 */
void kmsan_find_lifetimes(void)
{
	unsigned int uid = 0;
	basic_block bb;

	if (!optimize || cfun->calls_setjmp || cfun->has_nonlocal_label ||
	    !current_loops || loops_state_satisfies_p(LOOPS_NEED_FIXUP))
		return;
	kmsan_lifetimes = new hash_map<tree, struct kmsan_lifetime>;
	FOR_EACH_BB_FN (bb, cfun) {
		for (gphi_iterator gsi = gsi_start_phis(bb); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			walk_stmt_load_store_addr_ops(gsi.phi(), NULL,
						      kmsan_note_use,
						      kmsan_note_use,
						      kmsan_note_use);
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);

			gimple_set_uid(stmt, ++uid);
			if (kmsan_is_declaration(stmt))
				kmsan_note_declaration(stmt);
			else if (!is_gimple_debug(stmt) &&
				 !gimple_clobber_p(stmt))
				walk_stmt_load_store_addr_ops(
					stmt, NULL, kmsan_note_use,
					kmsan_note_use, kmsan_note_use);
		}
	}
}

/**
 * kmsan_forget_lifetimes() - the answers no longer hold
 */
void kmsan_forget_lifetimes(void)
{
	delete kmsan_lifetimes;
	kmsan_lifetimes = NULL;
}

/* What is known about @var, if it is a local that is declared at most once. */
static const struct kmsan_lifetime *kmsan_lifetime_of(tree var)
{
	const struct kmsan_lifetime *life =
		kmsan_lifetimes && VAR_P(var) ? kmsan_lifetimes->get(var) :
						NULL;

	return life && !life->unknown && life->declarations <= 1 ? life : NULL;
}

static bool kmsan_is_mention(gimple *, tree ref, tree, void *var)
{
	return get_base_address(ref) == (tree)var;
}

/* Does @stmt give all of @var a value that does not depend on @var? */
static bool kmsan_overwrites(gimple *stmt, tree var)
{
	return gimple_assign_single_p(stmt) &&
	       gimple_assign_lhs(stmt) == var &&
	       is_gimple_reg_type(TREE_TYPE(var)) &&
	       is_gimple_val(gimple_assign_rhs1(stmt)) &&
	       !walk_stmt_load_store_addr_ops(stmt, var, kmsan_is_mention, NULL,
					      kmsan_is_mention);
}

/**
 * kmsan_is_dead_poison() - is a local assigned to before anything else?
 * @var: the local
 * @declaration: the statement that declares it; NULL for the function's start
 *
 * Return: true if it is, or if it is not used at all.
 */
bool kmsan_is_dead_poison(tree var, gimple *declaration)
{
	const struct kmsan_lifetime *life = kmsan_lifetime_of(var);

	if (!life)
		return false;
	if (!life->bb)
		return true;
	if (!life->first)
		return false;
	/* A use before the declaration is one in the next iteration. */
	if (declaration && gimple_bb(declaration) == life->bb)
		return gimple_uid(declaration) < gimple_uid(life->first) &&
		       kmsan_overwrites(life->first, var);
	return kmsan_first_use(var, declaration ?
					    gimple_bb(declaration) :
					    single_succ(
						    ENTRY_BLOCK_PTR_FOR_FN(
							    cfun))) &&
	       kmsan_overwrites(life->first, var);
}

/**
 * kmsan_first_use() - the block where a local has to be poisoned at the latest
 * @var: the local
 * @from: block where it is declared
 *
 * Return: the block; NULL if it has to be done at the declaration, as it must
 * stay in the same block or loop.
 */
basic_block kmsan_first_use(tree var, basic_block from)
{
	const struct kmsan_lifetime *life = kmsan_lifetime_of(var);

	if (!life || !life->bb || life->bb == from ||
	    life->bb->loop_father != from->loop_father ||
	    ((life->bb->flags | from->flags) & BB_IRREDUCIBLE_LOOP) ||
	    !dominated_by_p(CDI_DOMINATORS, life->bb, from))
		return NULL;
	return life->bb;
}
