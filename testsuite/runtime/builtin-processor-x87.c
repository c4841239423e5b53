/* The environment of x87: what is stored is initialised, and no more than that.
   Since GCC 15 only GCC itself can call these builtins, for atomics. */
/* { dg-kmsan-gcc 12 14 } */
/* { dg-kmsan-report {uninit-value in beyond_environment} } */
/* { dg-options "-g" } */
#include <kmsan.h>
#include "use.h"

noipa static void environment(void)
{
	unsigned int saved[7];

	__builtin_ia32_fnstenv(saved);
	use(saved[0] & 1);
	use(saved[6] & 1);
	use(__builtin_ia32_fnstsw() & 1);
	__builtin_ia32_fnclex();
	__builtin_ia32_fldenv(saved);
}

noipa static void beyond_environment(void)
{
	unsigned int saved[8];

	__builtin_ia32_fnstenv(saved);
	use(saved[7] & 1);
}

int main(void)
{
	environment();
	beyond_environment();
	return 0;
}
