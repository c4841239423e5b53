/* Coverage's calls cause no checks and do not need the context state. */
/* { dg-options "-O2 -fdump-tree-kmsan -fsanitize-coverage=trace-pc,trace-cmp" } */
/* { dg-final { scan-kmsan {__sanitizer_cov_trace_const_cmp4 \(} "f" } } */
/* { dg-final { scan-kmsan-not {__msan_warning|__msan_get_context_state} "f" } } */

void f(int *to, const int *from)
{
	*to = *from == 5;
}
