/* Whatever has no rule is named in the dump. */
/* { dg-final { scan-kmsan {;; kmsan: unhandled builtin __builtin_ia32_} "f" } } */

void f(void *p)
{
	__builtin_ia32_fxsave(p);
}
