/* read() returns fewer bytes than were requested. */
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int ends[2];
	char buffer[64];
	long n;

	if (pipe(ends) || write(ends[1], "hello", 5) != 5)
		return 1;
	n = read(ends[0], buffer, sizeof(buffer));
	if (n < 0)
		return 1;
#ifdef BUG
	n = sizeof(buffer);
#endif
	for (int i = 0; i < n; i++)
		if (buffer[i] == '\n')	/* bug */
			puts("a line");
	return 0;
}
