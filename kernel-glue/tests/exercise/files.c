// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Steps with files, which work in the directory they are given, and one that
 * reads a whole tree such as /proc.
 */
#include "exercise.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <unistd.h>

static char block[16384];

static int contents(const char *dir)
{
	struct iovec vec[3] = {{block, 10}, {block, 5000}, {block, 3}};
	struct statfs fs;
	char *map;
	int fd;

	TRY(!chdir(dir));
	memset(block, 'b', sizeof(block));
	fd = open("contents", O_RDWR | O_CREAT | O_TRUNC, 0644);
	TRY(fd >= 0);
	TRY(write(fd, block, 5003) == 5003);
	TRY(pwrite(fd, "abc", 3, 4095) == 3);
	TRY(writev(fd, vec, 3) == 5013);
	TRY(!fsync(fd) && !fdatasync(fd));
	TRY(pread(fd, block, 3, 4095) == 3 && !memcmp(block, "abc", 3));
	TRY(preadv(fd, vec, 3, 1) == 5013);
	TRY(!ftruncate(fd, 20000));
	TRY(pwrite(fd, "end", 3, 50000) == 3);
	lseek(fd, 0, SEEK_DATA);
	lseek(fd, 0, SEEK_HOLE);
	if (fallocate(fd, 0, 60000, 8192))
		TRY(errno == EOPNOTSUPP);
	if (fallocate(fd, 3, 4096, 4096))
		TRY(errno == EOPNOTSUPP);
	map = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	TRY(map != MAP_FAILED);
	memset(map + 100, 'm', 5000);
	TRY(!msync(map, 8192, MS_SYNC) && !munmap(map, 8192));
	TRY(pread(fd, block, 1, 5000) == 1 && block[0] == 'm');
	errno = posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	TRY(!errno);
	TRY(readahead(fd, 0, 8192) == 0 || errno == EINVAL);
	TRY(!fstatfs(fd, &fs));
	TRY(!close(fd));
	sync();
	return DONE;
}

static int names(const char *dir)
{
	struct timespec times[2] = {{1000000000, 5}, {1000000001, 6}};
	struct statx sx;
	struct stat st;
	char target[64];
	int fd;

	TRY(!chdir(dir));
	TRY(!mkdir("d", 0755) || errno == EEXIST);
	fd = open("d/one", O_WRONLY | O_CREAT, 0600);
	TRY(fd >= 0 && write(fd, "1", 1) == 1 && !close(fd));
	TRY(!link("d/one", "d/two") && !rename("d/two", "three"));
	TRY(!symlink("d/one", "short"));
	TRY(!symlink("d/../d/../d/../d/../d/../d/../d/../d/../d/../d/../d/../d"
		     "/../d/../d/../d/one",
		     "long"));
	TRY(readlink("short", target, sizeof(target)) == 5);
	TRY(!stat("long", &st) && st.st_nlink == 2);
	TRY(!statx(AT_FDCWD, "short", AT_SYMLINK_NOFOLLOW, STATX_ALL, &sx));
	TRY(!chmod("d/one", 0640) && !chown("d/one", 5, 6));
	TRY(!utimensat(AT_FDCWD, "d/one", times, 0));
	TRY(!stat("three", &st) && st.st_mtime == 1000000001);
	TRY(!access("three", R_OK));
	TRY(!mkfifo("fifo", 0600) && !mknod("null", S_IFCHR | 0600, 0x103));
	TRY(!renameat2(AT_FDCWD, "fifo", AT_FDCWD, "null", RENAME_EXCHANGE) ||
	    errno == EINVAL);
	TRY(!rename("three", "short"));
	TRY(!unlink("fifo") && !unlink("null") && !unlink("short"));
	TRY(!unlink("long") && !unlink("d/one") && !rmdir("d"));
	fd = open(".", O_TMPFILE | O_RDWR, 0600);
	if (fd >= 0)
		TRY(write(fd, "t", 1) == 1 && !close(fd));
	return DONE;
}

/* Enough entries for directories to get blocks and indexes. */
static int directories(const char *dir)
{
	char name[128];
	struct dirent *e;
	int n = 0;
	DIR *d;

	TRY(!chdir(dir) && (!mkdir("many", 0755) || errno == EEXIST));
	for (int i = 0; i < 150; i++) {
		snprintf(name, sizeof(name),
			 "many/a_long_name_so_that_blocks_"
			 "fill_soon_and_the_tree_gets_deep_%d",
			 i);
		TRY(!mknod(name, S_IFREG | 0600, 0));
	}
	d = opendir("many");
	TRY(d);
	while ((e = readdir(d)))
		n++;
	TRY(n == 152);
	rewinddir(d);
	while ((e = readdir(d))) {
		snprintf(name, sizeof(name), "many/%.100s", e->d_name);
		if (e->d_name[0] != '.')
			TRY(!unlink(name));
	}
	closedir(d);
	TRY(!rmdir("many"));
	return DONE;
}

static int locks(const char *dir)
{
	struct flock l = {.l_type = F_WRLCK, .l_start = 10, .l_len = 20};
	int fd;
	pid_t pid;

	TRY(!chdir(dir));
	fd = open("locked", O_RDWR | O_CREAT, 0600);
	TRY(fd >= 0);
	TRY(!flock(fd, LOCK_EX) && !flock(fd, LOCK_UN));
	TRY(!fcntl(fd, F_SETLK, &l));
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		if (fcntl(fd, F_GETLK, &l) || l.l_pid != getppid())
			_exit(1);
		l.l_type = F_RDLCK;
		_exit(fcntl(fd, F_SETLKW, &l) ? 1 : 0);
	}
	usleep(50000);
	l.l_type = F_UNLCK;
	TRY(!fcntl(fd, F_SETLK, &l));
	TRY(!reap(pid));
	l = (struct flock){.l_type = F_RDLCK};
	TRY(!fcntl(fd, F_OFD_SETLK, &l));
	TRY(!fcntl(fd, F_SETLEASE, F_UNLCK) || errno == EAGAIN);
	TRY(!unlink("locked"));
	return DONE;
}

static int notify(const char *dir)
{
	char buffer[4096] __attribute__((aligned(8)));
	int fd = inotify_init1(IN_NONBLOCK), file;

	TRY(fd >= 0);
	TRY(!chdir(dir) && inotify_add_watch(fd, ".", IN_ALL_EVENTS) >= 0);
	file = open("watched", O_RDWR | O_CREAT, 0600);
	TRY(file >= 0 && write(file, "x", 1) == 1 && !close(file));
	TRY(!rename("watched", "renamed") && !unlink("renamed"));
	TRY(read(fd, buffer, sizeof(buffer)) > 0);
	TRY(read(fd, buffer, sizeof(buffer)) < 0 && errno == EAGAIN);
	return DONE;
}

/* Data that goes from file to pipe to socket without being read. */
static int moves(const char *dir)
{
	int in, out, ends[2], more[2], pair[2];
	loff_t at = 0;
	struct iovec vec = {block, 4096};

	TRY(!chdir(dir));
	in = open("in", O_RDWR | O_CREAT | O_TRUNC, 0600);
	out = open("out", O_RDWR | O_CREAT | O_TRUNC, 0600);
	TRY(in >= 0 && out >= 0 && !pipe(ends) && !pipe(more));
	TRY(!socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	memset(block, 's', sizeof(block));
	TRY(write(in, block, sizeof(block)) == sizeof(block));
	TRY(splice(in, &at, ends[1], NULL, 8192, 0) == 8192);
	TRY(tee(ends[0], more[1], 4096, 0) == 4096);
	TRY(splice(ends[0], NULL, out, NULL, 8192, 0) == 8192);
	TRY(splice(more[0], NULL, pair[0], NULL, 4096, 0) == 4096);
	TRY(read(pair[1], block, sizeof(block)) == 4096);
	TRY(vmsplice(ends[1], &vec, 1, 0) == 4096);
	TRY(read(ends[0], block, sizeof(block)) == 4096);
	at = 0;
	TRY(sendfile(pair[0], in, &at, 10000) == 10000);
	TRY(recv(pair[1], block, 10000, MSG_WAITALL) == 10000);
	TRY(sendfile(out, in, NULL, 100) == 0);
	at = 0;
	TRY(copy_file_range(in, &at, out, NULL, 5000, 0) == 5000 ||
	    errno == EINVAL || errno == EXDEV);
	TRY(!unlink("in") && !unlink("out"));
	return DONE;
}

static int direct(const char *dir)
{
	char *page = aligned_alloc(4096, 8192);
	int fd;

	TRY(page && !chdir(dir));
	fd = open("direct", O_RDWR | O_CREAT | O_DIRECT, 0600);
	if (fd < 0 && errno == EINVAL)
		return DONE;
	TRY(fd >= 0);
	memset(page, 'd', 8192);
	TRY(write(fd, page, 8192) == 8192);
	TRY(pread(fd, page, 4096, 4096) == 4096);
	TRY(!close(fd) && !unlink("direct"));
	return DONE;
}

static int async(const char *dir)
{
	struct iocb cb = {.aio_lio_opcode = IOCB_CMD_PWRITE,
			  .aio_buf = (uintptr_t)block,
			  .aio_nbytes = 8192};
	struct iocb *cbs[] = {&cb};
	struct io_event events[4];
	aio_context_t ctx = 0;

	TRY(!chdir(dir));
	TRY(!syscall(SYS_io_setup, 8, &ctx));
	cb.aio_fildes = open("async", O_RDWR | O_CREAT, 0600);
	TRY(syscall(SYS_io_submit, ctx, 1, cbs) == 1);
	TRY(syscall(SYS_io_getevents, ctx, 1, 4, events, NULL) == 1);
	TRY(events[0].res == 8192);
	cb.aio_lio_opcode = IOCB_CMD_PREAD;
	TRY(syscall(SYS_io_submit, ctx, 1, cbs) == 1);
	TRY(syscall(SYS_io_getevents, ctx, 1, 4, events, NULL) == 1);
	TRY(!syscall(SYS_io_destroy, ctx) && !unlink("async"));
	return DONE;
}

static int n_read;

/* Whether @path is /proc/N of a process like all the others. */
static int is_boring(const char *path)
{
	int pid;
	char rest;

	return sscanf(path, "/proc/%d%c", &pid, &rest) == 1 && pid > 2 &&
	       pid != getpid();
}

static int read_one(const char *path, const struct stat *st, int type,
		    struct FTW *ftw)
{
	static char buffer[65536];
	struct stat now;
	int fd;

	(void)ftw;
	(void)st;
	lstat(path, &now);
	if (type == FTW_SL && readlink(path, buffer, sizeof(buffer)) > 0)
		n_read++;
	if (type == FTW_D && is_boring(path))
		return FTW_SKIP_SUBTREE;
	if (type != FTW_F)
		return FTW_CONTINUE;
	/* Non-blocking: some have no data until something happens. */
	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return FTW_CONTINUE;
	for (int i = 0; i < 4 && read(fd, buffer, sizeof(buffer)) > 0; i++)
		n_read++;
	/* And once more in small pieces. */
	lseek(fd, 0, SEEK_SET);
	for (int i = 0; i < 3 && read(fd, buffer, 7) > 0; i++)
		;
	close(fd);
	return FTW_CONTINUE;
}

/* Most files of /proc and /sys can be read; many may refuse to. */
static int read_tree(const char *dir)
{
	TRY(!nftw(dir, read_one, 20, FTW_PHYS | FTW_ACTIONRETVAL));
	TRY(n_read > 50);
	return DONE;
}

const struct step file_steps[] = {
	{"contents", contents},	      {"names", names},
	{"directories", directories}, {"locks", locks},
	{"notify", notify},	      {"moves", moves},
	{"direct", direct},	      {"async", async},
	{"read-tree", read_tree},     {NULL, NULL},
};
