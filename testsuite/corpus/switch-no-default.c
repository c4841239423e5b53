/* A switch without a default leaves its result unset. */
#include <stdio.h>

static int days_in(int month)
{
	int days;

	switch (month) {
	case 4:
	case 6:
	case 9:
	case 11:
		days = 30;
		break;
	case 2:
		days = 28;
		break;
#ifndef BUG
	default:
		days = 31;
		break;
#endif
	}
	return days;
}

int main(int argc, char **argv)
{
	if (days_in(argc + 6) == 31)	/* bug */
		puts("long");
	return 0;
}
