// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-number.c - hooks for numbers: from text and to it, random ones,
 * and mathematics with a second result.
 */
#include <fenv.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <wchar.h>

#include "intercept.h"

static size_t spaces(const char *s)
{
	size_t n = 0;

	while (s[n] == ' ' || (s[n] >= '\t' && s[n] <= '\r'))
		n++;
	return n;
}

static size_t wide_spaces(const wchar_t *s)
{
	size_t n = 0;

	while (s[n] == L' ' || (s[n] >= L'\t' && s[n] <= L'\r'))
		n++;
	return n;
}

/* How many characters are read to find a decimal number and its end. */
static size_t decimal_size(const char *s)
{
	size_t n = spaces(s);

	n += s[n] == '+' || s[n] == '-';
	while (s[n] >= '0' && s[n] <= '9')
		n++;
	return n + 1;
}

/*
 * Text to number: type, name, character, more parameters and arguments,
 * function for leading white space.  All that was converted has been read, and
 * one more character, whose place the hook always asks for.  With a wrong base
 * the library does not tell it.
 */
#define CONVERT(type, name, chr, params, args, blank)                          \
	KMSAN_HOOK(type, name, (const chr *s, chr **end UNPAREN params))       \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		chr *stop = NULL;                                              \
		type ret = KMSAN_REAL(name)(s, &stop UNPAREN args);            \
                                                                               \
		if (stop && end)                                               \
			*end = stop;                                           \
		if (!stop || hook.kind == KMSAN_CALLER_RUNTIME)                \
			return ret;                                            \
		IN(s, ((stop == s ? blank(s) : (size_t)(stop - s)) + 1) *      \
			      sizeof(*s))                                      \
		OUT_VAR(end)                                                   \
		return ret;                                                    \
	}

#define CONVERT_L(type, name, chr, params, args, blank)                        \
	CONVERT(type, name, chr, params, args, blank)                          \
	CONVERT(type, name##_l, chr, (UNPAREN params, void *locale),           \
		(UNPAREN args, locale), blank)                                 \
	CONVERT(type, __##name##_internal, chr, (UNPAREN params, int group),   \
		(UNPAREN args, group), blank)

#define FLOAT(type, suffix)                                                    \
	CONVERT_L(type, strto##suffix, char, (), (), spaces)                   \
	CONVERT_L(type, wcsto##suffix, wchar_t, (), (), wide_spaces)
#define INTEGER(type, suffix)                                                  \
	CONVERT_L(type, strto##suffix, char, (, int base), (, base), spaces)   \
	CONVERT_L(type, wcsto##suffix, wchar_t, (, int base), (, base),        \
		  wide_spaces)
#define INTEGER_MAX(type, suffix)                                              \
	CONVERT(type, strto##suffix, char, (, int base), (, base), spaces)     \
	CONVERT(type, wcsto##suffix, wchar_t, (, int base), (, base),          \
		wide_spaces)
#define ALSO_L(type)                                                           \
	ALSO(strto##type##_l, __strto##type##_l)                               \
	ALSO(wcsto##type##_l, __wcsto##type##_l)
/* Types of <math.h> that are other names for these types. */
#define ALSO_FLOAT(suffix, other)                                              \
	ALSO(strto##suffix, strto##other)                                      \
	ALSO(strto##suffix##_l, strto##other##_l)                              \
	ALSO(wcsto##suffix, wcsto##other)                                      \
	ALSO(wcsto##suffix##_l, wcsto##other##_l)

FLOAT(double, d)
FLOAT(float, f)
FLOAT(long double, ld)
FLOAT(_Float128, f128)
ALSO_L(d)
ALSO_L(f)
ALSO_L(ld)
ALSO_FLOAT(f, f32)
ALSO_FLOAT(d, f64)
ALSO_FLOAT(d, f32x)
ALSO_FLOAT(ld, f64x)
INTEGER(long, l)
INTEGER(unsigned long, ul)
INTEGER(long long, ll)
INTEGER(unsigned long long, ull)
ALSO_L(l)
ALSO_L(ul)
ALSO_L(ll)
ALSO_L(ull)
ALSO(strtoll, strtoq)
ALSO(strtoull, strtouq)
ALSO(wcstoll, wcstoq)
ALSO(wcstoull, wcstouq)
INTEGER_MAX(intmax_t, imax)
INTEGER_MAX(uintmax_t, umax)

/* With binary constants, which C has had since 2023. */
#if __GLIBC_PREREQ(2, 38)
#define INTEGER_23(type, name, chr, blank)                                     \
	CONVERT(type, __isoc23_##name, chr, (, int base), (, base), blank)     \
	CONVERT(type, __isoc23_##name##_l, chr, (, int base, void *locale),    \
		(, base, locale), blank)
#define INTEGERS_23(type, suffix)                                              \
	INTEGER_23(type, strto##suffix, char, spaces)                          \
	INTEGER_23(type, wcsto##suffix, wchar_t, wide_spaces)
INTEGERS_23(long, l)
INTEGERS_23(unsigned long, ul)
INTEGERS_23(long long, ll)
INTEGERS_23(unsigned long long, ull)
CONVERT(intmax_t, __isoc23_strtoimax, char, (, int base), (, base), spaces)
CONVERT(uintmax_t, __isoc23_strtoumax, char, (, int base), (, base), spaces)
CONVERT(intmax_t, __isoc23_wcstoimax, wchar_t, (, int base), (, base),
	wide_spaces)
CONVERT(uintmax_t, __isoc23_wcstoumax, wchar_t, (, int base), (, base),
	wide_spaces)
#endif

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, atoi, (const char *s), (s), IN(s, decimal_size(s)), NOTHING)
HOOK(long, atol, (const char *s), (s), IN(s, decimal_size(s)), NOTHING)
HOOK(long long, atoll, (const char *s), (s), IN(s, decimal_size(s)), NOTHING)

KMSAN_HOOK(double, atof, (const char *s))
{
	struct kmsan_hook hook = KMSAN_THIS_HOOK;
	char *stop = NULL;
	double ret = KMSAN_REAL(strtod)(s, &stop);

	IF(hook.kind != KMSAN_CALLER_RUNTIME && stop,
	   IN(s, (stop == s ? spaces(s) : (size_t)(stop - s)) + 1))
	return ret;
}

/* Number to text */
#define OUT_TEXT(s, n)                                                         \
	IF(ret >= 0 && (n), OUT(s, (size_t)ret < (n) ? (size_t)ret + 1 : (n)))
#define STRFROM(type, name)                                                    \
	HOOK(int, name, (char *s, size_t n, const char *format, type x),       \
	     (s, n, format, x), IN_STR(format), OUT_TEXT(s, n))
STRFROM(double, strfromd)
STRFROM(float, strfromf)
STRFROM(long double, strfroml)
STRFROM(_Float128, strfromf128)
ALSO(strfromf, strfromf32)
ALSO(strfromd, strfromf64)
ALSO(strfromd, strfromf32x)
ALSO(strfroml, strfromf64x)

#define CVT(type, q, name)                                                     \
	HOOK(char *, q##name, (type x, int n, int *point, int *sign),          \
	     (x, n, point, sign), NOTHING, OUT_VAR(point) OUT_VAR(sign))       \
	HOOK(int, q##name##_r,                                                 \
	     (type x, int n, int *point, int *sign, char *s, size_t room),     \
	     (x, n, point, sign, s, room), NOTHING,                            \
	     IF(!ret, OUT_VAR(point) OUT_VAR(sign) OUT_STR(s)))
CVT(double, , ecvt)
CVT(double, , fcvt)
CVT(long double, q, ecvt)
CVT(long double, q, fcvt)
HOOK(char *, gcvt, (double x, int n, char *s), (x, n, s), NOTHING, OUT_STR(ret))
HOOK(char *, qgcvt, (long double x, int n, char *s), (x, n, s), NOTHING,
     OUT_STR(ret))

/*
 * Amounts of money come as variadic arguments, and there is no function that
 * takes a va_list.  So the registers and the stack are passed on as they came.
 */
#define AMOUNTS_SIZE 512
#define STRFMON(name, params)                                                  \
	KMSAN_HOOK(ssize_t, name, params)                                      \
	{                                                                      \
		const void *args = __builtin_apply_args();                     \
		void *real = (void *)KMSAN_REAL(name);                         \
		ssize_t ret = *(ssize_t *)__builtin_apply(                     \
			(void (*)())real, (void *)args, AMOUNTS_SIZE);         \
                                                                               \
		(void)n, (void)format;                                         \
		IF(ret >= 0, OUT(s, ret + 1))                                  \
		return ret;                                                    \
	}
STRFMON(strfmon, (char *s, size_t n, const char *format, ...))
STRFMON(strfmon_l, (char *s, size_t n, __attribute__((unused)) void *locale,
		    const char *format, ...))
ALSO(strfmon_l, __strfmon_l)

/* Random numbers; if their state is in the program's memory, it is written. */
HOOK(ssize_t, getrandom, (void *buf, size_t n, unsigned int flags),
     (buf, n, flags), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(int, getentropy, (void *buf, size_t n), (buf, n), NOTHING,
     IF(!ret, OUT(buf, n)))
#if __GLIBC_PREREQ(2, 36)
HOOK_VOID(arc4random_buf, (void *buf, size_t n), (buf, n), NOTHING, OUT(buf, n))
#endif
HOOK(int, rand_r, (unsigned int *seed), (seed), IN_VAR(seed), OUT_VAR(seed))
HOOK(int, random_r, (struct random_data * data, int *result), (data, result),
     NOTHING, IF(!ret, OUT_VAR(result)))
HOOK(int, srandom_r, (unsigned int seed, struct random_data *data),
     (seed, data), NOTHING, IF(!ret, OUT_VAR(data)))
HOOK(char *, initstate, (unsigned int seed, char *state, size_t n),
     (seed, state, n), NOTHING, IF(ret, OUT(state, n)))
HOOK(int, initstate_r,
     (unsigned int seed, char *state, size_t n, struct random_data *data),
     (seed, state, n, data), NOTHING, IF(!ret, OUT(state, n) OUT_VAR(data)))
HOOK(char *, setstate, (char *state), (state), IN(state, sizeof(int)), NOTHING)
HOOK(int, setstate_r, (char *state, struct random_data *data), (state, data),
     NOTHING, IF(!ret, OUT_VAR(data)))

#define XSUBI 6
HOOK(double, erand48, (unsigned short *x), (x), IN(x, XSUBI), OUT(x, XSUBI))
HOOK(long, nrand48, (unsigned short *x), (x), IN(x, XSUBI), OUT(x, XSUBI))
HOOK(long, jrand48, (unsigned short *x), (x), IN(x, XSUBI), OUT(x, XSUBI))
HOOK(unsigned short *, seed48, (unsigned short *x), (x), IN(x, XSUBI), NOTHING)
HOOK_VOID(lcong48, (unsigned short *x), (x), IN(x, 14), NOTHING)
#define RAND48(type, name, own)                                                \
	HOOK(int, name##_r, (struct drand48_data * data, type * result),       \
	     (data, result), NOTHING, OUT_VAR(data) OUT_VAR(result))           \
	HOOK(int, own##_r,                                                     \
	     (unsigned short *x, struct drand48_data *data, type *result),     \
	     (x, data, result), IN(x, XSUBI),                                  \
	     OUT(x, XSUBI) OUT_VAR(data) OUT_VAR(result))
RAND48(double, drand48, erand48)
RAND48(long, lrand48, nrand48)
RAND48(long, mrand48, jrand48)
HOOK(int, srand48_r, (long seed, struct drand48_data *data), (seed, data),
     NOTHING, OUT_VAR(data))
HOOK(int, seed48_r, (unsigned short *x, struct drand48_data *data), (x, data),
     IN(x, XSUBI), OUT_VAR(data))
HOOK(int, lcong48_r, (unsigned short *x, struct drand48_data *data), (x, data),
     IN(x, 14), OUT_VAR(data))

/* Mathematics: a row for each type, of all functions with a second result. */
#define MATH(type, suffix)                                                     \
	HOOK(type, modf##suffix, (type x, type * whole), (x, whole), NOTHING,  \
	     OUT_VAR(whole))                                                   \
	HOOK(type, frexp##suffix, (type x, int *exponent), (x, exponent),      \
	     NOTHING, OUT_VAR(exponent))                                       \
	HOOK(type, remquo##suffix, (type x, type y, int *quotient),            \
	     (x, y, quotient), NOTHING, OUT_VAR(quotient))                     \
	HOOK(type, lgamma##suffix##_r, (type x, int *sign), (x, sign),         \
	     NOTHING, OUT_VAR(sign))                                           \
	HOOK_VOID(sincos##suffix, (type x, type * s, type * c), (x, s, c),     \
		  NOTHING, OUT_VAR(s) OUT_VAR(c))                              \
	HOOK(int, canonicalize##suffix, (type * to, const type *from),         \
	     (to, from), IN(from, FLOAT_SIZE(type)),                           \
	     IF(!ret, OUT(to, FLOAT_SIZE(type))))                              \
	HOOK(int, setpayload##suffix, (type * to, type x), (to, x), NOTHING,   \
	     OUT(to, FLOAT_SIZE(type)))                                        \
	HOOK(int, setpayloadsig##suffix, (type * to, type x), (to, x),         \
	     NOTHING, OUT(to, FLOAT_SIZE(type)))
/* Those of the x87 are followed by six bytes that are not written. */
#define FLOAT_SIZE(type)                                                       \
	(__builtin_types_compatible_p(type, long double) ? 10 : sizeof(type))
#define ALSO_MATH(suffix, other)                                               \
	ALSO(modf##suffix, modf##other)                                        \
	ALSO(frexp##suffix, frexp##other)                                      \
	ALSO(remquo##suffix, remquo##other)                                    \
	ALSO(lgamma##suffix##_r, lgamma##other##_r)                            \
	ALSO(sincos##suffix, sincos##other)                                    \
	ALSO(canonicalize##suffix, canonicalize##other)                        \
	ALSO(setpayload##suffix, setpayload##other)                            \
	ALSO(setpayloadsig##suffix, setpayloadsig##other)
MATH(double, )
MATH(float, f)
MATH(long double, l)
MATH(_Float128, f128)
ALSO_MATH(f, f32)
ALSO_MATH(, f64)
ALSO_MATH(, f32x)
ALSO_MATH(l, f64x)
HOOK(int, fegetenv, (fenv_t * env), (env), NOTHING, IF(!ret, OUT_VAR(env)))
HOOK(int, feholdexcept, (fenv_t * env), (env), NOTHING, IF(!ret, OUT_VAR(env)))
HOOK(int, fegetmode, (femode_t * mode), (mode), NOTHING,
     IF(!ret, OUT_VAR(mode)))
HOOK(int, fegetexceptflag, (fexcept_t * flags, int which), (flags, which),
     NOTHING, IF(!ret, OUT_VAR(flags)))
