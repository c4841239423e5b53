/* A builtin of the processor initialises as many bytes as it writes, though its
   pointer is to void. */
/* { dg-kmsan-report {uninit-value in main} {Local variable state created at:\n main} } */
#include <immintrin.h>
#include "use.h"

struct state {
	char fx[512] __attribute__((aligned(16)));
	char after;
};

noipa static int sum(const char *bytes, int n)
{
	int s = 0;

	while (n--)
		s += bytes[n];
	return s;
}

__attribute__((target("fxsr"))) noipa static void save(struct state *state)
{
	_fxsave(state->fx);
}

int main(void)
{
	struct state state;

	touch(&state);
	save(&state);
	use(sum(state.fx, sizeof(state.fx)) == 1);
	use(state.after == 1);
	return 0;
}
