// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What -fsanitize-coverage=trace-pc,trace-cmp calls, as empty functions.
 */
#include <stdint.h>

#define COMPARISON(name, type)						\
	void __sanitizer_cov_trace_##name(type a, type b);		\
	void __sanitizer_cov_trace_##name(type a, type b)		\
	{								\
		(void)a;						\
		(void)b;						\
	}

COMPARISON(cmp1, uint8_t)
COMPARISON(cmp2, uint16_t)
COMPARISON(cmp4, uint32_t)
COMPARISON(cmp8, uint64_t)
COMPARISON(const_cmp1, uint8_t)
COMPARISON(const_cmp2, uint16_t)
COMPARISON(const_cmp4, uint32_t)
COMPARISON(const_cmp8, uint64_t)
COMPARISON(cmpf, float)
COMPARISON(cmpd, double)

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void)
{
}

void __sanitizer_cov_trace_switch(uint64_t value, void *cases);
void __sanitizer_cov_trace_switch(uint64_t value, void *cases)
{
	(void)value;
	(void)cases;
}
