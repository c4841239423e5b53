/* C allows to return something uninitialised: it is its use that is reported,
   with eager checks too. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n get} } */
/* { dg-kmsan-modes eager lazy } */

__attribute__((noipa)) static int get(void)
{
	volatile int x;

	return x;
}

int main(void)
{
	if (get())
		__asm__ volatile("");
	return 0;
}
