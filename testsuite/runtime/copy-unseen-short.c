/* A copy that ends with a fault in its source moves the metadata of what was
   copied, and no more. */
/* { dg-kmsan-clean } */
#include "unseen.h"
#include <sys/mman.h>

enum { PAGE = 4096, SIZE = 2 * PAGE };

/* The last @there bytes of the page, and more that is not mapped. */
noipa static void run(char *to, char *page, size_t to_at, size_t there, size_t more)
{
	struct metadata_copy before, source;

	scatter(to, SIZE, 7);
	scatter(page, PAGE, 42);
	before = save_metadata(to, SIZE);
	source = save_metadata(page + PAGE - there, there + 1);
	if (copy_unseen(to + to_at, page + PAGE - there, there + more) != more)
		_Exit(2);
	expect_moved(to, SIZE, before, source, to_at, there);
}

int main(void)
{
	char *page = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *to = malloc(SIZE);

	mprotect(page + PAGE, PAGE, PROT_NONE);
	catch_faults();
	for (size_t to_at = 8; to_at < 12; to_at++) {
		for (size_t there = 0; there < 12; there++)
			run(to, page, to_at, there, 9);
		run(to, page, to_at, PAGE, 1);
		run(to, page, to_at, PAGE - 3, 500);
	}
	return 0;
}
