// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * process.c - start, end and duplication of the process.
 *
 * A process that has made reports ends with a status that says so, however it
 * ends, unless a signal kills it.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "init.h"
#include "intercept.h"
#include "platform.h"

typedef int main_function(int argc, char **argv, char **envp);

/*
 * The first code of an executable or library that runs.  Shared libraries have
 * no pre-initialisation; there the linker is told to run the constructor before
 * those of all others.
 */
#ifdef PIC
__attribute__((constructor(101), used)) static void process_start(void)
{
	kmsan_init();
}
#else
__attribute__((section(".preinit_array"),
	       used)) static void (*process_start)(void) = kmsan_init;
#endif

static main_function *program_main;
/* The status that exit() was passed; the library's own calls are not seen. */
static int status_passed;
static kmsan_sigset_t fork_mask;

/*
 * Registered before all handlers of the program, which may report.  So
 * fork_prepare() runs after those, and the other two run before them.
 */
static void fork_prepare(void)
{
	kmsan_sigset_t mask = kmsan_lock();

	fork_mask = mask;
}

static void fork_parent(void)
{
	kmsan_unlock(fork_mask);
}

/* The status of a child depends only on its own reports. */
static void fork_child(void)
{
	kmsan_reported = false;
	kmsan_unlock(fork_mask);
}

KMSAN_HOOK(void, exit, (int status))
{
	status_passed = kmsan_exit_status(status);
	/* Functions that are registered for the exit are called next. */
	kmsan_forget_call();
	KMSAN_REAL(exit)(status_passed);
	__builtin_unreachable();
}

static int kmsan_main(int argc, char **argv, char **envp)
{
	kmsan_forget_call();
	kmsan_hook_exit(program_main(argc, argv, envp));
	return 0;
}

KMSAN_HOOK(int, __libc_start_main,
	   (main_function * main, int argc, char **argv, void (*init)(void),
	    void (*fini)(void), void (*rtld_fini)(void), void *stack_end))
{
	kmsan_init();
	pthread_atfork(fork_prepare, fork_parent, fork_child);
	program_main = main;
	return KMSAN_REAL(__libc_start_main)(kmsan_main, argc, argv, init, fini,
					     rtld_fini, stack_end);
}

/*
 * Functions that end the process at once.
 *
 * X(name)
 */
#define EXIT_FUNCTIONS(X)                                                      \
	X(_exit)                                                               \
	X(_Exit)                                                               \
	X(quick_exit)

#define EXIT_HOOK(name)                                                        \
	KMSAN_HOOK(void, name, (int status))                                   \
	{                                                                      \
		KMSAN_REAL(name)(kmsan_exit_status(status));                   \
	}
EXIT_FUNCTIONS(EXIT_HOOK)

/*
 * The last of the destructors.  If the first report came after exit(), or if
 * the library itself has called exit(), the status can only be changed by
 * ending the process here.
 */
__attribute__((destructor(101))) static void process_end(void)
{
	int status = kmsan_exit_status(status_passed);

	if (status == status_passed)
		return;
	fflush(NULL);
	kmsan_platform_exit(status);
}
