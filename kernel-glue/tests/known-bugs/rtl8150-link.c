// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rtl8150-link.c - ask for the speed of a network adapter that does not return
 * the registers with it.
 */
#include "gadget.h"
#include <linux/ethtool.h>
#include <linux/sockios.h>

/* Only commands are answered: the reset is done at once. */
#define COMMAND_REGISTER 0x012e

static int answer(const struct usb_ctrlrequest *request, void *data)
{
	if (!(request->bRequestType & USB_DIR_IN))
		return request->wLength;
	if (request->wValue != COMMAND_REGISTER)
		return -1;
	*(unsigned char *)data = 0;
	return 1;
}

int main(void)
{
	struct ethtool_cmd command = {.cmd = ETHTOOL_GSET};
	int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
	struct ifreq ifr = {
		.ifr_name = "eth0",
		.ifr_data = (void *)&command,
	};
	struct gadget gadget;
	pid_t device;

	gadget_begin(&gadget, 0x0bda, 0x8150);
	gadget.answer = answer;
	gadget_endpoint(&gadget, USB_DIR_IN | 1, USB_ENDPOINT_XFER_BULK);
	gadget_endpoint(&gadget, USB_DIR_OUT | 2, USB_ENDPOINT_XFER_BULK);
	gadget_endpoint(&gadget, USB_DIR_IN | 3, USB_ENDPOINT_XFER_INT);
	device = gadget_start(&gadget);
	for (int i = 0; !if_nametoindex("eth0") && i < 20; i++)
		sleep(1);
	must(ioctl(fd, SIOCETHTOOL, &ifr), "SIOCETHTOOL");
	gadget_stop(device);
	return 0;
}
