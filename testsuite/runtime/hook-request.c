/* Hooks for ioctl(), fcntl(), prctl(), syscall() and the like, by number. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <linux/vm_sockets.h>

static void interfaces(void)
{
	struct ifreq r, list[4];
	struct ifconf conf;
	struct ethtool_value link;
	int fd = socket(AF_INET, SOCK_DGRAM, 0), n = 0, value;

	conf.ifc_req = list;
	conf.ifc_len = sizeof(list);
	WRITES(list, 0, (size_t)n, (must(!ioctl(fd, SIOCGIFCONF, &conf)), n = conf.ifc_len));
	/* The name is copied back as it was, with what follows its null byte. */
	strcpy(r.ifr_name, "lo");
	WRITES(r.ifr_ifru, 0, 2, must(!ioctl(fd, SIOCGIFFLAGS, &r)));
	WRITES(r.ifr_ifru, 0, 4, must(!ioctl(fd, SIOCGIFINDEX, &r)));
	WRITES(r.ifr_ifru, 0, 16, ioctl(fd, SIOCGIFADDR, &r));
	WRITES_ALL(r.ifr_ifru, must(!ioctl(fd, SIOCGIFMAP, &r)));
	WRITES(r.ifr_name, 0, 3, (strcpy(r.ifr_name, "lo"), ioctl(fd, SIOCGIFMTU, &r)));
	WRITES_ALL(value, must(!ioctl(fd, FIOGETOWN, &value)));
	link.cmd = ETHTOOL_GLINK;
	strcpy(r.ifr_name, "lo");
	r.ifr_data = (void *)&link;
	if (!ioctl(fd, SIOCETHTOOL, &r))
		use(link.data == 2);
}

/* Requests of sockets, whose numbers do not say that they write. */
static void sockets(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0), value;
	unsigned int cid;

	WRITES_ALL(value, must(!ioctl(fd, SIOCOUTQ, &value)));
	WRITES_ALL(value, must(!ioctl(fd, SIOCOUTQNSD, &value)));
	fd = open("/dev/vsock", O_RDONLY);
	if (fd >= 0 && !ioctl(fd, IOCTL_VM_SOCKETS_GET_LOCAL_CID, &cid))
		WRITES_ALL(cid, ioctl(fd, IOCTL_VM_SOCKETS_GET_LOCAL_CID, &cid));
}

static void files(void)
{
	union {
		struct fiemap map;
		char room[sizeof(struct fiemap) + 2 * sizeof(struct fiemap_extent)];
	} extents;
	struct flock lock;
	struct f_owner_ex owner;
	int fd = open("/proc/self/exe", O_RDONLY), value, fds[2];
	unsigned long flags;

	must(!pipe(fds) && write(fds[1], "abc", 3) == 3);
	WRITES_ALL(value, must(!ioctl(fds[0], FIONREAD, &value)));
	if (!ioctl(fd, FIGETBSZ, &value))
		WRITES_ALL(value, ioctl(fd, FIGETBSZ, &value));
	/* The number says long, but the system writes an int. */
	if (!ioctl(fd, FS_IOC_GETFLAGS, &flags))
		WRITES(flags, 0, sizeof(int), ioctl(fd, FS_IOC_GETFLAGS, &flags));
	memset(&extents.map, 0, sizeof(extents.map));
	extents.map.fm_length = -1;
	extents.map.fm_extent_count = 2;
	kmsan_poison_memory(extents.map.fm_extents, 2 * sizeof(struct fiemap_extent));
	if (!ioctl(fd, FS_IOC_FIEMAP, &extents.map))
		kmsan_check_memory(extents.map.fm_extents, extents.map.fm_mapped_extents *
				   sizeof(struct fiemap_extent));
	WRITES_ALL(lock, (lock.l_type = F_RDLCK, lock.l_whence = SEEK_SET, lock.l_start = 0,
			  lock.l_len = 1, must(!fcntl(fd, F_GETLK, &lock))));
	WRITES_ALL(owner, must(!fcntl(fds[0], F_GETOWN_EX, &owner)));
}

static void terminals(void)
{
	struct winsize size;
	int master, slave, value;
	char attr[64];

	if (openpty(&master, &slave, NULL, NULL, NULL))
		return;
	WRITES_ALL(size, must(!ioctl(slave, TIOCGWINSZ, &size)));
	WRITES_ALL(value, must(!ioctl(slave, TIOCGETD, &value)));
	WRITES(attr, 0, 18, must(!ioctl(slave, TCGETA, attr)));
	WRITES(attr, 0, 36, must(!ioctl(slave, TCGETS, attr)));
	WRITES(attr, 0, 36, must(!ioctl(slave, TIOCGLCKTRMIOS, attr)));
	WRITES_ALL(value, must(!ioctl(master, TIOCGPTN, &value)));
}

static void process(void)
{
	char name[24], origin[4096];
	int value;
	void *handle = dlopen("libc.so.6", RTLD_NOW), *map;

	WRITES(name, 0, 16, must(!prctl(PR_GET_NAME, name)));
	WRITES_ALL(value, must(!prctl(PR_GET_PDEATHSIG, &value)));
	WRITES_NOTHING(value, prctl(PR_GET_DUMPABLE, &value));
	WRITES_ALL(map, must(!dlinfo(handle, RTLD_DI_LINKMAP, &map)));
	WRITES(origin, 0, strlen(origin) + 1, must(!dlinfo(handle, RTLD_DI_ORIGIN, origin)));
}

static void traced(void)
{
	struct user_regs_struct regs, set;
	struct iovec v = {&set, sizeof(set)};
	siginfo_t info;
	pid_t pid = fork();

	if (!pid) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		raise(SIGSTOP);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	if (!ptrace(PTRACE_GETREGS, pid, NULL, &regs)) {
		WRITES_ALL(regs, ptrace(PTRACE_GETREGS, pid, NULL, &regs));
		WRITES_ALL(info, ptrace(PTRACE_GETSIGINFO, pid, NULL, &info));
		WRITES_ALL(set, ptrace(PTRACE_GETREGSET, pid, (void *)1, &v));
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static void system_v(void)
{
	struct msqid_ds queue;
	struct semid_ds set;
	struct shmid_ds segment;
	unsigned short values[4];
	int id = msgget(IPC_PRIVATE, 0600);

	if (id < 0)
		return;
	WRITES_ALL(queue, must(!msgctl(id, IPC_STAT, &queue)));
	msgctl(id, IPC_RMID, NULL);
	id = semget(IPC_PRIVATE, 2, 0600);
	WRITES_ALL(set, must(!semctl(id, 0, IPC_STAT, &set)));
	WRITES(values, 0, 4, must(!semctl(id, 0, GETALL, values)));
	values[0] = values[1] = 0;
	must(!semctl(id, 0, SETALL, values));
	semctl(id, 0, IPC_RMID);
	id = shmget(IPC_PRIVATE, 4096, 0600);
	WRITES_ALL(segment, must(!shmctl(id, IPC_STAT, &segment)));
	shmctl(id, IPC_RMID, NULL);
}

static void system_calls(void)
{
	char s[64];
	struct iovec v[2] = {{s, 2}, {s + 8, 8}};
	struct timespec now;
	struct utsname name;
	struct stat st;
	int fds[2], fd = open("/proc/self/exe", O_RDONLY);
	unsigned long mask;
	long n = 0;
	char *map;

	WRITES(s, 0, 8, must(syscall(SYS_getrandom, s, 8, 0) == 8));
	WRITES_ALL(fds, must(!syscall(SYS_pipe2, fds, 0)));
	must(syscall(SYS_write, fds[1], "abcdef", 6) == 6);
	WRITES(s, 0, 2, must(syscall(SYS_readv, fds[0], v, 1) == 2));
	WRITES(s, 0, 4, must(syscall(SYS_read, fds[0], s, 64) == 4));
	WRITES_ALL(now, must(!syscall(SYS_clock_gettime, CLOCK_REALTIME, &now)));
	WRITES_NOTHING(now, syscall(SYS_clock_gettime, 12345, &now));
	WRITES_ALL(name, must(!syscall(SYS_uname, &name)));
	WRITES_ALL(st, must(!syscall(SYS_fstat, fd, &st)));
	WRITES_ALL(mask, must(!syscall(SYS_rt_sigprocmask, 0, NULL, &mask, 8)));
	WRITES(s, 0, (size_t)n, must((n = syscall(SYS_getcwd, s, 64)) > 0 || (n = 0, 1)));
	map = (char *)syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE,
			      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	use(map[17]);
	syscall(SYS_munmap, map, 4096);
	use(syscall(SYS_gettid) == 1);
}

int main(void)
{
	interfaces();
	sockets();
	files();
	terminals();
	process();
	traced();
	system_v();
	system_calls();
	return 0;
}
