/* A pointer is poisoned by its base and by what is added to it. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct record {
	long first, second;
};

OP2(element, int *, int *, long, a + b)
OP2(address_of, int *, int *, unsigned, &a[b])
OP1(member, long *, struct record *, &a->second)
OP2(distance, long, char *, char *, a - b)
OP1(to_integer, unsigned long, void *, (unsigned long)a)
OP1(from_integer, void *, unsigned long, (void *)a)

int main(void)
{
	static int array[16];
	static struct record record;

	expect2(element, array, 0, 1, 0, 0);
	expect2(element, array, 0, 1, 0x03, 0x0c);
	expect2(element, array, 0x10, 1, 0, 0x10);
	expect2(address_of, array, 0, 1, 0x03, 0x0c);
	expect2(address_of, array, 0, 1, 0, 0);
	expect1(member, &record, 0x100, 0x100);
	expect1(member, &record, 0, 0);
	expect2(distance, (char *)array, 0x01, (char *)array, 0x10, 0x11);
	expect2(distance, (char *)array, 0, (char *)array, 0, 0);
	expect1(to_integer, array, 0xf0, 0xf0);
	expect1(from_integer, 0, 0xf0, 0xf0);
	return 0;
}
