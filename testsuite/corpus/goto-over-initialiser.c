/* A goto enters a scope after the initialiser of its variable. */
#include <stdio.h>

static int retry(int n)
{
	int tries = 0;

#ifdef BUG
	if (n)
		goto again;
#endif
	{
		int delay = 10;

again:
		if (delay > 1000)	/* bug */
			return tries;
		delay = 2000;
		tries++;
		if (tries < n)
			goto again;
	}
	return tries;
}

int main(int argc, char **argv)
{
	return retry(argc) == 99;
}
