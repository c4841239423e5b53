/* The caller ignores an error and uses the result, which was not written. */
#include <stdio.h>
#include <string.h>

static int parse_port(const char *text, int *port)
{
	int value = 0;

	if (!*text)
		return -1;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return -1;
		value = value * 10 + *text - '0';
	}
	*port = value;
	return 0;
}

int main(int argc, char **argv)
{
	int port;

#ifdef BUG
	parse_port(argc > 5 ? argv[1] : "80a", &port);
#else
	if (parse_port(argc > 5 ? argv[1] : "80a", &port))
		port = 80;
#endif
	if (port < 1024)	/* bug */
		puts("privileged");
	return 0;
}
