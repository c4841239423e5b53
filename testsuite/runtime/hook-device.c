/* Hooks for ioctl() on devices: what requests write where their struct points
   to.  A filter of system calls stands for the devices. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include "device.h"

/* Between two fields. */
#define PADDING(slave) (*(char (*)[2])((char *)&(slave) + 22))

static struct ifreq device(void *data)
{
	struct ifreq r;

	strcpy(r.ifr_name, "eth0");
	r.ifr_data = data;
	return r;
}

static void network(void)
{
	struct hwtstamp_config config;
	struct ifbond bond;
	struct ifslave slave;
	struct ifreq r = device(&config);

	WRITES_ALL(config, must(!ioctl(DEVICE, SIOCGHWTSTAMP, &r)));
	WRITES_ALL(config, (memset(&config, 0, sizeof(config)),
			    must(!ioctl(DEVICE, SIOCSHWTSTAMP, &r))));
	r = device(&bond);
	WRITES_ALL(bond, must(!ioctl(DEVICE, SIOCBONDINFOQUERY, &r)));
	/* The name ends with its null byte; after the state there is padding. */
	r = device(&slave);
	WRITES(slave.slave_name, 0, 5, (slave.slave_id = 1,
					must(!ioctl(DEVICE, SIOCBONDSLAVEINFOQUERY, &r))));
	WRITES(slave.link, 0, 1, ioctl(DEVICE, SIOCBONDSLAVEINFOQUERY, &r));
	WRITES(slave.state, 0, 1, ioctl(DEVICE, SIOCBONDSLAVEINFOQUERY, &r));
	WRITES_ALL(slave.link_failure_count, ioctl(DEVICE, SIOCBONDSLAVEINFOQUERY, &r));
	WRITES_NOTHING(PADDING(slave), ioctl(DEVICE, SIOCBONDSLAVEINFOQUERY, &r));
}

static void discs(void)
{
	static const struct {
		unsigned long nr;
		size_t size;
	} reads[] = {
		{CDROMREADMODE1, 2048}, {CDROMREADCOOKED, 2048}, {CDROMREADMODE2, 2336},
		{CDROMREADRAW, 2352}, {CDROMREADALL, 2646},
	};
	struct cdrom_read_audio audio;
	char data[3 * 2352];

	for (size_t i = 0; i < sizeof(reads) / sizeof(*reads); i++)
		WRITES(data, 0, reads[i].size,
		       (memset(data, 0, 3), must(!ioctl(DEVICE, reads[i].nr, data))));
	audio.addr.msf.minute = audio.addr.msf.second = audio.addr.msf.frame = 1;
	audio.addr_format = CDROM_MSF;
	audio.nframes = 2;
	audio.buf = data;
	WRITES(data, 0, 2 * 2352, must(!ioctl(DEVICE, CDROMREADAUDIO, &audio)));
}

static void buses(void)
{
	unsigned char out[2] = {1, 2}, in[8], block[40];
	struct i2c_msg messages[] = {
		{.addr = 1, .len = 2, .buf = out},
		{.addr = 1, .flags = I2C_M_RD, .len = 3, .buf = in},
		{.addr = 1, .flags = I2C_M_RD | I2C_M_RECV_LEN, .len = 34, .buf = block},
	};
	struct i2c_rdwr_ioctl_data transfer = {messages, 3};
	struct i2c_smbus_ioctl_data smbus = {I2C_SMBUS_READ, 0, I2C_SMBUS_BYTE, (void *)in};

	block[0] = 2;
	WRITES(in, 0, 3, must(ioctl(DEVICE, I2C_RDWR, &transfer) == 3));
	/* A length, that many bytes and a check sum. */
	WRITES(block, 0, BLOCK + 2, (block[0] = 2, ioctl(DEVICE, I2C_RDWR, &transfer)));
	WRITES(in, 0, 1, must(!ioctl(DEVICE, I2C_SMBUS, &smbus)));
	smbus.size = I2C_SMBUS_WORD_DATA;
	WRITES(in, 0, 2, must(!ioctl(DEVICE, I2C_SMBUS, &smbus)));
	smbus.data = (void *)block;
	smbus.size = I2C_SMBUS_BLOCK_DATA;
	WRITES(block, 0, BLOCK + 1, must(!ioctl(DEVICE, I2C_SMBUS, &smbus)));
	smbus.read_write = I2C_SMBUS_WRITE;
	WRITES(block, 0, 3, (block[0] = 2, block[1] = block[2] = 0,
			     must(!ioctl(DEVICE, I2C_SMBUS, &smbus))));
	smbus.size = I2C_SMBUS_PROC_CALL;
	WRITES(block, 0, 2, (block[0] = block[1] = 0, must(!ioctl(DEVICE, I2C_SMBUS, &smbus))));
}

static void colours(void)
{
	unsigned short red[64], green[64], blue[64], transparent[64];
	struct fb_cmap map = {0, 64, red, green, blue, transparent};

	/* The device has 16, and no transparency. */
	WRITES(red, 0, 2 * COLOURS, must(!ioctl(DEVICE, FBIOGETCMAP, &map)));
	WRITES(green, 0, 2 * COLOURS, ioctl(DEVICE, FBIOGETCMAP, &map));
	WRITES_NOTHING(transparent, ioctl(DEVICE, FBIOGETCMAP, &map));
	errno = 0;
	must(!ioctl(DEVICE, FBIOGETCMAP, &map) && !errno);
	map.start = 14;
	WRITES(blue, 0, 2 * (COLOURS - 14), ioctl(DEVICE, FBIOGETCMAP, &map));
	map.start = 3;
	map.len = 7;
	WRITES(red, 0, 2 * 7, ioctl(DEVICE, FBIOGETCMAP, &map));
	map.start = COLOURS;
	WRITES_NOTHING(red, must(ioctl(DEVICE, FBIOGETCMAP, &map) < 0));
}

int main(void)
{
	be_devices();
	network();
	discs();
	buses();
	colours();
	return 0;
}
