/* Output has to be initialised: one report for each function, in this order. */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O1 } */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-report {uninit-value in chmod} } */
/* { dg-kmsan-report {uninit-value in fchownat} } */
/* { dg-kmsan-report {uninit-value in truncate} } */
/* { dg-kmsan-report {uninit-value in setxattr} {Bytes 2-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in pwritev2} {Byte 3 of 4 is} } */
/* { dg-kmsan-report {uninit-value in aio_write} } */
/* { dg-kmsan-report {uninit-value in msgsnd} {Bytes 10-11 of 12 are} } */
/* { dg-kmsan-report {uninit-value in semop} } */
/* { dg-kmsan-report {uninit-value in mq_send} } */
/* { dg-kmsan-report {uninit-value in select} {Byte 0 of 1 is} } */
/* { dg-kmsan-report {uninit-value in tcsetattr} } */
/* { dg-kmsan-report {uninit-value in sendmmsg} {Byte 1 of 2 is} } */
/* { dg-kmsan-report {uninit-value in sendmsg} {Bytes 16-19 of 20 are} } */
/* { dg-kmsan-report {uninit-value in bind} {Bytes 4-7 of 8 are} } */
/* { dg-kmsan-report {uninit-value in setsockopt} } */
/* { dg-kmsan-report {uninit-value in ioctl} {Bytes 0-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in fcntl} } */
/* { dg-kmsan-report {uninit-value in prctl} } */
/* { dg-kmsan-report {uninit-value in syscall} {Byte 1 of 2 is} } */
/* { dg-kmsan-report {uninit-value in utimensat} } */
/* { dg-kmsan-report {uninit-value in wcscmp} } */
/* { dg-kmsan-report {uninit-value in (__isoc23_)?strtol} } */
/* { dg-kmsan-report {uninit-value in sigaction} } */
#include "hook.h"
#include <aio.h>
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <termios.h>
#include <wchar.h>

/* Each has its own memory, of which the first bytes are initialised. */
static noipa void *partly(size_t n, size_t size)
{
	char *p = malloc(size);

	memset(p, 0, n);
	return p;
}

static void names(void)
{
	chmod(partly(0, 1), 0);
	fchownat(AT_FDCWD, partly(0, 1), 0, 0, 0);
	truncate(partly(0, 1), 0);
	setxattr("/absent", "user.x", partly(2, 4), 4, 0);
}

static void data(void)
{
	struct iovec v = {partly(3, 4), 4};
	struct aiocb request = {.aio_fildes = -1, .aio_buf = partly(1, 2), .aio_nbytes = 2};
	struct timeval now = {0};

	pwritev2(-1, &v, 1, 0, 0);
	aio_write(&request);
	msgsnd(-1, partly(10, 12), 4, 0);
	semop(-1, partly(2, sizeof(struct sembuf)), 1);
	mq_send(-1, partly(1, 2), 2, 0);
	select(1, partly(0, sizeof(fd_set)), NULL, NULL, &now);
	tcsetattr(-1, TCSANOW, partly(4, sizeof(struct termios)));
}

static void sockets(void)
{
	struct iovec v = {partly(1, 2), 2}, w = {"x", 1};
	struct mmsghdr m = {.msg_hdr = {.msg_iov = &v, .msg_iovlen = 1}};
	struct cmsghdr *control = partly(0, CMSG_SPACE(4));
	struct msghdr rights = {.msg_iov = &w, .msg_iovlen = 1, .msg_control = control,
				.msg_controllen = CMSG_SPACE(4)};
	struct sockaddr_in *address = partly(4, sizeof(*address));

	sendmmsg(-1, &m, 1, 0);
	control->cmsg_len = CMSG_LEN(4);
	control->cmsg_level = SOL_SOCKET;
	control->cmsg_type = SCM_RIGHTS;
	sendmsg(-1, &rights, 0);
	address->sin_family = AF_INET;
	bind(-1, (void *)address, sizeof(*address));
	setsockopt(-1, SOL_SOCKET, SO_REUSEADDR, partly(0, 4), 4);
}

static void requests(void)
{
	ioctl(-1, FIONBIO, partly(0, 4));
	fcntl(-1, F_SETLK, partly(0, sizeof(struct flock)));
	prctl(PR_SET_NAME, partly(0, 16));
	syscall(SYS_write, -1, partly(1, 2), 2);
	utimensat(-1, "x", partly(16, 32), 0);
}

int main(void)
{
	struct sigaction *action = partly(0, sizeof(*action));
	char *digits = partly(0, 8);
	wchar_t *wide = partly(0, 8);

	names();
	data();
	sockets();
	requests();
	wide[0] = 'a';
	use(wcscmp(wide, L"ab") == 1);
	digits[0] = '1';
	use(strtol(digits, NULL, 10) == 5);
	/* No part of it is set, and one report says so. */
	action->sa_flags = 0;
	sigaction(SIGUSR1, action, NULL);
	return 0;
}
