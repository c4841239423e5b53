/* GCC warns about an uninitialised variable as it does without the plugin. */
/* { dg-options "-O2 -Wall -fdiagnostics-plain-output" } */

int g(void) /* { dg-warning "In function" "" { target *-*-* } 0 } */
{
	int y; /* { dg-warning "was declared here" } */

	return y; /* { dg-warning "is used uninitialized" } */
}
