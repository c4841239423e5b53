/* Accesses through one pointer share a page cache, so the runtime is asked only
   where another page begins; a single access asks as usual. */
/* { dg-final { scan-kmsan-not {__msan_metadata_ptr_for_load_4 \(} "near" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_1 \(} 2 "near" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_4 \(} 1 "same" } } */
/* { dg-final { scan-kmsan-not {kmsan_page} "same" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_4 \(} 1 "alone" } } */
/* { dg-final { scan-kmsan-not {kmsan_page} "alone" } } */
/* { dg-final { scan-kmsan {kmsan_page} "loop" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata_ptr_for_load_4 \(} "loop" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_1 \(} 2 "list" } } */
/* { dg-final { scan-kmsan-not {kmsan_page} "small" } } */
struct object {
	int kind;
	char name[40];
	int value;
	struct object *next;
};

int g(void);

int near(struct object *o)
{
	if (o->kind)
		return o->value;
	return 0;
}

int same(volatile int *p)
{
	int sum = *p;

	return sum + *p;
}

int alone(struct object *o)
{
	return o->value;
}

int loop(int *array, int n)
{
	int sum = 0;

	for (int i = 0; i < n; i++)
		if (array[i])
			sum += g();
	return sum;
}

void list(struct object *o)
{
	for (; o; o = o->next)
		if (o->value)
			g();
}

__attribute__((cold)) int small(struct object *o)
{
	if (o->kind)
		return o->value;
	return 0;
}
