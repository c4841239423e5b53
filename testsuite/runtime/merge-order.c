/* Two conditions on one variable are not merged and tested after a third one
   that is between them: the first may decide. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct buffer {
	int length, kind;
	short state;
};

noipa static int is_short(const struct buffer *b)
{
	return b->length >= 0 && b->kind == 5 && b->length < 10;
}

noipa static int is_idle(const struct buffer *b)
{
	return (!(b->state & 240) && ((b->state & 12) || (b->state & 128))) &&
	       !(b->state & 16);
}

int main(void)
{
	struct buffer b = {-1, 0, -13};

	kmsan_poison_memory(&b.kind, sizeof(b.kind));
	use(is_short(&b));
	poison_bits(b.state, 0xff80);
	use(is_idle(&b));
	return 0;
}
