/* Each store of a poisoned value adds a link to its origin's chain. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n copy} {Local variable x created at:\n main} } */

__attribute__((noipa)) static void copy(volatile int *to, volatile int *from)
{
	*to = *from;
}

int main(void)
{
	volatile int x, y;

	copy(&y, &x);
	if (y)
		__asm__ volatile("");
	return 0;
}
