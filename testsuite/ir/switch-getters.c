/* After a call that turns the runtime off or on, metadata may be elsewhere:
   what a getter returned before is no longer valid, and page caches do not keep
   it.  Other calls leave the runtime as it was. */
/* { dg-options "-O2 -fdump-tree-kmsan -fdump-tree-optimized" } */
/* { dg-final { scan-kmsan-not {kmsan_page} "cached" } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_store_1} 2 } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_store_2} 1 } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_store_4} 3 } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_store_8} 4 } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_load_1} 3 } } */
/* { dg-final { scan-assembler-times {call\s+__msan_metadata_ptr_for_load_8} 1 } } */
void kmsan_disable_current(void);
void kmsan_enable_current(void);
void work(void);

void direct(char *p)
{
	*p = 1;
	kmsan_disable_current();
	*p = 2;
}

void not_merged_only_there(short *p)
{
	*p = 1;
	work();
	*p = 2;
}

/* The helper leaves the runtime off, inlined or not. */
__attribute__((noinline)) static void begin(int *p)
{
	work();
	kmsan_disable_current();
	if (p)
		work();
}

__attribute__((noinline)) static void begin_deeper(int *p)
{
	begin(p);
	work();
}

void by_helpers(int *p)
{
	*p = 1;
	begin(p);
	*p = 2;
	begin_deeper(p);
	*p = 3;
}

/* On one path only. */
__attribute__((noinline)) static void maybe(int on)
{
	if (on)
		kmsan_enable_current();
	else
		work();
}

/* Off and on again: the caller does not notice. */
__attribute__((noinline)) static void balanced(int n)
{
	while (n--) {
		kmsan_disable_current();
		if (n == 7) {
			kmsan_enable_current();
			break;
		}
		work();
		kmsan_enable_current();
	}
}

void by_path(long *p, int on)
{
	*p = 1;
	maybe(on);
	*p = 2;
	balanced(on);
	*p = 3;
}

void calls_balanced(long *p)
{
	*p = 1;
	balanced(3);
	*p = 2;
}

/* The same for loads. */
int three_loads(volatile char *p)
{
	int sum = *p;

	kmsan_disable_current();
	sum += *p;
	kmsan_enable_current();
	return sum + *p;
}

struct object {
	long before;
	int kind, value;
};

void cached(struct object *o)
{
	if (o->before)
		kmsan_disable_current();
	if (o->kind)
		work();
	if (o->value)
		work();
}
