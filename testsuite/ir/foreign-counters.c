/* The metadata of a profile's counters is not needed. */
/* { dg-options "-O2 -fdump-tree-kmsan -fprofile-generate" } */
/* { dg-final { scan-kmsan {__gcov0} "f" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata} "f" } } */
#include "foreign-counters.h"
