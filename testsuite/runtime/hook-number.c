/* Hooks for numbers: from text, to text, at random, and with a second
   result. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#define __STDC_WANT_IEC_60559_BFP_EXT__ 1
#define __STDC_WANT_IEC_60559_TYPES_EXT__ 1
#include "hook.h"
#include <fenv.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <stdlib.h>
#include <sys/random.h>
#include <wchar.h>

static locale_t c_locale;

static void from_text(void)
{
	char digits[4], *end;
	wchar_t *wide_end;

	WRITES_ALL(end, must(strtol("12x", &end, 10) == 12 && *end == 'x'));
	WRITES_NOTHING(end, strtol("12", &end, 1));
	WRITES_ALL(end, strtoul_l("12", &end, 10, c_locale));
	WRITES_ALL(end, strtoll_l("12", &end, 10, c_locale));
	WRITES_ALL(end, strtoull_l("12", &end, 10, c_locale));
	WRITES_ALL(end, strtoq("12", &end, 10));
	WRITES_ALL(end, strtoimax("12", &end, 10));
	WRITES_ALL(end, strtod_l("1.5", &end, c_locale));
	WRITES_ALL(end, strtof_l("1.5", &end, c_locale));
	WRITES_ALL(end, strtold_l("1.5", &end, c_locale));
	WRITES_ALL(end, strtof32("1.5", &end));
	WRITES_ALL(end, strtof64("1.5", &end));
	WRITES_ALL(end, strtof32x("1.5", &end));
	WRITES_ALL(end, strtof64x("1.5", &end));
	WRITES_ALL(end, must(strtof128("1.5", &end) == 1.5));
	WRITES_ALL(wide_end, wcstoimax(L"12", &wide_end, 10));
	WRITES_ALL(wide_end, wcstol_l(L"12", &wide_end, 10, c_locale));
	WRITES_ALL(wide_end, wcstod(L"1.5", &wide_end));
	/* What comes after the character that ends a number is not read. */
	kmsan_poison_memory(digits, sizeof(digits));
	digits[0] = '7';
	digits[1] = 'z';
	use(strtol(digits, NULL, 10) == 7);
	use(atoi(digits) == 7);
	use(atof(digits) == 7);
}

static void to_text(void)
{
	char s[32];
	int point, sign;

	WRITES(s, 0, 4, must(strfromd(s, sizeof(s), "%.1f", 1.5) == 3));
	WRITES(s, 0, 4, strfromf(s, sizeof(s), "%.1f", 1.5f));
	WRITES(s, 0, 4, strfroml(s, sizeof(s), "%.1f", 1.5L));
	WRITES(s, 0, 4, strfromf64(s, sizeof(s), "%.1f", 1.5));
	WRITES(s, 0, 4, strfromf128(s, sizeof(s), "%.1f", 1.5));
	WRITES(s, 0, 2, strfromd(s, 2, "%.1f", 1.5));
	WRITES_ALL(point, ecvt(1.5, 3, &point, &sign));
	WRITES_ALL(sign, fcvt(1.5, 3, &point, &sign));
	WRITES_ALL(sign, qecvt(1.5L, 3, &point, &sign));
	WRITES(s, 0, 4, must(!ecvt_r(1.5, 3, &point, &sign, s, sizeof(s))));
	WRITES(s, 0, 4, must(!fcvt_r(1.5, 2, &point, &sign, s, sizeof(s))));
	WRITES_NOTHING(s, must(ecvt_r(1.5, 3, &point, &sign, s, 2)));
	WRITES(s, 0, 4, gcvt(1.5, 3, s));
	WRITES(s, 0, 10, must(strfmon(s, sizeof(s), "%n %n", 1.0, 2.0) == 9));
	WRITES(s, 0, 5,
	       must(strfmon_l(s, sizeof(s), c_locale, "%n", 1.25) == 4));
}

static void at_random(void)
{
	unsigned short x[3] = {1, 2, 3};
	struct drand48_data data;
	struct random_data state = {0};
	unsigned int seed = 1;
	char bytes[16], buffer[64];
	double d;
	long l;
	int i;

	WRITES_ALL(bytes, arc4random_buf(bytes, sizeof(bytes)));
	WRITES(bytes, 0, 8, arc4random_buf(bytes, 8));
	WRITES(bytes, 0, 8, must(!getentropy(bytes, 8)));
	WRITES(bytes, 0, 8, must(getrandom(bytes, 8, 0) == 8));
	WRITES_ALL(data, srand48_r(1, &data));
	WRITES_ALL(d, drand48_r(&data, &d));
	WRITES_ALL(l, lrand48_r(&data, &l));
	WRITES_ALL(l, mrand48_r(&data, &l));
	WRITES_ALL(d, erand48_r(x, &data, &d));
	WRITES_ALL(l, nrand48_r(x, &data, &l));
	WRITES_ALL(l, jrand48_r(x, &data, &l));
	WRITES_ALL(data, seed48_r(x, &data));
	use(nrand48(x) == jrand48(x));
	use(rand_r(&seed) == 3);
	WRITES_ALL(buffer, must(initstate(1, buffer, sizeof(buffer))));
	WRITES_ALL(buffer, must(!initstate_r(1, buffer, sizeof(buffer), &state)));
	WRITES_ALL(i, must(!random_r(&state, &i)));
}

static void mathematics(void)
{
	double d, e;
	float f;
	long double l;
	_Float32 f32;
	_Float64 f64, other;
	_Float64x f64x;
	_Float128 q;
	fexcept_t flags;
	femode_t mode;
	fenv_t env;
	int i;

	WRITES_ALL(d, modf(1.5, &d));
	WRITES_ALL(f32, modff32(1.5f, &f32));
	WRITES_ALL(f64x, modff64x(1.5L, &f64x));
	WRITES_ALL(q, modff128(1.5, &q));
	WRITES_ALL(i, frexpf128(1.5, &i));
	WRITES_ALL(i, frexpf64(1.5, &i));
	WRITES_ALL(i, remquof32(1.5f, 1, &i));
	WRITES_ALL(i, lgammaf64_r(1.5, &i));
	WRITES_ALL(f64, sincosf64(1.5, &other, &f64));
	d = 1;
	WRITES_ALL(e, must(!canonicalize(&e, &d)));
	l = 1;
	{
		long double m;

		WRITES(m, 0, 10, must(!canonicalizel(&m, &l)));
	}
	WRITES_ALL(d, setpayload(&d, 2));
	WRITES_ALL(f, setpayloadsigf(&f, 2));
	WRITES_ALL(env, must(!fegetenv(&env)));
	WRITES_ALL(mode, must(!fegetmode(&mode)));
	WRITES_ALL(flags, must(!fegetexceptflag(&flags, FE_ALL_EXCEPT)));
}

int main(void)
{
	c_locale = newlocale(LC_ALL_MASK, "C", 0);
	from_text();
	to_text();
	at_random();
	mathematics();
	return 0;
}
