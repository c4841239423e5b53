// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * explain-linux.c - why Linux does not let the runtime have its addresses.
 */
#include <errno.h>
#include <sys/resource.h>

#include "linux-syscall.h"
#include "platform.h"

static bool resource_limited(int resource, struct rlimit *limit)
{
	return !is_error(syscall6(SYS_prlimit64, 0, resource, 0, (long)limit, 0,
				  0)) &&
	       limit->rlim_cur != RLIM_INFINITY;
}

static unsigned long parse_hex(const char **text)
{
	unsigned long value = 0;

	for (;; (*text)++) {
		char c = **text;

		if (c >= '0' && c <= '9')
			value = value * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value * 16 + (c - 'a' + 10);
		else
			return value;
	}
}

/* Print the first lines of /proc/self/maps that overlap a range. */
static void print_occupants(uintptr_t start, size_t size)
{
	static char line[512];
	int fd = kmsan_platform_open("/proc/self/maps");
	unsigned int shown = 0;
	size_t used = 0;
	char c;

	while (fd >= 0 && shown < 4 && kmsan_platform_read(fd, &c, 1) == 1) {
		const char *text = line;
		unsigned long first, end;

		if (c != '\n') {
			if (used < sizeof(line) - 1)
				line[used++] = c;
			continue;
		}
		line[used] = 0;
		used = 0;
		first = parse_hex(&text);
		text++;
		end = parse_hex(&text);
		if (first < start + size && end > start) {
			kmsan_pr("KMSAN:   %s\n", line);
			shown++;
		}
	}
	if (fd >= 0)
		kmsan_platform_close(fd);
}

/**
 * kmsan_explain_reservation() - say why a reservation failed and what to do
 * @start: what was to be reserved
 * @size: its size
 * @error: the negative errno value
 */
void kmsan_explain_reservation(uintptr_t start, size_t size, int error)
{
	struct rlimit limit;

	kmsan_pr("KMSAN: cannot reserve %lu GB for metadata at %p: error %d\n",
		 size >> 30, (void *)start, -error);
	if (error == -EEXIST) {
		kmsan_pr("KMSAN: this part of the address space is in use:\n");
		print_occupants(start, size);
		if (!resource_limited(RLIMIT_STACK, &limit))
			kmsan_pr("KMSAN: an unlimited stack makes the kernel "
				 "put libraries there; "
				 "run `ulimit -s 8192' first\n");
		else
			kmsan_pr("KMSAN: run it by `setarch -R', or set "
				 "vm.mmap_rnd_bits to 31 or less; map no "
				 "memory there before the runtime starts\n");
	} else if (resource_limited(RLIMIT_AS, &limit)) {
		kmsan_pr("KMSAN: the address space is limited to %lu kB; "
			 "run `ulimit -v unlimited' first\n",
			 (unsigned long)limit.rlim_cur >> 10);
	} else {
		kmsan_pr("KMSAN: if vm.overcommit_memory is 2, "
			 "set it to 0 or 1\n");
	}
	kmsan_pr_flush();
}
