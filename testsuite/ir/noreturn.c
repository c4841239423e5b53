/* A function that never returns is known as such, as without the plugin, also
   where early optimisations saw its caller first: objtool accepts no code after
   a call of it. */
/* { dg-final { scan-assembler-not {behind} } } */
int set;
void before(void);
void behind(void);
void stop(void) __attribute__((noreturn));

static void body(void);

static inline __attribute__((always_inline)) void wrapper(void)
{
	if (!set) {
		void (*function)(void) = body;

		before();
		function();
		behind();
	}
}

void caller(void)
{
	wrapper();
}

static __attribute__((noinline)) void body(void)
{
	set = 1;
	stop();
}
