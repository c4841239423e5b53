/* The same as foreign-undefined.c where the sanitizer traps. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -Og -O2 } */
/* { dg-options "-g -fchecking -fsanitize=undefined,float-cast-overflow -fsanitize-undefined-trap-on-error" } */
#include "foreign-undefined.h"
