/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * linux-syscall.h - bare system calls of x86-64 Linux.
 */
#ifndef KMSAN_LINUX_SYSCALL_H
#define KMSAN_LINUX_SYSCALL_H

#include <stdbool.h>
#include <sys/syscall.h>

static inline long syscall6(long nr, long a, long b, long c, long d, long e,
			    long f)
{
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	long ret;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8),
			   "r"(r9)
			 : "rcx", "r11", "memory");
	return ret;
}

static inline long syscall3(long nr, long a, long b, long c)
{
	return syscall6(nr, a, b, c, 0, 0, 0);
}

static inline bool is_error(long ret)
{
	return (unsigned long)ret >= -4095UL;
}

#endif /* KMSAN_LINUX_SYSCALL_H */
