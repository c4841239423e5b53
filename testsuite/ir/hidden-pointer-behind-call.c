/* Where a call ends its block, its result is still copied only once. */
/* { dg-options "-O2 -fdump-tree-kmsan -fexceptions -fchecking" } */
/* { dg-final { scan-kmsan-times {__msan_memcpy} 1 "small" } } */
/* { dg-final { scan-kmsan-times {= kmsan_result} 1 "small" } } */
/* { dg-final { scan-kmsan-times {__msan_memcpy} 1 "large" } } */
/* { dg-final { scan-kmsan-not {= kmsan_result} "large" } } */
/* { dg-final { scan-kmsan-not {__msan_poison_alloca} "large" } } */

struct small {
	int a[12];
};

struct large {
	int a[40];
};

struct small get_small(int i);
struct large get_large(int i);
void end(int *p);

void small(struct small *to, int i)
{
	int x __attribute__((cleanup(end))) = 3;

	*to = get_small(i);
}

void large(struct large *to, int i)
{
	int x __attribute__((cleanup(end))) = 3;

	*to = get_large(i);
}
