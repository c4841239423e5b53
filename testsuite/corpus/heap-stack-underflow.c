/* A calculator pops one value more than was pushed. */
#include <stdio.h>
#include <stdlib.h>

static int *stack, top;

static void push(int value)
{
	stack[top++] = value;
}

static int pop(void)
{
	return stack[--top];
}

static int evaluate(const char *p)
{
	for (; *p; p++) {
		if (*p == '+')
			push(pop() + pop());	/* bug */
		else
			push(*p - '0');
	}
	return pop();
}

int main(int argc, char **argv)
{
	int value;

	stack = malloc(8 * sizeof(int));
	top = 2;
#ifdef BUG
	value = evaluate(argc == 1 ? "12+++" : argv[1]);
#else
	value = evaluate(argc == 1 ? "12+3+" : argv[1]);
#endif
	if (value == 6)	/* bug */
		puts("six");
	free(stack);
	return 0;
}
