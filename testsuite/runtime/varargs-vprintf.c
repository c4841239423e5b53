/* Printing from one of the program's own variadic functions: its arguments are
   initialised, and so is what it prints. */
/* { dg-kmsan-clean } */
#include <stdarg.h>
#include <stdio.h>
#include "shadow.h"

noipa static void print(char *to, size_t n, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	vsnprintf(to, n, format, list);
	va_end(list);
}

int main(void)
{
	char text[40];

	touch(text);
	print(text, sizeof(text), "%d %s %g %Lg", 1, "two", 3.0, 4.0L);
	expect_shadow(text[9], 0);
	expect_shadow(text[10], ALL);
	return 0;
}
