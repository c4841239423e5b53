// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ip6-tunnel-rcv.c - like ip-tunnel-rcv.c, over IPv6: an empty GRE packet.
 */
#include "bug.h"
#include <linux/if_tunnel.h>

int main(void)
{
	static const unsigned char gre[] = {0, 0, 0x86, 0xdd};
	struct sockaddr_in6 to = {.sin6_family = AF_INET6};
	struct in6_addr local = IN6ADDR_LOOPBACK_INIT;
	struct nlattr *info, *data;
	struct request request;
	int fd;

	link_up("lo");
	data = link_begin(&request, "kb-gre6", "ip6gre", &info);
	request_attr(&request, IFLA_GRE_LOCAL, &local, sizeof(local));
	request_attr(&request, IFLA_GRE_REMOTE, &local, sizeof(local));
	link_end(&request, data, info);
	link_up("kb-gre6");
	fd = must(socket(AF_INET6, SOCK_RAW, IPPROTO_GRE), "raw socket");
	to.sin6_addr = local;
	must(sendto(fd, gre, sizeof(gre), 0, (struct sockaddr *)&to,
		    sizeof(to)),
	     "sendto");
	return 0;
}
