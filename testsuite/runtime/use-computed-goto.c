/* A computed goto uses the address that it jumps to. */
/* { dg-kmsan-report {uninit-value in jump} } */
#include "shadow.h"

noipa static int jump(int *which)
{
	static const void *const targets[] = { &&first, &&second };
	const void *target = targets[0];

	/* Poison that does not change the value. */
	target = (const char *)target + (*which & 0);
	target = (const char *)target + *which;
	goto *target;
first:
	return 1;
second:
	return 2;
}

int main(void)
{
	int which = 0;

	jump(&which);
	poison_bits(which, 1);
	jump(&which);
	return 0;
}
