// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-path.c - hooks for the names of files, and directories.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <utime.h>

#include "intercept.h"

/* Type, name, parameters, arguments; what is read; what is written. */

/*
 * Functions that take a name, and perhaps the directory that it is in, and
 * write nothing.  If one may create a file, it takes a mode last, but only
 * then.
 */
#define PATH(type, name, params, args)                                         \
	HOOK(type, name, (const char *path UNPAREN params),                    \
	     (path UNPAREN args), IN_STR(path), NOTHING)
#define PATH_AT(type, name, params, args)                                      \
	HOOK(type, name, (int dir, const char *path UNPAREN params),           \
	     (dir, path UNPAREN args), IN_STR(path), NOTHING)
#define BOTH(type, name, params, args)                                         \
	HOOK(type, name, (const char *from, const char *to UNPAREN params),    \
	     (from, to UNPAREN args), IN_STR(from) IN_STR(to), NOTHING)
#define BOTH_AT(type, name, params, args)                                      \
	HOOK(type, name,                                                       \
	     (int from_dir, const char *from, int to_dir,                      \
	      const char *to UNPAREN params),                                  \
	     (from_dir, from, to_dir, to UNPAREN args),                        \
	     IN_STR(from) IN_STR(to), NOTHING)
PATH(int, open, (, int flags, mode_t mode), (, flags, mode))
ALSO(open, open64)
ALSO(open, __open)
ALSO(open, __open64)
PATH(int, __open_2, (, int flags), (, flags))
ALSO(__open_2, __open64_2)
PATH_AT(int, openat, (, int flags, mode_t mode), (, flags, mode))
ALSO(openat, openat64)
PATH_AT(int, __openat_2, (, int flags), (, flags))
ALSO(__openat_2, __openat64_2)
PATH(int, creat, (, mode_t mode), (, mode))
ALSO(creat, creat64)
PATH(int, shm_open, (, int flags, mode_t mode), (, flags, mode))
PATH(int, shm_unlink, (), ())
PATH(int, __mq_open_2, (, int flags), (, flags))
PATH(int, mq_unlink, (), ())
PATH(int, sem_unlink, (), ())
PATH(int, memfd_create, (, unsigned int flags), (, flags))
PATH(int, access, (, int mode), (, mode))
PATH(int, eaccess, (, int mode), (, mode))
ALSO(eaccess, euidaccess)
PATH_AT(int, faccessat, (, int mode, int flags), (, mode, flags))
PATH(int, chmod, (, mode_t mode), (, mode))
PATH(int, lchmod, (, mode_t mode), (, mode))
PATH_AT(int, fchmodat, (, mode_t mode, int flags), (, mode, flags))
PATH(int, chown, (, uid_t user, gid_t group), (, user, group))
PATH(int, lchown, (, uid_t user, gid_t group), (, user, group))
PATH_AT(int, fchownat, (, uid_t user, gid_t group, int flags),
	(, user, group, flags))
PATH(int, truncate, (, off_t size), (, size))
ALSO(truncate, truncate64)
PATH(int, unlink, (), ())
PATH_AT(int, unlinkat, (, int flags), (, flags))
PATH(int, remove, (), ())
PATH(int, mkdir, (, mode_t mode), (, mode))
PATH_AT(int, mkdirat, (, mode_t mode), (, mode))
PATH(int, rmdir, (), ())
PATH(int, mkfifo, (, mode_t mode), (, mode))
PATH_AT(int, mkfifoat, (, mode_t mode), (, mode))
PATH(int, mknod, (, mode_t mode, dev_t device), (, mode, device))
PATH_AT(int, mknodat, (, mode_t mode, dev_t device), (, mode, device))
PATH(int, chdir, (), ())
PATH(int, chroot, (), ())
PATH(long, pathconf, (, int name), (, name))
PATH(int, acct, (), ())
PATH(int, swapon, (, int flags), (, flags))
PATH(int, swapoff, (), ())
PATH(int, umount2, (, int flags), (, flags))
PATH(int, umount, (), ())
PATH(key_t, ftok, (, int id), (, id))
PATH(DIR *, opendir, (), ())
PATH_AT(int, inotify_add_watch, (, u32 mask), (, mask))
PATH(int, removexattr, (, const char *name), (, name))
PATH(int, lremovexattr, (, const char *name), (, name))
BOTH(int, link, (), ())
BOTH_AT(int, linkat, (, int flags), (, flags))
BOTH(int, symlink, (), ())
HOOK(int, symlinkat, (const char *from, int dir, const char *to),
     (from, dir, to), IN_STR(from) IN_STR(to), NOTHING)
BOTH(int, rename, (), ())
BOTH_AT(int, renameat, (), ())
BOTH_AT(int, renameat2, (, unsigned int flags), (, flags))
BOTH(int, pivot_root, (), ())

/* Names that are made up in place */
#define TEMPORARY(type, name, params, args)                                    \
	HOOK(type, name, (char *path UNPAREN params), (path UNPAREN args),     \
	     IN_STR(path), OUT_STR(path))
TEMPORARY(int, mkstemp, (), ())
ALSO(mkstemp, mkstemp64)
TEMPORARY(int, mkostemp, (, int flags), (, flags))
ALSO(mkostemp, mkostemp64)
TEMPORARY(int, mkstemps, (, int suffix), (, suffix))
ALSO(mkstemps, mkstemps64)
TEMPORARY(int, mkostemps, (, int suffix, int flags), (, suffix, flags))
ALSO(mkostemps, mkostemps64)
TEMPORARY(char *, mkdtemp, (), ())
TEMPORARY(char *, mktemp, (), ())
HOOK(char *, tmpnam, (char *s), (s), NOTHING, IF(s, OUT_STR(ret)))
HOOK(char *, tmpnam_r, (char *s), (s), NOTHING, OUT_STR(ret))

/* Names that are looked up */
HOOK_CHK(ssize_t, readlink, (const char *path, char *buf, size_t n),
	 (path, buf, n), IN_STR(path), IF(ret > 0, OUT(buf, ret)))
HOOK_CHK(ssize_t, readlinkat, (int dir, const char *path, char *buf, size_t n),
	 (dir, path, buf, n), IN_STR(path), IF(ret > 0, OUT(buf, ret)))
HOOK_CHK(char *, getcwd, (char *buf, size_t n), (buf, n), NOTHING, OUT_STR(ret))
HOOK_CHK(char *, getwd, (char *buf), (buf), NOTHING, OUT_STR(ret))
HOOK_CHK(char *, realpath, (const char *path, char *buf), (path, buf),
	 IN_STR(path), OUT_STR(ret))
HOOK_CHK(size_t, confstr, (int name, char *s, size_t n), (name, s, n), NOTHING,
	 IF(ret && n, OUT(s, ret < n ? ret : n)))

/* Extended attributes.  Without room, the program only asks for the size. */
#define OUT_ATTRIBUTE IF(ret > 0 && n, OUT(buf, ret))
#define XATTR(at, type, file)                                                  \
	HOOK(ssize_t, at##getxattr,                                            \
	     (type file, const char *name, void *buf, size_t n),               \
	     (file, name, buf, n), IN_FILE(file) IN_STR(name), OUT_ATTRIBUTE)  \
	HOOK(ssize_t, at##listxattr, (type file, char *buf, size_t n),         \
	     (file, buf, n), IN_FILE(file), OUT_ATTRIBUTE)                     \
	HOOK(int, at##setxattr,                                                \
	     (type file, const char *name, const void *buf, size_t n,          \
	      int flags),                                                      \
	     (file, name, buf, n, flags),                                      \
	     IN_FILE(file) IN_STR(name) IN(buf, n), NOTHING)
#define IN_FILE(file) IN_STR(file)
XATTR(, const char *, path)
XATTR(l, const char *, path)
#undef IN_FILE
#define IN_FILE(file)
XATTR(f, int, fd)

/* Status; programs built before 2021 call the functions with a version. */
#define OUT_STATUS IF(!ret, OUT_VAR(st))
HOOK_64(int, stat, (const char *path, struct stat *st), (path, st),
	IN_STR(path), OUT_STATUS)
HOOK_64(int, lstat, (const char *path, struct stat *st), (path, st),
	IN_STR(path), OUT_STATUS)
HOOK_64(int, fstat, (int fd, struct stat *st), (fd, st), NOTHING, OUT_STATUS)
HOOK_64(int, fstatat, (int dir, const char *path, struct stat *st, int flags),
	(dir, path, st, flags), IN_STR(path), OUT_STATUS)
HOOK_64(int, __xstat, (int version, const char *path, struct stat *st),
	(version, path, st), IN_STR(path), OUT_STATUS)
HOOK_64(int, __lxstat, (int version, const char *path, struct stat *st),
	(version, path, st), IN_STR(path), OUT_STATUS)
HOOK_64(int, __fxstat, (int version, int fd, struct stat *st),
	(version, fd, st), NOTHING, OUT_STATUS)
HOOK_64(int, __fxstatat,
	(int version, int dir, const char *path, struct stat *st, int flags),
	(version, dir, path, st, flags), IN_STR(path), OUT_STATUS)
HOOK(int, statx,
     (int dir, const char *path, int flags, unsigned int mask,
      struct statx *st),
     (dir, path, flags, mask, st), IN_STR(path), OUT_STATUS)
HOOK_64(int, statfs, (const char *path, struct statfs *st), (path, st),
	IN_STR(path), OUT_STATUS)
ALSO(statfs, __statfs)
HOOK_64(int, fstatfs, (int fd, struct statfs *st), (fd, st), NOTHING,
	OUT_STATUS)
HOOK_64(int, statvfs, (const char *path, struct statvfs *st), (path, st),
	IN_STR(path), OUT_STATUS)
HOOK_64(int, fstatvfs, (int fd, struct statvfs *st), (fd, st), NOTHING,
	OUT_STATUS)
HOOK(int, utime, (const char *path, const struct utimbuf *times), (path, times),
     IN_STR(path) IN_VAR(times), NOTHING)
#define IN_TIMES IN(times, 2 * sizeof(*times))
HOOK(int, utimes, (const char *path, const struct timeval *times),
     (path, times), IN_STR(path) IN_TIMES, NOTHING)
HOOK(int, lutimes, (const char *path, const struct timeval *times),
     (path, times), IN_STR(path) IN_TIMES, NOTHING)
HOOK(int, futimes, (int fd, const struct timeval *times), (fd, times), IN_TIMES,
     NOTHING)
HOOK(int, futimesat, (int dir, const char *path, const struct timeval *times),
     (dir, path, times), IN_STR(path) IN_TIMES, NOTHING)

/* The seconds do not count where the nanoseconds are a request. */
#define IN_TIMESPECS                                                           \
	for (int i = 0; times && i < 2; i++)                                   \
		IF(!KNOWN(&times[i].tv_nsec) ||                                \
			   (times[i].tv_nsec != UTIME_NOW &&                   \
			    times[i].tv_nsec != UTIME_OMIT),                   \
		   IN_VAR(&times[i]))
HOOK(int, utimensat,
     (int dir, const char *path, const struct timespec *times, int flags),
     (dir, path, times, flags), IN_STR(path) IN_TIMESPECS, NOTHING)
HOOK(int, futimens, (int fd, const struct timespec *times), (fd, times),
     IN_TIMESPECS, NOTHING)

/* Directories */
HOOK_64(struct dirent *, readdir, (DIR * dir), (dir), NOTHING,
	IF(ret, OUT(ret, ret->d_reclen)))
HOOK(int, readdir_r, (DIR * dir, struct dirent *entry, struct dirent **result),
     (dir, entry, result), NOTHING,
     IF(!ret, OUT_VAR(result) IF(*result, OUT(*result, (*result)->d_reclen))))
ALSO(readdir_r, readdir64_r)

/* Handles.  If one is too short, the length that it should have is written. */
HOOK(int, name_to_handle_at,
     (int dir, const char *path, struct file_handle *handle, int *mount,
      int flags),
     (dir, path, handle, mount, flags),
     IN_STR(path) IF(handle, IN_VAR(&handle->handle_bytes)),
     IF(!ret,
	OUT(handle, sizeof(*handle) + handle->handle_bytes) OUT_VAR(mount))
	     IF(ret && errno == EOVERFLOW,
		OUT_VAR(&handle->handle_bytes) OUT_VAR(mount)))
HOOK(int, open_by_handle_at, (int mount, struct file_handle *handle, int flags),
     (mount, handle, flags),
     IF(handle, IN_VAR(&handle->handle_bytes)
			IN(handle, sizeof(*handle) + handle->handle_bytes)),
     NOTHING)
