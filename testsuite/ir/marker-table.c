/* However many uninitialised locals may be the cause, a use looks up one. */
/* { dg-options "-O2 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-times {__msan_poison_alloca \(} 1 "several" } } */
/* { dg-final { scan-kmsan {&kmsan_names} "several" } } */
/* { dg-final { scan-kmsan-times {__msan_poison_alloca \(} 1 "one" } } */
/* { dg-final { scan-kmsan-not {&kmsan_names} "one" } } */

extern void put(int);

void several(int *p, int k)
{
	int a, b, c, x = 0;

	if (p[0])
		a = p[1];
	if (p[2])
		b = p[3];
	if (p[4])
		c = p[5];
	switch (k) {
	case 0:
		x = a;
		break;
	case 1:
		x = b;
		break;
	case 2:
		x = c;
		break;
	}
	if (x > 7)
		put(1);
}

void one(int k, int *p)
{
	int a;

	if (k)
		a = p[k];
	if (a > 7)
		put(1);
}
