// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * j1939-send-one.c - send a J1939 message of one byte over vcan, and receive
 * the whole CAN frame.
 */
#include "bug.h"
#include <linux/can.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>

int main(void)
{
	struct sockaddr_can at = {.can_family = AF_CAN};
	int reader, writer, on = 1;
	struct can_frame frame;

	link_simple("kb-vcan", "vcan");
	at.can_ifindex = link_up("kb-vcan");
	reader = must(socket(PF_CAN, SOCK_RAW, CAN_RAW), "CAN_RAW");
	must(bind(reader, (struct sockaddr *)&at, sizeof(at)), "bind");

	writer = must(socket(PF_CAN, SOCK_DGRAM, CAN_J1939), "CAN_J1939");
	must(setsockopt(writer, SOL_SOCKET, SO_BROADCAST, &on, sizeof(on)),
	     "SO_BROADCAST");
	at.can_addr.j1939.name = J1939_NO_NAME;
	at.can_addr.j1939.pgn = J1939_NO_PGN;
	at.can_addr.j1939.addr = 0x20;
	must(bind(writer, (struct sockaddr *)&at, sizeof(at)), "bind");
	at.can_addr.j1939.pgn = 0xfe00;
	at.can_addr.j1939.addr = J1939_NO_ADDR;
	must(sendto(writer, "", 1, 0, (struct sockaddr *)&at, sizeof(at)),
	     "send");
	must(recv(reader, &frame, sizeof(frame), 0), "receive");
	return 0;
}
