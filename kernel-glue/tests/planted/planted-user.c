// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Run the module's planted bugs.
 *
 *	gcc -O2 -static -o planted-user planted-user.c
 *	planted-user		every bug and every twin, including ioctl's
 *	planted-user NAME ...	these: names as the module takes them, or
 *				ioctl-info, ioctl-query, with /clean for the twin
 *
 * Exits with 1 if the module could not run a case.  The reports are in the
 * kernel's log.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "planted-ioctl.h"

static const char device[] = "/dev/kmsan_planted";

static const struct {
	const char *name;
	unsigned long cmd;
} ioctls[] = {
	{"ioctl-info", PLANTED_IOC_INFO},
	{"ioctl-info/clean", PLANTED_IOC_INFO_CLEAN},
	{"ioctl-query", PLANTED_IOC_QUERY},
	{"ioctl-query/clean", PLANTED_IOC_QUERY_CLEAN},
};

#define N_IOCTLS ((int)(sizeof(ioctls) / sizeof(ioctls[0])))

static int run_ioctl(int fd, int n)
{
	union {
		struct planted_info info;
		struct planted_query query;
	} arg;

	memset(&arg, 0, sizeof(arg));
	if (!ioctl(fd, ioctls[n].cmd, &arg))
		return 0;
	perror(ioctls[n].name);
	return 1;
}

static int run(int fd, const char *name)
{
	for (int i = 0; i < N_IOCTLS; i++) {
		if (!strcmp(name, ioctls[i].name))
			return run_ioctl(fd, i);
	}
	if (write(fd, name, strlen(name)) == (ssize_t)strlen(name))
		return 0;
	perror(name);
	return 1;
}

int main(int argc, char **argv)
{
	int err = 0;
	int fd = open(device, O_RDWR);

	if (fd < 0) {
		perror(device);
		fprintf(stderr, "is planted.ko loaded?\n");
		return 1;
	}
	if (argc > 1) {
		for (int i = 1; i < argc; i++)
			err |= run(fd, argv[i]);
		return err;
	}
	err = run(fd, "all");
	for (int i = 0; i < N_IOCTLS; i++)
		err |= run_ioctl(fd, i);
	return err;
}
