/* For clang-callee.c: branch on what the caller left uninitialised. */
void use(volatile int *p);

void use(volatile int *p)
{
	if (*p)
		__asm__ volatile("");
}
