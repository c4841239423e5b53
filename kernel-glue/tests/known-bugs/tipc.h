/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * tipc.h - commands of TIPC's old interface over netlink.
 */
#ifndef KNOWN_BUGS_TIPC_H
#define KNOWN_BUGS_TIPC_H

#include "bug.h"
#include <linux/tipc.h>
#include <linux/tipc_config.h>

/* Send a command with what follows its header, and read the answer. */
static inline void tipc_command(int command, const void *data, size_t size)
{
	struct {
		struct genlmsghdr genl;
		struct tipc_genlmsghdr tipc;
	} head = {
		.genl = {.cmd = TIPC_GENL_CMD, .version = TIPC_GENL_VERSION},
		.tipc = {.cmd = command},
	};
	int fd = netlink(NETLINK_GENERIC);
	struct request request;

	request_begin(&request, genl_family(fd, TIPC_GENL_NAME), 0, &head,
		      sizeof(head));
	request_put(&request, data, size);
	request_send(fd, &request);
	must(recv(fd, &request, sizeof(request), 0), "recv");
	close(fd);
}

#endif
