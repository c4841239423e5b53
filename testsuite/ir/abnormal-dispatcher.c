/* In the block where all calls that longjmp() may return from meet, nothing is
   computed. */
/* { dg-final { scan-kmsan {ABNORMAL_DISPATCHER} "twice" } } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
int setjmp(long *) __attribute__((returns_twice));
void work(void), other(void);
extern long buffer[200];

void twice(void)
{
	if (setjmp(buffer)) {
		other();
		return;
	}
	work();
	work();
}
