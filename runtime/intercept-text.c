// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-text.c - hooks for patterns, vectors of strings, options and
 * obstacks.
 */
#include <argp.h>
#include <argz.h>
#include <envz.h>
#include <errno.h>
#include <getopt.h>
#include <glob.h>
#include <iconv.h>
#include <obstack.h>
#include <printf.h>
#include <regex.h>
#include <search.h>
#include <stdlib.h>
#include <wordexp.h>

#include "intercept.h"
#include "format.h"

/* Type, name, parameters, arguments; what is read; what is written. */

/*
 * Encodings: what was converted has been read, and one byte more if that was
 * invalid.
 */
HOOK(size_t, iconv,
     (iconv_t cd, char **in, size_t *in_left, char **out, size_t *out_left),
     (cd, in, in_left, out, out_left),
     IN_VAR(in) IN_VAR(in_left) IN_VAR(out) IN_VAR(out_left);
     char *from = in ? *in : NULL; char *to = out ? *out : NULL;
     ,
     IF(out, OUT(to, *out - to))
	     IF(from, IN(from, *in - from + (ret == -1UL && errno == EILSEQ))))

/* Patterns */
HOOK(int, regcomp, (regex_t * regex, const char *s, int flags),
     (regex, s, flags), IN_STR(s), OUT_VAR(regex))
HOOK(int, regexec,
     (const regex_t *regex, const char *s, size_t n, regmatch_t *match,
      int flags),
     (regex, s, n, match, flags), IF(!(flags & REG_STARTEND), IN_STR(s)),
     IF(!ret && !regex->no_sub, OUT(match, n * sizeof(*match))))
HOOK(size_t, regerror, (int error, const regex_t *regex, char *s, size_t n),
     (error, regex, s, n), NOTHING, IF(n, OUT_STR(s)))
HOOK(const char *, re_compile_pattern,
     (const char *s, size_t n, struct re_pattern_buffer *regex), (s, n, regex),
     IN(s, n), OUT_VAR(regex) OUT(regex->fastmap, 256))
HOOK(int, re_compile_fastmap, (struct re_pattern_buffer * regex), (regex),
     NOTHING, IF(!ret, OUT(regex->fastmap, 256)))

static void out_registers(const struct re_pattern_buffer *regex,
			  const struct re_registers *regs)
{
	if (!regs || regex->no_sub)
		return;
	OUT_VAR(regs)
	OUT(regs->start, regs->num_regs * sizeof(*regs->start))
	OUT(regs->end, regs->num_regs * sizeof(*regs->end))
}

#define OUT_REGISTERS IF(ret >= 0, out_registers(regex, regs);)
HOOK(int, re_match,
     (struct re_pattern_buffer * regex, const char *s, int n, int start,
      struct re_registers *regs),
     (regex, s, n, start, regs), NOTHING, OUT_REGISTERS)
HOOK(int, re_match_2,
     (struct re_pattern_buffer * regex, const char *a, int a_n, const char *b,
      int b_n, int start, struct re_registers *regs, int stop),
     (regex, a, a_n, b, b_n, start, regs, stop), NOTHING, OUT_REGISTERS)
HOOK(int, re_search,
     (struct re_pattern_buffer * regex, const char *s, int n, int start,
      int range, struct re_registers *regs),
     (regex, s, n, start, range, regs), NOTHING, OUT_REGISTERS)
HOOK(int, re_search_2,
     (struct re_pattern_buffer * regex, const char *a, int a_n, const char *b,
      int b_n, int start, int range, struct re_registers *regs, int stop),
     (regex, a, a_n, b, b_n, start, range, regs, stop), NOTHING, OUT_REGISTERS)
HOOK_VOID(re_set_registers,
	  (struct re_pattern_buffer * regex, struct re_registers *regs,
	   unsigned int n, int *starts, int *ends),
	  (regex, regs, n, starts, ends), NOTHING, OUT_VAR(regs))
HOOK_64(int, glob,
	(const char *pattern, int flags, int (*error)(const char *, int),
	 glob_t *result),
	(pattern, flags, error, result), IN_STR(pattern) CALLS_BACK,
	CALLS_BACK OUT_VAR(result))
HOOK(int, fnmatch, (const char *pattern, const char *s, int flags),
     (pattern, s, flags), IN_STR(pattern) IN_STR(s), NOTHING)
HOOK(int, wordexp, (const char *s, wordexp_t *words, int flags),
     (s, words, flags), IN_STR(s),
     IF(!ret || ret == WRDE_NOSPACE, OUT_VAR(words)))

/* Vectors of strings, in memory that the library allocates. */
#define OUT_ARGZ OUT_VAR(argz) OUT_VAR(n)
#define IN_ARGZ IN_VAR(argz) IN_VAR(n)
HOOK(int, argz_create, (char *const *argv, char **argz, size_t *n),
     (argv, argz, n), NOTHING, IF(!ret, OUT_ARGZ))
HOOK(int, argz_create_sep, (const char *s, int c, char **argz, size_t *n),
     (s, c, argz, n), IN_STR(s), IF(!ret, OUT_ARGZ))
HOOK(int, argz_add, (char **argz, size_t *n, const char *s), (argz, n, s),
     IN_ARGZ IN_STR(s), IF(!ret, OUT_ARGZ))
HOOK(int, argz_add_sep, (char **argz, size_t *n, const char *s, int c),
     (argz, n, s, c), IN_ARGZ IN_STR(s), IF(!ret, OUT_ARGZ))
HOOK(int, argz_append, (char **argz, size_t *n, const char *buf, size_t size),
     (argz, n, buf, size), IN_ARGZ IN(buf, size), IF(!ret, OUT_ARGZ))
HOOK_VOID(argz_delete, (char **argz, size_t *n, char *entry), (argz, n, entry),
	  IN_ARGZ, OUT_ARGZ)
HOOK(int, argz_insert, (char **argz, size_t *n, char *before, const char *s),
     (argz, n, before, s), IN_ARGZ IN_STR(s), IF(!ret, OUT_ARGZ))
HOOK(int, argz_replace,
     (char **argz, size_t *n, const char *what, const char *with,
      unsigned int *count),
     (argz, n, what, with, count), IN_ARGZ IN_STR(what) IN_STR(with),
     IF(!ret, OUT_ARGZ))
HOOK_VOID(argz_extract, (const char *argz, size_t n, char **argv),
	  (argz, n, argv), IN(argz, n),
	  OUT(argv, (argz_count(argz, n) + 1) * sizeof(*argv)))
HOOK(int, envz_add,
     (char **argz, size_t *n, const char *name, const char *value),
     (argz, n, name, value), IN_ARGZ IN_STR(name) IN_STR(value),
     IF(!ret, OUT_ARGZ))
HOOK(int, envz_merge,
     (char **argz, size_t *n, const char *from, size_t size, int override),
     (argz, n, from, size, override), IN_ARGZ IN(from, size),
     IF(!ret, OUT_ARGZ))
HOOK_VOID(envz_remove, (char **argz, size_t *n, const char *name),
	  (argz, n, name), IN_ARGZ IN_STR(name), OUT_ARGZ)
HOOK_VOID(envz_strip, (char **argz, size_t *n), (argz, n), IN_ARGZ, OUT_ARGZ)

/* Options.  The index is only written for a long one. */
#define NO_INDEX (-0x6b6d73)
#define GETOPT_LONG(name)                                                      \
	KMSAN_HOOK(int, name,                                                  \
		   (int argc, char *const *argv, const char *letters,          \
		    const struct option *options, int *index))                 \
	{                                                                      \
		int found = NO_INDEX;                                          \
		int ret = KMSAN_REAL(name)(argc, argv, letters, options,       \
					   index ? &found : NULL);             \
                                                                               \
		if (found != NO_INDEX) {                                       \
			*index = found;                                        \
			OUT_VAR(index)                                         \
		}                                                              \
		return ret;                                                    \
	}
GETOPT_LONG(getopt_long)
GETOPT_LONG(getopt_long_only)
HOOK(int, getsubopt, (char **s, char *const *tokens, char **value),
     (s, tokens, value), IN_VAR(s) IN_STR(*s) bool any = **s;
     , OUT_VAR(s) IF(any, OUT_VAR(value)))
HOOK(int, argp_parse,
     (const struct argp *argp, int argc, char **argv, unsigned int flags,
      int *index, void *input),
     (argp, argc, argv, flags, index, input), CALLS_BACK,
     CALLS_BACK OUT_VAR(index))
HOOK(size_t, parse_printf_format, (const char *format, size_t n, int *types),
     (format, n, types), IN_STR(format),
     OUT(types, (ret < n ? ret : n) * sizeof(*types)))
HOOK(int, printf_size_info,
     (const struct printf_info *info, size_t n, int *types), (info, n, types),
     NOTHING, IF(n, OUT_VAR(types)))

/* The program's lists: an element's first two words are its neighbours. */
HOOK_VOID(insque, (void **element, void **before), (element, before), NOTHING,
	  OUT(element, 2 * sizeof(void *)) OUT(before, sizeof(void *)))

/* The program's hash tables */
HOOK(int, hcreate_r, (size_t n, struct hsearch_data *table), (n, table),
     NOTHING, IF(ret, OUT_VAR(table)))
HOOK(int, hsearch_r,
     (ENTRY entry, ACTION action, ENTRY **found, struct hsearch_data *table),
     (entry, action, found, table), IN_STR(entry.key),
     OUT_VAR(found) OUT_VAR(table))

/*
 * Obstacks.  Their chunks are the program's memory; the library writes a header
 * into each, and may move the growing object to a new one and free the old one.
 */
void *__libc_malloc(size_t size);
void __libc_free(void *ptr);

struct growing {
	size_t size;
	/* Memory that is used only for its metadata. */
	char *aside;
};

static struct growing obstack_before(const struct obstack *o)
{
	struct growing object = {.size = o->next_free - o->object_base};

	object.aside = __libc_malloc(object.size + 1);
	if (object.aside)
		kmsan_internal_memmove(object.aside, o->object_base,
				       object.size, NULL);
	kmsan_forget_call();
	return object;
}

static void obstack_after(const struct obstack *o, struct growing object)
{
	kmsan_forget_call();
	OUT_VAR(o)
	OUT_VAR(o->chunk)
	OUT(o->object_base, o->next_free - o->object_base)
	if (!object.aside)
		return;
	kmsan_internal_memmove(o->object_base, object.aside, object.size, NULL);
	OUT(object.aside, object.size)
	__libc_free(object.aside);
}

HOOK(int, _obstack_begin,
     (struct obstack * o, int size, int align, void *(*alloc)(long),
      void (*release)(void *)),
     (o, size, align, alloc, release), CALLS_BACK,
     CALLS_BACK OUT_VAR(o) OUT_VAR(o->chunk))
HOOK(int, _obstack_begin_1,
     (struct obstack * o, int size, int align, void *(*alloc)(void *, long),
      void (*release)(void *, void *), void *arg),
     (o, size, align, alloc, release, arg), CALLS_BACK,
     CALLS_BACK OUT_VAR(o) OUT_VAR(o->chunk))
HOOK_VOID(_obstack_newchunk, (struct obstack * o, int n), (o, n),
	  struct growing object = obstack_before(o);
	  , obstack_after(o, object);)
HOOK_VOID(obstack_free, (struct obstack * o, void *object), (o, object),
	  CALLS_BACK, CALLS_BACK OUT_VAR(o))
ALSO(obstack_free, _obstack_free)

#define OBSTACK_PRINTF(name, vname, params, args)                              \
	HOOK(int, vname, (UNPAREN params, va_list ap), (UNPAREN args, ap),     \
	     kmsan_check_printf(format, ap, hook);                             \
	     struct growing object = obstack_before(o);                        \
	     , obstack_after(o, object);)                                      \
	KMSAN_HOOK(int, name, (UNPAREN params, ...))                           \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		struct growing object = obstack_before(o);                     \
		va_list ap;                                                    \
		int ret;                                                       \
                                                                               \
		va_start(ap, format);                                          \
		kmsan_check_printf(format, ap, hook);                          \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		va_end(ap);                                                    \
		obstack_after(o, object);                                      \
		return ret;                                                    \
	}
OBSTACK_PRINTF(obstack_printf, obstack_vprintf,
	       (struct obstack * o, const char *format), (o, format))
OBSTACK_PRINTF(__obstack_printf_chk, __obstack_vprintf_chk,
	       (struct obstack * o, int flag, const char *format),
	       (o, flag, format))
