// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: packets.
 */
#include <linux/err.h>
#include <linux/in.h>
#include <linux/inetdevice.h>
#include <linux/kernel.h>
#include <linux/net.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <linux/skbuff.h>
#include <linux/slab.h>
#include <linux/uio.h>
#include <net/net_namespace.h>
#include <net/netlink.h>
#include <net/sock.h>

#include "planted.h"

#define PACKET_SIZE 48

struct header {
	u16 type;
	u16 flags;
	u32 sequence;
};

static planted_fn struct sk_buff *new_packet(void)
{
	struct sk_buff *skb = alloc_skb(256, GFP_KERNEL);

	if (skb)
		skb_reserve(skb, 32);
	return skb;
}

static planted_fn void put_header(struct sk_buff *skb, bool init)
{
	struct header *h = skb_put(skb, sizeof(*h));

	h->type = 1;
	h->flags = 2;
	if (init)
		h->sequence = 3;
}

static planted_fn void parse_header(const struct sk_buff *skb)
{
	struct header buffer, *h;

	h = skb_header_pointer(skb, 0, sizeof(buffer), &buffer);
	if (h)
		planted_use(h->sequence);
}

static void skb_field(bool init)
{
	struct sk_buff *skb = new_packet();

	if (!skb)
		return;
	put_header(skb, init);
	parse_header(skb);
	kfree_skb(skb);
}

static void skb_copied(bool init)
{
	struct sk_buff *skb = new_packet(), *copy;

	if (!skb)
		return;
	put_header(skb, init);
	copy = skb_copy(skb, GFP_KERNEL);
	kfree_skb(skb);
	if (!copy)
		return;
	parse_header(copy);
	kfree_skb(copy);
}

static planted_fn void set_control(struct sk_buff *skb, bool init)
{
	int *control = (int *)skb->cb;

	planted_set(&control[2], init);
}

static planted_fn void use_control(const struct sk_buff *skb)
{
	planted_use(((const int *)skb->cb)[2]);
}

/* An skb comes with its control block cleared. */
static void skb_control(bool init)
{
	struct sk_buff *skb = new_packet();

	if (!skb)
		return;
	set_control(skb, init);
	use_control(skb);
	kfree_skb(skb);
}

struct counter {
	u8 kind;
	/* Three bytes of padding. */
	u32 value;
};

static planted_fn void set_counter(struct counter *a)
{
	a->kind = 1;
	a->value = 2;
}

static planted_fn void give_packet(const struct sk_buff *skb)
{
	void __user *page = planted_user_page();
	struct iov_iter iter;

	if (!page)
		return;
	iov_iter_ubuf(&iter, ITER_DEST, page, PAGE_SIZE);
	if (skb_copy_datagram_iter(skb, 0, &iter, skb->len))
		pr_err("planted: skb_copy_datagram_iter failed\n");
	planted_user_page_free(page);
}

/* A netlink message with a struct as its attribute, received by user space. */
static void netlink_padding(bool init)
{
	struct sk_buff *skb = nlmsg_new(NLMSG_DEFAULT_SIZE, GFP_KERNEL);
	struct counter a;

	if (!skb)
		return;
	if (init)
		memset(&a, 0, sizeof(a));
	set_counter(&a);
	if (nlmsg_put(skb, 0, 0, NLMSG_DONE, 0, 0) &&
	    !nla_put(skb, 1, sizeof(a), &a))
		give_packet(skb);
	nlmsg_free(skb);
}

static int loopback_up(void)
{
	struct net_device *lo = init_net.loopback_dev;
	int err;

	rtnl_lock();
	err = dev_change_flags(lo, lo->flags | IFF_UP, NULL);
	rtnl_unlock();
	return err;
}

/* Receive what is in the socket into user memory. */
static planted_fn void receive(struct socket *sock)
{
	void __user *page = planted_user_page();
	struct msghdr msg = {};
	int n;

	if (!page)
		return;
	iov_iter_ubuf(&msg.msg_iter, ITER_DEST, page, PAGE_SIZE);
	n = sock_recvmsg(sock, &msg, 0);
	if (n != PACKET_SIZE)
		pr_err("planted: received %d\n", n);
	planted_user_page_free(page);
}

static planted_fn void transmit(struct socket *sock, bool init)
{
	struct msghdr msg = {};
	struct kvec vec;
	int n;

	vec.iov_len = PACKET_SIZE;
	vec.iov_base = kmalloc(PACKET_SIZE, GFP_KERNEL);
	if (!vec.iov_base)
		return;
	planted_fill(vec.iov_base, 1, init ? PACKET_SIZE : PACKET_SIZE - 8);
	n = kernel_sendmsg(sock, &msg, &vec, 1, PACKET_SIZE);
	if (n != PACKET_SIZE)
		pr_err("planted: sent %d\n", n);
	kfree(vec.iov_base);
}

static int open_udp(struct socket **sock)
{
	struct sockaddr_in to = {
		.sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int err;

	err = sock_create_kern(&init_net, AF_INET, SOCK_DGRAM, IPPROTO_UDP,
			       sock);
	if (err)
		return err;
	err = kernel_bind(*sock, (void *)&to, sizeof(to));
	if (err > -1)
		err = kernel_getsockname(*sock, (void *)&to);
	if (err > -1)
		err = kernel_connect(*sock, (void *)&to, sizeof(to), 0);
	if (err)
		sock_release(*sock);
	return err;
}

/* A datagram that a socket sends to itself over the loopback device. */
static void udp_payload(bool init)
{
	struct socket *sock;
	int err = loopback_up();

	if (!err)
		err = open_udp(&sock);
	if (err) {
		pr_err("planted: no UDP socket: %d\n", err);
		return;
	}
	transmit(sock, init);
	receive(sock);
	sock_release(sock);
}

const struct planted_case planted_net[] = {
	{"skb-field", skb_field, "a field of a packet's header"},
	{"skb-copy", skb_copied, "the same in a copy of the packet"},
	{"skb-control", skb_control, "the packet's control block: no bug"},
	{"netlink", netlink_padding, "padding in an attribute"},
	{"udp", udp_payload, "a datagram that user space receives"},
	{}};
