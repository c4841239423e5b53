/* A structure, only half of it set, is a variadic argument. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
	int x, y;
};

__attribute__((noinline)) static int inside(int n, ...)
{
	int count = 0;
	va_list list;

	va_start(list, n);
	while (n--) {
		struct point p = va_arg(list, struct point);

		if (p.x < 10 && p.y < 10)	/* bug */
			count++;
	}
	va_end(list);
	return count;
}

int main(int argc, char **argv)
{
	struct point *p = malloc(2 * sizeof(*p));

	p[0].x = p[0].y = p[1].x = argc;
#ifndef BUG
	p[1].y = 3;
#endif
	if (inside(2, p[0], p[1]) == 2)	/* bug */
		puts("both");
	free(p);
	return 0;
}
