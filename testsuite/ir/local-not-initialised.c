/* Finding uninitialised locals does not initialise them. */
/* { dg-final { scan-kmsan-not {DEFERRED_INIT|clear_padding} } } */
/* { dg-final { scan-assembler-not {rep stos|pxor} } } */

struct s {
	char c;
	long l;
};

void sink(void *p);

void f(void)
{
	char buffer[64];
	struct s s;
	int x;

	sink(buffer);
	sink(&s);
	sink(&x);
}
