// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * hsr-get-node.c - send a frame that claims to have an HSR tag, but has none.
 */
#include "bug.h"

int main(void)
{
	unsigned char frame[ETH_HLEN] = {[0] = 2, [6] = 2, [11] = 9};
	struct nlattr *info, *data;
	struct request request;
	uint32_t slaves[2];

	link_simple("kb-slave0", "dummy");
	link_simple("kb-slave1", "dummy");
	slaves[0] = link_up("kb-slave0");
	slaves[1] = link_up("kb-slave1");
	data = link_begin(&request, "kb-hsr", "hsr", &info);
	request_attr(&request, IFLA_HSR_SLAVE1, &slaves[0], 4);
	request_attr(&request, IFLA_HSR_SLAVE2, &slaves[1], 4);
	link_end(&request, data, info);
	frame[12] = ETH_P_HSR >> 8;
	frame[13] = ETH_P_HSR & 0xff;
	send_frame(link_up("kb-hsr"), ETH_P_HSR, frame, sizeof(frame));
	return 0;
}
