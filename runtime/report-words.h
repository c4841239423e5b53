/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * report-words.h - the fixed words of a report, which are the kernel's.
 *
 * The runtime prints them, and kmsan-report looks for them.
 */
#ifndef KMSAN_REPORT_WORDS_H
#define KMSAN_REPORT_WORDS_H

#define KMSAN_WORDS_BUG "BUG: KMSAN: "
#define KMSAN_WORDS_STORED "Uninit was stored to memory at:"
#define KMSAN_WORDS_CREATED "Uninit was created at:"
#define KMSAN_WORDS_LOCAL "Local variable "
#define KMSAN_WORDS_NO_STACK "(stack is not available)"
#define KMSAN_WORDS_SHORTENED "<Zero or more stacks not recorded"
#define KMSAN_WORDS_ACCESS "Memory access of size "

#endif /* KMSAN_REPORT_WORDS_H */
