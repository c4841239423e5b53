#define use(value) do { if (value) __asm__ volatile(""); } while (0)

#include "clang-ms-abi.h"

__attribute__((ms_abi)) void clang_callee(struct big b, long l, struct pair p,
					  _Complex double d)
{
	use(b.a == 5);
	use(b.b == 5);
	use(b.c == 5);
	use(l == 5);
	use(p.a == 5);
	use(p.b == 5);
	use(d == 5);
}

void clang_caller(ms_function *callee, struct big *b, struct pair *p)
{
	callee(*b, 7, *p, 7);
}
