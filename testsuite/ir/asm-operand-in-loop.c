/* The address of an asm's memory operand is not moved out of a loop: code that
   patches the instruction expects its addressing mode. */
/* { dg-options "-O2 -mno-sse -mno-80387 -mcmodel=kernel -mno-red-zone -fno-pic -fplugin-arg-kmsan-keep-registers=1 -fdump-tree-kmsan" } */
/* { dg-final { scan-assembler {call\t\*operations\+40\(%rip\)} } } */
/* { dg-final { scan-assembler-not {call\t\*[0-9]*\(%r[^i]} } } */
struct operations {
	void (*other[5])(void);
	void (*flush)(void);
};
extern struct operations operations;

void flush_all(unsigned long *from, unsigned long *to)
{
	for (; from < to; from++) {
		unsigned long address = *from;

		__asm__ volatile("call\t*%[op]"
				 : "+D"(address)
				 : [op] "m"(operations.flush)
				 : "memory", "cc", "rax", "rcx", "rdx", "rsi",
				   "r8", "r9", "r10", "r11");
	}
}
