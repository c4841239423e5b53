/* One of the cases breaks before setting what all the others set. */
#include <stdio.h>

struct colour {
	unsigned char r, g, b;
};

static void pick(struct colour *c, int n)
{
	c->r = c->g = 0;
	switch (n & 3) {
	case 0:
		c->b = 10;
		break;
	case 1:
		c->r = 200;
#ifdef BUG
		break;
#endif
	case 2:
		c->b = 20;
		break;
	default:
		c->b = 30;
	}
}

int main(int argc, char **argv)
{
	struct colour c;

	pick(&c, argc);
	if (c.b > 15)	/* bug */
		puts("blue");
	return 0;
}
