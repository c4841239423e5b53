/* A copy that the runtime is told about moves the shadow bit for bit, and
   touches nothing else. */
/* { dg-kmsan-clean } */
#include "unseen.h"
#include <sys/mman.h>

enum { PAGE = 4096, SIZE = 3 * PAGE };

static char in_data[SIZE];
static __thread char in_tls[SIZE];

noipa static void run(char *to, char *from, size_t to_at, size_t from_at, size_t n)
{
	struct metadata_copy before, source;

	scatter(to, SIZE, 7);
	scatter(from, SIZE, 42);
	before = save_metadata(to, SIZE);
	source = save_metadata(from + from_at, n + 1);
	if (copy_unseen(to + to_at, from + from_at, n))
		_Exit(2);
	expect_moved(to, SIZE, before, source, to_at, n);
}

/* Source and destination overlap. */
noipa static void run_overlapping(char *p, size_t to_at, size_t from_at, size_t n)
{
	struct metadata_copy before, source;

	scatter(p, SIZE, 99);
	before = save_metadata(p, SIZE);
	source = save_metadata(p + from_at, n);
	kmsan_memmove(p + to_at, p + from_at, n);
	expect_moved(p, SIZE, before, source, to_at, n);

	/* And onto itself. */
	before = save_metadata(p, SIZE);
	kmsan_memmove(p + to_at, p + to_at, n);
	expect_moved(p, SIZE, before, source, 0, 0);
}

static void run_all(char *to)
{
	static char from[SIZE];
	static const size_t lengths[] = {0, 1, 2, 3, 4, 5, 7, 8, 64, PAGE - 1,
					 PAGE, PAGE + 5, 2 * PAGE + 3};

	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++)
		for (size_t ends = 0; ends < 16; ends++)
			run(to, from, 100 + ends % 4, 200 + ends / 4, lengths[i]);
	run(to, from, PAGE - 2, PAGE - 3, 5);
	for (size_t by = 1; by < 10; by++) {
		run_overlapping(to, 64 + by, 64, 200);
		run_overlapping(to, 64, 64 + by, 200);
		run_overlapping(to, PAGE + by, PAGE - 3, PAGE);
	}
}

int main(void)
{
	char on_stack[SIZE];
	char *on_heap = malloc(SIZE);
	char *mapped = mmap(NULL, SIZE, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	run_all(in_data);
	run_all(in_tls);
	run_all(on_stack);
	run_all(on_heap);
	run_all(mapped);
	return 0;
}
