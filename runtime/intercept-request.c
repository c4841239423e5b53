// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-request.c - hooks for functions that do what a number says:
 * ioctl(), fcntl(), prctl() and the like.
 */
/* Before the system's own headers, which then leave out what this one has. */
#include <net/if.h>

#include <asm/prctl.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/cdrom.h>
#include <linux/dqblk_xfs.h>
#include <linux/ethtool.h>
#include <linux/fb.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/i2c.h>
#include <linux/i2c-dev.h>
#include <linux/if_bonding.h>
#include <linux/kd.h>
#include <linux/loop.h>
#include <linux/net_tstamp.h>
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
	/* These read where to start, the first 3 bytes of a struct cdrom_msf. */
	{CDROMREADMODE1, 3, CD_FRAMESIZE},
	{CDROMREADCOOKED, 3, CD_FRAMESIZE},
	{CDROMREADMODE2, 3, CD_FRAMESIZE_RAW0},
	{CDROMREADRAW, 3, CD_FRAMESIZE_RAW},
	{CDROMREADALL, 3, CD_FRAMESIZE_RAWER},
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
	{SIOCGIFCONF, 0, 0}, /* see pointees */
	{SIOCGIFNAME, 0, NAME},
	{SIOCGARP, 0, sizeof(struct arpreq)},
	{SIOCGIWNAME, 0, sizeof(struct iwreq)},
	{SIOCGIWFREQ, 0, sizeof(struct iwreq)},
	{SIOCGIWMODE, 0, sizeof(struct iwreq)},
	{SIOCGIWSENS, 0, sizeof(struct iwreq)},
	{SIOCGIWAP, 0, sizeof(struct iwreq)},
	{SIOCGIWRATE, 0, sizeof(struct iwreq)},
	{SIOCGIWTXPOW, 0, sizeof(struct iwreq)},
};

/*
 * Requests for a network device, after its name, which they read.  It is copied
 * back as it was, with what follows its null byte.
 */
#define ADDRESS sizeof(struct sockaddr)
static const struct request interfaces[] = {
	{SIOCGIFFLAGS, 0, sizeof(short)},
	{SIOCSIFFLAGS, sizeof(short), 0},
	{SIOCGIFADDR, 0, ADDRESS},
	{SIOCGIFDSTADDR, 0, ADDRESS},
	{SIOCGIFBRDADDR, 0, ADDRESS},
	{SIOCGIFNETMASK, 0, ADDRESS},
	{SIOCGIFHWADDR, 0, ADDRESS},
	{SIOCGIFMETRIC, 0, INT},
	{SIOCSIFMETRIC, INT, 0},
	{SIOCGIFMTU, 0, INT},
	{SIOCSIFMTU, INT, 0},
	{SIOCGIFINDEX, 0, INT},
	{SIOCGIFTXQLEN, 0, INT},
	{SIOCSIFTXQLEN, INT, 0},
	{SIOCGIFMAP, 0, sizeof(struct ifreq) - NAME},
	{SIOCGMIIPHY, 0, 8},
	{SIOCGMIIREG, 4, 8},
	{SIOCETHTOOL, sizeof(void *), 0}, /* see pointer_out() */
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

/* The system takes no more than IFNAMSIZ bytes of a name. */
static void device_name_in(const char *name, struct kmsan_hook hook)
{
	size_t n = 0;

	while (n < IFNAMSIZ - 1 && name[n])
		n++;
	IN(name, n + 1)
}

/* Requests for a network device: its name, and what the struct points to. */
static void device_in(unsigned long nr, const struct ifreq *arg,
		      struct kmsan_hook hook)
{
	const ifslave *slave;

	device_name_in(arg->ifr_name, hook);
	if (nr != SIOCGHWTSTAMP && nr != SIOCSHWTSTAMP &&
	    nr != SIOCBONDINFOQUERY && nr != SIOCBONDSLAVEINFOQUERY) {
		device_name_in(arg->ifr_slave, hook);
		return;
	}
	IN_VAR(&arg->ifr_data)
	if (!KNOWN(&arg->ifr_data))
		return;
	slave = (const void *)arg->ifr_data;
	IF(nr == SIOCSHWTSTAMP, IN(slave, sizeof(struct hwtstamp_config)))
	IF(nr == SIOCBONDSLAVEINFOQUERY, IN_VAR(&slave->slave_id))
}

static void slave_out(const ifslave *slave)
{
	OUT_STR(slave->slave_name)
	OUT_VAR(&slave->link)
	OUT_VAR(&slave->state)
	OUT_VAR(&slave->link_failure_count)
}

/* A frame's address is a number, or minutes, seconds and frames. */
static void audio_in(const struct cdrom_read_audio *arg, struct kmsan_hook hook)
{
	IN_VAR(&arg->addr_format)
	IF(KNOWN(&arg->addr_format),
	   IN(&arg->addr, arg->addr_format == CDROM_LBA ? 4 : 3))
	IN_VAR(&arg->nframes)
	IN_VAR(&arg->buf)
}

/*
 * A message of I2C_M_RECV_LEN has the number of further bytes in its first
 * byte, where the length of the block is then written: it is kept in @more.
 */
static void i2c_in(const struct i2c_rdwr_ioctl_data *arg, u8 *more,
		   struct kmsan_hook hook)
{
	IN_VAR(&arg->msgs)
	IN_VAR(&arg->nmsgs)
	if (!KNOWN(&arg->msgs) || !KNOWN(&arg->nmsgs))
		return;
	for (u32 i = 0; i < arg->nmsgs && i < I2C_RDWR_IOCTL_MAX_MSGS; i++) {
		const struct i2c_msg *m = &arg->msgs[i];

		/* Padding follows the length. */
		IN(m, offsetof(struct i2c_msg, len) + sizeof(m->len))
		IN_VAR(&m->buf)
		if (!KNOWN(&m->flags) || !KNOWN(&m->len) || !m->len ||
		    !KNOWN(&m->buf))
			continue;
		IF(!(m->flags & I2C_M_RD), IN(m->buf, m->len))
		IF(m->flags & I2C_M_RECV_LEN, IN(m->buf, 1) more[i] = *m->buf;)
	}
}

static void i2c_out(const struct i2c_rdwr_ioctl_data *arg, const u8 *more)
{
	for (u32 i = 0; i < arg->nmsgs; i++) {
		const struct i2c_msg *m = &arg->msgs[i];
		bool block = m->flags & I2C_M_RECV_LEN;

		IF(m->flags & I2C_M_RD && m->len,
		   OUT(m->buf, block ? *m->buf + more[i] : m->len))
	}
}

/* I2C_SMBUS: bytes of data, which for blocks their first byte says. */
static size_t smbus_size(const struct i2c_smbus_ioctl_data *arg)
{
	switch (arg->size) {
	case I2C_SMBUS_QUICK:
		return 0;
	case I2C_SMBUS_BYTE:
	case I2C_SMBUS_BYTE_DATA:
		return 1;
	case I2C_SMBUS_WORD_DATA:
	case I2C_SMBUS_PROC_CALL:
		return 2;
	default:
		return arg->data->block[0] + 1;
	}
}

static bool smbus_answers(const struct i2c_smbus_ioctl_data *arg)
{
	return arg->read_write == I2C_SMBUS_READ ||
	       arg->size == I2C_SMBUS_PROC_CALL ||
	       arg->size == I2C_SMBUS_BLOCK_PROC_CALL;
}

static void smbus_in(const struct i2c_smbus_ioctl_data *arg,
		     struct kmsan_hook hook)
{
	IN(arg, 2)
	IN_VAR(&arg->size)
	if (!KNOWN(&arg->read_write) || !KNOWN(&arg->size) ||
	    arg->size == I2C_SMBUS_QUICK)
		return;
	/* A byte that is written is the command. */
	if (arg->size == I2C_SMBUS_BYTE && !smbus_answers(arg))
		return;
	IN_VAR(&arg->data)
	if (!KNOWN(&arg->data) || !arg->data)
		return;
	IF(arg->read_write == I2C_SMBUS_READ &&
		   arg->size == I2C_SMBUS_I2C_BLOCK_DATA,
	   IN(arg->data, 1))
	IF(arg->read_write == I2C_SMBUS_WRITE ||
		   arg->size == I2C_SMBUS_PROC_CALL ||
		   arg->size == I2C_SMBUS_BLOCK_PROC_CALL,
	   IN(arg->data, smbus_size(arg)))
}

/* FBIOGETCMAP, and FBIOPUTCMAP, which reads the colours, too. */
static void colours_in(const struct fb_cmap *map, bool put,
		       struct kmsan_hook hook)
{
	size_t size = map->len * sizeof(*map->red);

	IN(map, sizeof(*map))
	IF(put && KNOWN(map), IN(map->red, size) IN(map->green, size)
				      IN(map->blue, size) IN(map->transp, size))
}

typedef int (*real_ioctl)(int fd, unsigned long nr, void *arg);

/*
 * FBIOGETCMAP ends in silence where the device has no more colours, and leaves
 * transparency alone if it has none: this is found out for single colours.
 */
static void colours_out(real_ioctl real, int fd, const struct fb_cmap *map)
{
	u32 n = 1, end = map->len;
	__u16 got[4], first;
	struct fb_cmap one = {map->start, 1, got, got + 1, got + 2, got + 3};
	int saved_errno = errno;

	while (n < end) {
		u32 middle = end - (end - n) / 2;

		one.start = map->start + middle - 1;
		if (real(fd, FBIOGETCMAP, &one) < 0)
			end = middle - 1;
		else
			n = middle;
	}
	OUT(map->red, n * sizeof(*got))
	OUT(map->green, n * sizeof(*got))
	OUT(map->blue, n * sizeof(*got))
	one.start = map->start;
	got[3] = 0;
	real(fd, FBIOGETCMAP, &one);
	first = got[3];
	got[3] = 1;
	real(fd, FBIOGETCMAP, &one);
	errno = saved_errno;
	IF(got[3] == first, OUT(map->transp, n * sizeof(*got)))
}

/* What requests of devices do where their struct points to: true if it is one. */
static bool pointer_out(real_ioctl real, int fd, unsigned long nr, void *arg,
			const u8 *more)
{
	const struct cdrom_read_audio *audio = arg;
	const struct i2c_smbus_ioctl_data *smbus = arg;
	const struct ifreq *device = arg;

	switch (nr) {
	case SIOCGHWTSTAMP:
	case SIOCSHWTSTAMP:
		OUT(device->ifr_data, sizeof(struct hwtstamp_config))
		break;
	case SIOCBONDINFOQUERY:
		OUT(device->ifr_data, sizeof(ifbond))
		break;
	case SIOCBONDSLAVEINFOQUERY:
		slave_out((const void *)device->ifr_data);
		break;
	case CDROMREADAUDIO:
		OUT(audio->buf, (size_t)audio->nframes * CD_FRAMESIZE_RAW)
		break;
	case I2C_RDWR:
		i2c_out(arg, more);
		break;
	case I2C_SMBUS:
		IF(smbus_answers(smbus) && smbus->size != I2C_SMBUS_QUICK,
		   OUT(smbus->data, smbus_size(smbus)))
		break;
	case FBIOGETCMAP:
		colours_out(real, fd, arg);
		break;
	case SIOCETHTOOL:
		ethtool_out(arg);
		break;
	case SG_IO:
		sg_out(arg);
		break;
	default:
		return false;
	}
	return true;
}

static void ioctl_out(real_ioctl real, int fd, unsigned long nr, void *arg,
		      const u8 *more)
{
	const struct request *request, *interface;

	for (size_t i = 0; i < ARRAY_SIZE(pointees); i++)
		if (pointees[i].nr == nr) {
			pointee_out(&pointees[i], arg);
			return;
		}
	if (pointer_out(real, fd, nr, arg, more))
		return;
	interface = FIND(interfaces, nr);
	request = FIND(ioctls, nr);
	if (interface)
		OUT((char *)arg + NAME, interface->out)
	else if (request)
		OUT(arg, request->out)
	else if (_IOC_DIR(nr) & _IOC_READ)
		OUT(arg, _IOC_SIZE(nr))
}

static void ioctl_in(unsigned long nr, void *arg, u8 *more,
		     struct kmsan_hook hook)
{
	const struct request *request = FIND(ioctls, nr);
	const struct request *interface = FIND(interfaces, nr);

	switch (nr) {
	case SIOCGHWTSTAMP:
	case SIOCSHWTSTAMP:
	case SIOCBONDENSLAVE ... SIOCBONDCHANGEACTIVE:
		device_in(nr, arg, hook);
		break;
	case CDROMREADAUDIO:
		audio_in(arg, hook);
		break;
	case I2C_RDWR:
		i2c_in(arg, more, hook);
		break;
	case I2C_SMBUS:
		smbus_in(arg, hook);
		break;
	case FBIOGETCMAP:
	case FBIOPUTCMAP:
		colours_in(arg, nr == FBIOPUTCMAP, hook);
		break;
	default:
		IF(request, IN(arg, request->in))
		IF(interface, device_name_in(arg, hook);
		   IN((char *)arg + NAME, interface->in))
	}
}

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, ioctl, (int fd, unsigned long request, void *arg), (fd, request, arg),
     u8 more[I2C_RDWR_IOCTL_MAX_MSGS] = {0};
     IF(arg, ioctl_in(request, arg, more, hook);),
     IF(ret >= 0 && arg, ioctl_out(KMSAN_REAL(ioctl), fd, request, arg, more);))

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
