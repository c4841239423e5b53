// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * smsc75xx-bind.c - plug in a network adapter whose registers have no bytes.
 */
#include "gadget.h"

static int answer(const struct usb_ctrlrequest *request, void *data)
{
	(void)request;
	(void)data;
	return 0;
}

int main(void)
{
	gadget_adapter(0x0424, 0x7500, answer);
	return 0;
}
