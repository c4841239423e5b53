/* Handlers that interrupt each other more often than there are places for their
   context states: nothing is reported by mistake. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include <signal.h>
#include "use.h"

static int depth;

noipa static int poisoned(int x)
{
	int y;

	touch(&y);
	return y + x;
}

noipa int clean(int x)
{
	return x;
}

static void handler(int number)
{
	if (++depth < 20)
		raise(SIGUSR1);
	poisoned(depth);
}

/* Between clean()'s return and that to the caller, a signal. */
int interrupted(int x);
asm(".pushsection .text\n"
    "interrupted:\n\t"
    "push %rbx\n\t"
    "call clean\n\t"
    "mov %eax, %ebx\n\t"
    "mov $10, %edi\n\t"
    "call raise@PLT\n\t"
    "mov %ebx, %eax\n\t"
    "pop %rbx\n\t"
    "ret\n"
    ".popsection");

int main(void)
{
	struct sigaction action = { .sa_handler = handler,
				    .sa_flags = SA_NODEFER };

	sigaction(SIGUSR1, &action, 0);
	use(interrupted(1) == 5);
	return depth != 20;
}
