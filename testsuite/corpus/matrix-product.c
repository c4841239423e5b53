/* A product of matrices, one with a column that has not been computed. */
#include <stdio.h>

#define N 4

static void product(float (*c)[N], const float (*a)[N], const float (*b)[N])
{
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			c[i][j] = 0;
			for (int k = 0; k < N; k++)
				c[i][j] += a[i][k] * b[k][j];
		}
}

int main(int argc, char **argv)
{
	float a[N][N], b[N][N], c[N][N];

	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			a[i][j] = i + j * argc;
#ifdef BUG
			if (j != 2)
#endif
				b[i][j] = i - j;
		}
	product(c, a, b);
	if (c[1][1] > 100)
		puts("that is right");
	if (c[3][2] > 0)	/* bug */
		puts("positive");
	return 0;
}
