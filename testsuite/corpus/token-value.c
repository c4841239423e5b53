/* A parser uses the value of a token that has none. */
#include <ctype.h>
#include <stdio.h>

struct token {
	char kind;
	int value;
};

static const char *next(const char *p, struct token *t)
{
	t->kind = *p;
	if (isdigit((unsigned char)*p)) {
		t->kind = '0';
		for (t->value = 0; isdigit((unsigned char)*p); p++)
			t->value = t->value * 10 + *p - '0';
		return p;
	}
	return p + 1;
}

int main(int argc, char **argv)
{
	const char *p = argc == 1 ? "+12" : argv[1];
	struct token t;

	p = next(p, &t);
#ifndef BUG
	while (t.kind != '0')
		p = next(p, &t);
#endif
	if (t.value > 10)	/* bug */
		puts("more than ten");
	return 0;
}
