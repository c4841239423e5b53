// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * init.c - start of the runtime, and the exit status it leaves.
 *
 * Initialisation happens at the first of: a constructor that runs before all
 * others, a hook, an entry point that needs metadata.
 */
#include "init.h"
#include "layout.h"
#include "platform.h"

static u8 init_running;

/*
 * Read the options from the environment that the kernel handed over; the C
 * library may not have it yet.
 */
static const char *read_options(void)
{
	static const char name[] = "KMSAN_OPTIONS=";
	static char text[4096];
	int fd = kmsan_platform_open("/proc/self/environ");
	size_t matched = 0, used = 0;
	bool skipping = false, found = false;
	char buffer[1024];
	ssize_t n;

	if (fd < 0)
		return NULL;
	while ((n = kmsan_platform_read(fd, buffer, sizeof(buffer))) > 0) {
		for (ssize_t i = 0; i < n; i++) {
			char c = buffer[i];

			if (!c) {
				found |= matched == sizeof(name) - 1;
				skipping = false;
				matched = found ? matched : 0;
			} else if (found || skipping) {
				continue;
			} else if (matched == sizeof(name) - 1) {
				if (used < sizeof(text) - 1)
					text[used++] = c;
			} else if (c == name[matched]) {
				matched++;
			} else {
				skipping = true;
			}
		}
	}
	kmsan_platform_close(fd);
	return used ? text : NULL;
}

/**
 * kmsan_init() - make the runtime ready
 *
 * Does not return if that is impossible.  Calls made meanwhile find it not
 * ready and do without metadata.
 */
void kmsan_init(void)
{
	if (kmsan_ready ||
	    __atomic_test_and_set(&init_running, __ATOMIC_ACQUIRE))
		return;
	if (!kmsan_program_usable())
		kmsan_platform_exit(KMSAN_EXIT_SETUP);
	kmsan_enter_runtime();
	kmsan_options_init(kmsan_platform_is_privileged() ? NULL :
							     read_options());
	if (!kmsan_shadow_init())
		kmsan_platform_exit(KMSAN_EXIT_SETUP);
	/* Without a depot, reports have no origins. */
	kmsan_depot_init((size_t)kmsan_options.depot_kb << 10);
	kmsan_modules_changed();
	kmsan_ready = true;
	kmsan_leave_runtime();
}

/**
 * kmsan_metadata_slow() - metadata of an address that failed the range tests
 * @addr: the address
 * @store: whether the caller is going to write metadata
 *
 * Either the address has no metadata, or this is the first call in the life
 * of the process, from a resolver or constructor that runs before ours.
 */
__cold struct kmsan_metadata_ptr kmsan_metadata_slow(uintptr_t addr, bool store)
{
	struct kmsan_metadata_ptr ptr;

	if (unlikely(!kmsan_ready)) {
		kmsan_init();
		if (kmsan_ready && kmsan_known_metadata((void *)addr, &ptr))
			return ptr;
	}
	return kmsan_dummy_metadata(addr, store);
}

/**
 * kmsan_exit_status() - the status with which the process should end
 * @status: the one that the program wants
 */
int kmsan_exit_status(int status)
{
	if (kmsan_reported && kmsan_options.exitcode)
		return kmsan_options.exitcode;
	return status;
}
