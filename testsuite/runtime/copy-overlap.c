/* An object that is assigned to itself keeps its shadow. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct small {
	char c[24];
};

struct big {
	char c[200];
};

noipa static void assign_small(struct small *to, struct small *from)
{
	*to = *from;
}

noipa static void assign_big(struct big *to, struct big *from)
{
	*to = *from;
}

int main(void)
{
	static struct small s;
	static struct big b;

	poison_bits(s.c[20], 0x5a);
	poison_bits(b.c[150], 0x5a);
	assign_small(&s, &s);
	assign_big(&b, &b);
	expect_shadow(s.c[20], 0x5a);
	expect_shadow(s.c[19], 0);
	expect_shadow(b.c[150], 0x5a);
	expect_shadow(b.c[149], 0);
	return 0;
}
