// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * comedi-insn.c - read an input many times in one call; only one reading is
 * done.
 */
#include "comedi.h"

int main(void)
{
	unsigned int data[COMEDI_SAMPLES];
	struct comedi_insn insn = comedi_read(data);
	int fd = comedi_open();

	must(ioctl(fd, COMEDI_INSN, &insn), "INSN");
	comedi_close(fd);
	return 0;
}
