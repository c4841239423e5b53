/* Without a profile, -fprofile-use compiles as usual. */
/* { dg-options "-O2 -fdump-tree-kmsan -fprofile-use -Wno-missing-profile" } */
/* { dg-final { scan-kmsan {__msan_warning} "f" } } */

void sink(void);

void f(int *p)
{
	if (*p)
		sink();
}
