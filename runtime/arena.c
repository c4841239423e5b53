// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * arena.c - memory for the code that the runtime calls: the symboliser, the
 * dynamic linker.
 *
 * A report may come from a signal handler that interrupted malloc(), so what
 * happens during a report must not need malloc()'s locks.  While a thread is
 * in the runtime, its allocations come from here: a reservation, which is used
 * up from its start, and lists of freed blocks by power of two.
 */
#include "internal.h"
#include "platform.h"

#define ARENA_SIZE (1UL << 32)
#define ARENA_MIN_SHIFT 5
#define ARENA_CLASSES 28

/* Before each block; its size keeps the block aligned for any type. */
struct arena_header {
	size_t size;
	u32 class;
	u32 offset;
};

struct arena_block {
	struct arena_block *next;
};

static char *arena_start;
static size_t arena_used;
static u8 arena_taken;
static struct arena_block *arena_free_list[ARENA_CLASSES];

/*
 * Not kmsan_lock(), which is held while a report allocates.  A signal handler
 * must not wait for the thread that it has interrupted, so signals are blocked.
 */
static kmsan_sigset_t arena_lock(void)
{
	kmsan_sigset_t mask = kmsan_platform_block_signals();

	while (__atomic_test_and_set(&arena_taken, __ATOMIC_ACQUIRE))
		kmsan_platform_yield();
	return mask;
}

static void arena_unlock(kmsan_sigset_t mask)
{
	__atomic_clear(&arena_taken, __ATOMIC_RELEASE);
	kmsan_platform_restore_signals(mask);
}

static void *arena_take(u32 class)
{
	size_t size = 1UL << (class + ARENA_MIN_SHIFT);
	struct arena_block *block = arena_free_list[class];

	if (block) {
		arena_free_list[class] = block->next;
		return block;
	}
	if (!arena_start)
		arena_start = kmsan_platform_alloc(ARENA_SIZE);
	if (!arena_start || size > ARENA_SIZE - arena_used)
		return NULL;
	arena_used += size;
	return arena_start + arena_used - size;
}

/**
 * kmsan_arena_alloc() - allocate zeroed memory
 * @size: bytes
 * @align: alignment, a power of two
 */
void *kmsan_arena_alloc(size_t size, size_t align)
{
	struct arena_header *header;
	kmsan_sigset_t mask;
	char *start, *block;
	size_t whole;
	u32 class = 0;

	if (align < sizeof(*header))
		align = sizeof(*header);
	whole = size + sizeof(*header) + align;
	if (whole < size || whole > ARENA_SIZE / 2)
		return NULL;
	while (1UL << (class + ARENA_MIN_SHIFT) < whole)
		class ++;
	mask = arena_lock();
	start = arena_take(class);
	arena_unlock(mask);
	if (!start)
		return NULL;
	block = (char *)ALIGN_UP((uintptr_t)start + sizeof(*header), align);
	header = (struct arena_header *)block - 1;
	header->size = size;
	header->class = class;
	header->offset = block - start;
	return kmsan_raw_memset(block, 0, size);
}

void kmsan_arena_free(void *ptr)
{
	struct arena_header *header = (struct arena_header *)ptr - 1;
	struct arena_block *block = (void *)((char *)ptr - header->offset);
	u32 class = header->class;
	kmsan_sigset_t mask = arena_lock();

	block->next = arena_free_list[class];
	arena_free_list[class] = block;
	arena_unlock(mask);
}

size_t kmsan_arena_size(const void *ptr)
{
	return ((const struct arena_header *)ptr - 1)->size;
}

bool kmsan_arena_owns(const void *ptr)
{
	return arena_start &&
	       (uintptr_t)ptr - (uintptr_t)arena_start < ARENA_SIZE;
}
