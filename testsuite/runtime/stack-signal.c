/* What a signal interrupted is part of the handler's stack.  Here nothing else
   on the stack tells one from the other. */
/* { dg-kmsan-report {uninit-value in main} {created at:\n malloc[^\n]*\n handler[^\n]*\n first[^\n]*\n main} } */
/* { dg-kmsan-report {uninit-value in main} {created at:\n malloc[^\n]*\n handler[^\n]*\n second[^\n]*\n main} } */
#include <signal.h>
#include <stdlib.h>
#include "use.h"

static int *created;

static void handler(int number)
{
	created = malloc(sizeof(*created));
	touch(created);
}

noipa static void first(void)
{
	__asm__ volatile("int3" : : : "memory");
}

noipa static void second(void)
{
	__asm__ volatile("int3" : : : "memory");
}

int main(void)
{
	void (*const functions[])(void) = {first, second};
	int *p[2] = {};
	/* Keeps the compiler from unrolling the loop. */
	volatile int nr = 2;

	signal(SIGTRAP, handler);
	for (int i = 0; i < 10; i++)
		for (int f = 0; f < nr; f++) {
			free(p[f]);
			functions[f]();
			p[f] = created;
		}
	use(*p[0]);
	use(*p[1]);
	return 0;
}
