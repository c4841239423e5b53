/* Before an asm writes memory, the runtime is told its address and size. */
/* { dg-final { scan-kmsan {__msan_instrument_asm_store \([^,]*, 40\);.*__asm__} "write" } } */

struct s {
	long a[5];
};

void write(struct s *p)
{
	__asm__("" : "=m"(*p));
}
