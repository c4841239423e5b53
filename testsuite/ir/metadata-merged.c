/* Getters are merged: two loads from the same address call one getter; a load
   and a store call one each, since their dummy pages differ. */
/* { dg-options "-O2 -fdump-tree-kmsan -fdump-tree-optimized" } */
/* { dg-final { scan-assembler-times {__msan_metadata_ptr_for_load_4} 1 } } */
/* { dg-final { scan-assembler-times {__msan_metadata_ptr_for_store_4} 1 } } */

void sink(void);

void twice(int *p)
{
	int x = *p;

	*p = x + 1;
	if (*p)
		sink();
}
