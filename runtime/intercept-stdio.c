// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-stdio.c - hooks for streams and formatted text.
 */
#include <stdio.h>
#include <stdlib.h>

#include "format.h"

#define UNPAREN(...) __VA_ARGS__

static noinline void printf_in(const char *format, va_list args,
			       struct kmsan_hook hook)
{
	va_list copy;

	if (hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	va_copy(copy, args);
	kmsan_check_printf(format, copy, KMSAN_FRAME, hook);
	va_end(copy);
}

/*
 * The printf() family.  Each row makes two hooks: name, the name of the one
 * that takes a va_list, parameters, arguments, what is written.
 */
#define PRINTF(name, vname, params, args, after)                               \
	KMSAN_HOOK(int, vname, (UNPAREN params, va_list ap))                   \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		int ret;                                                       \
                                                                               \
		if (hook.kind == KMSAN_CALLER_RUNTIME)                         \
			return KMSAN_REAL(vname)(UNPAREN args, ap);            \
		printf_in(format, ap, hook);                                   \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		after return ret;                                              \
	}                                                                      \
	KMSAN_HOOK(int, name, (UNPAREN params, ...))                           \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		va_list ap;                                                    \
		int ret;                                                       \
                                                                               \
		va_start(ap, format);                                          \
		if (hook.kind != KMSAN_CALLER_RUNTIME)                         \
			printf_in(format, ap, hook);                           \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		va_end(ap);                                                    \
		after return ret;                                              \
	}

/* What a bounded printf() leaves in its buffer. */
#define OUT_TEXT(s, n)                                                         \
	IF(ret >= 0 && (n), OUT(s, (size_t)ret < (n) ? (size_t)ret + 1 : (n)))

PRINTF(printf, vprintf, (const char *format), (format), NOTHING)
PRINTF(__printf_chk, __vprintf_chk, (int flag, const char *format),
       (flag, format), NOTHING)
PRINTF(fprintf, vfprintf, (FILE * file, const char *format), (file, format),
       NOTHING)
PRINTF(__fprintf_chk, __vfprintf_chk,
       (FILE * file, int flag, const char *format), (file, flag, format),
       NOTHING)
PRINTF(dprintf, vdprintf, (int fd, const char *format), (fd, format), NOTHING)
PRINTF(__dprintf_chk, __vdprintf_chk, (int fd, int flag, const char *format),
       (fd, flag, format), NOTHING)
PRINTF(sprintf, vsprintf, (char *s, const char *format), (s, format),
       IF(ret >= 0, OUT(s, (size_t)ret + 1)))
PRINTF(__sprintf_chk, __vsprintf_chk,
       (char *s, int flag, size_t room, const char *format),
       (s, flag, room, format), IF(ret >= 0, OUT(s, (size_t)ret + 1)))
PRINTF(snprintf, vsnprintf, (char *s, size_t n, const char *format),
       (s, n, format), OUT_TEXT(s, n))
PRINTF(__snprintf_chk, __vsnprintf_chk,
       (char *s, size_t n, int flag, size_t room, const char *format),
       (s, n, flag, room, format), OUT_TEXT(s, n))
PRINTF(asprintf, vasprintf, (char **s, const char *format), (s, format),
       IF(ret >= 0, OUT_VAR(s) OUT(*s, (size_t)ret + 1)))
PRINTF(__asprintf_chk, __vasprintf_chk,
       (char **s, int flag, const char *format), (s, flag, format),
       IF(ret >= 0, OUT_VAR(s) OUT(*s, (size_t)ret + 1)))

/* The same for wide text, whose formats are not looked into. */
#define WPRINTF(name, vname, params, args, after)                              \
	KMSAN_HOOK(int, vname, (UNPAREN params, va_list ap))                   \
	{                                                                      \
		int ret = KMSAN_REAL(vname)(UNPAREN args, ap);                 \
                                                                               \
		after return ret;                                              \
	}                                                                      \
	KMSAN_HOOK(int, name, (UNPAREN params, ...))                           \
	{                                                                      \
		va_list ap;                                                    \
		int ret;                                                       \
                                                                               \
		va_start(ap, format);                                          \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		va_end(ap);                                                    \
		after return ret;                                              \
	}

WPRINTF(swprintf, vswprintf, (wchar_t * s, size_t n, const wchar_t *format),
	(s, n, format), IF(ret >= 0, OUT(s, ((size_t)ret + 1) * sizeof(*s))))
WPRINTF(__swprintf_chk, __vswprintf_chk,
	(wchar_t * s, size_t n, int flag, size_t room, const wchar_t *format),
	(s, n, flag, room, format),
	IF(ret >= 0, OUT(s, ((size_t)ret + 1) * sizeof(*s))))

/* The scanf() family, in the same way. */
#define SCANF(name, vname, params, args, before)                               \
	KMSAN_HOOK(int, vname, (UNPAREN params, va_list ap))                   \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		va_list copy;                                                  \
		int ret;                                                       \
                                                                               \
		before IN_STR(format) va_copy(copy, ap);                       \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		kmsan_clean_scanf(format, copy, ret);                          \
		va_end(copy);                                                  \
		return ret;                                                    \
	}                                                                      \
	KMSAN_HOOK(int, name, (UNPAREN params, ...))                           \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		va_list ap;                                                    \
		int ret;                                                       \
                                                                               \
		before IN_STR(format) va_start(ap, format);                    \
		ret = KMSAN_REAL(vname)(UNPAREN args, ap);                     \
		va_end(ap);                                                    \
		va_start(ap, format);                                          \
		kmsan_clean_scanf(format, ap, ret);                            \
		va_end(ap);                                                    \
		return ret;                                                    \
	}

SCANF(scanf, vscanf, (const char *format), (format), NOTHING)
SCANF(__isoc99_scanf, __isoc99_vscanf, (const char *format), (format), NOTHING)
SCANF(__isoc23_scanf, __isoc23_vscanf, (const char *format), (format), NOTHING)
SCANF(fscanf, vfscanf, (FILE * file, const char *format), (file, format),
      NOTHING)
SCANF(__isoc99_fscanf, __isoc99_vfscanf, (FILE * file, const char *format),
      (file, format), NOTHING)
SCANF(__isoc23_fscanf, __isoc23_vfscanf, (FILE * file, const char *format),
      (file, format), NOTHING)
SCANF(sscanf, vsscanf, (const char *s, const char *format), (s, format),
      IN_STR(s))
SCANF(__isoc99_sscanf, __isoc99_vsscanf, (const char *s, const char *format),
      (s, format), IN_STR(s))
SCANF(__isoc23_sscanf, __isoc23_vsscanf, (const char *s, const char *format),
      (s, format), IN_STR(s))

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(FILE *, fopen, (const char *path, const char *mode), (path, mode),
     IN_STR(path) IN_STR(mode), NOTHING)
HOOK(FILE *, fopen64, (const char *path, const char *mode), (path, mode),
     IN_STR(path) IN_STR(mode), NOTHING)
HOOK(FILE *, freopen, (const char *path, const char *mode, FILE *file),
     (path, mode, file), IN_STR(path) IN_STR(mode), NOTHING)
HOOK(FILE *, popen, (const char *command, const char *mode), (command, mode),
     IN_STR(command) IN_STR(mode), NOTHING)
HOOK(FILE *, open_memstream, (char **text, size_t *size), (text, size), NOTHING,
     OUT_VAR(text) OUT_VAR(size))
HOOK(size_t, fread, (void *ptr, size_t size, size_t n, FILE *file),
     (ptr, size, n, file), NOTHING, OUT(ptr, ret *size))
HOOK(size_t, fread_unlocked, (void *ptr, size_t size, size_t n, FILE *file),
     (ptr, size, n, file), NOTHING, OUT(ptr, ret *size))
HOOK(size_t, __fread_chk,
     (void *ptr, size_t room, size_t size, size_t n, FILE *file),
     (ptr, room, size, n, file), NOTHING, OUT(ptr, ret *size))
HOOK(size_t, fwrite, (const void *ptr, size_t size, size_t n, FILE *file),
     (ptr, size, n, file), IN(ptr, size *n), NOTHING)
HOOK(size_t, fwrite_unlocked,
     (const void *ptr, size_t size, size_t n, FILE *file), (ptr, size, n, file),
     IN(ptr, size *n), NOTHING)
HOOK(char *, fgets, (char *s, int n, FILE *file), (s, n, file), NOTHING,
     OUT_STR(ret))
HOOK(char *, fgets_unlocked, (char *s, int n, FILE *file), (s, n, file),
     NOTHING, OUT_STR(ret))
HOOK(char *, __fgets_chk, (char *s, size_t room, int n, FILE *file),
     (s, room, n, file), NOTHING, OUT_STR(ret))
HOOK(char *, __fgets_unlocked_chk, (char *s, size_t room, int n, FILE *file),
     (s, room, n, file), NOTHING, OUT_STR(ret))
HOOK(size_t, __fread_unlocked_chk,
     (void *ptr, size_t room, size_t size, size_t n, FILE *file),
     (ptr, room, size, n, file), NOTHING, OUT(ptr, ret *size))
HOOK(char *, gets, (char *s), (s), NOTHING, OUT_STR(ret))
HOOK(wchar_t *, fgetws, (wchar_t * s, int n, FILE *file), (s, n, file), NOTHING,
     OUT_WCS(ret))
HOOK(ssize_t, getline, (char **line, size_t *n, FILE *file), (line, n, file),
     IN(line, sizeof(*line)) IN(n, sizeof(*n)),
     OUT_VAR(line) OUT_VAR(n) IF(ret >= 0, OUT(*line, ret + 1)))
HOOK(ssize_t, getdelim, (char **line, size_t *n, int delimiter, FILE *file),
     (line, n, delimiter, file), IN(line, sizeof(*line)) IN(n, sizeof(*n)),
     OUT_VAR(line) OUT_VAR(n) IF(ret >= 0, OUT(*line, ret + 1)))
HOOK(ssize_t, __getdelim, (char **line, size_t *n, int delimiter, FILE *file),
     (line, n, delimiter, file), IN(line, sizeof(*line)) IN(n, sizeof(*n)),
     OUT_VAR(line) OUT_VAR(n) IF(ret >= 0, OUT(*line, ret + 1)))
HOOK(int, puts, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(int, fputs, (const char *s, FILE *file), (s, file), IN_STR(s), NOTHING)
HOOK(int, fputs_unlocked, (const char *s, FILE *file), (s, file), IN_STR(s),
     NOTHING)
HOOK_VOID(perror, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(int, fgetpos, (FILE * file, fpos_t *position), (file, position), NOTHING,
     IF(!ret, OUT_VAR(position)))
HOOK(int, remove, (const char *path), (path), IN_STR(path), NOTHING)
HOOK(int, rename, (const char *from, const char *to), (from, to),
     IN_STR(from) IN_STR(to), NOTHING)
HOOK(char *, tmpnam, (char *s), (s), NOTHING, IF(s, OUT_STR(ret)))
HOOK(int, mkstemp, (char *name), (name), IN_STR(name), OUT_STR(name))
HOOK(int, mkstemp64, (char *name), (name), IN_STR(name), OUT_STR(name))
HOOK(int, mkostemp, (char *name, int flags), (name, flags), IN_STR(name),
     OUT_STR(name))
HOOK(char *, mkdtemp, (char *name), (name), IN_STR(name), OUT_STR(name))

/*
 * getc() and the like return what they read; nothing to do for those.  A
 * stream that keeps its buffer in the program's memory writes to it unseen.
 */
HOOK(int, setvbuf, (FILE * file, char *buffer, int mode, size_t size),
     (file, buffer, mode, size), NOTHING, OUT(buffer, size))
HOOK_VOID(setbuf, (FILE * file, char *buffer), (file, buffer), NOTHING,
	  OUT(buffer, BUFSIZ))
HOOK(FILE *, fmemopen, (void *buffer, size_t size, const char *mode),
     (buffer, size, mode), IN_STR(mode), OUT(buffer, size))
