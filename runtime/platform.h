/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * platform.h - all that the core asks of the system that it runs on.
 */
#ifndef KMSAN_PLATFORM_H
#define KMSAN_PLATFORM_H

#include <sys/types.h>

#include "internal.h"

#pragma GCC visibility push(hidden)

/* platform-linux.c */

/* Exit status for a runtime that cannot start. */
#define KMSAN_EXIT_SETUP 78

/*
 * Memory.  A reservation is for metadata, or keeps other memory out.  Return: 0
 * or a negative errno value.
 */
int kmsan_platform_reserve(uintptr_t start, size_t size, bool metadata);
void *kmsan_platform_alloc(size_t size);
/* Make whole pages of a reservation read as zero again, cheaply. */
void kmsan_platform_zero(uintptr_t start, size_t size);

/* Does it run under Valgrind, which needs memory of its own for each page? */
bool kmsan_platform_is_valgrind(void);
/* Is there less than @room between @start and where new memory comes from? */
bool kmsan_platform_is_crowded(uintptr_t start, size_t room);
/* An address within the executable. */
uintptr_t kmsan_platform_program(void);
/* Restart the program at fixed addresses; returns if that would not help. */
void kmsan_platform_restart(void);

__attribute__((noreturn)) void kmsan_platform_exit(int status);

/* The current context, for reports. */
int kmsan_platform_pid(void);
int kmsan_platform_tid(void);
int kmsan_platform_uid(void);
/* Does the program have privileges that the user who started it lacks? */
bool kmsan_platform_is_privileged(void);
int kmsan_platform_cpu(void);
void kmsan_platform_comm(char comm[16]);

/* Signals and waiting, for the lock. */
unsigned long kmsan_platform_block_signals(void);
void kmsan_platform_restore_signals(unsigned long mask);
void kmsan_platform_yield(void);

/*
 * Files, which are read for symbolisation and options; reports are written to
 * them.
 */
int kmsan_platform_open(const char *path);
void kmsan_platform_write(int fd, const char *text, size_t size);
ssize_t kmsan_platform_read(int fd, void *buffer, size_t size);
void kmsan_platform_close(int fd);
/* A private copy, since libelf decompresses sections in place. */
void *kmsan_platform_map_file(int fd, size_t *size);
void kmsan_platform_unmap(void *start, size_t size);

/*
 * Call @function(@arg) on a large stack, since the current context may have
 * little left, and preserve its error number.  Under the lock.
 */
void kmsan_platform_call_aside(void (*function)(void *), void *arg);

/*
 * log-linux.c: open a file to append reports to.  It is not a link, and no part
 * of its path was put by another user into a directory that all can write to.
 */
int kmsan_platform_append(const char *path);

/* explain-linux.c */
void kmsan_explain_reservation(uintptr_t start, size_t size, int error);

#pragma GCC visibility pop

#endif /* KMSAN_PLATFORM_H */
