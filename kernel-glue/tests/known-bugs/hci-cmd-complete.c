// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * hci-cmd-complete.c - let a Bluetooth controller report the end of an unknown
 * command without a status.
 */
#include "bug.h"

#define COMMAND 0x01
#define EVENT 0x04
#define CREATE 0xff
#define COMMAND_COMPLETE 0x0e

int main(void)
{
	static const unsigned char create[] = {CREATE, 0};
	static const unsigned char event[] = {
		EVENT, COMMAND_COMPLETE, 3, 1, 0x34, 0xfd};
	int fd = must(open("/dev/vhci", O_RDWR), "/dev/vhci");
	unsigned char packet[512];

	must(write(fd, create, sizeof(create)), "create");
	/* It listens from the first command on. */
	do {
		must(read(fd, packet, sizeof(packet)), "read");
	} while (packet[0] != COMMAND);
	must(write(fd, event, sizeof(event)), "event");
	sleep(1);
	return 0;
}
