// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * loader.c - kmsan.so, which loads the plugin proper.
 *
 * GCC's internals have no stable interface, so a plugin works with one release
 * only.  In another one it would fail to load, as some mangled symbol is
 * missing, before it could say why.  So GCC loads this file, which uses nothing
 * of GCC but a struct that has never changed.  It compares the versions, and
 * only then loads kmsan-pass.so from the same directory.
 *
 * The messages look like GCC's fatal errors.  GCC's own function for these has
 * another mangled name in each release, too.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As in GCC's plugin.h, which is C++ and needs all of GCC's headers. */
struct plugin_gcc_version {
	const char *basever;
	const char *datestamp;
	const char *devphase;
	const char *revision;
	const char *configuration_arguments;
};

#include "pass-hash.h"
#include "plugin-version.h"

struct plugin_name_args;

typedef int kmsan_init_fn(struct plugin_name_args *info,
			  struct plugin_gcc_version *version);

#define KMSAN_EXPORT __attribute__((visibility("default")))

KMSAN_EXPORT int plugin_is_GPL_compatible;

/* Makes this file differ whenever kmsan-pass.so does; see Makefile.am. */
KMSAN_EXPORT const char kmsan_pass_hash[] = KMSAN_PASS_HASH;

/*
 * GCC opens plugins with RTLD_GLOBAL.  So this is one variable, however many
 * files with this code are loaded.
 */
KMSAN_EXPORT int kmsan_plugin_loaded;

KMSAN_EXPORT kmsan_init_fn plugin_init;

static void __attribute__((noreturn, format(printf, 1, 2)))
kmsan_fatal(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fprintf(stderr, "%s: fatal error: kmsan: ",
		program_invocation_short_name);
	vfprintf(stderr, format, args);
	fprintf(stderr, "\ncompilation terminated.\n");
	va_end(args);
	exit(EXIT_FAILURE);
}

static void kmsan_check_version(const struct plugin_gcc_version *running)
{
	if (!strcmp(running->basever, gcc_version.basever))
		return;
	kmsan_fatal("this plugin was built for GCC %s, and this is GCC %s; "
		    "build one for this compiler (./configure CC=gcc-%.*s), or "
		    "use the plugin with gcc-%d",
		    gcc_version.basever, running->basever,
		    (int)strcspn(running->basever, "."), running->basever,
		    GCCPLUGIN_VERSION_MAJOR);
}

/*
 * The file next to this one, wherever a symbolic link to it may be.  The address
 * has to be that of something static: plugin_init is the name of a function in
 * each of GCC's plugins, and stands for the one that was loaded first.
 */
static void kmsan_find_pass(char *path)
{
	static const char name[] = "kmsan-pass.so";
	char *base;
	Dl_info self;

	if (!dladdr((void *)kmsan_find_pass, &self) ||
	    !realpath(self.dli_fname, path))
		kmsan_fatal("cannot find where the plugin is, to load %s from "
			    "the same directory: %s", name, strerror(errno));
	base = strrchr(path, '/') + 1;
	if (base + sizeof(name) > path + PATH_MAX)
		kmsan_fatal("the plugin's path is too long: %s", path);
	memcpy(base, name, sizeof(name));
}

static kmsan_init_fn *kmsan_load_pass(void)
{
	char path[PATH_MAX];
	kmsan_init_fn *init;
	void *pass;

	kmsan_find_pass(path);
	pass = dlopen(path, RTLD_NOW);
	if (!pass)
		kmsan_fatal("cannot load the plugin's second file, which "
			    "belongs next to kmsan.so: %s", dlerror());
	init = (kmsan_init_fn *)dlsym(pass, "plugin_init");
	if (!init)
		kmsan_fatal("%s is not of the same build as kmsan.so: %s", path,
			    dlerror());
	return init;
}

/**
 * plugin_init() - GCC's entry to the plugin
 * @info: name and arguments
 * @version: of the running GCC
 *
 * Return: 0, or 1 if the plugin cannot be used.
 */
int plugin_init(struct plugin_name_args *info,
		struct plugin_gcc_version *version)
{
	kmsan_check_version(version);
	if (kmsan_plugin_loaded)
		kmsan_fatal("another instance of the plugin is loaded; name it "
			    "in one -fplugin= option only");
	kmsan_plugin_loaded = 1;
	return kmsan_load_pass()(info, version);
}
