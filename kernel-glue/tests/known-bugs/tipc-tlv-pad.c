// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * tipc-tlv-pad.c - send an unknown command; the string in the answer does not
 * fill its last word.
 */
#include "tipc.h"

int main(void)
{
	tipc_command(0x3fff, NULL, 0);
	return 0;
}
