// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-stdio.c - hooks for streams and formatted text.
 */
#include <stdio.h>
#include <stdlib.h>

#include "format.h"

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
		kmsan_check_printf(format, ap, hook);                          \
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
			kmsan_check_printf(format, ap, hook);                  \
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

ALSO(asprintf, __asprintf)
ALSO(vsnprintf, __vsnprintf)

/* The same for wide text, whose formats are not followed. */
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

/*
 * The scanf() family, in the same way, but first: how the results are found,
 * and the type of the format's characters.  Each function exists three times,
 * for what the standards of 1999 and 2023 have changed.
 */
#define SCANF(clean, chr, name, vname, params, args, before)                   \
	KMSAN_HOOK(int, vname, (UNPAREN params const chr *format, va_list ap)) \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		va_list copy;                                                  \
		int ret;                                                       \
                                                                               \
		before va_copy(copy, ap);                                      \
		ret = KMSAN_REAL(vname)(UNPAREN args format, ap);              \
		clean(format, copy, ret);                                      \
		va_end(copy);                                                  \
		return ret;                                                    \
	}                                                                      \
	KMSAN_HOOK(int, name, (UNPAREN params const chr *format, ...))         \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		va_list ap;                                                    \
		int ret;                                                       \
                                                                               \
		before va_start(ap, format);                                   \
		ret = KMSAN_REAL(vname)(UNPAREN args format, ap);              \
		va_end(ap);                                                    \
		va_start(ap, format);                                          \
		clean(format, ap, ret);                                        \
		va_end(ap);                                                    \
		return ret;                                                    \
	}

#if __GLIBC_PREREQ(2, 38)
#define SCANF_23(...) SCANF(__VA_ARGS__)
#else
#define SCANF_23(...)
#endif

#define SCANFS(clean, chr, name, params, args, before)                         \
	SCANF(clean, chr, name, v##name, params, args, before)                 \
	SCANF(clean, chr, __isoc99_##name, __isoc99_v##name, params, args,     \
	      before)                                                          \
	SCANF_23(clean, chr, __isoc23_##name, __isoc23_v##name, params, args,  \
		 before)
#define NARROW_SCANF(name, params, args, before)                               \
	SCANFS(kmsan_clean_scanf, char, name, params, args,                    \
	       before IN_STR(format))
#define WIDE_SCANF(name, params, args, before)                                 \
	SCANFS(kmsan_clean_wide_scanf, wchar_t, name, params, args,            \
	       before IN_WCS(format))
NARROW_SCANF(scanf, (), (), NOTHING)
NARROW_SCANF(fscanf, (FILE * file, ), (file, ), NOTHING)
NARROW_SCANF(sscanf, (const char *s, ), (s, ), IN_STR(s))
WIDE_SCANF(wscanf, (), (), NOTHING)
WIDE_SCANF(fwscanf, (FILE * file, ), (file, ), NOTHING)
WIDE_SCANF(swscanf, (const wchar_t *s, ), (s, ), IN_WCS(s))
ALSO(vsscanf, __vsscanf)
ALSO(vfscanf, __vfscanf)

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK_64(FILE *, fopen, (const char *path, const char *mode), (path, mode),
	IN_STR(path) IN_STR(mode), NOTHING)
HOOK_64(FILE *, freopen, (const char *path, const char *mode, FILE *file),
	(path, mode, file), IN_STR(path) IN_STR(mode), NOTHING)
HOOK(FILE *, popen, (const char *command, const char *mode), (command, mode),
     IN_STR(command) IN_STR(mode), NOTHING)
HOOK(FILE *, open_memstream, (char **text, size_t *size), (text, size), NOTHING,
     OUT_VAR(text) OUT_VAR(size))
HOOK(FILE *, open_wmemstream, (wchar_t * *text, size_t *size), (text, size),
     NOTHING, OUT_VAR(text) OUT_VAR(size))
/*
 * Only whole elements count, but part of the last one may have been read; so
 * the library is asked for bytes.
 */
#define READ_BYTES(real, ...)                                                  \
	struct kmsan_hook hook = KMSAN_THIS_HOOK;                              \
	size_t bytes, got;                                                     \
                                                                               \
	if (__builtin_mul_overflow(size, n, &bytes) ||                         \
	    hook.kind == KMSAN_CALLER_RUNTIME || !bytes)                       \
		return KMSAN_REAL(real)(__VA_ARGS__ size, n, file);            \
	got = KMSAN_REAL(real)(__VA_ARGS__ 1, bytes, file);                    \
	OUT(ptr, got)                                                          \
	return got == bytes ? n : got / size;
#define FREAD(name)                                                            \
	KMSAN_HOOK(size_t, name,                                               \
		   (void *ptr, size_t size, size_t n, FILE *file)){READ_BYTES( \
		name, ptr, )} KMSAN_HOOK(size_t, __##name##_chk,               \
					 (void *ptr, size_t room, size_t size, \
					  size_t n, FILE *file))               \
	{                                                                      \
		READ_BYTES(__##name##_chk, ptr, room, )                        \
	}
FREAD(fread)
FREAD(fread_unlocked)
HOOK(size_t, fwrite, (const void *ptr, size_t size, size_t n, FILE *file),
     (ptr, size, n, file), IN(ptr, size *n), NOTHING)
HOOK(size_t, fwrite_unlocked,
     (const void *ptr, size_t size, size_t n, FILE *file), (ptr, size, n, file),
     IN(ptr, size *n), NOTHING)
/* For these, the room is the second argument. */
#define FGETS(type, name, chr, out)                                            \
	HOOK(type, name, (chr * s, int n, FILE *file), (s, n, file), NOTHING,  \
	     out(ret))                                                         \
	HOOK(type, __##name##_chk, (chr * s, size_t room, int n, FILE *file),  \
	     (s, room, n, file), NOTHING, out(ret))
FGETS(char *, fgets, char, OUT_STR)
FGETS(char *, fgets_unlocked, char, OUT_STR)
FGETS(wchar_t *, fgetws, wchar_t, OUT_WCS)
FGETS(wchar_t *, fgetws_unlocked, wchar_t, OUT_WCS)
HOOK_CHK(char *, gets, (char *s), (s), NOTHING, OUT_STR(ret))
/* The size counts only if there is a line. */
#define IN_LINE IN_VAR(line) IF(line && *line, IN_VAR(n))
#define OUT_LINE OUT_VAR(line) OUT_VAR(n) IF(ret >= 0, OUT(*line, ret + 1))
HOOK(ssize_t, getline, (char **line, size_t *n, FILE *file), (line, n, file),
     IN_LINE, OUT_LINE)
HOOK(ssize_t, getdelim, (char **line, size_t *n, int delimiter, FILE *file),
     (line, n, delimiter, file), IN_LINE, OUT_LINE)
ALSO(getdelim, __getdelim)
HOOK(int, puts, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(int, fputs, (const char *s, FILE *file), (s, file), IN_STR(s), NOTHING)
HOOK(int, fputs_unlocked, (const char *s, FILE *file), (s, file), IN_STR(s),
     NOTHING)
HOOK_VOID(perror, (const char *s), (s), IN_STR(s), NOTHING)
HOOK_64(int, fgetpos, (FILE * file, fpos_t *position), (file, position),
	NOTHING, IF(!ret, OUT_VAR(position)))

/*
 * getc() and the like return what they read, so nothing has to be done.  But
 * getc_unlocked() is inlined and reads the stream's buffer, which it lets the
 * library fill; and a buffer may be the program's memory.
 */
HOOK(int, setvbuf, (FILE * file, char *buffer, int mode, size_t size),
     (file, buffer, mode, size), NOTHING, OUT(buffer, size))
HOOK_VOID(setbuf, (FILE * file, char *buffer), (file, buffer), NOTHING,
	  OUT(buffer, BUFSIZ))
HOOK_VOID(setbuffer, (FILE * file, char *buffer, size_t size),
	  (file, buffer, size), NOTHING, OUT(buffer, size))
#define OUT_BUFFER                                                             \
	OUT(file->_IO_read_base, file->_IO_read_end - file->_IO_read_base)
HOOK(int, __uflow, (FILE * file), (file), NOTHING, OUT_BUFFER)
HOOK(int, __underflow, (FILE * file), (file), NOTHING, OUT_BUFFER)
HOOK(FILE *, fmemopen, (void *buffer, size_t size, const char *mode),
     (buffer, size, mode), IN_STR(mode), OUT(buffer, size))

/* Names that the header's macros once used. */
ALSO(fgetpos, _IO_fgetpos)
ALSO(fgetpos, _IO_fgetpos64)
ALSO(fgets, _IO_fgets)
ALSO(fopen, _IO_fopen)
ALSO(fprintf, _IO_fprintf)
ALSO(fputs, _IO_fputs)
ALSO(fread, _IO_fread)
ALSO(fwrite, _IO_fwrite)
ALSO(gets, _IO_gets)
ALSO(popen, _IO_popen)
ALSO(printf, _IO_printf)
ALSO(puts, _IO_puts)
ALSO(setbuffer, _IO_setbuffer)
ALSO(setvbuf, _IO_setvbuf)
ALSO(sprintf, _IO_sprintf)
ALSO(sscanf, _IO_sscanf)
ALSO(vfprintf, _IO_vfprintf)
ALSO(vsprintf, _IO_vsprintf)
