/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * gadget.h - a USB device, which dummy_hcd plugs in and raw-gadget lets the
 * program emulate.  It answers what the kernel asks of every device, and
 * everything else with as many bytes as the program wants, which may be too
 * few.
 */
#ifndef KNOWN_BUGS_GADGET_H
#define KNOWN_BUGS_GADGET_H

#include "bug.h"
#include <linux/usb/ch9.h>
#include <linux/usb/raw_gadget.h>
#include <signal.h>
#include <sys/wait.h>

struct gadget {
	struct usb_device_descriptor device;
	/* The configuration, with its interface and endpoints. */
	struct {
		struct usb_config_descriptor config;
		struct usb_interface_descriptor interface;
		unsigned char endpoints[4][USB_DT_ENDPOINT_SIZE];
	} __attribute__((packed)) all;
	/* Bytes of the answer to the driver's own requests; -1 is none. */
	int (*answer)(const struct usb_ctrlrequest *request, void *data);
	int fd;
};

static inline void gadget_begin(struct gadget *gadget, int vendor, int product)
{
	*gadget = (struct gadget){
		.device =
			{
				.bLength = USB_DT_DEVICE_SIZE,
				.bDescriptorType = USB_DT_DEVICE,
				.bcdUSB = 0x200,
				.bMaxPacketSize0 = 64,
				.idVendor = vendor,
				.idProduct = product,
				.bNumConfigurations = 1,
			},
		.all.config =
			{
				.bLength = USB_DT_CONFIG_SIZE,
				.bDescriptorType = USB_DT_CONFIG,
				.wTotalLength = USB_DT_CONFIG_SIZE +
						USB_DT_INTERFACE_SIZE,
				.bNumInterfaces = 1,
				.bConfigurationValue = 1,
				.bmAttributes = USB_CONFIG_ATT_ONE,
				.bMaxPower = 50,
			},
		.all.interface =
			{
				.bLength = USB_DT_INTERFACE_SIZE,
				.bDescriptorType = USB_DT_INTERFACE,
				.bInterfaceClass = USB_CLASS_VENDOR_SPEC,
			},
	};
}

static inline void gadget_endpoint(struct gadget *gadget, int address, int type)
{
	struct usb_endpoint_descriptor endpoint = {
		.bLength = USB_DT_ENDPOINT_SIZE,
		.bDescriptorType = USB_DT_ENDPOINT,
		.bEndpointAddress = address,
		.bmAttributes = type,
		.wMaxPacketSize = type == USB_ENDPOINT_XFER_INT ? 8 : 512,
		.bInterval = 4,
	};

	memcpy(gadget->all.endpoints[gadget->all.interface.bNumEndpoints++],
	       &endpoint, USB_DT_ENDPOINT_SIZE);
	gadget->all.config.wTotalLength += USB_DT_ENDPOINT_SIZE;
}

/* What every device answers; -1 refuses the request. */
static inline int gadget_standard(struct gadget *gadget,
				  const struct usb_ctrlrequest *request,
				  void *data)
{
	static const unsigned char text[] = {4, USB_DT_STRING, 9, 4};
	const void *from;
	int size;

	if (request->bRequest == USB_REQ_SET_CONFIGURATION) {
		must(ioctl(gadget->fd, USB_RAW_IOCTL_CONFIGURE, 0),
		     "CONFIGURE");
		return 0;
	}
	if (request->bRequest != USB_REQ_GET_DESCRIPTOR)
		return request->bRequest == USB_REQ_SET_INTERFACE ? 0 : -1;
	switch (request->wValue >> 8) {
	case USB_DT_DEVICE:
		from = &gadget->device;
		size = USB_DT_DEVICE_SIZE;
		break;
	case USB_DT_CONFIG:
		from = &gadget->all;
		size = gadget->all.config.wTotalLength;
		break;
	case USB_DT_STRING:
		from = text;
		size = sizeof(text);
		break;
	default:
		return -1;
	}
	memcpy(data, from, size);
	return size;
}

/* Answer requests until the program is killed. */
static inline void gadget_serve(struct gadget *gadget)
{
	struct {
		struct usb_raw_event event;
		struct usb_ctrlrequest request;
	} got;
	struct {
		struct usb_raw_ep_io io;
		unsigned char data[4096];
	} out = {0};

	for (;;) {
		int size, in;

		got.event.type = 0;
		got.event.length = sizeof(got.request);
		must(ioctl(gadget->fd, USB_RAW_IOCTL_EVENT_FETCH, &got),
		     "EVENT_FETCH");
		if (got.event.type != USB_RAW_EVENT_CONTROL)
			continue;
		in = got.request.bRequestType & USB_DIR_IN;
		if ((got.request.bRequestType & USB_TYPE_MASK) ==
		    USB_TYPE_STANDARD)
			size = gadget_standard(gadget, &got.request, out.data);
		else
			size = gadget->answer(&got.request, out.data);
		if (size < 0) {
			ioctl(gadget->fd, USB_RAW_IOCTL_EP0_STALL, 0);
			continue;
		}
		if (!in || size > got.request.wLength)
			size = got.request.wLength;
		out.io.length = size;
		ioctl(gadget->fd,
		      in ? USB_RAW_IOCTL_EP0_WRITE : USB_RAW_IOCTL_EP0_READ,
		      &out);
	}
}

/* Plug the device in; returns its process. */
static inline pid_t gadget_start(struct gadget *gadget)
{
	struct usb_raw_init init = {
		.driver_name = "dummy_udc",
		.device_name = "dummy_udc.0",
		.speed = USB_SPEED_HIGH,
	};
	pid_t pid;

	gadget->fd = must(open("/dev/raw-gadget", O_RDWR), "/dev/raw-gadget");
	must(ioctl(gadget->fd, USB_RAW_IOCTL_INIT, &init), "INIT");
	must(ioctl(gadget->fd, USB_RAW_IOCTL_RUN, 0), "RUN");
	pid = must(fork(), "fork");
	if (!pid)
		gadget_serve(gadget);
	close(gadget->fd);
	return pid;
}

static inline void gadget_stop(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

/*
 * For the seconds in which its driver probes it, be a network adapter that
 * answers all control requests with @answer.
 */
static inline void gadget_adapter(unsigned int vendor, unsigned int product,
				  int (*answer)(const struct usb_ctrlrequest *,
						void *))
{
	struct gadget gadget;
	pid_t device;

	gadget_begin(&gadget, vendor, product);
	gadget.answer = answer;
	gadget_endpoint(&gadget, USB_DIR_IN | 1, USB_ENDPOINT_XFER_BULK);
	gadget_endpoint(&gadget, USB_DIR_OUT | 2, USB_ENDPOINT_XFER_BULK);
	device = gadget_start(&gadget);
	sleep(3);
	gadget_stop(device);
}

#endif
