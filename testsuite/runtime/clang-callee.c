/* Clang's code in the same program shares our context state and shadow. */
/* { dg-kmsan-report {uninit-value in use} {Local variable x created at:\n main} } */
/* { dg-kmsan-clang clang-callee-use.c -O2 } */

void use(int *p);

int main(void)
{
	int x;

	use(&x);
	return 0;
}
