/* A branch on an uninitialised local is reported, with the local's name. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */

int main(void)
{
	volatile int x;

	if (x)
		__asm__ volatile("");
	return 0;
}
