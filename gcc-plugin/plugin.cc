// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * plugin.cc - registration with GCC, and what the plugin does not work with.
 *
 * gcc -fplugin=kmsan [-fplugin-arg-kmsan-NAME[=VALUE]...]; the arguments are in
 * arguments.def.
 *
 * To debug: dump-tree shows each function after the pass, and -fchecking
 * verifies the IR after every pass.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

__attribute__((visibility("default"))) int plugin_is_GPL_compatible;

/* They are missing in lto1, which preprocesses nothing. */
#pragma weak parse_in
#pragma weak cpp_define
#pragma weak cpp_get_options

static struct plugin_info kmsan_info = {
	GCCPLUGIN_VERSION_MAJOR >= 12 ? "1.0" : NULL,
	kmsan_help,
};

static const struct {
	unsigned int flags;
	const char *option;
	const char *reason;
} kmsan_refused_sanitizers[] = {
	{ SANITIZE_KERNEL_ADDRESS, "-fsanitize=kernel-address",
	  "both lay a shadow over memory" },
	{ SANITIZE_ADDRESS, "-fsanitize=address",
	  "both lay a shadow over memory" },
	{ SANITIZE_KERNEL_HWADDRESS, "-fsanitize=kernel-hwaddress",
	  "it puts tags into addresses" },
	{ SANITIZE_HWADDRESS, "-fsanitize=hwaddress",
	  "it puts tags into addresses" },
	{ SANITIZE_THREAD, "-fsanitize=thread",
	  "both lay a shadow over memory" },
	{ SANITIZE_LEAK, "-fsanitize=leak", "both replace malloc()" },
};

static void kmsan_check_sanitizers(void)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_refused_sanitizers); i++)
		if (flag_sanitize & kmsan_refused_sanitizers[i].flags)
			fatal_error(UNKNOWN_LOCATION,
				    "kmsan: %qs cannot be used with the "
				    "plugin: %s",
				    kmsan_refused_sanitizers[i].option,
				    kmsan_refused_sanitizers[i].reason);
}

/* Refuse what cannot work, once all options are known. */
static void kmsan_check_unit(void)
{
	if (!startswith(lang_hooks.name, "GNU C") &&
	    strcmp(lang_hooks.name, "GNU GIMPLE"))
		fatal_error(UNKNOWN_LOCATION,
			    "kmsan: the plugin instruments C and C++; it "
			    "cannot compile %s", lang_hooks.name);
	if (UNITS_PER_WORD != 8 || POINTER_SIZE != 64)
		fatal_error(UNKNOWN_LOCATION,
			    "kmsan: the plugin knows the 64-bit ABI of x86-64 "
			    "only; %<-m32%>, %<-mx32%> and %<-m16%> cannot be "
			    "used with it");
	if (flag_tm)
		fatal_error(UNKNOWN_LOCATION,
			    "kmsan: %<-fgnu-tm%> cannot be used with the "
			    "plugin: a transaction cannot call the runtime");
	kmsan_check_sanitizers();
}

/*
 * A position-dependent program is in a part of the address space with another
 * distance, so its code has to call the runtime.  So has code whose faults
 * become exceptions: the access to the shadow would fault first, outside of any
 * try block, while the runtime answers for any address.
 */
static void kmsan_choose_reach(void)
{
	if (kmsan_opts.metadata == KMSAN_REACH_USER &&
	    ((!flag_pic && !flag_pie) || flag_non_call_exceptions))
		kmsan_opts.metadata = KMSAN_REACH_CALL;
}

static void kmsan_start_unit(void *, void *)
{
	kmsan_choose_reach();
	/*
	 * What C++ code writes is initialised, for C code to use.  C++ code is
	 * not checked: the classes and functions of its library are compiled
	 * without the plugin.
	 */
	if (startswith(lang_hooks.name, "GNU C++"))
		kmsan_opts.no_checks = true;
	if (!kmsan_opts.uninstrumented) {
		kmsan_check_unit();
		kmsan_mark_traps();
	}
	if (!kmsan_opts.uninstrumented && &parse_in && &cpp_define &&
	    &cpp_get_options && parse_in &&
	    !cpp_get_options(parse_in)->preprocessed)
		cpp_define(parse_in, "__SANITIZE_MEMORY__");
}

static void kmsan_pre_genericize(void *event_data, void *)
{
	kmsan_find_jumped_locals((tree)event_data);
	kmsan_split_padded_initialisers((tree)event_data);
	kmsan_skip_unused_scopes((tree)event_data);
}

/*
 * Facts that the pass would make untrue are not deduced at all: what a function
 * reads and writes (modref), and that two functions are the same (ICF, which
 * would also merge classes and the names in reports).  Const and pure are
 * deduced, and later withdrawn (facts.cc).
 */
static void kmsan_set_flags(void)
{
	flag_ipa_modref = 0;
	flag_ipa_icf = 0;
	flag_ipa_icf_functions = 0;
	flag_ipa_pta = 0;
	/* When LTO links, these facts have already been withdrawn. */
	if (!strcmp(lang_hooks.name, "GNU GIMPLE"))
		flag_ipa_pure_const = 0;
	/* It may move a load from a callee to a caller of another class. */
	flag_ipa_sra = 0;
	/*
	 * On functions as large as instrumentation makes them, GCSE of RTL
	 * takes longer than everything else; FRE and PRE of GIMPLE have already
	 * found what it could find.
	 */
	flag_gcse = 0;
	/* They would add branches on values that the program does not have. */
	flag_value_profile_transformations = 0;
	/* Zeros, since a pattern would bring calls that clear the padding. */
	if (flag_auto_var_init == AUTO_INIT_UNINITIALIZED)
		flag_auto_var_init = AUTO_INIT_ZERO;
	else
		kmsan_opts.auto_init = true;
}

/**
 * plugin_init() - what the loader calls when it knows that the versions agree
 * @info: name and arguments
 *
 * Return: 0, or 1 if the plugin cannot be used.
 */
__attribute__((visibility("default"))) int
plugin_init(struct plugin_name_args *info, struct plugin_gcc_version *)
{
	bool good = true;

	for (int i = 0; i < info->argc; i++)
		good &= kmsan_read_argument(&info->argv[i]);
	if (!good)
		return 1;
	if (!kmsan_opts.uninstrumented)
		kmsan_set_flags();
	kmsan_wrap_inlining();
	if (kmsan_opts.keep_registers)
		kmsan_wrap_abis();
	kmsan_entry_points_init();
	kmsan_metadata_init();
	kmsan_builtins_init();
	register_callback(info->base_name, PLUGIN_INFO, NULL, &kmsan_info);
	register_callback(info->base_name, PLUGIN_ATTRIBUTES,
			  kmsan_register_attributes, NULL);
	register_callback(info->base_name, PLUGIN_START_UNIT, kmsan_start_unit,
			  NULL);
	register_callback(info->base_name, PLUGIN_FINISH_UNIT,
			  kmsan_announce_distance, NULL);
	register_callback(info->base_name, PLUGIN_FINISH_PARSE_FUNCTION,
			  kmsan_stream_options, NULL);
	register_callback(info->base_name, PLUGIN_PRE_GENERICIZE,
			  kmsan_pre_genericize, NULL);
	register_callback(info->base_name, PLUGIN_ALL_PASSES_START,
			  kmsan_restore_flags, NULL);
	register_callback(info->base_name, PLUGIN_OVERRIDE_GATE,
			  kmsan_keep_order, NULL);
	kmsan_register_passes(info->base_name, kmsan_opts.dump);
	return 0;
}
