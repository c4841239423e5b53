// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * inet-diag-pad.c - ask for one raw socket in the old way, which has no field
 * for raw sockets' protocol.
 */
#include "bug.h"
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>

int main(void)
{
	struct inet_diag_req ask = {.idiag_family = AF_INET};
	uint32_t protocol = IPPROTO_RAW;
	struct request request;

	must(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP), "raw socket");
	ask.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
	ask.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
	request_begin(&request, TCPDIAG_GETSOCK, 0, &ask, sizeof(ask));
	request_attr(&request, INET_DIAG_REQ_PROTOCOL, &protocol,
		     sizeof(protocol));
	request_send(netlink(NETLINK_SOCK_DIAG), &request);
	return 0;
}
