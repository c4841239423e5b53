/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * nci.h - an NFC controller that the program emulates.
 */
#ifndef KNOWN_BUGS_NCI_H
#define KNOWN_BUGS_NCI_H

#include "bug.h"
#include <linux/nfc.h>
#include <sys/wait.h>

#define IOCTL_GET_NCIDEV_IDX 0

/* Wait in the kernel for the controller's answers. */
static inline void nci_up(uint32_t device)
{
	struct genlmsghdr head = {.cmd = NFC_CMD_DEV_UP, .version = 1};
	int fd = netlink(NETLINK_GENERIC);
	struct request request;

	request_begin(&request, genl_family(fd, NFC_GENL_NAME), 0, &head,
		      sizeof(head));
	request_attr(&request, NFC_ATTR_DEVICE_INDEX, &device, sizeof(device));
	request_send(fd, &request);
}

/* Another process turns the controller on; its first command is read. */
static inline int nci_begin(void)
{
	int fd = must(open("/dev/virtual_nci", O_RDWR), "/dev/virtual_nci");
	char command[256];
	int device;

	must(ioctl(fd, IOCTL_GET_NCIDEV_IDX, &device), "ioctl");
	if (!fork()) {
		nci_up(device);
		_exit(0);
	}
	must(read(fd, command, sizeof(command)), "read");
	return fd;
}

static inline void nci_end(int fd)
{
	sleep(1);
	close(fd);
	wait(NULL);
}

#endif
