/* kernel-flags.h - the source that kernel-flags-*.c compile at each level. */
#include <kmsan.h>
#include <stdarg.h>

int vprintk(const char *format, va_list list);
void sink(void *p);

int kernel_printk(const char *format, ...)
{
	va_list list;
	int ret;

	va_start(list, format);
	ret = vprintk(format, list);
	va_end(list);
	return ret;
}

void atomic_inc(int *p)
{
	__atomic_fetch_add(p, 1, __ATOMIC_SEQ_CST);
}

void read_flags(unsigned long *flags)
{
	__asm__ volatile("pushfq; popq %0" : "=m"(*flags));
}

struct big {
	long a[100];
};

void copy(struct big *to, struct big *from)
{
	*to = *from;
}

int percpu(int i)
{
	extern int __seg_gs counters[];

	counters[i]++;
	return counters[i];
}

__no_sanitize_memory __attribute__((noinline)) void entry(int *p)
{
	if (*p)
		sink(p);
}
