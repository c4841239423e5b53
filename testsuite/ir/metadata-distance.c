/* With metadata=user no getter is called: one constant, and plain accesses. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
struct box {
	int flags, level;
	long size;
};

void copy(struct box *to, const struct box *from)
{
	to->level = from->level;
	to->size = from->size;
	to->flags = from->flags;
}

/* { dg-final { scan-kmsan-not {metadata_ptr_for} } } */
/* { dg-final { scan-assembler-times {movabs[a-z]*\s+\$-15393164886016,} 1 } } */
/* { dg-final { scan-assembler {movl\s+4\(%r[a-z0-9]+,%r[a-z0-9]+\), %e} } } */
/* { dg-final { scan-assembler {\.comm\s+__msan_at_distance,1,1} } } */
