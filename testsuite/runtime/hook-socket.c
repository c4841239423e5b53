/* Hooks for sockets: what they receive, and which parts of a message do not
   count. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <linux/filter.h>
#include <netinet/in.h>
#include <net/if.h>
#include <sys/socket.h>
#include <sys/un.h>

static int fds[2];

static void descriptors(void)
{
	char byte = 'x';
	struct iovec v = {&byte, 1};
	union {
		struct cmsghdr header;
		char bytes[CMSG_SPACE(sizeof(int)) + CMSG_SPACE(3)];
	} control;
	struct msghdr m;

	/* The usual way to pass a descriptor; the rest is not
	 * set. */
	m.msg_name = NULL;
	m.msg_iov = &v;
	m.msg_iovlen = 1;
	m.msg_control = &control;
	m.msg_controllen = CMSG_SPACE(sizeof(int));
	control.header.cmsg_len = CMSG_LEN(sizeof(int));
	control.header.cmsg_level = SOL_SOCKET;
	control.header.cmsg_type = SCM_RIGHTS;
	memcpy(CMSG_DATA(&control.header), &fds[0], sizeof(int));
	must(sendmsg(fds[0], &m, 0) == 1);
	kmsan_poison_memory(&control, sizeof(control));
	m.msg_controllen = sizeof(control);
	m.msg_namelen = 0;
	WRITES(byte, 0, 1, must(recvmsg(fds[1], &m, 0) == 1));
	use(m.msg_controllen == CMSG_SPACE(sizeof(int)) && !m.msg_flags);
	use(control.header.cmsg_type == SCM_RIGHTS);
	close(*(int *)CMSG_DATA(&control.header));
}

static void names(void)
{
	struct sockaddr_in address, peer;
	struct sockaddr_un where;
	socklen_t length;
	char s[8];
	struct iovec v = {s, 8};
	struct msghdr m = {.msg_name = &peer, .msg_iov = &v, .msg_iovlen = 1};
	struct mmsghdr many[2] = {{.msg_hdr = m}, {.msg_hdr = m}};
	struct timespec now = {0};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	/* In an address, sin_zero and whatever follows a path do not count. */
	address.sin_family = AF_INET;
	address.sin_port = 0;
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	must(!bind(fd, (void *)&address, sizeof(address)));
	where.sun_family = AF_UNIX;
	strcpy(where.sun_path, "/absent");
	must(connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&where,
		     sizeof(where)));
	WRITES_ALL(address, (length = sizeof(address),
			     must(!getsockname(fd, (void *)&address, &length))));
	WRITES(address, 0, 4, (length = 4, getsockname(fd, (void *)&address, &length)));
	length = sizeof(address);
	getsockname(fd, (void *)&address, &length);
	for (int i = 0; i < 4; i++)
		must(sendto(fd, "abc", 3, 0, (void *)&address, sizeof(address)) == 3);
	WRITES_ALL(peer, (length = sizeof(peer),
			  must(recvfrom(fd, s, 8, 0, (void *)&peer, &length) == 3)));
	/* There was room for four bytes; the full length is
	 * returned. */
	m.msg_namelen = 4;
	WRITES(peer, 0, 4, must(recvmsg(fd, &m, 0) == 3));
	must(m.msg_namelen == sizeof(peer));
	many[0].msg_hdr.msg_namelen = 4;
	WRITES(peer, 0, 4, must(recvmmsg(fd, many, 1, 0, &now) == 1));
	many[0].msg_hdr.msg_namelen = sizeof(peer);
	WRITES(s, 0, 3, must(recvmmsg(fd, many, 1, 0, &now) == 1));
	use(many[0].msg_len == 3);
	kmsan_poison_memory(&many[0].msg_len, sizeof(int));
	v.iov_len = 3;
	must(sendmmsg(fd, many, 1, 0) == 1);
	use(many[0].msg_len == 3);
}

static void options(void)
{
	struct sock_filter code = {BPF_RET | BPF_K, 0, 0, 1};
	struct sock_fprog filter;
	struct group_req group;
	struct linger linger;
	struct ifreq name;
	int value, fd = socket(AF_INET, SOCK_DGRAM, 0);
	socklen_t length;

	WRITES_ALL(value, (length = sizeof(value),
			   getsockopt(fd, SOL_SOCKET, SO_TYPE, &value, &length)));
	WRITES_ALL(linger, (length = sizeof(linger),
			    getsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, &length)));
	/* Padding, and members that are ignored. */
	filter.len = 1;
	filter.filter = &code;
	must(!setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof(filter)));
	group.gr_interface = 0;
	group.gr_group.ss_family = AF_INET;
	setsockopt(fd, IPPROTO_IP, MCAST_JOIN_GROUP, &group, sizeof(group));
	strcpy(name.ifr_name, "lo");
	setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, &name, sizeof(name));
}

int main(void)
{
	char s[8];

	WRITES_ALL(fds, must(!socketpair(AF_UNIX, SOCK_DGRAM, 0, fds)));
	must(send(fds[0], "abcdef", 6, 0) == 6);
	/* MSG_TRUNC returns more than was written. */
	WRITES(s, 0, 4, must(recv(fds[1], s, 4, MSG_TRUNC) == 6));
	descriptors();
	names();
	options();
	return 0;
}
