/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * init.h - start and end of the process, shared by init.c and process.c.
 */
#ifndef KMSAN_INIT_H
#define KMSAN_INIT_H

#include "internal.h"

KMSAN_HIDDEN int kmsan_exit_status(int status);
KMSAN_HIDDEN bool kmsan_program_usable(void);

#endif /* KMSAN_INIT_H */
