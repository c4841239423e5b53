/* A variadic struct brings its origin along. */
/* { dg-kmsan-report {uninit-value in callee} {stored to memory at:\n callee} {Local variable s created at:\n main} } */
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
	va_end(list);
	touch(&s);
	use(s.a == 5);
	use(s.b == 5);
	use(s.c == 5);
}

int main(void)
{
	struct s s;

	touch(&s);
	s.a = s.c = 1;
	callee(1, s);
	return 0;
}
