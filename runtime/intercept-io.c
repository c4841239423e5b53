// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-io.c - hooks for input and output through descriptors.
 *
 * Data that come from outside are initialised; data that go there must be.
 */
#include <aio.h>
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/uio.h>
#include <termios.h>

#include "intercept.h"

/*
 * Type, name, parameters, arguments; what is read; what is written.
 */
#define OUT_RET(buf) IF(ret > 0, OUT(buf, ret))
HOOK_CHK(ssize_t, read, (int fd, void *buf, size_t n), (fd, buf, n), NOTHING,
	 OUT_RET(buf))
ALSO(read, __read)
HOOK_CHK(ssize_t, pread, (int fd, void *buf, size_t n, off_t offset),
	 (fd, buf, n, offset), NOTHING, OUT_RET(buf))
ALSO(pread, pread64)
ALSO(pread, __pread64)
ALSO(__pread_chk, __pread64_chk)
HOOK(ssize_t, readv, (int fd, const struct iovec *vector, int nr),
     (fd, vector, nr), NOTHING, OUT_VECTOR(vector, nr))
HOOK_64(ssize_t, preadv,
	(int fd, const struct iovec *vector, int nr, off_t offset),
	(fd, vector, nr, offset), NOTHING, OUT_VECTOR(vector, nr))
HOOK(ssize_t, preadv2,
     (int fd, const struct iovec *vector, int nr, off_t offset, int flags),
     (fd, vector, nr, offset, flags), NOTHING, OUT_VECTOR(vector, nr))
ALSO(preadv2, preadv64v2)
HOOK(ssize_t, process_vm_readv,
     (pid_t pid, const struct iovec *vector, unsigned long nr,
      const struct iovec *from, unsigned long from_nr, unsigned long flags),
     (pid, vector, nr, from, from_nr, flags), NOTHING, OUT_VECTOR(vector, nr))
HOOK(ssize_t, write, (int fd, const void *buf, size_t n), (fd, buf, n),
     IN(buf, n), NOTHING)
ALSO(write, __write)
HOOK_64(ssize_t, pwrite, (int fd, const void *buf, size_t n, off_t offset),
	(fd, buf, n, offset), IN(buf, n), NOTHING)
ALSO(pwrite, __pwrite64)
HOOK(ssize_t, writev, (int fd, const struct iovec *vector, int nr),
     (fd, vector, nr), IN_VECTOR(vector, nr), NOTHING)
HOOK_64(ssize_t, pwritev,
	(int fd, const struct iovec *vector, int nr, off_t offset),
	(fd, vector, nr, offset), IN_VECTOR(vector, nr), NOTHING)
HOOK(ssize_t, pwritev2,
     (int fd, const struct iovec *vector, int nr, off_t offset, int flags),
     (fd, vector, nr, offset, flags), IN_VECTOR(vector, nr), NOTHING)
ALSO(pwritev2, pwritev64v2)
HOOK(ssize_t, process_vm_writev,
     (pid_t pid, const struct iovec *vector, unsigned long nr,
      const struct iovec *to, unsigned long to_nr, unsigned long flags),
     (pid, vector, nr, to, to_nr, flags), IN_VECTOR(vector, nr), NOTHING)
HOOK(ssize_t, vmsplice,
     (int fd, const struct iovec *vector, size_t nr, unsigned int flags),
     (fd, vector, nr, flags), IN(vector, nr * sizeof(*vector)), NOTHING)
HOOK_64(ssize_t, sendfile, (int out, int in, off_t *offset, size_t n),
	(out, in, offset, n), IN_VAR(offset), OUT_VAR(offset))
HOOK(ssize_t, copy_file_range,
     (int in, off_t *in_offset, int out, off_t *out_offset, size_t n,
      unsigned int flags),
     (in, in_offset, out, out_offset, n, flags),
     IN_VAR(in_offset) IN_VAR(out_offset),
     OUT_VAR(in_offset) OUT_VAR(out_offset))
HOOK(ssize_t, splice,
     (int in, off_t *in_offset, int out, off_t *out_offset, size_t n,
      unsigned int flags),
     (in, in_offset, out, out_offset, n, flags),
     IN_VAR(in_offset) IN_VAR(out_offset),
     OUT_VAR(in_offset) OUT_VAR(out_offset))
HOOK(int, pipe, (int *fds), (fds), NOTHING, IF(!ret, OUT(fds, 2 * sizeof(int))))
ALSO(pipe, __pipe)
HOOK(int, pipe2, (int *fds, int flags), (fds, flags), NOTHING,
     IF(!ret, OUT(fds, 2 * sizeof(int))))
HOOK(int, eventfd_read, (int fd, eventfd_t *value), (fd, value), NOTHING,
     IF(!ret, OUT_VAR(value)))
HOOK(ssize_t, getdents64, (int fd, void *buf, size_t n), (fd, buf, n), NOTHING,
     OUT_RET(buf))
HOOK_64(ssize_t, getdirentries, (int fd, char *buf, size_t n, off_t *base),
	(fd, buf, n, base), NOTHING, IF(ret >= 0, OUT(buf, ret) OUT_VAR(base)))

/* An asynchronous read counts as done when it has been requested. */
HOOK_64(int, aio_read, (struct aiocb * request), (request),
	IN_VAR(&request->aio_buf) IN_VAR(&request->aio_nbytes),
	IF(!ret, OUT((void *)request->aio_buf, request->aio_nbytes)))
HOOK_64(int, aio_write, (struct aiocb * request), (request),
	IN_VAR(&request->aio_buf) IN_VAR(&request->aio_nbytes)
		IN((void *)request->aio_buf, request->aio_nbytes),
	NOTHING)

static void list_in(struct aiocb *const *list, int nr, struct kmsan_hook hook)
{
	for (int i = 0; i < nr; i++)
		if (list[i] && list[i]->aio_lio_opcode == LIO_WRITE)
			IN((void *)list[i]->aio_buf, list[i]->aio_nbytes)
}

static void list_out(struct aiocb *const *list, int nr)
{
	for (int i = 0; i < nr; i++)
		if (list[i] && list[i]->aio_lio_opcode == LIO_READ)
			OUT((void *)list[i]->aio_buf, list[i]->aio_nbytes)
}

HOOK_64(int, lio_listio,
	(int mode, struct aiocb *const *list, int nr, struct sigevent *event),
	(mode, list, nr, event), list_in(list, nr, hook);
	, list_out(list, nr);)

/* Waiting.  Of an entry without a descriptor, the system reads nothing else. */
#define IN_POLL(fds, nr)                                                       \
	for (nfds_t i = 0; fds && i < nr; i++)                                 \
		IF(!KNOWN(&fds[i].fd) || fds[i].fd >= 0,                       \
		   IN(&fds[i], offsetof(struct pollfd, revents)))
#define OUT_POLL(fds, nr)                                                      \
	for (nfds_t i = 0; i < nr; i++)                                        \
	OUT_VAR(&fds[i].revents)
HOOK_CHK(int, poll, (struct pollfd * fds, nfds_t nr, int timeout),
	 (fds, nr, timeout), IN_POLL(fds, nr), IF(ret >= 0, OUT_POLL(fds, nr)))
ALSO(poll, __poll)
HOOK_CHK(int, ppoll,
	 (struct pollfd * fds, nfds_t nr, const struct timespec *timeout,
	  const sigset_t *mask),
	 (fds, nr, timeout, mask), IN_POLL(fds, nr) IN_VAR(timeout),
	 IF(ret >= 0, OUT_POLL(fds, nr)))

/* Sets are read as far as there are descriptors, and written in words. */
#define SET_READ(nr) (((nr) + 7) / 8)
#define SET_WRITTEN(nr) (((nr) + 63) / 64 * 8)
#define IN_SETS                                                                \
	IN(reads, SET_READ(nr))                                                \
	IN(writes, SET_READ(nr))                                               \
	IN(others, SET_READ(nr))
#define OUT_SETS                                                               \
	OUT(reads, SET_WRITTEN(nr))                                            \
	OUT(writes, SET_WRITTEN(nr))                                           \
	OUT(others, SET_WRITTEN(nr))
HOOK(int, select,
     (int nr, fd_set *reads, fd_set *writes, fd_set *others,
      struct timeval *timeout),
     (nr, reads, writes, others, timeout), IN_SETS IN_VAR(timeout),
     OUT_VAR(timeout) IF(ret >= 0, OUT_SETS))
ALSO(select, __select)
HOOK(int, pselect,
     (int nr, fd_set *reads, fd_set *writes, fd_set *others,
      const struct timespec *timeout, const sigset_t *mask),
     (nr, reads, writes, others, timeout, mask), IN_SETS IN_VAR(timeout),
     IF(ret >= 0, OUT_SETS))

#define OUT_EVENTS IF(ret > 0, OUT(events, ret * sizeof(*events)))
HOOK(int, epoll_ctl, (int epoll, int op, int fd, struct epoll_event *event),
     (epoll, op, fd, event),
     IF(event && op != EPOLL_CTL_DEL, IN_VAR(&event->events)), NOTHING)
HOOK(int, epoll_wait,
     (int epoll, struct epoll_event *events, int max, int timeout),
     (epoll, events, max, timeout), NOTHING, OUT_EVENTS)
HOOK(int, epoll_pwait,
     (int epoll, struct epoll_event *events, int max, int timeout,
      const sigset_t *mask),
     (epoll, events, max, timeout, mask), NOTHING, OUT_EVENTS)
HOOK(int, epoll_pwait2,
     (int epoll, struct epoll_event *events, int max,
      const struct timespec *timeout, const sigset_t *mask),
     (epoll, events, max, timeout, mask), IN_VAR(timeout), OUT_EVENTS)

/* Queues and semaphores of System V, and queues of POSIX */
HOOK(ssize_t, msgrcv, (int id, void *buf, size_t n, long type, int flags),
     (id, buf, n, type, flags), NOTHING,
     IF(ret >= 0, OUT(buf, sizeof(long) + ret)))
HOOK(int, msgsnd, (int id, const void *buf, size_t n, int flags),
     (id, buf, n, flags), IN(buf, sizeof(long) + n), NOTHING)
HOOK(int, semop, (int id, struct sembuf *ops, size_t nr), (id, ops, nr),
     IN(ops, nr * sizeof(*ops)), NOTHING)
HOOK(int, semtimedop,
     (int id, struct sembuf *ops, size_t nr, const struct timespec *timeout),
     (id, ops, nr, timeout), IN(ops, nr * sizeof(*ops)) IN_VAR(timeout),
     NOTHING)
HOOK(mqd_t, mq_open,
     (const char *name, int flags, mode_t mode, struct mq_attr *attr),
     (name, flags, mode, attr), IN_STR(name), NOTHING)
HOOK(int, mq_getattr, (mqd_t queue, struct mq_attr *attr), (queue, attr),
     NOTHING, IF(!ret, OUT_VAR(attr)))
HOOK(int, mq_setattr,
     (mqd_t queue, const struct mq_attr *new, struct mq_attr *old),
     (queue, new, old), IF(new, IN_VAR(&new->mq_flags)), IF(!ret, OUT_VAR(old)))
HOOK(ssize_t, mq_receive,
     (mqd_t queue, char *buf, size_t n, unsigned int *priority),
     (queue, buf, n, priority), NOTHING,
     IF(ret >= 0, OUT(buf, ret) OUT_VAR(priority)))
HOOK(ssize_t, mq_timedreceive,
     (mqd_t queue, char *buf, size_t n, unsigned int *priority,
      const struct timespec *timeout),
     (queue, buf, n, priority, timeout), IN_VAR(timeout),
     IF(ret >= 0, OUT(buf, ret) OUT_VAR(priority)))
HOOK(int, mq_send,
     (mqd_t queue, const char *buf, size_t n, unsigned int priority),
     (queue, buf, n, priority), IN(buf, n), NOTHING)
HOOK(int, mq_timedsend,
     (mqd_t queue, const char *buf, size_t n, unsigned int priority,
      const struct timespec *timeout),
     (queue, buf, n, priority, timeout), IN(buf, n) IN_VAR(timeout), NOTHING)

/* Terminals.  The system has fewer control characters than the struct. */
#define TERMIOS_READ (offsetof(struct termios, c_cc) + 19)
HOOK(int, tcgetattr, (int fd, struct termios *attr), (fd, attr), NOTHING,
     IF(!ret, OUT_VAR(attr)))
HOOK(int, tcsetattr, (int fd, int when, const struct termios *attr),
     (fd, when, attr), IN(attr, TERMIOS_READ), NOTHING)
HOOK(int, cfsetispeed, (struct termios * attr, speed_t speed), (attr, speed),
     NOTHING, IF(!ret, OUT_VAR(&attr->c_ispeed)))
HOOK(int, cfsetospeed, (struct termios * attr, speed_t speed), (attr, speed),
     NOTHING, IF(!ret, OUT_VAR(&attr->c_ospeed)))
HOOK(int, cfsetspeed, (struct termios * attr, speed_t speed), (attr, speed),
     NOTHING, IF(!ret, OUT_VAR(&attr->c_ispeed) OUT_VAR(&attr->c_ospeed)))
#if __GLIBC_PREREQ(2, 42)
HOOK(int, cfsetibaud, (struct termios * attr, speed_t speed), (attr, speed),
     NOTHING, IF(!ret, OUT_VAR(&attr->c_ispeed)))
HOOK(int, cfsetobaud, (struct termios * attr, speed_t speed), (attr, speed),
     NOTHING, IF(!ret, OUT_VAR(&attr->c_ospeed)))
HOOK(int, cfsetbaud, (struct termios * attr, speed_t in, speed_t out),
     (attr, in, out), NOTHING,
     IF(!ret, OUT_VAR(&attr->c_ispeed) OUT_VAR(&attr->c_ospeed)))
#endif
HOOK_VOID(cfmakeraw, (struct termios * attr), (attr), NOTHING,
	  OUT_VAR(&attr->c_cc[VMIN]) OUT_VAR(&attr->c_cc[VTIME]))
HOOK(int, openpty,
     (int *master, int *slave, char *name, const void *attr, const void *size),
     (master, slave, name, attr, size), NOTHING,
     IF(!ret, OUT_VAR(master) OUT_VAR(slave) OUT_STR(name)))
HOOK(int, forkpty,
     (int *master, char *name, const void *attr, const void *size),
     (master, name, attr, size), NOTHING,
     IF(ret >= 0, OUT_VAR(master) OUT_STR(name)))
HOOK_CHK(int, ttyname_r, (int fd, char *s, size_t n), (fd, s, n), NOTHING,
	 IF(!ret, OUT_STR(s)))
HOOK_CHK(int, ptsname_r, (int fd, char *s, size_t n), (fd, s, n), NOTHING,
	 IF(!ret, OUT_STR(s)))
HOOK(char *, ctermid, (char *s), (s), NOTHING, IF(s, OUT_STR(ret)))
