/* uninstrumented.h - the source that uninstrumented-*.c compile at each
   level. */
#include <kmsan.h>
#include <stdarg.h>
#include <string.h>

struct s {
	char c;
	long l[20];
};

void sink(void *p);
int get(int n);

__no_sanitize_memory int bare(struct s *p, int n, ...)
{
	struct s s, t = { 1, { n } };
	volatile int v;
	int x, vla[n], y;
	va_list list;

	va_start(list, n);
	x = va_arg(list, int);
	va_end(list);
	memcpy(&s, p, sizeof(s));
	*p = t;
	sink(&s);
	sink(vla);
	sink(__builtin_alloca(n));
	__asm__ volatile("movl %1, %0" : "=m"(vla[0]) : "r"(x));
	if (n > 3)
		y = __atomic_fetch_add(&vla[1], 1, __ATOMIC_SEQ_CST);
	return get(v) + y;
}

int checked(int *p)
{
	return *p ? get(*p) : 0;
}
