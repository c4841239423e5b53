/* A promoted argument of bswap16 that has been checked is clean as 16 bits,
   too. */
/* { dg-options "-O2 -fdump-tree-kmsan -fchecking" } */
/* { dg-final { scan-kmsan {__builtin_bswap16 \(} "f" } } */

typedef unsigned short u16;

void look(u16 x);

void f(const u16 *p, int n)
{
	u16 port, swapped;

	if (n)
		port = *p;
	look(port);
	if (n != 5)
		swapped = __builtin_bswap16(port);
	look(swapped);
}
