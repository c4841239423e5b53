/* Variadic arguments of Microsoft's calling convention: eight bytes each, the
   first in registers, floating-point ones too. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy lazy+tag } */
#include <kmsan.h>
#include <stdarg.h>
#include "stale.h"
#include "use.h"

#define ms __attribute__((ms_abi))

struct pair {
	int a, b;
};

/* Bit @i of @poisoned: argument @i is. */
static void expect(const void *p, unsigned long n, unsigned int poisoned, int i)
{
	if (poisoned >> i & 1)
		return;
	kmsan_check_memory(p, n);
}

ms noipa static void callee(unsigned int poisoned, int n, ...)
{
	__builtin_ms_va_list list, copy;
	struct pair s;
	double d;
	long l;

	__builtin_ms_va_start(list, n);
	__builtin_ms_va_copy(copy, list);
	for (int i = 0; i < n; i += 3) {
		l = __builtin_va_arg(copy, long);
		expect(&l, sizeof(l), poisoned, i);
		d = __builtin_va_arg(copy, double);
		expect(&d, sizeof(d), poisoned, i + 1);
		s = __builtin_va_arg(copy, struct pair);
		expect(&s, sizeof(s), poisoned, i + 2);
	}
	__builtin_ms_va_end(copy);
	__builtin_ms_va_end(list);
}

int main(int argc, char **argv)
{
	struct pair s = { 1, 2 }, bad;
	double d = argc, bad_d;
	long l = argc, bad_l;

	touch(&bad);
	touch(&bad_d);
	touch(&bad_l);
	callee(077, 6, bad_l, bad_d, bad, bad_l, bad_d, bad);
	leave_stale_frames();
	callee(0, 6, l, d, s, l, d, s);
	callee(1, 6, bad_l, d, s, l, d, s);
	callee(2, 6, l, bad_d, s, l, d, s);
	callee(040, 6, l, d, s, l, d, bad);
	callee(010, 6, l, d, s, bad_l, d, s);
	return 0;
}
