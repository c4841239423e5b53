/* A scope without a statement does not fall through to the next case, whatever
   it declares. */
/* { dg-options "-O0 -Wall -Wextra -Wno-unused -fdiagnostics-plain-output" } */
#include <kmsan.h>

void sink(int);

void empty(int n) /* { dg-warning "In function" "" { target *-*-* } 0 } */
{
	switch (n) {
	case 1: {
		int unused;
	}
	case 2: {
		char buffer[64];
		struct {
			char c;
			long l;
		} padded;
	}
	case 3: {
		int x;

		x = n; /* { dg-warning "may fall through" } */
	}
	case 4: /* { dg-warning "here" } */
		sink(n);
	}
}

__no_sanitize_memory void bare(int n)
{
	switch (n) {
	case 1: {
		{
			int unused;
		}
	}
	case 2:
		sink(n);
	}
}
