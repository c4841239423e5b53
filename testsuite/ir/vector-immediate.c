/* An immediate that is no constant, or out of range, is an error of GCC's, which
   comes only after the plugin. */
/* { dg-options "-O2 -mavx512bw -mpclmul -fdiagnostics-plain-output" } */

typedef float v4sf __attribute__((vector_size(16)));
typedef int v4si __attribute__((vector_size(16)));
typedef long long v2di __attribute__((vector_size(16)));
typedef long long v8di __attribute__((vector_size(64)));
typedef char v16qi __attribute__((vector_size(16)));

v4sf dot(const v4sf *p, int i)
{
	return __builtin_ia32_dpps(p[0], p[1], i); /* { dg-error "must be an 8-bit immediate" } */
}

v4sf dot_negative(const v4sf *p)
{
	return __builtin_ia32_dpps(p[0], p[1], -1); /* { dg-error "must be an 8-bit immediate" } */
}

v2di product(const v2di *p, int i)
{
	return __builtin_ia32_pclmulqdq128(p[0], p[1], i); /* { dg-error "must be an 8-bit immediate" } */
}

v2di product_negative(const v2di *p)
{
	return __builtin_ia32_pclmulqdq128(p[0], p[1], -1); /* { dg-error "must be an 8-bit immediate" } */
}

int length(const v16qi *p, int i)
{
	return __builtin_ia32_pcmpistri128(p[0], p[1], i); /* { dg-error "must be an 8-bit immediate" } */
}

int length_negative(const v16qi *p)
{
	return __builtin_ia32_pcmpistri128(p[0], p[1], -1); /* { dg-error "must be an 8-bit immediate" } */
}

v4sf gather(const v4sf *p, const v4si *index, const float *from, char scale)
{
	return __builtin_ia32_gathersiv4sf(p[0], from, *index, p[1], scale); /* { dg-error "must be scale" } */
}

v8di shift(const v8di *p, int i)
{
	return __builtin_ia32_pslldq512(*p, i); /* { dg-error "must be an 8-bit immediate" } */
}
