/* The type of what a call of a const function calls is const, too: still the
   shadow of its arguments is stored, and that of its result read after the call. */
/* { dg-kmsan-report {uninit-value in take} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in main} {Uninit was stored to memory at:\n make} {Local variable half created at:\n make} } */
/* { dg-kmsan-report {uninit-value in by_pointer} {Uninit was stored to memory at:\n make} {Local variable half created at:\n make} } */
/* { dg-kmsan-report {uninit-value in scalar} {Local variable result created at:\n choose} } */
/* { dg-kmsan-report {uninit-value in scalar_by_pointer} {Local variable result created at:\n choose} } */
#include "use.h"

struct pair {
	int a, b;
};

__attribute__((const)) noipa static int take(struct pair pair)
{
	use(pair.a);
	return pair.b;
}

__attribute__((const)) noipa static struct pair make(int a)
{
	struct pair half;

	half.a = a;
	touch(&half);
	return half;
}

__attribute__((const)) noipa static int choose(int first, int value)
{
	int result;

	if (first)
		result = value;
	return result;
}

/* The parameter is not known to point to a const function, its type is. */
typedef struct pair make_fn(int);
typedef int choose_fn(int, int);

noipa static void by_pointer(make_fn *fn __attribute__((const)))
{
	use(fn(1).a);
	use(fn(2).b);
}

noipa static void scalar(int no)
{
	use(choose(1, 3) == 3);
	use(choose(no, 3) == 3);
}

noipa static void scalar_by_pointer(choose_fn *fn __attribute__((const)), int no)
{
	use(fn(1, 3) == 3);
	use(fn(no, 3) == 3);
}

int main(int argc, char **argv)
{
	struct pair x, y = { argc, 2 };

	touch(&x);
	touch(&y);
	use(take(y) == 2);
	x.b = argc;
	use(take(x) == 2);
	use(take(y) == 2);
	use(make(argc).a);
	use(make(argc).b);
	by_pointer(make);
	scalar(argc - 1);
	scalar_by_pointer(choose, argc - 1);
	return 0;
}
