// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-socket.c - hooks for sockets.
 */
#include <linux/filter.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "intercept.h"

/*
 * What was received, up to the room for it: with MSG_TRUNC the result is more.
 */
#define OUT_DATA(buf, n) OUT(buf, (size_t)ret < (n) ? (size_t)ret : (n))

/*
 * Messages.  Their control data are records with padding in between, which
 * CMSG_SPACE() counts and which is not filled in.
 */
static void check_control(const struct msghdr *message,
			  const struct kmsan_frame *frame,
			  struct kmsan_hook hook)
{
	const char *control = message->msg_control;
	size_t left = message->msg_controllen;

	while (control && left >= sizeof(struct cmsghdr)) {
		size_t size = ((const struct cmsghdr *)control)->cmsg_len;
		size_t step = CMSG_ALIGN(size);

		if (size < sizeof(struct cmsghdr) || size > left)
			size = sizeof(struct cmsghdr);
		kmsan_internal_check(control, size, frame, hook.caller);
		if (step < sizeof(struct cmsghdr) || step > left)
			return;
		control += step;
		left -= step;
	}
}

static noinline void message_in(const struct msghdr *message,
				struct kmsan_hook hook)
{
	const struct kmsan_frame *frame = KMSAN_FRAME;

	if (hook.kind != KMSAN_CALLER_INSTRUMENTED || !message)
		return;
#define CHECK_FIELD(field)                                                     \
	kmsan_internal_check(&message->field, sizeof(message->field), frame,   \
			     hook.caller)
	CHECK_FIELD(msg_name);
	CHECK_FIELD(msg_iov);
	CHECK_FIELD(msg_iovlen);
	CHECK_FIELD(msg_control);
	if (message->msg_name) {
		CHECK_FIELD(msg_namelen);
		kmsan_check_address(message->msg_name, message->msg_namelen,
				    frame, hook);
	}
	if (message->msg_control) {
		CHECK_FIELD(msg_controllen);
		check_control(message, frame, hook);
	}
#undef CHECK_FIELD
	kmsan_check_vector(message->msg_iov, message->msg_iovlen, frame, hook);
}

/* @room is what msg_namelen was before the call. */
static void message_out(const struct msghdr *message, socklen_t room,
			ssize_t size)
{
	if (message->msg_name)
		kmsan_hook_out_address(message->msg_name, &message->msg_namelen,
				       room);
	OUT_VAR(&message->msg_controllen)
	OUT_VAR(&message->msg_flags)
	OUT(message->msg_control, message->msg_controllen)
	kmsan_hook_out_vector(message->msg_iov, message->msg_iovlen, size);
}

/* The system takes no more messages at a time. */
#define MESSAGES_MAX 1024
#define ROOMS(messages, nr)                                                    \
	unsigned int rooms = (nr) < MESSAGES_MAX ? (nr) : MESSAGES_MAX;        \
	socklen_t room[rooms + 1];                                             \
	for (unsigned int i = 0; i < rooms; i++)                               \
		room[i] = (messages)[i].msg_hdr.msg_namelen;

/*
 * Options.  Those of this size or less have no padding, and so nothing that may
 * be left unset; an interface's name is a string, a filter a struct with a
 * pointer, and how long to linger does not count if there is no lingering.
 */
#define OPTION_CHECKED 20

static noinline void option_in(int level, int name, const void *value,
			       socklen_t length, struct kmsan_hook hook)
{
	const struct sock_fprog *filter = value;
	const struct linger *linger = value;
	const char *s = value;
	size_t n = 0;

	if (!value || hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	if (level == SOL_SOCKET && name == SO_BINDTODEVICE) {
		while (n < length && s[n])
			n++;
		n += n < length;
	} else if (level == SOL_SOCKET && length == sizeof(*filter) &&
		   (name == SO_ATTACH_FILTER ||
		    name == SO_ATTACH_REUSEPORT_CBPF)) {
		value = filter->filter;
		n = filter->len * sizeof(*filter->filter);
	} else if (level == SOL_SOCKET && name == SO_LINGER &&
		   length == sizeof(*linger)) {
		n = linger->l_onoff ? length : sizeof(linger->l_onoff);
	} else if (length <= OPTION_CHECKED) {
		n = length;
	}
	kmsan_internal_check(value, n, KMSAN_FRAME, hook.caller);
}

/* An address that only ends an association consists of a family. */
static bool ends_association(const struct sockaddr *address, socklen_t length)
{
	return address && length >= sizeof(address->sa_family) &&
	       address->sa_family == AF_UNSPEC;
}

/* The length does not count if no address is asked for. */
#define ROOM_IF_WANTED(address, length) ROOM((address) ? (length) : NULL)

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, socketpair, (int domain, int type, int protocol, int *fds),
     (domain, type, protocol, fds), NOTHING,
     IF(!ret, OUT(fds, 2 * sizeof(int))))
HOOK(int, bind, (int fd, const void *address, socklen_t length),
     (fd, address, length), IN_ADDRESS(address, length), NOTHING)
HOOK(int, connect, (int fd, const void *address, socklen_t length),
     (fd, address, length),
     IN_ADDRESS(address, ends_association(address, length)
				 ? (socklen_t)sizeof(sa_family_t)
				 : length),
     NOTHING)
ALSO(connect, __connect)
HOOK(int, accept, (int fd, void *address, socklen_t *length),
     (fd, address, length), ROOM_IF_WANTED(address, length),
     IF(ret >= 0, OUT_ADDRESS(address, length)))
HOOK(int, accept4, (int fd, void *address, socklen_t *length, int flags),
     (fd, address, length, flags), ROOM_IF_WANTED(address, length),
     IF(ret >= 0, OUT_ADDRESS(address, length)))
HOOK(int, getsockname, (int fd, void *address, socklen_t *length),
     (fd, address, length), ROOM(length),
     IF(!ret, OUT_ADDRESS(address, length)))
HOOK(int, getpeername, (int fd, void *address, socklen_t *length),
     (fd, address, length), ROOM(length),
     IF(!ret, OUT_ADDRESS(address, length)))
HOOK(int, getsockopt,
     (int fd, int level, int name, void *value, socklen_t *length),
     (fd, level, name, value, length), ROOM(length),
     IF(!ret, OUT_ADDRESS(value, length)))
HOOK(int, setsockopt,
     (int fd, int level, int name, const void *value, socklen_t length),
     (fd, level, name, value, length),
     option_in(level, name, value, length, hook);
     , NOTHING)
HOOK(ssize_t, recv, (int fd, void *buf, size_t n, int flags),
     (fd, buf, n, flags), NOTHING, IF(ret > 0, OUT_DATA(buf, n)))
HOOK(ssize_t, __recv_chk, (int fd, void *buf, size_t n, size_t size, int flags),
     (fd, buf, n, size, flags), NOTHING, IF(ret > 0, OUT_DATA(buf, n)))
HOOK(ssize_t, recvfrom,
     (int fd, void *buf, size_t n, int flags, void *address, socklen_t *length),
     (fd, buf, n, flags, address, length), ROOM_IF_WANTED(address, length),
     IF(ret >= 0, OUT_DATA(buf, n) OUT_ADDRESS(address, length)))
HOOK(ssize_t, __recvfrom_chk,
     (int fd, void *buf, size_t n, size_t size, int flags, void *address,
      socklen_t *length),
     (fd, buf, n, size, flags, address, length),
     ROOM_IF_WANTED(address, length),
     IF(ret >= 0, OUT_DATA(buf, n) OUT_ADDRESS(address, length)))
HOOK(ssize_t, recvmsg, (int fd, struct msghdr *message, int flags),
     (fd, message, flags), socklen_t room = message ? message->msg_namelen : 0;
     , IF(ret >= 0, message_out(message, room, ret);))
HOOK(
	int, recvmmsg,
	(int fd, struct mmsghdr *messages, unsigned int nr, int flags,
	 struct timespec *timeout),
	(fd, messages, nr, flags, timeout), ROOMS(messages, nr) IN_VAR(timeout),
	IF(ret >= 0, OUT_VAR(timeout)) for (int i = 0; i < ret; i++) {
		message_out(&messages[i].msg_hdr, room[i], messages[i].msg_len);
		OUT_VAR(&messages[i].msg_len)
	})
HOOK(ssize_t, send, (int fd, const void *buf, size_t n, int flags),
     (fd, buf, n, flags), IN(buf, n), NOTHING)
ALSO(send, __send)
HOOK(ssize_t, sendto,
     (int fd, const void *buf, size_t n, int flags, const void *address,
      socklen_t length),
     (fd, buf, n, flags, address, length),
     IN(buf, n) IN_ADDRESS(address, length), NOTHING)
HOOK(ssize_t, sendmsg, (int fd, const struct msghdr *message, int flags),
     (fd, message, flags), message_in(message, hook);
     , NOTHING)
HOOK(int, sendmmsg,
     (int fd, struct mmsghdr *messages, unsigned int nr, int flags),
     (fd, messages, nr, flags),
     for (unsigned int i = 0; i < nr; i++)
	     message_in(&messages[i].msg_hdr, hook);
     , for (int i = 0; i < ret; i++) OUT_VAR(&messages[i].msg_len))
HOOK(int, getipv4sourcefilter,
     (int fd, struct in_addr interface, struct in_addr group, u32 *mode,
      u32 *nr, struct in_addr *list),
     (fd, interface, group, mode, nr, list), IN_VAR(nr) u32 room = nr ? *nr : 0;
     , IF(!ret, OUT_VAR(mode) OUT_VAR(nr)
			OUT(list, (*nr < room ? *nr : room) * sizeof(*list))))
HOOK(int, getsourcefilter,
     (int fd, u32 interface, const struct sockaddr *group, socklen_t length,
      u32 *mode, u32 *nr, struct sockaddr_storage *list),
     (fd, interface, group, length, mode, nr, list),
     IN_VAR(nr) u32 room = nr ? *nr : 0;
     , IF(!ret, OUT_VAR(mode) OUT_VAR(nr)
			OUT(list, (*nr < room ? *nr : room) * sizeof(*list))))
HOOK(int, bindresvport, (int fd, struct sockaddr_in *address), (fd, address),
     NOTHING, IF(!ret, OUT_VAR(address)))
HOOK(int, rresvport, (int *port), (port), IN_VAR(port), OUT_VAR(port))
HOOK(int, rresvport_af, (int *port, sa_family_t family), (port, family),
     IN_VAR(port), OUT_VAR(port))
