// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * rawmidi-pversion.c - set the buffer of a MIDI device without saying first
 * which version of the interface is used.
 */
#include "bug.h"
#include <sound/asound.h>

int main(void)
{
	struct snd_rawmidi_params params = {
		.stream = SNDRV_RAWMIDI_STREAM_OUTPUT,
		.buffer_size = 4096,
		.avail_min = 1,
	};
	int fd = must(open("/dev/snd/midiC0D0", O_WRONLY), "/dev/snd/midiC0D0");

	must(ioctl(fd, SNDRV_RAWMIDI_IOCTL_PARAMS, &params), "PARAMS");
	return 0;
}
