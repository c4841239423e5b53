/* A handler of SIGSEGV gets the address that the program has used. */
/* { dg-do run } */
/* { dg-kmsan-clean } */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

struct object {
	long before[3];
	int member;
};

static sigjmp_buf before;
static void *volatile faulted;

static void handler(int signal, siginfo_t *info, void *context)
{
	faulted = info->si_addr;
	siglongjmp(before, signal && context);
}

/* What may not be written, or read, is there. */
static int faults(struct object *volatile object, int writes)
{
	faulted = NULL;
	if (!sigsetjmp(before, 1)) {
		if (writes)
			*(volatile int *)&object->member = 1;
		else
			writes = *(volatile int *)&object->member;
		return 0;
	}
	return faulted == &object->member;
}

int main(void)
{
	struct sigaction action = { .sa_sigaction = handler,
				    .sa_flags = SA_SIGINFO };
	void *page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS,
			  -1, 0);

	sigaction(SIGSEGV, &action, NULL);
	return !faults(NULL, 0) || !faults(NULL, 1) || !faults(page, 0) ||
	       !faults(page, 1) || !faults((void *)0x12340000, 0) ||
	       !faults((void *)0x12340000, 1);
}
