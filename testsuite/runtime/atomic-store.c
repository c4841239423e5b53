/* An atomic store leaves the object initialised, whatever is stored: shadow
   and value can't be stored at once. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(store_char, char, char, ({ __atomic_store_n(r, a, __ATOMIC_SEQ_CST); *r; }))
OP1(store, int, int, ({ __atomic_store_n(r, a, __ATOMIC_SEQ_CST); *r; }))
OP1(store_long, long, long,
    ({ __atomic_store_n(r, a, __ATOMIC_RELEASE); *r; }))
OP1(release, _Bool, int, ({ __atomic_clear(r, __ATOMIC_RELEASE); *r; }))

int main(void)
{
	expect1(store_char, 1, 0xff, 0);
	expect1(store, 1, 0xff, 0);
	expect1(store_long, 1, ALL, 0);
	expect1(release, 1, 0, 0);
	return 0;
}
