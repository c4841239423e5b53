/* Parts and clones that GCC makes of an uninstrumented function are
   uninstrumented, too. */
/* { dg-options "-O3 -fdump-tree-kmsan" } */
/* { dg-final { scan-assembler {part_bare\.part\.0:} } } */
/* { dg-final { scan-assembler {clone_bare\.constprop\.0:} } } */
/* { dg-final { scan-assembler {cold_bare\.cold:} } } */
/* { dg-final { scan-assembler-not {__msan_} } } */
#include <kmsan.h>
#include <string.h>

struct s {
	long l[20];
};

void sink(void *p);
int get(int n);
__attribute__((cold, noreturn)) void die(int n);

/* Split: the test is inlined, the rest is not. */
__no_sanitize_memory static int part_bare(struct s *p, int n)
{
	struct s copy;

	if (!p)
		return 0;
	memcpy(&copy, p, sizeof(copy));
	for (int i = 0; i < n; i++) {
		sink(&copy.l[i]);
		sink(&copy.l[i + 1]);
		copy.l[i] += get(i) * get(n);
	}
	sink(&copy);
	sink(&copy);
	return copy.l[n] + get(n) + get(3) + get(4) + get(5);
}

/* Cloned for the constant. */
__no_sanitize_memory __attribute__((noinline)) static int
clone_bare(struct s *p, int n, int what)
{
	struct s local;

	sink(&local);
	for (int i = 0; i < n; i++)
		local.l[i] += p->l[i] * what;
	sink(&local);
	return local.l[2];
}

__no_sanitize_memory int cold_bare(struct s *p, int n)
{
	struct s local;

	if (n > 20)
		die(n);
	local = *p;
	sink(&local);
	return local.l[n];
}

__no_sanitize_memory int bare(struct s *p, struct s *q, int n)
{
	return part_bare(p, n) + part_bare(q, n + 1) +
	       clone_bare(p, n, 3) + clone_bare(q, n, 3);
}
