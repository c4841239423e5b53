// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * report.c - checks, and what is printed, in the words and the order of the
 * kernel's reports, so that tools for those work with ours.
 */
#include "layout.h"
#include "platform.h"
#include "report-words.h"

#define RULER "=====================================================\n"
/* How many reports are told apart; must be a power of two. */
#define MAX_REPORTS 8192

bool kmsan_reported;

static u64 reports_seen[MAX_REPORTS];

struct report_job {
	const struct kmsan_report *report;
	unsigned long entries[KMSAN_STACK_DEPTH];
	unsigned int nr;
	bool dropped;
};

/* The end of a chain: where the value was created. */
static kmsan_origin_t root_origin(kmsan_origin_t origin)
{
	const unsigned long *entries;

	while (kmsan_depot_fetch(origin, &entries) == 3 &&
	       entries[0] == KMSAN_CHAIN_MAGIC)
		origin = entries[2];
	return origin;
}

/*
 * Addresses in code and origins are numbers that lie close together: were they
 * only added, some of the sums would be equal.
 */
static u64 mix(u64 key, u64 value)
{
	key = (key ^ value) * 0x9e3779b97f4a7c15UL;
	return key ^ key >> 32;
}

/* A loop over uninitialised values is one bug: same place, same creation. */
static bool seen_before(const struct kmsan_report *report)
{
	u64 key = mix(0, report->frame->pc);

	key = mix(key, root_origin(report->origin));
	key = mix(key, (uintptr_t)report->caller) | 1;
	for (unsigned int i = 0; i < MAX_REPORTS; i++) {
		u64 *slot = &reports_seen[((key >> 32) + i) % MAX_REPORTS];
		u64 old = 0;

		if (__atomic_compare_exchange_n(slot, &old, key, false,
						__ATOMIC_RELAXED,
						__ATOMIC_RELAXED))
			return false;
		if (old == key)
			return true;
	}
	return true;
}

static void print_stack(const unsigned long *entries, unsigned int nr)
{
	unsigned int i = 0;

	/* Frames of the runtime itself are of no interest. */
	while (i < nr && kmsan_frame_kind(entries[i]) == KMSAN_FRAME_RUNTIME)
		i++;
	for (; i < nr; i++) {
		switch (kmsan_frame_kind(entries[i])) {
		case KMSAN_FRAME_PLAIN:
			kmsan_pr_frame(entries[i]);
			break;
		case KMSAN_FRAME_RUNTIME:
			break;
		case KMSAN_FRAME_LAST:
			kmsan_pr_frame(entries[i]);
			return;
		case KMSAN_FRAME_BEYOND:
			return;
		}
	}
}

/*
 * The compiler describes a variable by its name, or as "----name@function" in
 * older versions of Clang.
 */
static void print_alloca(const unsigned long *entries)
{
	const char *name = (const char *)entries[1];
	char text[128];
	size_t n = 0;

	while (*name == '-')
		name++;
	while (name[n] && name[n] != '@' && n < sizeof(text) - 1) {
		text[n] = name[n];
		n++;
	}
	text[n] = 0;
	kmsan_pr(KMSAN_WORDS_LOCAL "%s created at:\n", text);
	print_stack(entries + 2, entries[3] ? 2 : 1);
}

static void print_origin(kmsan_origin_t origin)
{
	const unsigned long *entries, *stack;
	unsigned int nr;

	while ((nr = kmsan_depot_fetch(origin, &entries)) == 3 &&
	       entries[0] == KMSAN_CHAIN_MAGIC) {
		if (kmsan_origin_depth(origin) == KMSAN_MAX_ORIGIN_DEPTH)
			kmsan_pr(KMSAN_WORDS_SHORTENED " to save "
				 "memory>\n\n");
		kmsan_pr(KMSAN_WORDS_STORED "\n");
		nr = kmsan_depot_fetch(entries[1], &stack);
		print_stack(stack, nr);
		kmsan_pr("\n");
		origin = entries[2];
	}
	if (nr == 4 && entries[0] == KMSAN_ALLOCA_MAGIC) {
		print_alloca(entries);
		return;
	}
	kmsan_pr(KMSAN_WORDS_CREATED "\n");
	if (nr)
		print_stack(entries, nr);
	else
		kmsan_pr(KMSAN_WORDS_NO_STACK "\n");
}

static void print_range(const struct kmsan_report *report)
{
	if (report->first == report->last)
		kmsan_pr("\nByte %lu of %lu is uninitialized\n", report->first,
			 report->size);
	else
		kmsan_pr("\nBytes %lu-%lu of %lu are uninitialized\n",
			 report->first, report->last, report->size);
	kmsan_pr(KMSAN_WORDS_ACCESS "%lu starts at %p\n", report->size,
		 report->address);
}

/* The kernel's dump_stack() has such a line. */
static void print_context(void)
{
	char comm[16];

	kmsan_platform_comm(comm);
	kmsan_pr("\nCPU: %d UID: %d PID: %d Comm: %s\n", kmsan_platform_cpu(),
		 kmsan_platform_uid(), kmsan_platform_pid(), comm);
}

static void print_report(void *arg)
{
	struct report_job *job = arg;
	const struct kmsan_report *report = job->report;
	bool freed = report->origin & KMSAN_ORIGIN_FREED;

	if (report->caller && kmsan_in_profiler((uintptr_t)report->caller)) {
		job->dropped = true;
		return;
	}
	kmsan_pr(RULER KMSAN_WORDS_BUG "%s in ",
		 freed ? "use-after-free" : "uninit-value");
	kmsan_pr_symbol(job->entries[0]);
	kmsan_pr("\n");
	print_stack(job->entries, job->nr);
	kmsan_pr("\n");
	print_origin(report->origin);
	if (report->size)
		print_range(report);
	print_context();
	kmsan_pr(RULER);
	kmsan_pr_flush();
}

/**
 * kmsan_report() - report the use of an uninitialised value
 * @report: what and where
 *
 * It returns unless halt_on_error is set.
 */
__cold void kmsan_report(const struct kmsan_report *report)
{
	struct report_job job = {.report = report};
	kmsan_sigset_t mask;

	kmsan_ctx.reported = root_origin(report->origin);
	if (!kmsan_options.report_all && seen_before(report))
		return;
	kmsan_enter_runtime();
	mask = kmsan_lock();
	job.nr = kmsan_unwind(job.entries, ARRAY_SIZE(job.entries),
			      report->frame, NULL);
	kmsan_platform_call_aside(print_report, &job);
	if (!job.dropped)
		__atomic_store_n(&kmsan_reported, true, __ATOMIC_RELAXED);
	if (kmsan_options.halt_on_error && !job.dropped)
		kmsan_platform_exit(kmsan_options.exitcode);
	kmsan_unlock(mask);
	kmsan_leave_runtime();
}

/**
 * kmsan_report_result() - report the use of what a callback returned
 * @report: what and where
 *
 * It does not, if the callback has used that value itself: that is one bug.
 * kmsan_ctx.reported must be 0 before the callback.
 */
__cold void kmsan_report_result(const struct kmsan_report *report)
{
	if (!kmsan_ctx.reported ||
	    kmsan_ctx.reported != root_origin(report->origin))
		kmsan_report(report);
}

/**
 * kmsan_internal_check() - report what is uninitialised in a range
 * @addr: start of the range
 * @size: its length
 * @frame: where the reported stack starts
 * @caller: tells repetitions apart where @frame is always the same
 *
 * Adjacent bytes with the same origin make one report.
 */
void kmsan_internal_check(const void *addr, size_t size,
			  const struct kmsan_frame *frame, const void *caller)
{
	struct kmsan_report report = {.frame = frame,
				      .caller = caller,
				      .address = addr,
				      .size = size};
	const u8 *shadow = kmsan_shadow(addr, size);
	size_t i = kmsan_first_poisoned(addr, size);

	while (i < size) {
		const char *bytes = addr;

		report.first = i;
		report.origin = *kmsan_origin_slot(bytes + i);
		while (i < size && shadow[i] &&
		       *kmsan_origin_slot(bytes + i) == report.origin)
			i++;
		report.last = i - 1;
		kmsan_report(&report);
		i += kmsan_first_poisoned(bytes + i, size - i);
	}
}
