/* An uninstrumented function has no call of the runtime at -Os, whatever is in
   it. */
/* { dg-options "-Os -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-not {__msan_} "bare" } } */
/* { dg-final { scan-kmsan-not {DEFERRED_INIT} "bare" } } */
/* { dg-final { scan-kmsan {__msan_} "checked" } } */
#include "uninstrumented.h"
