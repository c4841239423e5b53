/* Coverage that counts nothing. */
#include <stdint.h>

#define CALLBACK __attribute__((no_sanitize_coverage)) void

#define COMPARE(name, type)                                   \
	CALLBACK __sanitizer_cov_trace_##name(type a, type b) \
	{                                                     \
		(void)a, (void)b;                             \
	}

COMPARE(cmp1, uint8_t)
COMPARE(cmp2, uint16_t)
COMPARE(cmp4, uint32_t)
COMPARE(cmp8, uint64_t)
COMPARE(const_cmp1, uint8_t)
COMPARE(const_cmp2, uint16_t)
COMPARE(const_cmp4, uint32_t)
COMPARE(const_cmp8, uint64_t)

CALLBACK __sanitizer_cov_trace_switch(uint64_t value, void *cases)
{
	(void)value, (void)cases;
}

CALLBACK __sanitizer_cov_trace_pc(void)
{
}
