/* Hooks for wide strings and encodings: the whole result, and what an error
   leaves of it. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <locale.h>
#include <stdlib.h>
#include <time.h>
#include <uchar.h>
#include <wchar.h>

#define W sizeof(wchar_t)

static void strings(void)
{
	wchar_t s[8], t[4];
	struct tm tm = {.tm_mday = 1};
	locale_t c_locale = newlocale(LC_ALL_MASK, "C", 0);

	WRITES(s, 0, 3 * W, wcpcpy(s, L"ab"));
	WRITES(s, 0, 5 * W, wcpncpy(s, L"ab", 5));
	WRITES(s, 0, 5 * W, (s[0] = 'a', s[1] = 0, wcsncat(s, L"bcdef", 3)));
	WRITES(s, 0, 3 * W, wcsxfrm(s, L"ab", 8));
	WRITES_NOTHING(s, wcsxfrm(s, L"ab", 1));
	WRITES(s, 0, 3 * W, wcsxfrm_l(s, L"ab", 8, c_locale));
	WRITES(s, 0, 3 * W, must(wcsftime(s, 8, L"%d", &tm) == 2));
	WRITES(s, 0, 3 * W, must(wcsftime_l(s, 8, L"%d", &tm, c_locale) == 2));
	WRITES(s, 0, 4 * W, must(swprintf(s, 8, L"%d", 123) == 3));
	/* A comparison ends at the first difference. */
	kmsan_poison_memory(t, sizeof(t));
	t[0] = 'x';
	use(wcscmp(t, L"ab") > 0);
	use(wcsncasecmp(t, L"ab", 3) > 0);
	use(wmemcmp(t, L"ab", 2) > 0);
	use(wcschr(t, 'x') == t);
	use(wmemchr(t, 'x', 4) == t);
}

static void one_character(void)
{
	wchar_t wide;
	char16_t c16;
	char32_t c32;
	char bytes[8];
	mbstate_t st;

	WRITES_ALL(wide, mbrtowc(&wide, "a", 1, NULL));
	WRITES_ALL(c16, mbrtoc16(&c16, "a", 1, NULL));
	WRITES_ALL(c32, mbrtoc32(&c32, "a", 1, NULL));
	WRITES_ALL(st, (memset(&st, 0, sizeof(st)), mbrlen("a", 1, &st)));
	WRITES(bytes, 0, 1, must(c16rtomb(bytes, 'a', NULL) == 1));
	WRITES(bytes, 0, 1, must(c32rtomb(bytes, 'a', NULL) == 1));
	WRITES(bytes, 0, 1, must(wctomb(bytes, 'a') == 1));
	/* A pair of surrogates: the second one comes from the state. */
	if (setlocale(LC_CTYPE, "C.UTF-8")) {
		memset(&st, 0, sizeof(st));
		WRITES_ALL(c16, must(mbrtoc16(&c16, "\360\237\230\200", 4, &st) == 4));
		WRITES_ALL(c16, must(mbrtoc16(&c16, "", 1, &st) == -3UL));
		WRITES(bytes, 0, 2, must(wcrtomb(bytes, 0xe4, NULL) == 2));
		WRITES(bytes, 0, 2, must(wcrtomb(bytes, 0xe4, NULL) == 2));
	}
}

/* "ab" and then something that is not UTF-8, and not a character. */
static const char bad[] = "ab\377cd";
static const wchar_t bad_wide[] = {'a', 0xe4, 0xd800, 'd', 0};

static void whole_strings(void)
{
	wchar_t wide[8];
	char bytes[8];
	const char *from;
	const wchar_t *wide_from;
	mbstate_t st = {0};

	WRITES(wide, 0, 3 * W, must(mbstowcs(wide, "ab", 8) == 2));
	WRITES(wide, 0, 2 * W, must(mbstowcs(wide, "abcd", 2) == 2));
	WRITES(wide, 0, 2 * W, must(mbstowcs(wide, bad, 8) == -1UL));
	WRITES(bytes, 0, 3, must(wcstombs(bytes, L"ab", 8) == 2));
	WRITES(bytes, 0, 2, must(wcstombs(bytes, L"abcd", 2) == 2));
	WRITES(bytes, 0, 3, must(wcstombs(bytes, bad_wide, 8) == -1UL));
	/* Two bytes do not go into one. */
	WRITES(bytes, 0, 1, must(wcstombs(bytes, bad_wide, 2) == 1));
	WRITES(wide, 0, 3 * W,
	       (from = "ab", must(mbsrtowcs(wide, &from, 8, &st) == 2)));
	WRITES(wide, 0, 2 * W,
	       (from = "abcd", must(mbsrtowcs(wide, &from, 2, &st) == 2)));
	WRITES(wide, 0, 2 * W,
	       (from = bad, must(mbsrtowcs(wide, &from, 8, &st) == -1UL)));
	use(from == bad + 2);
	memset(&st, 0, sizeof(st));
	WRITES(wide, 0, 2 * W,
	       (from = "abcd", must(mbsnrtowcs(wide, &from, 2, 8, &st) == 2)));
	WRITES(bytes, 0, 3,
	       (wide_from = bad_wide,
		must(wcsrtombs(bytes, &wide_from, 8, &st) == -1UL)));
	memset(&st, 0, sizeof(st));
	WRITES(bytes, 0, 2,
	       (wide_from = L"abcd",
		must(wcsnrtombs(bytes, &wide_from, 2, 8, &st) == 2)));
	WRITES(bytes, 0, 3,
	       (wide_from = L"ab",
		must(wcsnrtombs(bytes, &wide_from, 9, 8, &st) == 2)));
	use(!wide_from);
}

int main(void)
{
	strings();
	one_character();
	if (setlocale(LC_CTYPE, "C.UTF-8"))
		whole_strings();
	return 0;
}
