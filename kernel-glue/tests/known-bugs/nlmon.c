// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * nlmon.c - watch netlink messages that are larger than a page.  From the
 * second one on, they are in pages that the one before has freed.
 */
#include "bug.h"

int main(void)
{
	struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};
	struct sockaddr_ll at = {.sll_family = AF_PACKET};
	static char message[5001], packet[8192];
	struct nlmsghdr *header = (struct nlmsghdr *)message;
	int watch, fd;

	link_simple("kb-nlmon", "nlmon");
	at.sll_ifindex = link_up("kb-nlmon");
	at.sll_protocol = htons(ETH_P_ALL);
	watch = must(socket(AF_PACKET, SOCK_RAW, at.sll_protocol), "packet");
	must(bind(watch, (struct sockaddr *)&at, sizeof(at)), "bind");
	fd = netlink(NETLINK_ROUTE);
	header->nlmsg_len = sizeof(message);
	header->nlmsg_type = NLMSG_NOOP;
	for (int i = 0; i < 3; i++) {
		must(sendto(fd, message, sizeof(message), 0,
			    (struct sockaddr *)&kernel, sizeof(kernel)),
		     "send");
		must(recv(watch, packet, sizeof(packet), 0), "receive");
	}
	return 0;
}
