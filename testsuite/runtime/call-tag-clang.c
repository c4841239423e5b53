/* Clang's code stores no tag: what it passes counts as initialised where the
   plugin's code looks at tags.  What is passed to Clang's code arrives. */
/* { dg-kmsan-report untagged {uninit-value in stale_pair} } */
/* { dg-kmsan-report untagged {uninit-value in stale_six} } */
/* { dg-kmsan-report {uninit-value in clang_pair} {Local variable p created at:\n main} } */
/* { dg-kmsan-report {uninit-value in clang_six} {Local variable s created at:\n main} } */
/* { dg-kmsan-report {uninit-value in true_pair} {Local variable p created at:\n main} } */
/* { dg-kmsan-modes eager lazy eager+tag lazy+tag } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-clang call-tag-clang.c -O2 } */
#include "call-tag.h"

TAKERS(stale)
TAKERS(true)
DECLARE(clang);
void clang_pass(struct pair *p, struct six *s);

int main(void)
{
	struct pair p;
	struct six s;

	touch(&p);
	touch(&s);
	clang_pass(&p, &s);
	clang_pair(p);
	clang_six(s);
	true_pair(p);
	return 0;
}
