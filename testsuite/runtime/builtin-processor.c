/* What the processor stores is initialised: its state, random numbers, time; and
   no more than it stores.  Restoring the state from memory is no use. */
/* { dg-kmsan-report {uninit-value in beyond_state} } */
/* { dg-kmsan-report {uninit-value in control} } */
/* { dg-options "-g -mfxsr -mxsave -mxsavec -mrdrnd" } */
#include <cpuid.h>
#include <immintrin.h>
#include <kmsan.h>
#include "use.h"

struct __attribute__((aligned(64))) area {
	unsigned char byte[16384];
};

noipa static void state(void)
{
	struct area area;

	_fxsave64(&area);
	use(area.byte[0]);
	use(area.byte[415]);
	_fxrstor64(&area);
}

noipa static void beyond_state(void)
{
	struct area area;

	_fxsave64(&area);
	use(area.byte[512]);
}

noipa static void extended_state(void)
{
	unsigned int eax, size, ecx, edx;
	struct area area;

	__cpuid_count(0xd, 0, eax, size, ecx, edx);
	__builtin_memset(&area.byte[512], 0, 64);
	_xsave64(&area, -1);
	use(area.byte[0]);
	use(area.byte[512]);
	use(area.byte[size - 1]);
	_xrstor64(&area, -1);
}

noipa static void compacted_state(void)
{
	struct area area;

	_xsavec64(&area, -1);
	use(area.byte[0]);
	use(area.byte[520]);
}

noipa static void numbers(void)
{
	unsigned int eax, ebx, ecx, edx, from;
	unsigned long long random;

	__builtin_cpu_init();
	use(__builtin_cpu_supports("sse2"));
	__get_cpuid(1, &eax, &ebx, &ecx, &edx);
	use(ecx & 1);
	if (ecx & bit_RDRND) {
		_rdrand64_step(&random);
		use(random & 1);
	}
	use(__rdtscp(&from) & 1);
	use(from & 1);
	use(_mm_getcsr() & 1);
}

noipa static void control(unsigned int *state)
{
	_mm_setcsr(*state);
	use(_mm_getcsr() & 1);
}

int main(void)
{
	unsigned int eax, ebx, ecx = 0, edx, unset;

	__get_cpuid(1, &eax, &ebx, &ecx, &edx);
	state();
	if (ecx & bit_OSXSAVE) {
		extended_state();
		__get_cpuid_count(0xd, 1, &eax, &ebx, &ecx, &edx);
		if (eax & bit_XSAVEC)
			compacted_state();
	}
	numbers();
	beyond_state();
	unset = _mm_getcsr();
	kmsan_poison_memory(&unset, sizeof(unset));
	control(&unset);
	return 0;
}
