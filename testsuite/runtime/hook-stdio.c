/* Hooks for streams: wide scanf(), parts of elements, the program's own
   buffers. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w -D_FILE_OFFSET_BITS=64" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <stdarg.h>
#include <sys/mman.h>
#include <stdlib.h>
#include <wchar.h>

static int scan(const wchar_t *s, const wchar_t *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vswscanf(s, format, ap);
	va_end(ap);
	return n;
}

static void scanning(void)
{
	wchar_t wide[8];
	char s[8], *allocated;
	double d;
	short h;
	int i;

	WRITES_ALL(i, must(swscanf(L"12", L"%d", &i) == 1));
	WRITES_ALL(h, must(swscanf(L"12 x", L"%hd", &h) == 1));
	WRITES(s, 0, 3, must(swscanf(L"ab", L"%7s", s) == 1));
	WRITES(wide, 0, 3 * sizeof(*wide), must(swscanf(L"ab", L"%7ls", wide) == 1));
	WRITES(s, 0, 3, must(scan(L"xy", L"%[^]]", s) == 1));
	WRITES_NOTHING(i, scan(L"x", L"%d", &i));
	WRITES_ALL(d, must(sscanf("1.5", "%lf", &d) == 1));
	WRITES_ALL(allocated, must(sscanf("ab", "%ms", &allocated) == 1));
	use(allocated[1] == 'b');
}

static FILE *stream(const char *text)
{
	int fd = memfd_create("stream", 0);

	must(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	lseek(fd, 0, SEEK_SET);
	return fdopen(fd, "r+");
}

static void reading(void)
{
	char text[] = "abcdefg", s[16], *lines;
	wchar_t wide[8], *wide_text;
	FILE *f = fmemopen(text, 7, "r");
	size_t n;
	fpos_t position;

	WRITES(s, 0, 7, must(fread(s, 4, 3, f) == 1));
	rewind(f);
	WRITES(s, 0, 7, must(fread_unlocked(s, 4, 3, f) == 1));
	rewind(f);
	WRITES(s, 0, 7, must(fread(s, 1, 16, f) == 7));
	WRITES_NOTHING(s, must(fread(s, 4, 2, f) == 0));
	WRITES_NOTHING(s, must(fread(s, 0, 2, f) == 0));
	rewind(f);
	WRITES(s, 0, 5, must(fgets(s, 5, f)));
	WRITES_ALL(position, must(!fgetpos(f, &position)));
	WRITES(wide, 0, 5 * sizeof(*wide), must(fgetws(wide, 5, stream("abcde"))));
	lines = NULL;
	f = stream("line\n");
	must(getline(&lines, &n, f) == 5);
	WRITES_ALL(wide_text, must(f = open_wmemstream(&wide_text, &n)));
	fputws(L"xy", f);
	fclose(f);
	use(wide_text[1] == 'y' && n == 2);
}

/* Characters that are read inline, from the program's own buffer. */
static void inlined(void)
{
	char *buffer = malloc(64);
	FILE *f = stream("abc");
	int c, n = 0;

	setvbuf(f, buffer, _IOFBF, 64);
	kmsan_poison_memory(buffer, 64);
	while ((c = getc_unlocked(f)) != EOF)
		n += c;
	use(n == 'a' + 'b' + 'c');
	f = stream("abc");
	kmsan_poison_memory(buffer, 64);
	setbuffer(f, buffer, 64);
	use(getc_unlocked(f) == 'a');
}

int main(void)
{
	scanning();
	reading();
	inlined();
	return 0;
}
