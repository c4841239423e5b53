/* An uninstrumented function has not one call into the runtime at -O2,
   whatever there is in it. */
/* { dg-options "-O2 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-not {__msan_} "bare" } } */
/* { dg-final { scan-kmsan-not {DEFERRED_INIT} "bare" } } */
/* { dg-final { scan-kmsan {__msan_} "checked" } } */
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
