/* Setting all members of a struct leaves the padding between them as it was. */
/* { dg-kmsan-report {uninit-value in padding} {Local variable s created at:\n main} } */
#include "use.h"

struct s {
	char c;
	int i;
};

noipa static void set(struct s *s)
{
	s->c = 1;
	s->i = 2;
}

noipa static void members(struct s *s)
{
	use(s->c == 3);
	use(s->i == 3);
}

noipa static void padding(char *bytes)
{
	use(bytes[1]);
}

int main(void)
{
	struct s s;

	set(&s);
	members(&s);
	padding((char *)&s);
	return 0;
}
