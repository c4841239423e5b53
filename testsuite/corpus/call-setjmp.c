/* A long jump comes before the assignment that the handler relies on. */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf buffer;

static void parse(int n)
{
	if (n == 1)
		longjmp(buffer, 1);
}

int main(int argc, char **argv)
{
	volatile int line;

#ifndef BUG
	line = 0;
#endif
	if (setjmp(buffer)) {
		if (line > 3)	/* bug */
			puts("late");
		return 0;
	}
	parse(argc);
	line = 1;
	parse(argc + 1);
	return 0;
}
