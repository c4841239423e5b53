/* A signal between a function's return and its caller. */
#include <signal.h>
#include "use.h"

#define STRING(x) #x

/* int interrupted(int): the result of @callee, after SIGUSR1. */
#define INTERRUPTED(callee)                                                    \
	int interrupted(int);                                                  \
	asm(".pushsection .text\n"                                             \
	    "interrupted:\n\t"                                                 \
	    "push %rbx\n\t"                                                    \
	    "call " STRING(callee) "\n\t"                                      \
	    "mov %eax, %ebx\n\t"                                               \
	    "mov $10, %edi\n\t"                                                \
	    "call raise@PLT\n\t"                                               \
	    "mov %ebx, %eax\n\t"                                               \
	    "pop %rbx\n\t"                                                     \
	    "ret\n"                                                            \
	    ".popsection")

noipa int poisoned(int x)
{
	int y;

	touch(&y);
	return y + x;
}

noipa int clean(int x)
{
	return x;
}

static int depth;

/* Let handlers interrupt handlers until there are @most. */
static void nest(int most)
{
	if (++depth < most)
		raise(SIGUSR1);
}

static int run(void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler,
				    .sa_flags = SA_NODEFER };
	int interrupted(int);

	sigaction(SIGUSR1, &action, 0);
	return interrupted(1);
}
