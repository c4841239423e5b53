/* A loop with a scan asks which lane it is in; that is no value of the program's. */
/* { dg-options "-O2 -fdump-tree-kmsan -fopenmp" } */
/* { dg-final { scan-kmsan-not {unhandled} } } */

float sums(int n, const float *from, float *to)
{
	float sum = 0;

#pragma omp simd reduction(inscan, +:sum)
	for (int i = 0; i < n; i++) {
		sum += from[i];
#pragma omp scan inclusive(sum)
		to[i] = sum;
	}
#pragma omp parallel for reduction(inscan, +:sum)
	for (int i = 0; i < n; i++) {
		sum += from[i];
#pragma omp scan exclusive(sum)
		to[i] = sum;
	}
	return sum;
}
