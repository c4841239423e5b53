/* A local is poisoned where it is first used, in the loop of its declaration,
   and not at all if that is an assignment. */
/* { dg-final { scan-kmsan-not {__msan_poison_alloca} "assigned" } } */
/* { dg-final { scan-kmsan-not {__msan_poison_alloca} "unused" } } */
/* { dg-final { scan-kmsan-times {__msan_poison_alloca} 1 "partly" } } */
/* { dg-final { scan-kmsan {if \(c_.*__msan_poison_alloca} "rarely" } } */
/* { dg-final { scan-kmsan {__msan_poison_alloca.*if \(} "outside" } } */
void f(int *);
int g(void);

struct pair {
	int a, b;
};

void h(struct pair *);

int assigned(void)
{
	int x;

	x = g();
	f(&x);
	return x;
}

int unused(void)
{
	int x;

	return g();
}

void partly(void)
{
	struct pair p;

	p.a = g();
	h(&p);
}

int rarely(int c)
{
	int x;

	if (__builtin_expect(c, 0)) {
		f(&x);
		return x;
	}
	return 0;
}

int outside(int n)
{
	int x, sum = 0;

	for (int i = 0; i < n; i++) {
		f(&x);
		sum += x;
	}
	return sum;
}
