// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * addrlabel.c - list address labels, in which one byte is not set.
 */
#include "bug.h"
#include <linux/if_addrlabel.h>

int main(void)
{
	struct ifaddrlblmsg ask = {.ifal_family = AF_INET6};
	int fd = netlink(NETLINK_ROUTE);
	struct request request;

	request_begin(&request, RTM_GETADDRLABEL, NLM_F_DUMP, &ask,
		      sizeof(ask));
	request_send(fd, &request);
	must(recv(fd, &request, sizeof(request), 0), "recv");
	return 0;
}
