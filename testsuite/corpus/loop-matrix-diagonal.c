/* Nested loops fill all of a matrix except its diagonal. */
#include <stdio.h>

#define N 6

static void distances(double m[N][N])
{
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			if (i != j)
				m[i][j] = i > j ? i - j : j - i;
#ifndef BUG
			else
				m[i][j] = 0;
#endif
}

int main(int argc, char **argv)
{
	double m[N][N], trace = 0;

	distances(m);
	for (int i = 0; i < N; i++)
		trace += m[i][i];
	if (trace > 0.5)	/* bug */
		puts("not a metric");
	return 0;
}
