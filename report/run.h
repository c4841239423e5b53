/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * run.h - run a command and collect the reports of all that it runs.
 */
#ifndef KMSAN_REPORT_RUN_H
#define KMSAN_REPORT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The log of one process number. */
struct run_log {
	char *path;
	unsigned long pid;
};

struct run {
	/* Where the logs are, and how they begin. */
	char directory[1024];
	char *log_path;
	/* Where the user wanted them; NULL if nowhere. */
	char *user_path;
	/* How the command ended, as waitpid() says it. */
	int ended;

	struct run_log *logs;
	size_t nr_logs;
};

void run_command(struct run *run, char **argv);
FILE *run_stream(const struct run *run);
void run_hand_on(const struct run *run);
int run_end(struct run *run, bool reported);

#endif
