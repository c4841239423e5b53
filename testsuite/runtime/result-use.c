/* In C an uninitialised result is not an error; it is reported where it is
   used. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n get} } */
/* { dg-kmsan-modes eager lazy } */

__attribute__((noipa)) static int get(void)
{
	volatile int x;

	return x;
}

int main(void)
{
	get();
	if (get())
		__asm__ volatile("");
	return 0;
}
