/* An atomic operation in floating point saves and restores the environment of
   x87 by builtins that have names of their own since GCC 15: what they write is
   clean. */
/* { dg-options "-O2 -fdump-tree-kmsan" } */
_Atomic double sum;

void add(double value)
{
	sum += value;
}

/* { dg-final { scan-kmsan {__builtin_ia32_fnstenv} } } */
/* { dg-final { scan-kmsan {__builtin_ia32_fldenv} } } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan-times {__msan_warning} 1 } } */
