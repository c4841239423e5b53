/* Called through a piece of assembly that jumps.  It may change the arguments
   on the way, so whoever calls it, the shadow does not count. */
/* { dg-kmsan-report untagged {uninit-value in stale_pair} } */
/* { dg-kmsan-report untagged {uninit-value in stale_six} } */
/* { dg-kmsan-report untagged {uninit-value in stale_many} } */
/* { dg-kmsan-report lazy+untagged {uninit-value in stale_scalar} } */
/* { dg-kmsan-report untagged {uninit-value in true_pair} } */
/* { dg-kmsan-modes eager lazy eager+tag lazy+tag } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "call-tag.h"

TAKERS(stale)
TAKERS(true)
DECLARE(thunk);
DECLARE(through);
CALLERS(__no_sanitize_memory, thunk)

#define THUNK(name, to) #name ": jmp " #to "\n"
__asm__(".text\n"
	THUNK(thunk_pair, stale_pair)
	THUNK(thunk_six, stale_six)
	THUNK(thunk_many, stale_many)
	THUNK(thunk_scalar, stale_scalar)
	THUNK(through_pair, true_pair));

int main(void)
{
	struct pair p;
	struct six s;

	touch(&p);
	touch(&s);
	CALL_BARE(p, s);
	through_pair(p);
	return 0;
}
