/* -fsanitize=undefined together with the plugin: its checks find what they
   should, and ours what is uninitialised. */
/* { dg-kmsan-report {uninit-value in branch} {Local variable x created at:\n main} } */
/* { dg-options "-g -fsanitize=undefined" } */
#include <kmsan.h>
#include "shadow.h"

struct s {
	int a, b[4];
};

noipa static void branch(int *p)
{
	use(*p == 5);
}

noipa static int all(struct s *s, int i, int *p)
{
	return s->b[i] + s->a * *p - (*p << i) / i;
}

/* A checked operation has the same value as a plain one. */
OP2(add, int, int, int, a + b)
OP2(subtract, int, int, int, a - b)
OP1(multiply, int, int, a * 4)
OP1(negate, int, int, -a)

int main(int argc, char **argv)
{
	struct s s = { argc, { 1, 2, 3, argc } };
	int x;

	expect2(add, 1, 0x0f, 2, 0xf0, 0xff);
	expect2(add, 1, 0, 2, 0, 0);
	expect2(subtract, 1, 0x0f, 2, 0, 0x0f);
	expect1(multiply, 1, 0x0f, 0x3c);
	expect1(negate, 1, 0x10, 0x10);
	touch(&x);
	touch(&s);
	use(all(&s, argc, &argc) == 5);
	branch(&argc);
	branch(&x);
	return 0;
}
