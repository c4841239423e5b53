/* Hooks for patterns, vectors of strings, options and obstacks. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <argz.h>
#include <envz.h>
#include <getopt.h>
#include <glob.h>
#include <iconv.h>
#include <obstack.h>
#include <printf.h>
#include <regex.h>
#include <search.h>
#include <stdlib.h>
#include <wordexp.h>

static void patterns(void)
{
	regex_t regex;
	regmatch_t match[3];
	struct re_pattern_buffer pattern;
	struct re_registers regs;
	glob_t found;
	wordexp_t words;

	WRITES_ALL(regex, must(!regcomp(&regex, "a(b)", REG_EXTENDED)));
	WRITES_ALL(match, must(!regexec(&regex, "xab", 3, match, 0)));
	WRITES_NOTHING(match, must(regexec(&regex, "xyz", 3, match, 0)));
	regfree(&regex);
	must(!regcomp(&regex, "a(b)", REG_EXTENDED | REG_NOSUB));
	WRITES_NOTHING(match, must(!regexec(&regex, "xab", 3, match, 0)));
	regfree(&regex);
	memset(&pattern, 0, sizeof(pattern));
	re_compile_pattern("b", 1, &pattern);
	kmsan_poison_memory(&regs, sizeof(regs));
	must(re_search(&pattern, "abc", 3, 0, 3, &regs) == 1);
	use(regs.start[0] == 1 && regs.end[0] == 2 && regs.num_regs == 1);
	WRITES_ALL(found, must(!glob("/*", 0, NULL, &found)));
	use(found.gl_pathv[0][0] == '/');
	WRITES_ALL(words, must(!wordexp("a b", &words, 0)));
	use(words.we_wordc == 2 && words.we_wordv[1][0] == 'b');
}

static void vectors(void)
{
	char *argz, *argv[4];
	size_t n;

	WRITES_ALL(argz, must(!argz_create_sep("a:b", ':', &argz, &n)));
	WRITES_ALL(n, (n = 0, argz = NULL, must(!argz_add(&argz, &n, "x"))));
	must(!argz_append(&argz, &n, "y=z", 4) && !argz_add_sep(&argz, &n, "u v", ' '));
	use(n == 10 && argz[2] == 'y');
	WRITES(argv, 0, 3 * sizeof(*argv), argz_extract(argz, 6, argv)) ;
	must(!envz_add(&argz, &n, "k", "v"));
	use(!strcmp(envz_get(argz, n, "k"), "v"));
}

static void options(void)
{
	static const struct option longs[] = {{"one", 0, NULL, 'o'},
					      {"two", 0, NULL, 't'}, {0}};
	char *argv[] = {"x", "--two", "-o", NULL};
	char text[] = "ro,size=3", *s = text, *value;
	char *const tokens[] = {"size", "ro", NULL};
	int index, types[4];

	WRITES_ALL(index, must(getopt_long(3, argv, "o", longs, &index) == 't'));
	use(index == 1);
	WRITES_NOTHING(index, must(getopt_long(3, argv, "o", longs, &index) == 'o'));
	WRITES_ALL(value, must(getsubopt(&s, tokens, &value) == 1));
	use(!value);
	WRITES_ALL(value, must(getsubopt(&s, tokens, &value) == 0));
	use(*value == '3' && !*s);
	WRITES(types, 0, 2 * sizeof(int), must(parse_printf_format("%d %s", 4, types) == 2));
}

static void encodings(void)
{
	iconv_t cd = iconv_open("UTF-16LE", "UTF-8");
	char from[] = "abc\377", to[16], *in, *out;
	size_t left, room;

	if (cd == (iconv_t)-1)
		return;
	WRITES(to, 0, 4, (in = from, left = 3, out = to, room = 5,
		must(iconv(cd, &in, &left, &out, &room) == -1UL && errno == E2BIG)));
	use(left == 1 && room == 1);
	WRITES(to, 0, 6, (in = from, left = 4, out = to, room = 16,
		must(iconv(cd, &in, &left, &out, &room) == -1UL && errno == EILSEQ)));
	/* What there was no room for has not been looked at. */
	kmsan_poison_memory(from + 2, 1);
	in = from, left = 3, out = to, room = 4;
	must(iconv(cd, &in, &left, &out, &room) == -1UL && errno == E2BIG);
}

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

static void obstacks(void)
{
	struct obstack o;
	char *object, half[2] = {'a'};

	kmsan_poison_memory(&o, sizeof(o));
	obstack_begin(&o, 64);
	for (int i = 0; i < 100; i++)
		obstack_grow(&o, "0123456789", 10);
	obstack_printf(&o, "%d", 1234);
	obstack_1grow(&o, 0);
	object = obstack_finish(&o);
	use(strlen(object) == 1004);
	/* An object that moves to another chunk takes its shadow along. */
	kmsan_poison_memory(&half[1], 1);
	obstack_grow(&o, half, 2);
	obstack_blank(&o, 8000);
	object = obstack_base(&o);
	use(object[0] == 'a');
	expect_shadow(object[1], 0xff);
	obstack_free(&o, NULL);
}

static void tables(void)
{
	struct hsearch_data table = {0};
	ENTRY entry = {"key", "value"}, *found;

	must(hcreate_r(8, &table));
	WRITES_ALL(found, must(hsearch_r(entry, ENTER, &found, &table)));
	use(*(char *)found->data == 'v');
	hdestroy_r(&table);
}

int main(void)
{
	patterns();
	vectors();
	options();
	encodings();
	obstacks();
	tables();
	return 0;
}
