/* A chain of conditions forgets the case where none of them holds. */
#include <stdio.h>

static int grade_of(int points)
{
	int grade;

	if (points >= 90)
		grade = 1;
	else if (points >= 70)
		grade = 2;
	else if (points >= 50)
		grade = 3;
#ifndef BUG
	else
		grade = 6;
#endif
	return grade;
}

int main(int argc, char **argv)
{
	int points = 40 + argc;

	if (grade_of(points) > 4)	/* bug */
		puts("failed");
	return 0;
}
