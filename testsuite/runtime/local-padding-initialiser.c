/* An initialiser for each member does not reach the padding between them; where
   the whole is small, GCC 15 clears it first. */
/* { dg-kmsan-report {uninit-value in padding} {Local variable s created at:\n main} } */
#include "use.h"

struct s {
	char c;
	int i[8];
};

noipa static void members(struct s *s)
{
	use(s->c == 3);
	use(s->i[0] == 3);
}

noipa static void padding(char *bytes)
{
	use(bytes[1]);
}

int main(int argc, char **argv)
{
	struct s s = { (char)argc, { argc, argc, argc, argc, argc, argc, argc, argc } };

	members(&s);
	padding((char *)&s);
	return 0;
}
