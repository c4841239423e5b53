/*
 * stale.h - leave poison in the context state, as an earlier call does.
 */
#ifndef STALE_H
#define STALE_H

#include <kmsan.h>

struct stale {
	long a[20];
};

__attribute__((noipa)) static void take_stale(struct stale s)
{
	__asm__ volatile("" : : "r"(&s) : "memory");
}

__attribute__((noipa)) static void leave_stale(void)
{
	struct stale s;

	kmsan_poison_memory(&s, sizeof(s));
	take_stale(s);
}

/* The same on the stack, where other frames will be. */
__attribute__((noipa)) static void leave_stale_frames(void)
{
	char frames[32768];

	__asm__ volatile("" : : "r"(frames) : "memory");
}

#endif /* STALE_H */
