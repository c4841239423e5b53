/* Builtins that read and write none of the program's values have a rule in every
   version of GCC that has them. */
/* { dg-kmsan-gcc 14 } */
/* { dg-final { scan-kmsan {__builtin_stack_address} } } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan-not {__msan_warning} } } */

void *f(void)
{
#if __GNUC__ >= 16
	__builtin_observable_checkpoint();
#endif
	return __builtin_stack_address();
}
