/* The search for the least element starts without a first one. */
#include <stdio.h>

int main(int argc, char **argv)
{
	int heights[] = { 170, 165 + argc, 181, 159, 190 };
#ifdef BUG
	int least;
#else
	int least = heights[0];
#endif

	for (int i = 0; i < 5; i++)
		if (heights[i] < least)	/* bug */
			least = heights[i];
	if (least < 150)	/* bug */
		puts("yes");
	return 0;
}
