/*
 * use.h - use a value, and keep the optimiser from knowing it.
 */
#ifndef USE_H
#define USE_H

#define noipa __attribute__((noipa))

/* A branch that no optimiser can turn into anything else. */
#define use(value)                          \
	do {                                \
		if (value)                  \
			__asm__ volatile("");\
	} while (0)

/* Whoever calls this with an address lets it escape. */
noipa __attribute__((unused)) static void touch(void *address)
{
	__asm__ volatile("" : : "r"(address) : "memory");
}

#endif /* USE_H */
