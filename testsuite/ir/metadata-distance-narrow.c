/* Bits that are cut off an address are not in the cold block's, either. */
/* { dg-options "-O0 -fPIE -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
struct box {
	int flags, level;
};

int narrow(struct box *box)
{
	return *(int *)(unsigned long)(unsigned int)(unsigned long)&box->level == 5 ? 7 : 9;
}

/* { dg-final { scan-kmsan {__msan_warning_at} "narrow" } } */
/* { dg-final { scan-kmsan-not {&_[0-9]+->level} "narrow" } } */
