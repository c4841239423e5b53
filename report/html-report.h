/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * html-report.h - a report as HTML, alone or next to one of another build.
 */
#ifndef KMSAN_REPORT_HTML_REPORT_H
#define KMSAN_REPORT_HTML_REPORT_H

#include <stdio.h>

#include "report.h"

void html_title(FILE *file, const struct report *report);
void html_report(FILE *file, const struct report *report);
void html_pair(FILE *file, const struct report *a, const struct report *b);

#endif
