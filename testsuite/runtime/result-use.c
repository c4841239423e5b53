/* An uninitialised result is reported where it is returned with eager checks,
   and where it is used without. */
/* { dg-kmsan-report eager {uninit-value in get} {Local variable x created at:\n get} } */
/* { dg-kmsan-report lazy {uninit-value in main} {Local variable x created at:\n get} } */
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
