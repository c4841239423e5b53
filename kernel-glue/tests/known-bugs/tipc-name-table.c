// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * tipc-name-table.c - ask for the table of names with a query that ends after
 * its first word, and gives its length as less than a header's.
 */
#include "tipc.h"

int main(void)
{
	struct {
		struct tlv_desc head;
		uint32_t depth;
	} query = {
		.head.tlv_type = htons(TIPC_TLV_NAME_TBL_QUERY),
		.depth = htonl(1),
	};
	struct sockaddr_tipc name = {
		.family = AF_TIPC,
		.addrtype = TIPC_SERVICE_RANGE,
		.scope = TIPC_NODE_SCOPE,
		.addr.nameseq = {.type = 18888, .lower = 1, .upper = 1},
	};
	int fd = must(socket(AF_TIPC, SOCK_RDM, 0), "socket");

	/* A name for the query to be compared with. */
	must(bind(fd, (struct sockaddr *)&name, sizeof(name)), "bind");
	tipc_command(TIPC_CMD_SHOW_NAME_TABLE, &query, sizeof(query));
	return 0;
}
