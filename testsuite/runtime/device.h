/*
 * device.h - devices for tests of ioctl(): after be_devices(), a filter of
 * system calls turns those for the descriptor DEVICE into signals, whose handler
 * writes, unseen, what the system's drivers would write.
 */
#ifndef DEVICE_H
#define DEVICE_H

#include <net/if.h>
#include <linux/cdrom.h>
#include <linux/fb.h>
#include <linux/filter.h>
#include <linux/i2c.h>
#include <linux/i2c-dev.h>
#include <linux/if_bonding.h>
#include <linux/net_tstamp.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>

#define DEVICE 12345
#define COLOURS 16 /* the screen's */
#define BLOCK 5 /* length of the bus's blocks */
#define UNSEEN __no_sanitize_memory noipa static

/* Byte by byte: memset() would have a hook. */
UNSEEN void put(void *to, size_t n)
{
	volatile char *bytes = to;

	for (size_t i = 0; i < n; i++)
		bytes[i] = 1;
}

UNSEEN void put_block(unsigned char *to, size_t more)
{
	put(to + 1, BLOCK + more);
	*(volatile unsigned char *)to = BLOCK;
}

UNSEEN void put_slave(struct ifslave *slave)
{
	put(slave->slave_name, 4);
	*(volatile char *)&slave->slave_name[4] = 0;
	put(&slave->link, 2);
	put(&slave->link_failure_count, 4);
}

UNSEEN long transfer_messages(const struct i2c_rdwr_ioctl_data *transfer)
{
	for (unsigned int i = 0; i < transfer->nmsgs; i++) {
		const struct i2c_msg *m = &transfer->msgs[i];

		if (m->flags & I2C_M_RECV_LEN)
			put_block(m->buf, m->buf[0] - 1);
		else if (m->flags & I2C_M_RD)
			put(m->buf, m->len);
	}
	return transfer->nmsgs;
}

UNSEEN void put_smbus(const struct i2c_smbus_ioctl_data *smbus)
{
	if (smbus->size == I2C_SMBUS_PROC_CALL)
		put(smbus->data, 2);
	else if (smbus->read_write == I2C_SMBUS_WRITE)
		return;
	else if (smbus->size == I2C_SMBUS_BLOCK_DATA)
		put_block(smbus->data->block, 0);
	else
		put(smbus->data, smbus->size == I2C_SMBUS_WORD_DATA ? 2 : 1);
}

UNSEEN long put_colours(const struct fb_cmap *map)
{
	size_t n = map->len;

	if (map->start >= COLOURS)
		return -EINVAL;
	if (n > COLOURS - map->start)
		n = COLOURS - map->start;
	put(map->red, 2 * n);
	put(map->green, 2 * n);
	put(map->blue, 2 * n);
	return 0;
}

UNSEEN long device_request(unsigned long nr, void *arg)
{
	const struct cdrom_read_audio *audio = arg;
	void *data = ((struct ifreq *)arg)->ifr_data;

	switch (nr) {
	case SIOCGHWTSTAMP:
	case SIOCSHWTSTAMP:
		put(data, 12);
		return 0;
	case SIOCBONDINFOQUERY:
		put(data, 12);
		return 0;
	case SIOCBONDSLAVEINFOQUERY:
		put_slave(data);
		return 0;
	case CDROMREADMODE1:
	case CDROMREADCOOKED:
		put(arg, 2048);
		return 0;
	case CDROMREADMODE2:
		put(arg, 2336);
		return 0;
	case CDROMREADRAW:
		put(arg, 2352);
		return 0;
	case CDROMREADALL:
		put(arg, 2646);
		return 0;
	case CDROMREADAUDIO:
		put(audio->buf, audio->nframes * 2352);
		return 0;
	case I2C_RDWR:
		return transfer_messages(arg);
	case I2C_SMBUS:
		put_smbus(arg);
		return 0;
	case FBIOGETCMAP:
		return put_colours(arg);
	default:
		return -ENOTTY;
	}
}

UNSEEN void on_system_call(int signal, siginfo_t *info, void *context)
{
	greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;

	registers[REG_RAX] = device_request(registers[REG_RSI], (void *)registers[REG_RDX]);
}

static void be_devices(void)
{
	static struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, DEVICE, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(filter) / sizeof(*filter), filter};
	struct sigaction action = {.sa_sigaction = on_system_call, .sa_flags = SA_SIGINFO};

	must(!sigaction(SIGSYS, &action, NULL));
	must(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	must(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0));
}

#endif /* DEVICE_H */
