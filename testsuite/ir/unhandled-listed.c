/* Whatever has no rule is named in the dump. */
/* { dg-final { scan-kmsan {;; kmsan: unhandled builtin __builtin_apply_args} "f" } } */

void *f(void)
{
	return __builtin_apply_args();
}
