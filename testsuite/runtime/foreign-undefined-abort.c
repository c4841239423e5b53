/* The same as foreign-undefined.c where the sanitizer ends the program. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O1 -O2 } */
/* { dg-kmsan-modes eager } */
/* { dg-options "-g -fsanitize=undefined,float-cast-overflow -fno-sanitize-recover=all" } */
#include "foreign-undefined.h"
