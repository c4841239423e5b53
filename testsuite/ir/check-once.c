/* An index that has been checked needs no second check, and what is computed
   from it is clean; one that is checked on only one of the paths is checked
   again. */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "dominated" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 2 "arms" } } */
int dominated(int *a, int *index)
{
	int i = *index;

	a[i] = 1;
	a[i + 3] = 2;
	return a[i * 5];
}

int arms(int *a, int *index, int first)
{
	int i = *index;

	if (first)
		a[i] = 1;
	return a[i * 5];
}
