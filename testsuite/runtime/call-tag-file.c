/* Called by a file that is not instrumented. */
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
/* { dg-kmsan-plain call-tag-callers.c } */
#include "call-tag.h"

TAKERS(stale)
TAKERS(true)

MAIN(true)
