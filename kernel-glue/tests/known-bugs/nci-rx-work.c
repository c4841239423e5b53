// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * nci-rx-work.c - let an NFC controller send a packet that lacks its length.
 */
#include "nci.h"

int main(void)
{
	int fd = nci_begin();

	must(write(fd, "\x60", 1), "write");
	nci_end(fd);
	return 0;
}
