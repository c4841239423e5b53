// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-request.c - hooks for functions that do what a number says:
 * ioctl(), fcntl(), prctl() and the like.
 */
/* Before the system's own headers, which then leave out what this one has. */
#include <net/if.h>

#include <asm/prctl.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <linux/cdrom.h>
#include <linux/dqblk_xfs.h>
#include <linux/ethtool.h>
#include <linux/fb.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/i2c-dev.h>
#include <linux/kd.h>
#include <linux/loop.h>
#include <linux/serial.h>
#include <linux/sockios.h>
#include <linux/vt.h>
#include <linux/wireless.h>
#include <net/if_arp.h>
#include <scsi/sg.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/quota.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/user.h>
/* This one wants sys/socket.h first. */
#include <linux/vm_sockets.h>

#include "intercept.h"

/**
 * struct request - what a request does with the memory at its argument
 * @nr: the request
 * @in: bytes that it reads and that must be initialised
 * @out: bytes that it writes
 *
 * Where a struct has padding or meaningless fields, @in leaves them out.
 */
struct request {
	unsigned long nr;
	unsigned int in, out;
};

static const struct request *find_request(const struct request *table,
					  size_t size, unsigned long nr)
{
	for (size_t i = 0; i < size; i++)
		if (table[i].nr == nr)
			return &table[i];
	return NULL;
}

#define FIND(table, nr) find_request(table, ARRAY_SIZE(table), nr)

/*
 * How much an ioctl() writes is part of its number, except for those that are
 * older than this convention or do not keep to it.
 */
#define INT sizeof(int)
#define NAME IFNAMSIZ
#define IFREQ (IFNAMSIZ + sizeof(struct sockaddr))
/* The system's struct termios, not the library's. */
#define TERMIOS 36
static const struct request ioctls[] = {
	/* files and any descriptor */
	{FIONBIO, INT, 0},
	{FIOASYNC, INT, 0},
	{FIONREAD, 0, INT},
	{FIOQSIZE, 0, sizeof(loff_t)},
	{FIBMAP, INT, INT},
	{FIGETBSZ, 0, INT},
	{FS_IOC_GETFLAGS, 0, INT},
	{FS_IOC_SETFLAGS, INT, 0},
	{FS_IOC_GETVERSION, 0, INT},
	{FS_IOC_SETVERSION, INT, 0},
	/* terminals */
	{TCGETS, 0, TERMIOS},
	{TCSETS, TERMIOS, 0},
	{TCSETSW, TERMIOS, 0},
	{TCSETSF, TERMIOS, 0},
	{TCGETA, 0, 18},
	{TIOCGWINSZ, 0, sizeof(struct winsize)},
	{TIOCSWINSZ, sizeof(struct winsize), 0},
	{TIOCGPGRP, 0, INT},
	{TIOCSPGRP, INT, 0},
	{TIOCGSID, 0, INT},
	{TIOCOUTQ, 0, INT},
	{TIOCGETD, 0, INT},
	{TIOCSETD, INT, 0},
	{TIOCMGET, 0, INT},
	{TIOCMSET, INT, 0},
	{TIOCMBIS, INT, 0},
	{TIOCMBIC, INT, 0},
	{TIOCGSOFTCAR, 0, INT},
	{TIOCSSOFTCAR, INT, 0},
	{TIOCPKT, INT, 0},
	{TIOCGEXCL, 0, INT},
	{TIOCSTI, 1, 0},
	{TIOCGSERIAL, 0, 72},
	{TIOCSERGETLSR, 0, INT},
	{TIOCGICOUNT, 0, sizeof(struct serial_icounter_struct)},
	{TIOCGRS485, 0, sizeof(struct serial_rs485)},
	{TIOCGLCKTRMIOS, 0, TERMIOS},
	{TIOCSLCKTRMIOS, TERMIOS, 0},
	/* consoles */
	{VT_OPENQRY, 0, INT},
	{VT_GETMODE, 0, sizeof(struct vt_mode)},
	{VT_GETSTATE, 0, sizeof(struct vt_stat)},
	{KDGETLED, 0, 1},
	{KDGETMODE, 0, INT},
	{KDGKBMODE, 0, INT},
	{KDGKBTYPE, 0, 1},
	{KDGKBENT, 2, sizeof(struct kbentry)},
	{KDGKBMETA, 0, INT},
	{KDGKBLED, 0, 1},
	{KDGKBDIACR, 0, sizeof(struct kbdiacrs)},
	{KDGKBDIACRUC, 0, sizeof(struct kbdiacrsuc)},
	{KDGETKEYCODE, INT, sizeof(struct kbkeycode)},
	{GIO_SCRNMAP, 0, E_TABSZ},
	{GIO_UNISCRNMAP, 0, E_TABSZ * sizeof(short)},
	{GIO_CMAP, 0, 48},
	{FBIOGET_VSCREENINFO, 0, sizeof(struct fb_var_screeninfo)},
	{FBIOGET_FSCREENINFO, 0, sizeof(struct fb_fix_screeninfo)},
	{I2C_FUNCS, 0, sizeof(long)},
	/* disks */
	{BLKROSET, INT, 0},
	{BLKROGET, 0, INT},
	{BLKGETSIZE, 0, sizeof(long)},
	{BLKRAGET, 0, sizeof(long)},
	{BLKFRAGET, 0, sizeof(long)},
	{BLKSECTGET, 0, sizeof(short)},
	{BLKSSZGET, 0, INT},
	{BLKPBSZGET, 0, INT},
	{BLKIOMIN, 0, INT},
	{BLKIOOPT, 0, INT},
	{BLKALIGNOFF, 0, INT},
	{BLKDISCARDZEROES, 0, INT},
	{BLKROTATIONAL, 0, sizeof(short)},
	{BLKBSZGET, 0, INT},
	{BLKBSZSET, INT, 0},
	{BLKGETSIZE64, 0, sizeof(u64)},
	{BLKDISCARD, 2 * sizeof(u64), 0},
	{BLKSECDISCARD, 2 * sizeof(u64), 0},
	{BLKZEROOUT, 2 * sizeof(u64), 0},
	{HDIO_GETGEO, 0, sizeof(struct hd_geometry)},
	{HDIO_GET_IDENTITY, 0, sizeof(struct hd_driveid)},
	{HDIO_GET_UNMASKINTR, 0, sizeof(long)},
	{HDIO_GET_MULTCOUNT, 0, sizeof(long)},
	{HDIO_GET_KEEPSETTINGS, 0, sizeof(long)},
	{HDIO_GET_32BIT, 0, sizeof(long)},
	{HDIO_GET_NOWERR, 0, sizeof(long)},
	{HDIO_GET_NICE, 0, sizeof(long)},
	{HDIO_GET_WCACHE, 0, sizeof(long)},
	{HDIO_GET_ADDRESS, 0, sizeof(long)},
	{HDIO_GET_DMA, 0, sizeof(long)},
	{HDIO_GET_ACOUSTIC, 0, sizeof(long)},
	{CDROMREADTOCHDR, 0, sizeof(struct cdrom_tochdr)},
	{CDROMREADTOCENTRY, 2, sizeof(struct cdrom_tocentry)},
	{CDROMSUBCHNL, 1, sizeof(struct cdrom_subchnl)},
	{CDROMMULTISESSION, 0, sizeof(struct cdrom_multisession)},
	{CDROM_GET_MCN, 0, sizeof(struct cdrom_mcn)},
	{CDROMVOLREAD, 0, sizeof(struct cdrom_volctrl)},
	{CDROM_NEXT_WRITABLE, 0, sizeof(long)},
	{CDROM_LAST_WRITTEN, 0, sizeof(long)},
	{LOOP_GET_STATUS, 0, sizeof(struct loop_info)},
	{LOOP_GET_STATUS64, 0, sizeof(struct loop_info64)},
	{SG_EMULATED_HOST, 0, INT},
	{SG_GET_SCSI_ID, 0, sizeof(struct sg_scsi_id)},
	{SG_GET_LOW_DMA, 0, INT},
	{SG_GET_PACK_ID, 0, INT},
	{SG_GET_NUM_WAITING, 0, INT},
	{SG_GET_SG_TABLESIZE, 0, INT},
	{SG_GET_KEEP_ORPHAN, 0, INT},
	{SG_GET_COMMAND_Q, 0, INT},
	{SG_GET_VERSION_NUM, 0, INT},
	{SG_GET_RESERVED_SIZE, 0, INT},
	/* sockets and network interfaces */
	{SIOCATMARK, 0, INT},
	{SIOCGPGRP, 0, INT},
	{SIOCSPGRP, INT, 0},
	{FIOGETOWN, 0, INT},
	{FIOSETOWN, INT, 0},
	{SIOCOUTQNSD, 0, INT},
	{IOCTL_VM_SOCKETS_GET_LOCAL_CID, 0, INT},
	{SIOCGSTAMP_OLD, 0, 16},
	{SIOCGSTAMPNS_OLD, 0, 16},
	{SIOCGIFCONF, 0, 0}, /* see inside() */
	{SIOCGIFNAME, 0, NAME},
	{SIOCGIFFLAGS, 0, NAME + sizeof(short)},
	{SIOCGIFADDR, 0, IFREQ},
	{SIOCGIFDSTADDR, 0, IFREQ},
	{SIOCGIFBRDADDR, 0, IFREQ},
	{SIOCGIFNETMASK, 0, IFREQ},
	{SIOCGIFHWADDR, 0, IFREQ},
	{SIOCGIFMETRIC, 0, NAME + INT},
	{SIOCGIFMTU, 0, NAME + INT},
	{SIOCGIFINDEX, 0, NAME + INT},
	{SIOCGIFTXQLEN, 0, NAME + INT},
	{SIOCGIFMAP, 0, sizeof(struct ifreq)},
	{SIOCGMIIPHY, 0, NAME + 8},
	{SIOCGMIIREG, 0, NAME + 8},
	{SIOCGARP, 0, sizeof(struct arpreq)},
	{SIOCETHTOOL, 0, 0}, /* see inside() */
	{SIOCGIWNAME, 0, sizeof(struct iwreq)},
	{SIOCGIWFREQ, 0, sizeof(struct iwreq)},
	{SIOCGIWMODE, 0, sizeof(struct iwreq)},
	{SIOCGIWSENS, 0, sizeof(struct iwreq)},
	{SIOCGIWAP, 0, sizeof(struct iwreq)},
	{SIOCGIWRATE, 0, sizeof(struct iwreq)},
	{SIOCGIWTXPOW, 0, sizeof(struct iwreq)},
};

/* What SIOCETHTOOL writes where its struct points to, by the command there. */
static const struct request ethtools[] = {
	{ETHTOOL_GSET, 0, sizeof(struct ethtool_cmd)},
	{ETHTOOL_GDRVINFO, 0, sizeof(struct ethtool_drvinfo)},
	{ETHTOOL_GWOL, 0, sizeof(struct ethtool_wolinfo)},
	{ETHTOOL_GMSGLVL, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GLINK, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GCOALESCE, 0, sizeof(struct ethtool_coalesce)},
	{ETHTOOL_GRINGPARAM, 0, sizeof(struct ethtool_ringparam)},
	{ETHTOOL_GPAUSEPARAM, 0, sizeof(struct ethtool_pauseparam)},
	{ETHTOOL_GRXCSUM, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GTXCSUM, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GSG, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GTSO, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GUFO, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GGSO, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GGRO, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GFLAGS, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GPFLAGS, 0, sizeof(struct ethtool_value)},
	{ETHTOOL_GCHANNELS, 0, sizeof(struct ethtool_channels)},
	{ETHTOOL_GET_TS_INFO, 0, sizeof(struct ethtool_ts_info)},
	{ETHTOOL_GEEE, 0, sizeof(struct ethtool_eee)},
	{ETHTOOL_GMODULEINFO, 0, sizeof(struct ethtool_modinfo)},
};

/**
 * struct pointee - memory that a request's struct points to
 * @nr: the request
 * @pointer: offset of the pointer in the struct
 * @count: offset of the number of units there, 4 bytes, after the call
 * @unit: bytes in a unit
 * @inside: false: what is pointed to is the struct itself, from @pointer on
 * @out: bytes of the struct that are written in any case
 */
struct pointee {
	unsigned long nr;
	unsigned short pointer, count, unit;
	bool inside;
	unsigned short out;
};

static const struct pointee pointees[] = {
	{SIOCGIFCONF, offsetof(struct ifconf, ifc_buf),
	 offsetof(struct ifconf, ifc_len), 1, true, INT},
	{FS_IOC_FIEMAP, offsetof(struct fiemap, fm_extents),
	 offsetof(struct fiemap, fm_mapped_extents),
	 sizeof(struct fiemap_extent), false, sizeof(struct fiemap)},
	{SIOCGIWESSID, offsetof(struct iwreq, u.essid.pointer),
	 offsetof(struct iwreq, u.essid.length), 1, true, sizeof(struct iwreq)},
};

static void pointee_out(const struct pointee *p, char *arg)
{
	u32 count = *(u32 *)(arg + p->count);
	char *to = arg + p->pointer;

	OUT(arg, p->out)
	if (p->inside)
		to = *(char **)to;
	OUT(to, (size_t)count * p->unit)
}

static void ethtool_out(const struct ifreq *arg)
{
	const struct request *request = FIND(ethtools, *(u32 *)arg->ifr_data);

	IF(request, OUT(arg->ifr_data, request->out))
}

static void sg_out(const struct sg_io_hdr *io)
{
	/* Fields up to usr_ptr are read, those after it are written. */
	OUT(&io->status, sizeof(*io) - offsetof(struct sg_io_hdr, status))
	IF(io->dxfer_direction == SG_DXFER_FROM_DEV ||
		   io->dxfer_direction == SG_DXFER_TO_FROM_DEV,
	   IF(!io->iovec_count, OUT(io->dxferp, io->dxfer_len - io->resid)))
	OUT(io->sbp, io->sb_len_wr)
}

static void ioctl_out(unsigned long nr, void *arg)
{
	const struct request *request = FIND(ioctls, nr);

	for (size_t i = 0; i < ARRAY_SIZE(pointees); i++)
		if (pointees[i].nr == nr) {
			pointee_out(&pointees[i], arg);
			return;
		}
	if (nr == SIOCETHTOOL)
		ethtool_out(arg);
	else if (nr == SG_IO)
		sg_out(arg);
	else if (request)
		OUT(arg, request->out)
	else if (_IOC_DIR(nr) & _IOC_READ)
		OUT(arg, _IOC_SIZE(nr))
}

static size_t ioctl_in(unsigned long nr)
{
	const struct request *request = FIND(ioctls, nr);

	return request ? request->in : 0;
}

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, ioctl, (int fd, unsigned long request, void *arg), (fd, request, arg),
     IN(arg, ioctl_in(request)), IF(ret >= 0 && arg, ioctl_out(request, arg);))

static const struct request fcntls[] = {
	{F_GETLK, 0, sizeof(struct flock)},
	{F_OFD_GETLK, 0, sizeof(struct flock)},
	{F_GETOWN_EX, 0, sizeof(struct f_owner_ex)},
	{F_SETOWN_EX, sizeof(struct f_owner_ex), 0},
	{F_GET_RW_HINT, 0, sizeof(u64)},
	{F_SET_RW_HINT, sizeof(u64), 0},
	{F_GET_FILE_RW_HINT, 0, sizeof(u64)},
	{F_SET_FILE_RW_HINT, sizeof(u64), 0},
};

static size_t fcntl_in(int command)
{
	const struct request *request = FIND(fcntls, command);

	return request ? request->in : 0;
}

static bool takes_lock(int command)
{
	return command == F_GETLK || command == F_SETLK ||
	       command == F_SETLKW || command == F_OFD_GETLK ||
	       command == F_OFD_SETLK || command == F_OFD_SETLKW;
}

static size_t fcntl_out(int command)
{
	const struct request *request = FIND(fcntls, command);

	return request ? request->out : 0;
}

/*
 * The struct has padding between its first fields and the others.  One report
 * is enough for one struct.
 */
static size_t lock_start(const struct flock *lock)
{
	size_t type = offsetof(struct flock, l_whence) + sizeof(lock->l_whence);

	return kmsan_first_poisoned(lock, type) == type
		       ? offsetof(struct flock, l_start)
		       : 0;
}

#define IN_LOCK(lock)                                                          \
	IF(takes_lock(command) && lock,                                        \
	   IN((char *)(lock) + lock_start(lock),                               \
	      lock_start(lock) ? 2 * sizeof(off_t) : 2 * sizeof(short)))
HOOK_64(int, fcntl, (int fd, int command, void *arg), (fd, command, arg),
	IN(arg, fcntl_in(command)) IN_LOCK(arg),
	IF(ret >= 0, OUT(arg, fcntl_out(command))))
ALSO(fcntl, __fcntl)

/* Which of prctl()'s arguments is written to, and how much. */
static const struct {
	int option;
	unsigned char arg, size;
} prctls[] = {
	{PR_GET_PDEATHSIG, 2, sizeof(int)},
	{PR_GET_UNALIGN, 2, sizeof(int)},
	{PR_GET_FPEMU, 2, sizeof(int)},
	{PR_GET_FPEXC, 2, sizeof(int)},
	{PR_GET_ENDIAN, 2, sizeof(int)},
	{PR_GET_TSC, 2, sizeof(int)},
	{PR_GET_NAME, 2, 16},
	{PR_GET_CHILD_SUBREAPER, 2, sizeof(int)},
	{PR_GET_TID_ADDRESS, 2, sizeof(void *)},
};

static void prctl_out(int option, void *a, void *d)
{
	for (size_t i = 0; i < ARRAY_SIZE(prctls); i++)
		if (prctls[i].option == option)
			OUT(a, prctls[i].size)
#ifdef PR_SCHED_CORE_GET
	IF(option == PR_SCHED_CORE && (long)a == PR_SCHED_CORE_GET,
	   OUT(d, sizeof(u64)))
#endif
}

HOOK(int, prctl, (int option, void *a, void *b, void *c, void *d),
     (option, a, b, c, d), IF(option == PR_SET_NAME, IN_STR(a)),
     IF(ret >= 0, prctl_out(option, a, d);))

/* System V's objects */
static const struct request shmctls[] = {
	{IPC_STAT, 0, sizeof(struct shmid_ds)},
	{SHM_STAT, 0, sizeof(struct shmid_ds)},
	{SHM_STAT_ANY, 0, sizeof(struct shmid_ds)},
	{IPC_INFO, 0, sizeof(struct shminfo)},
	{SHM_INFO, 0, sizeof(struct shm_info)},
};
static const struct request msgctls[] = {
	{IPC_STAT, 0, sizeof(struct msqid_ds)},
	{MSG_STAT, 0, sizeof(struct msqid_ds)},
	{MSG_STAT_ANY, 0, sizeof(struct msqid_ds)},
	{IPC_INFO, 0, sizeof(struct msginfo)},
	{MSG_INFO, 0, sizeof(struct msginfo)},
};
static const struct request semctls[] = {
	{IPC_STAT, 0, sizeof(struct semid_ds)},
	{SEM_STAT, 0, sizeof(struct semid_ds)},
	{SEM_STAT_ANY, 0, sizeof(struct semid_ds)},
	{IPC_INFO, 0, sizeof(struct seminfo)},
	{SEM_INFO, 0, sizeof(struct seminfo)},
};

#define OUT_BY(table, command, arg)                                            \
	const struct request *request = FIND(table, command);                  \
	IF(ret >= 0 && request, OUT(arg, request->out))

HOOK(int, shmctl, (int id, int command, void *arg), (id, command, arg), NOTHING,
     OUT_BY(shmctls, command, arg))
HOOK(int, msgctl, (int id, int command, void *arg), (id, command, arg), NOTHING,
     OUT_BY(msgctls, command, arg))

/* GETALL and SETALL have a value for each semaphore of the set. */
static size_t values_size(int id)
{
	struct semid_ds set;

	if (semctl(id, 0, IPC_STAT, &set))
		return 0;
	return set.sem_nsems * sizeof(short);
}

HOOK(int, semctl, (int id, int nr, int command, void *arg),
     (id, nr, command, arg), IF(command == SETALL, IN(arg, values_size(id))),
     OUT_BY(semctls, command, arg)
	     IF(ret >= 0 && command == GETALL, OUT(arg, values_size(id))))

/* ptrace(): what it reads from the other process. */
static const struct request ptraces[] = {
	{PTRACE_GETREGS, 0, sizeof(struct user_regs_struct)},
	{PTRACE_GETFPREGS, 0, sizeof(struct user_fpregs_struct)},
	{PTRACE_GETSIGINFO, 0, sizeof(siginfo_t)},
	{PTRACE_GETEVENTMSG, 0, sizeof(long)},
	{PTRACE_GETSIGMASK, 0, 8},
};

static void ptrace_out(int nr, void *data)
{
	const struct request *request = FIND(ptraces, nr);
	const struct iovec *vector = data;

	IF(request, OUT(data, request->out))
	IF(nr == PTRACE_GETREGSET,
	   OUT_VAR(&vector->iov_len) OUT(vector->iov_base, vector->iov_len))
}

HOOK(long, ptrace, (int nr, pid_t pid, void *address, void *data),
     (nr, pid, address, data), NOTHING, IF(ret >= 0, ptrace_out(nr, data);))

/* dlinfo() */
static void dlinfo_out(int nr, void *arg)
{
	static const struct request dlinfos[] = {
		{RTLD_DI_LMID, 0, sizeof(Lmid_t)},
		{RTLD_DI_LINKMAP, 0, sizeof(void *)},
		{RTLD_DI_SERINFOSIZE, 0, offsetof(Dl_serinfo, dls_serpath)},
		{RTLD_DI_TLS_MODID, 0, sizeof(size_t)},
		{RTLD_DI_TLS_DATA, 0, sizeof(void *)},
	};
	const struct request *request = FIND(dlinfos, nr);
	const Dl_serinfo *paths = arg;

	IF(request, OUT(arg, request->out))
	IF(nr == RTLD_DI_SERINFO, OUT(arg, paths->dls_size))
	IF(nr == RTLD_DI_ORIGIN, OUT_STR(arg))
}

HOOK(int, dlinfo, (void *handle, int nr, void *arg), (handle, nr, arg), NOTHING,
     IF(ret >= 0, dlinfo_out(nr, arg);))
HOOK(int, klogctl, (int type, char *buf, int n), (type, buf, n), NOTHING,
     IF(ret > 0 && (type == 2 || type == 3 || type == 4), OUT(buf, ret)))

/* arch_prctl(): what the processor or the kernel has. */
static const struct request arch_prctls[] = {
	{ARCH_GET_FS, 0, sizeof(long)},
	{ARCH_GET_GS, 0, sizeof(long)},
	{ARCH_GET_XCOMP_SUPP, 0, sizeof(long)},
	{ARCH_GET_XCOMP_PERM, 0, sizeof(long)},
	{ARCH_GET_XCOMP_GUEST_PERM, 0, sizeof(long)},
};

HOOK(int, arch_prctl, (int nr, void *arg), (nr, arg), NOTHING,
     IF(!ret, OUT_BY(arch_prctls, nr, arg)))
ALSO(arch_prctl, __arch_prctl)

/* modify_ldt(): 0 and 2 read; 1 and 0x11 write, and need three words. */
HOOK(int, modify_ldt, (int nr, void *data, unsigned long size),
     (nr, data, size), IF(nr == 1 || nr == 0x11, IN(data, 12)),
     IF(ret > 0 && (nr == 0 || nr == 2), OUT(data, ret)))

/* quotactl(), whose command has the kind of quota in its low byte. */
static const struct request quotactls[] = {
	{Q_GETFMT, 0, sizeof(u32)},
	{Q_GETINFO, 0, sizeof(struct dqinfo)},
	{Q_GETQUOTA, 0, sizeof(struct dqblk)},
	{Q_GETNEXTQUOTA, 0, sizeof(struct dqblk) + 8},
	{Q_XGETQUOTA, 0, sizeof(struct fs_disk_quota)},
	{Q_XGETNEXTQUOTA, 0, sizeof(struct fs_disk_quota)},
	{Q_XGETQSTAT, 0, sizeof(struct fs_quota_stat)},
};
#define QUOTA(command) ((unsigned int)(command) >> SUBCMDSHIFT)

HOOK(int, quotactl, (int command, const char *special, int id, void *arg),
     (command, special, id, arg), IN_STR(special),
     IF(!ret, OUT_BY(quotactls, QUOTA(command), arg)))

#if __GLIBC_PREREQ(2, 36)
/* fsconfig(): is its value a string?  The command says so. */
static bool is_text(unsigned int command)
{
	return command == FSCONFIG_SET_STRING || command == FSCONFIG_SET_PATH ||
	       command == FSCONFIG_SET_PATH_EMPTY;
}

HOOK(int, fsconfig,
     (int fd, unsigned int command, const char *key, const void *value,
      int size),
     (fd, command, key, value, size),
     IN_STR(key) IF(is_text(command), IN_STR(value))
	     IF(command == FSCONFIG_SET_BINARY && size > 0, IN(value, size)),
     NOTHING)
#endif
