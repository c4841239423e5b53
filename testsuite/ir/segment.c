/* Memory accessed through %gs has no metadata; its address, here a constant, is
   checked like any other. */
/* { dg-final { scan-kmsan-not {metadata} "percpu" } } */
/* { dg-final { scan-kmsan-not {metadata} "update" } } */
/* { dg-final { scan-kmsan-not {metadata} "copy" } } */

struct s {
	long a[4];
};

extern int __seg_gs counter;
extern struct s __seg_gs record;

int percpu(void)
{
	return counter;
}

void update(int x)
{
	counter += x;
	record.a[1] = x;
}

void copy(void)
{
	extern struct s __seg_gs other;

	record = other;
}
