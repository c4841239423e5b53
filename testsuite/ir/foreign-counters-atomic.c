/* The metadata of a profile's atomic counters is not needed, either. */
/* { dg-options "-O2 -fdump-tree-kmsan -fprofile-generate -fprofile-update=atomic" } */
/* { dg-final { scan-kmsan {__atomic_fetch_add_8 \(&__gcov} "f" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata} "f" } } */
#include "foreign-counters.h"
