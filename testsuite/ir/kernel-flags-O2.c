/* The kernel's options compile at -O2, varargs and all. */
/* { dg-do compile } */
/* { dg-options "-O2 -std=gnu11 -fdump-tree-kmsan -mno-sse -mno-mmx -mno-sse2 -mno-3dnow -mno-avx -mno-80387 -mno-fp-ret-in-387 -mno-red-zone -mcmodel=kernel -m64 -mskip-rax-setup -mtune=generic -fno-asynchronous-unwind-tables -fno-strict-aliasing -fno-common -fshort-wchar -fno-PIE -fno-delete-null-pointer-checks -fno-builtin -ffreestanding -fno-strict-overflow -fno-stack-check -fconserve-stack -fcf-protection=none -falign-jumps=1 -falign-loops=1" } */
/* { dg-final { scan-kmsan {__msan_get_context_state} "kernel_printk" } } */
/* { dg-final { scan-kmsan {__msan_poison_alloca} "kernel_printk" } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_store_4} "atomic_inc" } } */
/* { dg-final { scan-kmsan {__msan_instrument_asm_store} "read_flags" } } */
/* { dg-final { scan-kmsan-not {__msan_} "entry" } } */
/* { dg-final { scan-assembler-not {%[xyz]mm} } } */
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
