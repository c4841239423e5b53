/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * comedi.h - a parallel port, which need not exist.
 */
#ifndef KNOWN_BUGS_COMEDI_H
#define KNOWN_BUGS_COMEDI_H

#include "bug.h"
#include <linux/comedi.h>

/* Inputs that can only be read bit by bit. */
#define COMEDI_STATUS 1
#define COMEDI_SAMPLES 32

static inline int comedi_open(void)
{
	struct comedi_devconfig config = {
		.board_name = "comedi_parport",
		.options = {0x278},
	};
	int fd = must(open("/dev/comedi0", O_RDWR), "/dev/comedi0");

	must(ioctl(fd, COMEDI_DEVCONFIG, &config), "DEVCONFIG");
	return fd;
}

/* The next program wants to attach it, too. */
static inline void comedi_close(int fd)
{
	must(ioctl(fd, COMEDI_DEVCONFIG, NULL), "DEVCONFIG");
	close(fd);
}

/* Read that input as often as @data has room for. */
static inline struct comedi_insn comedi_read(unsigned int data[COMEDI_SAMPLES])
{
	return (struct comedi_insn){
		.insn = INSN_READ,
		.n = COMEDI_SAMPLES,
		.data = data,
		.subdev = COMEDI_STATUS,
	};
}

#endif
