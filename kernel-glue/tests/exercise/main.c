// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Exercise a kernel through its system calls, one step after the other.
 *
 *	gcc -O2 -static -pthread -o exercise *.c
 *	exercise list		names of the steps
 *	exercise NAME [DIR]	one step, in DIR or /tmp where it needs files
 *
 * The exit status is 0 if all went well, 77 if the kernel was built without
 * what the step needs, otherwise 1, and a line on stderr says what failed.  A
 * step that takes longer than two minutes is killed by SIGALRM.
 *
 * ../exercise.sh runs them all.
 */
#include "exercise.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct step *const tables[] = {
	process_steps, memory_steps, event_steps, file_steps, net_steps,
};

#define N_TABLES ((int)(sizeof(tables) / sizeof(tables[0])))

/**
 * not_held() - say what failed in a step
 * @file: source file
 * @line: line there
 * @what: the condition that should have held
 *
 * Return: the step's result: SKIPPED if errno says that the kernel lacks
 * something, otherwise FAILED
 */
int not_held(const char *file, int line, const char *what)
{
	int err = errno;

	fprintf(stderr, "%s:%d: not so: %s (%s)\n", file, line, what,
		strerror(err));
	if (err == ENOSYS || err == EAFNOSUPPORT || err == EPROTONOSUPPORT)
		return SKIPPED;
	return FAILED;
}

/**
 * reap() - wait for a child
 * @pid: the child
 *
 * Return: its exit status, or -1 if it died otherwise
 */
int reap(int pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return -1;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int list(void)
{
	for (int i = 0; i < N_TABLES; i++) {
		for (const struct step *s = tables[i]; s->name; s++)
			puts(s->name);
	}
	return DONE;
}

int main(int argc, char **argv)
{
	if (argc < 2 || argc > 3) {
		fprintf(stderr, "usage: exercise list | NAME [DIR]\n");
		return FAILED;
	}
	if (!strcmp(argv[1], "list"))
		return list();
	/* What the steps execute. */
	if (!strcmp(argv[1], "nothing"))
		return DONE;
	for (int i = 0; i < N_TABLES; i++) {
		for (const struct step *s = tables[i]; s->name; s++) {
			if (strcmp(s->name, argv[1]))
				continue;
			alarm(120);
			errno = 0;
			return s->run(argc == 3 ? argv[2] : "/tmp");
		}
	}
	fprintf(stderr, "exercise: no step %s\n", argv[1]);
	return FAILED;
}
