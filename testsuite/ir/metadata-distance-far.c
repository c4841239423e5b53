/* The address of metadata is not kept for later uses: each computes it, within
   the instruction, from the pointer, which is kept anyway. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user" } */
struct item {
	int before[10];
	int member;
};

int other(void);

void far(struct item *p)
{
	p->member = other();
	if (other())
		other();
	p->member = other();
	if (other())
		other();
	p->member = other();
}

/* Three stores of shadow; the only other address is that of an origin, in cold
   blocks. */
/* { dg-final { scan-assembler-times {mov[lq]\t[^\n]*, 40\(%[a-z0-9]+,%[a-z0-9]+\)} 3 } } */
/* { dg-final { scan-assembler-not {leaq\t40\(%[a-z0-9]+,} } } */
