/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * init.h - start and end of the process.
 */
#ifndef KMSAN_INIT_H
#define KMSAN_INIT_H

#include "internal.h"

/* program.c */
KMSAN_HIDDEN bool kmsan_program_usable(void);

/* init.c */
KMSAN_HIDDEN int kmsan_exit_status(int status);

#endif /* KMSAN_INIT_H */
