/* The undefined behaviour sanitizer looks at values that the program only
   passes on.  Its complaints are not about uninitialised values. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -fchecking -fsanitize=undefined,float-cast-overflow,float-divide-by-zero" } */
#include "foreign-undefined.h"
