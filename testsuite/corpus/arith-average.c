/* One of the readings was skipped; the average still counts it. */
#include <stdio.h>

static int sensor(int i, int *reading)
{
	if (i == 3)
		return -1;
	*reading = 20 + i;
	return 0;
}

int main(int argc, char **argv)
{
	int readings[8], n = 0, sum = 0;

	for (int i = 0; i < 8; i++) {
#ifdef BUG
		sensor(i * argc, &readings[n++]);
#else
		if (!sensor(i * argc, &readings[n]))
			n++;
#endif
	}
	for (int i = 0; i < n; i++)
		sum += readings[i];
	if (sum / n > 25)	/* bug */
		puts("warm");
	return 0;
}
