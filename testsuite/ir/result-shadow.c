/* A result's shadow is cleared before the call and read after it, at offset
   800; the function that returns it stores it there. */
/* { dg-final { scan-kmsan {800B\] = 0;.*get \(.*= MEM.*800B\]} "call" } } */
/* { dg-final { scan-kmsan {800B\] = [^0]} "give" } } */

int get(int x);
void sink(void);

void call(int x)
{
	if (get(x))
		sink();
}

int give(int *p)
{
	return *p;
}
