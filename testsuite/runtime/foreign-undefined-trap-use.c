/* Where the sanitizer traps, it hides no use either: the program's own traps
   are not taken for the sanitizer's. */
/* { dg-kmsan-report {uninit-value in trap} } */
/* { dg-kmsan-report {uninit-value in not_reached} } */
/* { dg-kmsan-report {uninit-value in divisor} } */
/* { dg-kmsan-report {uninit-value in index_of} } */
/* { dg-kmsan-report {uninit-value in shifted} } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager } */
/* { dg-options "-g -fsanitize=undefined -fsanitize-undefined-trap-on-error" } */
#include "foreign-undefined-use.h"
