// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * nci-dev-up.c - let an NFC controller say that it is reset, but not which
 * version of the protocol it has.
 */
#include "nci.h"

int main(void)
{
	static const unsigned char response[] = {0x40, 0, 1, 0};
	static const unsigned char notification[] = {0x60, 0, 1, 2};
	int fd = nci_begin();

	must(write(fd, response, sizeof(response)), "response");
	must(write(fd, notification, sizeof(notification)), "notification");
	nci_end(fd);
	return 0;
}
