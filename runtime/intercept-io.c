// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-io.c - hooks for files, sockets and other descriptors.
 *
 * What is read from outside is initialised, what goes there must be.
 */
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <termios.h>

#include "intercept.h"

static void check_vector(const struct iovec *vector, long nr,
			 const struct kmsan_frame *frame,
			 struct kmsan_hook hook)
{
	kmsan_internal_check(vector, nr * sizeof(*vector), frame, hook.caller);
	for (long i = 0; i < nr; i++)
		kmsan_internal_check(vector[i].iov_base, vector[i].iov_len,
				     frame, hook.caller);
}

static noinline void vector_in(const struct iovec *vector, int nr,
			       struct kmsan_hook hook)
{
	if (hook.kind == KMSAN_CALLER_INSTRUMENTED && nr > 0)
		check_vector(vector, nr, KMSAN_FRAME, hook);
}

/* The first @size bytes of what a vector describes. */
static void vector_out(const struct iovec *vector, int nr, ssize_t size)
{
	for (int i = 0; i < nr && size > 0; i++) {
		size_t n = vector[i].iov_len;

		if (n > (size_t)size)
			n = size;
		kmsan_hook_out(vector[i].iov_base, n);
		size -= n;
	}
}

static noinline void message_in(const struct msghdr *message,
				struct kmsan_hook hook)
{
	const struct kmsan_frame *frame = KMSAN_FRAME;

	if (hook.kind != KMSAN_CALLER_INSTRUMENTED || !message)
		return;
	kmsan_internal_check(message, offsetof(struct msghdr, msg_flags), frame,
			     hook.caller);
	kmsan_internal_check(message->msg_name, message->msg_namelen, frame,
			     hook.caller);
	kmsan_internal_check(message->msg_control, message->msg_controllen,
			     frame, hook.caller);
	check_vector(message->msg_iov, message->msg_iovlen, frame, hook);
}

static void message_out(const struct msghdr *message, ssize_t size)
{
	kmsan_internal_unpoison(message, sizeof(*message));
	kmsan_hook_out(message->msg_name, message->msg_namelen);
	kmsan_hook_out(message->msg_control, message->msg_controllen);
	vector_out(message->msg_iov, message->msg_iovlen, size);
}

/* An address of a socket, cut off at the room there was. */
static void address_out(void *address, const socklen_t *length, socklen_t room)
{
	if (!length)
		return;
	kmsan_hook_out(length, sizeof(*length));
	kmsan_hook_out(address, *length < room ? *length : room);
}

#define ROOM(length) socklen_t room = (length) ? *(length) : 0;
#define OUT_ADDRESS(address, length) address_out(address, length, room);
#define IN_VECTOR(vector, nr) vector_in(vector, nr, hook);
#define OUT_VECTOR(vector, nr) vector_out(vector, nr, ret);
#define IN_POLL(fds, nr)                                                       \
	for (nfds_t i = 0; i < nr; i++)                                        \
	IN(&fds[i], offsetof(struct pollfd, revents))
#define OUT_POLL(fds, nr)                                                      \
	for (nfds_t i = 0; i < nr; i++)                                        \
	OUT_VAR(&fds[i].revents)

/*
 * Type, name, parameters, arguments; what is read; what is written.
 */
HOOK(ssize_t, read, (int fd, void *buf, size_t n), (fd, buf, n), NOTHING,
     IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, __read_chk, (int fd, void *buf, size_t n, size_t room),
     (fd, buf, n, room), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, pread, (int fd, void *buf, size_t n, off_t offset),
     (fd, buf, n, offset), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, pread64, (int fd, void *buf, size_t n, off_t offset),
     (fd, buf, n, offset), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, __pread_chk,
     (int fd, void *buf, size_t n, off_t offset, size_t room),
     (fd, buf, n, offset, room), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, __pread64_chk,
     (int fd, void *buf, size_t n, off_t offset, size_t room),
     (fd, buf, n, offset, room), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, readv, (int fd, const struct iovec *vector, int nr),
     (fd, vector, nr), NOTHING, OUT_VECTOR(vector, nr))
HOOK(ssize_t, preadv,
     (int fd, const struct iovec *vector, int nr, off_t offset),
     (fd, vector, nr, offset), NOTHING, OUT_VECTOR(vector, nr))
HOOK(ssize_t, write, (int fd, const void *buf, size_t n), (fd, buf, n),
     IN(buf, n), NOTHING)
HOOK(ssize_t, pwrite, (int fd, const void *buf, size_t n, off_t offset),
     (fd, buf, n, offset), IN(buf, n), NOTHING)
HOOK(ssize_t, pwrite64, (int fd, const void *buf, size_t n, off_t offset),
     (fd, buf, n, offset), IN(buf, n), NOTHING)
HOOK(ssize_t, writev, (int fd, const struct iovec *vector, int nr),
     (fd, vector, nr), IN_VECTOR(vector, nr), NOTHING)
HOOK(ssize_t, pwritev,
     (int fd, const struct iovec *vector, int nr, off_t offset),
     (fd, vector, nr, offset), IN_VECTOR(vector, nr), NOTHING)
HOOK(ssize_t, sendfile, (int out, int in, off_t *offset, size_t n),
     (out, in, offset, n), IN(offset, sizeof(*offset)), OUT_VAR(offset))
HOOK(int, pipe, (int *fds), (fds), NOTHING, IF(!ret, OUT(fds, 2 * sizeof(int))))
HOOK(int, pipe2, (int *fds, int flags), (fds, flags), NOTHING,
     IF(!ret, OUT(fds, 2 * sizeof(int))))
HOOK(int, eventfd_read, (int fd, eventfd_t *value), (fd, value), NOTHING,
     IF(!ret, OUT_VAR(value)))

/* Sockets */
HOOK(int, socketpair, (int domain, int type, int protocol, int *fds),
     (domain, type, protocol, fds), NOTHING,
     IF(!ret, OUT(fds, 2 * sizeof(int))))
HOOK(int, bind, (int fd, const void *address, socklen_t length),
     (fd, address, length), IN(address, length), NOTHING)
HOOK(int, connect, (int fd, const void *address, socklen_t length),
     (fd, address, length), IN(address, length), NOTHING)
HOOK(int, accept, (int fd, void *address, socklen_t *length),
     (fd, address, length), IN(length, sizeof(*length)) ROOM(length),
     IF(ret >= 0, OUT_ADDRESS(address, length)))
HOOK(int, accept4, (int fd, void *address, socklen_t *length, int flags),
     (fd, address, length, flags), IN(length, sizeof(*length)) ROOM(length),
     IF(ret >= 0, OUT_ADDRESS(address, length)))
HOOK(int, getsockname, (int fd, void *address, socklen_t *length),
     (fd, address, length), IN(length, sizeof(*length)) ROOM(length),
     IF(!ret, OUT_ADDRESS(address, length)))
HOOK(int, getpeername, (int fd, void *address, socklen_t *length),
     (fd, address, length), IN(length, sizeof(*length)) ROOM(length),
     IF(!ret, OUT_ADDRESS(address, length)))
HOOK(int, getsockopt,
     (int fd, int level, int name, void *value, socklen_t *length),
     (fd, level, name, value, length), IN(length, sizeof(*length)) ROOM(length),
     IF(!ret, OUT_ADDRESS(value, length)))
HOOK(int, setsockopt,
     (int fd, int level, int name, const void *value, socklen_t length),
     (fd, level, name, value, length), IN(value, length), NOTHING)
HOOK(ssize_t, recv, (int fd, void *buf, size_t n, int flags),
     (fd, buf, n, flags), NOTHING,
     IF(ret > 0, OUT(buf, (size_t)ret < n ? (size_t)ret : n)))
HOOK(ssize_t, __recv_chk, (int fd, void *buf, size_t n, size_t size, int flags),
     (fd, buf, n, size, flags), NOTHING,
     IF(ret > 0, OUT(buf, (size_t)ret < n ? (size_t)ret : n)))
HOOK(ssize_t, recvfrom,
     (int fd, void *buf, size_t n, int flags, void *address, socklen_t *length),
     (fd, buf, n, flags, address, length),
     IN(length, sizeof(*length)) ROOM(length),
     IF(ret >= 0, OUT(buf, (size_t)ret < n ? (size_t)ret : n)
			  OUT_ADDRESS(address, length)))
HOOK(ssize_t, __recvfrom_chk,
     (int fd, void *buf, size_t n, size_t size, int flags, void *address,
      socklen_t *length),
     (fd, buf, n, size, flags, address, length),
     IN(length, sizeof(*length)) ROOM(length),
     IF(ret >= 0, OUT(buf, (size_t)ret < n ? (size_t)ret : n)
			  OUT_ADDRESS(address, length)))
HOOK(
	int, recvmmsg,
	(int fd, struct mmsghdr *messages, unsigned int nr, int flags,
	 struct timespec *timeout),
	(fd, messages, nr, flags, timeout), NOTHING,
	for (int i = 0; i < ret; i++) {
		message_out(&messages[i].msg_hdr, messages[i].msg_len);
		OUT_VAR(&messages[i].msg_len)
	})
HOOK(ssize_t, recvmsg, (int fd, struct msghdr *message, int flags),
     (fd, message, flags), NOTHING, IF(ret >= 0, message_out(message, ret);))
HOOK(ssize_t, send, (int fd, const void *buf, size_t n, int flags),
     (fd, buf, n, flags), IN(buf, n), NOTHING)
HOOK(ssize_t, sendto,
     (int fd, const void *buf, size_t n, int flags, const void *address,
      socklen_t length),
     (fd, buf, n, flags, address, length), IN(buf, n) IN(address, length),
     NOTHING)
HOOK(ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags),
     (fd, message, flags), message_in(message, hook);
     , NOTHING)

/* Waiting */
HOOK(int, poll, (struct pollfd * fds, nfds_t nr, int timeout),
     (fds, nr, timeout), IN_POLL(fds, nr), IF(ret >= 0, OUT_POLL(fds, nr)))
HOOK(int, ppoll,
     (struct pollfd * fds, nfds_t nr, const struct timespec *timeout,
      const sigset_t *mask),
     (fds, nr, timeout, mask), IN_POLL(fds, nr) IN(timeout, sizeof(*timeout)),
     IF(ret >= 0, OUT_POLL(fds, nr)))
HOOK(int, __poll_chk,
     (struct pollfd * fds, nfds_t nr, int timeout, size_t room),
     (fds, nr, timeout, room), IN_POLL(fds, nr),
     IF(ret >= 0, OUT_POLL(fds, nr)))
HOOK(int, __ppoll_chk,
     (struct pollfd * fds, nfds_t nr, const struct timespec *timeout,
      const sigset_t *mask, size_t room),
     (fds, nr, timeout, mask, room),
     IN_POLL(fds, nr) IN(timeout, sizeof(*timeout)),
     IF(ret >= 0, OUT_POLL(fds, nr)))
HOOK(int, select,
     (int nr, fd_set *reads, fd_set *writes, fd_set *others,
      struct timeval *timeout),
     (nr, reads, writes, others, timeout), IN(timeout, sizeof(*timeout)),
     OUT_VAR(timeout))
HOOK(int, epoll_ctl, (int epoll, int op, int fd, struct epoll_event *event),
     (epoll, op, fd, event), IF(event, IN(&event->events, sizeof(u32))),
     NOTHING)
HOOK(int, epoll_wait,
     (int epoll, struct epoll_event *events, int max, int timeout),
     (epoll, events, max, timeout), NOTHING,
     IF(ret > 0, OUT(events, ret * sizeof(*events))))
HOOK(int, epoll_pwait,
     (int epoll, struct epoll_event *events, int max, int timeout,
      const sigset_t *mask),
     (epoll, events, max, timeout, mask), NOTHING,
     IF(ret > 0, OUT(events, ret * sizeof(*events))))

/* Names and directories.  open() takes a mode only if it may create. */
HOOK(int, open, (const char *path, int flags, mode_t mode), (path, flags, mode),
     IN_STR(path), NOTHING)
HOOK(int, open64, (const char *path, int flags, mode_t mode),
     (path, flags, mode), IN_STR(path), NOTHING)
HOOK(int, openat, (int dir, const char *path, int flags, mode_t mode),
     (dir, path, flags, mode), IN_STR(path), NOTHING)
HOOK(int, creat, (const char *path, mode_t mode), (path, mode), IN_STR(path),
     NOTHING)
HOOK(int, access, (const char *path, int mode), (path, mode), IN_STR(path),
     NOTHING)
HOOK(int, unlink, (const char *path), (path), IN_STR(path), NOTHING)
HOOK(int, mkdir, (const char *path, mode_t mode), (path, mode), IN_STR(path),
     NOTHING)
HOOK(int, rmdir, (const char *path), (path), IN_STR(path), NOTHING)
HOOK(int, chdir, (const char *path), (path), IN_STR(path), NOTHING)
HOOK(int, link, (const char *from, const char *to), (from, to),
     IN_STR(from) IN_STR(to), NOTHING)
HOOK(int, symlink, (const char *from, const char *to), (from, to),
     IN_STR(from) IN_STR(to), NOTHING)
HOOK(ssize_t, readlink, (const char *path, char *buf, size_t n), (path, buf, n),
     IN_STR(path), IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, readlinkat, (int dir, const char *path, char *buf, size_t n),
     (dir, path, buf, n), IN_STR(path), IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, __readlink_chk,
     (const char *path, char *buf, size_t n, size_t room), (path, buf, n, room),
     IN_STR(path), IF(ret > 0, OUT(buf, ret)))
HOOK(ssize_t, getxattr,
     (const char *path, const char *name, void *buf, size_t n),
     (path, name, buf, n), IN_STR(path) IN_STR(name),
     IF(ret > 0 && n, OUT(buf, ret)))
HOOK(ssize_t, lgetxattr,
     (const char *path, const char *name, void *buf, size_t n),
     (path, name, buf, n), IN_STR(path) IN_STR(name),
     IF(ret > 0 && n, OUT(buf, ret)))
HOOK(ssize_t, fgetxattr, (int fd, const char *name, void *buf, size_t n),
     (fd, name, buf, n), IN_STR(name), IF(ret > 0 && n, OUT(buf, ret)))
HOOK(ssize_t, listxattr, (const char *path, char *buf, size_t n),
     (path, buf, n), IN_STR(path), IF(ret > 0 && n, OUT(buf, ret)))
HOOK(char *, __getcwd_chk, (char *buf, size_t n, size_t room), (buf, n, room),
     NOTHING, OUT_STR(ret))
HOOK(char *, getcwd, (char *buf, size_t n), (buf, n), NOTHING, OUT_STR(ret))
HOOK(char *, getwd, (char *buf), (buf), NOTHING, OUT_STR(ret))
HOOK(char *, realpath, (const char *path, char *buf), (path, buf), IN_STR(path),
     OUT_STR(ret))
HOOK(char *, __realpath_chk, (const char *path, char *buf, size_t room),
     (path, buf, room), IN_STR(path), OUT_STR(ret))
HOOK(int, stat, (const char *path, struct stat *st), (path, st), IN_STR(path),
     IF(!ret, OUT_VAR(st)))
HOOK(int, stat64, (const char *path, struct stat *st), (path, st), IN_STR(path),
     IF(!ret, OUT_VAR(st)))
HOOK(int, lstat, (const char *path, struct stat *st), (path, st), IN_STR(path),
     IF(!ret, OUT_VAR(st)))
HOOK(int, lstat64, (const char *path, struct stat *st), (path, st),
     IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, fstat, (int fd, struct stat *st), (fd, st), NOTHING,
     IF(!ret, OUT_VAR(st)))
HOOK(int, fstat64, (int fd, struct stat *st), (fd, st), NOTHING,
     IF(!ret, OUT_VAR(st)))
HOOK(int, fstatat, (int dir, const char *path, struct stat *st, int flags),
     (dir, path, st, flags), IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, fstatat64, (int dir, const char *path, struct stat *st, int flags),
     (dir, path, st, flags), IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, __xstat, (int version, const char *path, struct stat *st),
     (version, path, st), IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, __lxstat, (int version, const char *path, struct stat *st),
     (version, path, st), IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, __fxstat, (int version, int fd, struct stat *st), (version, fd, st),
     NOTHING, IF(!ret, OUT_VAR(st)))
HOOK(int, statx,
     (int dir, const char *path, int flags, unsigned int mask,
      struct statx *st),
     (dir, path, flags, mask, st), IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, statfs, (const char *path, struct statfs *st), (path, st),
     IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, fstatfs, (int fd, struct statfs *st), (fd, st), NOTHING,
     IF(!ret, OUT_VAR(st)))
HOOK(int, statvfs, (const char *path, struct statvfs *st), (path, st),
     IN_STR(path), IF(!ret, OUT_VAR(st)))
HOOK(int, fstatvfs, (int fd, struct statvfs *st), (fd, st), NOTHING,
     IF(!ret, OUT_VAR(st)))
HOOK(DIR *, opendir, (const char *path), (path), IN_STR(path), NOTHING)
HOOK(struct dirent *, readdir, (DIR * dir), (dir), NOTHING,
     IF(ret, OUT(ret, ret->d_reclen)))
HOOK(struct dirent *, readdir64, (DIR * dir), (dir), NOTHING,
     IF(ret, OUT(ret, ret->d_reclen)))
HOOK(int, readdir_r, (DIR * dir, struct dirent *entry, struct dirent **result),
     (dir, entry, result), NOTHING,
     IF(!ret, OUT_VAR(result) IF(*result, OUT(*result, (*result)->d_reclen))))

/* Terminals and the rest */
HOOK(int, tcgetattr, (int fd, struct termios *attr), (fd, attr), NOTHING,
     IF(!ret, OUT_VAR(attr)))
HOOK(int, openpty,
     (int *master, int *slave, char *name, const void *attr, const void *size),
     (master, slave, name, attr, size), NOTHING,
     IF(!ret, OUT_VAR(master) OUT_VAR(slave) OUT_STR(name)))
HOOK(ssize_t, msgrcv, (int id, void *buf, size_t n, long type, int flags),
     (id, buf, n, type, flags), NOTHING,
     IF(ret >= 0, OUT(buf, sizeof(long) + ret)))
HOOK(int, ttyname_r, (int fd, char *buf, size_t n), (fd, buf, n), NOTHING,
     IF(!ret, OUT_STR(buf)))

/*
 * How much a request reads or writes is part of its number, except for those
 * that are older than this convention: request, bytes written.
 */
static const struct {
	unsigned long request;
	size_t written;
} old_requests[] = {
	{TIOCGWINSZ, sizeof(struct winsize)},
	{TCGETS, 36},
	{TIOCGPGRP, sizeof(pid_t)},
	{TIOCGSID, sizeof(pid_t)},
	{TIOCOUTQ, sizeof(int)},
	{TIOCMGET, sizeof(int)},
	{FIONREAD, sizeof(int)},
	{SIOCATMARK, sizeof(int)},
	/* struct ifconf, struct ifreq */
	{SIOCGIFCONF, 16},
	{SIOCGIFFLAGS, 40},
	{SIOCGIFADDR, 40},
	{SIOCGIFNETMASK, 40},
	{SIOCGIFBRDADDR, 40},
	{SIOCGIFHWADDR, 40},
	{SIOCGIFINDEX, 40},
	{SIOCGIFNAME, 40},
	{SIOCGIFMTU, 40},
};

static size_t ioctl_written(unsigned long request)
{
	for (size_t i = 0; i < ARRAY_SIZE(old_requests); i++)
		if (old_requests[i].request == request)
			return old_requests[i].written;
	return _IOC_DIR(request) & _IOC_READ ? _IOC_SIZE(request) : 0;
}

HOOK(int, ioctl, (int fd, unsigned long request, void *arg), (fd, request, arg),
     NOTHING, IF(ret >= 0, OUT(arg, ioctl_written(request))))

static size_t fcntl_written(int command)
{
	switch (command) {
	case F_GETLK:
	case F_OFD_GETLK:
		return sizeof(struct flock);
	case F_GETOWN_EX:
		return sizeof(struct f_owner_ex);
	}
	return 0;
}

HOOK(int, fcntl, (int fd, int command, void *arg), (fd, command, arg), NOTHING,
     IF(ret >= 0, OUT(arg, fcntl_written(command))))
HOOK(int, fcntl64, (int fd, int command, void *arg), (fd, command, arg),
     NOTHING, IF(ret >= 0, OUT(arg, fcntl_written(command))))
