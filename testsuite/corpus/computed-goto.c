/* An interpreter's program counter runs into code that was never written. */
#include <stdio.h>
#include <stdlib.h>

static int run(const unsigned char *code)
{
	static void *const labels[] = { &&halt, &&increment, &&twice, &&halt };
	int value = 1;

next:
	goto *labels[*code++ & 3];	/* bug */
increment:
	value++;
	goto next;
twice:
	value *= 2;
	goto next;
halt:
	return value;
}

int main(int argc, char **argv)
{
	unsigned char *code = malloc(8);

	code[0] = 1;
	code[1] = 2;
#ifndef BUG
	code[2] = 0;
#endif
	/* Whatever the third instruction is, the fourth one halts. */
	for (int i = 3; i < 8; i++)
		code[i] = 0;
	printf("%d\n", run(code) > 0);
	free(code);
	return 0;
}
