// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * mman.c - hooks for memory from the system, which is clean.
 *
 * Memory that is unmapped is cleaned, too: the C library may map memory of its
 * own there, unseen.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

#include "intercept.h"
#include "layout.h"

/*
 * There must be metadata where the program wants its memory: compiled code does
 * not check that.
 */
static bool is_misplaced(const void *addr, size_t size)
{
	static bool said;

	if (kmsan_shadow(addr, size))
		return false;
	if (!__atomic_exchange_n(&said, true, __ATOMIC_RELAXED)) {
		kmsan_pr("KMSAN: no memory at %p for the program: addresses "
			 "below 0x%lx are for metadata or, in a "
			 "position-independent program, not used\n",
			 addr, KMSAN_HIGH_START);
		kmsan_pr_flush();
	}
	errno = ENOMEM;
	return true;
}

#define PLACE(chosen, addr, size, failure)                                     \
	IF((chosen) && is_misplaced(addr, size), return failure;)
/*
 * MAP_32BIT is a choice as well.  Any other address that is not fixed is only a
 * hint.
 */
#define MAP_PLACE                                                              \
	IF(!(flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) &&                     \
		   !kmsan_shadow(addr, size),                                  \
	   addr = NULL;)                                                       \
	PLACE(flags &(MAP_FIXED | MAP_FIXED_NOREPLACE), addr, size,            \
	      MAP_FAILED)                                                      \
	PLACE(flags &MAP_32BIT, NULL, size, MAP_FAILED)

#define PAGES(size) ALIGN_UP(size, KMSAN_PAGE_SIZE)

/* Metadata follows the pages; memory that they leave or gain is clean. */
static void remapped(char *old, size_t old_size, char *new, size_t new_size,
		     bool keeps_old)
{
	size_t both = old_size < new_size ? old_size : new_size;

	if (new != old)
		kmsan_internal_memmove(new, old, both, NULL);
	if (new != old && !keeps_old)
		kmsan_internal_unpoison(old, old_size);
	else if (new == old && new_size < old_size)
		kmsan_internal_unpoison(old + both, old_size - both);
	kmsan_internal_unpoison(new + both, new_size - both);
}

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK_64(void *, mmap,
	(void *addr, size_t size, int prot, int flags, int fd, off_t offset),
	(addr, size, prot, flags, fd, offset), MAP_PLACE,
	IF(ret != MAP_FAILED, OUT(ret, PAGES(size))))
HOOK(int, munmap, (void *addr, size_t size), (addr, size), NOTHING,
     IF(!ret, OUT(addr, PAGES(size))))
/* Private pages that are dropped come back as zeros. */
HOOK(int, madvise, (void *addr, size_t size, int advice), (addr, size, advice),
     NOTHING, IF(!ret && advice == MADV_DONTNEED, OUT(addr, PAGES(size))))
HOOK(void *, mremap,
     (void *addr, size_t old_size, size_t size, int flags, void *target),
     (addr, old_size, size, flags, target),
     PLACE(flags &MREMAP_FIXED, target, size, MAP_FAILED),
     IF(ret != MAP_FAILED, remapped(addr, PAGES(old_size), ret, PAGES(size),
				    !old_size || flags & MREMAP_DONTUNMAP);))
HOOK(void *, sbrk, (intptr_t increment), (increment), NOTHING,
     IF(ret != (void *)-1 && increment > 0, OUT(ret, increment)))
ALSO(sbrk, __sbrk)
HOOK(int, mincore, (void *addr, size_t size, unsigned char *vector),
     (addr, size, vector), NOTHING,
     IF(!ret, OUT(vector, PAGES(size) / KMSAN_PAGE_SIZE)))

static void attached(const void *addr, int id)
{
	struct shmid_ds segment;

	if (!shmctl(id, IPC_STAT, &segment))
		kmsan_internal_unpoison(addr, segment.shm_segsz);
}

HOOK(void *, shmat, (int id, const void *addr, int flags), (id, addr, flags),
     PLACE(addr, addr, 1, (void *)-1),
     IF(ret != (void *)-1, attached(ret, id);))
