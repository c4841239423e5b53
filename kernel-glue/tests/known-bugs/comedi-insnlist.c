// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * comedi-insnlist.c - like comedi-insn.c, in a list of instructions.
 */
#include "comedi.h"

int main(void)
{
	unsigned int data[COMEDI_SAMPLES];
	struct comedi_insn insn = comedi_read(data);
	struct comedi_insnlist list = {.n_insns = 1, .insns = &insn};
	int fd = comedi_open();

	must(ioctl(fd, COMEDI_INSNLIST, &list), "INSNLIST");
	comedi_close(fd);
	return 0;
}
