/* With metadata=kernel, too, cold code lets the runtime find origins. */
/* { dg-options "-O2 -fplugin-arg-kmsan-metadata=kernel -fdump-tree-kmsan" } */
void sink(void);

void copy(int *to, const int *from)
{
	*to = *from;
}

void branch(const int *p)
{
	if (*p)
		sink();
}

/* { dg-final { scan-kmsan-times {__msan_copy_origin \(} 1 "copy" } } */
/* { dg-final { scan-kmsan-times {__msan_warning_at \(} 1 "branch" } } */
/* { dg-final { scan-kmsan-not {metadata_ptr_for} } } */
