/* A store uses its address, not the stored value. */
/* { dg-kmsan-report {uninit-value in by_index} } */
/* { dg-kmsan-report {uninit-value in by_pointer} } */
#include "shadow.h"

static int array[4];

noipa static void by_index(int *index)
{
	array[*index] = 1;
}

noipa static void by_pointer(int **p)
{
	**p = 1;
}

noipa static void value_only(int *index, int *value)
{
	array[*index] = *value;
}

int main(void)
{
	int index = 1, other = 1, *p = array;

	poison_bits(index, 1);
	value_only(&other, &index);
	by_index(&index);
	poison_bits(p, 4);
	by_pointer(&p);
	return 0;
}
