// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vivid-event.c - ask the made-up video device for the first event of a
 * control.
 */
#include "bug.h"
#include <linux/videodev2.h>

int main(void)
{
	struct v4l2_event_subscription wanted = {
		.type = V4L2_EVENT_CTRL,
		.id = V4L2_CID_BRIGHTNESS,
		.flags = V4L2_EVENT_SUB_FL_SEND_INITIAL,
	};
	int fd = must(open("/dev/video0", O_RDWR), "/dev/video0");
	struct v4l2_event event;

	must(ioctl(fd, VIDIOC_SUBSCRIBE_EVENT, &wanted), "subscribe");
	must(ioctl(fd, VIDIOC_DQEVENT, &event), "event");
	return 0;
}
