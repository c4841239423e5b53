/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * bug.h - what several reproducers need.
 */
#ifndef KNOWN_BUGS_BUG_H
#define KNOWN_BUGS_BUG_H

#include <arpa/inet.h>
#include <err.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
/* After the C library's headers, which these make room for. */
#include <linux/genetlink.h>
#include <linux/if_ether.h>
#include <linux/if_link.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>

/* A result that has to be good, or the bug does not show. */
static inline long must(long result, const char *what)
{
	if (result < 0)
		err(1, "%s", what);
	return result;
}

/* A netlink message, put together in the order of the calls. */
struct request {
	union {
		struct nlmsghdr header;
		char bytes[4096];
	};
};

static inline void *request_put(struct request *request, const void *data,
				size_t size)
{
	size_t at = NLMSG_ALIGN(request->header.nlmsg_len);

	if (data)
		memcpy(request->bytes + at, data, size);
	request->header.nlmsg_len = at + size;
	return request->bytes + at;
}

/* @size bytes of zeroes, or of @data, after the header. */
static inline void *request_begin(struct request *request, int type, int flags,
				  const void *data, size_t size)
{
	memset(request, 0, sizeof(*request));
	request->header.nlmsg_len = NLMSG_HDRLEN;
	request->header.nlmsg_type = type;
	request->header.nlmsg_flags = NLM_F_REQUEST | flags;
	return request_put(request, data, size);
}

static inline struct nlattr *request_attr(struct request *request, int type,
					  const void *data, size_t size)
{
	struct nlattr head = {.nla_len = NLA_HDRLEN + size, .nla_type = type};
	struct nlattr *attr = request_put(request, &head, sizeof(head));

	request_put(request, data, size);
	return attr;
}

/* What is put from now on goes in @attr, until request_end(). */
static inline struct nlattr *request_nest(struct request *request, int type)
{
	return request_attr(request, type, NULL, 0);
}

static inline void request_end(struct request *request, struct nlattr *attr)
{
	request->header.nlmsg_len = NLMSG_ALIGN(request->header.nlmsg_len);
	attr->nla_len =
		request->bytes + request->header.nlmsg_len - (char *)attr;
}

static inline void request_send(int fd, struct request *request)
{
	struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};

	must(sendto(fd, request, request->header.nlmsg_len, 0,
		    (struct sockaddr *)&kernel, sizeof(kernel)),
	     "netlink");
}

/* Send, and wait for the answer; an error from the kernel ends the program. */
static inline void request_do(int fd, struct request *request)
{
	char answer[8192];
	struct nlmsghdr *header = (struct nlmsghdr *)answer;
	struct nlmsgerr *error = NLMSG_DATA(header);

	request->header.nlmsg_flags |= NLM_F_ACK;
	request_send(fd, request);
	must(recv(fd, answer, sizeof(answer), 0), "netlink");
	if (header->nlmsg_type == NLMSG_ERROR && error->error)
		errx(1, "netlink: %s", strerror(-error->error));
}

static inline int netlink(int protocol)
{
	return must(socket(AF_NETLINK, SOCK_RAW, protocol), "netlink");
}

/* The number of a generic netlink family. */
static inline int genl_family(int fd, const char *name)
{
	struct genlmsghdr head = {.cmd = CTRL_CMD_GETFAMILY, .version = 1};
	struct request request;
	struct nlattr *attr;
	char *end;

	request_begin(&request, GENL_ID_CTRL, 0, &head, sizeof(head));
	request_attr(&request, CTRL_ATTR_FAMILY_NAME, name, strlen(name) + 1);
	request_send(fd, &request);
	end = request.bytes +
	      must(recv(fd, &request, sizeof(request), 0), "genetlink");
	attr = (void *)(request.bytes + NLMSG_HDRLEN + GENL_HDRLEN);
	for (; (char *)attr < end;
	     attr = (void *)((char *)attr + NLA_ALIGN(attr->nla_len)))
		if (attr->nla_type == CTRL_ATTR_FAMILY_ID)
			return *(uint16_t *)(attr + 1);
	errx(1, "no family %s", name);
}

/* Begin to create a link, up to the attributes of its kind. */
static inline struct nlattr *link_begin(struct request *request,
					const char *name, const char *kind,
					struct nlattr **info)
{
	request_begin(request, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, NULL,
		      sizeof(struct ifinfomsg));
	request_attr(request, IFLA_IFNAME, name, strlen(name) + 1);
	*info = request_nest(request, IFLA_LINKINFO);
	request_attr(request, IFLA_INFO_KIND, kind, strlen(kind));
	return request_nest(request, IFLA_INFO_DATA);
}

static inline void link_end(struct request *request, struct nlattr *data,
			    struct nlattr *info)
{
	int fd = netlink(NETLINK_ROUTE);

	request_end(request, data);
	request_end(request, info);
	request_do(fd, request);
	close(fd);
}

static inline void link_simple(const char *name, const char *kind)
{
	struct request request;
	struct nlattr *info, *data;

	data = link_begin(&request, name, kind, &info);
	link_end(&request, data, info);
}

static inline int link_up(const char *name)
{
	int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
	struct ifreq ifr = {0};

	memcpy(ifr.ifr_name, name, strnlen(name, sizeof(ifr.ifr_name) - 1));
	must(ioctl(fd, SIOCGIFFLAGS, &ifr), name);
	ifr.ifr_flags |= IFF_UP;
	must(ioctl(fd, SIOCSIFFLAGS, &ifr), name);
	close(fd);
	return if_nametoindex(name);
}

/*
 * Send a frame as it is, for two seconds: a device that has just got its carrier
 * drops everything until a work queue gives it its queue, up to a second later.
 */
static inline void send_frame(int ifindex, int protocol, const void *frame,
			      size_t size)
{
	int fd = must(socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)), "packet");
	struct sockaddr_ll to = {
		.sll_family = AF_PACKET,
		.sll_protocol = htons(protocol),
		.sll_ifindex = ifindex,
		.sll_halen = ETH_ALEN,
	};

	for (int i = 0; i < 20; i++) {
		must(sendto(fd, frame, size, 0, (struct sockaddr *)&to,
			    sizeof(to)),
		     "frame");
		usleep(100000);
	}
	close(fd);
}

/* Write a file system's image to /dev/ram0, and mount it. */
static inline void mount_image(const void *image, size_t size, const char *type,
			       int flags, const char *options)
{
	int fd = must(open("/dev/ram0", O_WRONLY | O_TRUNC), "/dev/ram0");

	if (write(fd, image, size) != (ssize_t)size)
		err(1, "/dev/ram0");
	close(fd);
	mkdir("/known-bug", 0700);
	must(mount("/dev/ram0", "/known-bug", type, flags, options), type);
}

#endif
