/* GCC's knowledge of string functions does not get in the way: they read what
   they read, and what they write is initialised. */
/* { dg-kmsan-clean } */
#include <stdio.h>
#include <string.h>
#include "shadow.h"

noipa static size_t length(char *s)
{
	return strlen(s);
}

noipa static void join(char *to, char *from)
{
	strcpy(to, from);
	strcat(to, "-");
	strcat(to, from);
}

noipa static void print(char *to, int n)
{
	sprintf(to, "%d", n);
}

int main(void)
{
	char text[32], number[16];

	touch(text);
	touch(number);
	join(text, "abc");
	use(length(text) == 3);
	for (int i = 0; i < 8; i++)
		expect_shadow(text[i], 0);
	expect_shadow(text[8], 0xff);
	print(number, 42);
	expect_shadow(number[2], 0);
	expect_shadow(number[3], 0xff);
	return 0;
}
