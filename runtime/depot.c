// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * depot.c - keeps every stack once, with a handle of 28 bits.
 *
 * Records are only ever added, in an arena of fixed size, and found through a
 * hash table whose chains are extended by compare-and-swap.  There is no lock,
 * so signal handlers, threads and children of fork() may come at any moment.
 * When the arena is full, saving returns no index and callers go on with an
 * older origin or an unknown one.
 */
#include "internal.h"
#include "platform.h"

#define DEPOT_UNIT 8UL
#define DEPOT_BUCKETS (1U << 17)
/* Locals and links of chains are saved most often, the same ones in a row. */
#define DEPOT_RECENT 2048
#define DEPOT_SHORT 4

/* @next is the index of the next record in the bucket's chain, or 0. */
struct depot_record {
	u32 next;
	u32 hash;
	u64 nr;
	unsigned long entries[];
};

static u32 depot_table[DEPOT_BUCKETS];
/* Records of 2 to DEPOT_SHORT words, by some bits of those that differ most. */
static u32 depot_recent[DEPOT_RECENT];
static char *depot_arena;
static u64 depot_size;
/* Index 0 means "none", so the first unit stays unused. */
static u64 depot_used = DEPOT_UNIT;

bool kmsan_depot_init(size_t bytes)
{
	u64 limit = (KMSAN_ORIGIN_INDEX_MASK + 1UL) * DEPOT_UNIT;

	depot_size = bytes < limit ? bytes : limit;
	depot_arena = kmsan_platform_alloc(depot_size);
	return depot_arena;
}

static struct depot_record *depot_at(u32 index)
{
	return (void *)(depot_arena + index * DEPOT_UNIT);
}

static inline u32 depot_hash(const unsigned long *entries, unsigned int nr)
{
	u64 hash = nr;

	for (unsigned int i = 0; i < nr; i++)
		hash = hash * 0xd1342543de82ef95UL + entries[i];
	/* The low bits of the sum depend only on those of the entries. */
	return hash * 0x9e3779b97f4a7c15UL >> 32;
}

static inline bool depot_equal(const unsigned long *a, const unsigned long *b,
			       unsigned int nr)
{
	while (nr--)
		if (*a++ != *b++)
			return false;
	return true;
}

static inline bool depot_is(u32 index, const unsigned long *entries,
			    unsigned int nr)
{
	const struct depot_record *record = depot_at(index);

	return record->nr == nr && depot_equal(record->entries, entries, nr);
}

/* Look for a record in a chain, down to but not including @end. */
static inline u32 depot_find(u32 index, u32 end, u32 hash,
			     const unsigned long *entries, unsigned int nr)
{
	while (index && index != end) {
		struct depot_record *record = depot_at(index);

		if (record->hash == hash && depot_is(index, entries, nr))
			return index;
		index = record->next;
	}
	return 0;
}

static struct depot_record *depot_new(u32 hash, const unsigned long *entries,
				      unsigned int nr)
{
	u64 size = sizeof(struct depot_record) + nr * sizeof(*entries);
	struct depot_record *record;
	u64 start;

	/* Testing first keeps the counter from running away when it is full. */
	if (__atomic_load_n(&depot_used, __ATOMIC_RELAXED) + size > depot_size)
		return NULL;
	start = __atomic_fetch_add(&depot_used, size, __ATOMIC_RELAXED);
	if (start + size > depot_size)
		return NULL;
	record = (void *)(depot_arena + start);
	record->hash = hash;
	record->nr = nr;
	kmsan_raw_memcpy(record->entries, entries, nr * sizeof(*entries));
	return record;
}

/* Add a record that was not in the chain when that began with @head. */
static noinline u32 depot_add(u32 *bucket, u32 head, u32 hash,
			      const unsigned long *entries, unsigned int nr)
{
	struct depot_record *record =
		depot_arena ? depot_new(hash, entries, nr) : NULL;
	u32 index, found, seen = head;

	if (!record)
		return 0;
	index = ((char *)record - depot_arena) / DEPOT_UNIT;
	record->next = head;
	while (!__atomic_compare_exchange_n(bucket, &head, index, false,
					    __ATOMIC_ACQ_REL,
					    __ATOMIC_ACQUIRE)) {
		/* Another thread was faster, maybe with the same stack. */
		found = depot_find(head, seen, hash, entries, nr);
		if (found)
			return found;
		record->next = seen = head;
	}
	return index;
}

static noinline u32 depot_index(const unsigned long *entries, unsigned int nr)
{
	u32 hash = depot_hash(entries, nr);
	u32 *bucket = &depot_table[hash % DEPOT_BUCKETS];
	u32 head = __atomic_load_n(bucket, __ATOMIC_ACQUIRE);
	u32 found = depot_find(head, 0, hash, entries, nr);

	return likely(found) ? found
			     : depot_add(bucket, head, hash, entries, nr);
}

static inline u32 *depot_recent_slot(unsigned long a, unsigned long b)
{
	u64 hash = (a << 8 ^ b) * 0x9e3779b97f4a7c15UL;

	return &depot_recent[(hash >> 32) % DEPOT_RECENT];
}

static noinline u32 depot_short_index(const unsigned long *entries,
				      unsigned int nr)
{
	u32 *recent = depot_recent_slot(entries[1], entries[nr - 1]);
	u32 index = __atomic_load_n(recent, __ATOMIC_ACQUIRE);

	if (likely(index && depot_is(index, entries, nr)))
		return index;
	index = depot_index(entries, nr);
	__atomic_store_n(recent, index, __ATOMIC_RELEASE);
	return index;
}

/**
 * kmsan_depot_save() - turn a stack or another record into an origin
 * @entries: the words
 * @nr: how many
 * @depth: links in the chain up to this one
 * @freed: whether memory was freed there
 *
 * Never returns 0 for @freed, so that the kind of bug survives a full depot.
 */
kmsan_origin_t kmsan_depot_save(const unsigned long *entries, unsigned int nr,
				unsigned int depth, bool freed)
{
	u32 index = 0;

	if (nr >= 2 && nr <= DEPOT_SHORT)
		index = depot_short_index(entries, nr);
	else if (nr)
		index = depot_index(entries, nr);
	if (index)
		index |= depth << KMSAN_ORIGIN_DEPTH_SHIFT;
	return index | (freed ? KMSAN_ORIGIN_FREED : 0);
}

static noinline u32 depot_save_new_local(unsigned long name, uintptr_t pc,
					 uintptr_t caller)
{
	const unsigned long entries[] = {KMSAN_ALLOCA_MAGIC, name, pc, caller};

	return depot_short_index(entries, ARRAY_SIZE(entries));
}

/**
 * kmsan_depot_save_local() - the origin of a local variable
 * @descr: the compiler's description of it
 * @pc: where it begins to live
 * @caller: where its function was called, or 0
 */
kmsan_origin_t kmsan_depot_save_local(const char *descr, uintptr_t pc,
				      uintptr_t caller)
{
	unsigned long name = (unsigned long)descr;
	u32 index = __atomic_load_n(depot_recent_slot(name, caller),
				    __ATOMIC_ACQUIRE);

	if (likely(index)) {
		const struct depot_record *record = depot_at(index);

		if (likely(record->nr == 4 &&
			   record->entries[0] == KMSAN_ALLOCA_MAGIC &&
			   record->entries[1] == name &&
			   record->entries[2] == pc &&
			   record->entries[3] == caller))
			return index;
	}
	return depot_save_new_local(name, pc, caller);
}

/* Return: the number of words of an origin's record, 0 if it is unknown. */
unsigned int kmsan_depot_fetch(kmsan_origin_t origin,
			       const unsigned long **entries)
{
	u32 index = origin & KMSAN_ORIGIN_INDEX_MASK;
	struct depot_record *record;

	/* Origins come from memory that programs can scribble on. */
	if (!index || !depot_arena ||
	    index * DEPOT_UNIT + sizeof(*record) > depot_used ||
	    index * DEPOT_UNIT + sizeof(*record) > depot_size)
		return 0;
	record = depot_at(index);
	if (record->nr > KMSAN_STACK_DEPTH)
		return 0;
	*entries = record->entries;
	return record->nr;
}
