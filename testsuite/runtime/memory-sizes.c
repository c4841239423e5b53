/* Metadata of ranges of any size and alignment: nothing beside them changes. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O2 } */
#include <string.h>
#include "shadow.h"

#define ROOM 700
#define EDGE 20

static unsigned char memory[ROOM], wanted[ROOM], values[ROOM];

__no_sanitize_memory static volatile unsigned char *shadow_of(void *address)
{
	return __msan_metadata_ptr_for_store_n(address, 1).shadow;
}

/* Each byte has a shadow of its own, some of it 0, and the value to match. */
__no_sanitize_memory noipa static void fill(void)
{
	volatile unsigned char *shadow = shadow_of(memory);

	for (int i = 0; i < ROOM; i++) {
		memory[i] = values[i] = i * 7;
		shadow[i] = wanted[i] = i % 5 ? i * 13 : 0;
	}
}

__no_sanitize_memory noipa static void compare(int line, int from, int size)
{
	volatile unsigned char *shadow = shadow_of(memory);

	for (int i = 0; i < ROOM; i++)
		if (shadow[i] != wanted[i] || memory[i] != values[i]) {
			fprintf(stderr, "line %d: %d, size %d: byte %d\n", line,
				from, size, i);
			_Exit(1);
		}
}

noipa static void try_move(int to, int from, int size)
{
	fill();
	memmove(wanted + to, wanted + from, size);
	memmove(values + to, values + from, size);
	memmove(memory + to, memory + from, size);
	compare(__LINE__, from, size);
}

noipa static void try_set(int from, int size)
{
	fill();
	memset(wanted + from, 0, size);
	memset(values + from, 3, size);
	memset(memory + from, 3, size);
	compare(__LINE__, from, size);
	memset(wanted + from, 0xff, size);
	kmsan_poison_memory(memory + from, size);
	compare(__LINE__, from, size);
}

/* Finds one poisoned byte, and none beside the range. */
noipa static void try_find(int from, int size)
{
	kmsan_poison_memory(memory, ROOM);
	kmsan_unpoison_memory(memory + from, size);
	kmsan_check_memory(memory + from, size);
}

/* A single poisoned byte is seen, wherever it is. */
__no_sanitize_memory noipa static void poison_one(int place)
{
	volatile unsigned char *shadow = shadow_of(memory);

	for (int i = 0; i < ROOM; i++)
		shadow[i] = wanted[i] = i == place ? 0x40 : 0;
}

noipa static void try_one(int from, int size, int place)
{
	poison_one(place);
	memmove(wanted + from + 5, wanted + from, size);
	memmove(values + from + 5, values + from, size);
	memmove(memory + from + 5, memory + from, size);
	compare(__LINE__, from, size);
}

int main(void)
{
	for (int size = 0; size < 600; size += size < 140 ? 1 : 37)
		for (int from = EDGE; from < EDGE + 17; from += 4) {
			try_set(from, size);
			try_find(from, size);
			try_move(from - 3, from, size);
			try_move(from + 5, from, size);
			try_move(from + 19, from, size);
			try_one(from, size, from);
			try_one(from, size, from + size / 2);
			try_one(from, size, from + size - 1);
			try_one(from, size, from - 1);
			try_one(from, size, from + size);
		}
	return 0;
}
