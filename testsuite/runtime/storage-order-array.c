/* Array elements, complex numbers and their parts, and floats in a struct of
   the other byte order. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -Wno-scalar-storage-order" } */
#include <stddef.h>
#include "shadow.h"

/* GCC cannot take the address of a scalar of the other byte order. */
#define expect_in_memory(member, shadow)                                \
	compare_shadow(__LINE__, (char *)&p + offsetof(struct big, member), \
		       sizeof(p.member), (shadow))

struct __attribute__((scalar_storage_order("big-endian"))) big {
	unsigned array[4];
	float f;
	_Complex float z;
	_Bool b;
	__int128 wide;
};

noipa static void set_element(struct big *p, int i, unsigned *value)
{
	p->array[i] = *value;
}

noipa static void get_element(struct big *p, int i, unsigned *value)
{
	*value = p->array[i];
}

noipa static void set_float(struct big *p, float *value)
{
	p->f = *value;
}

noipa static void get_float(struct big *p, float *value)
{
	*value = p->f;
}

noipa static void set_complex(struct big *p, _Complex float *value)
{
	p->z = *value;
}

noipa static void get_complex(struct big *p, _Complex float *value)
{
	*value = p->z;
}

noipa static void set_imaginary(struct big *p, float *value)
{
	__imag__ p->z = *value;
}

noipa static void get_real(struct big *p, float *value)
{
	*value = __real__ p->z;
}

noipa static void copy_bool(struct big *p, _Bool *value)
{
	p->b = *value;
}

noipa static void set_wide(struct big *p, __int128 *value)
{
	p->wide = *value;
}

noipa static void get_wide(struct big *p, __int128 *value)
{
	*value = p->wide;
}

int main(void)
{
	struct big p;
	unsigned x = 1;
	float f = 1;
	_Complex float z = 1;
	_Bool b = 1;
	__int128 w = 1;

	kmsan_poison_memory(&p, sizeof(p));
	poison_bits(x, 0xff);
	set_element(&p, 2, &x);
	expect_in_memory(array[1], ALL);
	expect_in_memory(array[2], 0xff000000);
	expect_in_memory(array[3], ALL);
	get_element(&p, 2, &x);
	expect_shadow(x, 0xff);
	poison_bits(f, 0x0000ff00);
	set_float(&p, &f);
	expect_in_memory(f, 0x00ff0000);
	get_float(&p, &f);
	expect_shadow(f, 0x0000ff00);
	poison_bits(z, (bits)0x0000ff00000000f0);
	set_complex(&p, &z);
	expect_in_memory(z, (bits)0x00ff0000f0000000);
	get_complex(&p, &z);
	expect_shadow(z, (bits)0x0000ff00000000f0);
	get_real(&p, &f);
	expect_shadow(f, 0xf0);
	poison_bits(f, 1);
	set_imaginary(&p, &f);
	expect_in_memory(z, (bits)0x01000000f0000000);
	poison_bits(b, 1);
	copy_bool(&p, &b);
	expect_in_memory(b, 1);
	poison_bits(w, (bits)0xff << 8);
	set_wide(&p, &w);
	expect_in_memory(wide, (bits)0xff << 112);
	get_wide(&p, &w);
	expect_shadow(w, (bits)0xff << 8);
	return 0;
}
