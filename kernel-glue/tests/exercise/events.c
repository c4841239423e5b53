// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Steps with timers, descriptors to wait for, pipes and terminals.
 */
#include "exercise.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t ticks;

static void on_tick(int sig)
{
	(void)sig;
	ticks++;
}

static int timers(const char *dir)
{
	struct itimerval often = {{0, 5000}, {0, 5000}}, never = {0};
	struct itimerspec once = {.it_value = {0, 5000000}};
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
				 .sigev_signo = SIGUSR1};
	struct timespec t, rest;
	timer_t id;

	(void)dir;
	signal(SIGVTALRM, on_tick);
	signal(SIGUSR1, on_tick);
	TRY(!setitimer(ITIMER_VIRTUAL, &often, NULL));
	while (ticks < 3)
		;
	TRY(!setitimer(ITIMER_VIRTUAL, &never, &often));
	ticks = 0;
	TRY(!timer_create(CLOCK_MONOTONIC, &event, &id));
	TRY(!timer_settime(id, 0, &once, NULL));
	while (!ticks)
		usleep(1000);
	TRY(!timer_gettime(id, &once) && timer_getoverrun(id) >= 0);
	TRY(!timer_delete(id));
	for (int i = 0; i < 12; i++) {
		/* Clock 10 was removed, and 11 is TAI. */
		if (i == 10)
			continue;
		clock_gettime(i, &t);
		clock_getres(i, &t);
	}
	t = (struct timespec){0, 2000000};
	TRY(!nanosleep(&t, &rest));
	TRY(!clock_nanosleep(CLOCK_REALTIME, 0, &t, &rest));
	TRY(!gettimeofday(&often.it_value, NULL));
	return DONE;
}

static int wait_fds(const char *dir)
{
	struct itimerspec soon = {.it_value = {0, 3000000}};
	struct epoll_event event = {.events = EPOLLIN}, events[8];
	struct signalfd_siginfo info;
	int ep = epoll_create1(0), fd[4], ends[2];
	uint64_t count = 7;
	sigset_t set;

	(void)dir;
	TRY(ep >= 0);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	TRY(!sigprocmask(SIG_BLOCK, &set, NULL));
	TRY(!pipe(ends));
	fd[0] = eventfd(0, 0);
	fd[1] = timerfd_create(CLOCK_MONOTONIC, 0);
	fd[2] = signalfd(-1, &set, 0);
	fd[3] = ends[0];
	for (int i = 0; i < 4; i++) {
		TRY(fd[i] >= 0);
		event.data.fd = fd[i];
		TRY(!epoll_ctl(ep, EPOLL_CTL_ADD, fd[i], &event));
	}
	TRY(epoll_wait(ep, events, 8, 0) == 0);
	TRY(write(fd[0], &count, 8) == 8);
	TRY(!timerfd_settime(fd[1], 0, &soon, NULL));
	TRY(!kill(getpid(), SIGUSR2));
	TRY(write(ends[1], "x", 1) == 1);
	usleep(20000);
	TRY(epoll_wait(ep, events, 8, 1000) == 4);
	TRY(read(fd[0], &count, 8) == 8 && count == 7);
	TRY(read(fd[1], &count, 8) == 8 && count == 1);
	TRY(!timerfd_gettime(fd[1], &soon));
	TRY(read(fd[2], &info, sizeof(info)) == sizeof(info));
	TRY(info.ssi_signo == SIGUSR2);
	event.events = EPOLLIN | EPOLLET;
	event.data.fd = fd[3];
	TRY(!epoll_ctl(ep, EPOLL_CTL_MOD, fd[3], &event));
	TRY(epoll_pwait(ep, events, 8, 100, &set) == 1);
	TRY(!epoll_ctl(ep, EPOLL_CTL_DEL, fd[3], NULL));
	return DONE;
}

static int poll_select(const char *dir)
{
	struct timespec t = {0, 1000000};
	struct timeval v = {0, 1000};
	struct pollfd fds[2];
	static char many[777];
	int ends[2], size;
	fd_set in, out;
	char byte;

	(void)dir;
	TRY(!pipe2(ends, O_NONBLOCK));
	fds[0] = (struct pollfd){.fd = ends[0], .events = POLLIN};
	fds[1] = (struct pollfd){.fd = ends[1], .events = POLLOUT};
	TRY(poll(fds, 2, 10) == 1 && !fds[0].revents);
	FD_ZERO(&in);
	FD_SET(ends[0], &in);
	TRY(select(ends[0] + 1, &in, NULL, NULL, &v) == 0);
	TRY(write(ends[1], "abc", 3) == 3);
	TRY(ppoll(fds, 2, &t, NULL) == 2);
	FD_ZERO(&out);
	FD_SET(ends[0], &in);
	FD_SET(ends[1], &out);
	TRY(pselect(ends[1] + 1, &in, &out, NULL, &t, NULL) == 2);
	TRY(!ioctl(ends[0], FIONREAD, &size) && size == 3);
	TRY(fcntl(ends[1], F_SETPIPE_SZ, 65536) >= 65536);
	while (write(ends[1], many, sizeof(many)) > 0)
		;
	TRY(errno == EAGAIN);
	TRY(!close(ends[1]));
	TRY(read(ends[0], &byte, 1) == 1);
	while (read(ends[0], many, sizeof(many)) > 0)
		;
	return DONE;
}

/* A ring of processes that pass on a counter. */
static int pipes(const char *dir)
{
	enum { N = 6, ROUNDS = 20 };
	int ends[N][2], n = 0;
	pid_t pid[N];

	(void)dir;
	for (int i = 0; i < N; i++)
		TRY(!pipe(ends[i]));
	for (int i = 0; i < N - 1; i++) {
		pid[i] = fork();
		TRY(pid[i] >= 0);
		if (pid[i])
			continue;
		for (int r = 0; r < ROUNDS; r++) {
			if (read(ends[i][0], &n, sizeof(n)) != sizeof(n))
				_exit(1);
			n++;
			if (write(ends[i + 1][1], &n, sizeof(n)) != sizeof(n))
				_exit(1);
		}
		_exit(0);
	}
	for (int r = 0; r < ROUNDS; r++) {
		TRY(write(ends[0][1], &n, sizeof(n)) == sizeof(n));
		TRY(read(ends[N - 1][0], &n, sizeof(n)) == sizeof(n));
	}
	TRY(n == ROUNDS * (N - 1));
	for (int i = 0; i < N - 1; i++)
		TRY(!reap(pid[i]));
	return DONE;
}

static int open_pty(int *master, int *slave)
{
	char name[64];

	*master = posix_openpt(O_RDWR | O_NOCTTY);
	TRY(*master >= 0);
	TRY(!grantpt(*master) && !unlockpt(*master));
	TRY(!ptsname_r(*master, name, sizeof(name)));
	*slave = open(name, O_RDWR | O_NOCTTY);
	TRY(*slave >= 0);
	return DONE;
}

static int pty(const char *dir)
{
	struct winsize size = {25, 80, 0, 0}, got;
	int master, slave, n;
	struct termios t;
	char buffer[256];

	(void)dir;
	TRY(open_pty(&master, &slave) == DONE);
	TRY(!ioctl(master, TIOCSWINSZ, &size));
	TRY(!ioctl(slave, TIOCGWINSZ, &got) && got.ws_col == 80);
	TRY(!tcgetattr(slave, &t));
	/* A line with an erased character in it, echoed. */
	TRY(write(master, "abd\177c\n", 6) == 6);
	TRY(read(slave, buffer, sizeof(buffer)) == 4);
	TRY(!memcmp(buffer, "abc\n", 4));
	TRY(read(master, buffer, sizeof(buffer)) > 0);
	TRY(write(slave, "one\ttwo\n", 8) == 8);
	TRY(read(master, buffer, sizeof(buffer)) > 8);
	cfmakeraw(&t);
	TRY(!tcsetattr(slave, TCSANOW, &t));
	memset(buffer, 'x', sizeof(buffer));
	for (int i = 0; i < 20; i++) {
		TRY(write(slave, buffer, 200) == 200);
		for (n = 0; n < 200;)
			n += read(master, buffer + n, 200 - n);
	}
	TRY(!tcdrain(slave) && !tcflush(slave, TCIOFLUSH));
	TRY(!ioctl(slave, FIONREAD, &n) && !ioctl(slave, TIOCOUTQ, &n));
	TRY(!close(slave));
	TRY(read(master, buffer, 1) < 0 && errno == EIO);
	return DONE;
}

/* A session on a terminal that is interrupted, as by ^C, and hung up. */
static int session(const char *dir)
{
	int master, slave;
	char byte;
	pid_t pid;

	(void)dir;
	TRY(open_pty(&master, &slave) == DONE);
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		signal(SIGINT, on_tick);
		signal(SIGHUP, on_tick);
		setsid();
		if (ioctl(slave, TIOCSCTTY, 0) || tcgetpgrp(slave) != getpid())
			_exit(1);
		close(master);
		if (write(slave, "r", 1) != 1)
			_exit(1);
		while (ticks < 1)
			usleep(1000);
		while (ticks < 2)
			usleep(1000);
		_exit(0);
	}
	TRY(read(master, &byte, 1) == 1);
	TRY(write(master, "\003", 1) == 1);
	usleep(50000);
	close(master);
	TRY(!reap(pid));
	return DONE;
}

const struct step event_steps[] = {
	{"timers", timers},
	{"wait-fds", wait_fds},
	{"poll-select", poll_select},
	{"pipes", pipes},
	{"pty", pty},
	{"session", session},
	{NULL, NULL},
};
