// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * xfrm-auth-name.c - add a security association through PF_KEY, which sets the
 * name of its algorithm only up to the terminating zero, and list it through
 * netlink.
 */
#include "bug.h"
#include <linux/in.h>
#include <linux/pfkeyv2.h>
#include <linux/xfrm.h>

/* Lengths are in units of 64 bits. */
#define UNITS(what) (sizeof(what) / 8)

struct address {
	struct sadb_address head;
	struct sockaddr_in in;
};

/* AH with HMAC-SHA-256, of 256 bits. */
static struct {
	struct sadb_msg msg;
	struct sadb_sa sa;
	struct address from, to;
	struct sadb_key key;
	uint8_t bits[32];
} add = {
	.msg = {.sadb_msg_version = PF_KEY_V2,
		.sadb_msg_type = SADB_ADD,
		.sadb_msg_satype = SADB_SATYPE_AH,
		.sadb_msg_len = UNITS(add)},
	.sa = {.sadb_sa_len = UNITS(add.sa),
	       .sadb_sa_exttype = SADB_EXT_SA,
	       .sadb_sa_spi = 0x01020304,
	       .sadb_sa_state = SADB_SASTATE_MATURE,
	       .sadb_sa_auth = SADB_X_AALG_SHA2_256HMAC},
	.from = {.head = {.sadb_address_len = UNITS(add.from),
			  .sadb_address_exttype = SADB_EXT_ADDRESS_SRC},
		 .in = {.sin_family = AF_INET}},
	.to = {.head = {.sadb_address_len = UNITS(add.to),
			.sadb_address_exttype = SADB_EXT_ADDRESS_DST},
	       .in = {.sin_family = AF_INET}},
	.key = {.sadb_key_len = UNITS(add.key) + UNITS(add.bits),
		.sadb_key_exttype = SADB_EXT_KEY_AUTH,
		.sadb_key_bits = 8 * sizeof(add.bits)},
};

int main(void)
{
	int key = must(socket(AF_KEY, SOCK_RAW, PF_KEY_V2), "PF_KEY");
	int fd = netlink(NETLINK_XFRM);
	struct request request;
	struct sadb_msg answer;

	add.from.in.sin_addr.s_addr = htonl(0x0a000001);
	add.to.in.sin_addr.s_addr = htonl(0x0a000002);
	must(write(key, &add, sizeof(add)), "SADB_ADD");
	must(read(key, &answer, sizeof(answer)), "SADB_ADD");
	if (answer.sadb_msg_errno)
		errx(1, "SADB_ADD: %s", strerror(answer.sadb_msg_errno));
	request_begin(&request, XFRM_MSG_GETSA, NLM_F_DUMP, NULL, 0);
	request_send(fd, &request);
	must(recv(fd, &request, sizeof(request), 0), "XFRM_MSG_GETSA");
	return 0;
}
