// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted uses of uninitialised memory, to see whether KMSAN finds them.
 *
 *	insmod planted.ko
 *	cat /dev/kmsan_planted			the cases, with what they do
 *	echo NAME > /dev/kmsan_planted		one bug
 *	echo NAME/clean > /dev/kmsan_planted	its clean twin
 *	echo all > /dev/kmsan_planted		every bug and every twin
 *
 * The ioctl cases are the exception: planted-user.c runs those.
 *
 * In the kernel's log, the reports of a case are between the lines
 *
 *	planted: begin NAME
 *	planted: end NAME
 *
 * with /clean after the name for the twin.  The file "expected" has what they
 * should be; check-log compares.
 */
#define pr_fmt(fmt) "planted: " fmt

#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/miscdevice.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "planted.h"

#define LIST_SIZE 8192

static const struct planted_case *const tables[] = {
	planted_locals, planted_strings, planted_heap, planted_flow,
	planted_async,	planted_user,	 planted_net,  planted_stale,
	planted_stale_untagged,
};

static unsigned long hits;
static char *list;
static size_t list_length;
static DEFINE_MUTEX(running);

/**
 * planted_hit() - where the branches of the cases lead
 */
noinline void planted_hit(void)
{
	WRITE_ONCE(hits, READ_ONCE(hits) + 1);
}

/**
 * planted_fill() - set bytes, so that no compiler sees which
 * @to: first byte
 * @byte: the value
 * @n: how many bytes
 */
noinline void planted_fill(void *to, int byte, size_t n)
{
	memset(to, byte, n);
}

/**
 * planted_set() - set an int, or do not
 * @to: the int
 * @init: whether it becomes 1, or stays as it is
 */
noinline void planted_set(int *to, bool init)
{
	if (init)
		*to = 1;
}

/**
 * planted_user_page() - a page of user memory
 *
 * It lets the shell run the cases that copy to user space.
 *
 * Return: its address, or NULL
 */
void __user *planted_user_page(void)
{
	unsigned long page;

	page = vm_mmap(NULL, 0, PAGE_SIZE, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS, 0);
	if (IS_ERR_VALUE(page)) {
		pr_err("no user memory: %ld\n", (long)page);
		return NULL;
	}
	return (void __user *)page;
}

/**
 * planted_user_page_free() - free the page from planted_user_page()
 * @page: its address
 */
void planted_user_page_free(void __user *page)
{
	vm_munmap((unsigned long)page, PAGE_SIZE);
}

/**
 * planted_begin() - mark the start of a case in the log
 * @name: of the case
 * @init: whether it is the clean twin
 */
void planted_begin(const char *name, bool init)
{
	pr_info("begin %s%s\n", name, init ? "/clean" : "");
}

/**
 * planted_end() - mark the end of a case in the log
 * @name: of the case
 * @init: whether it is the clean twin
 */
void planted_end(const char *name, bool init)
{
	pr_info("end %s%s\n", name, init ? "/clean" : "");
}

static void run(const struct planted_case *c, bool init)
{
	planted_begin(c->name, init);
	c->run(init);
	planted_end(c->name, init);
}

static void run_all(void)
{
	const struct planted_case *c;

	for (int i = 0; i < ARRAY_SIZE(tables); i++) {
		for (c = tables[i]; c->name; c++) {
			run(c, false);
			run(c, true);
		}
	}
}

static const struct planted_case *find(const char *name)
{
	const struct planted_case *c;

	for (int i = 0; i < ARRAY_SIZE(tables); i++) {
		for (c = tables[i]; c->name; c++) {
			if (!strcmp(c->name, name))
				return c;
		}
	}
	return NULL;
}

static int run_named(char *name)
{
	const struct planted_case *c;
	char *suffix;

	if (!strcmp(name, "all")) {
		run_all();
		return 0;
	}
	suffix = strchr(name, '/');
	if (suffix)
		*suffix++ = '\0';
	c = find(name);
	if (!c || (suffix && strcmp(suffix, "clean"))) {
		pr_err("no case %s%s%s: read the device for their names\n",
		       name, suffix ? "/" : "", suffix ?: "");
		return -EINVAL;
	}
	run(c, suffix);
	return 0;
}

static ssize_t device_write(struct file *file, const char __user *from,
			    size_t n, loff_t *pos)
{
	char *name;
	int err;

	if (n > NAME_MAX)
		return -EINVAL;
	name = memdup_user_nul(from, n);
	if (IS_ERR(name))
		return PTR_ERR(name);
	mutex_lock(&running);
	err = run_named(strim(name));
	mutex_unlock(&running);
	kfree(name);
	return err ?: n;
}

static ssize_t device_read(struct file *file, char __user *to, size_t n,
			   loff_t *pos)
{
	return simple_read_from_buffer(to, n, pos, list, list_length);
}

static long device_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	long ret;

	mutex_lock(&running);
	ret = planted_ioctl(cmd, (void __user *)arg);
	mutex_unlock(&running);
	return ret;
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.read = device_read,
	.write = device_write,
	.unlocked_ioctl = device_ioctl,
};

static struct miscdevice device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "kmsan_planted",
	.fops = &operations,
	.mode = 0600,
};

static int __init planted_init(void)
{
	const struct planted_case *c;
	int err;

	list = kzalloc(LIST_SIZE, GFP_KERNEL);
	if (!list)
		return -ENOMEM;
	for (int i = 0; i < ARRAY_SIZE(tables); i++) {
		for (c = tables[i]; c->name; c++)
			list_length += scnprintf(list + list_length,
						 LIST_SIZE - list_length,
						 "%-20s%s\n", c->name, c->what);
	}
	err = misc_register(&device);
	if (err)
		kfree(list);
	return err;
}

static void __exit planted_exit(void)
{
	misc_deregister(&device);
	kfree(list);
}

module_init(planted_init);
module_exit(planted_exit);
MODULE_DESCRIPTION("planted uses of uninitialised memory, for testing KMSAN");
MODULE_LICENSE("GPL");
