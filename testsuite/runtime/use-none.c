/* Loading, storing, copying, adding and returning are not uses. */
/* { dg-kmsan-clean } */
#include <string.h>
#include "use.h"

struct pair {
	int a, b;
};

static struct pair kept;
static long sum;

noipa static struct pair give(struct pair *p)
{
	return *p;
}

noipa static void handle(struct pair *p)
{
	struct pair copy = *p;

	kept = copy;
	sum += kept.a + 3L * kept.b;
	kept = give(p);
	memcpy(&kept, p, sizeof(kept));
}

int main(void)
{
	struct pair x;

	touch(&x);
	handle(&x);
	return 0;
}
