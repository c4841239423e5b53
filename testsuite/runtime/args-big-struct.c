/* A struct of more than 800 bytes by value does not fit: its copy counts as
   initialised. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct big {
	char c[1000];
};

noipa static void callee(struct big big)
{
	touch(&big);
	use(big.c[999] == 1);
	use(big.c[0] == 1);
}

noipa static struct big returner(struct big *from)
{
	return *from;
}

int main(void)
{
	static struct big big, to;

	kmsan_poison_memory(&big, sizeof(big));
	callee(big);
	/* A result has no limit: it is the caller's memory. */
	to = returner(&big);
	expect_shadow(to.c[999], ALL);
	return 0;
}
