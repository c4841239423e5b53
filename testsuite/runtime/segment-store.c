/* Memory accessed through %gs has no shadow: what is stored there is checked,
   and what is loaded counts as initialised. */
/* { dg-kmsan-report lazy {uninit-value in put} {Local variable value created at} } */
/* { dg-kmsan-modes lazy } */
#include <asm/prctl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct area {
	int padding, counter;
} area;
static struct area __seg_gs *volatile at_gs;

__attribute__((noinline)) static void put(int value)
{
	at_gs->counter = value;
}

__attribute__((noinline)) static int get(void)
{
	return at_gs->counter;
}

int main(void)
{
	int value;

	if (syscall(SYS_arch_prctl, ARCH_SET_GS, &area))
		return 1;
	put(1);
	if (get() != 1)
		return 2;
	put(value);
	if (get() == 12345)
		puts("never mind");
	return 0;
}
