/* Values in registers that live across setjmp have no shadow that can be
   followed; they count as initialised. */
/* { dg-kmsan-clean } */
#include <setjmp.h>
#include "use.h"

static jmp_buf buffer;

noipa static void jump(void)
{
	longjmp(buffer, 1);
}

noipa static int run(int argc)
{
	int i = argc, before = argc + 1;

	if (setjmp(buffer) == 0) {
		use(before == 7);
		jump();
	}
	return i;
}

int main(int argc, char **argv)
{
	use(run(argc) == 5);
	return 0;
}
