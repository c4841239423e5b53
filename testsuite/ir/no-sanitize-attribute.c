/* An uninstrumented function is left as it was, without any call. */
/* { dg-final { scan-kmsan-not {__msan_} "plain" } } */
/* { dg-final { scan-kmsan {__msan_} "checked" } } */
#include <kmsan.h>

__no_sanitize_memory int plain(int *p)
{
	return *p ? p[1] : 0;
}

int checked(int *p)
{
	return *p ? p[1] : 0;
}
