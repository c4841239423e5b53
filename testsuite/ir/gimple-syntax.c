/* A function in GIMPLE's own syntax declares its locals outside of blocks. */
/* { dg-options "-O2 -fgimple -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_load} "from_array" } } */
int __GIMPLE(ssa) from_array(int i)
{
	int numbers[4];
	int result;

	__BB(2):
	numbers[1] = 1;
	result_1 = numbers[i_2(D)];
	return result_1;
}
