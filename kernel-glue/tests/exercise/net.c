// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Steps with sockets.  The loopback device has to be up.
 */
#include "exercise.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/errqueue.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

static char data[65536];

/* An address of the loopback device, any port. */
static socklen_t loopback(int family, struct sockaddr_storage *at)
{
	struct sockaddr_in6 *v6 = (void *)at;
	struct sockaddr_in *v4 = (void *)at;

	memset(at, 0, sizeof(*at));
	at->ss_family = family;
	if (family == AF_INET6) {
		v6->sin6_addr = in6addr_loopback;
		return sizeof(*v6);
	}
	v4->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return sizeof(*v4);
}

static int get_options(int fd, int level, int last)
{
	char value[256];
	socklen_t n;

	for (int i = 0; i <= last; i++) {
		n = sizeof(value);
		getsockopt(fd, level, i, value, &n);
	}
	return DONE;
}

static int tcp_server(int fd)
{
	static char in[65536];
	struct sockaddr_storage peer;
	socklen_t n = sizeof(peer);
	int c = accept4(fd, (struct sockaddr *)&peer, &n, 0);
	ssize_t got;

	while ((got = read(c, in, sizeof(in))) > 0) {
		if (write(c, in, got) != got)
			return 1;
	}
	return got ? 1 : close(c);
}

static int tcp(int family)
{
	int server = socket(family, SOCK_STREAM, 0), c, one = 1, size;
	struct sockaddr_storage at;
	struct linger linger = {1, 5};
	socklen_t n = loopback(family, &at);
	pid_t pid;

	TRY(server >= 0);
	TRY(!setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)));
	TRY(!bind(server, (void *)&at, n) && !listen(server, 5));
	TRY(!getsockname(server, (void *)&at, &n));
	pid = fork();
	TRY(pid >= 0);
	if (!pid)
		_exit(tcp_server(server));
	c = socket(family, SOCK_STREAM, 0);
	TRY(c >= 0 && !connect(c, (void *)&at, n));
	TRY(!setsockopt(c, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one)));
	TRY(!setsockopt(c, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger)));
	memset(data, 't', sizeof(data));
	for (int i = 1; i < (int)sizeof(data); i = i * 3 + 1) {
		TRY(send(c, data, i, i % 2 ? MSG_MORE : 0) == i);
		TRY(send(c, "x", 1, 0) == 1);
		TRY(recv(c, data, 1, MSG_PEEK) == 1);
		TRY(recv(c, data, i + 1, MSG_WAITALL) == i + 1);
	}
	TRY(send(c, "!", 1, MSG_OOB) == 1);
	TRY(!ioctl(c, FIONREAD, &size) && !ioctl(c, TIOCOUTQ, &size));
	TRY(!getpeername(c, (void *)&at, &n));
	get_options(c, SOL_SOCKET, 80);
	get_options(c, IPPROTO_TCP, 45);
	get_options(c, IPPROTO_IP, 50);
	get_options(c, IPPROTO_IPV6, 80);
	TRY(!shutdown(c, SHUT_WR));
	while (read(c, data, sizeof(data)) > 0)
		;
	TRY(!close(c) && !reap(pid));
	/* No socket listens any longer. */
	close(server);
	c = socket(family, SOCK_STREAM, 0);
	TRY(connect(c, (void *)&at, n) < 0);
	close(c);
	return DONE;
}

static int tcp4(const char *dir)
{
	(void)dir;
	return tcp(AF_INET);
}

static int tcp6(const char *dir)
{
	(void)dir;
	return tcp(AF_INET6);
}

/* Receive one datagram with everything that can come with it. */
static ssize_t receive(int fd, int flags)
{
	char control[512];
	struct sockaddr_storage from;
	struct iovec vec = {data, sizeof(data)};
	struct msghdr msg = {.msg_name = &from,
			     .msg_namelen = sizeof(from),
			     .msg_iov = &vec,
			     .msg_iovlen = 1,
			     .msg_control = control,
			     .msg_controllen = sizeof(control)};

	return recvmsg(fd, &msg, flags);
}

static int udp(int family)
{
	int v4 = family == AF_INET, level = v4 ? IPPROTO_IP : IPPROTO_IPV6;
	int a = socket(family, SOCK_DGRAM, 0), b, one = 1;
	struct sockaddr_storage at;
	socklen_t n = loopback(family, &at);
	struct mmsghdr many[3];
	struct iovec vec = {data, 100};

	TRY(a >= 0 && !bind(a, (void *)&at, n));
	TRY(!getsockname(a, (void *)&at, &n));
	TRY(!setsockopt(a, SOL_SOCKET, SO_TIMESTAMP, &one, sizeof(one)));
	TRY(!setsockopt(a, level, v4 ? IP_PKTINFO : IPV6_RECVPKTINFO, &one,
			sizeof(one)));
	TRY(!setsockopt(a, level, v4 ? IP_RECVTTL : IPV6_RECVHOPLIMIT, &one,
			sizeof(one)));
	b = socket(family, SOCK_DGRAM, 0);
	TRY(b >= 0 && !connect(b, (void *)&at, n));
	memset(data, 'u', sizeof(data));
	for (int i = 0; i < 60000; i = i * 4 + 1) {
		TRY(send(b, data, i, 0) == i);
		TRY(receive(a, 0) == i);
	}
	memset(many, 0, sizeof(many));
	for (int i = 0; i < 3; i++) {
		many[i].msg_hdr.msg_iov = &vec;
		many[i].msg_hdr.msg_iovlen = 1;
	}
	TRY(sendmmsg(b, many, 3, 0) == 3);
	TRY(recvmmsg(a, many, 3, 0, NULL) == 3);
	get_options(a, SOL_SOCKET, 80);
	get_options(a, level, 80);
	get_options(a, IPPROTO_UDP, 110);
	/* An error that is returned. */
	TRY(!setsockopt(b, level, v4 ? IP_RECVERR : IPV6_RECVERR, &one,
			sizeof(one)));
	close(a);
	TRY(send(b, "x", 1, 0) == 1);
	usleep(20000);
	TRY(receive(b, MSG_ERRQUEUE | MSG_DONTWAIT) == 1);
	close(b);
	return DONE;
}

static int udp4(const char *dir)
{
	(void)dir;
	return udp(AF_INET);
}

static int udp6(const char *dir)
{
	(void)dir;
	return udp(AF_INET6);
}

static int raw(const char *dir)
{
	int fd = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
	struct icmphdr echo = {.type = ICMP_ECHO, .checksum = 0xfff7};
	struct sockaddr_storage at;
	socklen_t n = loopback(AF_INET, &at);

	(void)dir;
	TRY(fd >= 0);
	TRY(sendto(fd, &echo, sizeof(echo), 0, (void *)&at, n) == sizeof(echo));
	TRY(receive(fd, 0) > 0);
	close(fd);
	return DONE;
}

/* Packets as the device sees them: other sockets' and one of ours. */
static int packet(const char *dir)
{
	int fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)), one = 1;
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 23),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 17, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, 1000), BPF_STMT(BPF_RET | BPF_K, 0)};
	struct sock_fprog filter = {4, code};
	struct sockaddr_ll ll = {.sll_family = AF_PACKET,
				 .sll_protocol = htons(ETH_P_ALL)};
	struct tpacket_stats stats;
	socklen_t n = sizeof(stats);

	TRY(fd >= 0);
	ll.sll_ifindex = if_nametoindex("lo");
	TRY(!bind(fd, (void *)&ll, sizeof(ll)));
	TRY(!setsockopt(fd, SOL_PACKET, PACKET_AUXDATA, &one, sizeof(one)));
	TRY(raw(dir) == DONE);
	TRY(receive(fd, 0) > 0);
	TRY(!setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &filter,
			sizeof(filter)));
	TRY(udp(AF_INET) == DONE);
	TRY(receive(fd, MSG_DONTWAIT) > 0);
	memset(data, 0, 60);
	data[12] = 0x08;
	TRY(sendto(fd, data, 60, 0, (void *)&ll, sizeof(ll)) == 60);
	TRY(!getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, &stats, &n));
	close(fd);
	return DONE;
}

static int unix_rights(int pair[2])
{
	union {
		char space[CMSG_SPACE(sizeof(int))];
		struct cmsghdr align;
	} u = {{0}};
	char byte = 'r';
	struct iovec vec = {&byte, 1};
	struct msghdr msg = {.msg_iov = &vec,
			     .msg_iovlen = 1,
			     .msg_control = u.space,
			     .msg_controllen = sizeof(u.space)};
	struct cmsghdr *c = CMSG_FIRSTHDR(&msg);
	int one = 1;

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &pair[0], sizeof(int));
	TRY(!setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &one, sizeof(one)));
	TRY(sendmsg(pair[0], &msg, 0) == 1);
	TRY(receive(pair[1], 0) == 1);
	return DONE;
}

static int unix_sockets(const char *dir)
{
	static const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	socklen_t n = sizeof(at);
	int pair[2], server, c;

	(void)dir;
	for (int i = 0; i < 3; i++) {
		TRY(!socketpair(AF_UNIX, types[i], 0, pair));
		for (int size = 1; size < 20000; size *= 5) {
			TRY(send(pair[0], data, size, 0) == size);
			TRY(recv(pair[1], data, size, MSG_WAITALL) == size);
		}
		TRY(unix_rights(pair) == DONE);
		get_options(pair[0], SOL_SOCKET, 80);
		close(pair[0]);
		close(pair[1]);
	}
	/* A socket bound without a name is given one. */
	server = socket(AF_UNIX, SOCK_STREAM, 0);
	TRY(!bind(server, (void *)&at, sizeof(sa_family_t)));
	TRY(!getsockname(server, (void *)&at, &n) && !listen(server, 1));
	c = socket(AF_UNIX, SOCK_STREAM, 0);
	TRY(!connect(c, (void *)&at, n));
	close(c);
	close(server);
	strcpy(at.sun_path, "/tmp/exercise.sock");
	unlink(at.sun_path);
	server = socket(AF_UNIX, SOCK_DGRAM, 0);
	TRY(!bind(server, (void *)&at, sizeof(at)));
	c = socket(AF_UNIX, SOCK_DGRAM, 0);
	TRY(sendto(c, "abc", 3, 0, (void *)&at, sizeof(at)) == 3);
	TRY(receive(server, 0) == 3);
	close(c);
	close(server);
	return !unlink(at.sun_path) ? DONE : FAILED;
}

/* Whether the @n bytes of the answer in data end a dump. */
static int is_last(ssize_t n)
{
	struct nlmsghdr *h = (void *)data;

	for (; NLMSG_OK(h, n); h = NLMSG_NEXT(h, n)) {
		if (h->nlmsg_type == NLMSG_DONE || h->nlmsg_type == NLMSG_ERROR)
			return 1;
	}
	return 0;
}

/* Dump what the kernel says about the network: links, addresses, routes, ... */
static int netlink(const char *dir)
{
	static const int dumps[] = {
		RTM_GETLINK, RTM_GETADDR,  RTM_GETROUTE,    RTM_GETNEIGH,
		RTM_GETRULE, RTM_GETQDISC, RTM_GETNEIGHTBL, RTM_GETNETCONF};
	struct {
		struct nlmsghdr h;
		struct rtgenmsg g;
		char room[64];
	} ask;
	int fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
	ssize_t got;

	(void)dir;
	TRY(fd >= 0);
	for (int i = 0; i < (int)(sizeof(dumps) / sizeof(dumps[0])); i++) {
		memset(&ask, 0, sizeof(ask));
		ask.h.nlmsg_len = sizeof(ask);
		ask.h.nlmsg_type = dumps[i];
		ask.h.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
		TRY(send(fd, &ask, sizeof(ask), 0) == sizeof(ask));
		do {
			got = recv(fd, data, sizeof(data), 0);
			TRY(got > 0);
		} while (!is_last(got));
	}
	close(fd);
	return DONE;
}

static int interfaces(const char *dir)
{
	static const int requests[] = {
		SIOCGIFFLAGS, SIOCGIFADDR,   SIOCGIFNETMASK, SIOCGIFBRDADDR,
		SIOCGIFMTU,   SIOCGIFINDEX,  SIOCGIFHWADDR,  SIOCGIFTXQLEN,
		SIOCGIFMAP,   SIOCGIFMETRIC,
	};
	int fd = socket(AF_INET, SOCK_DGRAM, 0);
	struct ifconf conf = {.ifc_len = sizeof(data), .ifc_buf = data};
	struct ifreq req;

	(void)dir;
	TRY(fd >= 0);
	TRY(!ioctl(fd, SIOCGIFCONF, &conf) && conf.ifc_len > 0);
	for (int i = 0; i < (int)(sizeof(requests) / sizeof(int)); i++) {
		memset(&req, 0, sizeof(req));
		strcpy(req.ifr_name, "lo");
		TRY(!ioctl(fd, requests[i], &req));
	}
	close(fd);
	return DONE;
}

const struct step net_steps[] = {
	{"unix-sockets", unix_sockets},
	{"tcp4", tcp4},
	{"tcp6", tcp6},
	{"udp4", udp4},
	{"udp6", udp6},
	{"raw", raw},
	{"packet", packet},
	{"netlink", netlink},
	{"interfaces", interfaces},
	{NULL, NULL},
};
