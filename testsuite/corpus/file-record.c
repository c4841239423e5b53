/* fread() reads half a record, which is taken for a whole one. */
#include <stdio.h>
#include <stdlib.h>

struct record {
	int id;
	int amount;
};

int main(int argc, char **argv)
{
	struct record *r = malloc(sizeof(*r));
	FILE *f = tmpfile();
	size_t n;

	if (!f)
		return 1;
	r->id = argc;
	r->amount = 40;
	fwrite(r, 1, 6, f);
	rewind(f);
	free(r);
	r = malloc(sizeof(*r));
	n = fread(r, sizeof(*r), 1, f);
	fclose(f);
#ifdef BUG
	n = 1;
#endif
	if (n == 1 && r->amount > 10)	/* bug */
		puts("large");
	free(r);
	return 0;
}
