/* A large structure is returned in memory, with one member left out. */
#include <stdio.h>

struct report {
	long lines[6];
	int n;
	int truncated;
};

__attribute__((noinline)) static struct report collect(int n)
{
	struct report r;

	r.n = n;
	r.truncated = 0;
#ifdef BUG
	for (int i = 0; i < n; i++)
#else
	for (int i = 0; i < 6; i++)
#endif
		r.lines[i] = i;
	return r;
}

int main(int argc, char **argv)
{
	struct report r = collect(argc + 1);

	if (r.truncated)
		puts("truncated");
	if (r.lines[5] == 5)	/* bug */
		puts("complete");
	return 0;
}
