/* What hides the contents of new memory from the optimisers is gone after the
   pass, also from a function without instrumentation, and the size of the memory
   stays known. */
/* { dg-options "-O2 -fdump-tree-kmsan" } */
#include <kmsan.h>
#include <stdlib.h>

void fill(int *p, size_t size);

void checked(int n)
{
	int *p = malloc(40), *zeros = calloc(n, 4);

	fill(p, __builtin_object_size(p, 0));
	fill(zeros, 4);
}

__no_sanitize_memory void bare(void)
{
	int *p = malloc(24);

	fill(p, __builtin_object_size(p, 0));
}

/* { dg-final { scan-kmsan-not {kmsan_unknown} } } */
/* { dg-final { scan-kmsan {fill \(p_[0-9]*, 40\)} } } */
/* { dg-final { scan-kmsan {fill \(p_[0-9]*, 24\)} } } */
