/* A product with a constant is a sum of shifts, whose carries are not
   followed.  If the constant has many bits, as in hashes, all above a poisoned
   bit is poisoned.  What is known to be 0 makes a product 0, whatever the other
   factor is; what can be 0 or 1 chooses between 0 and the other factor. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(by_8, unsigned, unsigned, a * 8)
OP1(by_12, unsigned, unsigned, a * 12)
OP1(by_3, unsigned, unsigned, a * 3)
OP1(by_257, unsigned, unsigned char, a * 257u)
OP1(doubled, unsigned, unsigned char, a | a << 8)
OP1(hash, unsigned, unsigned, a * 0x9e3779b1)
OP1(by_minus_8, long, long, a * -8)
OP1(by_0, unsigned, unsigned, a * 0)
OP2(product, unsigned, unsigned, unsigned, a * b)
OP2(wide, long, long, int, a * b)
OP2(narrow, unsigned char, unsigned char, unsigned char, a * b)
OP2(huge, bits, bits, int, a * b)
OP2(chosen, int, int, int, (a & 1) * b)
OP2(answered, long, long, long, (a > 5) * b)
OP1(polynomial, unsigned int, unsigned int, (a & 1) * 0xedb88320)

int main(void)
{
	expect1(by_8, 1, 0, 0);
	expect1(by_8, 1, 0x0f, 0x78);
	expect1(by_8, 1, 0xe0000000, 0);
	expect1(by_12, 1, 0x01, 0x0c);
	expect1(by_3, 1, 0x10, 0x30);
	expect1(by_257, 1, 0x10, 0x1010);
	expect1(doubled, 1, 0x10, 0x1010);
	expect1(hash, 1, 0, 0);
	expect1(hash, 1, 0x100, ALL << 8);
	expect1(by_minus_8, 1, 0x100, ALL << 11);
	expect1(by_0, 1, ALL, 0);
	expect2(product, 3, 0, 5, 0, 0);
	expect2(product, 3, 0x0f, 5, 0xf0, 0xff);
	expect2(product, 3, 0x0f, 0, 0, 0);
	expect2(product, 0, 0, 5, ALL, 0);
	expect2(product, 0, 0x01, 0, 0x10, 0x11);
	expect2(product, 3, 0x0f, 0, 0x10, 0x1f);
	expect2(product, 0, 0x80000000, 5, 0x10, 0x80000010);
	expect2(product, 0, 0x0f, 1, 0, 0x0f);
	expect2(wide, -1, ALL, 0, 0, 0);
	expect2(wide, 1l << 32, 0, 5, 1, 1);
	expect2(narrow, 7, 0xff, 0, 0, 0);
	expect2(narrow, 0, 0, 7, 0xf0, 0);
	expect2(huge, 7, (bits)ALL << 64, 0, 0, 0);
	expect2(huge, (bits)1 << 100, 0, 1, 1, 1);
	expect2(chosen, 1, 1, 0xff, 0, 0xff);
	expect2(chosen, 1, 2, 0xff, 0, 0);
	expect2(chosen, 1, 0, 0xf0, 0x0f, 0x0f);
	expect2(chosen, 2, 0, 0xf0, 0x0f, 0);
	expect2(chosen, 0, 1, 0xf0, 0x0f, 0xff);
	expect2(answered, 5, 2, 0xff, 0, 0xff);
	expect2(answered, 9, 2, 0xff, 0x100, 0x100);
	expect1(polynomial, 0, 1, 0xedb88320);
	expect1(polynomial, 1, 2, 0);
	return 0;
}
