/* Scalars go to Clang's code and back with their shadow. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-clang clang-pass.c -O2 } */
#define TYPES SCALARS
#include "clang-round-trip.h"
