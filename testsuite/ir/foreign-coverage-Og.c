/* With -Og, too, coverage counts the program's branches only. */
/* { dg-options "-Og -fdump-tree-kmsan -fsanitize-coverage=trace-pc,trace-cmp" } */
/* { dg-final { scan-kmsan {__msan_warning} "f" } } */
/* { dg-final { scan-assembler-times {call\s+__sanitizer_cov_trace_pc} 3 } } */
/* { dg-final { scan-assembler-times {call\s+__sanitizer_cov_trace_const_cmp4} 1 } } */

void sink(void);

void f(const int *p)
{
	if (*p == 5)
		sink();
}
