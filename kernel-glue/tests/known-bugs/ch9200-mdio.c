// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ch9200-mdio.c - plug in a network adapter whose registers have one byte
 * instead of two.
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
	gadget_adapter(0x1a86, 0xe092, answer);
	return 0;
}
