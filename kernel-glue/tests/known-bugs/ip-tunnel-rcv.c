// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ip-tunnel-rcv.c - receive a GRE packet that claims to hold IPv4, but is
 * empty.
 */
#include "bug.h"
#include <linux/if_tunnel.h>

int main(void)
{
	/* With a checksum and a sequence number, which make it long enough. */
	static const unsigned char gre[] = {0x90, 0,	0x08, 0, 0x67, 0xff,
					    0,	  0,	0,    0, 0,    0};
	struct sockaddr_in to = {.sin_family = AF_INET};
	struct nlattr *info, *data;
	struct request request;
	uint32_t local = htonl(INADDR_LOOPBACK);
	uint16_t flags = GRE_CSUM | GRE_SEQ;
	int fd;

	link_up("lo");
	data = link_begin(&request, "kb-gre", "gre", &info);
	request_attr(&request, IFLA_GRE_LOCAL, &local, sizeof(local));
	request_attr(&request, IFLA_GRE_REMOTE, &local, sizeof(local));
	request_attr(&request, IFLA_GRE_IFLAGS, &flags, sizeof(flags));
	link_end(&request, data, info);
	link_up("kb-gre");
	fd = must(socket(AF_INET, SOCK_RAW, IPPROTO_GRE), "raw socket");
	to.sin_addr.s_addr = local;
	must(sendto(fd, gre, sizeof(gre), 0, (struct sockaddr *)&to,
		    sizeof(to)),
	     "sendto");
	return 0;
}
