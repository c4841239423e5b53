/*
 * The counterparts of hook-not-read.c, which count: one report for each, in
 * this order.
 */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O1 } */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-report {uninit-value in poll} {Bytes 4-5 of 6 are} } */
/* { dg-kmsan-report {uninit-value in epoll_ctl} } */
/* { dg-kmsan-report {uninit-value in utimensat} {Bytes 0-7 of 16 are} } */
/* { dg-kmsan-report {uninit-value in accept} {Bytes 0-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in connect} {Bytes 2-27 of 28 are} } */
/* { dg-kmsan-report {uninit-value in setsockopt} {Bytes 4-7 of 8 are} } */
/* { dg-kmsan-report {uninit-value in sigprocmask} {Bytes 0-7 of 8 are} } */
/* { dg-kmsan-report {uninit-value in strstr} {Byte 3 of 5 is} } */
/* { dg-kmsan-report {uninit-value in strtok_r} {Byte 3 of 5 is} } */
/* { dg-kmsan-report {uninit-value in memmem} {Byte 3 of 5 is} } */
/* { dg-kmsan-report {uninit-value in memrchr} {Byte 1 of 3 is} } */
/* { dg-kmsan-report {uninit-value in wcsstr} {Bytes 0-3 of 8 are} } */
#include "hook.h"
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <wchar.h>

static void system_calls(void)
{
	struct pollfd *fd = malloc(sizeof(*fd));
	struct timespec *times = calloc(2, sizeof(*times));
	struct sockaddr_in6 *in6 = malloc(sizeof(*in6));
	struct linger *linger = malloc(sizeof(*linger));
	struct sockaddr any;

	fd->fd = 0;
	poll(fd, 1, 0);
	epoll_ctl(-1, EPOLL_CTL_MOD, 0, malloc(sizeof(struct epoll_event)));
	kmsan_poison_memory(&times[1].tv_sec, sizeof(times[1].tv_sec));
	utimensat(-1, "x", times, 0);
	accept(-1, &any, malloc(sizeof(socklen_t)));
	in6->sin6_family = AF_INET6;
	connect(-1, (struct sockaddr *)in6, sizeof(*in6));
	linger->l_onoff = 1;
	setsockopt(-1, SOL_SOCKET, SO_LINGER, linger, sizeof(*linger));
	sigprocmask(-1, malloc(sizeof(sigset_t)), NULL);
}

/* "a b?c", with a byte that is not initialised. */
static char *text(void)
{
	char *s = strcpy(malloc(8), "a b?c");

	kmsan_poison_memory(s + 3, 1);
	return s;
}

static void strings(void)
{
	wchar_t *wide = calloc(2, sizeof(*wide));
	char *s = text(), *rest;

	must(strstr(s, "?c"));
	must(strtok_r(text(), "c", &rest));
	must(memmem(text(), 5, "c", 1));
	must(memrchr(text(), 'b', 5));
	*wide = L'a';
	kmsan_poison_memory(wide, sizeof(*wide));
	must(!wcsstr(wide, L"b"));
}

int main(void)
{
	system_calls();
	strings();
	return 0;
}
