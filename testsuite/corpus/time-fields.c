/* A date that lacks the month is converted. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv)
{
	struct tm *tm = malloc(sizeof(*tm));
	time_t when;

#ifndef BUG
	tm->tm_mon = 5;
#endif
	tm->tm_year = 100 + argc;
	tm->tm_mday = 1;
	tm->tm_hour = tm->tm_min = tm->tm_sec = 0;
	tm->tm_isdst = 0;
	when = mktime(tm);	/* bug */
	free(tm);
	return when == 17;
}
