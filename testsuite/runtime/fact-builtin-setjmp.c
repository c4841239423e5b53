/* __builtin_setjmp and __builtin_longjmp keep shadow like the C library's. */
/* { dg-kmsan-clean } */
#include "use.h"

static void *buffer[5];

noipa static void jump(void)
{
	__builtin_longjmp(buffer, 1);
}

int main(int argc, char **argv)
{
	volatile int x = argc;

	if (__builtin_setjmp(buffer) == 0)
		jump();
	use(x == 5);
	return 0;
}
