// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * checks.cc - guards: code that runs only when a shadow is not clean.
 *
 * During the walk no block is split; code that needs a condition is recorded.
 * At the end each guard becomes a test before its statement, and a cold block.
 * Checks of one statement share one test of the union of their shadows; the
 * cold block finds out which of them failed.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static struct kmsan_guard kmsan_new_guard(enum kmsan_guard_kind kind,
					  tree shadow,
					  struct kmsan_origin *origin)
{
	struct kmsan_guard guard;

	memset(&guard, 0, sizeof(guard));
	guard.kind = kind;
	guard.anchor = kfn->walk.stmt;
	guard.loc = kfn->loc;
	guard.shadow = shadow;
	guard.origin = kmsan_origin_for_guard(origin);
	guard.compare.code = ERROR_MARK;
	return guard;
}

/* Is the same shadow already checked for the same statement? */
static bool kmsan_already_checked(tree shadow)
{
	for (unsigned int i = kfn->guards.list.length(); i-- > 0;) {
		const struct kmsan_guard *guard = &kfn->guards.list[i];

		if (guard->anchor != kfn->walk.stmt)
			return false;
		if (guard->kind == KMSAN_GUARD_WARN && guard->shadow == shadow)
			return true;
	}
	return false;
}

/**
 * kmsan_check() - report a value if it is poisoned where the statement at work
 * uses it
 * @value: its metadata
 */
void kmsan_check(struct kmsan_value value)
{
	if (!kmsan_propagates() || kmsan_is_clean(value.shadow) ||
	    kmsan_already_checked(value.shadow))
		return;
	kfn->guards.list.safe_push(
		kmsan_new_guard(KMSAN_GUARD_WARN, value.shadow, value.origin));
	kmsan_set_checked(value.shadow);
}

/**
 * kmsan_check_operand() - check an operand of the statement at work
 * @operand: SSA name or constant
 */
void kmsan_check_operand(tree operand)
{
	if (TREE_CODE(operand) == SSA_NAME &&
	    kmsan_is_tracked_type(TREE_TYPE(operand)))
		kmsan_check(kmsan_value_of(operand));
}

/**
 * kmsan_check_compare() - check a comparison that a branch depends on
 * @code: the comparison
 * @op0: first operand
 * @op1: second operand
 *
 * The test in the hot path is whether the operands have any poison at all; only
 * then does it matter whether the outcome depends on it.
 */
void kmsan_check_compare(enum tree_code code, tree op0, tree op1)
{
	struct kmsan_value a, b;
	struct kmsan_guard guard;
	tree either;

	if (!kmsan_propagates())
		return;
	a = kmsan_value_of(op0);
	b = kmsan_value_of(op1);
	if (kmsan_is_clean(a.shadow) && kmsan_is_clean(b.shadow))
		return;
	if (INTEGRAL_TYPE_P(TREE_TYPE(a.shadow)) &&
	    types_compatible_p(TREE_TYPE(a.shadow), TREE_TYPE(b.shadow)))
		either = kmsan_or(&kfn->out.pre, a.shadow, b.shadow);
	else
		either = gimple_build(&kfn->out.pre, kfn->loc, BIT_IOR_EXPR,
				      boolean_type_node,
				      kmsan_any(&kfn->out.pre, a.shadow),
				      kmsan_any(&kfn->out.pre, b.shadow));
	guard = kmsan_new_guard(KMSAN_GUARD_WARN, either,
				kmsan_origin_choice(b.shadow, b.origin,
						    a.origin));
	guard.compare = kmsan_compare_of(code, op0, op1);
	kfn->guards.list.safe_push(guard);
}

static void kmsan_guard_origin(enum kmsan_guard_kind kind, tree shadow,
			       struct kmsan_origin *origin, tree address,
			       HOST_WIDE_INT offset, HOST_WIDE_INT bytes,
			       tree straddling)
{
	struct kmsan_guard guard = kmsan_new_guard(kind, shadow, origin);

	guard.address = address;
	guard.offset = offset;
	guard.bytes = bytes;
	guard.source = straddling;
	kfn->guards.list.safe_push(guard);
}

/**
 * kmsan_paint() - store the origin of a value that is stored to memory
 * @shadow: its shadow
 * @origin: its origin
 * @address: kmsan_meta.origin of that memory
 * @skip: how many bytes before it are in its first group of four
 * @bytes: size of the value
 * @straddling: NULL_TREE, or where the value goes if that is not aligned
 */
void kmsan_paint(tree shadow, struct kmsan_origin *origin, tree address,
		 HOST_WIDE_INT skip, HOST_WIDE_INT bytes, tree straddling)
{
	kmsan_guard_origin(KMSAN_GUARD_PAINT, shadow, origin, address, 0,
			   bytes, straddling);
	kfn->guards.list.last().skip = skip;
}

/**
 * kmsan_pass_origin() - pass on the origin of an argument or result
 * @shadow: its shadow, not a clean constant
 * @origin: its origin
 * @offset: where it goes in the context state, in bytes
 * @bytes: size of the value that it belongs to
 */
void kmsan_pass_origin(tree shadow, struct kmsan_origin *origin,
		       HOST_WIDE_INT offset, HOST_WIDE_INT bytes)
{
	kmsan_guard_origin(KMSAN_GUARD_PASS, shadow, origin, kmsan_context(),
			   offset, bytes, NULL_TREE);
}

/**
 * kmsan_guard_copy() - let the runtime copy memory that is not clean
 * @shadow: clean only if all of the source's shadow is
 * @dst: address of the destination, a GIMPLE value
 * @src: address of the source, likewise
 * @bytes: how many
 */
void kmsan_guard_copy(tree shadow, tree dst, tree src, HOST_WIDE_INT bytes)
{
	struct kmsan_guard guard =
		kmsan_new_guard(KMSAN_GUARD_COPY, shadow, NULL);

	guard.address = dst;
	guard.source = src;
	guard.bytes = bytes;
	kfn->guards.list.safe_push(guard);
}

/**
 * kmsan_move_guards() - move the guards of a statement to another one
 * @from: the statement at work
 * @to: the statement that its guards are to come before
 */
void kmsan_move_guards(gimple *from, gimple *to)
{
	for (unsigned int i = kfn->guards.list.length(); i-- > 0;) {
		if (kfn->guards.list[i].anchor != from)
			break;
		kfn->guards.list[i].anchor = to;
	}
}

/*
 * A statement that does nothing, to be the anchor of guards in a cold block.
 * It is removed when all of them are in place.
 */
static gimple *kmsan_add_anchor(gimple_stmt_iterator *gsi)
{
	gimple *anchor = gimple_build_nop();

	gsi_insert_after(gsi, anchor, GSI_NEW_STMT);
	return anchor;
}

static void kmsan_remove_anchor(gimple *anchor)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);

	gsi_remove(&gsi, true);
}

/*
 * An empty asm that differs from every other one.  After a warning it keeps the
 * call from becoming a jump, and two calls from being merged: the report shows
 * the return address as the place of the use.
 */
static gasm *kmsan_build_fence(void)
{
	vec<tree, va_gc> *inputs = NULL;
	gasm *fence;

	kmsan_asm_operand(
		&inputs, "i",
		build_int_cst(integer_type_node, kfn->guards.fences++));
	fence = gimple_build_asm_vec("", inputs, NULL, NULL, NULL);
	gimple_asm_set_volatile(fence, true);
	gimple_set_location(fence, kfn->loc);
	return fence;
}

/* The memory that the origin belongs to, if the runtime can find it by that. */
static tree kmsan_guard_source(gimple_seq *seq, const struct kmsan_guard *guard)
{
	return kmsan_runtime_finds_origins() ?
		       kmsan_origin_address(seq, guard->origin) :
		       NULL_TREE;
}

static void kmsan_emit_warning(gimple *anchor, const struct kmsan_guard *guard)
{
	gimple_stmt_iterator gsi;
	gimple_seq seq = NULL;
	tree source = kmsan_guard_source(&seq, guard);

	if (source)
		kmsan_call(&seq, KMSAN_EP_warning_at, 1, source);
	else
		kmsan_call(&seq, KMSAN_EP_warning, 1,
			   kmsan_resolve_origin(anchor, guard->origin));
	gimple_seq_add_stmt(&seq, kmsan_build_fence());
	gsi = gsi_for_stmt(anchor);
	kmsan_put(&gsi, seq);
}

/* An unaligned value may end in one more group of bytes. */
static void kmsan_paint_last_byte(gimple_seq *seq,
				  const struct kmsan_guard *guard, tree origin)
{
	tree last = gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR,
				 ptr_type_node,
				 gimple_convert(seq, kfn->loc, ptr_type_node,
						guard->source),
				 size_int(guard->bytes - 1));
	struct kmsan_meta meta = kmsan_meta_of_address(seq, last, 1, true);

	kmsan_write(seq, kmsan_origin_pointer(seq, meta.origin), 0, origin);
}

/* Let the runtime store the origin. */
static void kmsan_emit_store_origin(gimple *anchor,
				    const struct kmsan_guard *guard)
{
	tree bytes = build_int_cst(size_type_node, guard->bytes);
	gimple_stmt_iterator gsi;
	gimple_seq seq = NULL;
	tree source = kmsan_guard_source(&seq, guard);
	tree to = gimple_convert(&seq, kfn->loc, ptr_type_node, guard->address);

	if (source)
		kmsan_call(&seq, KMSAN_EP_copy_origin, 3, to, bytes, source);
	else
		kmsan_call(&seq, KMSAN_EP_store_origin, 3, to, bytes,
			   kmsan_resolve_origin(anchor, guard->origin));
	gsi = gsi_for_stmt(anchor);
	kmsan_put(&gsi, seq);
}

static void kmsan_emit_paint(gimple *anchor, const struct kmsan_guard *guard)
{
	tree origin = kmsan_resolve_origin(anchor, guard->origin);
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);
	tree address = guard->address;
	gimple_seq seq = NULL;

	if (guard->kind == KMSAN_GUARD_PAINT && !integer_zerop(origin))
		origin = gimple_call_lhs(
			kmsan_call(&seq, KMSAN_EP_chain_origin, 1, origin));
	if (guard->kind == KMSAN_GUARD_PAINT)
		address = kmsan_origin_pointer(&seq, address);
	for (HOST_WIDE_INT done = 0; done < guard->skip + guard->bytes;
	     done += KMSAN_ORIGIN_SIZE)
		kmsan_write(&seq, address, guard->offset + done, origin);
	if (guard->source)
		kmsan_paint_last_byte(&seq, guard, origin);
	kmsan_put(&gsi, seq);
}

static void kmsan_emit_copy(gimple *anchor, const struct kmsan_guard *guard)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);
	gimple_seq seq = NULL;

	kmsan_call(&seq, KMSAN_EP_memcpy, 3, guard->address, guard->source,
		   build_int_cst(size_type_node, guard->bytes));
	kmsan_put(&gsi, seq);
}

static void kmsan_emit_action(gimple *anchor, const struct kmsan_guard *guard)
{
	switch (guard->kind) {
	case KMSAN_GUARD_WARN:
		kmsan_emit_warning(anchor, guard);
		break;
	case KMSAN_GUARD_PAINT:
		if (kmsan_runtime_finds_origins())
			kmsan_emit_store_origin(anchor, guard);
		else
			kmsan_emit_paint(anchor, guard);
		break;
	case KMSAN_GUARD_PASS:
		kmsan_emit_paint(anchor, guard);
		break;
	case KMSAN_GUARD_COPY:
		kmsan_emit_copy(anchor, guard);
		break;
	}
}

/* The precise condition of a guard, as code before @anchor. */
static tree kmsan_guard_condition(gimple *anchor,
				  const struct kmsan_guard *guard)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);
	gimple_seq seq = NULL;
	tree condition;

	condition = guard->compare.code == ERROR_MARK ?
			    kmsan_any(&seq, guard->shadow) :
			    kmsan_compare_shadow(&seq, &guard->compare);
	kmsan_put(&gsi, seq);
	return condition;
}

/* A guard in a cold block: test again, precisely, and act. */
static void kmsan_emit_nested(gimple *anchor, const struct kmsan_guard *guard)
{
	tree condition = kmsan_guard_condition(anchor, guard);
	gimple_stmt_iterator cold;
	gimple *inner;

	if (integer_zerop(condition))
		return;
	if (integer_onep(condition)) {
		kmsan_emit_action(anchor, guard);
		return;
	}
	cold = kmsan_split(anchor, condition);
	inner = kmsan_add_anchor(&cold);
	kmsan_emit_action(inner, guard);
	kmsan_remove_anchor(inner);
}

/*
 * The union of the conditions of a run of guards, as code before their anchor.
 */
static tree kmsan_run_condition(gimple *anchor, unsigned int from,
				unsigned int to)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor);
	tree sum = boolean_false_node;
	gimple_seq seq = NULL;

	for (unsigned int i = from; i < to; i++)
		sum = gimple_build(&seq, kfn->loc, BIT_IOR_EXPR,
				   boolean_type_node, sum,
				   kmsan_any(&seq, kfn->guards.list[i].shadow));
	kmsan_put(&gsi, seq);
	return sum;
}

/* Emit guards @from to @to - 1, all of one statement and one kind. */
static void kmsan_emit_run(unsigned int from, unsigned int to)
{
	gimple *anchor = kfn->guards.list[from].anchor, *inner = anchor;
	bool alone = to - from == 1 &&
		     kfn->guards.list[from].compare.code == ERROR_MARK;
	gimple_stmt_iterator cold;
	tree condition;

	kfn->loc = kfn->guards.list[from].loc;
	condition = kmsan_run_condition(anchor, from, to);
	if (integer_zerop(condition))
		return;
	if (!integer_onep(condition)) {
		cold = kmsan_split(anchor, condition);
		inner = kmsan_add_anchor(&cold);
	}
	for (unsigned int i = from; i < to; i++) {
		if (alone)
			kmsan_emit_action(inner, &kfn->guards.list[i]);
		else
			kmsan_emit_nested(inner, &kfn->guards.list[i]);
	}
	if (inner != anchor)
		kmsan_remove_anchor(inner);
}

/* Emit guards @from to @to - 1, all of one statement. */
static void kmsan_emit_guards_of(unsigned int from, unsigned int to)
{
	unsigned int end;

	for (; from < to; from = end) {
		for (end = from + 1; end < to; end++)
			if (kfn->guards.list[end].kind !=
			    kfn->guards.list[from].kind)
				break;
		kmsan_emit_run(from, end);
	}
}

/**
 * kmsan_emit_guards() - turn everything that was recorded into code
 *
 * A block is split from its end: each split touches all statements after it.
 */
void kmsan_emit_guards(void)
{
	unsigned int from, to;

	for (to = kfn->guards.list.length(); to > 0; to = from) {
		const gimple *anchor = kfn->guards.list[to - 1].anchor;

		for (from = to - 1; from > 0; from--)
			if (kfn->guards.list[from - 1].anchor != anchor)
				break;
		kmsan_emit_guards_of(from, to);
	}
}

/**
 * kmsan_guards_finish() - the function at work is done
 */
void kmsan_guards_finish(void)
{
	kfn->guards.list.release();
}
