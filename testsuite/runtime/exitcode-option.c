/* KMSAN_OPTIONS=exitcode=N replaces the status 99 of a program with reports. */
/* { dg-kmsan-report {uninit-value in main} } */
/* { dg-kmsan-env KMSAN_OPTIONS=exitcode=3 } */
/* { dg-kmsan-exit 3 } */
/* { dg-kmsan-levels -O2 } */

int main(void)
{
	volatile int x;

	if (x)
		__asm__ volatile("");
	return 0;
}
