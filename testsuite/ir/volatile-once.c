/* A volatile object is read and written as often as the program says. */
/* { dg-final { scan-kmsan-times { =\{v\} \*p} 2 "twice" } } */
/* { dg-final { scan-kmsan-times {\*p_[0-9]*\(D\) =\{v\}} 1 "set" } } */

int twice(volatile int *p)
{
	return *p + *p;
}

void set(volatile int *p, int x)
{
	*p = x;
}
