/* Variadic arguments to and from functions without checks are clean. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include <kmsan.h>
#include <stdarg.h>
#include "use.h"

struct s {
	long a, b, c;
};

noipa static void callee(int n, ...)
{
	va_list list;
	struct s s;

	va_start(list, n);
	s = va_arg(list, struct s);
	use(s.b == 5);
	use(va_arg(list, int) == 5);
	va_end(list);
}

__no_kmsan_checks noipa static void passes(struct s *s, int *x)
{
	callee(2, *s, *x);
}

noipa static void looks(struct s *s)
{
	use(s->b == 5);
}

__no_kmsan_checks noipa static void takes(int n, ...)
{
	va_list list;
	struct s s;

	va_start(list, n);
	s = va_arg(list, struct s);
	looks(&s);
	va_end(list);
}

int main(void)
{
	struct s s;
	int x;

	touch(&s);
	touch(&x);
	passes(&s, &x);
	takes(1, s);
	return 0;
}
