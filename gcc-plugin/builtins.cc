// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * builtins.cc - builtins and internal functions, as tables.
 *
 * A builtin that is a function of libc becomes a plain call of that function,
 * so that GCC neither expands it inline nor knows which memory it accesses; the
 * function itself, the kernel's or one of the runtime's interceptors, takes
 * care of the metadata.  The other builtins have a rule in a table.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"
#include "rules.h"
#include "vector-builtins.h"

typedef void (*kmsan_builtin_fn)(gcall *);

/*
 * The compiler's own bookkeeping: it takes and gives no value of the program.
 */
static void call_ignore(gcall *)
{
}

/* The result is the first argument. */
static void call_first(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	struct kmsan_value value;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME ||
	    !kmsan_is_tracked_type(TREE_TYPE(lhs)))
		return;
	value = kmsan_rule_operation(&kfn->out.pre, NOP_EXPR, TREE_TYPE(lhs),
				     gimple_call_arg(stmt, 0), NULL_TREE,
				     NULL_TREE);
	kmsan_set_result(lhs, value);
}

/* Where a count of bits comes to its end. */
enum kmsan_count {
	KMSAN_COUNT_ALL, /* it looks at each bit */
	KMSAN_COUNT_PARITY, /* the same, and is 0 or 1 */
	KMSAN_COUNT_DOWN, /* at the highest 1 */
	KMSAN_COUNT_UP, /* at the lowest 1 */
};

/* Functions that count bits of their argument. */
static const struct kmsan_counter {
	combined_fn fn;
	enum kmsan_count kind;
} kmsan_counters[] = {
	{ CFN_BUILT_IN_POPCOUNT, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_POPCOUNTL, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_POPCOUNTLL, KMSAN_COUNT_ALL },
	{ CFN_POPCOUNT, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_CLRSB, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_CLRSBL, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_CLRSBLL, KMSAN_COUNT_ALL },
	{ CFN_CLRSB, KMSAN_COUNT_ALL },
	{ CFN_BUILT_IN_PARITY, KMSAN_COUNT_PARITY },
	{ CFN_BUILT_IN_PARITYL, KMSAN_COUNT_PARITY },
	{ CFN_BUILT_IN_PARITYLL, KMSAN_COUNT_PARITY },
	{ CFN_PARITY, KMSAN_COUNT_PARITY },
	{ CFN_BUILT_IN_CLZ, KMSAN_COUNT_DOWN },
	{ CFN_BUILT_IN_CLZL, KMSAN_COUNT_DOWN },
	{ CFN_BUILT_IN_CLZLL, KMSAN_COUNT_DOWN },
	{ CFN_CLZ, KMSAN_COUNT_DOWN },
	{ CFN_BUILT_IN_CTZ, KMSAN_COUNT_UP },
	{ CFN_BUILT_IN_CTZL, KMSAN_COUNT_UP },
	{ CFN_BUILT_IN_CTZLL, KMSAN_COUNT_UP },
	{ CFN_CTZ, KMSAN_COUNT_UP },
	{ CFN_BUILT_IN_FFS, KMSAN_COUNT_UP },
	{ CFN_BUILT_IN_FFSL, KMSAN_COUNT_UP },
	{ CFN_BUILT_IN_FFSLL, KMSAN_COUNT_UP },
	{ CFN_FFS, KMSAN_COUNT_UP },
};

/* Return: how a call counts bits of a number; NULL if it does not. */
static const struct kmsan_counter *kmsan_counter_of(gcall *stmt)
{
	combined_fn fn = gimple_call_combined_fn(stmt);

	/* A second argument is the result for 0. */
	if (!gimple_call_num_args(stmt) || gimple_call_num_args(stmt) > 2 ||
	    (gimple_call_num_args(stmt) == 2 &&
	     TREE_CODE(gimple_call_arg(stmt, 1)) != INTEGER_CST) ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_arg(stmt, 0))) ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(gimple_call_lhs(stmt))))
		return NULL;
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_counters); i++)
		if (kmsan_counters[i].fn == fn)
			return &kmsan_counters[i];
	return NULL;
}

/* How many low bits of a count can be other than 0, or other than the same. */
static unsigned int kmsan_width_of_count(gcall *stmt,
					 const struct kmsan_counter *counter)
{
	tree arg = gimple_call_arg(stmt, 0);
	unsigned int largest, bits;

	if (counter->kind == KMSAN_COUNT_PARITY)
		return 1;
	largest = MAX(TYPE_PRECISION(TREE_TYPE(arg)),
		      TYPE_PRECISION(integer_type_node));
	bits = ceil_log2(largest + 1);
	if (gimple_call_num_args(stmt) == 2)
		bits = MAX(bits, wi::min_precision(
					 wi::to_wide(gimple_call_arg(stmt, 1)),
					 UNSIGNED));
	return bits;
}

/*
 * The shadow of a count of bits, of which @shadow is all that it could be: only
 * some bits of a count can be other than 0.
 */
static tree kmsan_limit_count(gcall *stmt, tree shadow)
{
	const struct kmsan_counter *counter = kmsan_counter_of(stmt);
	tree type = TREE_TYPE(shadow), arg;
	gimple_seq *seq = &kfn->out.pre;
	wide_int mask;

	if (!counter || kmsan_is_clean(shadow))
		return shadow;
	mask = wi::mask(kmsan_width_of_count(stmt, counter), false,
			TYPE_PRECISION(type));
	shadow = build2_loc(seq, BIT_AND_EXPR, type, shadow,
			    wide_int_to_tree(type, mask));
	if (counter->kind != KMSAN_COUNT_DOWN && counter->kind != KMSAN_COUNT_UP)
		return shadow;
	arg = gimple_call_arg(stmt, 0);
	return gimple_build(seq, kfn->loc, COND_EXPR, type,
			    kmsan_finds_one(seq, arg,
					    kmsan_value_of(arg).shadow,
					    counter->kind == KMSAN_COUNT_DOWN),
			    build_zero_cst(type), shadow);
}

/*
 * Any poison in an argument poisons the whole result, or as much of it as can
 * be other than 0.
 */
static void call_spread_args(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	struct kmsan_value value, arg;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates() ||
	    !kmsan_is_tracked_type(TREE_TYPE(lhs)))
		return;
	value = kmsan_clean_value(TREE_TYPE(lhs));
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++) {
		if (!kmsan_is_tracked_type(TREE_TYPE(gimple_call_arg(stmt, i))))
			continue;
		arg = kmsan_value_of(gimple_call_arg(stmt, i));
		value = kmsan_merge(&kfn->out.pre, TREE_TYPE(lhs), value, arg);
	}
	value.shadow = kmsan_limit_count(stmt, value.shadow);
	kmsan_set_value(lhs, value);
}

/* Only the sign of the argument matters. */
static void call_signbit(gcall *stmt)
{
	tree arg = gimple_call_arg(stmt, 0), lhs = gimple_call_lhs(stmt);
	struct kmsan_value value;
	gimple_seq *seq = &kfn->out.pre;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	value = kmsan_value_of(arg);
	value.shadow = build2_loc(seq, BIT_AND_EXPR, TREE_TYPE(value.shadow),
				  value.shadow,
				  kmsan_float_sign(TREE_TYPE(arg),
						   value.shadow));
	value.shadow = kmsan_spread(seq, value.shadow, TREE_TYPE(lhs));
	kmsan_set_value(lhs, value);
}

/* The sign of the second argument, all else of the first. */
static void call_copysign(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	struct kmsan_value a, b;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	a = kmsan_value_of(gimple_call_arg(stmt, 0));
	b = kmsan_value_of(gimple_call_arg(stmt, 1));
	a.origin = kmsan_origin_choice(b.shadow, b.origin, a.origin);
	a.shadow = kmsan_copy_sign(&kfn->out.pre, TREE_TYPE(lhs), a.shadow,
				   b.shadow);
	kmsan_set_value(lhs, a);
}

/*
 * The bytes of the shadow are swapped like those of the value.  The argument
 * may have been promoted, so its shadow is wider than the result's.
 */
static void call_bswap(gcall *stmt)
{
	tree arg = gimple_call_arg(stmt, 0), lhs = gimple_call_lhs(stmt);
	struct kmsan_value value;
	gcall *swap;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	value = kmsan_value_of(arg);
	if (kmsan_is_clean(value.shadow)) {
		value = kmsan_clean_value(TREE_TYPE(lhs));
	} else {
		swap = gimple_build_call(gimple_call_fndecl(stmt), 1,
					 value.shadow);
		value.shadow =
			make_ssa_name(kmsan_shadow_type(TREE_TYPE(lhs)));
		gimple_call_set_lhs(swap, value.shadow);
		gimple_seq_add_stmt(&kfn->out.pre, swap);
	}
	kmsan_set_value(lhs, value);
}

static void kmsan_check_arguments(gcall *stmt)
{
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++)
		kmsan_check_operand(gimple_call_arg(stmt, i));
}

/* Let the runtime do the operation, for data and metadata. */
static void kmsan_redirect(gcall *stmt, enum kmsan_entry_point which)
{
	tree fndecl = kmsan_entry_point(which);

	kmsan_check_arguments(stmt);
	gimple_call_set_fndecl(stmt, fndecl);
	gimple_call_set_fntype(stmt, TREE_TYPE(fndecl));
	gimple_call_reset_alias_info(stmt);
	update_stmt(stmt);
}

static void call_memcpy(gcall *stmt)
{
	kmsan_redirect(stmt, KMSAN_EP_memcpy);
}

static void call_memmove(gcall *stmt)
{
	kmsan_redirect(stmt, KMSAN_EP_memmove);
}

static void call_memset(gcall *stmt)
{
	kmsan_redirect(stmt, KMSAN_EP_memset);
}

/*
 * With -ftrampoline-impl=heap: libgcc writes the address of a trampoline to the
 * frame of the function around, by the third argument.
 */
static void call_nested_created(gcall *stmt)
{
	kmsan_unpoison(&kfn->out.pre, gimple_call_arg(stmt, 2),
		       POINTER_SIZE_UNITS);
}

/*
 * The rules of builtins that are not functions of libc, and of some whose rule
 * is better than a call.
 */
static const struct {
	enum built_in_function fn;
	kmsan_builtin_fn rule;
} kmsan_builtins[] = {
	{ BUILT_IN_MEMCPY, call_memcpy },
	{ BUILT_IN_MEMMOVE, call_memmove },
	{ BUILT_IN_MEMSET, call_memset },

	{ BUILT_IN_ALLOCA, kmsan_rule_alloca },
	{ BUILT_IN_ALLOCA_WITH_ALIGN, kmsan_rule_alloca },
	{ BUILT_IN_ALLOCA_WITH_ALIGN_AND_MAX, kmsan_rule_alloca },

	{ BUILT_IN_VA_START, kmsan_rule_va_start },
	{ BUILT_IN_VA_COPY, kmsan_rule_va_copy },
	{ BUILT_IN_VA_END, call_ignore },

	{ BUILT_IN_EXPECT, call_first },
	{ BUILT_IN_EXPECT_WITH_PROBABILITY, call_first },
	{ BUILT_IN_ASSUME_ALIGNED, call_first },
	{ BUILT_IN_SPECULATION_SAFE_VALUE_1, call_first },
	{ BUILT_IN_SPECULATION_SAFE_VALUE_2, call_first },
	{ BUILT_IN_SPECULATION_SAFE_VALUE_4, call_first },
	{ BUILT_IN_SPECULATION_SAFE_VALUE_8, call_first },
	{ BUILT_IN_SPECULATION_SAFE_VALUE_16, call_first },

	{ BUILT_IN_BSWAP16, call_bswap },
	{ BUILT_IN_BSWAP32, call_bswap },
	{ BUILT_IN_BSWAP64, call_bswap },
	{ BUILT_IN_BSWAP128, call_bswap },

	{ BUILT_IN_SIGNBIT, call_signbit },
	{ BUILT_IN_SIGNBITF, call_signbit },
	{ BUILT_IN_SIGNBITL, call_signbit },
	{ BUILT_IN_COPYSIGN, call_copysign },
	{ BUILT_IN_COPYSIGNF, call_copysign },
	{ BUILT_IN_COPYSIGNL, call_copysign },
	{ BUILT_IN_COPYSIGNF16, call_copysign },
	{ BUILT_IN_COPYSIGNF32, call_copysign },
	{ BUILT_IN_COPYSIGNF64, call_copysign },
	{ BUILT_IN_COPYSIGNF128, call_copysign },
	{ BUILT_IN_COPYSIGNF32X, call_copysign },
	{ BUILT_IN_COPYSIGNF64X, call_copysign },

	{ BUILT_IN_OBJECT_SIZE, call_ignore },
	{ BUILT_IN_DYNAMIC_OBJECT_SIZE, call_ignore },
	{ BUILT_IN_CONSTANT_P, call_ignore },
	{ BUILT_IN_PREFETCH, call_ignore },
	{ BUILT_IN_UNREACHABLE, call_ignore },
	{ KMSAN_BUILT_IN_UNREACHABLE_TRAP, call_ignore },
	{ BUILT_IN_TRAP, call_ignore },
	{ KMSAN_BUILT_IN_OBSERVABLE, call_ignore },
	{ BUILT_IN_STACK_SAVE, call_ignore },
	{ BUILT_IN_STACK_RESTORE, call_ignore },
	{ BUILT_IN_RETURN_ADDRESS, call_ignore },
	{ BUILT_IN_FRAME_ADDRESS, call_ignore },
	{ KMSAN_BUILT_IN_STACK_ADDRESS, call_ignore },
	{ BUILT_IN_EXTRACT_RETURN_ADDR, call_ignore },
	{ BUILT_IN_FROB_RETURN_ADDR, call_ignore },
	{ BUILT_IN_DWARF_CFA, call_ignore },
	{ BUILT_IN_THREAD_POINTER, call_ignore },
	{ BUILT_IN_SETJMP_SETUP, call_ignore },
	{ BUILT_IN_SETJMP_RECEIVER, call_ignore },
	{ BUILT_IN_LONGJMP, call_ignore },
	{ BUILT_IN_NONLOCAL_GOTO, call_ignore },
	{ BUILT_IN_EH_POINTER, call_ignore },
	{ BUILT_IN_EH_FILTER, call_ignore },
	{ BUILT_IN_EH_COPY_VALUES, call_ignore },
	{ BUILT_IN_INIT_TRAMPOLINE, call_ignore },
	{ BUILT_IN_INIT_HEAP_TRAMPOLINE, call_ignore },
	{ BUILT_IN_ADJUST_TRAMPOLINE, call_ignore },
	{ BUILT_IN_INIT_DESCRIPTOR, call_ignore },
	{ BUILT_IN_ADJUST_DESCRIPTOR, call_ignore },
	{ KMSAN_BUILT_IN_NESTED_CREATED, call_nested_created },
	{ KMSAN_BUILT_IN_NESTED_DELETED, call_ignore },
	{ BUILT_IN_CLEAR_CACHE, call_ignore },
};

enum kmsan_atomic {
	KMSAN_ATOMIC_LOAD,
	KMSAN_ATOMIC_STORE, /* also read-modify-write */
	KMSAN_ATOMIC_CAS, /* the second argument points to what is expected */
	KMSAN_ATOMIC_SYNC_CAS, /* the second argument is what is expected */
};

/* Atomic builtins; each row stands for those of 1, 2, 4, 8 and 16 bytes. */
static const struct {
	enum built_in_function first;
	enum kmsan_atomic kind;
} kmsan_atomics[] = {
	{ BUILT_IN_ATOMIC_LOAD_1, KMSAN_ATOMIC_LOAD },
	{ BUILT_IN_ATOMIC_STORE_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_EXCHANGE_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_COMPARE_EXCHANGE_1, KMSAN_ATOMIC_CAS },
	{ BUILT_IN_ATOMIC_ADD_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_SUB_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_NAND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_XOR_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_OR_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_ADD_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_SUB_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_AND_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_NAND_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_XOR_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_ATOMIC_FETCH_OR_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_ADD_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_SUB_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_OR_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_AND_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_XOR_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_FETCH_AND_NAND_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_ADD_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_SUB_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_OR_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_AND_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_XOR_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_NAND_AND_FETCH_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_BOOL_COMPARE_AND_SWAP_1, KMSAN_ATOMIC_SYNC_CAS },
	{ BUILT_IN_SYNC_VAL_COMPARE_AND_SWAP_1, KMSAN_ATOMIC_SYNC_CAS },
	{ BUILT_IN_SYNC_LOCK_TEST_AND_SET_1, KMSAN_ATOMIC_STORE },
	{ BUILT_IN_SYNC_LOCK_RELEASE_1, KMSAN_ATOMIC_STORE },
};

/* Atomic builtins for objects of one byte only. */
static const enum built_in_function kmsan_atomic_bytes[] = {
	BUILT_IN_ATOMIC_TEST_AND_SET,
	BUILT_IN_ATOMIC_CLEAR,
};

/* Fences: no memory is touched. */
static const enum built_in_function kmsan_fences[] = {
	BUILT_IN_ATOMIC_THREAD_FENCE,
	BUILT_IN_ATOMIC_SIGNAL_FENCE,
	BUILT_IN_SYNC_SYNCHRONIZE,
	BUILT_IN_ATOMIC_ALWAYS_LOCK_FREE,
	BUILT_IN_ATOMIC_IS_LOCK_FREE,
};

/* The metadata of an object of @bytes, as that of a value of @type. */
static struct kmsan_value kmsan_read_object(gimple_seq *seq, tree type,
					    tree pointer, HOST_WIDE_INT bytes)
{
	struct kmsan_meta meta =
		kmsan_meta_of_address(seq, pointer, bytes, false);
	struct kmsan_value value;

	value.shadow = kmsan_read_shadow(seq, type, meta.shadow, 0);
	value.origin =
		kmsan_read_origin(seq, value.shadow, bytes, meta.origin, 0);
	return value;
}

/*
 * The shadow is read after the value, since a store cleans it before it stores.
 */
static void kmsan_atomic_load(gcall *stmt, HOST_WIDE_INT bytes)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	kmsan_set_value(lhs,
			kmsan_read_object(&kfn->out.post, TREE_TYPE(lhs),
					  gimple_call_arg(stmt, 0), bytes));
}

/*
 * "x += y" on an atomic long double is a loop around a compare-and-exchange.
 * What it expects is in a temporary of the compiler's, whose padding is nobody's
 * fault: the exchange fails once, and then it is that of the object.
 */
static tree kmsan_expected_type(tree pointer, HOST_WIDE_INT bytes)
{
	tree var = TREE_CODE(pointer) == ADDR_EXPR ? TREE_OPERAND(pointer, 0) :
						     NULL_TREE;

	if (var && VAR_P(var) && DECL_ARTIFICIAL(var) &&
	    kmsan_is_x87(TREE_TYPE(var)) &&
	    kmsan_type_bytes(TREE_TYPE(var)) == bytes)
		return TREE_TYPE(var);
	return kmsan_uint(bytes);
}

/*
 * What a compare-and-exchange expects decides what it does, like the condition
 * of a branch.  Then it is overwritten, or is equal to what was there.
 */
static void kmsan_check_expected(tree pointer, HOST_WIDE_INT bytes)
{
	kmsan_check_operand(pointer);
	if (kmsan_propagates())
		kmsan_check(kmsan_read_object(&kfn->out.pre,
					      kmsan_expected_type(pointer,
								  bytes),
					      pointer, bytes));
	kmsan_unpoison(&kfn->out.guarded, pointer, bytes);
}

static void kmsan_atomic(gcall *stmt, enum kmsan_atomic kind,
			 HOST_WIDE_INT bytes)
{
	kmsan_check_operand(gimple_call_arg(stmt, 0));
	if (kind == KMSAN_ATOMIC_LOAD) {
		kmsan_atomic_load(stmt, bytes);
		return;
	}
	kmsan_unpoison(&kfn->out.pre, gimple_call_arg(stmt, 0), bytes);
	if (kind == KMSAN_ATOMIC_CAS)
		kmsan_check_expected(gimple_call_arg(stmt, 1), bytes);
	else if (kind == KMSAN_ATOMIC_SYNC_CAS)
		kmsan_check_operand(gimple_call_arg(stmt, 1));
}

/*
 * Atomics of any size are functions of libatomic.  The arguments that point to
 * what they write; the same one twice, if there is only one.
 */
static const struct {
	enum built_in_function fn;
	unsigned int written[2];
} kmsan_atomic_calls[] = {
	{ BUILT_IN_ATOMIC_LOAD, { 2, 2 } },
	{ BUILT_IN_ATOMIC_STORE, { 1, 1 } },
	{ BUILT_IN_ATOMIC_EXCHANGE, { 1, 3 } },
	{ BUILT_IN_ATOMIC_COMPARE_EXCHANGE, { 1, 2 } },
};

/* A larger object that is loaded counts as initialised. */
#define KMSAN_ATOMIC_BYTES 64

/* What is loaded keeps its metadata, which is read after the value. */
static void kmsan_copy_atomic(gcall *stmt)
{
	tree size = gimple_call_arg(stmt, 0);
	gimple_seq *seq = &kfn->out.post;
	struct kmsan_meta from, to;
	HOST_WIDE_INT bytes;

	if (!kmsan_propagates() || !tree_fits_shwi_p(size) ||
	    tree_to_shwi(size) > KMSAN_ATOMIC_BYTES)
		return;
	bytes = tree_to_shwi(size);
	from = kmsan_meta_of_address(seq, gimple_call_arg(stmt, 1), bytes,
				     false);
	to = kmsan_meta_of_address(seq, gimple_call_arg(stmt, 2), bytes, true);
	kmsan_copy_words(seq, to.shadow, 0, from.shadow, 0, bytes);
	kmsan_copy_words(seq, kmsan_origin_pointer(seq, to.origin), 0,
			 kmsan_origin_pointer(seq, from.origin), 0,
			 ROUND_UP(bytes, KMSAN_ORIGIN_SIZE));
}

static void kmsan_unpoison_atomic_call(gcall *stmt, enum built_in_function fn)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_atomic_calls); i++) {
		const unsigned int *written = kmsan_atomic_calls[i].written;

		if (kmsan_atomic_calls[i].fn != fn)
			continue;
		for (unsigned int j = 0; j < 2; j++)
			if (j == 0 || written[j] != written[0])
				kmsan_call(&kfn->out.pre,
					   KMSAN_EP_unpoison_alloca, 2,
					   gimple_call_arg(stmt, written[j]),
					   gimple_call_arg(stmt, 0));
	}
	if (fn == BUILT_IN_ATOMIC_LOAD)
		kmsan_copy_atomic(stmt);
}

static bool kmsan_rule_atomic(gcall *stmt, enum built_in_function fn)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_atomics); i++) {
		int size = (int)fn - (int)kmsan_atomics[i].first;

		if (size < 0 || size > 4)
			continue;
		kmsan_atomic(stmt, kmsan_atomics[i].kind,
			     HOST_WIDE_INT_1 << size);
		return true;
	}
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_atomic_bytes); i++)
		if (fn == kmsan_atomic_bytes[i]) {
			kmsan_atomic(stmt, KMSAN_ATOMIC_STORE, 1);
			return true;
		}
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_fences); i++)
		if (fn == kmsan_fences[i])
			return true;
	return false;
}

static bool kmsan_has_pointer(gcall *stmt)
{
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++)
		if (POINTER_TYPE_P(TREE_TYPE(gimple_call_arg(stmt, i))))
			return true;
	return false;
}

/* Does this builtin only compute a number from a few others? */
static bool kmsan_is_arithmetic(gcall *stmt)
{
	return (gimple_call_flags(stmt) & ECF_CONST) &&
	       !kmsan_has_pointer(stmt) && gimple_call_num_args(stmt) <= 3;
}

/* Declarations of libc's functions without the builtins' facts, by builtin. */
static tree kmsan_plain_decls[END_BUILTINS];

static const struct ggc_root_tab kmsan_plain_roots[] = {
	{ kmsan_plain_decls, END_BUILTINS, sizeof(tree), &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB
};

/*
 * Call the function that a builtin stands for, as one that GCC knows nothing
 * about.
 */
static void kmsan_make_plain(gcall *stmt, tree fndecl)
{
	enum built_in_function fn = DECL_FUNCTION_CODE(fndecl);
	const char *name =
		IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(fndecl));
	tree plain = kmsan_plain_decls[fn];

	if (!plain) {
		plain = build_fn_decl(name, TREE_TYPE(fndecl));
		SET_DECL_ASSEMBLER_NAME(plain, DECL_ASSEMBLER_NAME(fndecl));
		TREE_NOTHROW(plain) = TREE_NOTHROW(fndecl);
		TREE_THIS_VOLATILE(plain) = TREE_THIS_VOLATILE(fndecl);
		kmsan_plain_decls[fn] = plain;
	}
	gimple_call_set_fndecl(stmt, plain);
	gimple_call_reset_alias_info(stmt);
	update_stmt(stmt);
}

/**
 * kmsan_rule_builtin() - a call that may be of a builtin
 * @stmt: the call, not of an internal function
 *
 * Return: false if it is a call like any other.
 */
bool kmsan_rule_builtin(gcall *stmt)
{
	tree fndecl = gimple_call_fndecl(stmt);
	enum built_in_function fn;

	if (!fndecl || !fndecl_built_in_p(fndecl))
		return false;
	if (DECL_BUILT_IN_CLASS(fndecl) != BUILT_IN_NORMAL) {
		kmsan_rule_target_builtin(stmt, fndecl);
		return true;
	}
	/*
	 * Declared without a prototype, and called with other arguments.  GCC
	 * itself passes too many arguments to some of its own builtins, for
	 * which there is no function.
	 */
	if (!gimple_builtin_call_types_compatible_p(stmt, fndecl) &&
	    !startswith(IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(fndecl)),
			"__builtin_")) {
		kmsan_make_plain(stmt, fndecl);
		return false;
	}
	fn = DECL_FUNCTION_CODE(fndecl);
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_builtins); i++)
		if (kmsan_builtins[i].fn == fn) {
			kmsan_builtins[i].rule(stmt);
			return true;
		}
	if (kmsan_rule_atomic(stmt, fn))
		return true;
	if (kmsan_is_arithmetic(stmt)) {
		call_spread_args(stmt);
		return true;
	}
	if (startswith(IDENTIFIER_POINTER(DECL_ASSEMBLER_NAME(fndecl)),
		       "__builtin_")) {
		kmsan_unhandled("builtin",
				IDENTIFIER_POINTER(DECL_NAME(fndecl)));
		kmsan_check_arguments(stmt);
		return true;
	}
	kmsan_unpoison_atomic_call(stmt, fn);
	kmsan_give_to_libgomp(stmt);
	if (kmsan_has_pointer(stmt) ||
	    (gimple_call_flags(stmt) & (ECF_CONST | ECF_PURE)))
		kmsan_make_plain(stmt, fndecl);
	return false;
}

/* Checked arithmetic, and the operation that it checks. */
static const struct {
	enum internal_fn fn;
	enum tree_code code;
} kmsan_checked_arithmetic[] = {
	{ IFN_ADD_OVERFLOW, PLUS_EXPR },
	{ IFN_SUB_OVERFLOW, MINUS_EXPR },
	{ IFN_MUL_OVERFLOW, MULT_EXPR },
	{ IFN_UBSAN_CHECK_ADD, PLUS_EXPR },
	{ IFN_UBSAN_CHECK_SUB, MINUS_EXPR },
	{ IFN_UBSAN_CHECK_MUL, MULT_EXPR },
};

static enum tree_code kmsan_checked_code(gcall *stmt)
{
	enum internal_fn fn = gimple_call_internal_fn(stmt);
	unsigned int i = 0;

	while (kmsan_checked_arithmetic[i].fn != fn)
		i++;
	return kmsan_checked_arithmetic[i].code;
}

/* Does a checked operation on two numbers overflow? */
static tree kmsan_overflows(gimple_seq *seq, gcall *stmt, tree a, tree b)
{
	tree type = TREE_TYPE(gimple_call_lhs(stmt));
	tree pair = gimple_build(seq, kfn->loc,
				 as_combined_fn(gimple_call_internal_fn(stmt)),
				 type, a, b);
	tree flag = build1_loc(seq, IMAGPART_EXPR, TREE_TYPE(type), pair);

	return build2_loc(seq, NE_EXPR, boolean_type_node, flag,
			  build_zero_cst(TREE_TYPE(type)));
}

/*
 * Does it depend on poison whether a checked operation overflows?  Not if it
 * does not with the least and with the most that the result can be.  If it does
 * with both, unsigned numbers have left their range at the same end.
 */
static tree kmsan_overflow_open(gimple_seq *seq, gcall *stmt)
{
	tree a = gimple_call_arg(stmt, 0), b = gimple_call_arg(stmt, 1);
	tree sa = kmsan_value_of(a).shadow, sb = kmsan_value_of(b).shadow;
	enum tree_code code = kmsan_checked_code(stmt);
	bool signs = !TYPE_UNSIGNED(TREE_TYPE(a)) ||
		     !TYPE_UNSIGNED(TREE_TYPE(b)) ||
		     !TYPE_UNSIGNED(TREE_TYPE(TREE_TYPE(
			     gimple_call_lhs(stmt))));
	struct kmsan_bounds of_a, of_b;
	tree any = build2_loc(seq, BIT_IOR_EXPR, boolean_type_node,
			      kmsan_any(seq, sa), kmsan_any(seq, sb));
	tree open;

	if ((code == MULT_EXPR && signs) ||
	    (kmsan_is_clean(sa) && kmsan_is_clean(sb)))
		return any;
	of_a = kmsan_value_bounds(seq, a, sa);
	of_b = kmsan_value_bounds(seq, b, sb);
	if (code == MINUS_EXPR)
		std::swap(of_b.least, of_b.most);
	open = build2_loc(seq, signs ? BIT_IOR_EXPR : BIT_XOR_EXPR,
			  boolean_type_node,
			  kmsan_overflows(seq, stmt, of_a.least, of_b.least),
			  kmsan_overflows(seq, stmt, of_a.most, of_b.most));
	/* Signed numbers can overflow for certain, by values that are clean. */
	return build2_loc(seq, BIT_AND_EXPR, boolean_type_node, open, any);
}

/* An operand of a checked operation, converted to the type of its result. */
static tree kmsan_checked_operand(gimple_seq *seq, tree operand, tree type)
{
	struct kmsan_value value = kmsan_rule_operation(
		seq, NOP_EXPR, type, operand, NULL_TREE, NULL_TREE);
	tree converted = gimple_convert(seq, kfn->loc, type, operand);

	if (converted != operand && TREE_CODE(converted) == SSA_NAME)
		kmsan_set_value(converted, value);
	return converted;
}

/* The result is a pair, the value of the plain operation and the overflow. */
static void call_overflow(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt), part, a, b, flag;
	gimple_seq *seq = &kfn->out.pre;
	struct kmsan_value value;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	part = TREE_TYPE(TREE_TYPE(lhs));
	a = gimple_call_arg(stmt, 0);
	b = gimple_call_arg(stmt, 1);
	value.origin = kmsan_origin_choice(kmsan_value_of(b).shadow,
					   kmsan_value_of(b).origin,
					   kmsan_value_of(a).origin);
	flag = kmsan_overflow_open(seq, stmt);
	a = kmsan_checked_operand(seq, a, part);
	b = kmsan_checked_operand(seq, b, part);
	value.shadow = kmsan_rule_operation(seq, kmsan_checked_code(stmt), part,
					    a, b, NULL_TREE)
			       .shadow;
	value.shadow = gimple_build(seq, kfn->loc, COMPLEX_EXPR,
				    kmsan_shadow_type(TREE_TYPE(lhs)),
				    value.shadow,
				    gimple_convert(seq, kfn->loc,
						   kmsan_shadow_type(part),
						   flag));
	kmsan_set_value(lhs, value);
}

/*
 * Arithmetic that reports an overflow; its value is that of the plain
 * operation.
 */
static void call_ubsan_arithmetic(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!lhs || TREE_CODE(lhs) != SSA_NAME || !kmsan_propagates())
		return;
	kmsan_set_value(lhs, kmsan_rule_operation(
				     &kfn->out.pre, kmsan_checked_code(stmt),
				     TREE_TYPE(lhs), gimple_call_arg(stmt, 0),
				     gimple_call_arg(stmt, 1), NULL_TREE));
}

/* Only those lanes of a vector that @mask takes, or only the others. */
static struct kmsan_value kmsan_masked(gimple_seq *seq, tree mask,
				       struct kmsan_value value, bool taken)
{
	tree type = TREE_TYPE(value.shadow), zero = build_zero_cst(type);

	if (!kmsan_is_clean(value.shadow))
		value.shadow = gimple_build(seq, kfn->loc, VEC_COND_EXPR, type,
					    mask, taken ? value.shadow : zero,
					    taken ? zero : value.shadow);
	return value;
}

/* What .COND_ADD and the like compute in lanes that the mask takes. */
static struct kmsan_value kmsan_conditional(gimple_seq *seq, gcall *stmt)
{
	tree_code code =
		conditional_internal_fn_code(gimple_call_internal_fn(stmt));
	unsigned int n = gimple_call_num_args(stmt);
	tree type = TREE_TYPE(gimple_call_lhs(stmt));
	struct kmsan_value value = kmsan_clean_value(type);

	if (code != ERROR_MARK)
		return kmsan_rule_operation(
			seq, code, type, gimple_call_arg(stmt, 1),
			n == 4 ? gimple_call_arg(stmt, 2) : NULL_TREE,
			NULL_TREE);
	for (unsigned int i = 1; i < n - 1; i++)
		value = kmsan_merge(seq, type, value,
				    kmsan_value_of(gimple_call_arg(stmt, i)));
	return value;
}

/*
 * .COND_ADD (mask, a, b, other) and the like: lanes that the mask does not take
 * are those of the last operand.
 *
 * Return: false if it is something else.
 */
static bool kmsan_rule_conditional(gcall *stmt)
{
	const char *name = internal_fn_name(gimple_call_internal_fn(stmt));
	unsigned int last = gimple_call_num_args(stmt) - 1;
	tree lhs = gimple_call_lhs(stmt), mask;
	struct kmsan_value value, other, open, ones = {};
	gimple_seq *seq = &kfn->out.pre;

	if (!startswith(name, "COND_") || startswith(name, "COND_LEN_") ||
	    !lhs || !VECTOR_TYPE_P(TREE_TYPE(lhs)))
		return false;
	if (!kmsan_propagates())
		return true;
	mask = gimple_call_arg(stmt, 0);
	value = kmsan_masked(seq, mask, kmsan_conditional(seq, stmt), true);
	other = kmsan_masked(seq, mask,
			     kmsan_value_of(gimple_call_arg(stmt, last)),
			     false);
	value.origin = kmsan_origin_choice(other.shadow, other.origin,
					   value.origin);
	value.shadow = kmsan_or(seq, value.shadow, other.shadow);
	open = kmsan_value_of(mask);
	ones.shadow = build_all_ones_cst(TREE_TYPE(value.shadow));
	if (!kmsan_is_clean(open.shadow)) {
		ones = kmsan_masked(seq, open.shadow, ones, true);
		value.origin = kmsan_origin_choice(ones.shadow, open.origin,
						   value.origin);
		value.shadow = kmsan_or(seq, value.shadow, ones.shadow);
	}
	kmsan_set_value(lhs, value);
	return true;
}

/* Internal functions with a rule. */
static const struct {
	enum internal_fn fn;
	kmsan_builtin_fn rule;
} kmsan_internals[] = {
	{ IFN_DEFERRED_INIT, kmsan_rule_deferred_init },
	{ IFN_ADD_OVERFLOW, call_overflow },
	{ IFN_SUB_OVERFLOW, call_overflow },
	{ IFN_MUL_OVERFLOW, call_overflow },
	{ IFN_UBSAN_CHECK_ADD, call_ubsan_arithmetic },
	{ IFN_UBSAN_CHECK_SUB, call_ubsan_arithmetic },
	{ IFN_UBSAN_CHECK_MUL, call_ubsan_arithmetic },
	{ IFN_UBSAN_NULL, call_ignore },
	{ IFN_UBSAN_BOUNDS, call_ignore },
	{ IFN_UBSAN_OBJECT_SIZE, call_ignore },
	{ IFN_UBSAN_PTR, call_ignore },
	{ IFN_BUILTIN_EXPECT, call_first },
	{ IFN_COPYSIGN, call_copysign },
	{ IFN_ABNORMAL_DISPATCHER, call_ignore },
	{ IFN_FALLTHROUGH, call_ignore },
	{ IFN_UNIQUE, call_ignore },
	{ IFN_GOMP_SIMD_LANE, call_ignore },
	{ IFN_GOMP_SIMD_VF, call_ignore },
	{ IFN_GOMP_SIMD_LAST_LANE, call_spread_args },
	{ IFN_GOMP_SIMD_ORDERED_START, call_ignore },
	{ IFN_GOMP_SIMD_ORDERED_END, call_ignore },
	{ IFN_VEC_CONVERT, call_first },
	{ IFN_ANNOTATE, call_first },
	/* A pointer, with the size of what it points to (counted_by). */
	{ KMSAN_IFN_ACCESS_WITH_SIZE, call_first },
	/* It is never executed. */
	{ KMSAN_IFN_ASSUME, call_ignore },
	{ KMSAN_IFN_UADDC, kmsan_rule_carry },
	{ KMSAN_IFN_USUBC, kmsan_rule_carry },
};

/* .ATOMIC_COMPARE_EXCHANGE has the expected value in a register. */
static void call_atomic_internal(gcall *stmt)
{
	HOST_WIDE_INT bytes;

	kmsan_check_operand(gimple_call_arg(stmt, 0));
	if (gimple_call_internal_fn(stmt) == IFN_ATOMIC_COMPARE_EXCHANGE) {
		kmsan_check_operand(gimple_call_arg(stmt, 1));
		bytes = tree_to_shwi(gimple_call_arg(stmt, 3)) & 255;
	} else {
		bytes = kmsan_type_bytes(TREE_TYPE(gimple_call_arg(stmt, 1)));
	}
	kmsan_unpoison(&kfn->out.pre, gimple_call_arg(stmt, 0), bytes);
}

/**
 * kmsan_rule_internal() - a call of an internal function
 * @stmt: the call
 *
 * One without a rule is a use of its arguments and gives a clean result.
 */
void kmsan_rule_internal(gcall *stmt)
{
	enum internal_fn fn = gimple_call_internal_fn(stmt);

	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_internals); i++)
		if (kmsan_internals[i].fn == fn) {
			kmsan_internals[i].rule(stmt);
			return;
		}
	if (kmsan_rule_bitint(stmt) || kmsan_rule_conditional(stmt))
		return;
	if (startswith(internal_fn_name(fn), "ATOMIC_")) {
		call_atomic_internal(stmt);
		return;
	}
	if ((gimple_call_flags(stmt) & ECF_CONST) && gimple_call_lhs(stmt) &&
	    !kmsan_has_pointer(stmt)) {
		call_spread_args(stmt);
		return;
	}
	kmsan_unhandled("internal function", internal_fn_name(fn));
	kmsan_check_arguments(stmt);
	if (gimple_call_lhs(stmt) &&
	    TREE_CODE(gimple_call_lhs(stmt)) != SSA_NAME)
		kmsan_unpoison_ref(&kfn->out.post, gimple_call_lhs(stmt));
}

/**
 * kmsan_builtins_init() - tell the garbage collector about the declarations
 */
void kmsan_builtins_init(void)
{
	register_callback("kmsan", PLUGIN_REGISTER_GGC_ROOTS, NULL,
			  (void *)kmsan_plain_roots);
}
