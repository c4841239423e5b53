/* An object whose bits no number counts is declared like any other, and its
   members have their metadata; its initialiser is not followed. */
/* { dg-final { scan-kmsan {__msan_poison_alloca \(&s, 2305843009213693952, } declared } } */
/* { dg-final { scan-kmsan-not {__msan_poison_alloca} initialised } } */
/* { dg-final { scan-kmsan {MEM <unsigned short> \[} member } } */

struct s {
	short a;
	char b[~0ul / 8 - 1];
};

void take(struct s *);

void declared(void)
{
	struct s s;

	take(&s);
}

void initialised(void)
{
	struct {
		char c;
		struct s s;
	} s = {1, {2}};

	take(&s.s);
}

int member(struct s *p)
{
	return p->a;
}
