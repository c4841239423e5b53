// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * log-linux.c - open a log file that other users cannot divert.
 *
 * A log's name can be guessed, and its directory may be one like /tmp, where
 * other users can write: links and files of theirs must not lead a report into
 * another file, or into one that they can read.  So the path is followed
 * component by component.  Linux can do similar checks (fs.protected_symlinks
 * and the like), but only in sticky directories, and they may be off.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>

#include "internal.h"
#include "linux-syscall.h"
#include "platform.h"

#define MAX_LINKS 40
/* O_NONBLOCK: opening another user's pipe would wait for a reader. */
#define APPEND                                                                 \
	(O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | \
	 O_NOCTTY)

/* Protected by the lock; at startup there is only one thread. */
static struct walk {
	int dir;
	/* The rest of the path, relative to dir. */
	char rest[PATH_MAX];
	unsigned int links;
} walk;

static int open_at(int dir, const char *name, int flags)
{
	return syscall6(SYS_openat, dir, (long)name, flags, 0644, 0, 0);
}

static bool get_status(int fd, struct stat *status)
{
	return !syscall6(SYS_newfstatat, fd, (long)"", (long)status,
			 AT_EMPTY_PATH, 0, 0);
}

static void leave(int dir)
{
	if (dir != AT_FDCWD)
		kmsan_platform_close(dir);
}

/* Whether another user may have put @file into the directory @dir. */
static bool is_foreign(int dir, const struct stat *file)
{
	struct stat parent;

	if (!get_status(dir, &parent))
		return true;
	if (!(parent.st_mode & S_IWOTH))
		return false;
	/* A second name of a file may also be another user's doing. */
	return (file->st_uid && file->st_uid != (uid_t)kmsan_platform_uid()) ||
	       (!S_ISDIR(file->st_mode) && file->st_nlink != 1);
}

/* Put the target of @link in front of the rest of the path, @after. */
static int follow(int link, const char *after)
{
	static char target[PATH_MAX];
	size_t size = kmsan_raw_strlen(after) + 1;
	long n = syscall6(SYS_readlinkat, link, (long)"", (long)target,
			  sizeof(target), 0, 0);

	if (is_error(n))
		return n;
	if (n + 1 + size > sizeof(walk.rest) || ++walk.links > MAX_LINKS)
		return -ELOOP;
	kmsan_raw_memmove(walk.rest + n + 1, after, size);
	kmsan_raw_memcpy(walk.rest, target, n);
	walk.rest[n] = '/';
	return 0;
}

/* Enter the directory @name; if it is a link, put its target before @after. */
static int enter(const char *name, const char *after)
{
	int next = open_at(walk.dir, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
	struct stat status;
	int ret = 0;

	if (next < 0)
		return next;
	if (!get_status(next, &status)) {
		ret = -EACCES;
	} else if (!S_ISLNK(status.st_mode)) {
		leave(walk.dir);
		walk.dir = next;
		kmsan_raw_memmove(walk.rest, after,
				  kmsan_raw_strlen(after) + 1);
		return 0;
	} else if (is_foreign(walk.dir, &status)) {
		ret = -ELOOP;
	} else {
		ret = follow(next, after);
	}
	kmsan_platform_close(next);
	return ret;
}

/* Follow the path up to the directory of its last component. */
static int walk_to_last(void)
{
	int ret = 0;

	while (!ret) {
		char *name = walk.rest, *end;

		if (*name == '/') {
			leave(walk.dir);
			walk.dir = open_at(AT_FDCWD, "/", O_PATH | O_CLOEXEC);
			if (walk.dir < 0)
				return walk.dir;
		}
		while (*name == '/')
			name++;
		for (end = name; *end && *end != '/'; end++)
			;
		if (!*end) {
			kmsan_raw_memmove(walk.rest, name, end - name + 1);
			return 0;
		}
		*end++ = 0;
		while (*end == '/')
			end++;
		ret = enter(name, end);
	}
	return ret;
}

static int open_last(void)
{
	int fd = open_at(walk.dir, walk.rest, APPEND);
	struct stat status;

	if (fd < 0)
		return fd;
	if (get_status(fd, &status) && !is_foreign(walk.dir, &status))
		return fd;
	kmsan_platform_close(fd);
	return -EACCES;
}

int kmsan_platform_append(const char *path)
{
	size_t size = kmsan_raw_strlen(path) + 1;
	int fd;

	if (size > sizeof(walk.rest))
		return -ENAMETOOLONG;
	kmsan_raw_memcpy(walk.rest, path, size);
	walk.dir = AT_FDCWD;
	walk.links = 0;
	fd = walk_to_last();
	if (!fd)
		fd = open_last();
	if (walk.dir >= 0)
		kmsan_platform_close(walk.dir);
	return fd;
}
