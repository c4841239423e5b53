/* What hooks do not ask for, as the function does not look at it. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O1 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <wchar.h>

static void waiting(void)
{
	struct pollfd *fds = malloc(2 * sizeof(*fds));
	struct epoll_event *event = malloc(sizeof(*event));
	int epoll = epoll_create1(0);

	/* An entry that is not used. */
	fds[0].fd = 0;
	fds[0].events = POLLIN;
	fds[1].fd = -1;
	must(poll(fds, 2, 0) >= 0);
	must(ppoll(fds, 2, &(struct timespec){0}, NULL) >= 0);
	must(epoll_ctl(epoll, EPOLL_CTL_DEL, 0, event) < 0);
}

static void times(void)
{
	struct timespec *times = malloc(2 * sizeof(*times));

	times[0].tv_nsec = UTIME_OMIT;
	times[1].tv_nsec = UTIME_NOW;
	must(!utimensat(AT_FDCWD, ".", times, 0));
	futimens(-1, times);
}

static void addresses(void)
{
	struct sockaddr_storage *any = malloc(sizeof(*any));
	struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)any;
	socklen_t *length = malloc(sizeof(*length));
	struct linger *linger = malloc(sizeof(*linger));
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	char host[64];
	char byte;

	/* Nobody wants the address. */
	WRITES_NOTHING(*length, recvfrom(fd, &byte, 1, MSG_DONTWAIT, NULL,
					 length));
	accept(fd, NULL, length);
	accept4(fd, NULL, length, 0);

	any->ss_family = AF_UNSPEC;
	connect(fd, (struct sockaddr *)any, sizeof(struct sockaddr));
	memset(in6, 0, sizeof(*in6));
	in6->sin6_family = AF_INET6;
	connect(fd, (struct sockaddr *)any, sizeof(*any));
	getnameinfo((struct sockaddr *)any, sizeof(*any), host, sizeof(host),
		    NULL, 0, NI_NUMERICHOST);

	linger->l_onoff = 0;
	must(!setsockopt(fd, SOL_SOCKET, SO_LINGER, linger, sizeof(*linger)));
}

static void signals(void)
{
	sigset_t *set = malloc(sizeof(*set));

	set->__val[0] = 0;
	must(!sigprocmask(SIG_BLOCK, set, NULL));
	must(!pthread_sigmask(SIG_BLOCK, set, NULL));
	sigtimedwait(set, NULL, &(struct timespec){0});
}

/* In each, "a b" comes before what is not initialised. */
static char *text(void)
{
	return memcpy(malloc(64), "a b", 3);
}

static void strings(void)
{
	char *s = text(), *rest;

	must(strstr(s, " b") == s + 1);
	must(strcasestr(s, "B") == s + 2);
	must(memmem(s, 64, "b", 1) == s + 2);
	must(strtok(s, " ") == s);
	s = text();
	must(strtok_r(s, " ", &rest) == s);
	s = rest = text();
	must(strsep(&rest, " ") == s);

	s = malloc(64);
	memcpy(s + 61, "a b", 3);
	must(memrchr(s, ' ', 64) == s + 62);
}

static void wide_strings(void)
{
	wchar_t *s = malloc(256), *rest;

	wmemcpy(s, L"a b", 3);
	must(wcsstr(s, L" b") == s + 1);
	must(wcstok(s, L" ", &rest) == s);
}

int main(void)
{
	waiting();
	times();
	addresses();
	signals();
	strings();
	wide_strings();
	return 0;
}
