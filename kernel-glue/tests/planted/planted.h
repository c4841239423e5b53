/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the files with planted bugs share.
 *
 * A case is one function.  Called with init false it has a bug; called with
 * init true the same code is its clean twin, because the value in question is
 * then set.  Both run the same instructions, so a twin that is reported is a
 * false report of exactly what the bug exercises.
 *
 * Every case uses its value once: each use would be a separate report.  Values
 * come from memory that another function might have written, so no compiler can
 * see that they are undefined and fold the bug away.
 */
#ifndef PLANTED_H
#define PLANTED_H

#include <linux/compiler.h>
#include <linux/kmsan-checks.h>
#include <linux/types.h>
#include <linux/uio.h>

/* The name that it has since Linux 6.2. */
#ifndef ITER_DEST
#define ITER_DEST READ
#endif

/**
 * struct planted_case - one planted bug and its twin
 * @name: written to the device, and used in the table of expected reports
 * @run: the bug (init false) or the twin (init true)
 * @what: one line for people
 */
struct planted_case {
	const char *name;
	void (*run)(bool init);
	const char *what;
};

/* Each ends with an entry without a name. */
extern const struct planted_case planted_locals[];
extern const struct planted_case planted_strings[];
extern const struct planted_case planted_heap[];
extern const struct planted_case planted_flow[];
extern const struct planted_case planted_async[];
extern const struct planted_case planted_user[];
extern const struct planted_case planted_net[];
extern const struct planted_case planted_stale[];
extern const struct planted_case planted_stale_untagged[];

/* For functions that reports name: no copies under another name. */
#define planted_fn noinline __noclone

/* The use of a value: a branch that no compiler can turn into arithmetic. */
#define planted_use(value)                                                     \
	do {                                                                   \
		if (value)                                                     \
			planted_hit();                                         \
	} while (0)

void planted_hit(void);
void planted_fill(void *to, int byte, size_t n);
void planted_set(int *to, bool init);
void __user *planted_user_page(void);
void planted_user_page_free(void __user *page);
long planted_ioctl(unsigned int cmd, void __user *arg);
void planted_begin(const char *name, bool init);
void planted_end(const char *name, bool init);

#endif
