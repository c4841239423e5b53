// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * run.c - run a command and collect the reports of all that it runs.
 *
 * KMSAN_OPTIONS tells the runtimes of all its processes to write to a directory
 * of our own, which no other user can write to or read.  Logs that the user, or
 * a run around this one, wants in another place are put there at the end.
 */
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report.h"
#include "run.h"
#include "text.h"

/* As env(1), timeout(1) and shells have them. */
#define EXIT_NOT_EXECUTABLE 126
#define EXIT_NOT_FOUND 127
#define EXIT_SIGNAL 128
#define EXIT_TROUBLE 2
/* What automake, autotest and meson take as a skipped test. */
#define EXIT_SKIPPED 77
/*
 * Status for reports of a command that succeeded.  For these tools it is an
 * error, even of a test that is expected to fail; it is the runtime's default,
 * too.
 */
#define EXIT_REPORTED 99

/* The runtime's limit, and room for ".PID". */
#define MAX_LOG_PATH 1000
/* How many lines of runtimes that failed are shown. */
#define MAX_MESSAGES 20

static const char options_name[] = "KMSAN_OPTIONS";
static const char message[] = "KMSAN: ";
static const char log_item[] = "log_path=";

static volatile pid_t child;

/*
 * A request for us to end is passed on to the command; the terminal's requests
 * reach it directly.
 */
static void forward(int number, siginfo_t *info, void *context)
{
	int saved = errno;

	(void)context;
	if (info->si_code != SI_KERNEL)
		kill(child, number);
	errno = saved;
}

/* Take the signals that end programs with @action; what is ignored stays so. */
static void take_signals(const struct sigaction *action)
{
	static const int numbers[] = {SIGHUP,  SIGINT,	SIGQUIT,
				      SIGTERM, SIGUSR1, SIGUSR2};
	struct sigaction old;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (!sigaction(numbers[i], NULL, &old) &&
		    old.sa_handler != SIG_IGN)
			sigaction(numbers[i], action, NULL);
}

static void forward_signals(void)
{
	const struct sigaction action = {.sa_sigaction = forward,
					 .sa_flags = SA_SIGINFO | SA_RESTART};

	take_signals(&action);
}

/* The command is gone, and its number may be another process's. */
static void stop_forwarding(void)
{
	const struct sigaction action = {.sa_handler = SIG_DFL};

	take_signals(&action);
}

/* Wait for the command, but leave its number taken while signals go to it. */
static int wait_for_end(void)
{
	siginfo_t info;
	int ended = 0;

	while (waitid(P_PID, child, &info, WEXITED | WNOWAIT) < 0 &&
	       errno == EINTR)
		;
	stop_forwarding();
	while (waitpid(child, &ended, 0) < 0 && errno == EINTR)
		;
	return ended;
}

static bool fits_option(const char *path)
{
	return path && !strchr(path, ':') && strlen(path) < MAX_LOG_PATH;
}

/* An absolute path, since processes change their directory. */
static void make_directory(struct run *run)
{
	const char *wanted = getenv("TMPDIR");
	char *parent = realpath(wanted && *wanted ? wanted : P_tmpdir, NULL);

	snprintf(run->directory, sizeof(run->directory),
		 "%s/kmsan-report-XXXXXX",
		 fits_option(parent) ? parent : P_tmpdir);
	if (!mkdtemp(run->directory))
		err(EXIT_TROUBLE, "%s", run->directory);
	if (asprintf(&run->log_path, "%s/log", run->directory) < 0)
		err(EXIT_TROUBLE, "no memory");
	free(parent);
}

/* The user's options with our log_path for theirs, which is kept. */
static void set_options(struct run *run)
{
	const char *old = getenv(options_name), *item;
	size_t skip = strlen(log_item), size, used = 0;
	char *new;

	old = old ? old : "";
	new = xalloc(NULL, strlen(old) + MAX_LOG_PATH + 64, 1);
	for (item = old; *item; item += size + (item[size] == ':')) {
		size = strcspn(item, ":");
		if (size > skip && !strncmp(item, log_item, skip)) {
			free(run->user_path);
			run->user_path = strndup(item + skip, size - skip);
		} else {
			memcpy(new + used, item, size);
			used += size;
			new[used++] = ':';
		}
	}
	sprintf(new + used, "%s%s", log_item, run->log_path);
	setenv(options_name, new, 1);
	free(new);
}

static void remove_directory(const struct run *run)
{
	for (size_t i = 0; i < run->nr_logs; i++)
		unlink(run->logs[i].path);
	rmdir(run->directory);
}

/* In the child: run the command, or tell the parent why that failed. */
__attribute__((noreturn)) static void become(char **argv, int fd,
					     const sigset_t *mask)
{
	int error;

	sigprocmask(SIG_SETMASK, mask, NULL);
	execvp(argv[0], argv);
	error = errno;
	if (write(fd, &error, sizeof(error)) < 0)
		error = 0;
	_exit(EXIT_NOT_FOUND);
}

/* Start the command.  Return: 0, or errno of what failed. */
static int start(char **argv)
{
	int fds[2], error = 0;
	sigset_t all, mask;

	if (pipe2(fds, O_CLOEXEC))
		return errno;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &mask);
	signal(SIGCHLD, SIG_DFL);
	child = fork();
	if (!child)
		become(argv, fds[1], &mask);
	error = child < 0 ? errno : 0;
	close(fds[1]);
	if (!error && read(fds[0], &error, sizeof(error)) != sizeof(error))
		error = 0;
	close(fds[0]);
	if (!error)
		forward_signals();
	sigprocmask(SIG_SETMASK, &mask, NULL);
	return error;
}

static int by_pid(const void *a, const void *b)
{
	const struct run_log *p = a, *q = b;

	return p->pid < q->pid ? -1 : p->pid > q->pid;
}

static void find_logs(struct run *run)
{
	DIR *directory = opendir(run->directory);
	struct dirent *entry;
	struct run_log *log;
	const char *pid;

	if (!directory)
		err(EXIT_TROUBLE, "%s", run->directory);
	while ((entry = readdir(directory))) {
		pid = text_skip(entry->d_name, "log.");
		if (!pid)
			continue;
		run->logs = xalloc(run->logs, run->nr_logs + 1, sizeof(*log));
		log = &run->logs[run->nr_logs++];
		log->pid = strtoul(pid, NULL, 10);
		if (asprintf(&log->path, "%s/%s", run->directory,
			     entry->d_name) < 0)
			err(EXIT_TROUBLE, "no memory");
	}
	closedir(directory);
	if (run->nr_logs)
		qsort(run->logs, run->nr_logs, sizeof(*run->logs), by_pid);
}

/**
 * run_command() - run a command until it ends, and find its logs
 * @run: filled in
 * @argv: the command and its arguments, NULL at the end
 *
 * Ends the program as shells do if there is no such command.
 */
void run_command(struct run *run, char **argv)
{
	int error;

	*run = (struct run){0};
	make_directory(run);
	set_options(run);
	error = start(argv);
	if (error) {
		remove_directory(run);
		errno = error;
		err(error == ENOENT ? EXIT_NOT_FOUND : EXIT_NOT_EXECUTABLE,
		    "%s", argv[0]);
	}
	run->ended = wait_for_end();
	find_logs(run);
}

/* Where the list goes: not into the command's output, unless asked for. */
FILE *run_stream(const struct run *run)
{
	return run->user_path && !strcmp(run->user_path, "stdout") ? stdout
								   : stderr;
}

/* Append a log to where the user wanted it, as the runtime would have. */
static void append_log(const struct run *run, const struct run_log *log)
{
	char *path, block[8192];
	FILE *from = fopen(log->path, "r");
	size_t size;
	int fd;

	if (asprintf(&path, "%s.%lu", run->user_path, log->pid) < 0)
		err(EXIT_TROUBLE, "no memory");
	fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0644);
	if (!from || fd < 0) {
		warn("%s", path);
		fd = fd < 0 ? dup(STDERR_FILENO) : fd;
	}
	while (from && (size = fread(block, 1, sizeof(block), from)))
		if (write(fd, block, size) < 0) {
			warn("%s", path);
			break;
		}
	close(fd);
	if (from)
		fclose(from);
	free(path);
}

/* Show a runtime's messages that are not reports; they would be lost. */
static void show_messages(const struct run_log *log, unsigned int *shown)
{
	FILE *file = fopen(log->path, "r");
	char *line = NULL;
	size_t room = 0;

	while (file && *shown < MAX_MESSAGES && getline(&line, &room, file) > 0)
		if (text_skip(line, message)) {
			fputs(line, stderr);
			(*shown)++;
		}
	if (file)
		fclose(file);
	free(line);
}

/**
 * run_hand_on() - put logs where they would be without us
 * @run: the run
 */
void run_hand_on(const struct run *run)
{
	bool stream = !run->user_path || !strcmp(run->user_path, "stderr") ||
		      !strcmp(run->user_path, "stdout");
	unsigned int shown = 0;

	for (size_t i = 0; i < run->nr_logs; i++) {
		show_messages(&run->logs[i], &shown);
		if (!stream)
			append_log(run, &run->logs[i]);
	}
}

/* End as the command did, so that shells and make(1) see the signal. */
static void end_by_signal(int number)
{
	struct rlimit none = {0};

	setrlimit(RLIMIT_CORE, &none);
	signal(number, SIG_DFL);
	raise(number);
}

/**
 * run_end() - remove the logs, and say how to end
 * @run: freed
 * @reported: whether there was a report
 *
 * Return: the exit status; does not return if a signal ended the command.
 */
int run_end(struct run *run, bool reported)
{
	int ended = run->ended;

	remove_directory(run);
	for (size_t i = 0; i < run->nr_logs; i++)
		free(run->logs[i].path);
	free(run->logs);
	free(run->log_path);
	free(run->user_path);
	if (WIFSIGNALED(ended)) {
		end_by_signal(WTERMSIG(ended));
		return EXIT_SIGNAL + WTERMSIG(ended);
	}
	/* A skipped test may pass, reports may not. */
	if (reported &&
	    (!WEXITSTATUS(ended) || WEXITSTATUS(ended) == EXIT_SKIPPED))
		return EXIT_REPORTED;
	return WEXITSTATUS(ended);
}
