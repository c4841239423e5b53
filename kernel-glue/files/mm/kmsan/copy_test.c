// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Tests of memory copies that the compiler does not see.
 *
 * Each gives its source and its destination a shadow that differs from byte to
 * byte, and origins that differ from one group of bytes to the next; copies
 * something; and compares all of the metadata with what it must be.  A
 * copy is cut short by a source, or a destination, that runs into a missing
 * page; the page fault also shows which routine did it.
 *
 * Leaks to user space are detected on the console, as in kmsan_test.c.
 *
 * Two more tests cover what all copies depend on: metadata is looked up again
 * after the runtime has been turned off or on, and there is room for origins.
 */
#include <kunit/test.h>
#include "kmsan.h"

#include <linux/fs.h>
#include <linux/highmem.h>
#include <linux/instrumented.h>
#include <linux/io.h>
#include <linux/kallsyms.h>
#include <linux/kthread.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/percpu.h>
#include <linux/sched/mm.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/stackdepot.h>
#include <linux/stop_machine.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/uio.h>
#include <linux/vmalloc.h>
#include <asm/mce.h>
#include <net/checksum.h>
#include <trace/events/printk.h>
#if __has_include("trace/events/exceptions.h")
#include <trace/events/exceptions.h>
#else
#include <asm/trace/exceptions.h>
#endif

/* The compared part of an area, around a page boundary. */
#define AREA (2 * PAGE_SIZE)
#define WINDOW 256
#define WINDOW_AT (PAGE_SIZE - WINDOW / 2)

#define SLOTS(n) ((n) / KMSAN_ORIGIN_SIZE)

struct metadata {
	u8 shadow[AREA];
	u32 origin[SLOTS(AREA)];
};

static struct metadata *to_before, *from_before, *clean;
static u8 *from_area;

static u8 global_area[AREA] __aligned(8);
static DEFINE_PER_CPU_ALIGNED(u8[AREA], percpu_area);

/* The destination of a copy. */
static struct {
	const char *name;
	u8 *area;
} places[] = {
	{ "global" },	   { "pages" },	       { "slab" },
	{ "vmalloc" },	   { "per-CPU" },      { "dynamic per-CPU" },
};

/* Roots of chains of origins. */
static u32 origins[8];

static unsigned int random_state;

static unsigned int random_below(unsigned int n)
{
	random_state = random_state * 1103515245 + 12345;
	return (random_state >> 16) % n;
}

static u8 *shadow_of(const void *p)
{
	return kmsan_get_metadata((void *)p, KMSAN_META_SHADOW);
}

static u32 *origin_of(const void *p)
{
	return kmsan_get_metadata((void *)p, KMSAN_META_ORIGIN);
}

/*
 * Metadata itself has no metadata.  With a compiler that computes where that
 * would be, instrumented code must not touch it.
 */
static __no_sanitize_memory noinline u8 shadow_at(const void *p)
{
	return *shadow_of(p);
}

static __no_sanitize_memory noinline u32 origin_at(const void *p)
{
	return *origin_of(p);
}

static __no_sanitize_memory noinline void set_shadow(void *p, u8 shadow)
{
	*shadow_of(p) = shadow;
}

static __no_sanitize_memory noinline void set_origin(void *p, u32 origin)
{
	*origin_of(p) = origin;
}

/* Is nothing of an aligned group poisoned? */
static bool is_clean(const void *p)
{
	for (size_t i = 0; i < KMSAN_ORIGIN_SIZE; i++)
		if (shadow_at(p + i))
			return false;
	return true;
}

/*
 * The first origin of a chain, that of its creation.  Not every version
 * maintains the metadata of the depot's memory.
 */
static __no_kmsan_checks noinline u32 root_of(u32 origin)
{
	unsigned long *entries;

	while (origin && stack_depot_fetch(origin, &entries) == 3 &&
	       entries[0] == KMSAN_CHAIN_MAGIC_ORIGIN)
		origin = entries[2];
	return origin;
}

/* The bytes have to be copied, too, unseen by KMSAN. */
static __no_sanitize_memory noinline void fill_bytes(u8 *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		WRITE_ONCE(p[i], i * 7 + n);
}

static __no_sanitize_memory noinline bool same_bytes(const u8 *a, const u8 *b,
						     size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (READ_ONCE(a[i]) != READ_ONCE(b[i]))
			return false;
	return true;
}

/* Give memory metadata that is hard to mistake for other memory's. */
static void scatter(u8 *p, size_t n)
{
	static const u8 shadows[] = { 0, 0xff, 0, 0x5a, 0, 0x80, 0xff, 0, 1, 0xff };

	for (size_t i = 0; i < n; i++) {
		set_shadow(p + i, shadows[random_below(ARRAY_SIZE(shadows))]);
		if (i % KMSAN_ORIGIN_SIZE == 0)
			set_origin(p + i,
				   origins[random_below(ARRAY_SIZE(origins))]);
	}
}

static void save(struct metadata *m, const u8 *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		m->shadow[i] = shadow_at(p + i);
		if (i % KMSAN_ORIGIN_SIZE == 0)
			m->origin[SLOTS(i)] = origin_at(p + i);
	}
}

/* What a copy of @n bytes between windows, @from_at to @to_at, should do. */
struct move {
	const char *what;
	size_t size, to_at, from_at, n;
};

static bool is_copied(const struct move *m, size_t i)
{
	return i >= m->to_at && i < m->to_at + m->n;
}

/*
 * Is the origin of a slot right?  It comes from a poisoned byte that was copied
 * there; if there was none, it is the slot's own.
 */
static bool origin_is_right(const struct move *m, size_t slot, u32 origin,
			    const struct metadata *from)
{
	bool received = false;

	for (size_t i = slot * KMSAN_ORIGIN_SIZE;
	     i < (slot + 1) * KMSAN_ORIGIN_SIZE; i++) {
		size_t at = m->from_at + i - m->to_at;

		if (!is_copied(m, i) || !from->shadow[at])
			continue;
		received = true;
		if (root_of(origin) == root_of(from->origin[SLOTS(at)]))
			return true;
	}
	return !received && origin == to_before->origin[slot];
}

/* Compare a destination with its old state, and with its source. */
static bool expect_moved(struct kunit *test, const struct move *m, const u8 *to,
			 const struct metadata *from)
{
	for (size_t i = 0; i < m->size; i++) {
		u8 found = shadow_at(to + i);
		u8 expected = is_copied(m, i) ?
				      from->shadow[m->from_at + i - m->to_at] :
				      to_before->shadow[i];

		if (found != expected) {
			KUNIT_FAIL(test,
				   "%s, %zu bytes to %zu from %zu: shadow of byte %zu is %x, not %x",
				   m->what, m->n, m->to_at, m->from_at, i, found,
				   expected);
			return false;
		}
	}
	for (size_t slot = 0; slot < SLOTS(m->size); slot++) {
		const u8 *p = to + slot * KMSAN_ORIGIN_SIZE;
		u32 found = origin_at(p);

		/* No poison, no origin. */
		if (is_clean(p) || origin_is_right(m, slot, found, from))
			continue;
		KUNIT_FAIL(test,
			   "%s, %zu bytes to %zu from %zu: origin of slot %zu is %x (root %x), was %x",
			   m->what, m->n, m->to_at, m->from_at, slot, found,
			   root_of(found), to_before->origin[slot]);
		return false;
	}
	return true;
}

static void expect_same(struct kunit *test, const char *what, const u8 *p,
			size_t n, const struct metadata *before)
{
	for (size_t i = 0; i < n; i++)
		if (shadow_at(p + i) != before->shadow[i] ||
		    (i % KMSAN_ORIGIN_SIZE == 0 &&
		     origin_at(p + i) != before->origin[SLOTS(i)])) {
			KUNIT_FAIL(test, "%s: the source's byte %zu has changed",
				   what, i);
			return;
		}
}

/* ===== Copies from kernel to kernel ===== */

typedef unsigned long (*copy_fn)(void *to, const void *from, unsigned long n);

static unsigned long copy_with_helper(void *to, const void *from, unsigned long n)
{
	instrument_memcpy_before(to, from, n);
	__memmove(to, from, n);
	instrument_memcpy_after(to, from, n, 0);
	return 0;
}

static unsigned long copy_mc(void *to, const void *from, unsigned long n)
{
	return copy_mc_to_kernel(to, from, n);
}

static unsigned long copy_mc_iter(void *to, const void *from, unsigned long n)
{
	struct kvec vec = { .iov_base = to, .iov_len = n };
	struct iov_iter iter;

	iov_iter_kvec(&iter, READ, &vec, 1, n);
	return n - _copy_mc_to_iter(from, n, &iter);
}

static unsigned long copy_flushcache(void *to, const void *from, unsigned long n)
{
	switch (n) {
	case 4:
		memcpy_flushcache(to, from, 4);
		break;
	case 8:
		memcpy_flushcache(to, from, 8);
		break;
	case 16:
		memcpy_flushcache(to, from, 16);
		break;
	default:
		memcpy_flushcache(to, from, n);
	}
	return 0;
}

static unsigned long copy_whole_page(void *to, const void *from, unsigned long n)
{
	copy_page(to, (void *)from);
	return 0;
}

static unsigned long copy_and_sum(void *to, const void *from, unsigned long n)
{
	csum_partial_copy_nocheck(from, to, n);
	return 0;
}

static void try_copy(struct kunit *test, struct move *m, u8 *to, u8 *from,
		     copy_fn copy)
{
	scatter(to, m->size);
	scatter(from, m->size);
	fill_bytes(to, m->size);
	fill_bytes(from, m->size);
	save(to_before, to, m->size);
	save(from_before, from, m->size);
	KUNIT_EXPECT_EQ(test, copy(to + m->to_at, from + m->from_at, m->n), 0ul);
	KUNIT_EXPECT_TRUE(test, same_bytes(to + m->to_at, from + m->from_at, m->n));
	expect_moved(test, m, to, from_before);
	expect_same(test, m->what, from, m->size, from_before);
}

/* Short and long ones, with all alignments of both ends. */
static void try_copies(struct kunit *test, copy_fn copy)
{
	static const size_t lengths[] = { 0, 1, 3, 4, 8, 16, 133 };

	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		struct move m = { .what = places[i].name, .size = WINDOW };

		for (size_t l = 0; l < ARRAY_SIZE(lengths); l++)
			for (size_t ends = 0; ends < 16; ends++) {
				if (lengths[l] > 4 && ends % 3)
					continue;
				m.n = lengths[l];
				m.to_at = WINDOW / 2 - 6 + ends % 4;
				m.from_at = WINDOW / 2 - 6 + ends / 4;
				/*
				 * All of the long ones cross a page boundary.
				 */
				if (m.n > 16) {
					m.to_at -= 100;
					m.from_at -= 50;
				}
				try_copy(test, &m, places[i].area + WINDOW_AT,
					 from_area + WINDOW_AT, copy);
			}
		m.size = AREA;
		m.n = PAGE_SIZE + 5;
		m.to_at = 1001;
		m.from_at = 503;
		try_copy(test, &m, places[i].area, from_area, copy);
	}
}

static void test_helper(struct kunit *test)
{
	try_copies(test, copy_with_helper);
}

static void test_helper_overlapping(struct kunit *test)
{
	struct move m = { .what = "overlapping", .size = WINDOW, .n = 150 };

	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		u8 *p = places[i].area + WINDOW_AT;

		for (size_t by = 0; by < 20; by++) {
			m.to_at = by % 2 ? 64 + by / 2 : 64;
			m.from_at = by % 2 ? 64 : 64 + by / 2;
			scatter(p, WINDOW);
			save(to_before, p, WINDOW);
			kmsan_memmove(p + m.to_at, p + m.from_at, m.n);
			expect_moved(test, &m, p, to_before);
		}
	}
}

static void test_mc_to_kernel(struct kunit *test)
{
	try_copies(test, copy_mc);
}

static void test_mc_to_iter(struct kunit *test)
{
	try_copies(test, copy_mc_iter);
}

static void test_flushcache(struct kunit *test)
{
	try_copies(test, copy_flushcache);
}

static void test_csum_and_copy(struct kunit *test)
{
	try_copies(test, copy_and_sum);
}

static void test_copy_page(struct kunit *test)
{
	struct move m = { .what = "page", .size = AREA, .n = PAGE_SIZE };
	struct page *page = virt_to_page(from_area);

	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		if (PAGE_ALIGNED(places[i].area))
			try_copy(test, &m, places[i].area, from_area,
				 copy_whole_page);

	scatter(from_area, AREA);
	save(to_before, from_area, AREA);
	copy_highpage(page + 1, page);
	m.to_at = PAGE_SIZE;
	expect_moved(test, &m, from_area, to_before);

	m.to_at = 0;
	clear_page(from_area);
	save(to_before, from_area + PAGE_SIZE, PAGE_SIZE);
	expect_same(test, "clear_page", from_area, PAGE_SIZE, clean);
	expect_same(test, "clear_page", from_area + PAGE_SIZE, PAGE_SIZE, to_before);
}

static void test_memset(struct kunit *test)
{
	struct move m = { .what = "memset16", .size = WINDOW, .to_at = 2, .n = 10 };
	u8 *p = from_area + WINDOW_AT;

	scatter(p, WINDOW);
	save(to_before, p, WINDOW);
	memset16((u16 *)(p + 2), 1, 5);
	expect_moved(test, &m, p, clean);

	scatter(p, WINDOW);
	save(to_before, p, WINDOW);
	memset64((u64 *)(p + 64), 1, 20);
	m = (struct move){ "memset64", WINDOW, 64, 0, 160 };
	expect_moved(test, &m, p, clean);
}

/* ===== Copies that end early ===== */

/* The routine that has hit a missing page. */
static struct {
	unsigned long page, ip;
} fault;

static void probe_fault(void *ignore, unsigned long address,
			struct pt_regs *regs, unsigned long error_code)
{
	if (address - fault.page < PAGE_SIZE)
		fault.ip = regs->ip;
}

static bool fragile;

static const char *safe_routine(void)
{
	if (fragile)
		return "copy_mc_fragile";
	return boot_cpu_has(X86_FEATURE_ERMS) ? "copy_mc_enhanced_fast_string" :
						NULL;
}

static void expect_routine(struct kunit *test)
{
	char name[KSYM_SYMBOL_LEN];

	sprint_symbol_no_offset(name, fault.ip);
	KUNIT_EXPECT_STREQ(test, name, safe_routine());
}

static void try_short_copies(struct kunit *test, copy_fn copy)
{
	static const size_t there[] = { 0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 64, 101 };
	struct move m = { .size = WINDOW };
	u8 *page;

	if (!safe_routine())
		kunit_skip(test, "memcpy() cannot end early");
	/* vmalloc() leaves a page free after each range. */
	page = vmalloc(PAGE_SIZE);
	KUNIT_ASSERT_NOT_NULL(test, page);
	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		for (size_t t = 0; t < ARRAY_SIZE(there) * 4; t++) {
			u8 *to = places[i].area + WINDOW_AT;
			u8 *end = page + PAGE_SIZE;
			size_t more = t % 3 ? 9 * (t % 3) : 100;

			m.what = places[i].name;
			m.n = there[t / 4];
			m.to_at = WINDOW / 2 - 5 + t % 4;
			m.from_at = WINDOW - m.n;
			scatter(to, WINDOW);
			scatter(end - WINDOW, WINDOW);
			save(to_before, to, WINDOW);
			save(from_before, end - WINDOW, WINDOW);
			fault.page = (unsigned long)end;
			fault.ip = 0;
			KUNIT_EXPECT_EQ(test, more,
					copy(to + m.to_at, end - m.n, m.n + more));
			expect_routine(test);
			expect_moved(test, &m, to, from_before);
		}
	vfree(page);
}

static void test_mc_to_kernel_short(struct kunit *test)
{
	try_short_copies(test, copy_mc);
}

static void test_mc_to_iter_short(struct kunit *test)
{
	try_short_copies(test, copy_mc_iter);
}

/* ===== Copies to and from user space ===== */

/* Reports on the console. */
static struct {
	spinlock_t lock;
	int count;
	char header[256];
} observed = {
	.lock = __SPIN_LOCK_UNLOCKED(observed.lock),
};

static void probe_console(void *ignore, const char *buf, size_t len)
{
	unsigned long flags;

	spin_lock_irqsave(&observed.lock, flags);
	if (strnstr(buf, "BUG: KMSAN: ", len)) {
		observed.count++;
		strscpy(observed.header, buf, min(len + 1, sizeof(observed.header)));
	}
	spin_unlock_irqrestore(&observed.lock, flags);
}

/* There has been one report like this since the last time, or none at all. */
static void expect_report(struct kunit *test, int line, const char *text)
{
	KUNIT_EXPECT_EQ_MSG(test, observed.count, text ? 1 : 0, "line %d", line);
	if (text)
		KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(observed.header, text),
					  "line %d: %s", line, observed.header);
	observed.count = 0;
	observed.header[0] = 0;
}

#define EXPECT_REPORT(text) expect_report(test, __LINE__, text)

/* A page of user space, with none after it. */
static u8 __user *user_page(struct kunit *test)
{
	struct mm_struct *mm = mm_alloc();
	unsigned long address;

	KUNIT_ASSERT_NOT_NULL(test, mm);
	mm->task_size = TASK_SIZE;
	arch_pick_mmap_layout(mm, &current->signal->rlim[RLIMIT_STACK]);
	kthread_use_mm(mm);
	address = vm_mmap(NULL, 0, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE,
			  MAP_ANONYMOUS | MAP_PRIVATE, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR_VALUE(address));
	KUNIT_ASSERT_EQ(test, vm_munmap(address + PAGE_SIZE, PAGE_SIZE), 0);
	return (u8 __user *)address;
}

static void user_done(void)
{
	struct mm_struct *mm = current->mm;

	kthread_unuse_mm(mm);
	mmput(mm);
}

static unsigned long mc_to_user(void __user *to, const void *from, unsigned long n)
{
	return copy_mc_to_user((__force void __user *)to, from, n);
}

static unsigned long mc_iter_to_user(void __user *to, const void *from,
				     unsigned long n)
{
	struct iov_iter iter;

	iov_iter_ubuf(&iter, READ, to, n);
	return n - _copy_mc_to_iter(from, n, &iter);
}

typedef unsigned long (*to_user_fn)(void __user *, const void *, unsigned long);

/* A leak is reported, once, if it is in what was really copied. */
static void try_to_user(struct kunit *test, to_user_fn copy)
{
	const char *leak = "kernel-infoleak in copy_mc_to_user";
	u8 __user *user = user_page(test);
	u8 *from = kmalloc(64, GFP_KERNEL);
	unsigned long left;

	KUNIT_ASSERT_NOT_NULL(test, from);
	memset(from, 1, 16);
	KUNIT_EXPECT_EQ(test, copy(user, from, 16), 0ul);
	EXPECT_REPORT(NULL);
	KUNIT_EXPECT_EQ(test, copy(user, from, 0), 0ul);
	EXPECT_REPORT(NULL);
	KUNIT_EXPECT_EQ(test, copy(user, from, 17), 0ul);
	EXPECT_REPORT(leak);

	/* The destination ends, at an unaligned address. */
	left = copy(user + PAGE_SIZE - 13, from, 24);
	KUNIT_EXPECT_GE(test, left, 11ul);
	KUNIT_EXPECT_LT(test, left, 24ul);
	EXPECT_REPORT(NULL);
	kmsan_poison_memory(from + 24 - left, 40, GFP_KERNEL);
	KUNIT_EXPECT_EQ(test, copy(user + PAGE_SIZE - 13, from, 24), left);
	EXPECT_REPORT(NULL);
	kmsan_poison_memory(from + 23 - left, 1, GFP_KERNEL);
	KUNIT_EXPECT_EQ(test, copy(user + PAGE_SIZE - 13, from, 24), left);
	EXPECT_REPORT(leak);

	/* Nothing is copied at all. */
	KUNIT_EXPECT_EQ(test, copy(user + PAGE_SIZE, from + 23 - left, 8), 8ul);
	EXPECT_REPORT(NULL);
	kfree(from);
	user_done();
}

/* The same where the source ends. */
static void try_to_user_short(struct kunit *test, to_user_fn copy)
{
	u8 __user *user = user_page(test);
	u8 *page, *end;

	if (!safe_routine()) {
		user_done();
		kunit_skip(test, "the source may not end early");
	}
	page = vmalloc(PAGE_SIZE);
	KUNIT_ASSERT_NOT_NULL(test, page);
	end = page + PAGE_SIZE;
	fault.page = (unsigned long)end;
	fault.ip = 0;
	memset(end - 21, 1, 21);
	KUNIT_EXPECT_EQ(test, copy(user, end - 21, 30), 9ul);
	EXPECT_REPORT(NULL);
	expect_routine(test);
	KUNIT_EXPECT_EQ(test, copy(user, end - 22, 30), 8ul);
	EXPECT_REPORT("kernel-infoleak in copy_mc_to_user");
	vfree(page);
	user_done();
}

static void test_mc_to_user(struct kunit *test)
{
	try_to_user(test, mc_to_user);
}

static void test_mc_to_user_short(struct kunit *test)
{
	try_to_user_short(test, mc_to_user);
}

static void test_mc_iter_to_user(struct kunit *test)
{
	try_to_user(test, mc_iter_to_user);
	if (safe_routine())
		try_to_user_short(test, mc_iter_to_user);
}

/* What was copied from user space is initialised, as far as it was copied. */
static void try_from_user(struct kunit *test,
			  size_t (*copy)(void *, size_t, struct iov_iter *))
{
	u8 __user *user = user_page(test);

	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		for (size_t n = 0; n < 100; n += 11) {
			struct move m = { places[i].name, WINDOW, 60 + n % 4 };
			u8 *to = places[i].area + WINDOW_AT;
			struct iov_iter iter;

			scatter(to, WINDOW);
			save(to_before, to, WINDOW);
			iov_iter_ubuf(&iter, WRITE, user + PAGE_SIZE - 60, n);
			m.n = copy(to + m.to_at, n, &iter);
			KUNIT_EXPECT_LE(test, m.n, min(n, 60ul));
			if (n <= 60)
				KUNIT_EXPECT_EQ(test, m.n, n);
			expect_moved(test, &m, to, clean);
		}
	user_done();
}

static void test_from_user_nocache(struct kunit *test)
{
	try_from_user(test, _copy_from_iter_nocache);
}

static void test_from_user_flushcache(struct kunit *test)
{
	try_from_user(test, _copy_from_iter_flushcache);
}

static void test_port(struct kunit *test)
{
	struct move m = { "insw", WINDOW, 63, 0, 6 };
	u8 *p = from_area + WINDOW_AT;

	scatter(p, WINDOW);
	save(to_before, p, WINDOW);
	/* The port of the POST codes: writing there is harmless. */
	insw(0x80, p + 63, 3);
	expect_moved(test, &m, p, clean);
	outsw(0x80, p + 63, 3);
	EXPECT_REPORT(NULL);
	kmsan_poison_memory(p + 68, 1, GFP_KERNEL);
	outsw(0x80, p + 63, 3);
	EXPECT_REPORT("uninit-value in ");
}

/* ===== The same where a machine check could be fatal ===== */

static void need_fragile(struct kunit *test)
{
	if (!IS_ENABLED(CONFIG_X86_MCE))
		kunit_skip(test, "needs CONFIG_X86_MCE");
	if (!fragile)
		enable_copy_mc_fragile();
	fragile = true;
}

static void test_fragile_to_kernel(struct kunit *test)
{
	need_fragile(test);
	try_copies(test, copy_mc);
	try_short_copies(test, copy_mc);
}

static void test_fragile_to_user(struct kunit *test)
{
	need_fragile(test);
	try_to_user(test, mc_to_user);
	try_to_user_short(test, mc_to_user);
}

static void test_fragile_to_iter(struct kunit *test)
{
	need_fragile(test);
	try_short_copies(test, copy_mc_iter);
	try_to_user(test, mc_iter_to_user);
	try_to_user_short(test, mc_iter_to_user);
}

#ifdef HAVE_KMSAN_DISABLE_CURRENT
/* The runtime as it is before kmsan_init_runtime(): it only has dummy pages. */
static __no_sanitize_memory noinline void set_runtime(bool on)
{
	WRITE_ONCE(kmsan_enabled, on);
}

/*
 * The same address four times.  A getter's result from before a call that turns
 * the runtime off or on must not be used after it.
 */
static noinline void store_on_both_sides(u8 *p)
{
	WRITE_ONCE(p[0], 1);
	kmsan_disable_current();
	set_runtime(false);
	WRITE_ONCE(p[0], 2);
	WRITE_ONCE(p[1], 2);
	set_runtime(true);
	kmsan_enable_current();
	WRITE_ONCE(p[1], 3);
}

static int switch_runtime(void *p)
{
	store_on_both_sides(p);
	return 0;
}

static void test_switch(struct kunit *test)
{
	u8 *p = from_area;

	set_shadow(p, 0xff);
	set_shadow(p + 1, 0xff);
	/* No other processor must lose metadata meanwhile. */
	stop_machine(switch_runtime, p, NULL);
	KUNIT_EXPECT_EQ(test, shadow_at(p), 0);
	KUNIT_EXPECT_EQ(test, shadow_at(p + 1), 0);
	set_shadow(p, 0);
	set_shadow(p + 1, 0);
}
#else
static void test_switch(struct kunit *test)
{
	kunit_skip(test, "no kmsan_disable_current()");
}
#endif

/*
 * Origins for which the stack depot needs several new pools, saved as by code
 * that nobody else can make room for meanwhile.
 */
static void test_many_origins(struct kunit *test)
{
	unsigned int missing = 0;
	unsigned long flags;

	local_irq_save(flags);
	kmsan_enter_runtime();
	for (unsigned long i = 0; i < 2000; i++) {
		unsigned long entries[] = { (unsigned long)origins, i };

		if (!stack_depot_save(entries, ARRAY_SIZE(entries), __GFP_HIGH))
			missing++;
	}
	kmsan_leave_runtime();
	local_irq_restore(flags);
	KUNIT_EXPECT_EQ(test, missing, 0u);
}

/* The fragile ones come last: there is no way back. */
static struct kunit_case copy_test_cases[] = {
	KUNIT_CASE(test_helper),
	KUNIT_CASE(test_helper_overlapping),
	KUNIT_CASE(test_mc_to_kernel),
	KUNIT_CASE(test_mc_to_kernel_short),
	KUNIT_CASE(test_mc_to_iter),
	KUNIT_CASE(test_mc_to_iter_short),
	KUNIT_CASE(test_mc_to_user),
	KUNIT_CASE(test_mc_to_user_short),
	KUNIT_CASE(test_mc_iter_to_user),
	KUNIT_CASE(test_from_user_nocache),
	KUNIT_CASE(test_from_user_flushcache),
	KUNIT_CASE(test_flushcache),
	KUNIT_CASE(test_copy_page),
	KUNIT_CASE(test_csum_and_copy),
	KUNIT_CASE(test_memset),
	KUNIT_CASE(test_port),
	KUNIT_CASE(test_switch),
	KUNIT_CASE(test_many_origins),
	KUNIT_CASE(test_fragile_to_kernel),
	KUNIT_CASE(test_fragile_to_user),
	KUNIT_CASE(test_fragile_to_iter),
	{}
};

static u8 __percpu *dynamic_percpu;

static int copy_suite_init(struct kunit_suite *suite)
{
	dynamic_percpu = __alloc_percpu(AREA, 8);
	places[0].area = global_area;
	places[1].area = (u8 *)__get_free_pages(GFP_KERNEL, 1);
	places[2].area = kmalloc(AREA, GFP_KERNEL);
	places[3].area = vmalloc(AREA);
	places[4].area = per_cpu(percpu_area, 0);
	places[5].area = dynamic_percpu ? per_cpu_ptr(dynamic_percpu, 0) : NULL;
	from_area = (u8 *)__get_free_pages(GFP_KERNEL, 1);
	to_before = vzalloc(sizeof(*to_before));
	from_before = vzalloc(sizeof(*from_before));
	clean = vzalloc(sizeof(*clean));
	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		if (!places[i].area || !shadow_of(places[i].area))
			return -ENOMEM;
	if (!from_area || !to_before || !from_before || !clean)
		return -ENOMEM;
	for (size_t i = 0; i < ARRAY_SIZE(origins); i++) {
		unsigned long entry = (unsigned long)copy_suite_init + i;

		origins[i] = stack_depot_save(&entry, 1, GFP_KERNEL);
		if (!origins[i])
			return -ENOMEM;
	}
	register_trace_page_fault_kernel(probe_fault, NULL);
	register_trace_console(probe_console, NULL);
	return 0;
}

static void copy_suite_exit(struct kunit_suite *suite)
{
	unregister_trace_console(probe_console, NULL);
	unregister_trace_page_fault_kernel(probe_fault, NULL);
	tracepoint_synchronize_unregister();
	vfree(clean);
	vfree(from_before);
	vfree(to_before);
	free_pages((unsigned long)from_area, 1);
	vfree(places[3].area);
	kfree(places[2].area);
	free_pages((unsigned long)places[1].area, 1);
	free_percpu(dynamic_percpu);
}

static int copy_test_init(struct kunit *test)
{
	observed.count = 0;
	return 0;
}

/* No case leaves a report that it did not expect. */
static void copy_test_exit(struct kunit *test)
{
	EXPECT_REPORT(NULL);
}

static struct kunit_suite copy_test_suite = {
	.name = "kmsan_copy",
	.test_cases = copy_test_cases,
	.init = copy_test_init,
	.exit = copy_test_exit,
	.suite_init = copy_suite_init,
	.suite_exit = copy_suite_exit,
};
kunit_test_suites(&copy_test_suite);
