/* Accesses that share a page cache find the metadata that each would find by
   itself: across page ends, back and forth, and where there is none. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager+call lazy+call eager+call+tag } */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include "shadow.h"

#define PAGE 4096
#define BYTES (4 * PAGE)

/* Between the program and the libraries' shadow: the runtime keeps it free. */
#define NOWHERE ((void *)0x63a000000000)

struct __attribute__((packed)) odd {
	char c;
	long l;
	short s;
};

struct wide {
	int head[1022];
	int a, b;
	int c, d;
	int rest[1022];
	int tail;
};

static void *map(void *where)
{
	register long flags __asm__("r10") =
		MAP_PRIVATE | MAP_ANONYMOUS | (where ? MAP_FIXED : 0);
	register long fd __asm__("r8") = -1;
	register long offset __asm__("r9") = 0;
	long p = SYS_mmap;

	/* Done behind the back of the hooks, which would refuse it. */
	__asm__ volatile("syscall"
			 : "+a"(p)
			 : "D"(where), "S"((long)BYTES),
			   "d"((long)(PROT_READ | PROT_WRITE)), "r"(flags),
			   "r"(fd), "r"(offset)
			 : "rcx", "r11", "memory");
	if (p < 0 && p > -PAGE)
		abort();
	return (void *)p;
}

noipa static void up(int *to, const int *from, int n)
{
	for (int i = 0; i < n; i++) {
		to[i] = from[i];
		__asm__ volatile("" : : : "memory");
	}
}

noipa static void down(char *to, const char *from, int n)
{
	while (n--) {
		to[n] = from[n];
		__asm__ volatile("" : : : "memory");
	}
}

noipa static void odd(struct odd *to, const struct odd *from, int n)
{
	for (int i = 0; i < n; i++) {
		to[i].c = from[i].c;
		to[i].l = from[i].l;
		to[i].s = from[i].s;
	}
}

noipa static void wide(struct wide *to, const struct wide *from, int how)
{
	to->b = from->b;
	if (how) {
		to->c = from->c;
		to->a = from->a;
		to->tail = from->tail;
	} else {
		to->d = from->d;
	}
	to->head[how] = from->head[how];
	to->rest[how * 3] = from->rest[how * 3];
}

noipa static void both(int *to, const int *one, const int *other, int n)
{
	const int *p = one;

	for (int i = 0; i < n; i++) {
		to[i] = p[i];
		p = p == one ? other : one;
	}
}

/* Some bytes of each object are poisoned, by a rule that knows nothing of
   pages. */
__no_sanitize_memory noipa static void scatter(unsigned char *p)
{
	for (int i = 0; i < BYTES; i++) {
		p[i] = i;
		if (i * 7919 % 5 < 2)
			kmsan_poison_memory(p + i, 1);
		else
			kmsan_unpoison_memory(p + i, 1);
	}
}

__no_sanitize_memory noipa static void
compare(int line, void *to, const void *from, unsigned long bytes)
{
	for (unsigned long i = 0; i < bytes; i++) {
		struct metadata a, b;

		a = __msan_metadata_ptr_for_load_n((char *)to + i, 1);
		b = __msan_metadata_ptr_for_load_n((char *)from + i, 1);
		if (*a.shadow == *b.shadow && (!*a.shadow || *a.origin))
			continue;
		printf("line %d, byte %lu: shadow %x, expected %x\n", line, i,
		       *a.shadow, *b.shadow);
		exit(1);
	}
}

#define COPIED(bytes) compare(__LINE__, to, from, bytes)

int main(int argc, char **argv)
{
	char *from = map(NULL), *to = map(NULL), *none = map(NOWHERE);
	struct wide *w = (struct wide *)to, *v = (struct wide *)from;

	scatter((unsigned char *)from);
	up((int *)to, (int *)from, BYTES / 4);
	COPIED(BYTES);

	kmsan_poison_memory(to, BYTES);
	down(to, from, BYTES);
	COPIED(BYTES);

	kmsan_poison_memory(to, BYTES);
	odd((struct odd *)to, (struct odd *)from, BYTES / sizeof(struct odd));
	COPIED(BYTES / sizeof(struct odd) * sizeof(struct odd));

	for (int how = 0; how < 2; how++) {
		kmsan_unpoison_memory(to, BYTES);
		wide(w, v, how);
#define FIELD(f) compare(__LINE__, &w->f, &v->f, sizeof(int))
		FIELD(b);
		FIELD(head[how]);
		FIELD(rest[how * 3]);
		if (how) {
			FIELD(a);
			FIELD(c);
			FIELD(tail);
		} else {
			FIELD(d);
		}
	}

	/* What is read there is initialised; what is written is lost. */
	up((int *)none, (int *)from, BYTES / 4);
	kmsan_poison_memory(to, BYTES);
	up((int *)to, (int *)none, BYTES / 4);
	compare(__LINE__, to, none, BYTES);
	kmsan_poison_memory(to, BYTES);
	both((int *)to, (int *)from, (int *)none, BYTES / 4);
	for (int i = 0; i < BYTES / 4; i++)
		compare(__LINE__, (int *)to + i,
			i & 1 ? (int *)none + i : (int *)from + i, 4);
	return 0;
}
