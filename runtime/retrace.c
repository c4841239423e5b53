// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * retrace.c - recognise a stack that was saved before, without walking it.
 *
 * A walk is determined by the registers that it begins with, by the words that
 * it reads, and by the code's unwind information.  So the words of recent walks
 * are kept: where they are still on the stack, the walk would find the same
 * again, and its origin is known.  They are compared in the order in which they
 * were read, so nothing is read that the walk would not read as well.
 *
 * There is no lock.  An entry's version is odd while it is being written, and
 * different afterwards; who reads it looks at the version after each offset, and
 * does not use one that another thread or a signal handler may have changed.  An
 * entry that is never finished, as in the child of a fork(), stays unused.
 */
#include "modules.h"
#include "unwind.h"

#define ENTRIES 1024

struct entry {
	u32 version;
	kmsan_origin_t origin;
	uintptr_t pc, bp;
	struct kmsan_walk walk;
};

static struct entry retrace_entries[ENTRIES];

static struct entry *entry_of(const struct kmsan_frame *frame)
{
	u64 hash = (frame->pc ^ (uintptr_t)frame << 20) * 0x9e3779b97f4a7c15UL;

	return &retrace_entries[hash >> 32 & (ENTRIES - 1)];
}

/* Offsets are only valid while the version is. */
static bool has_version(const struct entry *entry, u32 version)
{
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	return __atomic_load_n(&entry->version, __ATOMIC_RELAXED) == version;
}

static bool same_words(const struct entry *entry, u32 version,
		       const char *start)
{
	unsigned int nr = entry->walk.nr;

	for (unsigned int i = 0; i < nr; i++) {
		u32 offset = __atomic_load_n(&entry->walk.offset[i],
					     __ATOMIC_ACQUIRE);
		uintptr_t value = __atomic_load_n(&entry->walk.value[i],
						  __ATOMIC_ACQUIRE);
		const uintptr_t __attribute__((may_alias)) *word =
			(const void *)(start + offset);

		if (unlikely(!has_version(entry, version)) || *word != value)
			return false;
	}
	return true;
}

/**
 * kmsan_retrace() - the origin of the current stack, if that was saved before
 * @frame: where it starts
 *
 * Return: the origin, or 0 if that is not known.
 */
kmsan_origin_t kmsan_retrace(const struct kmsan_frame *frame)
{
	const struct entry *entry = entry_of(frame);
	u32 version = __atomic_load_n(&entry->version, __ATOMIC_ACQUIRE);
	unsigned int modules =
		__atomic_load_n(&kmsan_modules_changes, __ATOMIC_ACQUIRE);
	kmsan_origin_t origin = entry->origin;

	if (version & 1 || entry->pc != frame->pc ||
	    entry->walk.start != (uintptr_t)(frame + 1) ||
	    entry->walk.modules != modules ||
	    (entry->walk.uses_bp && entry->bp != frame->bp) ||
	    !same_words(entry, version, (const char *)(frame + 1)) ||
	    !has_version(entry, version))
		return 0;
	return origin;
}

/**
 * kmsan_retrace_save() - remember a stack
 * @frame: where it starts
 * @walk: what it depends on
 * @origin: its origin; 0, where there was no memory for one, is not remembered
 */
void kmsan_retrace_save(const struct kmsan_frame *frame,
			const struct kmsan_walk *walk, kmsan_origin_t origin)
{
	struct entry *entry = entry_of(frame);
	u32 version = __atomic_load_n(&entry->version, __ATOMIC_RELAXED);

	if (!walk->fixed || !origin || version & 1 ||
	    !__atomic_compare_exchange_n(&entry->version, &version, version + 1,
					 false, __ATOMIC_ACQ_REL,
					 __ATOMIC_RELAXED))
		return;
	entry->origin = origin;
	entry->pc = frame->pc;
	entry->bp = frame->bp;
	entry->walk.start = walk->start;
	entry->walk.modules = walk->modules;
	entry->walk.nr = walk->nr;
	entry->walk.uses_bp = walk->uses_bp;
	for (unsigned int i = 0; i < walk->nr; i++) {
		entry->walk.offset[i] = walk->offset[i];
		entry->walk.value[i] = walk->value[i];
	}
	__atomic_store_n(&entry->version, version + 2, __ATOMIC_RELEASE);
}
