/* mktime() reads the date, not the day of the week that it computes itself. */
/* { dg-kmsan-report {uninit-value in mktime} {Local variable partial created at:\n main} } */
/* { dg-kmsan-levels -O0 -O2 } */
#include <time.h>

#include "use.h"

int main(void)
{
	struct tm whole;

	whole.tm_sec = whole.tm_min = whole.tm_hour = 1;
	whole.tm_mday = whole.tm_mon = 1;
	whole.tm_year = 100;
	whole.tm_isdst = -1;
	use(mktime(&whole) == 1);
	use(whole.tm_yday == 1);
	{
		struct tm partial;

		partial.tm_sec = 1;
		partial.tm_isdst = 0;
		use(mktime(&partial) == 1);
	}
	return 0;
}
