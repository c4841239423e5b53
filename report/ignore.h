/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ignore.h - known reports, which are left out.
 */
#ifndef KMSAN_REPORT_IGNORE_H
#define KMSAN_REPORT_IGNORE_H

#include "set.h"

struct ignore_list;

struct ignore_list *ignore_new(void);
bool ignore_read(struct ignore_list *list, FILE *file, const char *name,
		 struct log_error *error);
void ignore_apply(struct ignore_list *list, struct set *set);
void ignore_unused(const struct ignore_list *list,
		   void (*tell)(const char *file, unsigned long line));
void ignore_free(struct ignore_list *list);

#endif
