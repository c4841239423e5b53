/* A big struct is copied by the runtime, both data and metadata. */
/* { dg-final { scan-kmsan-times {__msan_memcpy \([^,]*, [^,]*, 800\)} 1 "copy" } } */

struct big {
	long a[100];
};

void copy(struct big *to, struct big *from)
{
	*to = *from;
}
