/* The functions that -finstrument-functions calls may be instrumented, but they
   are passed no shadow. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes lazy lazy+tag } */
/* { dg-options "-g -finstrument-functions" } */
#include <kmsan.h>
#include "use.h"

static void *volatile last;
static volatile long calls;

__attribute__((no_instrument_function)) void
__cyg_profile_func_enter(void *function, void *caller)
{
	if (function != caller)
		calls++;
	last = function;
}

__attribute__((no_instrument_function)) void
__cyg_profile_func_exit(void *function, void *caller)
{
	if (function == last)
		calls += caller != last;
}

noipa static long ignore(long a, long b)
{
	return sizeof(a) + sizeof(b);
}

noipa static long pass(long *p)
{
	return ignore(p[0], p[1]) + ignore(p[1], p[0]);
}

int main(int argc, char **argv)
{
	long x[2];

	kmsan_poison_memory(x, sizeof(x));
	return pass(x) != 32;
}
