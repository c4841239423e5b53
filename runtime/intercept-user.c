// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-user.c - hooks for users, hosts, and the names of both.
 *
 * Results in the library's own memory are clean anyway.
 */
#include <aliases.h>
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <grp.h>
#include <gshadow.h>
#include <mntent.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <pwd.h>
#include <resolv.h>
#include <shadow.h>
#include <sys/socket.h>
#include <utmp.h>
#include <utmpx.h>

#include "intercept.h"

/*
 * Databases: name, record, parameters and arguments of the search, what is
 * read; the rest is the same for all.  The record's strings are somewhere in
 * the buffer.
 */
#define LOOKUP(name, record, params, args, before)                             \
	HOOK(int, name,                                                        \
	     (UNPAREN params record * entry, char *buf, size_t n,              \
	      record **result),                                                \
	     (UNPAREN args entry, buf, n, result), before,                     \
	     OUT_VAR(result) IF(!ret && *result, OUT_VAR(entry) OUT(buf, n)))
#define LOOKUP_HOST(name, record, params, args, before)                        \
	HOOK(int, name,                                                        \
	     (UNPAREN params record * entry, char *buf, size_t n,              \
	      record **result, int *error),                                    \
	     (UNPAREN args entry, buf, n, result, error), before,              \
	     OUT_VAR(result) OUT_VAR(error)                                    \
		     IF(!ret && *result, OUT_VAR(entry) OUT(buf, n)))
#define BY_NAME (const char *name, ), (name, ), IN_STR(name)
#define BY_ID (unsigned int id, ), (id, ), NOTHING
#define NEXT (), (), NOTHING
#define FROM_FILE (void *file, ), (file, ), NOTHING
#define IN_PROTOCOL IN_STR(protocol)

#define LOOKUP_AS(how, ...) LOOKUP_(how, __VA_ARGS__)
#define LOOKUP_(how, ...) how(__VA_ARGS__)

LOOKUP_AS(LOOKUP, getpwnam_r, struct passwd, BY_NAME)
LOOKUP_AS(LOOKUP, getpwuid_r, struct passwd, BY_ID)
LOOKUP_AS(LOOKUP, getpwent_r, struct passwd, NEXT)
LOOKUP_AS(LOOKUP, fgetpwent_r, struct passwd, FROM_FILE)
LOOKUP_AS(LOOKUP, getgrnam_r, struct group, BY_NAME)
LOOKUP_AS(LOOKUP, getgrgid_r, struct group, BY_ID)
LOOKUP_AS(LOOKUP, getgrent_r, struct group, NEXT)
LOOKUP_AS(LOOKUP, fgetgrent_r, struct group, FROM_FILE)
LOOKUP_AS(LOOKUP, getspnam_r, struct spwd, BY_NAME)
LOOKUP_AS(LOOKUP, sgetspent_r, struct spwd, BY_NAME)
LOOKUP_AS(LOOKUP, getspent_r, struct spwd, NEXT)
LOOKUP_AS(LOOKUP, fgetspent_r, struct spwd, FROM_FILE)
LOOKUP_AS(LOOKUP, getsgnam_r, struct sgrp, BY_NAME)
LOOKUP_AS(LOOKUP, sgetsgent_r, struct sgrp, BY_NAME)
LOOKUP_AS(LOOKUP, getsgent_r, struct sgrp, NEXT)
LOOKUP_AS(LOOKUP, fgetsgent_r, struct sgrp, FROM_FILE)
LOOKUP_AS(LOOKUP, getaliasbyname_r, struct aliasent, BY_NAME)
LOOKUP_AS(LOOKUP, getaliasent_r, struct aliasent, NEXT)
LOOKUP_AS(LOOKUP, getprotobyname_r, struct protoent, BY_NAME)
LOOKUP_AS(LOOKUP, getprotobynumber_r, struct protoent, BY_ID)
LOOKUP_AS(LOOKUP, getprotoent_r, struct protoent, NEXT)
LOOKUP_AS(LOOKUP, getrpcbyname_r, struct rpcent, BY_NAME)
LOOKUP_AS(LOOKUP, getrpcbynumber_r, struct rpcent, BY_ID)
LOOKUP_AS(LOOKUP, getrpcent_r, struct rpcent, NEXT)
LOOKUP(getservbyname_r, struct servent,
       (const char *name, const char *protocol, ), (name, protocol, ),
       IN_STR(name) IN_PROTOCOL)
LOOKUP(getservbyport_r, struct servent, (int port, const char *protocol, ),
       (port, protocol, ), IN_PROTOCOL)
LOOKUP_AS(LOOKUP, getservent_r, struct servent, NEXT)
LOOKUP_AS(LOOKUP_HOST, getnetbyname_r, struct netent, BY_NAME)
LOOKUP_HOST(getnetbyaddr_r, struct netent, (u32 address, int family, ),
	    (address, family, ), NOTHING)
LOOKUP_AS(LOOKUP_HOST, getnetent_r, struct netent, NEXT)
LOOKUP_AS(LOOKUP_HOST, gethostbyname_r, struct hostent, BY_NAME)
LOOKUP_HOST(gethostbyname2_r, struct hostent, (const char *name, int family, ),
	    (name, family, ), IN_STR(name))
LOOKUP_HOST(gethostbyaddr_r, struct hostent,
	    (const void *address, socklen_t length, int family, ),
	    (address, length, family, ), IN(address, length))
LOOKUP_AS(LOOKUP_HOST, gethostent_r, struct hostent, NEXT)

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(struct passwd *, getpwnam, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(struct group *, getgrnam, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(int, getpw, (unsigned int id, char *s), (id, s), NOTHING,
     IF(!ret, OUT_STR(s)))
HOOK(struct mntent *, getmntent_r,
     (void *file, struct mntent *entry, char *s, int n), (file, entry, s, n),
     NOTHING,
     IF(ret, OUT_VAR(ret) OUT_STR(ret->mnt_fsname) OUT_STR(ret->mnt_dir)
		     OUT_STR(ret->mnt_type) OUT_STR(ret->mnt_opts)))
ALSO(getmntent_r, __getmntent_r)

#define GETUT(name, params, args)                                              \
	HOOK(int, name,                                                        \
	     (UNPAREN params struct utmp * entry, struct utmp * *result),      \
	     (UNPAREN args entry, result), NOTHING,                            \
	     OUT_VAR(result) IF(!ret && *result, OUT_VAR(entry)))
GETUT(getutent_r, (), ())
GETUT(getutid_r, (const struct utmp *like, ), (like, ))
GETUT(getutline_r, (const struct utmp *like, ), (like, ))
HOOK_VOID(getutmp, (const struct utmpx *from, struct utmp *to), (from, to),
	  NOTHING, OUT_VAR(to))
HOOK_VOID(getutmpx, (const struct utmp *from, struct utmpx *to), (from, to),
	  NOTHING, OUT_VAR(to))

/* A list that is too short is filled. */
HOOK(int, getgrouplist, (const char *user, gid_t group, gid_t *list, int *n),
     (user, group, list, n), IN_STR(user) IN_VAR(n) int room = n ? *n : 0;
     , OUT_VAR(n) OUT(list, (ret >= 0	? ret
			     : room > 0 ? room
					: 0) *
				    sizeof(*list)))

#define OUT_TRIPLE OUT_VAR(host) OUT_VAR(user) OUT_VAR(domain)
HOOK(int, getnetgrent, (char **host, char **user, char **domain),
     (host, user, domain), NOTHING, IF(ret > 0, OUT_TRIPLE))
HOOK(int, getnetgrent_r,
     (char **host, char **user, char **domain, char *buf, size_t n),
     (host, user, domain, buf, n), NOTHING, IF(ret > 0, OUT_TRIPLE OUT(buf, n)))

/* Hosts */
HOOK(struct hostent *, gethostbyname, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(struct hostent *, gethostbyname2, (const char *name, int family),
     (name, family), IN_STR(name), NOTHING)
HOOK(struct hostent *, gethostbyaddr,
     (const void *address, socklen_t length, int family),
     (address, length, family), IN(address, length), NOTHING)
HOOK(int, getaddrinfo,
     (const char *node, const char *service, const struct addrinfo *hints,
      struct addrinfo **result),
     (node, service, hints, result),
     IN_STR(node) IN_STR(service)
	     IN(hints, offsetof(struct addrinfo, ai_addrlen)),
     IF(!ret, OUT_VAR(result)))
HOOK(int, getnameinfo,
     (const void *address, socklen_t length, char *host, socklen_t host_n,
      char *service, socklen_t service_n, int flags),
     (address, length, host, host_n, service, service_n, flags),
     IN_ADDRESS(address, length),
     IF(!ret, IF(host_n, OUT_STR(host)) IF(service_n, OUT_STR(service))))
HOOK(int, getifaddrs, (void **list), (list), NOTHING, IF(!ret, OUT_VAR(list)))
HOOK(char *, if_indextoname, (unsigned int index, char *name), (index, name),
     NOTHING, OUT_STR(ret))
HOOK(unsigned int, if_nametoindex, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK_CHK(int, gethostname, (char *name, size_t n), (name, n), NOTHING,
	 IF(!ret, OUT_STR(name)))
HOOK_CHK(int, getdomainname, (char *name, size_t n), (name, n), NOTHING,
	 IF(!ret, OUT_STR(name)))
HOOK(int, sethostname, (const char *name, size_t n), (name, n), IN(name, n),
     NOTHING)
HOOK(int, setdomainname, (const char *name, size_t n), (name, n), IN(name, n),
     NOTHING)
HOOK_CHK(int, getlogin_r, (char *name, size_t n), (name, n), NOTHING,
	 IF(!ret, OUT_STR(name)))
HOOK(char *, cuserid, (char *s), (s), NOTHING, IF(s, OUT_STR(ret)))

/* Addresses */
#define ADDRESS_SIZE(family) ((family) == AF_INET6 ? 16 : 4)
HOOK(int, inet_pton, (int family, const char *s, void *dst), (family, s, dst),
     IN_STR(s), IF(ret > 0, OUT(dst, ADDRESS_SIZE(family))))
HOOK(const char *, inet_ntop, (int family, const void *src, char *s, u32 n),
     (family, src, s, n), IN(src, ADDRESS_SIZE(family)), OUT_STR(ret))
#if __GLIBC_PREREQ(2, 42)
HOOK(int, __inet_pton_chk, (int family, const char *s, void *dst, size_t room),
     (family, s, dst, room), IN_STR(s),
     IF(ret > 0, OUT(dst, ADDRESS_SIZE(family))))
HOOK(const char *, __inet_ntop_chk,
     (int family, const void *src, char *s, u32 n, size_t room),
     (family, src, s, n, room), IN(src, ADDRESS_SIZE(family)), OUT_STR(ret))
#endif
HOOK(int, inet_aton, (const char *s, void *dst), (s, dst), IN_STR(s),
     IF(ret, OUT(dst, 4)))
HOOK(u32, inet_addr, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(u32, inet_network, (const char *s), (s), IN_STR(s), NOTHING)
HOOK(int, inet_net_pton, (int family, const char *s, void *dst, size_t n),
     (family, s, dst, n), IN_STR(s), IF(ret > 0, OUT(dst, (ret + 7) / 8)))
HOOK(char *, inet_net_ntop,
     (int family, const void *src, int bits, char *s, size_t n),
     (family, src, bits, s, n), IN(src, (bits + 7) / 8), OUT_STR(ret))
HOOK(char *, inet_neta, (u32 address, char *s, size_t n), (address, s, n),
     NOTHING, OUT_STR(ret))
HOOK(unsigned int, inet_nsap_addr, (const char *s, unsigned char *dst, int n),
     (s, dst, n), IN_STR(s), OUT(dst, ret))
HOOK(char *, inet_nsap_ntoa, (int n, const unsigned char *src, char *s),
     (n, src, s), IN(src, n), IF(s, OUT_STR(ret)))
HOOK(struct ether_addr *, ether_aton_r, (const char *s, struct ether_addr *to),
     (s, to), IN_STR(s), IF(ret, OUT_VAR(to)))
HOOK(char *, ether_ntoa_r, (const struct ether_addr *from, char *s), (from, s),
     IN_VAR(from), OUT_STR(ret))
HOOK(int, ether_hostton, (const char *name, struct ether_addr *to), (name, to),
     IN_STR(name), IF(!ret, OUT_VAR(to)))
HOOK(int, ether_ntohost, (char *name, const struct ether_addr *from),
     (name, from), IN_VAR(from), IF(!ret, OUT_STR(name)))
HOOK(int, ether_line, (const char *s, struct ether_addr *to, char *name),
     (s, to, name), IN_STR(s), IF(!ret, OUT_VAR(to) OUT_STR(name)))

/* Options of IPv6, which are built and read in the program's memory */
#define AT(buf, offset) ((char *)(buf) + (offset))
HOOK(int, inet6_opt_init, (void *buf, socklen_t n), (buf, n), NOTHING,
     IF(ret >= 0 && buf, OUT(AT(buf, 1), 1)))
HOOK(int, inet6_opt_append,
     (void *buf, socklen_t n, int offset, u8 type, socklen_t length, u8 align,
      void **data),
     (buf, n, offset, type, length, align, data), NOTHING,
     IF(ret >= 0 && buf,
	OUT_VAR(data) OUT(AT(buf, offset), (char *)*data - AT(buf, offset))))
HOOK(int, inet6_opt_finish, (void *buf, socklen_t n, int offset),
     (buf, n, offset), NOTHING,
     IF(ret >= offset && buf, OUT(AT(buf, offset), ret - offset)))
HOOK(int, inet6_opt_set_val, (void *buf, int offset, void *value, socklen_t n),
     (buf, offset, value, n), IN(value, n), OUT(AT(buf, offset), n))
HOOK(int, inet6_opt_get_val, (void *buf, int offset, void *value, socklen_t n),
     (buf, offset, value, n), NOTHING, OUT(value, n))
HOOK(int, inet6_opt_next,
     (void *buf, socklen_t n, int offset, u8 *type, socklen_t *length,
      void **data),
     (buf, n, offset, type, length, data), NOTHING,
     IF(ret >= 0, OUT_VAR(type) OUT_VAR(length) OUT_VAR(data)))
HOOK(int, inet6_opt_find,
     (void *buf, socklen_t n, int offset, u8 type, socklen_t *length,
      void **data),
     (buf, n, offset, type, length, data), NOTHING,
     IF(ret >= 0, OUT_VAR(length) OUT_VAR(data)))
HOOK(void *, inet6_rth_init, (void *buf, socklen_t n, int type, int segments),
     (buf, n, type, segments), NOTHING,
     OUT(ret, inet6_rth_space(type, segments)))
HOOK(int, inet6_rth_reverse, (const void *from, void *to), (from, to), NOTHING,
     IF(!ret, OUT(to, (((const u8 *)from)[1] + 1) * 8)))

/* The resolver.  A name on the wire ends with an empty label. */
static size_t wire_size(const unsigned char *name, size_t room)
{
	size_t n = 0;

	while (n < room && name[n] && name[n] < 64)
		n += name[n] + 1;
	return n < room ? n + 1 : room;
}

/* Pointers to compressed names, NULL after the last. */
static void names_out(const unsigned char **names)
{
	if (!names)
		return;
	for (; *names; names++)
		OUT_VAR(names)
	OUT_VAR(names)
}

static size_t answered(int ret, int room)
{
	return ret < 0 ? 0 : ret < room ? ret : room;
}

#define OUT_NAME IF(ret >= 0, OUT_STR(dst))
#define OUT_WIRE IF(ret >= 0, OUT(dst, wire_size(dst, n)))
#define OUT_NAMES IF(ret >= 0, OUT(dst, ret)) names_out(names);
#define OUT_ANSWER OUT(answer, answered(ret, n))
#define MESSAGE const unsigned char *message, const unsigned char *end
#define COMPRESSED const unsigned char **names, const unsigned char **last
HOOK(int, dn_expand, (MESSAGE, const unsigned char *src, char *dst, int n),
     (message, end, src, dst, n), NOTHING, OUT_NAME)
HOOK(int, dn_comp, (const char *s, unsigned char *dst, int n, COMPRESSED),
     (s, dst, n, names, last), IN_STR(s), OUT_NAMES)
HOOK(int, ns_name_compress,
     (const char *s, unsigned char *dst, size_t n, COMPRESSED),
     (s, dst, n, names, last), IN_STR(s), OUT_NAMES)
HOOK(int, ns_name_pack,
     (const unsigned char *s, unsigned char *dst, int n, COMPRESSED),
     (s, dst, n, names, last), NOTHING, OUT_NAMES)
HOOK(int, ns_name_uncompress,
     (MESSAGE, const unsigned char *src, char *dst, size_t n),
     (message, end, src, dst, n), NOTHING, OUT_NAME)
HOOK(int, ns_name_unpack,
     (MESSAGE, const unsigned char *src, unsigned char *dst, size_t n),
     (message, end, src, dst, n), NOTHING, OUT_WIRE)
HOOK(int, ns_name_ntop, (const unsigned char *src, char *dst, size_t n),
     (src, dst, n), NOTHING, OUT_NAME)
HOOK(int, ns_name_pton, (const char *s, unsigned char *dst, size_t n),
     (s, dst, n), IN_STR(s), OUT_WIRE)
HOOK(int, ns_name_ntol,
     (const unsigned char *src, unsigned char *dst, size_t n), (src, dst, n),
     NOTHING, OUT_WIRE)
HOOK(int, ns_name_skip, (const unsigned char **at, const unsigned char *end),
     (at, end), IN_VAR(at), OUT_VAR(at))
HOOK(int, ns_makecanon, (const char *s, char *dst, size_t n), (s, dst, n),
     IN_STR(s), OUT_NAME)
HOOK(int, ns_format_ttl, (unsigned long ttl, char *dst, size_t n),
     (ttl, dst, n), NOTHING, OUT_NAME)
HOOK(int, ns_parse_ttl, (const char *s, unsigned long *ttl), (s, ttl),
     IN_STR(s), IF(!ret, OUT_VAR(ttl)))
HOOK(u32, ns_datetosecs, (const char *s, int *error), (s, error), IN_STR(s),
     OUT_VAR(error))
HOOK(int, ns_initparse, (const unsigned char *message, int n, ns_msg *parsed),
     (message, n, parsed), NOTHING, IF(!ret, OUT_VAR(parsed)))
HOOK(int, ns_parserr, (ns_msg * parsed, ns_sect section, int nr, ns_rr *record),
     (parsed, section, nr, record), NOTHING,
     OUT_VAR(parsed) IF(!ret, OUT_VAR(record)))
HOOK(int, ns_sprintrr,
     (const ns_msg *parsed, const ns_rr *record, const char *context,
      const char *origin, char *dst, size_t n),
     (parsed, record, context, origin, dst, n), NOTHING, OUT_NAME)
HOOK_VOID(ns_put16, (unsigned int x, unsigned char *dst), (x, dst), NOTHING,
	  OUT(dst, 2))
HOOK_VOID(ns_put32, (unsigned long x, unsigned char *dst), (x, dst), NOTHING,
	  OUT(dst, 4))
HOOK_VOID(__putshort, (unsigned int x, unsigned char *dst), (x, dst), NOTHING,
	  OUT(dst, 2))
HOOK_VOID(__putlong, (u32 x, unsigned char *dst), (x, dst), NOTHING,
	  OUT(dst, 4))
HOOK(int, __b64_ntop,
     (const unsigned char *src, size_t size, char *dst, size_t n),
     (src, size, dst, n), IN(src, size), OUT_NAME)
HOOK(int, __b64_pton, (const char *s, unsigned char *dst, size_t n),
     (s, dst, n), IN_STR(s), IF(ret > 0, OUT(dst, ret)))

/* Each function exists twice: for a state that is passed, and the thread's. */
#define RESOLVE(name, params, args, before)                                    \
	HOOK(int, res_##name, (UNPAREN params, unsigned char *answer, int n),  \
	     (UNPAREN args, answer, n), before, OUT_ANSWER)                    \
	HOOK(int, res_n##name,                                                 \
	     (void *state, UNPAREN params, unsigned char *answer, int n),      \
	     (state, UNPAREN args, answer, n), before, OUT_ANSWER)
RESOLVE(query, (const char *s, int class, int type), (s, class, type),
	IN_STR(s))
RESOLVE(search, (const char *s, int class, int type), (s, class, type),
	IN_STR(s))
RESOLVE(querydomain, (const char *s, const char *domain, int class, int type),
	(s, domain, class, type), IN_STR(s) IN_STR(domain))
RESOLVE(mkquery,
	(int op, const char *s, int class, int type, const unsigned char *data,
	 int size, const unsigned char *more),
	(op, s, class, type, data, size, more), IN_STR(s))
RESOLVE(send, (const unsigned char *message, int size), (message, size),
	IN(message, size))
HOOK(int, __res_ninit, (struct __res_state * state), (state), NOTHING,
     OUT_VAR(state))

/* Passwords; a program that uses these links libcrypt. */
HOOK(char *, crypt_r, (const char *key, const char *salt, void *data),
     (key, salt, data), IN_STR(key) IN_STR(salt), OUT_STR(ret))
HOOK(char *, crypt_rn, (const char *key, const char *salt, void *data, int n),
     (key, salt, data, n), IN_STR(key) IN_STR(salt), OUT_STR(ret))
HOOK(char *, crypt_ra, (const char *key, const char *salt, void **data, int *n),
     (key, salt, data, n), IN_STR(key) IN_STR(salt) IN_VAR(data) IN_VAR(n),
     OUT_VAR(data) OUT_VAR(n) OUT_STR(ret))
HOOK(char *, crypt_gensalt_rn,
     (const char *prefix, unsigned long count, const char *random, int size,
      char *s, int n),
     (prefix, count, random, size, s, n), IN_STR(prefix), OUT_STR(ret))
