// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ppp-async.c - send an LCP packet that ends after its protocol over a serial
 * line.
 */
#include "bug.h"
#include <linux/ppp-ioctl.h>
#include <linux/tty.h>

int main(void)
{
	static const unsigned char packet[] = {0xc0, 0x21};
	int line = N_PPP, unlock = 0, number, channel, pty, master, ppp;
	char name[32];

	mkdir("/dev/pts", 0755);
	must(mount("devpts", "/dev/pts", "devpts", 0, "ptmxmode=0666"),
	     "devpts");
	master = must(open("/dev/pts/ptmx", O_RDWR | O_NOCTTY), "ptmx");
	must(ioctl(master, TIOCSPTLCK, &unlock), "TIOCSPTLCK");
	must(ioctl(master, TIOCGPTN, &number), "TIOCGPTN");
	snprintf(name, sizeof(name), "/dev/pts/%d", number);
	pty = must(open(name, O_RDWR | O_NOCTTY), name);
	must(ioctl(pty, TIOCSETD, &line), "TIOCSETD");
	must(ioctl(pty, PPPIOCGCHAN, &channel), "PPPIOCGCHAN");
	ppp = must(open("/dev/ppp", O_RDWR), "/dev/ppp");
	must(ioctl(ppp, PPPIOCATTCHAN, &channel), "PPPIOCATTCHAN");
	must(write(ppp, packet, sizeof(packet)), "write");
	return 0;
}
