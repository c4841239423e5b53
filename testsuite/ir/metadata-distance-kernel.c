/* Linux's runtime is not asked for what it does not have. */
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

/* { dg-final { scan-kmsan-times {__msan_chain_origin \(} 1 "copy" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "branch" } } */
/* { dg-final { scan-kmsan-not {metadata_ptr_for} } } */
