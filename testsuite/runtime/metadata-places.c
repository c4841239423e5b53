/* Wherever a program's memory is, getters and the fixed distance agree. */
/* { dg-do run } */
/* { dg-options "-g -lpthread" } */
/* { dg-kmsan-clean } */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

#include "kmsan-abi.h"

extern struct kmsan_metadata_ptr __msan_metadata_ptr_for_load_1(void *);
extern struct kmsan_metadata_ptr __msan_metadata_ptr_for_store_n(void *, uintptr_t);

static int data = 1, bss, failed;
static const int constant = 2;
static __thread int local;

static void look(const char *what, const void *address)
{
	uintptr_t a = (uintptr_t)address;
	struct kmsan_metadata_ptr load = __msan_metadata_ptr_for_load_1((void *)address);
	struct kmsan_metadata_ptr store = __msan_metadata_ptr_for_store_n((void *)address, 3);

	if ((uintptr_t)load.shadow == a + KMSAN_USER_SHADOW_DISTANCE &&
	    (uintptr_t)load.origin == (a & -4) + KMSAN_USER_ORIGIN_DISTANCE &&
	    store.shadow == load.shadow && store.origin == load.origin)
		return;
	printf("%s at %p: shadow %p, origin %p\n", what, address, load.shadow,
	       (void *)load.origin);
	failed = 1;
}

static void *on_thread(void *unused)
{
	int variable;

	look("stack of a thread", &variable);
	look("thread-local of a thread", &local);
	return unused;
}

int main(int argc, char **argv, char **envp)
{
	char *big = mmap(NULL, 1UL << 40, PROT_NONE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	char *shared = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_t thread;

	look("code", (void *)(uintptr_t)main);
	look("data", &data);
	look("bss", &bss);
	look("constant", &constant);
	look("thread-local", &local);
	look("stack", &thread);
	look("argument", argv[argc - 1]);
	look("environment", envp[0]);
	look("heap", malloc(3));
	look("large heap", (char *)malloc(10 << 20) + 5001);
	look("break", (char *)sbrk(0) - 1);
	look("reservation", big + (1UL << 39) + 1);
	look("shared mapping", shared + 4097);
	look("C library", dlsym(RTLD_DEFAULT, "printf"));
	look("vdso", (void *)getauxval(AT_SYSINFO_EHDR));
	pthread_create(&thread, NULL, on_thread, NULL);
	pthread_join(thread, NULL);
	return failed;
}
