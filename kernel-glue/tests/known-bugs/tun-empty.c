// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * tun-empty.c - write an empty packet to a device that reads its first byte.
 */
#include "bug.h"
#include <linux/if_tun.h>

int main(void)
{
	int fd = must(open("/dev/net/tun", O_RDWR), "/dev/net/tun");
	struct ifreq ifr = {.ifr_name = "kb-tun",
			    .ifr_flags = IFF_TUN | IFF_NO_PI};

	must(ioctl(fd, TUNSETIFF, &ifr), "TUNSETIFF");
	link_up("kb-tun");
	if (write(fd, "", 0) < 0)
		warn("write");
	return 0;
}
