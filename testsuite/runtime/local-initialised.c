/* Nothing is reported where everything is initialised. */
/* { dg-kmsan-clean } */

int main(void)
{
	volatile int x = 0;

	if (x)
		__asm__ volatile("");
	return 0;
}
