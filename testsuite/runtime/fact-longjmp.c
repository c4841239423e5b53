/* A function that never returns may be found const, and still return through a
   setjmp: what was assigned before the call counts there. */
/* { dg-kmsan-clean } */
#include "use.h"

static void *env[5];

__attribute__((noinline, noclone)) static void jump(void)
{
	__builtin_longjmp(env, 1);
}

static void leave(void)
{
	jump();
}

noipa static int assigned(int x)
{
	int a = 0;

	if (__builtin_setjmp(env) == 0) {
		while (1) {
			a = 1;
			leave();
		}
	}
	return a ? x : 0;
}

int main(void)
{
	return assigned(1) != 1;
}
