/* One of the values passed to a variadic function is unset. */
#include <stdarg.h>
#include <stdio.h>

__attribute__((noinline)) static int largest(int n, ...)
{
	int max = -1;
	va_list list;

	va_start(list, n);
	while (n--) {
		int value = va_arg(list, int);

		if (value > max)	/* bug */
			max = value;
	}
	va_end(list);
	return max;
}

static void measure(int *value, int sensor)
{
#ifdef BUG
	if (sensor != 1)
#endif
		*value = sensor * 10;
}

int main(int argc, char **argv)
{
	int a, b, c;

	measure(&a, 0);
	measure(&b, argc);
	measure(&c, 2);
	if (largest(3, a, b, c) > 15)	/* bug */
		puts("hot");
	return 0;
}
