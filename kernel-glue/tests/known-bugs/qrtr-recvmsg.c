// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * qrtr-recvmsg.c - receive a message with its sender's address, part of which
 * is not set.
 */
#include "bug.h"
#include <linux/qrtr.h>

int main(void)
{
	int from = must(socket(AF_QIPCRTR, SOCK_DGRAM, 0), "socket");
	int to = must(socket(AF_QIPCRTR, SOCK_DGRAM, 0), "socket");
	struct sockaddr_qrtr address;
	socklen_t size = sizeof(address);
	char text[4] = "abc";

	must(getsockname(to, (struct sockaddr *)&address, &size),
	     "getsockname");
	address.sq_port = 0x4001;
	must(bind(to, (struct sockaddr *)&address, sizeof(address)), "bind");
	must(sendto(from, text, sizeof(text), 0, (struct sockaddr *)&address,
		    sizeof(address)),
	     "sendto");
	must(recvfrom(to, text, sizeof(text), 0, (struct sockaddr *)&address,
		      &size),
	     "recvfrom");
	return 0;
}
