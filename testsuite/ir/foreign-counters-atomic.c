/* The metadata of a profile's atomic counters is not needed, either. */
/* { dg-options "-O2 -fdump-tree-kmsan -fprofile-generate -fprofile-update=atomic" } */
/* { dg-final { scan-kmsan {__atomic_(fetch_add|add_fetch)_8 \(&__gcov} "f" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata} "f" } } */
#include "foreign-counters.h"
