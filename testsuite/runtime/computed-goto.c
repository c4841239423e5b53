/* A threaded interpreter: the values that live across its jumps keep their
   shadow. */
/* { dg-kmsan-report {uninit-value in run} {Local variable operands created at:\n main} } */
#include "use.h"

noipa static int run(const char *code, int *operands)
{
	static const void *const ops[] = { &&stop, &&load, &&add, &&test };
	int accumulator = 0;

#define NEXT goto *ops[(int)*code++]
	NEXT;
load:
	accumulator = *operands++;
	NEXT;
add:
	accumulator += 3;
	NEXT;
test:
	use(accumulator == 50);
	NEXT;
stop:
	return accumulator;
}

int main(void)
{
	static const char code[] = { 1, 2, 3, 1, 2, 2, 3, 0 };
	int operands[2];

	operands[0] = 1;
	touch(operands);
	run(code, operands);
	return 0;
}
