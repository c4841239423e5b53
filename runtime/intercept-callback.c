// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-callback.c - hooks for functions that call back into the program.
 *
 * The library passes arguments without shadow, so each call starts with clean
 * ones; and sorting moves data, so it moves metadata along.
 */
#include <dirent.h>
#include <ftw.h>
#include <link.h>
#include <search.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "intercept.h"

void *__libc_malloc(size_t size);
void __libc_free(void *ptr);

typedef int compare_r(const void *a, const void *b, void *arg);
typedef int compare(const void *a, const void *b);

/**
 * check_result() - check what a callback returned
 * @frame: where reports start
 *
 * The library branches on it.  A callback that checks its result itself, in
 * eager mode, leaves no shadow.
 */
static void check_result(const struct kmsan_frame *frame)
{
	struct kmsan_context_state *cstate = kmsan_cstate();
	struct kmsan_report report = {
		.origin = cstate->retval_origin_tls,
		.frame = frame,
	};

	if (*(u32 __attribute__((may_alias)) *)cstate->retval_tls)
		kmsan_report_result(&report);
}

/* The program is about to compare. */
static void begin_comparison(void)
{
	kmsan_forget_call();
	kmsan_ctx.reported = 0;
}

/* How the program compares; @frame is in the hook that it called. */
struct order {
	compare_r *function_r;
	compare *function;
	void *arg;
	const struct kmsan_frame *frame;
};

static int ask_program(const struct order *order, const void *a, const void *b)
{
	int result;

	begin_comparison();
	result = order->function_r ? order->function_r(a, b, order->arg)
				   : order->function(a, b);
	check_result(order->frame);
	return result;
}

/* Merge two sorted runs of pointers; equal ones stay in their order. */
static void merge(char **items, size_t left, size_t nr, char **spare,
		  const struct order *order)
{
	size_t a = 0, b = left, n = 0;

	while (a < left && b < nr)
		spare[n++] = ask_program(order, items[a], items[b]) <= 0
				     ? items[a++]
				     : items[b++];
	while (a < left)
		spare[n++] = items[a++];
	while (n--)
		items[n] = spare[n];
}

static void sort(char **items, size_t nr, char **spare,
		 const struct order *order)
{
	if (nr < 2)
		return;
	sort(items, nr / 2, spare, order);
	sort(items + nr / 2, nr - nr / 2, spare, order);
	merge(items, nr / 2, nr, spare, order);
}

/*
 * Sort pointers first, so that data and metadata stay together while the
 * program compares, then copy both out and back in order.  The copy needs
 * its own metadata, which any memory from the C library has.
 */
static noinline void sort_array(char *base, size_t nr, size_t size,
				struct order *order)
{
	char **items, *copy;
	size_t bytes;

	if (nr < 2 || !size || __builtin_mul_overflow(nr, size, &bytes))
		return;
	items = __libc_malloc(2 * nr * sizeof(*items) + bytes);
	if (!items) {
		kmsan_pr("KMSAN: qsort: no memory to sort %lu bytes\n", bytes);
		kmsan_pr_flush();
		abort();
	}
	order->frame = KMSAN_FRAME;
	copy = (char *)(items + 2 * nr);
	for (size_t i = 0; i < nr; i++)
		items[i] = base + i * size;
	sort(items, nr, items + nr, order);
	for (size_t i = 0; i < nr; i++) {
		kmsan_raw_memcpy(copy + i * size, items[i], size);
		kmsan_internal_memmove(copy + i * size, items[i], size, NULL);
	}
	kmsan_raw_memcpy(base, copy, bytes);
	kmsan_internal_memmove(base, copy, bytes, NULL);
	kmsan_internal_unpoison(copy, bytes);
	__libc_free(items);
	kmsan_forget_call();
}

KMSAN_HOOK(void, qsort, (void *base, size_t nr, size_t size, compare *function))
{
	struct order order = {.function = function};

	if (kmsan_in_runtime())
		KMSAN_REAL(qsort)(base, nr, size, function);
	else
		sort_array(base, nr, size, &order);
}

KMSAN_HOOK(void, qsort_r,
	   (void *base, size_t nr, size_t size, compare_r *function, void *arg))
{
	struct order order = {.function_r = function, .arg = arg};

	if (kmsan_in_runtime())
		KMSAN_REAL(qsort_r)(base, nr, size, function, arg);
	else
		sort_array(base, nr, size, &order);
}

/* The other functions compare by kmsan_compare(), which calls this. */
static __thread compare *program_compare
	__attribute__((tls_model("initial-exec")));

static int kmsan_compare(const void *a, const void *b)
{
	int result;

	begin_comparison();
	result = program_compare(a, b);
	check_result(KMSAN_FRAME);
	return result;
}

/* As HOOK(), for a function whose parameter "function" compares. */
#define HOOK_COMPARE(type, name, params, args, before, after)                  \
	KMSAN_HOOK(type, name, params)                                         \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		compare *outer = program_compare;                              \
		type ret;                                                      \
                                                                               \
		if (hook.kind == KMSAN_CALLER_RUNTIME)                         \
			return KMSAN_REAL(name) args;                          \
		before program_compare = function;                             \
		function = kmsan_compare;                                      \
		ret = KMSAN_REAL(name) args;                                   \
		program_compare = outer;                                       \
		kmsan_forget_call();                                           \
		after return ret;                                              \
	}

HOOK_COMPARE(void *, bsearch,
	     (const void *key, const void *base, size_t nr, size_t size,
	      compare *function),
	     (key, base, nr, size, function), NOTHING, NOTHING)
HOOK_COMPARE(void *, lfind,
	     (const void *key, const void *base, size_t *nr, size_t size,
	      compare *function),
	     (key, base, nr, size, function), IN(nr, sizeof(*nr)), NOTHING)
HOOK_COMPARE(void *, lsearch,
	     (const void *key, void *base, size_t *nr, size_t size,
	      compare *function),
	     (key, base, nr, size, function), IN(nr, sizeof(*nr)),
	     IF(ret, OUT(ret, size)))
HOOK_COMPARE(void *, tsearch, (const void *key, void **root, compare *function),
	     (key, root, function), IN(root, sizeof(*root)), OUT_VAR(root))
HOOK_COMPARE(void *, tfind,
	     (const void *key, void *const *root, compare *function),
	     (key, root, function), IN(root, sizeof(*root)), NOTHING)
HOOK_COMPARE(void *, tdelete, (const void *key, void **root, compare *function),
	     (key, root, function), IN(root, sizeof(*root)), OUT_VAR(root))

/*
 * Walks.  What they pass lies in the library's frames, where frames of the
 * program may have left their shadow.
 */
typedef int ftw_function(const char *path, const struct stat *st, int flag);
typedef int nftw_function(const char *path, const struct stat *st, int flag,
			  struct FTW *place);

static __thread void *program_walk __attribute__((tls_model("initial-exec")));

static int kmsan_ftw(const char *path, const struct stat *st, int flag)
{
	OUT_STR(path)
	OUT_VAR(st)
	kmsan_forget_call();
	return ((ftw_function *)program_walk)(path, st, flag);
}

static int kmsan_nftw(const char *path, const struct stat *st, int flag,
		      struct FTW *place)
{
	OUT_STR(path)
	OUT_VAR(st)
	OUT_VAR(place)
	kmsan_forget_call();
	return ((nftw_function *)program_walk)(path, st, flag, place);
}

/* As HOOK(), for a function whose parameter "function" @through calls. */
#define HOOK_WALK(name, params, args, through)                                 \
	KMSAN_HOOK(int, name, params)                                          \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		void *outer = program_walk;                                    \
		int ret;                                                       \
                                                                               \
		IN_STR(path)                                                   \
		program_walk = function;                                       \
		function = through;                                            \
		ret = KMSAN_REAL(name) args;                                   \
		program_walk = outer;                                          \
		kmsan_forget_call();                                           \
		return ret;                                                    \
	}

HOOK_WALK(ftw, (const char *path, ftw_function *function, int fds),
	  (path, function, fds), kmsan_ftw)
ALSO(ftw, ftw64)
HOOK_WALK(nftw, (const char *path, nftw_function *function, int fds, int flags),
	  (path, function, fds, flags), kmsan_nftw)
ALSO(nftw, nftw64)

/* Directory entries are copied by the library, to memory that it allocates. */
typedef int filter_entry(const struct dirent *entry);
typedef int compare_entries(const struct dirent **a, const struct dirent **b);

static __thread filter_entry *program_filter
	__attribute__((tls_model("initial-exec")));
static __thread compare_entries *program_compare_entries
	__attribute__((tls_model("initial-exec")));

static int kmsan_filter(const struct dirent *entry)
{
	OUT(entry, entry->d_reclen)
	kmsan_forget_call();
	return program_filter(entry);
}

static int kmsan_compare_entries(const struct dirent **a,
				 const struct dirent **b)
{
	OUT_VAR(a)
	OUT_VAR(b)
	kmsan_forget_call();
	return program_compare_entries(a, b);
}

#define SCANDIR(name, params, args)                                            \
	KMSAN_HOOK(int, name,                                                  \
		   (UNPAREN params const char *path, struct dirent ***entries, \
		    filter_entry *filter, compare_entries *compare))           \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		filter_entry *outer_filter = program_filter;                   \
		compare_entries *outer_compare = program_compare_entries;      \
		int ret;                                                       \
                                                                               \
		IN_STR(path)                                                   \
		program_filter = filter;                                       \
		program_compare_entries = compare;                             \
		ret = KMSAN_REAL(name)(UNPAREN args path, entries,             \
				       filter ? kmsan_filter : NULL,           \
				       compare ? kmsan_compare_entries         \
					       : NULL);                        \
		program_filter = outer_filter;                                 \
		program_compare_entries = outer_compare;                       \
		kmsan_forget_call();                                           \
		if (ret >= 0)                                                  \
			OUT_VAR(entries)                                       \
		return ret;                                                    \
	}
SCANDIR(scandir, (), ())
ALSO(scandir, scandir64)
SCANDIR(scandirat, (int dir, ), (dir, ))
ALSO(scandirat, scandirat64)

typedef int module_function(struct dl_phdr_info *info, size_t size, void *arg);

struct module_walk {
	module_function *function;
	void *arg;
};

static int kmsan_module_walk(struct dl_phdr_info *info, size_t size, void *arg)
{
	const struct module_walk *walk = arg;

	OUT(info, size)
	kmsan_forget_call();
	return walk->function(info, size, walk->arg);
}

KMSAN_HOOK(int, dl_iterate_phdr, (module_function * function, void *arg))
{
	struct module_walk walk = {function, arg};
	int ret;

	if (kmsan_in_runtime())
		return KMSAN_REAL(dl_iterate_phdr)(function, arg);
	ret = KMSAN_REAL(dl_iterate_phdr)(kmsan_module_walk, &walk);
	kmsan_forget_call();
	return ret;
}
