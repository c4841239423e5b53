/* The memory builtins become calls of the runtime, of any size. */
/* { dg-options "-O2 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {__msan_memcpy} "copy" } } */
/* { dg-final { scan-kmsan {__msan_memmove} "move" } } */
/* { dg-final { scan-kmsan {__msan_memset} "set" } } */
#include <string.h>

void copy(char *to, char *from, size_t n)
{
	memcpy(to, from, n);
}

void move(char *to, char *from, size_t n)
{
	memmove(to, from, n);
}

void set(char *to, size_t n)
{
	memset(to, 0, n);
}
