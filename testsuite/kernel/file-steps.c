// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * file-steps.c - what a command would leave if it were killed, at each step.
 *
 *	file-steps TREE OUT COMMAND [ARGUMENT]...
 *
 * runs COMMAND, and copies the directory TREE to OUT/00001, OUT/00002 and so on after
 * each system call, of it or its children, that may have changed a file.  Prints how
 * many these were.  The exit status is COMMAND's, or 125 if it cannot be traced.
 */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
/* After <sys/ptrace.h>, which has enums of the same names. */
#include <linux/ptrace.h>

#define EXIT_TRACE 125
#define MAX_PID (1 << 22)

/* Is the process in a system call that changes files? */
static bool changing[MAX_PID + 1];
static const char *tree, *out;
static unsigned int steps;

static bool is_regular(pid_t pid, int fd)
{
	struct stat status;
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/fd/%d", pid, fd);
	return !stat(path, &status) && S_ISREG(status.st_mode);
}

static bool changes(pid_t pid, const __u64 *args, __u64 number)
{
	switch (number) {
	case SYS_write:
	case SYS_pwrite64:
	case SYS_writev:
	case SYS_sendfile:
	case SYS_ftruncate:
	case SYS_fallocate:
		return is_regular(pid, args[0]);
	case SYS_copy_file_range:
		return is_regular(pid, args[2]);
	case SYS_ioctl:
		return args[1] == FICLONE || args[1] == FICLONERANGE;
	case SYS_open:
		return args[1] & (O_CREAT | O_TRUNC);
	case SYS_openat:
		return args[2] & (O_CREAT | O_TRUNC);
	case SYS_openat2:
	case SYS_creat:
	case SYS_truncate:
	case SYS_rename:
	case SYS_renameat:
	case SYS_renameat2:
	case SYS_link:
	case SYS_linkat:
	case SYS_symlink:
	case SYS_symlinkat:
	case SYS_unlink:
	case SYS_unlinkat:
	case SYS_mkdir:
	case SYS_mkdirat:
	case SYS_rmdir:
	case SYS_chmod:
	case SYS_fchmod:
	case SYS_fchmodat:
	case SYS_chown:
	case SYS_fchown:
	case SYS_lchown:
	case SYS_fchownat:
		return true;
	}
	return false;
}

static void copy_tree(void)
{
	char name[4096];
	int status;
	pid_t pid;

	snprintf(name, sizeof(name), "%s/%05u", out, ++steps);
	pid = fork();
	if (!pid) {
		execlp("cp", "cp", "-a", tree, name, NULL);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid || status)
		errx(EXIT_TRACE, "cannot copy %s to %s", tree, name);
}

/* @pid has stopped before or after a system call. */
static void at_system_call(pid_t pid)
{
	struct ptrace_syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(info), &info) < 0)
		return;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
		changing[pid] = changes(pid, info.entry.args, info.entry.nr);
	} else if (info.op == PTRACE_SYSCALL_INFO_EXIT && changing[pid]) {
		changing[pid] = false;
		if (!info.exit.is_error)
			copy_tree();
	}
}

/* Continue after a stop with @status. */
static void go_on(pid_t pid, int status)
{
	int sig = WSTOPSIG(status);

	if (sig == (SIGTRAP | 0x80)) {
		at_system_call(pid);
		sig = 0;
	} else if (sig == SIGTRAP || sig == SIGSTOP) {
		/* An event, or the start of a child. */
		sig = 0;
	}
	/* It may have been killed meanwhile. */
	ptrace(PTRACE_SYSCALL, pid, 0, sig);
}

int main(int argc, char **argv)
{
	pid_t child, pid;
	int status, ret = EXIT_TRACE;

	if (argc < 4)
		errx(EXIT_TRACE,
		     "usage: file-steps TREE OUT COMMAND [ARGUMENT]...");
	tree = argv[1];
	out = argv[2];
	child = fork();
	if (!child) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0))
			err(EXIT_TRACE, "ptrace");
		raise(SIGSTOP);
		execvp(argv[3], argv + 3);
		err(127, "%s", argv[3]);
	}
	if (child < 0 || waitpid(child, &status, 0) != child ||
	    !WIFSTOPPED(status))
		errx(EXIT_TRACE, "cannot trace a process");
	if (ptrace(PTRACE_SETOPTIONS, child, 0,
		   PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK |
			   PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
			   PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL))
		err(EXIT_TRACE, "ptrace");
	ptrace(PTRACE_SYSCALL, child, 0, 0);
	while ((pid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR) {
		if (pid > 0 && WIFSTOPPED(status))
			go_on(pid, status);
		else if (pid == child)
			ret = WIFEXITED(status) ? WEXITSTATUS(status)
						: 128 + WTERMSIG(status);
	}
	printf("%u steps\n", steps);
	return ret;
}
