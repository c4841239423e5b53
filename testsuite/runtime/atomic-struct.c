/* An atomic object that is too big for the processor goes through libatomic;
   what that writes is initialised. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -Wl,--no-as-needed -latomic" } */
#include "shadow.h"

struct big {
	long a[4];
};

noipa static void load(_Atomic struct big *from, struct big *to)
{
	*to = *from;
}

noipa static void store(_Atomic struct big *to, struct big *from)
{
	*to = *from;
}

noipa static void generic(struct big *from, struct big *to)
{
	__atomic_load(from, to, __ATOMIC_SEQ_CST);
}

/* Leave poison on the stack. */
noipa static void poison_stack(void)
{
	char a[1000];

	touch(a);
}

int main(void)
{
	_Atomic struct big atomic;
	struct big plain = { { 1, 2, 3, 4 } }, other;

	poison_stack();
	store(&atomic, &plain);
	poison_stack();
	load(&atomic, &other);
	use(other.a[3] == 7);
	kmsan_poison_memory(&other, sizeof(other));
	generic(&plain, &other);
	use(other.a[3] == 7);
	return 0;
}
