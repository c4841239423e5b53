/* Builtins that talk to the processor have rules: what they write is clean, what
   they are given is used. */
/* { dg-options "-O2 -fdump-tree-kmsan -mfxsr -mxsave -mxsavec -mxsaves -mxsaveopt -mshstk -mwaitpkg -mmovdir64b -mmovdiri -menqcmd -mclzero -mptwrite -mrtm -mlwp -msse4a -mpku -mmwaitx -mhreset -muintr -mkl -mwidekl -mserialize -mtsxldtrk" } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan {unpoison_alloca \(.*, 512\)} "save" } } */
/* { dg-final { scan-kmsan {cpuid} "save_extended" } } */
/* { dg-final { scan-kmsan {& 18446744073709551552} "clear_line" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 2 "write_state" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "read_counter" } } */
/* { dg-final { scan-kmsan-not {__msan_warning \(} "load" } } */
#include <immintrin.h>
#include <x86intrin.h>

void save(void *p)
{
	_fxsave64(p);
}

void save_extended(void *p)
{
	_xsave64(p, 7);
	_xsavec64(p, 7);
	_xsaves64(p, 7);
	_xsaveopt64(p, 7);
}

void load(void *p)
{
	_fxrstor64(p);
	_xrstor64(p, 7);
	_xrstors64(p, 7);
}

int status(void)
{
	return _xtest() + _testui() + _get_ssp() +
	       __builtin_cpu_supports("avx2");
}

void clear_line(void *p)
{
	_mm_clzero(p);
}

void write_state(const unsigned int *state, const unsigned long *key)
{
	_mm_setcsr(*state);
	_wrpkru(*key);
}

long read_counter(const int *which)
{
	return __rdpmc(*which);
}

void move(void *to, const void *from)
{
	_movdir64b(to, from);
	_directstoreu_u64(to, *(const long *)from);
	_enqcmd(to, from);
	_enqcmds(to, from);
}

int wait(const void *p, unsigned int n)
{
	__builtin_cpu_init();
	_umonitor((void *)p);
	_mm_monitorx((void *)p, n, n);
	_mm_mwaitx(n, n, n);
	_serialize();
	_hreset(n);
	_senduipi(n);
	_clui();
	_stui();
	_ptwrite32(n);
	return _umwait(n, n) + _tpause(n, n) + _xbegin();
}

void stacks(void *p, unsigned int n)
{
	_inc_ssp(n);
	_rstorssp(p);
	_saveprevssp();
	_setssbsy();
	_clrssbsy(p);
	_wrssd(n, p);
	_wrussd(n, p);
	_xabort(1);
	_xend();
	_xsusldtrk();
	_xresldtrk();
	_xsetbv(n, n);
}

int profile(void *p, unsigned int n)
{
	__llwpcb(p);
	__lwpval32(n, n, 1);
	return __lwpins32(n, n, 1) + (__slwpcb() != 0);
}

int ciphers(__m128i *to, const __m128i *from, void *handle)
{
	return _mm_aesenc128kl_u8(to, *from, handle) +
	       _mm_aesdecwide256kl_u8(to, from, handle) +
	       _mm_encodekey128_u32(1, *from, handle) +
	       _mm_encodekey256_u32(1, *from, *from, handle);
}

__m128i fields(__m128i a, __m128i b)
{
	return _mm_insert_si64(_mm_extract_si64(a, b),
			       _mm_inserti_si64(_mm_extracti_si64(a, 4, 5), b, 4,
						5));
}
