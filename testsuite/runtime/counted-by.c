/* What counted_by says of a pointer is no use of it: it may be copied
   uninitialised, and keeps its poison. */
/* { dg-kmsan-gcc 15 } */
/* { dg-kmsan-report {uninit-value in branch} {stored to memory at:\n find} {Local variable lost created at:\n main} } */
/* { dg-kmsan-report {uninit-value in branch} {stored to memory at:\n copy} {Local variable from created at:\n main} } */
#include <stdlib.h>
#include "use.h"

/* Of pointers only since GCC 16. */
#if __GNUC__ >= 16
#define COUNTED_BY(n) __attribute__((counted_by(n)))
#else
#define COUNTED_BY(n)
#endif

struct array {
	int n;
	int element[] __attribute__((counted_by(n)));
};

struct buffer {
	int n;
	int *number COUNTED_BY(n);
};

noipa static void find(int **to, struct array **array)
{
	*to = (*array)->element;
}

noipa static void copy(struct buffer *to, const struct buffer *from)
{
	to->n = 0;
	to->number = from->number;
}

noipa static void branch(int **pointer)
{
	use(!*pointer);
}

int main(void)
{
	struct array *array = malloc(sizeof(*array) + 3 * sizeof(int)), *lost;
	struct buffer from, to;
	int *found;

	array->n = 3;
	array->element[1] = 0;
	use(array->element[1]);
	find(&found, &array);
	branch(&found);
	touch(&lost);
	find(&found, &lost);
	branch(&found);
	touch(&from);
	copy(&to, &from);
	branch((int **)&to.number);
	free(array);
	return 0;
}
