/* Profiles look at operands, sizes and the targets of calls; and count, here
   with atomic operations. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -fprofile-generate -fprofile-update=atomic" } */
#include "foreign-profile.h"
