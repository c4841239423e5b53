/* Hooks for functions that few programs call, and for old names of streams. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w -lresolv" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <asm/ldt.h>
#include <asm/prctl.h>
#include <dlfcn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/quota.h>
#include <sys/syscall.h>
#include <sys/time.h>

int arch_prctl(int, void *), modify_ldt(int, void *, unsigned long);
int __loc_aton(const char *, void *);
const char *__loc_ntoa(const void *, char *);
int _IO_puts(const char *), _IO_sprintf(char *, const char *, ...);
char *_IO_fgets(char *, int, FILE *);
size_t _IO_fread(void *, size_t, size_t, FILE *);
int _IO_sscanf(const char *, const char *, ...);
FILE *_IO_fopen(const char *, const char *);
int _IO_vsprintf(char *, const char *, va_list);

static void requests(void)
{
	unsigned long base;
	char ldt[64];
	int n = 0;

	WRITES_ALL(base, must(!arch_prctl(ARCH_GET_FS, &base)));
	WRITES_NOTHING(base, must(arch_prctl(0x7777, &base)));
	WRITES(ldt, 0, (size_t)n, (n = modify_ldt(2, ldt, 16), n = n > 0 ? n : 0));
	WRITES_NOTHING(ldt, quotactl(QCMD(Q_GETQUOTA, USRQUOTA), "/dev/no-such", 0, ldt));
}

static void names(void)
{
	unsigned char place[20];
	char text[64];

	WRITES(place, 0, 16, must(__loc_aton("52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
						   place) == 16));
	WRITES_NOTHING(text, __loc_aton("nowhere", text));
	if (__loc_aton("52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m", place)) {
		use(*__loc_ntoa(place, NULL) == '5');
		WRITES(text, 0, strlen(text) + 1, __loc_ntoa(place, text));
	}
}

static void format(char *text, const char *pattern, ...)
{
	va_list list;

	va_start(list, pattern);
	_IO_vsprintf(text, pattern, list);
	va_end(list);
}

static void streams(void)
{
	char text[16];
	FILE *file;
	int number;

	WRITES(text, 0, 4, _IO_sprintf(text, "%d", 123));
	WRITES(text, 0, 3, format(text, "%s", "ab"));
	WRITES_ALL(number, must(_IO_sscanf("17", "%d", &number) == 1));
	file = _IO_fopen("/proc/self/comm", "r");
	must(file);
	WRITES(text, 0, 3, must(_IO_fgets(text, 3, file)));
	WRITES(text, 0, 2, must(_IO_fread(text, 1, 2, file) == 2));
	fclose(file);
}

int main(void)
{
	requests();
	names();
	streams();
	return 0;
}
