/* A call that does nothing is removed before the pass, as without the plugin:
   its arguments need not exist. */
/* { dg-final { scan-kmsan-not {nothing} } } */
/* { dg-final { scan-kmsan-not {declared} } } */
extern int nowhere[];

__attribute__((noinline)) static void nothing(int *start, int *end)
{
}

__attribute__((const)) int declared(int *start);

void caller(void)
{
	nothing(nowhere, nowhere + 1);
	declared(nowhere);
}
