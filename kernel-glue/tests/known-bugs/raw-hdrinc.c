// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * raw-hdrinc.c - send a packet that should include its IP header, but is empty.
 */
#include "bug.h"

int main(void)
{
	int fd = must(socket(AF_INET, SOCK_RAW, IPPROTO_RAW), "socket");
	struct sockaddr_in to = {.sin_family = AF_INET};

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	link_up("lo");
	sendto(fd, NULL, 0, 0, (struct sockaddr *)&to, sizeof(to));
	return 0;
}
