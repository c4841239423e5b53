/* realloc keeps the shadow of the contents it keeps; what it adds is
   uninitialised. */
/* { dg-kmsan-report {uninit-value in kept} {Uninit was created at:.* first} } */
/* { dg-kmsan-report {uninit-value in added} {Uninit was created at:.* second} } */
#include <stdlib.h>
#include "use.h"

noipa static int *first(void)
{
	int *p = malloc(4 * sizeof(int));

	touch(&p);
	return p;
}

noipa static int *second(int *p)
{
	p = realloc(p, 10000 * sizeof(int));
	touch(&p);
	return p;
}

noipa static void set(int *p)
{
	p[1] = 1;
}

noipa static void clean(int *p)
{
	use(p[1]);
}

noipa static void kept(int *p)
{
	use(p[2]);
}

noipa static void added(int *p)
{
	use(p[5000]);
}

int main(void)
{
	int *p = first();

	set(p);
	p = second(p);
	clean(p);
	kept(p);
	added(p);
	free(p);
	return 0;
}
