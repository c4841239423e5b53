// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * markers.cc - origins of uninitialised locals in registers.
 *
 * A local in memory is poisoned by the runtime, which makes its origin.  For
 * one in a register that would take a call for each declaration, mostly in
 * vain.  Its origin is a marker, a constant that stands for the variable's
 * name, until the cold block of a guard needs the real one.
 *
 * PHIs and choices may bring many markers together, so a cold block does not
 * compare with each: the markers of a function are consecutive numbers, and a
 * table of the function has their names.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/*
 * Markers count down from here.  No handle of a stack depot has all of its
 * upper bits set.
 */
#define KMSAN_MARKER_TOP 0xffffffffu
#define KMSAN_MARKER_MAX 4096

static unsigned int kmsan_count_markers(void)
{
	return MIN(kfn->markers.names.length(), KMSAN_MARKER_MAX);
}

/**
 * kmsan_uninit_value() - the metadata of an uninitialised local in a register
 * @type: of the value
 * @name: address of the string with the variable's name
 */
struct kmsan_value kmsan_uninit_value(tree type, tree name)
{
	struct kmsan_value value = { kmsan_poisoned(type), NULL };
	struct kmsan_markers *all = &kfn->markers;
	const char *text = kmsan_name_text(name);
	unsigned int marker = 0;
	bool known = true;

	if (!all->index)
		all->index = new hash_map<nofree_string_hash, unsigned int>;
	if (text) {
		unsigned int &index = all->index->get_or_insert(text, &known);

		if (!known) {
			index = all->names.length();
			all->names.safe_push(name);
		}
		if (index < KMSAN_MARKER_MAX)
			marker = KMSAN_MARKER_TOP - index;
	}
	value.origin = kmsan_origin_leaf(
		build_int_cst(unsigned_type_node, marker));
	return value;
}

/*
 * Which variable does an origin, an integer constant, stand for?  Return the
 * address of the string with its name; NULL_TREE if it is not a marker.
 */
static tree kmsan_marker_name(tree marker)
{
	unsigned HOST_WIDE_INT index = KMSAN_MARKER_TOP - tree_to_uhwi(marker);

	return index < kmsan_count_markers() ? kfn->markers.names[index] :
					       NULL_TREE;
}

/* The markers that flow into an origin: NULL_TREE, one, or this for several. */
#define KMSAN_SEVERAL error_mark_node

/* Stands for a name that did not exist when kmsan_find_markers() ran. */
#define KMSAN_NEW_NAME void_node

static tree kmsan_meet_markers(tree a, tree b)
{
	if (!a || a == b)
		return b;
	return b ? KMSAN_SEVERAL : a;
}

/* The operands of a choice between origins: a PHI's or a COND_EXPR's. */
static void kmsan_choice_operands(gimple *stmt, vec<tree> *operands)
{
	if (gphi *phi = dyn_cast<gphi *>(stmt)) {
		for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++)
			operands->safe_push(gimple_phi_arg_def(phi, i));
	} else if (is_gimple_assign(stmt) &&
		   gimple_assign_rhs_code(stmt) == COND_EXPR) {
		operands->safe_push(gimple_assign_rhs2(stmt));
		operands->safe_push(gimple_assign_rhs3(stmt));
	}
}

/* The markers that flow into an origin, which may be newer than the others. */
static tree kmsan_markers_of(tree origin)
{
	const vec<tree> &reach = kfn->markers.reach;
	auto_vec<tree, 2> operands;
	tree sum = NULL_TREE;
	unsigned int i;
	tree operand;

	if (TREE_CODE(origin) == INTEGER_CST)
		return kmsan_marker_name(origin) ? origin : NULL_TREE;
	if (TREE_CODE(origin) != SSA_NAME || !reach.length())
		return NULL_TREE;
	if (SSA_NAME_VERSION(origin) < reach.length() &&
	    reach[SSA_NAME_VERSION(origin)] != KMSAN_NEW_NAME)
		return reach[SSA_NAME_VERSION(origin)];
	kmsan_choice_operands(SSA_NAME_DEF_STMT(origin), &operands);
	FOR_EACH_VEC_ELT (operands, i, operand)
		sum = kmsan_meet_markers(sum, kmsan_markers_of(operand));
	return sum;
}

/*
 * Look at a choice; note its result if more can flow into it than was known
 * before.
 */
static void kmsan_note_choice(gimple *stmt, vec<tree> *changed)
{
	tree result = gimple_get_lhs(stmt), sum;
	auto_vec<tree, 8> operands;
	unsigned int i;
	tree operand;

	if (!result || TREE_CODE(result) != SSA_NAME ||
	    TREE_TYPE(result) != unsigned_type_node)
		return;
	kmsan_choice_operands(stmt, &operands);
	sum = kfn->markers.reach[SSA_NAME_VERSION(result)];
	FOR_EACH_VEC_ELT (operands, i, operand)
		sum = kmsan_meet_markers(sum, kmsan_markers_of(operand));
	if (sum == kfn->markers.reach[SSA_NAME_VERSION(result)])
		return;
	kfn->markers.reach[SSA_NAME_VERSION(result)] = sum;
	changed->safe_push(result);
}

/**
 * kmsan_find_markers() - find out which markers can flow into which origins
 *
 * To be called when the origins of all PHIs exist.  Each name is looked at
 * again only if it goes from none to one, or to several.
 */
void kmsan_find_markers(void)
{
	auto_vec<tree> changed;
	imm_use_iterator iter;
	use_operand_p use;
	basic_block bb;

	if (!kfn->markers.names.length())
		return;
	kfn->markers.reach.safe_grow_cleared(num_ssa_names);
	for (unsigned int i = 0; i < num_ssa_names; i++)
		if (!ssa_name(i))
			kfn->markers.reach[i] = KMSAN_NEW_NAME;
	FOR_EACH_BB_FN (bb, cfun) {
		for (gphi_iterator gsi = gsi_start_phis(bb); !gsi_end_p(gsi);
		     gsi_next(&gsi))
			kmsan_note_choice(gsi.phi(), &changed);
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			kmsan_note_choice(gsi_stmt(gsi), &changed);
	}
	while (changed.length()) {
		tree name = changed.pop();

		FOR_EACH_IMM_USE_FAST (use, iter, name)
			kmsan_note_choice(USE_STMT(use), &changed);
	}
}

/* The names of the function's markers, the last one's first. */
static tree kmsan_marker_table(void)
{
	struct kmsan_markers *all = &kfn->markers;
	unsigned int n = kmsan_count_markers();
	vec<constructor_elt, va_gc> *elts = NULL;
	tree type, init;

	if (all->table)
		return all->table;
	type = build_array_type_nelts(const_ptr_type_node, n);
	for (unsigned int i = n; i-- > 0;)
		CONSTRUCTOR_APPEND_ELT(elts, size_int(n - 1 - i),
				       fold_convert(const_ptr_type_node,
						    all->names[i]));
	init = build_constructor(type, elts);
	TREE_CONSTANT(init) = TREE_STATIC(init) = 1;
	all->table = build_decl(UNKNOWN_LOCATION, VAR_DECL,
				create_tmp_var_name("kmsan_names"), type);
	TREE_STATIC(all->table) = TREE_READONLY(all->table) = 1;
	TREE_ADDRESSABLE(all->table) = 1;
	/* Who folds a read of it copies it, and each marker has such a read. */
	TREE_THIS_VOLATILE(all->table) = 1;
	DECL_ARTIFICIAL(all->table) = DECL_IGNORED_P(all->table) = 1;
	DECL_INITIAL(all->table) = init;
	varpool_node::finalize_decl(all->table);
	all->first = KMSAN_MARKER_TOP - n + 1;
	return all->table;
}

/* Code that finds the name of a marker. */
static tree kmsan_look_up_name(gimple_seq *seq, tree marker)
{
	tree table = build_fold_addr_expr(kmsan_marker_table());
	tree place = gimple_build(seq, kfn->loc, MINUS_EXPR, unsigned_type_node,
				  marker,
				  build_int_cst(unsigned_type_node,
						kfn->markers.first));

	place = gimple_convert(seq, kfn->loc, sizetype, place);
	place = gimple_build(seq, kfn->loc, MULT_EXPR, sizetype, place,
			     TYPE_SIZE_UNIT(const_ptr_type_node));
	place = gimple_build(seq, kfn->loc, POINTER_PLUS_EXPR,
			     TREE_TYPE(table), table, place);
	return kmsan_read(seq, const_ptr_type_node, place, 0);
}

/* Code that gets an origin from the runtime for a local in a register. */
static tree kmsan_origin_of_name(gimple_seq *seq, tree name)
{
	tree slot, address;
	struct kmsan_meta meta;

	if (!kfn->markers.slot) {
		kfn->markers.slot =
			create_tmp_var(unsigned_type_node, "kmsan_slot");
		TREE_ADDRESSABLE(kfn->markers.slot) = 1;
	}
	slot = kfn->markers.slot;
	address = build_fold_addr_expr(slot);
	kmsan_call(seq, KMSAN_EP_poison_alloca, 3, address,
		   build_int_cst(size_type_node, KMSAN_ORIGIN_SIZE), name);
	meta = kmsan_meta_of_address(seq, address, KMSAN_ORIGIN_SIZE, false);
	return kmsan_read(seq, unsigned_type_node,
			  kmsan_origin_pointer(seq, meta.origin), 0);
}

/* Is @origin one of the markers that @which allows? */
static tree kmsan_is_marker(gimple_seq *seq, tree origin, tree which)
{
	if (which != KMSAN_SEVERAL)
		return gimple_build(seq, kfn->loc, EQ_EXPR, boolean_type_node,
				    origin, which);
	kmsan_marker_table();
	return gimple_build(seq, kfn->loc, GE_EXPR, boolean_type_node, origin,
			    build_int_cst(unsigned_type_node,
					  kfn->markers.first));
}

/**
 * kmsan_resolve_origin() - make the code for an origin
 * @anchor: the statement to put it before, in a cold block
 * @origin: may be NULL
 *
 * Return: an SSA name or constant of type unsigned int, never a marker.
 */
tree kmsan_resolve_origin(gimple *anchor, struct kmsan_origin *origin)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(anchor), cold;
	tree value, which, name, made, result, is = NULL_TREE;
	gimple_seq seq = NULL;

	value = kmsan_origin_emit(&seq, origin);
	which = kmsan_markers_of(value);
	if (which && which == value)
		value = kmsan_origin_of_name(&seq, kmsan_marker_name(which));
	else if (which)
		is = kmsan_is_marker(&seq, value, which);
	kmsan_put(&gsi, seq);
	if (!is)
		return value;
	cold = kmsan_split(anchor, is);
	seq = NULL;
	name = which == KMSAN_SEVERAL ? kmsan_look_up_name(&seq, value) :
					kmsan_marker_name(which);
	made = kmsan_origin_of_name(&seq, name);
	kmsan_put(&cold, seq);
	result = make_ssa_name(unsigned_type_node);
	kmsan_join(result, anchor, cold, made, value);
	return result;
}

/**
 * kmsan_markers_finish() - the function at work is done
 */
void kmsan_markers_finish(void)
{
	delete kfn->markers.index;
	kfn->markers.names.release();
	kfn->markers.reach.release();
}
