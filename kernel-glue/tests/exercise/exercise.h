/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the exerciser's files share.  A step is a function that uses one
 * part of the kernel through its system calls, and says whether that worked.
 */
#ifndef EXERCISE_H
#define EXERCISE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

/* Results of a step. */
#define DONE 0
#define FAILED 1
#define SKIPPED 77

/* Leave the step unless @what holds. */
#define TRY(what)                                                              \
	do {                                                                   \
		if (!(what))                                                   \
			return not_held(__FILE__, __LINE__, #what);            \
	} while (0)

/**
 * struct step - something to exercise
 * @name: what main() takes on the command line
 * @run: does it; its argument is the directory to work in, for steps with files
 */
struct step {
	const char *name;
	int (*run)(const char *dir);
};

/* Each ends with an entry without a name. */
extern const struct step process_steps[];
extern const struct step memory_steps[];
extern const struct step event_steps[];
extern const struct step file_steps[];
extern const struct step net_steps[];

int not_held(const char *file, int line, const char *what);
int reap(int pid);

#endif
