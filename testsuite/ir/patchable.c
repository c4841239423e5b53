/* The room for a patch stays in front of everything. */
/* { dg-options "-O2 -fpatchable-function-entry=5" } */
/* { dg-final { scan-assembler {LPFE[01]:\n\tnop\n(\tnop\n)*\tpush} } } */

int f(int *p)
{
	return *p;
}
