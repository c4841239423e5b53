// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * jumps.cc - locals whose declaration is jumped over, or never reached.
 *
 * A goto, or a case of a switch, may enter a variable's scope after its
 * declaration.  Then neither the .DEFERRED_INIT nor the initialiser there is
 * executed.  Such a variable, if it is in memory, is poisoned at the start of
 * the function as well.  One in a register is an undefined value on that path,
 * which kmsan_hide_undefined() takes care of.
 *
 * All this is found in the front end's trees, since later ones have no scopes.
 * Places are numbers, given in the order of the source.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* No source can spell it, because of the blank. */
static const char kmsan_jumped_name[] = "kmsan jumped over";

/* A declaration, and where its scope ends. */
struct kmsan_scoped_local {
	tree decl;
	int place;
	int end;
};

/*
 * A jump.  That to a case comes from the start of its switch; a label whose
 * address is taken may be jumped to from anywhere, which is place 0.
 */
struct kmsan_jump {
	tree label;
	int place;
};

/* Where jumps lead, and the first and last of the places they come from. */
struct kmsan_landing {
	int to;
	int least;
	int most;
};

/*
 * What is known about the function at work.
 * @landings: one for each jump, sorted by where it leads; found when all jumps
 *	and labels are noted
 * @spans: a tree over them: element i sums up elements 2i and 2i + 1, and the
 *	landings themselves are its second half
 */
struct kmsan_jumps {
	auto_vec<struct kmsan_scoped_local> locals;
	auto_vec<struct kmsan_jump> jumps;
	hash_map<tree, int> labels;
	hash_set<tree> visited;
	auto_vec<struct kmsan_landing> landings;
	auto_vec<struct kmsan_landing> spans;
	int place;
	/* Where the innermost switch around it begins. */
	int switch_place;
};

static tree kmsan_note_scopes(tree *tp, int *walk_subtrees, void *data);

static void kmsan_note_within(struct kmsan_jumps *all, tree *body)
{
	walk_tree(body, kmsan_note_scopes, all, &all->visited);
}

/* Note where the scope ends for the locals that are declared in it. */
static void kmsan_note_scope(struct kmsan_jumps *all, tree bind)
{
	unsigned int first = all->locals.length();

	kmsan_note_within(all, &BIND_EXPR_BODY(bind));
	all->place++;
	for (unsigned int i = first; i < all->locals.length(); i++)
		if (!all->locals[i].end)
			all->locals[i].end = all->place;
}

static void kmsan_note_switch(struct kmsan_jumps *all, tree *body)
{
	int outer = all->switch_place;

	all->switch_place = all->place;
	kmsan_note_within(all, body);
	all->switch_place = outer;
}

static void kmsan_note_jump(struct kmsan_jumps *all, tree label, int place)
{
	struct kmsan_jump jump = { label, place };

	all->jumps.safe_push(jump);
}

static void kmsan_note_local(struct kmsan_jumps *all, tree decl)
{
	struct kmsan_scoped_local local = { decl, all->place, 0 };

	if (!VAR_P(decl))
		return;
	if (!TREE_STATIC(decl) && !DECL_EXTERNAL(decl))
		all->locals.safe_push(local);
	/* It may hold addresses of labels. */
	if (DECL_INITIAL(decl))
		kmsan_note_within(all, &DECL_INITIAL(decl));
}

static tree kmsan_note_scopes(tree *tp, int *walk_subtrees, void *data)
{
	struct kmsan_jumps *all = (struct kmsan_jumps *)data;
	tree t = *tp;

	if (TYPE_P(t)) {
		*walk_subtrees = 0;
		return NULL_TREE;
	}
	all->place++;
	switch ((int)TREE_CODE(t)) {
	case BIND_EXPR:
		kmsan_note_scope(all, t);
		*walk_subtrees = 0;
		break;
	case SWITCH_STMT:
		kmsan_note_within(all, &SWITCH_STMT_COND(t));
		kmsan_note_switch(all, &SWITCH_STMT_BODY(t));
		*walk_subtrees = 0;
		break;
	case SWITCH_EXPR:
		kmsan_note_within(all, &SWITCH_COND(t));
		kmsan_note_switch(all, &SWITCH_BODY(t));
		*walk_subtrees = 0;
		break;
	case CASE_LABEL_EXPR:
		all->labels.put(t, all->place);
		kmsan_note_jump(all, t, all->switch_place);
		break;
	case DECL_EXPR:
		kmsan_note_local(all, DECL_EXPR_DECL(t));
		break;
	case LABEL_EXPR:
		all->labels.put(LABEL_EXPR_LABEL(t), all->place);
		break;
	case GOTO_EXPR:
		if (TREE_CODE(GOTO_DESTINATION(t)) == LABEL_DECL)
			kmsan_note_jump(all, GOTO_DESTINATION(t), all->place);
		break;
	case ADDR_EXPR:
		/* &&label: a computed goto may lead there. */
		if (TREE_CODE(TREE_OPERAND(t, 0)) == LABEL_DECL)
			kmsan_note_jump(all, TREE_OPERAND(t, 0), 0);
		break;
	case ASM_EXPR:
		for (tree l = ASM_LABELS(t); l; l = TREE_CHAIN(l))
			kmsan_note_jump(all, TREE_VALUE(l), all->place);
		break;
	}
	return NULL_TREE;
}

static int kmsan_compare_landings(const void *a, const void *b)
{
	const struct kmsan_landing *first = (const struct kmsan_landing *)a;
	const struct kmsan_landing *second = (const struct kmsan_landing *)b;

	return first->to != second->to ?
		       (first->to < second->to ? -1 : 1) :
	       first->least != second->least ?
		       (first->least < second->least ? -1 : 1) :
		       0;
}

static void kmsan_extend(struct kmsan_landing *sum,
			 const struct kmsan_landing *part)
{
	sum->least = MIN(sum->least, part->least);
	sum->most = MAX(sum->most, part->most);
}

/* Find where the jumps lead, once all labels are known. */
static void kmsan_sort_jumps(struct kmsan_jumps *all)
{
	unsigned int i, n;
	struct kmsan_jump *jump;

	FOR_EACH_VEC_ELT (all->jumps, i, jump) {
		int *to = all->labels.get(jump->label);
		struct kmsan_landing landing = { 0, jump->place, jump->place };

		if (!to)
			continue;
		landing.to = *to;
		all->landings.safe_push(landing);
	}
	all->landings.qsort(kmsan_compare_landings);
	n = all->landings.length();
	all->spans.safe_grow_cleared(2 * n);
	for (i = 0; i < n; i++)
		all->spans[n + i] = all->landings[i];
	for (i = n; i-- > 1;) {
		all->spans[i] = all->spans[2 * i];
		kmsan_extend(&all->spans[i], &all->spans[2 * i + 1]);
	}
}

/* How many landings are before a place? */
static unsigned int kmsan_landings_before(struct kmsan_jumps *all, int place)
{
	struct kmsan_landing key = { place, INT_MIN, 0 };

	return all->landings.lower_bound(
		key, [](const struct kmsan_landing &a,
			const struct kmsan_landing &b) { return a.to < b.to; });
}

/* Does a jump lead from outside into the scope, past the declaration? */
static bool kmsan_is_entered(struct kmsan_jumps *all,
			     const struct kmsan_scoped_local *local)
{
	unsigned int n = all->landings.length();
	unsigned int from = kmsan_landings_before(all, local->place + 1) + n;
	unsigned int to = kmsan_landings_before(all, local->end) + n;
	struct kmsan_landing sum = { 0, INT_MAX, INT_MIN };

	for (; from < to; from /= 2, to /= 2) {
		if (from & 1)
			kmsan_extend(&sum, &all->spans[from++]);
		if (to & 1)
			kmsan_extend(&sum, &all->spans[--to]);
	}
	return sum.least < local->place || sum.most > local->end;
}

/**
 * kmsan_find_jumped_locals() - mark the locals whose declaration is jumped over
 * @fndecl: a function that the front end has just finished
 */
void kmsan_find_jumped_locals(tree fndecl)
{
	struct kmsan_jumps all;
	unsigned int i;
	struct kmsan_scoped_local *local;

	if (!DECL_SAVED_TREE(fndecl) || kmsan_opts.auto_init ||
	    kmsan_function_class(fndecl) == KMSAN_UNINSTRUMENTED)
		return;
	all.place = all.switch_place = 0;
	kmsan_note_within(&all, &DECL_SAVED_TREE(fndecl));
	kmsan_sort_jumps(&all);
	FOR_EACH_VEC_ELT (all.locals, i, local)
		if (kmsan_is_entered(&all, local))
			DECL_ATTRIBUTES(local->decl) = tree_cons(
				get_identifier(kmsan_jumped_name), NULL_TREE,
				DECL_ATTRIBUTES(local->decl));
}

/**
 * kmsan_is_jumped_over() - may this local be used without its declaration
 * having been executed?
 * @var: a local variable
 */
bool kmsan_is_jumped_over(tree var)
{
	return lookup_attribute(kmsan_jumped_name, DECL_ATTRIBUTES(var));
}

/*
 * Locals of the function at work that were declared without an initialiser.
 * @in_order: the same in the order of declaration, since addresses of trees
 *	vary
 */
struct kmsan_noted_locals {
	hash_set<tree> decls;
	auto_vec<tree> in_order;
};

static struct kmsan_noted_locals *kmsan_declared_locals;

static tree kmsan_note_one(gimple_stmt_iterator *gsi, bool *handled,
			   struct walk_stmt_info *)
{
	gimple *stmt = gsi_stmt(*gsi);
	tree lhs;

	*handled = false;
	if (gimple_call_internal_p(stmt, IFN_DEFERRED_INIT)) {
		lhs = gimple_call_lhs(stmt);
		if (VAR_P(lhs) && !is_gimple_reg_type(TREE_TYPE(lhs)) &&
		    !kmsan_declared_locals->decls.add(lhs))
			kmsan_declared_locals->in_order.safe_push(lhs);
	}
	return NULL_TREE;
}

/**
 * kmsan_note_declared() - remember the locals that are declared
 *
 * To be called before there is a flow graph, while unreachable statements still
 * exist.
 */
void kmsan_note_declared(void)
{
	struct walk_stmt_info info;

	delete kmsan_declared_locals;
	kmsan_declared_locals = new kmsan_noted_locals;
	memset(&info, 0, sizeof(info));
	walk_gimple_seq(gimple_body(current_function_decl), kmsan_note_one,
			NULL, &info);
}

/**
 * kmsan_restore_declared() - declare locals whose declaration is never reached
 *
 * A switch may jump over a declaration that nothing reaches.  The variable
 * still exists, so it is declared at the start of the function.
 */
void kmsan_restore_declared(void)
{
	basic_block bb;

	if (!kmsan_declared_locals)
		return;
	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (gimple_call_internal_p(gsi_stmt(gsi),
						   IFN_DEFERRED_INIT))
				kmsan_declared_locals->decls.remove(
					gimple_call_lhs(gsi_stmt(gsi)));
	for (tree decl : kmsan_declared_locals->in_order) {
		tree size = TYPE_SIZE_UNIT(TREE_TYPE(decl));
		gcall *call;

		if (!kmsan_declared_locals->decls.contains(decl) ||
		    kmsan_type_bytes(TREE_TYPE(decl)) <= 0)
			continue;
		call = gimple_build_call_internal(
			IFN_DEFERRED_INIT, 3, size,
			build_int_cst(integer_type_node, AUTO_INIT_ZERO),
			kmsan_descr(decl));
		gimple_call_set_lhs(call, decl);
		gimple_set_location(call, DECL_SOURCE_LOCATION(decl));
		gsi_insert_on_edge_immediate(
			single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun)), call);
	}
	delete kmsan_declared_locals;
	kmsan_declared_locals = NULL;
}
