/* Calls that keep registers change no others than any call may change in the same
   function: an interrupt handler loses none, in whatever order functions are
   compiled. */
/* { dg-options "-O2 -mgeneral-regs-only -fplugin-arg-kmsan-keep-registers=1 -fplugin-arg-kmsan-param-retval=0 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-times {__msan_get_context_state_keep \(} 3 } } */

void take(int);

void before(void)
{
	take(1);
}

__attribute__((interrupt)) void handler(void *frame)
{
	take(2);
}

void after(void)
{
	take(3);
}
