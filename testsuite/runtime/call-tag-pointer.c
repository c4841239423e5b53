/* Called through a pointer, by uninstrumented code and by instrumented code. */
/* { dg-kmsan-report untagged {uninit-value in stale_pair} } */
/* { dg-kmsan-report untagged {uninit-value in stale_six} } */
/* { dg-kmsan-report untagged {uninit-value in stale_many} } */
/* { dg-kmsan-report lazy+untagged {uninit-value in stale_scalar} } */
/* { dg-kmsan-report tag {uninit-value in true_pair} {Local variable p created at:\n main} } */
/* { dg-kmsan-report untagged {uninit-value in true_pair} } */
/* { dg-kmsan-report tag {uninit-value in true_six} {Local variable s created at:\n main} } */
/* { dg-kmsan-report untagged {uninit-value in true_six} } */
/* { dg-kmsan-report {uninit-value in (main|true_many)} } */
/* { dg-kmsan-modes eager lazy eager+tag lazy+tag } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "call-tag.h"

TAKERS(stale)
TAKERS(true)

static struct {
	void (*pair)(struct pair);
	void (*six)(struct six);
	void (*many)(int, ...);
	void (*scalar)(int);
} volatile by_stale = { stale_pair, stale_six, stale_many, stale_scalar },
	   by_true = { true_pair, true_six, true_many, true_scalar };

#define indirect_pair by_true.pair
#define indirect_six by_true.six
#define indirect_many by_true.many
#define pointer_pair by_stale.pair
#define pointer_six by_stale.six
#define pointer_many by_stale.many
#define pointer_scalar by_stale.scalar
CALLERS(__no_sanitize_memory, pointer)

MAIN(indirect)
