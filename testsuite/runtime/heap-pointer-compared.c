/* GCC knows that nothing was stored in new memory, and that a pointer read from
   there differs from any other: the comparison is a use all the same. */
/* { dg-kmsan-report {uninit-value in from_malloc} {Uninit was created at:.* from_malloc} } */
/* { dg-kmsan-report {uninit-value in from_aligned} {Uninit was created at:.* from_aligned} } */
/* { dg-kmsan-report {uninit-value in from_realloc} {Uninit was created at:.* from_realloc} } */
/* { dg-kmsan-report {uninit-value in from_memalign} {Uninit was created at:.* from_memalign} } */
/* { dg-kmsan-report {uninit-value in from_alloca} {Local variable .* created at} } */
#include <alloca.h>
#include <stdlib.h>
#include "use.h"

struct stream {
	char *buffer, *at, *end;
};

static inline __attribute__((always_inline)) void compare(struct stream *s)
{
	s->buffer = malloc(16);
	s->end = s->buffer + 16;
	use(s->at == s->end);
	free(s->buffer);
}

noipa static void from_malloc(void)
{
	struct stream *s = malloc(sizeof(*s));

	compare(s);
	free(s);
}

noipa static void from_aligned(void)
{
	struct stream *s = aligned_alloc(32, 32);

	compare(s);
	free(s);
}

noipa static void from_realloc(void)
{
	struct stream *s = realloc(NULL, sizeof(*s));

	compare(s);
	free(s);
}

noipa static void from_memalign(void)
{
	void *s;

	if (posix_memalign(&s, 32, sizeof(struct stream)))
		return;
	compare(s);
	free(s);
}

noipa static void from_alloca(void)
{
	compare(alloca(sizeof(struct stream)));
}

/* What is known to be zero is not compared at all. */
noipa static void from_calloc(void)
{
	struct stream *s = calloc(1, sizeof(*s));

	compare(s);
	free(s);
}

int main(void)
{
	from_malloc();
	from_aligned();
	from_realloc();
	from_memalign();
	from_alloca();
	from_calloc();
	return 0;
}
