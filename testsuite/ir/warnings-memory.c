/* GCC warns about uninitialised memory as it does without the plugin: not once
   more about our calls, which get its address. */
/* { dg-options "-O2 -Wall -fdiagnostics-plain-output" } */
#include <stdlib.h>

void sink(int);

void new_memory(void) /* { dg-warning "In function" "" { target *-*-* } 0 } */
{
	int *p = malloc(40);

	if (p[0]) /* { dg-warning "'\\*p' is used uninitialized" } */
		sink(1);
	free(p);
}

void array(int i)
{
	int a[4]; /* { dg-warning "declared here" } */

	if (a[i]) /* { dg-warning "is used uninitialized" } */
		sink(1);
}
