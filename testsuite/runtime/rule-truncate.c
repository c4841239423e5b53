/* A conversion to a narrower type drops the poison of the upper bits. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(to_char, unsigned char, unsigned, a)
OP1(to_int, int, long, a)
OP1(to_long, long, __int128, a)
OP1(upper_half, int, long, a >> 32)

int main(void)
{
	expect1(to_char, 0, 0xffffff00, 0x00);
	expect1(to_char, 0, 0xffffff81, 0x81);
	expect1(to_int, 0, ALL << 32, 0);
	expect1(to_int, 0, ALL << 31, 0x80000000);
	expect1(to_long, 0, ALL << 64, 0);
	expect1(to_long, 0, ALL << 63, (bits)1 << 63);
	expect1(upper_half, 0, ALL << 32, ALL);
	expect1(upper_half, 0, 0xffffffff, 0);
	return 0;
}
