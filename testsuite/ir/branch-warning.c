/* A branch on a value from memory is checked; its address is checked too, but
   an argument counts as initialised with eager checks. */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "branch" } } */

int g(void);

void branch(int *p)
{
	if (*p)
		g();
}
