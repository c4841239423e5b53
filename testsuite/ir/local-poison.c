/* A local in memory is poisoned where it is declared, with its name; one in a
   register costs nothing. */
/* { dg-final { scan-kmsan-times {__msan_poison_alloca \(&buffer, 64, &"buffer"} 1 "memory" } } */
/* { dg-final { scan-kmsan-not {poison_alloca} "in_register" } } */

void sink(void *p);

void memory(void)
{
	char buffer[64];

	sink(buffer);
}

int in_register(int c)
{
	int x;

	if (c)
		x = 3;
	else
		x = 4;
	return x;
}
