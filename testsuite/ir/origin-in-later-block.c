/* What a later block checks has its origin read in the cold block, unless
   something may have been written on a way there. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
struct box {
	int kind, level;
};

void one(void), two(void);

/* { dg-final { scan-kmsan-times {__msan_warning_at \(} 2 "unwritten" } } */
/* { dg-final { scan-kmsan-not {__msan_warning \(} "unwritten" } } */
void unwritten(const struct box *box)
{
	int kind = box->kind, level = box->level;

	if (kind == 3)
		one();
	else if (level == 5)
		two();
}

/* { dg-final { scan-kmsan-times {__msan_warning_at \(} 1 "perhaps_written" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "perhaps_written" } } */
void perhaps_written(struct box *box)
{
	int kind = box->kind, level = box->level;

	if (kind == 3)
		box->level = 0;
	if (level == 5)
		two();
}

/* The way back into the loop may come from a call. */
/* { dg-final { scan-kmsan-not {__msan_warning_at \(} "around_a_loop" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "around_a_loop" } } */
void around_a_loop(const struct box *box, int n)
{
	int level = box->level;

	for (int i = 0; i < n; i++)
		if (level == i)
			two();
}

/* Nothing is written in this loop. */
/* { dg-final { scan-kmsan-times {__msan_warning_at \(} 1 "in_a_loop" } } */
/* { dg-final { scan-kmsan-not {__msan_warning \(} "in_a_loop" } } */
int in_a_loop(const struct box *box, int n)
{
	int level = box->level, found = 0;

	for (int i = 0; i < n; i++)
		if (level == i * i)
			found++;
	return found;
}
