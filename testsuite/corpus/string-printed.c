/* A string is printed before it has been stored. */
#include <stdio.h>
#include <stdlib.h>

struct person {
	int age;
	char name[12];
};

int main(int argc, char **argv)
{
	struct person *p = calloc(1, sizeof(*p));

	free(p);
	p = malloc(sizeof(*p));
	p->age = argc;
#ifndef BUG
	snprintf(p->name, sizeof(p->name), "nobody");
#else
	p->name[11] = 0;
#endif
	printf("%s\n", p->name);	/* bug */
	free(p);
	return 0;
}
