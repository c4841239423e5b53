/* Clang's side of call-tag-clang.c. */
#define noipa __attribute__((noinline))
#define USE_H
#define use(value)                          \
	do {                                \
		if (value)                  \
			__asm__ volatile("");\
	} while (0)
static void touch(void *address)
{
	__asm__ volatile("" : : "r"(address) : "memory");
}
#include "../call-tag.h"

DECLARE(stale);
TAKERS(clang)

void clang_pass(struct pair *p, struct six *s)
{
	stale_pair(*p);
	stale_six(*s);
}
