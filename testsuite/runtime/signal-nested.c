/* Handlers that interrupt each other put back the shadow of a result that was on
   its way. */
/* { dg-kmsan-report {uninit-value in main} {Local variable y created at:\n poisoned} } */
/* { dg-kmsan-modes lazy } */
#include <signal.h>
#include "use.h"

static int depth;

noipa int poisoned(int x)
{
	int y;

	touch(&y);
	return y + x;
}

noipa static int clean(int x)
{
	return x;
}

static void handler(int number)
{
	if (++depth < 4)
		raise(SIGUSR1);
	clean(depth);
}

/* Between poisoned()'s return and that to the caller, a signal. */
int interrupted(int x);
asm(".pushsection .text\n"
    "interrupted:\n\t"
    "push %rbx\n\t"
    "call poisoned\n\t"
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
	return depth != 4;
}
