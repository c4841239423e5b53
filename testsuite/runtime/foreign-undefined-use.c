/* The sanitizer hides none of the program's uses, not even where one leads to
   undefined behaviour or a trap. */
/* { dg-kmsan-report {uninit-value in trap} } */
/* { dg-kmsan-report {uninit-value in not_reached} } */
/* { dg-kmsan-report {uninit-value in divisor} } */
/* { dg-kmsan-report {uninit-value in index_of} } */
/* { dg-kmsan-report {uninit-value in shifted} } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager } */
/* { dg-options "-g -fsanitize=undefined" } */
#include "foreign-undefined-use.h"
