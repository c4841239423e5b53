// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * schedule.cc - where the plugin's passes stand among GCC's.
 *
 * The pass that instruments runs where AddressSanitizer's does: after IPA
 * inlining and the early scalar optimisations, before the loop passes, which
 * then see all of the code.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * A guard that was taken determines the outcome of later guards of the same
 * shadow.  Threading would copy all of the code in between, for a path that
 * should never run.
 *
 * Calls that keep registers leave RTL's loop invariants room to hold even the
 * address of a memory operand of an asm.  Linux patches such instructions and
 * recognises them by their addressing mode.
 */
static void kmsan_limit_later_passes(void)
{
	flag_thread_jumps = 0;
	flag_split_paths = 0;
	flag_move_loop_invariants = 0;
}

/**
 * kmsan_restore_flags() - a function begins: let the early passes do everything
 * @event_data: unused
 * @data: unused
 */
void kmsan_restore_flags(void *, void *)
{
	tree fndecl = current_function_decl;

	flag_thread_jumps = opt_for_fn(fndecl, flag_thread_jumps);
	flag_split_paths = opt_for_fn(fndecl, flag_split_paths);
	flag_move_loop_invariants =
		opt_for_fn(fndecl, flag_move_loop_invariants);
}

/*
 * A function passes several of the places where the pass is registered.  This
 * bit, far above GCC's own, says that it has been instrumented.
 */
#define PROP_kmsan (1u << 31)

/*
 * Passes that must not see a function before it is instrumented: they test
 * conditions in an order that is not the program's, or several by one switch or
 * bit test.  After one condition the outcome of the next may no longer matter,
 * so that one may be poisoned; tested first, or together, it would be reported.
 */
static const char *const kmsan_reorder[] = {
	"iftoswitch",
	"reassoc",
#if KMSAN_IFCOMBINE_REORDERS
	"ifcombine",
#endif
};

/**
 * kmsan_keep_order() - is a pass to be run?
 * @event_data: the answer so far, a bool
 * @data: unused
 */
void kmsan_keep_order(void *event_data, void *)
{
	bool *gate = (bool *)event_data;

	if (!*gate || !cfun || !current_function_decl || !current_pass ||
	    !current_pass->name || (cfun->curr_properties & PROP_kmsan))
		return;
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_reorder); i++)
		if (!strcmp(current_pass->name, kmsan_reorder[i]) &&
		    kmsan_recall_options(current_function_decl) &&
		    kmsan_function_class(current_function_decl) ==
			    KMSAN_INSTRUMENTED)
			*gate = false;
}

/* The condition of an attribute assume is only looked at, and never called. */
static bool kmsan_is_not_instrumented(function *fn)
{
	return !(fn->curr_properties & PROP_kmsan) &&
	       !kmsan_is_assumption(fn) && kmsan_recall_options(fn->decl);
}

static unsigned int kmsan_instrument_and_limit(function *fn)
{
	unsigned int todo = kmsan_instrument_function();

	if (kmsan_function_class(fn->decl) == KMSAN_INSTRUMENTED)
		kmsan_limit_later_passes();
	return todo;
}

static bool kmsan_hides(function *fn)
{
	return optimize && !kmsan_is_assumption(fn) &&
	       kmsan_recall_options(fn->decl) && !kmsan_opts.auto_init;
}

static unsigned int kmsan_join_and_hide(function *)
{
	kmsan_join_stored_inits();
	kmsan_hide_deferred_inits();
	kmsan_hide_new_memory();
	return TODO_update_ssa_only_virtuals;
}

static bool kmsan_has_declarations(function *)
{
	return !kmsan_opts.auto_init;
}

static unsigned int kmsan_note(function *)
{
	kmsan_note_declared();
	return 0;
}

static unsigned int kmsan_restore(function *)
{
	kmsan_restore_declared();
	return 0;
}

/* A pass over one function. */
struct kmsan_pass_of_function {
	struct pass_data data;
	bool (*gate)(function *fn);
	unsigned int (*execute)(function *fn);
};

static const struct kmsan_pass_of_function kmsan_instrumenting = {
	{ GIMPLE_PASS, "kmsan", OPTGROUP_NONE, TV_PLUGIN_RUN,
	  PROP_ssa | PROP_cfg, PROP_kmsan, 0, 0, 0 },
	kmsan_is_not_instrumented,
	kmsan_instrument_and_limit,
};

static const struct kmsan_pass_of_function kmsan_hiding = {
	{ GIMPLE_PASS, "kmsan_hide", OPTGROUP_NONE, TV_PLUGIN_RUN,
	  PROP_ssa | PROP_cfg, 0, 0, 0, 0 },
	kmsan_hides,
	kmsan_join_and_hide,
};

static bool kmsan_was_instrumented(function *fn)
{
	return optimize && (fn->curr_properties & PROP_kmsan) &&
	       kmsan_recall_options(fn->decl) &&
	       kmsan_function_class(fn->decl) == KMSAN_INSTRUMENTED;
}

static unsigned int kmsan_prepare(function *)
{
	kmsan_prepare_for_rtl();
	return 0;
}

static const struct kmsan_pass_of_function kmsan_preparing = {
	{ GIMPLE_PASS, "kmsan_late", OPTGROUP_NONE, TV_PLUGIN_RUN,
	  PROP_ssa | PROP_cfg, 0, 0, 0, 0 },
	kmsan_was_instrumented,
	kmsan_prepare,
};

/* These two run before and after the construction of the flow graph. */
static const struct kmsan_pass_of_function kmsan_noting = {
	{ GIMPLE_PASS, "*kmsan_note", OPTGROUP_NONE, TV_NONE, PROP_gimple_any,
	  0, 0, 0, 0 },
	kmsan_has_declarations,
	kmsan_note,
};

static const struct kmsan_pass_of_function kmsan_restoring = {
	{ GIMPLE_PASS, "*kmsan_restore", OPTGROUP_NONE, TV_NONE, PROP_cfg, 0, 0,
	  0, 0 },
	kmsan_has_declarations,
	kmsan_restore,
};

namespace {
class kmsan_function_pass : public gimple_opt_pass {
    public:
	kmsan_function_pass(const struct kmsan_pass_of_function &what,
			    gcc::context *ctxt)
		: gimple_opt_pass(what.data, ctxt), m_what(what)
	{
	}
	opt_pass *clone() final override
	{
		return new kmsan_function_pass(m_what, m_ctxt);
	}
	bool gate(function *fn) final override
	{
		return m_what.gate(fn);
	}
	unsigned int execute(function *fn) final override
	{
		return m_what.execute(fn);
	}

    private:
	const struct kmsan_pass_of_function &m_what;
};
} // namespace

static const struct pass_data kmsan_facts_pass_data = {
	SIMPLE_IPA_PASS, "*kmsan_facts", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0,
};

namespace {
/* A pass over all functions. */
class kmsan_facts_pass : public simple_ipa_opt_pass {
    public:
	kmsan_facts_pass(gcc::context *ctxt)
		: simple_ipa_opt_pass(kmsan_facts_pass_data, ctxt)
	{
	}
	opt_pass *clone() final override
	{
		return new kmsan_facts_pass(m_ctxt);
	}
	unsigned int execute(function *) final override
	{
		kmsan_forget_function_facts();
		kmsan_note_taskloops();
		kmsan_find_switches();
		return 0;
	}
};
} // namespace

/* Where each pass over a function stands. */
static const struct {
	const struct kmsan_pass_of_function *what;
	enum pass_positioning_ops where;
	const char *reference;
} kmsan_places[] = {
	{ &kmsan_noting, PASS_POS_INSERT_BEFORE, "cfg" },
	{ &kmsan_restoring, PASS_POS_INSERT_AFTER, "cfg" },
	/*
	 * After the passes that warn about undefined values, and those that
	 * make new ones.
	 */
	{ &kmsan_hiding, PASS_POS_INSERT_AFTER, "ubsan" },
	{ &kmsan_hiding, PASS_POS_INSERT_AFTER, "esra" },
	{ &kmsan_hiding, PASS_POS_INSERT_AFTER, "sra" },
	/*
	 * Before AddressSanitizer's place, and with -Og and -O0 before a switch
	 * becomes a tree of comparisons, each of which would report the same
	 * use.
	 */
	{ &kmsan_instrumenting, PASS_POS_INSERT_BEFORE, "asan" },
	{ &kmsan_instrumenting, PASS_POS_INSERT_BEFORE, "switchlower" },
	{ &kmsan_instrumenting, PASS_POS_INSERT_BEFORE, "switchlower_O0" },
	{ &kmsan_instrumenting, PASS_POS_INSERT_BEFORE, "asan0" },
	/* After all that merges computations. */
	{ &kmsan_preparing, PASS_POS_INSERT_AFTER, "uncprop" },
};

static void kmsan_register_pass(const char *plugin_name, opt_pass *pass,
				const char *reference,
				enum pass_positioning_ops where)
{
	struct register_pass_info info = { pass, reference, 0, where };

	register_callback(plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}

/**
 * kmsan_register_passes() - put the passes in their places
 * @plugin_name: as GCC calls the plugin
 * @dump: NULL, or what follows -fdump-tree-kmsan: "", "-lineno", "=FILE", ...
 *
 * GCC looks at -fdump- options before it loads plugins, so it refuses those
 * that name a pass of ours; the plugin has to do the same itself.
 */
void kmsan_register_passes(const char *plugin_name, const char *dump)
{
	char *option;

	kmsan_register_pass(plugin_name, new kmsan_facts_pass(g),
			    "remove_symbols", PASS_POS_INSERT_BEFORE);
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_places); i++)
		kmsan_register_pass(plugin_name,
				    new kmsan_function_pass(
					    *kmsan_places[i].what, g),
				    kmsan_places[i].reference,
				    kmsan_places[i].where);
	kmsan_register_pass(plugin_name, make_pass_lower_vector_ssa(g), "kmsan",
			    PASS_POS_INSERT_AFTER);
	if (dump) {
		option = concat("tree-kmsan", dump, NULL);
		g->get_dumps()->dump_switch_p(option);
		free(option);
	}
}
