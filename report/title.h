/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * title.h - a report's title as syzkaller has it.
 */
#ifndef KMSAN_REPORT_TITLE_H
#define KMSAN_REPORT_TITLE_H

#include "report.h"

void title_format(const struct report *report, char *text, size_t room);

#endif
