/* Coverage looks at comparisons of values that the program only passes on.  Its
   functions may be instrumented themselves. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -Og -O1 -O2 } */
/* { dg-kmsan-modes eager lazy lazy+tag } */
/* { dg-options "-g -fchecking -fsanitize-coverage=trace-pc,trace-cmp" } */
#include <stdint.h>
#include "shadow.h"

static volatile uint64_t hits;

#define CALLBACK __attribute__((no_sanitize_coverage)) void

#define COMPARE(name, type)                                   \
	CALLBACK __sanitizer_cov_trace_##name(type a, type b) \
	{                                                     \
		if (a == b)                                   \
			hits++;                               \
	}

COMPARE(cmp1, uint8_t)
COMPARE(cmp2, uint16_t)
COMPARE(cmp4, uint32_t)
COMPARE(cmp8, uint64_t)
COMPARE(const_cmp1, uint8_t)
COMPARE(const_cmp2, uint16_t)
COMPARE(const_cmp4, uint32_t)
COMPARE(const_cmp8, uint64_t)
COMPARE(cmpf, float)
COMPARE(cmpd, double)

CALLBACK __sanitizer_cov_trace_switch(uint64_t value, void *cases)
{
	uint64_t *list = cases;

	for (uint64_t i = 0; i < list[0]; i++)
		if (list[i + 2] == value)
			hits++;
}

CALLBACK __sanitizer_cov_trace_pc(void)
{
	hits++;
}

struct part {
	int valid, x;
	short s;
	double d;
	long l;
};

noipa static int five(struct part *p)
{
	return p->valid & (p->x == 5);
}

noipa static int small(struct part *p)
{
	return (p->d < 1.5) & (p->s > 2) & (p->valid > p->l);
}

/* The result's shadow gets past everything that is called on the way. */
noipa static int wide(int x)
{
	switch (x) {
	case 1:
		return 4;
	case 7:
		return 9;
	case 30:
		return 2;
	default:
		return x < 100;
	}
}

noipa static int both(struct part *p, int n)
{
	int made = five(p);

	for (int i = 0; i < n; i++)
		made &= wide(i);
	return made;
}

int main(int argc, char **argv)
{
	struct part p = { 0 };
	int made;

	kmsan_poison_memory(&p.x, sizeof(p) - sizeof(p.valid));
	made = five(&p);
	expect_shadow(made, 0);
	made = both(&p, argc);
	expect_shadow(made, 0);
	p.valid = 1;
	made = both(&p, argc);
	expect_shadow(made, 1);
	made = small(&p);
	expect_shadow(made, 1);
	return 0;
}
