// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ch9200-mdio.c - plug in a network adapter whose registers have one byte and
 * not two.
 */
#include "gadget.h"

static int answer(const struct usb_ctrlrequest *request, void *data)
{
	(void)request;
	*(unsigned char *)data = 0;
	return 1;
}

int main(void)
{
	struct gadget gadget;
	pid_t device;

	gadget_begin(&gadget, 0x1a86, 0xe092);
	gadget.answer = answer;
	gadget_endpoint(&gadget, USB_DIR_IN | 1, USB_ENDPOINT_XFER_BULK);
	gadget_endpoint(&gadget, USB_DIR_OUT | 2, USB_ENDPOINT_XFER_BULK);
	device = gadget_start(&gadget);
	sleep(3);
	gadget_stop(device);
	return 0;
}
