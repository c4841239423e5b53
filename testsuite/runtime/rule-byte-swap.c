/* Poison moves with the bytes that are swapped. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(swap_16, unsigned short, unsigned short, __builtin_bswap16(a))
OP1(swap_32, unsigned, unsigned, __builtin_bswap32(a))
OP1(swap_64, unsigned long, unsigned long, __builtin_bswap64(a))
OP1(swap_128, bits, bits, __builtin_bswap128(a))

int main(void)
{
	expect1(swap_16, 0, 0x12, 0x1200);
	expect1(swap_32, 0, 0x123400, 0x341200);
	expect1(swap_64, 0, 0xff, (bits)0xff << 56);
	expect1(swap_128, 0, 0xff, (bits)0xff << 120);
	return 0;
}
