// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: memory from the kernel's allocators.
 */
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>

#include "planted.h"

struct object {
	struct list_head link;
	int kind;
	int state;
	char name[40];
};

static planted_fn struct object *new_object(gfp_t flags)
{
	struct object *o = kmalloc(sizeof(*o), flags);

	if (o) {
		INIT_LIST_HEAD(&o->link);
		o->kind = 1;
	}
	return o;
}

static planted_fn void use_object(const struct object *o)
{
	planted_use(o->state);
}

static void kmalloc_field(bool init)
{
	struct object *o = new_object(GFP_KERNEL);

	if (!o)
		return;
	planted_set(&o->state, init);
	use_object(o);
	kfree(o);
}

/* The twin asks for zeroed memory. */
static void kmalloc_zero(bool init)
{
	struct object *o = new_object(GFP_KERNEL | (init ? __GFP_ZERO : 0));

	if (!o)
		return;
	use_object(o);
	kfree(o);
}

static planted_fn void drop(void *object)
{
	kfree(object);
}

static void kmalloc_freed(bool init)
{
	struct object *o = new_object(GFP_KERNEL);
	/* Hidden: compilers warn of a use after free. */
	struct object *again = READ_ONCE(o);

	if (!o)
		return;
	planted_set(&o->state, true);
	if (!init)
		drop(o);
	use_object(again);
	if (init)
		drop(o);
}

/* What the memory held before it was freed and allocated again. */
static void kmalloc_reused(bool init)
{
	struct object *o = new_object(GFP_KERNEL);

	if (!o)
		return;
	planted_set(&o->state, true);
	drop(o);
	o = new_object(GFP_KERNEL);
	if (!o)
		return;
	planted_set(&o->state, init);
	use_object(o);
	drop(o);
}

/* Above KMALLOC_MAX_CACHE_SIZE: straight from the page allocator. */
static void large_tail(bool init)
{
	const size_t size = 4 * PAGE_SIZE;
	char *buffer = kmalloc(size, GFP_KERNEL);

	if (!buffer)
		return;
	planted_fill(buffer, 1, init ? size : size - 100);
	kmsan_check_memory(buffer + size - 200, 200);
	kfree(buffer);
}

static planted_fn void *grow(void *object, size_t size)
{
	return krealloc(object, size, GFP_KERNEL);
}

static void krealloc_tail(bool init)
{
	char *buffer = kmalloc(32, GFP_KERNEL), *grown;

	if (!buffer)
		return;
	planted_fill(buffer, 1, 32);
	grown = grow(buffer, 256);
	if (!grown) {
		kfree(buffer);
		return;
	}
	planted_fill(grown + 32, 1, init ? 224 : 0);
	kmsan_check_memory(grown, 256);
	kfree(grown);
}

static void kmemdup_part(bool init)
{
	struct object *o = new_object(GFP_KERNEL), *copy;

	if (!o)
		return;
	planted_set(&o->state, init);
	copy = kmemdup(o, sizeof(*o), GFP_KERNEL);
	kfree(o);
	if (!copy)
		return;
	use_object(copy);
	kfree(copy);
}

static planted_fn void push(struct list_head *list, struct object *o)
{
	list_add_tail(&o->link, list);
}

static planted_fn void use_list(const struct list_head *list)
{
	const struct object *o;

	list_for_each_entry(o, list, link) planted_use(o->state);
}

/* The middle one of three objects on a list. */
static void list_entry_field(bool init)
{
	struct object *o, *next;
	LIST_HEAD(list);

	for (int i = 0; i < 3; i++) {
		o = new_object(GFP_KERNEL);
		if (!o)
			break;
		planted_set(&o->state, init || i != 1);
		push(&list, o);
	}
	use_list(&list);
	list_for_each_entry_safe(o, next, &list, link) kfree(o);
}

static void construct(void *object)
{
	memset(object, 0, sizeof(struct object));
}

/* The twin's cache has a constructor. */
static void slab_cache(bool init)
{
	struct kmem_cache *cache;
	struct object *o;

	cache = kmem_cache_create("kmsan_planted", sizeof(*o), 0, 0,
				  init ? construct : NULL);
	if (!cache)
		return;
	o = kmem_cache_alloc(cache, GFP_KERNEL);
	if (o) {
		use_object(o);
		kmem_cache_free(cache, o);
	}
	kmem_cache_destroy(cache);
}

/* One page: Linux 6.12 has no hook for pages allocated in bulk. */
static void vmalloc_page(bool init)
{
	char *area = vmalloc(PAGE_SIZE);

	if (!area)
		return;
	planted_fill(area, 1, init ? PAGE_SIZE : PAGE_SIZE - 90);
	kmsan_check_memory(area + PAGE_SIZE - 100, 100);
	vfree(area);
}

static planted_fn struct page *new_page(gfp_t flags)
{
	return alloc_page(flags);
}

static planted_fn void use_word(const unsigned long *word)
{
	planted_use(*word);
}

static void page_word(bool init)
{
	struct page *page = new_page(GFP_KERNEL | (init ? __GFP_ZERO : 0));

	if (!page)
		return;
	use_word((unsigned long *)page_address(page) + 5);
	__free_page(page);
}

/* The twin's source is zeroed. */
static void page_copy(bool init)
{
	struct page *from = new_page(GFP_KERNEL | (init ? __GFP_ZERO : 0));
	struct page *to = new_page(GFP_KERNEL | __GFP_ZERO);

	if (from && to) {
		copy_highpage(to, from);
		kmsan_check_memory(page_address(to), 64);
	}
	if (from)
		__free_page(from);
	if (to)
		__free_page(to);
}

const struct planted_case planted_heap[] = {
	{"kmalloc-field", kmalloc_field, "a field of a kmalloc()ed object"},
	{"kmalloc-zero", kmalloc_zero, "an object; kzalloc()ed in the twin"},
	{"kmalloc-freed", kmalloc_freed, "use after kfree()"},
	{"kmalloc-reused", kmalloc_reused, "memory that was used before"},
	{"kmalloc-large", large_tail, "the tail of four pages"},
	{"krealloc-tail", krealloc_tail, "what krealloc() added"},
	{"kmemdup", kmemdup_part, "a copy of a half filled object"},
	{"list", list_entry_field, "an object on a list"},
	{"slab-cache", slab_cache, "a cache; with constructor in the twin"},
	{"vmalloc", vmalloc_page, "the tail of a vmalloc() area"},
	{"page", page_word, "a page; with __GFP_ZERO in the twin"},
	{"page-copy", page_copy, "a copy of a page"},
	{}};
