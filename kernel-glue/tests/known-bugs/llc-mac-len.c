// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * llc-mac-len.c - pass LLC a frame from a device without an Ethernet header.
 */
#include "bug.h"
#include <linux/if_tun.h>

int main(void)
{
	struct {
		struct tun_pi pi;
		unsigned char pdu[3];
	} __attribute__((packed)) frame = {
		.pi.proto = htons(ETH_P_802_2),
		.pdu = {0xaa, 0xaa, 0x03},
	};
	int fd = must(open("/dev/net/tun", O_RDWR), "/dev/net/tun");
	struct ifreq ifr = {.ifr_name = "kb-llc", .ifr_flags = IFF_TUN};

	must(ioctl(fd, TUNSETIFF, &ifr), "TUNSETIFF");
	link_up("kb-llc");
	must(write(fd, &frame, sizeof(frame)), "tun");
	return 0;
}
