// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ip6-enc-lim.c - send a packet that ends within a fragment header through a
 * tunnel.
 */
#include "bug.h"
#include <linux/if_tunnel.h>
#include <linux/ip6_tunnel.h>

int main(void)
{
	/* IPv6's header and 2 bytes of a fragment header. */
	unsigned char packet[42] = {[0] = 0x60, [5] = 2, [6] = 44, [7] = 64};
	struct in6_addr local = IN6ADDR_LOOPBACK_INIT;
	struct nlattr *info, *data;
	struct request request;
	uint8_t protocol = IPPROTO_IPV6;

	link_up("lo");
	data = link_begin(&request, "kb-ip6tnl", "ip6tnl", &info);
	request_attr(&request, IFLA_IPTUN_LOCAL, &local, sizeof(local));
	request_attr(&request, IFLA_IPTUN_REMOTE, &local, sizeof(local));
	request_attr(&request, IFLA_IPTUN_PROTO, &protocol, sizeof(protocol));
	link_end(&request, data, info);
	packet[8] = packet[24] = 0xfd;
	send_frame(link_up("kb-ip6tnl"), ETH_P_IPV6, packet, sizeof(packet));
	return 0;
}
