/* A mean of doubles, one of which is only set on Sundays. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static double mean(int n, ...)
{
	double sum = 0;
	va_list list;

	va_start(list, n);
	for (int i = 0; i < n; i++)
		sum += va_arg(list, double);
	va_end(list);
	return sum / n;
}

int main(int argc, char **argv)
{
	double *day = malloc(3 * sizeof(*day));

	day[0] = argc;
	day[1] = 2.5;
#ifdef BUG
	if (argc == 7)
#endif
		day[2] = 4;
	if (mean(3, day[0], day[1], day[2]) > 2)	/* bug */
		puts("more than two");
	free(day);
	return 0;
}
