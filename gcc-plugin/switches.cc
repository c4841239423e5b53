// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * switches.cc - where the runtime is turned off and on.
 *
 * While it is off, getters answer with dummy pages.  An answer must not outlive
 * a call that turns it off or on: what is stored through a dummy page is lost.
 * Only a function that contains such a call needs care, since whatever else it
 * calls leaves the runtime as it was.  The exceptions, such as helpers that
 * only turn it off, are found here.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * The step of a call is how many times more it turns the runtime off than on;
 * this stands for one that is not known.
 */
#define KMSAN_ANY_STEP INT_MIN

/* The depth of a block that has not been reached yet. */
#define KMSAN_NO_DEPTH INT_MAX

/* Linux's functions, since calls of them are compiled in other files. */
static const struct {
	const char *name;
	int step;
} kmsan_switches[] = {
	{ "kmsan_disable_current", 1 },
	{ "kmsan_enable_current", -1 },
	{ "kmsan_init_runtime", KMSAN_ANY_STEP },
	{ "mm_core_init", KMSAN_ANY_STEP },
};

/*
 * The step of a function of this file, as an attribute, which clones inherit.
 */
static const char kmsan_step_attribute[] = "kmsan step";

static int kmsan_step_of(tree fndecl)
{
	tree attribute = lookup_attribute(kmsan_step_attribute,
					  DECL_ATTRIBUTES(fndecl));

	if (attribute)
		return tree_to_shwi(TREE_VALUE(attribute));
	if (!DECL_NAME(fndecl) || !TREE_PUBLIC(fndecl))
		return 0;
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_switches); i++)
		if (id_equal(DECL_NAME(fndecl), kmsan_switches[i].name))
			return kmsan_switches[i].step;
	return 0;
}

static int kmsan_step_of_stmt(gimple *stmt)
{
	tree fndecl = is_gimple_call(stmt) ? gimple_call_fndecl(stmt) :
					     NULL_TREE;

	return fndecl ? kmsan_step_of(fndecl) : 0;
}

static int kmsan_add_step(int depth, int step)
{
	return depth == KMSAN_ANY_STEP || step == KMSAN_ANY_STEP ?
		       KMSAN_ANY_STEP :
		       depth + step;
}

static int kmsan_step_of_block(basic_block bb)
{
	int step = 0;

	for (gimple_stmt_iterator gsi = gsi_start_bb(bb); !gsi_end_p(gsi);
	     gsi_next(&gsi))
		step = kmsan_add_step(step,
				      kmsan_step_of_stmt(gsi_stmt(gsi)));
	return step;
}

/* The step of a function, if all paths through it have the same. */
static int kmsan_step_of_body(struct function *fn)
{
	auto_vec<basic_block> work;
	auto_vec<int> depths;

	depths.safe_grow(last_basic_block_for_fn(fn));
	for (unsigned int i = 0; i < depths.length(); i++)
		depths[i] = KMSAN_NO_DEPTH;
	depths[ENTRY_BLOCK] = 0;
	work.safe_push(ENTRY_BLOCK_PTR_FOR_FN(fn));
	while (work.length()) {
		basic_block bb = work.pop();
		int depth = kmsan_add_step(depths[bb->index],
					   kmsan_step_of_block(bb));
		edge_iterator ei;
		edge e;

		FOR_EACH_EDGE (e, ei, bb->succs) {
			int &next = depths[e->dest->index];

			if (next != KMSAN_NO_DEPTH && next != depth)
				return KMSAN_ANY_STEP;
			if (next == KMSAN_NO_DEPTH &&
			    e->dest->index != EXIT_BLOCK)
				work.safe_push(e->dest);
			next = depth;
		}
	}
	return depths[EXIT_BLOCK] == KMSAN_NO_DEPTH ? 0 : depths[EXIT_BLOCK];
}

static bool kmsan_calls_switch(struct cgraph_node *node)
{
	for (struct cgraph_edge *e = node->callees; e; e = e->next_callee)
		if (kmsan_step_of(e->callee->decl))
			return true;
	return false;
}

/* Note the step of a function; false if that changes nothing. */
static bool kmsan_note_step(tree fndecl, int step)
{
	int old = kmsan_step_of(fndecl);

	if (step == old || old == KMSAN_ANY_STEP)
		return false;
	/* If the step changes again, the function calls itself. */
	if (old)
		step = KMSAN_ANY_STEP;
	DECL_ATTRIBUTES(fndecl) = tree_cons(
		get_identifier(kmsan_step_attribute),
		build_int_cst(integer_type_node, step),
		DECL_ATTRIBUTES(fndecl));
	return true;
}

/**
 * kmsan_find_switches() - find the functions that turn the runtime off or on
 *
 * To be called when all functions of the file have a flow graph.
 */
void kmsan_find_switches(void)
{
	struct cgraph_node *node;
	bool changed;

	do {
		changed = false;
		FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node) {
			if (node->alias || node->thunk || !node->lowered ||
			    !kmsan_calls_switch(node))
				continue;
			changed |= kmsan_note_step(
				node->decl,
				kmsan_step_of_body(
					DECL_STRUCT_FUNCTION(node->decl)));
		}
	} while (changed);
}

/**
 * kmsan_has_switch() - may a call in the function at work move metadata?
 */
bool kmsan_has_switch(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (kmsan_step_of_stmt(gsi_stmt(gsi)))
				return true;
	}
	return false;
}
