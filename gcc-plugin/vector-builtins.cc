// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * vector-builtins.cc - builtins of the target: SSE, AVX, BMI and so on.
 *
 * A table, vector-builtins.def, says for the name of a builtin how its result
 * depends on its operands.  No builtin is a use of its operands, except for
 * addresses, and for masks that decide which memory is touched.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "vector-builtins.h"
#include <fnmatch.h>

static const struct kmsan_vector_row kmsan_vector_rows[] = {
#define ROW(PATTERN, KIND, ROLES, CODE, BITS) \
	{ PATTERN, KMSAN_V_##KIND, ROLES, CODE, BITS },
#include "vector-builtins.def"
#undef ROW
};

/* For a builtin without a row: everything may depend on everything. */
static const struct kmsan_vector_row kmsan_unknown_row = {
	"*", KMSAN_V_SPREAD, "d", 1, 0
};

/* A few names have only the second. */
static const char *const kmsan_prefixes[] = { "__builtin_ia32_", "__builtin_" };

/* What AVX-512 appends to names; a suffix that comes last is removed first. */
static const char *const kmsan_suffixes[] = { "_round", "_maskz", "_mask3",
					      "_mask" };

static const struct kmsan_vector_row *kmsan_find_row(const char *name)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_vector_rows); i++)
		if (!fnmatch(kmsan_vector_rows[i].pattern, name, 0))
			return &kmsan_vector_rows[i];
	return NULL;
}

/*
 * The row for a name; a row that has the suffix in its pattern takes
 * precedence.
 */
static const struct kmsan_vector_row *kmsan_row_of(const char *full)
{
	const struct kmsan_vector_row *row = NULL;
	unsigned int prefix = 0;
	char *name;

	while (!startswith(full, kmsan_prefixes[prefix]))
		if (++prefix == ARRAY_SIZE(kmsan_prefixes))
			return NULL;
	name = xstrdup(full + strlen(kmsan_prefixes[prefix]));
	/* A few names end in a blank. */
	if (strchr(name, ' '))
		*strchr(name, ' ') = '\0';
	row = kmsan_find_row(name);
	for (unsigned int i = 0; !row && i < ARRAY_SIZE(kmsan_suffixes); i++) {
		char *end = name + strlen(name) - strlen(kmsan_suffixes[i]);

		if (end <= name || strcmp(end, kmsan_suffixes[i]))
			continue;
		*end = '\0';
		row = kmsan_find_row(name);
	}
	free(name);
	return row;
}

/* Which operand is the mask of AVX-512?  A rounding mode may follow it. */
static int kmsan_mask_operand(const struct kmsan_vector_call *c)
{
	const char *name = IDENTIFIER_POINTER(DECL_NAME(c->fndecl));
	tree type;

	if (!strstr(name, "_mask") && !strstr(name, "512") &&
	    !strstr(name, "ptestm") && !strstr(name, "ptestnm"))
		return -1;
	for (int i = c->n - 1; i > 0 && i + 2 >= (int)c->n; i--) {
		type = kmsan_formal_type(c->fndecl, i);
		if (!INTEGRAL_TYPE_P(type))
			break;
		if (TYPE_UNSIGNED(type) ||
		    TYPE_PRECISION(type) < TYPE_PRECISION(integer_type_node))
			return i;
	}
	return -1;
}

/* Which operand has the values of the masked-out lanes? */
static int kmsan_other_operand(const struct kmsan_vector_call *c)
{
	const char *name = IDENTIFIER_POINTER(DECL_NAME(c->fndecl));
	bool ternary = startswith(c->row->roles, "ddd") ||
		       startswith(c->row->roles, "bdd") ||
		       startswith(c->row->roles, "ddl") ||
		       startswith(c->row->roles, "dld") ||
		       startswith(c->row->roles, "ldd");
	tree type;

	if (strstr(name, "_maskz"))
		return -1;
	if (strstr(name, "_mask3"))
		return 2;
	if (ternary && c->mask <= (int)strlen(c->row->roles))
		return startswith(c->row->roles, "d") ?
			       startswith(c->row->roles, "dl") :
			       startswith(c->row->roles, "l");
	type = kmsan_formal_type(c->fndecl, c->mask - 1);
	return c->mask > 1 && c->type && VECTOR_TYPE_P(type) &&
			       types_compatible_p(type, c->type) ?
		       c->mask - 1 :
		       -1;
}

/* Is operand @i, which has no letter, a rounding mode that is no constant? */
static bool kmsan_is_rounding(const struct kmsan_vector_call *c, unsigned int i)
{
	return c->row != &kmsan_unknown_row &&
	       VECTOR_TYPE_P(TREE_TYPE(c->op[0])) &&
	       INTEGRAL_TYPE_P(TREE_TYPE(c->op[i]));
}

static void kmsan_describe_operands(struct kmsan_vector_call *c)
{
	const char *name = IDENTIFIER_POINTER(DECL_NAME(c->fndecl));
	size_t known = strlen(c->row->roles);

	for (unsigned int i = 0; i < c->n; i++) {
		c->op[i] = gimple_call_arg(c->stmt, i);
		c->role[i] = c->row->roles[MIN(i, known - 1)];
		if (POINTER_TYPE_P(TREE_TYPE(c->op[i])))
			c->role[i] = c->row->kind == KMSAN_V_HINT ? 'i' : 'p';
		/* Rounding modes come after the operands that have a letter. */
		if (i >= known && (TREE_CODE(c->op[i]) == INTEGER_CST ||
				   kmsan_is_rounding(c, i)))
			c->role[i] = 'i';
		if (kmsan_is_tracked_type(TREE_TYPE(c->op[i])))
			c->value[i] = kmsan_value_of(c->op[i]);
		else
			c->role[i] = 'i';
	}
	c->mask = kmsan_mask_operand(c);
	c->others = -1;
	if (c->mask < 0)
		return;
	for (unsigned int i = c->mask; i < c->n; i++)
		c->role[i] = 'i';
	c->role[c->mask] = 'k';
	c->others = kmsan_other_operand(c);
	/* With _mask3 the operand is one of the data as well. */
	if (c->others >= 0 && c->others == c->mask - 1 &&
	    !strstr(name, "_mask3"))
		c->role[c->others] = 'w';
}

/* The origin of the result: that of the first poisoned operand. */
static struct kmsan_origin *kmsan_vector_origin(struct kmsan_vector_call *c)
{
	struct kmsan_origin *origin = NULL;

	for (unsigned int i = c->n; i-- > 0;)
		if (c->role[i] != 'i' && c->role[i] != 'p')
			origin = kmsan_origin_choice(c->value[i].shadow,
						     c->value[i].origin,
						     origin);
	return origin;
}

static bool kmsan_all_clean(struct kmsan_vector_call *c)
{
	for (unsigned int i = 0; i < c->n; i++)
		if (c->role[i] != 'i' && c->role[i] != 'p' &&
		    !kmsan_is_clean(c->value[i].shadow))
			return false;
	return true;
}

static void kmsan_set_vector_result(struct kmsan_vector_call *c,
				    struct kmsan_value value)
{
	tree lhs = gimple_call_lhs(c->stmt);

	if (!lhs)
		return;
	if (TREE_CODE(lhs) == SSA_NAME)
		kmsan_set_result(lhs, value);
	else
		kmsan_store(lhs, value);
}

/**
 * kmsan_rule_target_builtin() - a builtin of the target
 * @stmt: its call
 * @fndecl: the builtin
 */
void kmsan_rule_target_builtin(gcall *stmt, tree fndecl)
{
	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));
	struct kmsan_vector_call c;
	struct kmsan_value value = {};

	memset(&c, 0, sizeof(c));
	c.stmt = stmt;
	c.fndecl = fndecl;
	c.seq = &kfn->out.pre;
	c.n = MIN(gimple_call_num_args(stmt), KMSAN_MAX_OPERANDS);
	c.type = TREE_TYPE(TREE_TYPE(fndecl));
	if (VOID_TYPE_P(c.type) || !kmsan_is_tracked_type(c.type))
		c.type = NULL_TREE;
	c.row = kmsan_row_of(name);
	if (!c.row) {
		kmsan_unhandled("builtin", name);
		c.row = &kmsan_unknown_row;
	}
	kmsan_describe_operands(&c);
	for (unsigned int i = 0; i < c.n; i++)
		if (c.role[i] == 'p' || c.role[i] == 'e')
			kmsan_check(c.value[i]);
	if (!kmsan_vector_memory(&c, &value) &&
	    !kmsan_vector_control(&c, &value)) {
		if (!c.type)
			return;
		value = kmsan_clean_value(c.type);
		if (kmsan_propagates() && !kmsan_all_clean(&c)) {
			value.shadow = kmsan_vector_shadow(&c);
			value.origin = kmsan_vector_origin(&c);
		}
	}
	if (c.type)
		kmsan_set_vector_result(&c, value);
}
