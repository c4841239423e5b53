/* A handler runs after every instruction between a caller's first store and the
   last use in the callee, in the same context, and leaves poison. */
/* { dg-kmsan-report untagged {uninit-value in take} } */
/* { dg-kmsan-report untagged {uninit-value in take} } */
/* { dg-kmsan-report {uninit-value in true_pair} {Local variable p created at:\n main} } */
/* { dg-kmsan-modes eager eager+tag lazy+tag } */
/* { dg-kmsan-levels -O0 -O1 -O2 -O3 -Os } */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#include "call-tag.h"

#define TRAP_FLAG 0x100
#define SA_RESTORER 0x04000000

TAKERS(true)

static struct pair poison;
static volatile int steps;

void step(int number, siginfo_t *info, void *context);
void restore(void);
__asm__(".text\n"
	"restore:\n"
	"	movl $15, %eax\n"
	"	syscall\n");

noipa static void leave(void)
{
	leave_pair(poison);
}

/* What the kernel passes would be stale, too. */
__no_sanitize_memory noipa void step(int number, siginfo_t *info, void *context)
{
	ucontext_t *interrupted = context;

	if (--steps)
		return;
	interrupted->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
	leave();
}

noipa static void take(struct pair p)
{
	use(p.a == 3);
}

noipa static void pass(struct pair *p)
{
	take(*p);
}

/* The runtime would give the handler its own context state. */
__no_sanitize_memory noipa static void install(void)
{
	struct {
		void (*handler)(int, siginfo_t *, void *);
		unsigned long flags;
		void (*restorer)(void);
		unsigned long mask;
	} action = { step, SA_SIGINFO | SA_RESTORER, restore, 0 };

	syscall(SYS_rt_sigaction, SIGTRAP, &action, 0, 8);
}

__no_sanitize_memory noipa static void set_flags(unsigned long and,
						 unsigned long or)
{
	__asm__ volatile("subq $128, %%rsp\n\t"
			 "pushfq\n\t"
			 "andq %0, (%%rsp)\n\t"
			 "orq %1, (%%rsp)\n\t"
			 "popfq\n\t"
			 "addq $128, %%rsp"
			 : : "r"(and), "r"(or) : "memory", "cc");
}

/* Call take(); be interrupted after @n instructions.  Return whether it was. */
__no_sanitize_memory noipa static int interrupted(int n)
{
	static struct pair clean = { 1, 2 };

	steps = n;
	set_flags(-1, TRAP_FLAG);
	pass(&clean);
	set_flags(~(unsigned long)TRAP_FLAG, 0);
	return steps <= 0;
}

int main(void)
{
	struct pair p;
	int n = 1;

	kmsan_poison_memory(&poison, sizeof(poison));
	install();
	while (interrupted(n))
		n++;
	if (n < 20)
		return 1;
	touch(&p);
	true_pair(p);
	return 0;
}
