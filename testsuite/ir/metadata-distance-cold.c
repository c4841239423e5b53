/* Cold blocks leave origins to a runtime that knows where they are. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
struct box {
	int flags, level;
	char name[3];
};

void sink(void);

void copy(struct box *to, const struct box *from)
{
	to->level = from->level;
	to->name[2] = from->name[1];
}

void branch(const struct box *box)
{
	if (box->flags)
		sink();
}

/* The origin of one of two values is no longer in memory. */
void choose(struct box *to, int *a, int *b, int which)
{
	int x = which ? *a : *b;

	sink();
	to->level = x;
}

/* { dg-final { scan-kmsan-times {__msan_copy_origin \(.*, 4, } 1 "copy" } } */
/* { dg-final { scan-kmsan-times {__msan_copy_origin \(.*, 1, } 1 "copy" } } */
/* { dg-final { scan-kmsan-times {__msan_warning_at \(} 1 "branch" } } */
/* { dg-final { scan-kmsan-times {__msan_store_origin \(.*, 4, } 1 "choose" } } */
/* { dg-final { scan-kmsan-not {__msan_chain_origin} } } */
