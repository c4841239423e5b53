// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * types.c - scalars, structures of each size, and random ones.
 *
 * The layout of each is computed here, too, as in the x86-64 psABI; the
 * generated code asserts it.
 */
#include <stdlib.h>
#include <string.h>
#include "types.h"

#define MAX_TYPES 400
#define MAX_MEMBERS 24

struct scalar {
	const char *name;
	/* What comes before and after the name of the type in a typedef. */
	const char *before, *behind;
	unsigned int size, align;
	/* It needs SSE registers; it is promoted after an ellipsis. */
	bool sse, promoted;
	/* In Microsoft's convention GCC and Clang 19 pass it differently. */
	bool differs;
};

#define VECTOR(n) " __attribute__((vector_size(" #n ")))"

static const struct scalar scalars[] = {
	{ "_Bool", "_Bool", "", 1, 1, false, true },
	{ "char", "char", "", 1, 1, false, true },
	{ "signed char", "signed char", "", 1, 1, false, true },
	{ "unsigned char", "unsigned char", "", 1, 1, false, true },
	{ "short", "short", "", 2, 2, false, true },
	{ "unsigned short", "unsigned short", "", 2, 2, false, true },
	{ "int", "int", "", 4, 4 },
	{ "unsigned int", "unsigned int", "", 4, 4 },
	{ "enum", "enum { ONE_%d = 1, MANY_%d = 70000 }", "", 4, 4 },
	{ "long", "long", "", 8, 8 },
	{ "unsigned long", "unsigned long", "", 8, 8 },
	{ "long long", "long long", "", 8, 8 },
	{ "pointer", "const char *", "", 8, 8 },
	{ "function pointer", "void (*", ")(int)", 8, 8 },
	{ "__int128", "__int128", "", 16, 16 },
	{ "unsigned __int128", "unsigned __int128", "", 16, 16 },
	{ "float", "float", "", 4, 4, true, true },
	{ "double", "double", "", 8, 8, true },
	{ "long double", "long double", "", 16, 16, .differs = true },
	{ "__float128", "__float128", "", 16, 16, true, .differs = true },
	{ "_Float16", "_Float16", "", 2, 2, true, .differs = true },
	{ "_Complex float", "_Complex float", "", 8, 4, true },
	{ "_Complex double", "_Complex double", "", 16, 8, true },
	{ "_Complex long double", "_Complex long double", "", 32, 16 },
	{ "_Complex int", "_Complex int", "", 8, 4 },
	{ "vector of 2 int", "int", VECTOR(8), 8, 8, true, .differs = true },
	{ "vector of 8 char", "char", VECTOR(8), 8, 8, true, .differs = true },
	{ "vector of 4 int", "int", VECTOR(16), 16, 16, true },
	{ "vector of 16 char", "char", VECTOR(16), 16, 16, true },
	{ "vector of 4 float", "float", VECTOR(16), 16, 16, true },
	{ "vector of 2 double", "double", VECTOR(16), 16, 16, true },
};

#define NR_SCALARS (sizeof(scalars) / sizeof(*scalars))

/* A member, or @count of them in an array, or a bit-field of @bits. */
struct member {
	int type;
	unsigned int count, bits;
	bool named;
};

struct type {
	const struct scalar *scalar;
	struct member members[MAX_MEMBERS];
	int nr_members;
	bool is_union, packed;
	/* From an attribute; 0 if there is none. */
	unsigned int aligned;
	unsigned int size, align;
	/* To say what is covered. */
	bool padding;
	char note[32];
	/* While it is being laid out. */
	unsigned long bit;
};

static struct type types[MAX_TYPES];
static int nr_types, nr_scalars;
static unsigned long state;

void random_seed(unsigned long seed)
{
	state = seed * 0x9e3779b97f4a7c15UL + 1;
}

unsigned int random_below(unsigned int n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 20) % n;
}

static struct type *new_type(void)
{
	if (nr_types == MAX_TYPES) {
		fprintf(stderr, "generate: more than %d types\n", MAX_TYPES);
		exit(1);
	}
	memset(&types[nr_types], 0, sizeof(types[0]));
	types[nr_types].align = 1;
	return &types[nr_types++];
}

int types_make_scalars(bool sse)
{
	for (unsigned int i = 0; i < NR_SCALARS; i++) {
		struct type *t;

		if (scalars[i].sse && !sse)
			continue;
		t = new_type();
		t->scalar = &scalars[i];
		t->size = scalars[i].size;
		t->align = scalars[i].align;
	}
	nr_scalars = nr_types;
	return nr_scalars;
}

/* The scalar of this name; without SSE, a replacement. */
static int scalar(const char *name)
{
	for (int i = 0; i < nr_scalars; i++)
		if (!strcmp(types[i].scalar->name, name))
			return i;
	return scalar(strstr(name, "double") ? "long" :
		      !strcmp(name, "_Float16") ? "short" :
		      !strcmp(name, "_Complex float") ? "_Complex int" :
		      strstr(name, "vector") || strstr(name, "128") ? "__int128" :
		      "int");
}

static unsigned long round_up(unsigned long n, unsigned long to)
{
	return (n + to - 1) / to * to;
}

static void grow(struct type *t, unsigned long bits)
{
	if (bits > 8ul * t->size)
		t->size = (bits + 7) / 8;
}

static struct member *new_member(struct type *t, int type)
{
	struct member *m = &t->members[t->nr_members++];

	m->type = type;
	m->named = true;
	return m;
}

static bool has_room(const struct type *t)
{
	return t->nr_members < MAX_MEMBERS;
}

/* Add @count members of a type in an array, or a single one if it is 0. */
static void add(struct type *t, int type, unsigned int count)
{
	struct member *m = new_member(t, type);
	unsigned int align = t->packed ? 1 : types[type].align;
	unsigned long at = t->is_union ? 0 : round_up(t->bit, 8ul * align);

	m->count = count;
	if (at > round_up(t->bit, 8) || types[type].padding)
		t->padding = true;
	t->bit = at + 8ul * types[type].size * (count ? count : 1);
	if (align > t->align)
		t->align = align;
	grow(t, t->bit);
}

static void add_bits(struct type *t, int type, unsigned int bits, bool named)
{
	struct member *m = new_member(t, type);
	unsigned long unit = 8ul * types[type].size;
	unsigned long at = t->is_union ? 0 : t->bit;

	m->bits = bits;
	m->named = named;
	m->count = 0;
	if (!bits || (!t->packed && at / unit != (at + bits - 1) / unit))
		at = round_up(at, unit);
	t->bit = at + bits;
	if (named && !t->packed && types[type].align > t->align)
		t->align = types[type].align;
	t->padding = true;
	grow(t, t->bit);
}

static void finish(struct type *t, const char *note)
{
	unsigned int size;

	if (t->aligned > t->align)
		t->align = t->aligned;
	size = round_up(t->size, t->align);
	if (size != t->size)
		t->padding = true;
	t->size = size;
	snprintf(t->note, sizeof(t->note), "%s", note);
}

static int number(const struct type *t)
{
	return t - types;
}

/* One kind has characters, the other members of all sizes, with padding. */
static void make_sized(unsigned int size)
{
	static const char *const words[4][3] = {
		{ "char", "signed char", "unsigned char" },
		{ "short", "_Float16", "unsigned short" },
		{ "int", "float", "unsigned int" },
		{ "long", "double", "pointer" },
	};
	struct type *t = new_type();
	unsigned int level = 0, i = 0;

	add(t, scalar("char"), size);
	finish(t, "");
	t = new_type();
	while (level < 3 && size % (2u << level) == 0)
		level++;
	/* No alignment divides an odd size, so there is none. */
	t->packed = level == 0 && size > 1;
	if (t->packed)
		level = size > 16 ? 3 : 1;
	while (round_up(t->size, t->align) < size) {
		unsigned int left = size - t->size, kind = i % 2 ? level : i / 2 % 3;

		while (kind && (kind > level || (1u << kind) > left ||
				!has_room(t)))
			kind--;
		if (t->nr_members >= MAX_MEMBERS - 2) {
			add(t, scalar("char"), left);
			break;
		}
		add(t, scalar(words[kind][i % 3]), 0);
		i++;
	}
	finish(t, "");
}

#define S(name) scalar(name)

static void make_unions(void)
{
	struct type *t = new_type(), *u;

	t->is_union = true;
	add(t, S("int"), 0);
	add(t, S("float"), 0);
	add(t, S("char"), 7);
	finish(t, "union");
	u = new_type();
	add(u, S("short"), 0);
	add(u, number(t), 0);
	finish(u, "union inside");
	t = new_type();
	t->is_union = true;
	add(t, S("long double"), 0);
	add(t, S("char"), 3);
	finish(t, "union with long double");
	t = new_type();
	t->is_union = true;
	add(t, S("double"), 5);
	add(t, S("__int128"), 0);
	finish(t, "large union");
}

static void make_bit_fields(void)
{
	struct type *t = new_type();

	add_bits(t, S("unsigned int"), 3, true);
	add_bits(t, S("int"), 12, true);
	add_bits(t, S("_Bool"), 1, true);
	finish(t, "bit-fields");
	t = new_type();
	add_bits(t, S("unsigned long"), 33, true);
	add_bits(t, S("unsigned int"), 0, false);
	add_bits(t, S("unsigned int"), 30, true);
	add_bits(t, S("unsigned int"), 5, true);
	finish(t, "bit-fields, zero width");
	t = new_type();
	t->packed = true;
	add_bits(t, S("unsigned int"), 7, true);
	add_bits(t, S("unsigned long"), 41, true);
	add(t, S("short"), 0);
	add_bits(t, S("unsigned short"), 11, true);
	finish(t, "bit-fields, packed");
	t = new_type();
	add(t, S("char"), 0);
	add_bits(t, S("int"), 20, true);
	add_bits(t, S("int"), 9, false);
	add_bits(t, S("long"), 50, true);
	add(t, S("char"), 17);
	finish(t, "bit-fields, large");
}

static void make_floating(void)
{
	static const char *const names[] = {
		"float", "double", "long double", "__float128", "_Float16",
		"_Complex float", "_Complex double", "_Complex long double",
		"__int128", "vector of 2 int", "vector of 4 float",
	};
	char note[64];

	for (unsigned int i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct type *t = new_type();

		snprintf(note, sizeof(note), "only %s", names[i]);
		add(t, S(names[i]), 0);
		finish(t, note);
		t = new_type();
		snprintf(note, sizeof(note), "char and %s", names[i]);
		add(t, S("char"), 0);
		add(t, S(names[i]), 0);
		finish(t, note);
		t = new_type();
		snprintf(note, sizeof(note), "%s and char", names[i]);
		add(t, S(names[i]), 0);
		add(t, S("char"), 0);
		finish(t, note);
		t = new_type();
		snprintf(note, sizeof(note), "3 %s", names[i]);
		add(t, S(names[i]), 3);
		finish(t, note);
	}
}

static void make_special(void)
{
	struct type *t = new_type(), *outer;

	finish(t, "empty");
	t = new_type();
	add(t, S("float"), 2);
	add(t, S("int"), 0);
	finish(t, "array inside");
	outer = new_type();
	add(outer, S("char"), 0);
	add(outer, number(t), 2);
	finish(outer, "nested array");
	outer = new_type();
	outer->packed = true;
	add(outer, S("char"), 0);
	add(outer, S("double"), 0);
	finish(outer, "packed");
	for (unsigned int align = 16; align <= 64; align *= 2) {
		t = new_type();
		t->aligned = align;
		add(t, S("int"), 0);
		add(t, S("double"), 0);
		finish(t, align == 16 ? "aligned to 16" :
			  align == 32 ? "aligned to 32" : "aligned to 64");
	}
	t = new_type();
	add(t, S("long"), 30);
	add(t, S("char"), 0);
	finish(t, "241 bytes");
	t = new_type();
	add(t, S("int"), 199);
	finish(t, "796 bytes");
	t = new_type();
	add(t, S("char"), 801);
	finish(t, "801 bytes");
}

void types_make_listed(void)
{
	for (unsigned int size = 1; size <= 64; size++)
		make_sized(size);
	make_unions();
	make_bit_fields();
	make_floating();
	make_special();
}

/*
 * Not packed, and no bit-fields without a name: GCC and Clang themselves do not
 * agree on how some of those are passed.
 */
static void add_random(struct type *t)
{
	static const char *const integers[] = {
		"_Bool", "char", "unsigned short", "int", "unsigned int", "long",
		"unsigned long",
	};
	int type;

	switch (random_below(8)) {
	case 0:
		type = S(integers[random_below(7)]);
		add_bits(t, type, type_is_bool(type) ? 1 :
			 1 + random_below(8 * type_size(type)), true);
		break;
	case 1:
	case 2:
		add(t, random_below(nr_scalars), 1 + random_below(5));
		break;
	case 3:
		type = random_below(nr_types - 1);
		if (type_size(type) <= 48) {
			add(t, type, random_below(3));
			break;
		}
		/* fall through */
	default:
		add(t, random_below(nr_scalars), 0);
	}
}

int types_make_random(void)
{
	struct type *t = new_type();
	int n = 1 + random_below(random_below(3) ? 4 : 12);
	bool aligned = random_below(12) == 0;

	t->is_union = random_below(6) == 0;
	/* Something that has a name and a size. */
	add(t, random_below(nr_scalars), 0);
	for (int i = 1; i < n; i++)
		add_random(t);
	/*
	 * Clang takes a struct whose second eight bytes are only padding for
	 * one of eight bytes, so everything after it is elsewhere.
	 */
	if (aligned && t->size > 8)
		t->aligned = 16;
	finish(t, "");
	return number(t);
}

int types_count(void)
{
	return nr_types;
}

int type_called(const char *name)
{
	return scalar(name);
}

unsigned int type_size(int type)
{
	return types[type].size;
}

bool type_is_scalar(int type)
{
	return types[type].scalar;
}

bool type_is_in_memory(int type)
{
	return type_is_scalar(type) && types[type].size > 16;
}

bool type_is_complex(int type)
{
	return type_is_scalar(type) && !type_is_in_memory(type) &&
	       strstr(types[type].scalar->name, "_Complex");
}

bool type_is_bool(int type)
{
	return type_is_scalar(type) && !strcmp(types[type].scalar->name, "_Bool");
}

bool type_is_promoted(int type)
{
	return type_is_scalar(type) && types[type].scalar->promoted;
}

bool type_is_vector(int type)
{
	return type_is_scalar(type) &&
	       strstr(types[type].scalar->name, "vector");
}

bool type_differs(int type)
{
	const struct type *t = &types[type];

	return !t->size || (t->scalar && t->scalar->differs);
}

bool type_may_be_moved(int type)
{
	const struct type *t = &types[type];

	return t->scalar || t->size == 16 ||
	       (t->nr_members == 1 && t->members[0].count <= 1 &&
		type_may_be_moved(t->members[0].type));
}

bool type_is_whole(int type)
{
	const struct type *t = &types[type];

	if (t->size != 16)
		return false;
	if (t->scalar)
		return t->scalar->sse && t->align == 16;
	for (int i = 0; i < t->nr_members; i++)
		if (type_is_whole(t->members[i].type))
			return true;
	return false;
}

bool type_is_lost(int type)
{
	const struct type *t = &types[type];

	if (t->size != 16 && t->size != 8)
		return false;
	if (t->scalar)
		return type_is_vector(type) &&
		       (strstr(t->scalar->name, "int") ||
			strstr(t->scalar->name, "char"));
	for (int i = 0; i < t->nr_members; i++)
		if (type_is_lost(t->members[i].type))
			return true;
	return false;
}

void type_cover(const char *how, int type)
{
	const struct type *t = &types[type];

	if (t->scalar) {
		printf("%s: %s\n", how, t->scalar->name);
		return;
	}
	if (t->size <= 64)
		printf("%s: %u bytes%s\n", how, t->size,
		       t->padding ? " with padding" : "");
	if (*t->note)
		printf("%s: %s\n", how, t->note);
}

static void write_record(FILE *to, const struct type *t)
{
	fprintf(to, "typedef %s {\n", t->is_union ? "union" : "struct");
	for (int i = 0; i < t->nr_members; i++) {
		const struct member *m = &t->members[i];

		/* A bit-field is one, whatever its type is called. */
		fprintf(to, "\tt%d", m->type);
		if (m->named)
			fprintf(to, " m%d", i);
		if (m->count)
			fprintf(to, "[%u]", m->count);
		if (m->bits || !m->named)
			fprintf(to, " : %u", m->bits);
		fputs(";\n", to);
	}
	fputs("}", to);
	if (t->packed)
		fputs(" __attribute__((packed))", to);
	if (t->aligned)
		fprintf(to, " __attribute__((aligned(%u)))", t->aligned);
	fprintf(to, " t%d;\n", number(t));
}

void types_write(FILE *to)
{
	for (int i = 0; i < nr_types; i++) {
		const struct scalar *s = types[i].scalar;

		if (s) {
			fputs("typedef ", to);
			fprintf(to, s->before, i, i);
			fprintf(to, " t%d%s;\n", i, s->behind);
		} else {
			write_record(to, &types[i]);
		}
		fprintf(to, "_Static_assert(sizeof(t%d) == %u, \"t%d\");\n", i,
			types[i].size, i);
	}
}

static void write_mask(FILE *to, int type)
{
	const struct type *t = &types[type];

	fprintf(to, "static void mask_%d(t%d *p)\n{\n", type, type);
	if (type_is_bool(type))
		fputs("\tmemset(p, 0xff, 1);\n", to);
	else if (t->scalar && strstr(t->scalar->name, "long double"))
		/* Six bytes of each sixteen are padding. */
		fprintf(to, "\tfor (int i = 0; i < %u; i += 16)\n"
			"\t\tmemset((char *)p + i, 0xff, 10);\n", t->size);
	else if (t->scalar)
		fprintf(to, "\tmemset(p, 0xff, %u);\n", t->size);
	for (int i = 0; i < t->nr_members; i++) {
		const struct member *m = &t->members[i];

		if (!m->named)
			continue;
		if (m->bits)
			fprintf(to, "\tp->m%d = -1;\n", i);
		else if (m->count)
			fprintf(to, "\tfor (int i = 0; i < %u; i++)\n"
				"\t\tmask_%d(&p->m%d[i]);\n", m->count, m->type,
				i);
		else
			fprintf(to, "\tmask_%d(&p->m%d);\n", m->type, i);
	}
	fputs("}\n", to);
}

void types_write_masks(FILE *to)
{
	for (int i = 0; i < nr_types; i++)
		write_mask(to, i);
	fputs("void mask_of(int type, void *mask)\n{\n\tswitch (type) {\n", to);
	for (int i = 0; i < nr_types; i++)
		fprintf(to, "\tcase %d:\n\t\tmask_%d(mask);\n\t\tbreak;\n", i, i);
	fputs("\t}\n}\n", to);
}
