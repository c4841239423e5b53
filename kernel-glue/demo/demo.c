// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * demo.c - a module with one bug, for ./quickstart --kernel.
 */
#include <linux/module.h>
#include <linux/slab.h>

struct settings {
	int verbose;
	int retries;
};

static noinline struct settings *new_settings(void)
{
	struct settings *s = kmalloc(sizeof(*s), GFP_KERNEL);

	if (s)
		s->verbose = 1;
	return s;		/* retries was never set */
}

static int __init demo_init(void)
{
	struct settings *s = new_settings();

	if (!s)
		return -ENOMEM;
	if (s->retries > 3)
		pr_info("demo: trying hard\n");
	kfree(s);
	return 0;
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_DESCRIPTION("a use of uninitialised memory, for demonstration");
MODULE_LICENSE("GPL");
