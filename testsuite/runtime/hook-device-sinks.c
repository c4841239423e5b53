/* ioctl() on devices: what requests read, also where their struct points to, has
   to be initialised: one report for each function, in this order. */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O1 } */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-report {uninit-value in ioctl} { device\+} {Byte 2 of 5 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { interface\+} {Byte 1 of 3 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { mtu\+} {Bytes 0-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in ioctl} { stamps\+} {Bytes 8-11 of 12 are} } */
/* { dg-kmsan-report {uninit-value in ioctl} { slave\+} {Bytes 0-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in ioctl} { enslaved\+} {Byte 2 of 5 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { frame\+} {Byte 2 of 3 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { audio\+} {Bytes 0-2 of 3 are} } */
/* { dg-kmsan-report {uninit-value in ioctl} { message\+} {Bytes 2-3 of 4 are} } */
/* { dg-kmsan-report {uninit-value in ioctl} { length_byte\+} {Byte 0 of 1 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { smbus\+} {Byte 3 of 4 is} } */
/* { dg-kmsan-report {uninit-value in ioctl} { colours\+} {Bytes 4-7 of 8 are} } */
#include "hook.h"
#include "device.h"

/* N bytes of OBJECT from byte FROM on are no longer initialised. */
static noipa void hole(void *object, size_t from, size_t n)
{
	kmsan_poison_memory((char *)object + from, n);
}

static struct ifreq request(void *data)
{
	struct ifreq r;

	memset(&r, 0, sizeof(r));
	strcpy(r.ifr_name, "eth0");
	r.ifr_data = data;
	return r;
}

/* What follows the name does not count. */
static noipa void device(void)
{
	struct hwtstamp_config config;
	struct ifreq r = request(&config);

	hole(&r, 2, 1);
	hole(&r, 5, IFNAMSIZ - 5);
	ioctl(-1, SIOCGHWTSTAMP, &r);
}

static noipa void interface(void)
{
	struct ifreq r = request(NULL);

	strcpy(r.ifr_name, "lo");
	hole(&r.ifr_ifru, 0, sizeof(r.ifr_ifru));
	hole(&r, 3, IFNAMSIZ - 3);
	ioctl(-1, SIOCGIFMTU, &r);
	hole(&r, 1, 1);
	ioctl(-1, SIOCGIFMTU, &r);
}

static noipa void mtu(void)
{
	struct ifreq r = request(NULL);

	hole(&r.ifr_mtu, 0, sizeof(r.ifr_mtu));
	ioctl(-1, SIOCSIFMTU, &r);
}

static noipa void stamps(void)
{
	struct hwtstamp_config config = {0};
	struct ifreq r = request(&config);

	hole(&config, 8, 4);
	ioctl(-1, SIOCSHWTSTAMP, &r);
}

static noipa void slave(void)
{
	struct ifslave slave;
	struct ifreq r = request(&slave);

	hole(&slave, 0, sizeof(slave));
	ioctl(-1, SIOCBONDSLAVEINFOQUERY, &r);
}

static noipa void enslaved(void)
{
	struct ifreq r = request(NULL);

	strcpy(r.ifr_slave, "eth1");
	hole(r.ifr_slave, 2, 1);
	ioctl(-1, SIOCBONDENSLAVE, &r);
}

static noipa void frame(void)
{
	char data[CD_FRAMESIZE_RAW];

	memset(data, 0, sizeof(data));
	hole(data, 2, sizeof(data) - 2);
	ioctl(-1, CDROMREADRAW, data);
}

static noipa void audio(void)
{
	unsigned char data[CD_FRAMESIZE_RAW];
	struct cdrom_read_audio audio = {.addr_format = CDROM_MSF, .nframes = 1, .buf = data};

	hole(&audio.addr, 0, 4);
	ioctl(-1, CDROMREADAUDIO, &audio);
}

static noipa void transfer(unsigned int flags, unsigned char *bytes, size_t n)
{
	struct i2c_msg message = {.addr = 1, .flags = flags, .len = n, .buf = bytes};
	struct i2c_rdwr_ioctl_data transfer;

	hole(&transfer, 0, sizeof(transfer));
	transfer.msgs = &message;
	transfer.nmsgs = 1;
	ioctl(-1, I2C_RDWR, &transfer);
}

/* Only what is sent counts, not the room for an answer. */
static noipa void message(void)
{
	unsigned char bytes[4] = {1, 2, 3, 4};

	hole(bytes, 2, 2);
	transfer(I2C_M_RD, bytes, 4);
	transfer(0, bytes, 4);
}

static noipa void length_byte(void)
{
	unsigned char bytes[34] = {1};

	hole(bytes, 0, sizeof(bytes));
	transfer(I2C_M_RD | I2C_M_RECV_LEN, bytes, sizeof(bytes));
}

static noipa void smbus(void)
{
	union i2c_smbus_data data = {.block = {3, 1, 2, 3}};
	struct i2c_smbus_ioctl_data smbus = {I2C_SMBUS_READ, 0, I2C_SMBUS_BLOCK_DATA, &data};

	hole(&data, 3, sizeof(data) - 3);
	ioctl(-1, I2C_SMBUS, &smbus);
	smbus.read_write = I2C_SMBUS_WRITE;
	ioctl(-1, I2C_SMBUS, &smbus);
}

static noipa void colours(void)
{
	unsigned short red[4] = {0}, green[4] = {0}, blue[4] = {0};
	struct fb_cmap map = {0, 4, red, green, blue, NULL};

	hole(red, 4, 4);
	ioctl(-1, FBIOGETCMAP, &map);
	ioctl(-1, FBIOPUTCMAP, &map);
}

int main(void)
{
	device();
	interface();
	mtu();
	stamps();
	slave();
	enslaved();
	frame();
	audio();
	message();
	length_byte();
	smbus();
	colours();
	return 0;
}
