/* A load uses the index and the pointer that make up its address. */
/* { dg-kmsan-report {uninit-value in by_index} } */
/* { dg-kmsan-report {uninit-value in by_pointer} } */
#include "shadow.h"

static int array[4];

noipa static int by_index(int *index)
{
	return array[*index];
}

noipa static int by_pointer(int **p)
{
	return **p;
}

noipa static int clean(int *index, int **p)
{
	return array[*index] + **p;
}

int main(void)
{
	int index = 1, *p = array;

	clean(&index, &p);
	poison_bits(index, 1);
	by_index(&index);
	poison_bits(p, 4);
	by_pointer(&p);
	return 0;
}
