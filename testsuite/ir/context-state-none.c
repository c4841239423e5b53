/* A function that neither takes, passes nor returns a value does not ask for
   the context state. */
/* { dg-final { scan-kmsan-not {MEM.*ref-all} "nothing" } } */

void sink(void);

void nothing(void)
{
	sink();
}
