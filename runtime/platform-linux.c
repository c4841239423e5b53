// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * platform-linux.c - x86-64 Linux, by bare system calls.
 *
 * The C library's wrappers would set errno and pass through our hooks, and they
 * are not ready when the first instrumented code of a process runs.
 */
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "linux-syscall.h"
#include "platform.h"

/* Room for the symboliser, which recurses on the nesting of DWARF entries. */
#define ASIDE_STACK_SIZE (8UL << 20)

/*
 * Huge pages would turn the first byte of shadow into 2 MB of memory, and
 * terabytes of reservation do not belong in a core file.
 */
static void advise(uintptr_t start, size_t size)
{
	syscall3(SYS_madvise, start, size, MADV_NOHUGEPAGE);
	syscall3(SYS_madvise, start, size, MADV_DONTDUMP);
}

int kmsan_platform_reserve(uintptr_t start, size_t size, bool metadata)
{
	long ret = syscall6(SYS_mmap, start, size,
			    metadata ? PROT_READ | PROT_WRITE : PROT_NONE,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
				    MAP_FIXED_NOREPLACE,
			    -1, 0);

	if (is_error(ret))
		return ret;
	if ((uintptr_t)ret != start) {
		/* A kernel before 4.17 takes the address for a hint. */
		syscall3(SYS_munmap, ret, size, 0);
		return -EEXIST;
	}
	advise(start, size);
	return 0;
}

void *kmsan_platform_alloc(size_t size)
{
	long ret = syscall6(SYS_mmap, 0, size, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (is_error(ret))
		return NULL;
	advise(ret, size);
	return (void *)ret;
}

void kmsan_platform_zero(uintptr_t start, size_t size)
{
	/* Locked pages (mlockall) cannot be dropped. */
	if (is_error(syscall3(SYS_madvise, start, size, MADV_DONTNEED)))
		kmsan_raw_memset((void *)start, 0, size);
}

/*
 * Valgrind's interface for programs: rotations that cancel each other out and
 * an exchange that does nothing are a request.  RAX points to the request and
 * its arguments; RDX gets the result, or keeps its value on a real processor.
 */
bool kmsan_platform_is_valgrind(void)
{
	const unsigned long running_on_valgrind[6] = {0x1001};
	unsigned long result = 0;

	__asm__ volatile("rolq $3, %%rdi\n\t"
			 "rolq $13, %%rdi\n\t"
			 "rolq $61, %%rdi\n\t"
			 "rolq $51, %%rdi\n\t"
			 "xchgq %%rbx, %%rbx"
			 : "+d"(result)
			 : "a"(running_on_valgrind)
			 : "rdi", "memory", "cc");
	return result;
}

bool kmsan_platform_is_crowded(uintptr_t start, size_t room)
{
	void *page = kmsan_platform_alloc(KMSAN_PAGE_SIZE);

	if (page)
		kmsan_platform_unmap(page, KMSAN_PAGE_SIZE);
	return (uintptr_t)page - start < room;
}

/*
 * The arguments as the kernel has put them on the stack: nothing else is set up
 * when the runtime starts.
 */
static char **initial_arguments(void)
{
	extern void *__libc_stack_end __attribute__((weak));

	return &__libc_stack_end ? (char **)__libc_stack_end + 1 : NULL;
}

static char **initial_environment(char **argv)
{
	return argv + ((long *)argv)[-1] + 1;
}

uintptr_t kmsan_platform_program(void)
{
	char **argv = initial_arguments(), **envp;
	const Elf64_auxv_t *aux;

	if (!argv)
		return UINTPTR_MAX;
	for (envp = initial_environment(argv); *envp;)
		envp++;
	for (aux = (void *)(envp + 1); aux->a_type != AT_NULL; aux++)
		if (aux->a_type == AT_PHDR)
			return aux->a_un.a_val;
	return UINTPTR_MAX;
}

void kmsan_platform_restart(void)
{
	long old = syscall3(SYS_personality, 0xffffffff, 0, 0);
	char **argv = initial_arguments(), **envp;

	if (is_error(old) || old & ADDR_NO_RANDOMIZE || !argv)
		return;
	envp = initial_environment(argv);
	if (is_error(syscall3(SYS_personality, old | ADDR_NO_RANDOMIZE, 0, 0)))
		return;
	syscall3(SYS_execve, (long)"/proc/self/exe", (long)argv, (long)envp);
	syscall3(SYS_personality, old, 0, 0);
}

void kmsan_platform_write(int fd, const char *text, size_t size)
{
	while (size) {
		long ret = syscall3(SYS_write, fd, (long)text, size);

		if (ret == -EINTR || ret == -EAGAIN)
			continue;
		if (ret <= 0)
			return;
		text += ret;
		size -= ret;
	}
}

void kmsan_platform_exit(int status)
{
	for (;;)
		syscall3(SYS_exit_group, status, 0, 0);
}

int kmsan_platform_pid(void)
{
	return syscall3(SYS_getpid, 0, 0, 0);
}

int kmsan_platform_tid(void)
{
	return syscall3(SYS_gettid, 0, 0, 0);
}

int kmsan_platform_uid(void)
{
	return syscall3(SYS_getuid, 0, 0, 0);
}

bool kmsan_platform_is_privileged(void)
{
	return getauxval(AT_SECURE);
}

int kmsan_platform_cpu(void)
{
	unsigned int cpu = 0;

	syscall3(SYS_getcpu, (long)&cpu, 0, 0);
	return cpu;
}

void kmsan_platform_comm(char comm[16])
{
	comm[0] = 0;
	syscall3(SYS_prctl, PR_GET_NAME, (long)comm, 0);
}

unsigned long kmsan_platform_block_signals(void)
{
	unsigned long all = ~0UL, old = 0;

	syscall6(SYS_rt_sigprocmask, SIG_SETMASK, (long)&all, (long)&old,
		 sizeof(all), 0, 0);
	return old;
}

void kmsan_platform_restore_signals(unsigned long mask)
{
	syscall6(SYS_rt_sigprocmask, SIG_SETMASK, (long)&mask, 0, sizeof(mask),
		 0, 0);
}

void kmsan_platform_yield(void)
{
	syscall3(SYS_sched_yield, 0, 0, 0);
}

int kmsan_platform_open(const char *path)
{
	return syscall3(SYS_open, (long)path, O_RDONLY | O_CLOEXEC, 0);
}

ssize_t kmsan_platform_read(int fd, void *buffer, size_t size)
{
	long ret;

	do
		ret = syscall3(SYS_read, fd, (long)buffer, size);
	while (ret == -EINTR);
	return ret;
}

void kmsan_platform_close(int fd)
{
	syscall3(SYS_close, fd, 0, 0);
}

void *kmsan_platform_map_file(int fd, size_t *size)
{
	struct stat stat;
	long ret;

	if (syscall3(SYS_fstat, fd, (long)&stat, 0) || stat.st_size <= 0)
		return NULL;
	ret = syscall6(SYS_mmap, 0, stat.st_size, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_NORESERVE, fd, 0);
	*size = stat.st_size;
	return is_error(ret) ? NULL : (void *)ret;
}

void kmsan_platform_unmap(void *start, size_t size)
{
	syscall3(SYS_munmap, (long)start, size, 0);
}

static void call_on_stack(void (*function)(void *), void *arg, void *stack_top)
{
	__asm__ volatile("movq %%rsp, %%rbx\n\t"
			 "movq %[top], %%rsp\n\t"
			 "callq *%[function]\n\t"
			 "movq %%rbx, %%rsp"
			 : "+D"(arg)
			 : [function] "r"(function), [top] "r"(stack_top)
			 : "rax", "rbx", "rcx", "rdx", "rsi", "r8", "r9", "r10",
			   "r11", "memory", "cc", "xmm0", "xmm1", "xmm2",
			   "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8",
			   "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14",
			   "xmm15");
}

void kmsan_platform_call_aside(void (*function)(void *), void *arg)
{
	static char *stack;
	int saved = errno;

	if (!stack)
		stack = kmsan_platform_alloc(ASIDE_STACK_SIZE);
	if (stack)
		call_on_stack(function, arg, stack + ASIDE_STACK_SIZE);
	else
		function(arg);
	errno = saved;
}
