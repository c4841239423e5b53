/* An uninstrumented function has no call of the runtime at -O3, whatever is in
   it. */
/* { dg-options "-O3 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-not {__msan_} "bare" } } */
/* { dg-final { scan-kmsan-not {DEFERRED_INIT} "bare" } } */
/* { dg-final { scan-kmsan {__msan_} "checked" } } */
#include "uninstrumented.h"
