/* The origin of a bit-field is the one it had when it was read, though it is
   loaded only after a store to the same memory. */
/* { dg-do run } */
/* { dg-kmsan-report {uninit-value in use} {created at:} {malloc} {first} } */
#include <stdlib.h>

#define noipa __attribute__((noipa))

struct flags {
	unsigned int a : 3, b : 13, c : 16;
	int whole;
};

noipa static struct flags *first(void)
{
	struct flags *f = malloc(sizeof(*f));

	__asm__ volatile("" : "+r"(f) : : "memory");
	return f;
}

noipa static void use(struct flags *f, int *other, int n)
{
	unsigned int b = f->b;

	*other = n;
	f->whole = n;
	f->b = 0;
	if (n)
		other[1] = n;
	if (b == 77)
		other[2] = n;
}

int main(void)
{
	struct flags *f = first();
	static int other[3];

	use(f, other, 1);
	free(f);
	return 0;
}
