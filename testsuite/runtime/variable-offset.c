/* A member after one of variable size: its address is computed like any other,
   and its shadow is in the right place, also for a bit-field. */
/* { dg-kmsan-report {uninit-value in get_member} } */
/* { dg-kmsan-report {uninit-value in get_element} } */
#include "shadow.h"

noipa static void get_field(char *memory, int *size, unsigned *value)
{
	struct object {
		char before[*size];
		unsigned member;
		unsigned a : 3, b : 9;
	} *object = (struct object *)memory;

	*value = object->b;
}

noipa static void get_member(char *memory, int *size, unsigned *value)
{
	struct object {
		char before[*size];
		unsigned member;
	} *object = (struct object *)memory;

	*value = object->member;
}

noipa static void get_element(char *memory, int *size, unsigned *value)
{
	unsigned (*array)[2][*size] = (void *)memory;

	*value = (*array)[1][0];
}

int main(void)
{
	char memory[32] __attribute__((aligned(8))) = {};
	unsigned value;
	int size = 5;

	/* Then the member is at 8, the bit-fields at 12. */
	kmsan_poison_memory(memory + 9, 1);
	kmsan_poison_memory(memory + 12, 1);
	get_field(memory, &size, &value);
	expect_shadow(value, 0x1f);
	get_member(memory, &size, &value);
	expect_shadow(value, 0xff00);
	size = 2;
	get_element(memory, &size, &value);
	expect_shadow(value, 0xff00);
	kmsan_poison_memory(&size, sizeof(size));
	get_member(memory, &size, &value);
	get_element(memory, &size, &value);
	return 0;
}
