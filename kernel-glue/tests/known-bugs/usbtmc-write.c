// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * usbtmc-write.c - write a byte to a measuring device, which gets it in a
 * message of whole words.
 */
#include "gadget.h"

static int answer(const struct usb_ctrlrequest *request, void *data)
{
	/* Capabilities: success, and none. */
	memset(data, 0, request->wLength);
	*(unsigned char *)data = 1;
	return request->wLength;
}

int main(void)
{
	struct gadget gadget;
	pid_t device;
	int fd = -1;

	gadget_begin(&gadget, 0x1234, 0x5678);
	gadget.answer = answer;
	gadget.all.interface.bInterfaceClass = USB_CLASS_APP_SPEC;
	gadget.all.interface.bInterfaceSubClass = 3;
	gadget_endpoint(&gadget, USB_DIR_OUT | 1, USB_ENDPOINT_XFER_BULK);
	gadget_endpoint(&gadget, USB_DIR_IN | 2, USB_ENDPOINT_XFER_BULK);
	device = gadget_start(&gadget);
	for (int i = 0; fd < 0 && i < 20; i++) {
		sleep(1);
		fd = open("/dev/usbtmc0", O_RDWR | O_NONBLOCK);
	}
	must(fd, "/dev/usbtmc0");
	/* Nothing reads it from the endpoint. */
	if (!fork()) {
		alarm(2);
		if (write(fd, "x", 1) < 0)
			warn("write");
		_exit(0);
	}
	wait(NULL);
	gadget_stop(device);
	return 0;
}
