// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ppp-write-short.c - send a packet that is shorter than the protocol field.
 */
#include "bug.h"
#include <linux/ppp-ioctl.h>

int main(void)
{
	int fd = must(open("/dev/ppp", O_RDWR), "/dev/ppp"), unit = -1;
	struct ifreq ifr = {0};

	must(ioctl(fd, PPPIOCNEWUNIT, &unit), "PPPIOCNEWUNIT");
	snprintf(ifr.ifr_name, sizeof(ifr.ifr_name), "ppp%d", unit);
	link_up(ifr.ifr_name);
	/* Before the fix this was not an error. */
	if (write(fd, "", 1) != 1)
		warn("write");
	return 0;
}
