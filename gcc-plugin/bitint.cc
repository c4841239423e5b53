// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * bitint.cc - integers beyond the registers: C23's _BitInt, since GCC 14.
 *
 * Where the pass runs, a large _BitInt is already an array of words, and most
 * operations on it are loads and stores.  What remains are sums with carry,
 * calls of libgcc, which name numbers by address and precision, and arguments
 * of calls.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * Longest number, in words, that is read; a longer one counts as initialised.
 */
#define KMSAN_BITINT_MAX 16

/*
 * How many numbers in memory an internal function writes and reads; each is two
 * arguments, address and precision.
 */
static const struct {
	const char *name;
	unsigned int outputs;
	unsigned int inputs;
} kmsan_bitint_calls[] = {
	{ "MULBITINT", 1, 2 },
	{ "DIVMODBITINT", 2, 2 },
	{ "FLOATTOBITINT", 1, 0 },
	{ "BITINTTOFLOAT", 0, 1 },
};

static tree kmsan_word_type(void)
{
	return kmsan_uint(UNITS_PER_WORD);
}

/* A negative precision is that of a signed number. */
static HOST_WIDE_INT kmsan_precision(gcall *stmt, unsigned int arg)
{
	return abs_hwi(tree_to_shwi(gimple_call_arg(stmt, arg + 1)));
}

static HOST_WIDE_INT kmsan_words(gcall *stmt, unsigned int arg)
{
	return CEIL(kmsan_precision(stmt, arg), BITS_PER_WORD);
}

/* The bits of a word that belong to the number; those above can be anything. */
static tree kmsan_word_mask(gcall *stmt, unsigned int arg, HOST_WIDE_INT word)
{
	HOST_WIDE_INT bits = kmsan_precision(stmt, arg) - word * BITS_PER_WORD;

	return wide_int_to_tree(kmsan_word_type(),
				wi::mask(MIN(bits, BITS_PER_WORD), false,
					 BITS_PER_WORD));
}

/* Add the metadata of a number in memory to @sum. */
static void kmsan_add_number(gcall *stmt, unsigned int arg,
			     struct kmsan_value *sum)
{
	gimple_seq *seq = &kfn->out.pre;
	HOST_WIDE_INT words = kmsan_words(stmt, arg);
	struct kmsan_meta meta;

	meta = kmsan_meta_of_address(seq, gimple_call_arg(stmt, arg),
				     words * UNITS_PER_WORD, false);
	for (HOST_WIDE_INT i = 0; i < words; i++) {
		tree shadow = kmsan_read(seq, kmsan_word_type(), meta.shadow,
					 i * UNITS_PER_WORD);
		tree origin = kmsan_read(seq, unsigned_type_node,
					 kmsan_origin_pointer(seq, meta.origin),
					 i * UNITS_PER_WORD);

		shadow = gimple_build(seq, kfn->loc, BIT_AND_EXPR,
				      kmsan_word_type(), shadow,
				      kmsan_word_mask(stmt, arg, i));
		sum->origin = kmsan_origin_choice(
			shadow, kmsan_origin_leaf(origin), sum->origin);
		sum->shadow = kmsan_or(seq, sum->shadow, shadow);
	}
}

/* Let all of a number in memory have the shadow @word. */
static void kmsan_set_number(gcall *stmt, unsigned int arg, tree word,
			     struct kmsan_origin *origin)
{
	HOST_WIDE_INT words = kmsan_words(stmt, arg);
	struct kmsan_meta meta;

	if (kmsan_is_clean(word)) {
		kmsan_unpoison(&kfn->out.pre, gimple_call_arg(stmt, arg),
			       words * UNITS_PER_WORD);
		return;
	}
	meta = kmsan_meta_of_address(&kfn->out.pre, gimple_call_arg(stmt, arg),
				     words * UNITS_PER_WORD, true);
	for (HOST_WIDE_INT i = 0; i < words; i++)
		kmsan_write(&kfn->out.pre, meta.shadow, i * UNITS_PER_WORD,
			    word);
	kmsan_paint(word, origin, meta.origin, 0, words * UNITS_PER_WORD,
		    NULL_TREE);
}

static void kmsan_rule_numbers(gcall *stmt, unsigned int outputs,
			       unsigned int inputs)
{
	struct kmsan_value sum = kmsan_clean_value(kmsan_word_type());
	tree lhs = gimple_call_lhs(stmt);
	unsigned int arg;

	for (arg = 2 * outputs; kmsan_propagates() && inputs;
	     arg += 2, inputs--)
		if (kmsan_words(stmt, arg) <= KMSAN_BITINT_MAX)
			kmsan_add_number(stmt, arg, &sum);
		else
			kmsan_unhandled("_BitInt", "of many words");
	/* The other arguments are numbers in registers. */
	for (; kmsan_propagates() && arg < gimple_call_num_args(stmt); arg++)
		kmsan_check_operand(gimple_call_arg(stmt, arg));
	sum.shadow = kmsan_spread(&kfn->out.pre, sum.shadow, kmsan_word_type());
	for (arg = 0; arg < 2 * outputs; arg += 2)
		if (!integer_zerop(gimple_call_arg(stmt, arg)))
			kmsan_set_number(stmt, arg, sum.shadow, sum.origin);
	if (!lhs)
		return;
	sum.shadow = kmsan_spread(&kfn->out.pre, sum.shadow, TREE_TYPE(lhs));
	kmsan_set_result(lhs, sum);
}

/**
 * kmsan_rule_bitint() - what libgcc computes for large integers
 * @stmt: a call of an internal function
 *
 * Each bit of such a result depends on all of the operands.
 *
 * Return: false if it is not one of these.
 */
bool kmsan_rule_bitint(gcall *stmt)
{
	const char *name = internal_fn_name(gimple_call_internal_fn(stmt));

	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_bitint_calls); i++)
		if (!strcmp(kmsan_bitint_calls[i].name, name)) {
			kmsan_rule_numbers(stmt, kmsan_bitint_calls[i].outputs,
					   kmsan_bitint_calls[i].inputs);
			return true;
		}
	return false;
}

/* The least or the most that an operand of .UADDC and the like can be. */
static tree kmsan_extreme(gimple_seq *seq, tree operand, bool most)
{
	tree shadow = kmsan_value_of(operand).shadow, type = TREE_TYPE(operand);

	shadow = gimple_convert(seq, kfn->loc, type, shadow);
	if (most)
		return gimple_build(seq, kfn->loc, BIT_IOR_EXPR, type, operand,
				    shadow);
	shadow = gimple_build(seq, kfn->loc, BIT_NOT_EXPR, type, shadow);
	return gimple_build(seq, kfn->loc, BIT_AND_EXPR, type, operand, shadow);
}

/* The sum or difference with the least or the most operands. */
static tree kmsan_extreme_sum(gimple_seq *seq, gcall *stmt, bool most)
{
	bool minus = gimple_call_internal_fn(stmt) == KMSAN_IFN_USUBC;
	tree arg[3], made;
	gcall *call;

	for (unsigned int i = 0; i < 3; i++)
		arg[i] = kmsan_extreme(seq, gimple_call_arg(stmt, i),
				       minus && i ? !most : most);
	call = gimple_build_call_internal(gimple_call_internal_fn(stmt), 3,
					  arg[0], arg[1], arg[2]);
	made = make_ssa_name(TREE_TYPE(gimple_call_lhs(stmt)));
	gimple_call_set_lhs(call, made);
	gimple_seq_add_stmt(seq, call);
	return made;
}

/* Where the least and the most of a part of the result differ. */
static tree kmsan_open_part(gimple_seq *seq, enum tree_code part, tree least,
			    tree most)
{
	tree type = TREE_TYPE(TREE_TYPE(least));

	return gimple_build(seq, kfn->loc, BIT_XOR_EXPR, type,
			    gimple_build(seq, kfn->loc, part, type, least),
			    gimple_build(seq, kfn->loc, part, type, most));
}

/**
 * kmsan_rule_carry() - .UADDC and .USUBC, a word of a long sum or difference
 * @stmt: the call
 *
 * Its result is a pair, the word and the carry.  The carry out of poisoned bits
 * is exact: it would otherwise poison all words that follow, or none.
 */
void kmsan_rule_carry(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt), least, most, word, type;
	struct kmsan_value value = {}, part;
	gimple_seq *seq = &kfn->out.pre;
	bool clean = true;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	type = TREE_TYPE(TREE_TYPE(lhs));
	word = build_zero_cst(type);
	for (unsigned int i = 0; i < 3; i++) {
		part = kmsan_value_of(gimple_call_arg(stmt, i));
		clean &= kmsan_is_clean(part.shadow);
		word = gimple_build(seq, kfn->loc, BIT_IOR_EXPR, type, word,
				    gimple_convert(seq, kfn->loc, type,
						   part.shadow));
		value.origin = kmsan_origin_choice(part.shadow, part.origin,
						   value.origin);
	}
	if (clean)
		return;
	least = kmsan_extreme_sum(seq, stmt, false);
	most = kmsan_extreme_sum(seq, stmt, true);
	word = gimple_build(seq, kfn->loc, BIT_IOR_EXPR, type, word,
			    kmsan_open_part(seq, REALPART_EXPR, least, most));
	value.shadow = gimple_build(
		seq, kfn->loc, COMPLEX_EXPR, kmsan_shadow_type(TREE_TYPE(lhs)),
		word, kmsan_open_part(seq, IMAGPART_EXPR, least, most));
	kmsan_set_value(lhs, value);
}

/**
 * kmsan_memory_behind() - where an argument that does not fit in registers
 * comes from
 * @arg: argument of a call
 *
 * Return: the memory, if @arg is a value without shadow that was loaded; else
 * @arg itself.
 */
tree kmsan_memory_behind(tree arg)
{
	gimple *load;

	if (TREE_CODE(arg) != SSA_NAME || kmsan_is_tracked_type(TREE_TYPE(arg)))
		return arg;
	load = SSA_NAME_DEF_STMT(arg);
	return gimple_assign_load_p(load) ? gimple_assign_rhs1(load) : arg;
}
