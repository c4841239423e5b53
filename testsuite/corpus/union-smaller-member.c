/* A byte of a union is set, and all four are read. */
#include <stdio.h>

union option {
	unsigned int value;
	unsigned char flag;
};

static void set_flag(union option *o, int flag)
{
#ifndef BUG
	o->value = 0;
#endif
	o->flag = flag;
}

int main(int argc, char **argv)
{
	union option o;

	set_flag(&o, argc);
	if (o.flag == 2)
		puts("two");
	if (o.value > 255)	/* bug */
		puts("more than a flag");
	return 0;
}
