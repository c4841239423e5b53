/* A scratch buffer on the stack is only written at even positions. */
#include <alloca.h>
#include <stdio.h>

static int mix(int n)
{
	unsigned char *scratch = alloca(n);
	int x = 0;

#ifdef BUG
	for (int i = 0; i < n; i += 2)
#else
	for (int i = 0; i < n; i++)
#endif
		scratch[i] = i * n;
	for (int i = 0; i < n; i++)
		x ^= scratch[i];
	return x;
}

int main(int argc, char **argv)
{
	if (mix(argc + 9) & 4)	/* bug */
		puts("bit 2");
	return 0;
}
