// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * geneve-xmit.c - send a frame with a VLAN tag and nothing after it through a
 * tunnel that takes its TOS from the inner packet.
 */
#include "bug.h"

int main(void)
{
	uint32_t id = 7, remote = htonl(INADDR_LOOPBACK);
	unsigned char frame[ETH_HLEN + 4] = {0};
	struct nlattr *info, *data;
	struct request request;
	uint8_t inherit = 1;

	link_up("lo");
	data = link_begin(&request, "kb-geneve", "geneve", &info);
	request_attr(&request, IFLA_GENEVE_ID, &id, sizeof(id));
	request_attr(&request, IFLA_GENEVE_REMOTE, &remote, sizeof(remote));
	request_attr(&request, IFLA_GENEVE_TOS, &inherit, sizeof(inherit));
	link_end(&request, data, info);
	frame[12] = 0x81;
	frame[16] = 0x08;
	send_frame(link_up("kb-geneve"), ETH_P_8021Q, frame, sizeof(frame));
	return 0;
}
