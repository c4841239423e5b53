/* Where one path sets a local and another leaves it as it was, no register is
   kept for its origin: it means nothing where the local is initialised. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
void one(void), two(void), three(void);

/* The marker of "second" is 4294967294; the shadow has 4294967295. */
/* { dg-final { scan-kmsan {PHI <4294967294\(\d+\), 4294967294\(\d+\)>} "set_on_one_path" } } */
/* { dg-final { scan-kmsan-not {4294967294\(\d+\), 0\(|\m0\(\d+\), 4294967294\(} "set_on_one_path" } } */
void set_on_one_path(const int *p, int k)
{
	int first, second;

	if (p[0])
		first = k;
	if (p[2])
		second = k;
	one();
	if (first > 7)
		two();
	if (second > 8)
		three();
}

/* Two locals may be meant, so their markers are kept apart. */
/* { dg-final { scan-kmsan-not {PHI <4294967294\(\d+\), 4294967294\(\d+\)>} "two_locals" } } */
/* { dg-final { scan-kmsan {PHI <[^>]*429496729[45]\(\d+\), [^>]*429496729[45]\(} "two_locals" } } */
void two_locals(const int *p)
{
	int first, second, third;

	if (p[0])
		third = first;
	else
		third = second;
	one();
	if (third > 7)
		two();
}
