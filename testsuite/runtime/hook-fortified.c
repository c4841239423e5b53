/* The same functions as _FORTIFY_SOURCE calls them: NAME and __NAME_chk come
   from one table. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w -D_FORTIFY_SOURCE=2" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <wchar.h>

#define W sizeof(wchar_t)

/* A size that the compiler does not know, and so has checked. */
static volatile size_t n16 = 16, n2 = 2;

int main(void)
{
	char s[16], name[512];
	wchar_t wide[16];
	const char *from;
	const wchar_t *wide_from;
	mbstate_t st = {0};
	struct pollfd p;
	FILE *f = fmemopen("abcdefg", 7, "r");

	symlink("target", "hook-fortified.link");
	WRITES(s, 0, 6, must(readlink("hook-fortified.link", s, n16) == 6));
	WRITES(s, 0, 6, must(readlinkat(AT_FDCWD, "hook-fortified.link", s, n16) == 6));
	unlink("hook-fortified.link");
	WRITES(s, 0, 2, confstr(_CS_PATH, s, n2));
	WRITES(name, 0, strlen(name) + 1, must(!getdomainname(name, 32 * n16)));
	WRITES(name, 0, strlen(name) + 1, must(!gethostname(name, 32 * n16)));
	WRITES_ALL(p, (p.fd = 0, p.events = 0, must(poll(&p, n2 - 1, 0) == 0)));
	WRITES(s, 0, 7, must(fread(s, n2, 8, f) == 3));
	f = fdopen(open("/proc/self/comm", O_RDONLY), "r");
	WRITES(wide, 0, (wcslen(wide) + 1) * W, must(fgetws(wide, n16, f)));
	WRITES(wide, 0, 3 * W, wcscpy(wide, L"ab"));
	WRITES(wide, 0, 3 * W, wcpcpy(wide, L"ab"));
	WRITES(wide, 0, 2 * W, wcpncpy(wide, L"ab", n2));
	WRITES(wide, 0, 4 * W, (wide[0] = 'x', wide[1] = 0, wcsncat(wide, L"abc", n2)));
	WRITES(wide, 0, 2 * W, wmempcpy(wide, L"ab", n2));
	WRITES(wide, 0, 2 * W, mbstowcs(wide, "abcd", n2));
	WRITES(wide, 0, 3 * W, (from = "ab", must(mbsrtowcs(wide, &from, n16, &st) == 2)));
	WRITES(wide, 0, 2 * W, (from = "abc", must(mbsnrtowcs(wide, &from, n2, n16, &st) == 2)));
	WRITES(s, 0, 3, (wide_from = L"ab", must(wcsrtombs(s, &wide_from, n16, &st) == 2)));
	WRITES(s, 0, 2, (wide_from = L"abc", must(wcsnrtombs(s, &wide_from, n2, n16, &st) == 2)));
	WRITES(s, 0, 1, must(wcrtomb(s, 'a', &st) == 1));
	WRITES(s, 0, 3, stpncpy(s, "abcd", n2 + 1));
	return 0;
}
