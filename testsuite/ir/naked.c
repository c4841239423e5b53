/* A naked function is left alone: it is not instrumented. */
/* { dg-final { scan-kmsan-not {__msan_} "entry" } } */

__attribute__((naked)) void entry(void)
{
	__asm__("ret");
}
