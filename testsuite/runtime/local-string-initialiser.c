/* A string initialises the whole array, with zeros after its end. */
/* { dg-kmsan-clean } */
#include "use.h"

int main(void)
{
	char text[40] = "ab";

	touch(text);
	for (unsigned i = 0; i < sizeof(text); i++)
		use(text[i]);
	return 0;
}
