/* Hooks for descriptors, names and directories: what each writes. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w -D_FILE_OFFSET_BITS=64" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <aio.h>
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <termios.h>

static char dir[] = "hook-files.XXXXXX";

static int file(const char *text)
{
	int fd = memfd_create("hook", 0);

	must(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static void reading(void)
{
	char s[16];
	struct iovec v[2] = {{s, 4}, {s + 8, 8}};
	int fd = file("abcdef"), fds[2];
	off_t offset;
	struct aiocb request = {.aio_fildes = fd, .aio_buf = s, .aio_nbytes = 5};
	int mount;

	WRITES(s, 0, 6, must(read(fd, s, 16) == 6));
	WRITES(s, 0, 4, must(pread(fd, s, 16, 2) == 4));
	WRITES(s, 0, 3, (v[1].iov_len = 0, preadv(fd, v, 2, 3)));
	WRITES(s, 0, 4, must(preadv2(fd, v, 2, 0, 0) == 4));
	WRITES(s, 0, 4, must(process_vm_readv(getpid(), v, 1,
		&(struct iovec){dir, 4}, 1, 0) == 4));
	WRITES_ALL(fds, must(!pipe(fds)));
	WRITES_ALL(offset, (offset = 0, must(sendfile(fds[1], fd, &offset, 3) == 3)));
	WRITES_ALL(offset, (offset = 0, must(splice(fd, &offset, fds[1], NULL, 2, 0) == 2)));
	WRITES(s, 0, 5, must(read(fds[0], s, 16) == 5));
	WRITES(s, 0, 5, must(!aio_read(&request)));
	while (aio_error(&request) == EINPROGRESS)
		usleep(1000);
	use(aio_return(&request) == 5 && s[4] == 'e');
	(void)mount;
}

static void waiting(void)
{
	struct pollfd p;
	struct epoll_event e[2];
	struct timespec now = {0};
	fd_set set;
	int fds[2], epoll = epoll_create1(0);

	must(!pipe(fds) && write(fds[1], "x", 1) == 1);
	WRITES_ALL(p, (p.fd = fds[0], p.events = POLLIN, must(poll(&p, 1, 0) == 1)));
	e[0].events = EPOLLIN;
	e[0].data.u64 = 1;
	epoll_ctl(epoll, EPOLL_CTL_ADD, fds[0], e);
	WRITES(e, 0, sizeof(*e), must(epoll_wait(epoll, e, 2, 0) == 1));
	WRITES(e, 0, sizeof(*e), must(epoll_pwait2(epoll, e, 2, &now, NULL) == 1));
	/* A set is read only as far as it is used, and written in words. */
	WRITES(set, 0, 8, (memset(&set, 0, 1), fds[0] < 8 ?
		must(pselect(1, &set, NULL, NULL, &now, NULL) == 0) : 0));
}

static void names(void)
{
	char s[64], handle_room[sizeof(struct file_handle) + 128];
	struct file_handle *handle = (void *)handle_room;
	struct stat st;
	struct statx stx;
	struct statfs fs;
	struct statvfs vfs;
	struct dirent entry, *found;
	DIR *d;
	int fd, mount;

	must(mkdtemp(dir) && !symlink("target", "hook-files.link"));
	WRITES(s, 0, 6, must(readlink("hook-files.link", s, 64) == 6));
	WRITES(s, 0, 6, must(readlinkat(AT_FDCWD, "hook-files.link", s, 64) == 6));
	WRITES(s, 0, 3, must(readlink("hook-files.link", s, 3) == 3));
	unlink("hook-files.link");
	WRITES_ALL(st, must(!stat(dir, &st)));
	WRITES_ALL(st, must(!fstatat(AT_FDCWD, dir, &st, 0)));
	WRITES_NOTHING(st, must(stat("/absent", &st)));
	WRITES_ALL(stx, must(!statx(AT_FDCWD, dir, 0, STATX_ALL, &stx)));
	WRITES_ALL(fs, must(!statfs(dir, &fs)));
	WRITES_ALL(vfs, must(!statvfs(dir, &vfs)));
	fd = open(dir, O_RDONLY);
	WRITES_ALL(fs, must(!fstatfs(fd, &fs)));
	WRITES_ALL(vfs, must(!fstatvfs(fd, &vfs)));
	{
		char buf[256];
		ssize_t n = 0;

		WRITES(buf, 0, (size_t)n, n = getdents64(fd, buf, sizeof(buf)));
		use(n > 0);
	}
	d = opendir(dir);
	WRITES(entry, 0, entry.d_reclen, readdir_r(d, &entry, &found));
	closedir(d);
	kmsan_poison_memory(handle_room, sizeof(handle_room));
	handle->handle_bytes = 128;
	if (!name_to_handle_at(AT_FDCWD, dir, handle, &mount, 0)) {
		kmsan_check_memory(&mount, sizeof(mount));
		kmsan_check_memory(handle, sizeof(*handle) + handle->handle_bytes);
	}
	handle->handle_bytes = 0;
	kmsan_poison_memory(&mount, sizeof(mount));
	if (name_to_handle_at(AT_FDCWD, dir, handle, &mount, 0) &&
	    errno == EOVERFLOW)
		use(handle->handle_bytes && mount);
	close(fd);
	rmdir(dir);
	WRITES(s, 0, strlen(s) + 1, must(getcwd(s, 0) || getwd(strcpy(s, "")) || 1));
	WRITES(s, 0, 9, (strcpy(s, "hkXXXXXX"), must((fd = mkstemp(s)) >= 0)));
	unlink(s);
	WRITES(s, 0, 11, (strcpy(s, "hkXXXXXX.c"), must((fd = mkstemps(s, 2)) >= 0)));
	unlink(s);
	WRITES(s, 0, 5, confstr(_CS_PATH, s, 5));
}

static int take(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void scanning(void)
{
	struct dirent **entries;
	int n;

	WRITES_ALL(entries, n = scandirat(AT_FDCWD, "/", &entries, take, alphasort));
	for (int i = 0; i < n; i++)
		use(entries[i]->d_name[0] == 'x');
	WRITES_ALL(entries, n = scandir("/", &entries, NULL, NULL));
	use(n > 2);
}

static void queues(void)
{
	struct {
		long type;
		char text[8];
	} m;
	struct sembuf op;
	struct mq_attr attr;
	char s[64];
	unsigned int priority;
	int id = msgget(IPC_PRIVATE, 0600);
	mqd_t q;

	if (id >= 0) {
		m.type = 1;
		memcpy(m.text, "abc", 3);
		must(!msgsnd(id, &m, 3, 0));
		WRITES(m, 0, sizeof(long) + 3, must(msgrcv(id, &m, 8, 0, 0) == 3));
		msgctl(id, IPC_RMID, NULL);
	}
	op.sem_num = 0;
	op.sem_op = 1;
	op.sem_flg = 0;
	semop(-1, &op, 1);
	attr = (struct mq_attr){.mq_maxmsg = 2, .mq_msgsize = 64};
	q = mq_open("/hook-files", O_CREAT | O_RDWR | O_NONBLOCK, 0600, &attr);
	if (q == (mqd_t)-1)
		return;
	mq_unlink("/hook-files");
	WRITES_ALL(attr, must(!mq_getattr(q, &attr)));
	must(!mq_send(q, "abc", 3, 1));
	WRITES(s, 0, 3, must(mq_receive(q, s, 64, NULL) == 3));
	must(!mq_send(q, "abc", 3, 1));
	WRITES_ALL(priority, mq_receive(q, s, 64, &priority));
}

static void terminals(void)
{
	char name[64];
	struct termios t;
	int master, slave;

	if (openpty(&master, &slave, NULL, NULL, NULL))
		return;
	WRITES(name, 0, strlen(name) + 1, must(!ptsname_r(master, name, 64)));
	WRITES(name, 0, strlen(name) + 1, must(!ttyname_r(slave, name, 64)));
	WRITES_ALL(t, must(!tcgetattr(slave, &t)));
	cfmakeraw(&t);
	cfsetspeed(&t, B9600);
	/* Members after those the system knows are not read. */
	kmsan_poison_memory(&t.c_cc[NCCS - 1], 1);
	must(!tcsetattr(slave, TCSANOW, &t));
}

int main(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	reading();
	waiting();
	names();
	scanning();
	queues();
	terminals();
	kmsan_poison_memory(page, 4096);
	madvise(page, 4096, MADV_DONTNEED);
	kmsan_check_memory(page, 4096);
	return 0;
}
