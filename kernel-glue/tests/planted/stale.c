// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: a noinstr function passes a struct by value.
 *
 * Linux 7.2's entry code passes its irqentry_state_t like this.  No code stores
 * shadow for it, so the callee finds what the previous call left in the context
 * state.  There is no bug: if that is poisoned, the report is false.
 *
 * Built twice: by stale-untagged.c without call tags, where the report is
 * expected, and as the kernel is configured, where there must be none.
 */
#include <linux/kernel.h>

#include "planted.h"

#ifndef STALE
#define STALE(name) name
#define STALE_PREFIX "stale"
#endif

/* One byte, in a register, like the real one. */
struct stale_state {
	union {
		bool exit_rcu;
		bool lockdep;
	};
};

static planted_fn void STALE(stale_use)(int *to, struct stale_state state)
{
	planted_use(state.exit_rcu);
	*to = 0;
}

/* Always false, but no compiler knows. */
static bool STALE(stale_no);

static planted_fn void STALE(stale_leave)(int *to, struct stale_state state)
{
	barrier_data(to);
	barrier_data(&state);
}

/* Instrumented, variadic: what the entry code's warnings call. */
static planted_fn void STALE(stale_variadic)(int n, ...)
{
	va_list list;

	va_start(list, n);
	while (n--)
		planted_use(va_arg(list, struct stale_state).exit_rcu);
	va_end(list);
}

static noinstr void STALE(stale_noinstr)(int *to)
{
	struct stale_state state = { .exit_rcu = READ_ONCE(STALE(stale_no)) };

	STALE(stale_use)(to, state);
}

static noinstr void STALE(stale_noinstr_variadic)(void)
{
	struct stale_state state = { .exit_rcu = READ_ONCE(STALE(stale_no)) };

	STALE(stale_variadic)(1, state);
}

static void STALE(stale_struct)(bool init)
{
	struct stale_state state;
	int value;

	planted_set(&value, init);
	state.exit_rcu = value & 1;
	STALE(stale_leave)(&value, state);
	STALE(stale_noinstr)(&value);
}

static void STALE(stale_varargs)(bool init)
{
	struct stale_state state;
	int value;

	planted_set(&value, init);
	state.exit_rcu = value & 1;
	STALE(stale_variadic)(0, state);
	STALE(stale_noinstr_variadic)();
}

const struct planted_case STALE(planted_stale)[] = {
	{ STALE_PREFIX "-struct", STALE(stale_struct),
	  "a struct by value from a noinstr function" },
	{ STALE_PREFIX "-varargs", STALE(stale_varargs),
	  "a struct among variadic arguments from a noinstr function" },
	{}
};
