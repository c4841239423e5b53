/* What is assigned to a register variable is checked there, since an asm is
   going to use it. */
/* { dg-kmsan-report {uninit-value in use} {Local variable value created at} } */
/* { dg-kmsan-modes eager lazy } */

__attribute__((noinline)) static long use(long *from)
{
	register long number asm("rdi") = *from;
	long out;

	asm("mov %1, %0" : "=r"(out) : "r"(number));
	return out;
}

int main(void)
{
	long value, clean = 1;

	if (use(&clean) != 1)
		return 1;
	return use(&value) == 12345;
}
