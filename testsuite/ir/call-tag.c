/* The tag is stored before any shadow, and compared after all loads of it; a
   function that takes nothing from the context state does not compare it. */
/* { dg-options "-O2 -fdump-tree-kmsan -fplugin-arg-kmsan-call-tag=1" } */
/* { dg-final { scan-kmsan {4016B\] = caller_target;\n *__asm__ __volatile__\(""[^\n]*"memory"\);.* 3208B\] = .* = caller_target \(} "caller" } } */
/* { dg-final { scan-kmsan-not {3208B.*4016B} "caller" } } */
/* { dg-final { scan-kmsan {__asm__ __volatile__\(""[^\n]*"memory"\);\n *_[0-9]+ = MEM[^\n]*4016B\];\n[^\n]*4016B\] = 0;} "caller_target" } } */
/* { dg-final { scan-kmsan-not {4016B} "scalars" } } */
/* { dg-final { scan-kmsan-not {4016B} "calls_scalars" } } */
/* { dg-final { scan-kmsan-times {4016B\] = 0B;} 1 "calls_bare" } } */
/* { dg-final { scan-kmsan-not {4016B} "bare" } } */
#include <kmsan.h>

struct s {
	int a, b;
};

int hit(void);

__attribute__((noipa)) int caller_target(struct s s)
{
	return s.a ? hit() : 0;
}

int caller(struct s *s)
{
	return caller_target(*s);
}

__attribute__((noipa)) int scalars(int a, long b)
{
	return a + b;
}

int calls_scalars(int a)
{
	return scalars(a, a);
}

/* Known not to compare tags: calls of it store 0 as the tag. */
__no_sanitize_memory __attribute__((noinline)) static int bare(struct s s)
{
	return s.a ? hit() : 0;
}

int calls_bare(struct s *s)
{
	return bare(*s);
}
