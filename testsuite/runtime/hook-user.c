/* Hooks for users, hosts, addresses and the resolver. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <grp.h>
#include <mntent.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <netinet/ip6.h>
#include <pwd.h>
#include <resolv.h>
#include <shadow.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <utmp.h>

int b64_ntop(unsigned char const *, size_t, char *, size_t)
	__asm__("__b64_ntop") __attribute__((weak));

static void data_bases(void)
{
	char buf[1024];
	struct passwd user, *found_user;
	struct group group, *found_group;
	struct spwd shadow, *found_shadow;
	struct protoent protocol, *found_protocol;
	struct hostent host, *found_host;
	struct mntent entry, *found_entry;
	char line[] = "none / ext4 rw 0 0\n";
	gid_t groups[2];
	int error, n;
	FILE *f;

	setpwent();
	WRITES_ALL(user, must(!getpwent_r(&user, buf, sizeof(buf), &found_user)));
	use(user.pw_name[0] && user.pw_shell[0]);
	WRITES_ALL(group, must(!getgrent_r(&group, buf, sizeof(buf), &found_group)));
	use(group.gr_name[0]);
	WRITES_ALL(shadow, must(!sgetspent_r("root:*:1:0:99999:7:::", &shadow, buf,
					     sizeof(buf), &found_shadow)));
	use(shadow.sp_namp[0]);
	f = fmemopen("a:x:1:2:c:/d:/s\n", 16, "r");
	WRITES_ALL(user, must(!fgetpwent_r(f, &user, buf, sizeof(buf), &found_user)));
	use(user.pw_dir[0] == '/');
	/* The record is written only if it was found. */
	WRITES_NOTHING(user, getpwnam_r("no such user", &user, buf, sizeof(buf), &found_user));
	use(found_user);
	if (!getprotobyname_r("tcp", &protocol, buf, sizeof(buf), &found_protocol) &&
	    found_protocol)
		use(protocol.p_proto);
	use(found_protocol);
	kmsan_poison_memory(&error, sizeof(error));
	if (!gethostbyname2_r("127.0.0.1", AF_INET, &host, buf, sizeof(buf),
			      &found_host, &error))
		use(host.h_addr_list[0][0] == 127);
	f = fmemopen(line, sizeof(line), "r");
	WRITES_ALL(entry, must(found_entry = getmntent_r(f, &entry, buf, sizeof(buf))));
	use(entry.mnt_opts[0] == 'r' && found_entry);
	WRITES(groups, 0, 4, (n = 1, getgrouplist("root", 7, groups, &n)));
}

static void addresses(void)
{
	struct ether_addr ether;
	struct in6_addr six;
	struct in_addr four;
	char s[64];

	WRITES_ALL(ether, must(ether_aton_r("1:2:3:4:5:6", &ether)));
	WRITES(s, 0, 12, must(ether_ntoa_r(&ether, s)));
	WRITES(s, 0, 5, must(!ether_line("1:2:3:4:5:6 host", &ether, s)));
	WRITES_ALL(six, must(inet_pton(AF_INET6, "::1", &six) == 1));
	WRITES_ALL(four, must(inet_aton("1.2.3.4", &four)));
	WRITES(s, 0, 8, must(inet_ntop(AF_INET, &four, s, 64)));
	WRITES(s, 0, 2, must(inet_net_pton(AF_INET, "1.2/16", s, 64) == 16));
}

static void resolver(void)
{
	static const unsigned char message[] = "\1a\2bc\0";
	const unsigned char *names[4] = {message, NULL};
	unsigned char wire[32];
	unsigned long ttl;
	char s[64];

	WRITES(s, 0, 5, must(dn_expand(message, message + 6, message, s, 64) == 6));
	WRITES(s, 0, 5, must(ns_name_ntop(message, s, 64) == 5 || 1));
	WRITES(wire, 0, 6, must(dn_comp("a.bc", wire, 32, NULL, NULL) == 6));
	WRITES(wire, 0, 6, must(ns_name_pton("a.bc", wire, 32) == 0));
	WRITES(wire, 0, 6, must(ns_name_unpack(message, message + 6, message, wire, 32) == 6));
	WRITES(wire, 0, 2, ns_put16(1, wire));
	WRITES_ALL(ttl, must(!ns_parse_ttl("1h", &ttl)));
	WRITES(s, 0, 5, must(__b64_ntop((void *)"abc", 3, s, 64) == 4));
	WRITES(wire, 0, 3, must(__b64_pton("YWJj", wire, 32) == 3));
	(void)names;
}

static void six_options(void)
{
	unsigned char buf[64];
	void *data;
	socklen_t n;
	u_int8_t type;
	int offset;

	kmsan_poison_memory(buf, sizeof(buf));
	buf[0] = 0;
	offset = inet6_opt_init(buf, 64);
	offset = inet6_opt_append(buf, 64, offset, 42, 4, 4, &data);
	inet6_opt_set_val(data, 0, "wxyz", 4);
	offset = inet6_opt_finish(buf, 64, offset);
	kmsan_check_memory(buf, offset);
	must(inet6_opt_next(buf, offset, 0, &type, &n, &data) > 0);
	use(type == 42 && n == 4 && *(char *)data == 'w');
}

int main(void)
{
	data_bases();
	addresses();
	resolver();
	six_options();
	return 0;
}
