/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the profiling tests have in common. */
#include <string.h>
#include "shadow.h"

struct box {
	unsigned int value, count;
	char bytes[64];
};

noipa static void operands(struct box *to, struct box *from)
{
	to->value = from->value % 8 + from->value % to->count;
}

noipa static void size(struct box *to, struct box *from)
{
	memcpy(to->bytes, from->bytes, to->count);
}

noipa static int loop(struct box *box)
{
	int sum = 0;

	for (unsigned int i = 0; i < box->count; i++)
		sum += box->bytes[i];
	return sum;
}

static int (*volatile call)(struct box *) = loop;

int main(int argc, char **argv)
{
	struct box from = { 64, 3 }, to = { 0, 5 };
	int sum;

	kmsan_poison_memory(&from.value, sizeof(from.value));
	kmsan_poison_memory(from.bytes, sizeof(from.bytes));
	operands(&to, &from);
	expect_shadow(to.value, ALL);
	size(&to, &from);
	sum = call(&to);
	expect_shadow(sum, ALL);
	return 0;
}
