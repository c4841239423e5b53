/* An AND with a known zero is initialised; with a known one it is not. */
/* { dg-kmsan-report {uninit-value in masked_in} {Local variable x created at:\n main} } */

__attribute__((noipa)) static void masked_out(volatile int *p)
{
	if (*p & 0x0f & 0xf0)
		__asm__ volatile("");
}

__attribute__((noipa)) static void masked_in(volatile int *p)
{
	if (*p & 0x0f)
		__asm__ volatile("");
}

int main(void)
{
	volatile int x;

	masked_out(&x);
	masked_in(&x);
	return 0;
}
