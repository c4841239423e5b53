// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-old.c - hooks for functions that few programs call: those of old
 * interfaces, and those of the resolver that its header calls otherwise.
 */
#include <resolv.h>
#include <signal.h>
#include <sys/time.h>

#include "intercept.h"

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, sigstack, (const void *new, void *old), (new, old),
     IN(new, sizeof(void *)), IF(!ret, OUT(old, 2 * sizeof(void *))))
HOOK(int, sprofil, (void *parts, int n, struct timeval *rate, unsigned int how),
     (parts, n, rate, how), NOTHING, IF(!ret, OUT_VAR(rate)))
HOOK(char *, re_comp, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(int, re_exec, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(const char *, __loc_ntoa, (const void *binary, char *text), (binary, text),
     IN(binary, 16), OUT_STR(ret))
HOOK(int, __loc_aton, (const char *text, void *binary), (text, binary),
     IN_STR(text), IF(ret > 0, OUT(binary, ret)))
HOOK(const char *, __sym_ntos, (const void *symbols, int nr, int *found),
     (symbols, nr, found), NOTHING, OUT_VAR(found))
HOOK(const char *, __sym_ntop, (const void *symbols, int nr, int *found),
     (symbols, nr, found), NOTHING, OUT_VAR(found))
HOOK(int, __sym_ston, (const void *symbols, const char *name, int *found),
     (symbols, name, found), IN_STR(name), OUT_VAR(found))
HOOK(const void *, __p_fqnname,
     (const void *name, const void *message, int size, char *text, int room),
     (name, message, size, text, room), NOTHING, IF(ret, OUT_STR(text)))
HOOK(const char *, __res_hostalias,
     (void *state, const char *name, char *text, size_t room),
     (state, name, text, room), IN_STR(name), OUT_STR(ret))
HOOK(int, ns_sprintrrf,
     (const void *message, size_t size, const char *name, int class, int type,
      unsigned long ttl, const void *data, size_t data_size,
      const char *context, const char *origin, char *text, size_t room),
     (message, size, name, class, type, ttl, data, data_size, context, origin,
      text, room),
     IN_STR(name), IF(ret >= 0, OUT_STR(text)))
