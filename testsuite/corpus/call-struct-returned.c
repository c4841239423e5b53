/* A structure is returned, part of which an error leaves unset. */
#include <stdio.h>

struct result {
	int error;
	int value;
};

__attribute__((noinline)) static struct result square(int x)
{
	struct result r;

	r.error = x > 1000;
#ifdef BUG
	if (r.error)
		r.value = -1;
#else
	r.value = r.error ? -1 : x * x;
#endif
	return r;
}

int main(int argc, char **argv)
{
	struct result r = square(argc);

	if (!r.error && r.value > 10)	/* bug */
		puts("large");
	return 0;
}
