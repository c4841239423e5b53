/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The ioctls of /dev/kmsan_planted, for the module and for planted-user.c.
 */
#ifndef PLANTED_IOCTL_H
#define PLANTED_IOCTL_H

#include <linux/ioctl.h>
#include <linux/types.h>

/* What a driver might say about itself; the module leaves some of it unset. */
struct planted_info {
	__u32 version;
	__u32 serial;
	char name[16];
	__u16 port;
	/* Six bytes of padding. */
	__u64 capacity;
};

/* The request has the same half-filled struct in both directions. */
struct planted_query {
	__u32 question;
	__u32 answer;
};

#define PLANTED_IOC_INFO _IOR('k', 0xa0, struct planted_info)
#define PLANTED_IOC_INFO_CLEAN _IOR('k', 0xa1, struct planted_info)
#define PLANTED_IOC_QUERY _IOWR('k', 0xa2, struct planted_query)
#define PLANTED_IOC_QUERY_CLEAN _IOWR('k', 0xa3, struct planted_query)

#endif
