/* An empty initialiser clears everything, padding included. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	char c;
	long l;
};

int main(void)
{
	struct s s = {};
	char *bytes = (char *)&s;

	touch(&s);
	for (unsigned i = 0; i < sizeof(s); i++)
		use(bytes[i]);
	return 0;
}
