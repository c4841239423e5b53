/* Two checks of the sanitizer whose traps were merged: an empty block leads from
   each branch to the one trap. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fchecking -fsanitize=bool -fsanitize-undefined-trap-on-error" } */
#include <kmsan.h>
#include "use.h"

struct flags {
	_Bool whole;
	_Bool bit : 1;
};

noipa static void copy_twice(struct flags *to, const struct flags *from)
{
	to->whole = from->whole;
	to->bit = from->whole;
}

int main(void)
{
	struct flags from = {1, 1}, to;

	kmsan_poison_memory(&from, sizeof(from));
	copy_twice(&to, &from);
	return 0;
}
