/* A bit-field that reaches into a second word has the origin of the word that
   is not initialised, in both byte orders; one that is stored gives its origin
   to both. */
/* { dg-options "-g -Wno-scalar-storage-order" } */
/* { dg-kmsan-report {uninit-value in use_little} {stored to memory at:} {Local variable second created} } */
/* { dg-kmsan-report {uninit-value in use_big} {stored to memory at:} {Local variable second created} } */
/* { dg-kmsan-report {uninit-value in use_little} {stored to memory at:} {Local variable first created} } */
/* { dg-kmsan-report {uninit-value in use_word} {stored to memory at:\n copy} {stored to memory at:\n main} {Local variable first created} } */
#include <kmsan.h>
#include "use.h"

struct little {
	unsigned long a : 5, b : 50;
};

struct __attribute__((scalar_storage_order("big-endian"))) big {
	unsigned long a : 5, b : 50;
};

union both {
	struct little little;
	struct big big;
	unsigned int word[2];
};

noipa static void use_little(union both *u)
{
	use(u->little.b);
}

noipa static void use_big(union both *u)
{
	use(u->big.b);
}

noipa static void use_word(unsigned int *word)
{
	use(*word);
}

noipa static void copy(union both *to, union both *from)
{
	to->little.b = from->little.b;
}

int main(void)
{
	union both u, v = {};

	{
		unsigned int first;

		touch(&first);
		u.word[0] = first;
	}
	{
		unsigned int second;

		touch(&second);
		u.word[1] = second;
	}
	touch(&u);
	u.word[0] = 0;
	touch(&u);
	use_little(&u);
	use_big(&u);
	touch(&u);
	{
		unsigned int first;

		touch(&first);
		u.word[0] = first;
	}
	u.word[1] = 0;
	touch(&u);
	use_little(&u);
	copy(&v, &u);
	use_word(&v.word[0]);
	return 0;
}
