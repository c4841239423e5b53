/* The checking variants of string functions are treated like the plain ones. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -D_FORTIFY_SOURCE=2" } */
/* { dg-kmsan-levels -O1 -O2 } */
#include <stdio.h>
#include <string.h>
#include "shadow.h"

struct holder {
	char text[32];
};

noipa static void fill(struct holder *h, const char *from, size_t n)
{
	memset(h->text, 0, n);
	memcpy(h->text, from, n);
	strcpy(h->text + 8, from);
	snprintf(h->text + 16, 8, "%s", from);
}

int main(void)
{
	struct holder h;

	touch(&h);
	fill(&h, "abc", 4);
	expect_shadow(h.text[3], 0);
	expect_shadow(h.text[4], ALL);
	expect_shadow(h.text[11], 0);
	expect_shadow(h.text[12], ALL);
	expect_shadow(h.text[19], 0);
	return 0;
}
