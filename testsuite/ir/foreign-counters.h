/* foreign-counters.h - a function that is counted and touches no memory. */
int g(int x);

int f(int x, int y)
{
	while (x--)
		y = g(y) % 8;
	return y;
}
