/* A builtin with the wrong arguments is a call like any other. */
/* C23, where () means (void), and GCC 14 refuse them otherwise. */
/* { dg-options "-std=gnu17 -Wno-int-conversion -O2 -w -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {memcpy \(\)} "copy" } } */
/* { dg-final { scan-kmsan-not {__msan_memcpy} "copy" } } */
/* { dg-final { scan-kmsan {alloca \(\)} "room" } } */
/* { dg-final { scan-kmsan {ffs \(p_} "bit" } } */
void *memcpy(), *alloca();
int ffs();

void *copy(void)
{
	return memcpy();
}

void *room(void)
{
	return alloca();
}

int bit(char *p)
{
	return ffs(p, p);
}
