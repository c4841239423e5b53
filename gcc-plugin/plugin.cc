// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * plugin.cc - arguments of the plugin and registration with GCC.
 *
 * gcc -fplugin=kmsan [-fplugin-arg-kmsan-NAME[=VALUE]...]
 *
 *   param-retval=0|1       eager checks of scalar arguments (default 1)
 *   no-checks              no function of this file checks or propagates
 *   uninstrumented         no function of this file is instrumented
 *   boundary-audit[=FILE]  list calls from uninstrumented functions that reach
 *                          instrumented ones (default: stderr)
 *   keep-registers=0|1     call entry points that change RAX and RDX only
 *                          (default 0)
 *   page-cache=0|1         ask once for accesses that are near each other (1)
 *   call-tag=0|1           shadow reaches whom it is meant for, nobody else (0)
 *   dump-tree[=FLAGS[:FILE]]  as -fdump-tree-kmsan[-FLAGS][=FILE] would, if it
 *                          could
 *   dump-unhandled[=FILE]  list constructs without a rule (default: stderr)
 *
 * To debug: dump-tree shows each function after the pass, and -fchecking
 * verifies the IR behind every pass.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

__attribute__((visibility("default"))) int plugin_is_GPL_compatible;

/* Not there in lto1, which preprocesses nothing. */
#pragma weak parse_in
#pragma weak cpp_define
#pragma weak cpp_get_options

struct kmsan_options kmsan_opts = {
	.param_retval = true,
	.page_cache = true,
};

static struct plugin_info kmsan_info = {
	GCCPLUGIN_VERSION_MAJOR >= 12 ? "1.0" : NULL,
	"KMSAN: instruments code to find uses of uninitialised memory.\n"
	"Arguments, each as -fplugin-arg-kmsan-NAME[=VALUE]:\n"
	"  param-retval=0|1       check scalar arguments at the call (1)\n"
	"  no-checks              neither check nor propagate in this file\n"
	"  uninstrumented         instrument nothing in this file\n"
	"  boundary-audit[=FILE]  list calls that leave uninstrumented code "
	"(stderr)\n"
	"  keep-registers=0|1     call entry points that keep registers (0)\n"
	"  page-cache=0|1         ask once for accesses in one page (1)\n"
	"  metadata=call|user|kernel  reach metadata by calls, or by the layout "
	"of programs or the kernel (call)\n"
	"  call-tag=0|1           let callees see who passed them shadow (0)\n"
	"  dump-tree[=FLAGS[:FILE]]\n"
	"                         dump what -fdump-tree-kmsan[-FLAGS][=FILE] would\n"
	"  dump-unhandled[=FILE]  list constructs without a rule (stderr)\n",
};

static const char kmsan_known_arguments[] =
	"param-retval=0|1, no-checks, uninstrumented, boundary-audit[=FILE], "
	"keep-registers=0|1, page-cache=0|1, "
	"metadata=call|user|kernel, call-tag=0|1, "
	"dump-tree[=FLAGS[:FILE]], dump-unhandled[=FILE]";

static bool kmsan_no_value(const struct plugin_argument *arg)
{
	if (!arg->value)
		return true;
	error("kmsan: argument %qs takes no value, but has %qs", arg->key,
	      arg->value);
	return false;
}

static bool kmsan_parse_flag(const struct plugin_argument *arg, bool *flag)
{
	if (arg->value && !strcmp(arg->value, "0")) {
		*flag = false;
	} else if (arg->value && !strcmp(arg->value, "1")) {
		*flag = true;
	} else {
		error("kmsan: %qs is no value of argument %qs; it is 0 or 1",
		      arg->value ? arg->value : "", arg->key);
		return false;
	}
	return true;
}

/*
 * What follows -fdump-tree-kmsan.  A colon stands for the =, behind which GCC
 * cuts an argument's end off.
 */
static const char *kmsan_dump_option(const char *value)
{
	const char *file = value ? strchr(value, ':') : NULL;
	char *option;

	if (!value)
		return "";
	option = concat(file == value ? "" : "-", value, NULL);
	if (file)
		*strchr(option, ':') = '=';
	return option;
}

static bool kmsan_parse_metadata(const struct plugin_argument *arg)
{
	static const char *const names[] = { "call", "user", "kernel" };

	for (unsigned int i = 0; arg->value && i < ARRAY_SIZE(names); i++)
		if (!strcmp(arg->value, names[i])) {
			kmsan_opts.metadata = (enum kmsan_reach)i;
			return true;
		}
	error("kmsan: %qs is no value of argument %qs; it is call, user or "
	      "kernel", arg->value ? arg->value : "", arg->key);
	return false;
}

static bool kmsan_parse_argument(const struct plugin_argument *arg)
{
	if (!strcmp(arg->key, "param-retval"))
		return kmsan_parse_flag(arg, &kmsan_opts.param_retval);
	if (!strcmp(arg->key, "no-checks")) {
		kmsan_opts.no_checks = true;
		return kmsan_no_value(arg);
	}
	if (!strcmp(arg->key, "uninstrumented")) {
		kmsan_opts.uninstrumented = true;
		return kmsan_no_value(arg);
	}
	if (!strcmp(arg->key, "boundary-audit")) {
		kmsan_opts.boundary_audit = arg->value ? arg->value : "-";
		return true;
	}
	if (!strcmp(arg->key, "page-cache"))
		return kmsan_parse_flag(arg, &kmsan_opts.page_cache);
	if (!strcmp(arg->key, "metadata"))
		return kmsan_parse_metadata(arg);
	if (!strcmp(arg->key, "keep-registers"))
		return kmsan_parse_flag(arg, &kmsan_opts.keep_registers);
	if (!strcmp(arg->key, "call-tag"))
		return kmsan_parse_flag(arg, &kmsan_opts.call_tag);
	if (!strcmp(arg->key, "dump-tree")) {
		kmsan_opts.dump = kmsan_dump_option(arg->value);
		return true;
	}
	if (!strcmp(arg->key, "dump-unhandled")) {
		kmsan_opts.unhandled = arg->value ? arg->value : "-";
		return true;
	}
	error("kmsan: unknown argument %qs; known are %s", arg->key,
	      kmsan_known_arguments);
	return false;
}

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
	if (startswith(lang_hooks.name, "GNU C++") ||
	    (!startswith(lang_hooks.name, "GNU C") &&
	     strcmp(lang_hooks.name, "GNU GIMPLE")))
		fatal_error(UNKNOWN_LOCATION,
			    "kmsan: the plugin instruments C; it cannot "
			    "compile %s", lang_hooks.name);
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
 * In a position-dependent program the code lies where the distance is another,
 * so it has to ask.
 */
static void kmsan_choose_reach(void)
{
	if (kmsan_opts.metadata == KMSAN_REACH_USER && !flag_pic && !flag_pie)
		kmsan_opts.metadata = KMSAN_REACH_CALL;
}

static void kmsan_start_unit(void *, void *)
{
	kmsan_choose_reach();
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
}

/*
 * Facts that are derived before the pass and stop being true behind it are not
 * derived at all: what a function reads and writes (modref) and that two
 * functions are the same (ICF, which would also merge classes and the names in
 * reports).  What is const or pure is derived, and forgotten (facts.cc).
 */
static void kmsan_set_flags(void)
{
	flag_ipa_modref = 0;
	flag_ipa_icf = 0;
	flag_ipa_icf_functions = 0;
	flag_ipa_pta = 0;
	/* When linking, all that could be forgotten has been. */
	if (!strcmp(lang_hooks.name, "GNU GIMPLE"))
		flag_ipa_pure_const = 0;
	/* A load that it moves from a callee may leave the class of its code. */
	flag_ipa_sra = 0;
	/*
	 * On functions as large as ours become, GCSE of RTL takes longer than
	 * all else; what it could find, FRE and PRE of GIMPLE have found.
	 */
	flag_gcse = 0;
	/* What a profile knows of values becomes branches on them. */
	flag_value_profile_transformations = 0;
	/* Zeros, since a pattern comes with calls that clear the padding. */
	if (flag_auto_var_init == AUTO_INIT_UNINITIALIZED)
		flag_auto_var_init = AUTO_INIT_ZERO;
	else
		kmsan_opts.auto_init = true;
}

/**
 * plugin_init() - the loader's entry, once it knows that the versions agree
 * @info: name and arguments
 *
 * Return: 0, or 1 if the plugin cannot be used.
 */
__attribute__((visibility("default"))) int
plugin_init(struct plugin_name_args *info, struct plugin_gcc_version *)
{
	bool good = true;

	for (int i = 0; i < info->argc; i++)
		good &= kmsan_parse_argument(&info->argv[i]);
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
			  kmsan_finish_metadata, NULL);
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
