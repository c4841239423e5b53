/* Code that has no SSE registers keeps only the general ones for va_arg. */
/* { dg-kmsan-report {uninit-value in in_register} {stored to memory at:\n take} } */
/* { dg-kmsan-report {uninit-value in on_stack} {stored to memory at:\n take} } */
/* { dg-kmsan-modes lazy } */
/* { dg-options "-g -mgeneral-regs-only" } */
#include <stdarg.h>
#include <kmsan.h>

#define noipa __attribute__((noipa))

noipa static void take(int *to, int n, ...)
{
	va_list list;

	va_start(list, n);
	for (int i = 0; i < n; i++)
		to[i] = va_arg(list, int);
	va_end(list);
}

noipa static void in_register(int *p)
{
	if (*p == 77)
		__asm__ volatile("");
}

noipa static void on_stack(int *p)
{
	if (*p == 77)
		__asm__ volatile("");
}

int main(void)
{
	int x, to[8];

	kmsan_poison_memory(&x, sizeof(x));
	take(to, 8, 0, 1, x, 3, 4, 5, x, 7);
	for (int i = 0; i < 8; i++)
		if (i != 2 && i != 6 && to[i] == 77)
			__asm__ volatile("");
	in_register(&to[2]);
	on_stack(&to[6]);
	return 0;
}
