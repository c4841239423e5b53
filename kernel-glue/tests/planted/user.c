// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: memory that is copied to or from user space.
 */
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/uio.h>

#include "planted-ioctl.h"
#include "planted.h"

/* Copy to a page of the calling process that exists only for this. */
static planted_fn void give(const void *from, size_t n)
{
	void __user *page = planted_user_page();

	if (!page)
		return;
	if (copy_to_user(page, from, n))
		pr_err("planted: copy_to_user failed\n");
	planted_user_page_free(page);
}

struct status {
	char state;
	/* Seven bytes of padding. */
	long count;
};

static planted_fn void set_status(struct status *s)
{
	s->state = 1;
	s->count = 2;
}

static void user_padding(bool init)
{
	struct status s;

	if (init)
		memset(&s, 0, sizeof(s));
	set_status(&s);
	give(&s, sizeof(s));
}

static void user_tail(bool init)
{
	char name[32];

	if (init)
		memset(name, 0, sizeof(name));
	planted_fill(name, 'a', 6);
	give(name, sizeof(name));
}

struct record {
	int id;
	int secret;
	char text[24];
};

static planted_fn struct record *new_record(gfp_t flags)
{
	struct record *r = kmalloc(sizeof(*r), flags);

	if (r) {
		r->id = 1;
		planted_fill(r->text, 0, sizeof(r->text));
	}
	return r;
}

static void user_field(bool init)
{
	struct record *r = new_record(GFP_KERNEL);

	if (!r)
		return;
	planted_set(&r->secret, init);
	give(r, sizeof(*r));
	kfree(r);
}

/* Not a bug: the unset field stays in the kernel. */
static void user_front(bool init)
{
	struct record *r = new_record(GFP_KERNEL);

	if (!r)
		return;
	planted_set(&r->secret, init);
	give(&r->id, sizeof(r->id));
	give(r->text, sizeof(r->text));
	kfree(r);
}

static planted_fn void drop_record(struct record *r)
{
	kfree(r);
}

static void user_freed(bool init)
{
	struct record *r = new_record(GFP_KERNEL | __GFP_ZERO);
	struct record *again = READ_ONCE(r);

	if (!r)
		return;
	if (!init)
		drop_record(r);
	give(&again->secret, sizeof(again->secret));
	if (init)
		drop_record(r);
}

static void user_page(bool init)
{
	unsigned long page = __get_free_page(GFP_KERNEL);

	if (!page)
		return;
	planted_fill((void *)page, 0, init ? PAGE_SIZE : PAGE_SIZE - 64);
	give((void *)page, PAGE_SIZE);
	free_page(page);
}

static void user_put(bool init)
{
	int __user *page = planted_user_page();
	int value;

	if (!page)
		return;
	planted_set(&value, init);
	if (put_user(value, page))
		pr_err("planted: put_user failed\n");
	planted_user_page_free(page);
}

static void user_iter(bool init)
{
	struct record *r = new_record(GFP_KERNEL);
	void __user *page = planted_user_page();
	struct iov_iter iter;

	if (r && page) {
		planted_set(&r->secret, init);
		iov_iter_ubuf(&iter, ITER_DEST, page, PAGE_SIZE);
		if (copy_to_iter(r, sizeof(*r), &iter) != sizeof(*r))
			pr_err("planted: copy_to_iter failed\n");
	}
	if (page)
		planted_user_page_free(page);
	kfree(r);
}

/* The request is shorter than the struct that it is copied to. */
static void user_short(bool init)
{
	void __user *page = planted_user_page();
	struct planted_query q;

	if (!page)
		return;
	if (copy_from_user(&q, page, init ? sizeof(q) : sizeof(q.question)))
		pr_err("planted: copy_from_user failed\n");
	planted_use(q.answer);
	planted_user_page_free(page);
}

static planted_fn void fill_info(struct planted_info *info)
{
	info->version = 1;
	planted_fill(info->name, 'a', sizeof(info->name));
	info->port = 2;
	info->capacity = 3;
}

static planted_fn long ioctl_info(void __user *arg, bool init)
{
	struct planted_info info;

	if (init)
		memset(&info, 0, sizeof(info));
	fill_info(&info);
	/* Padding is a separate case. */
	planted_fill((char *)&info + offsetofend(struct planted_info, port), 0,
		     6);
	return copy_to_user(arg, &info, sizeof(info)) ? -EFAULT : 0;
}

static planted_fn void answer(struct planted_query *q, bool init)
{
	/* Only this request has an answer. */
	if (q->question == 42 || init)
		q->answer = 43;
}

static planted_fn long ioctl_query(void __user *arg, bool init)
{
	struct planted_query *q = kmalloc(sizeof(*q), GFP_KERNEL);
	long err = -EFAULT;

	if (!q)
		return -ENOMEM;
	if (!copy_from_user(&q->question, arg, sizeof(q->question))) {
		answer(q, init);
		if (!copy_to_user(arg, q, sizeof(*q)))
			err = 0;
	}
	kfree(q);
	return err;
}

static const struct {
	unsigned int cmd;
	const char *name;
	long (*run)(void __user *arg, bool init);
	bool init;
} ioctls[] = {
	{PLANTED_IOC_INFO, "ioctl-info", ioctl_info, false},
	{PLANTED_IOC_INFO_CLEAN, "ioctl-info", ioctl_info, true},
	{PLANTED_IOC_QUERY, "ioctl-query", ioctl_query, false},
	{PLANTED_IOC_QUERY_CLEAN, "ioctl-query", ioctl_query, true},
};

/**
 * planted_ioctl() - run an ioctl's case
 * @cmd: number of the ioctl
 * @arg: its argument
 *
 * Return: 0, or a negative error
 */
long planted_ioctl(unsigned int cmd, void __user *arg)
{
	long ret;

	for (int i = 0; i < ARRAY_SIZE(ioctls); i++) {
		if (ioctls[i].cmd != cmd)
			continue;
		planted_begin(ioctls[i].name, ioctls[i].init);
		ret = ioctls[i].run(arg, ioctls[i].init);
		planted_end(ioctls[i].name, ioctls[i].init);
		return ret;
	}
	return -ENOTTY;
}

const struct planted_case planted_user[] = {
	{"user-padding", user_padding, "padding, by copy_to_user()"},
	{"user-tail", user_tail, "an array's tail, by copy_to_user()"},
	{"user-field", user_field, "a kmalloc()ed field, by copy_to_user()"},
	{"user-front", user_front, "its neighbours: no bug"},
	{"user-freed", user_freed, "freed memory, by copy_to_user()"},
	{"user-page", user_page, "the end of a page, by copy_to_user()"},
	{"user-put", user_put, "a local, by put_user()"},
	{"user-iter", user_iter, "a kmalloc()ed field, by copy_to_iter()"},
	{"user-short", user_short, "copy_from_user() of too little"},
	{}};
