// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Steps with address spaces, shared memory and System V IPC.
 */
#include "exercise.h"

#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define KB 1024
#define MB (1024 * KB)

static char *anonymous(size_t n)
{
	char *p = mmap(NULL, n, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

static int mappings(const char *dir)
{
	unsigned char present[256];
	char *p = anonymous(MB), *q;

	(void)dir;
	TRY(p);
	memset(p, 1, MB / 2);
	TRY(!mincore(p, MB, present));
	TRY(!mprotect(p + 64 * KB, 64 * KB, PROT_READ));
	TRY(!mprotect(p + 64 * KB, 64 * KB, PROT_READ | PROT_WRITE));
	q = mremap(p, MB, 2 * MB, MREMAP_MAYMOVE);
	TRY(q != MAP_FAILED && q[1000] == 1 && q[2 * MB - 1] == 0);
	q = mremap(q, 2 * MB, MB / 2, 0);
	TRY(q != MAP_FAILED);
	TRY(!munmap(q + 128 * KB, 64 * KB));
	TRY(!madvise(q, 64 * KB, MADV_DONTNEED) && q[1000] == 0);
	TRY(!mlock(q, 16 * KB) && !munlock(q, 16 * KB));
	TRY(!munmap(q, MB / 2));
	TRY(sbrk(512 * KB) != (void *)-1);
	memset((char *)sbrk(0) - 512 * KB, 1, 512 * KB);
	TRY(sbrk(-512 * KB) != (void *)-1);
	return DONE;
}

static int copy_on_write(const char *dir)
{
	char *p = anonymous(256 * KB);
	char *shared = mmap(NULL, 64 * KB, PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t pid;

	(void)dir;
	TRY(p && shared != MAP_FAILED);
	memset(p, 1, 256 * KB);
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		memset(p, 2, 256 * KB);
		memset(shared, 3, 64 * KB);
		_exit(0);
	}
	TRY(!reap(pid));
	TRY(p[100] == 1 && shared[100] == 3);
	return DONE;
}

static int memory_file(const char *dir)
{
	int fd = memfd_create("exercise", MFD_ALLOW_SEALING);
	char *p;

	(void)dir;
	TRY(fd >= 0);
	TRY(!ftruncate(fd, 64 * KB));
	p = mmap(NULL, 64 * KB, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	TRY(p != MAP_FAILED);
	memset(p, 5, 64 * KB);
	TRY(!msync(p, 64 * KB, MS_SYNC));
	TRY(pwrite(fd, "abc", 3, 5000) == 3 && p[5001] == 'b');
	TRY(!munmap(p, 64 * KB));
	TRY(!fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK));
	TRY(fcntl(fd, F_GET_SEALS) == F_SEAL_SHRINK);
	TRY(!close(fd));
	return DONE;
}

static int sysv_shm(const char *dir)
{
	int id = shmget(IPC_PRIVATE, 64 * KB, IPC_CREAT | 0600);
	struct shmid_ds ds;
	struct shminfo info;
	char *p;

	(void)dir;
	TRY(id >= 0);
	p = shmat(id, NULL, 0);
	TRY(p != (char *)-1);
	memset(p, 1, 64 * KB);
	TRY(!shmctl(id, IPC_STAT, &ds) && ds.shm_segsz == 64 * KB);
	TRY(shmctl(0, IPC_INFO, (struct shmid_ds *)&info) >= 0);
	TRY(!shmdt(p));
	TRY(!shmctl(id, IPC_RMID, NULL));
	return DONE;
}

static int sysv_msg(const char *dir)
{
	struct {
		long type;
		char text[100];
	} m = {.type = 3};
	int id = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
	struct msqid_ds ds;

	(void)dir;
	TRY(id >= 0);
	memset(m.text, 'a', sizeof(m.text));
	for (int i = 1; i <= (int)sizeof(m.text); i += 9)
		TRY(!msgsnd(id, &m, i, 0));
	TRY(!msgctl(id, IPC_STAT, &ds));
	for (int i = 1; i <= (int)sizeof(m.text); i += 9)
		TRY(msgrcv(id, &m, sizeof(m.text), 3, 0) == i);
	TRY(!msgctl(id, IPC_RMID, NULL));
	return DONE;
}

static int sysv_sem(const char *dir)
{
	struct sembuf up = {.sem_num = 1, .sem_op = 2};
	struct sembuf down = {.sem_num = 1, .sem_op = -2, .sem_flg = SEM_UNDO};
	int id = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600);
	unsigned short all[3] = {1, 2, 3};
	struct semid_ds ds;
	pid_t pid;

	(void)dir;
	TRY(id >= 0);
	TRY(!semctl(id, 0, SETALL, all));
	TRY(!semctl(id, 0, IPC_STAT, &ds) && ds.sem_nsems == 3);
	down.sem_op = -4;
	pid = fork();
	TRY(pid >= 0);
	if (!pid)
		_exit(semop(id, &down, 1) ? 1 : 0);
	usleep(20000);
	TRY(!semop(id, &up, 1));
	TRY(!reap(pid));
	TRY(!semctl(id, 0, GETALL, all));
	TRY(!semctl(id, 0, IPC_RMID));
	return DONE;
}

static int posix_mq(const char *dir)
{
	struct mq_attr attr = {.mq_maxmsg = 4, .mq_msgsize = 64};
	struct timespec past = {0};
	char buffer[64];
	unsigned int priority;
	mqd_t q = mq_open("/exercise", O_CREAT | O_RDWR, 0600, &attr);

	(void)dir;
	TRY(q != (mqd_t)-1);
	TRY(!mq_send(q, "one", 3, 1) && !mq_send(q, "three", 5, 9));
	TRY(!mq_getattr(q, &attr) && attr.mq_curmsgs == 2);
	TRY(mq_receive(q, buffer, sizeof(buffer), &priority) == 5);
	TRY(priority == 9);
	TRY(mq_receive(q, buffer, sizeof(buffer), &priority) == 3);
	TRY(mq_timedreceive(q, buffer, 64, &priority, &past) < 0);
	TRY(!mq_close(q) && !mq_unlink("/exercise"));
	return DONE;
}

const struct step memory_steps[] = {
	{"mappings", mappings},	      {"copy-on-write", copy_on_write},
	{"memory-file", memory_file}, {"sysv-shm", sysv_shm},
	{"sysv-msg", sysv_msg},	      {"sysv-sem", sysv_sem},
	{"posix-mq", posix_mq},	      {NULL, NULL},
};
