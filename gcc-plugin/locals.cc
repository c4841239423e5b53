// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * locals.cc - uninitialised local variables.
 *
 * The gimplifier is told to initialise locals with zeros, which makes it emit
 * .DEFERRED_INIT at each declaration without an initialiser.  No optimiser
 * looks through it.  Here it becomes poison, and the initialisation is dropped.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static tree kmsan_string(const char *text)
{
	return build_string_literal(strlen(text) + 1, text);
}

/**
 * kmsan_descr() - the name of a variable as the runtime wants it
 * @decl: the variable
 *
 * Return: address of a string constant.
 */
tree kmsan_descr(tree decl)
{
	return kmsan_string(DECL_NAME(decl) ?
				    IDENTIFIER_POINTER(DECL_NAME(decl)) :
				    "<anonymous>");
}

/* GCC 12.1 had a flag where later ones have the name. */
static tree kmsan_deferred_name(gcall *stmt)
{
	tree name = gimple_call_arg(stmt, 2);
	tree lhs = gimple_call_lhs(stmt);
	tree var = TREE_CODE(lhs) == SSA_NAME ? SSA_NAME_VAR(lhs) :
						get_base_address(lhs);

	if (POINTER_TYPE_P(TREE_TYPE(name)))
		return name;
	return var && DECL_P(var) ? kmsan_descr(var) : kmsan_string("");
}

/* The name of the operand that says that an asm is one of ours. */
static const char kmsan_hidden_name[] = "kmsan_uninit";

/**
 * kmsan_is_hidden_uninit() - does this asm stand for a .DEFERRED_INIT?
 * @stmt: an asm statement
 */
bool kmsan_is_hidden_uninit(gasm *stmt)
{
	tree name;

	if (gimple_asm_ninputs(stmt) != 1 || gimple_asm_noutputs(stmt) != 1)
		return false;
	name = TREE_PURPOSE(TREE_PURPOSE(gimple_asm_input_op(stmt, 0)));
	return name && !strcmp(TREE_STRING_POINTER(name), kmsan_hidden_name);
}

/*
 * An asm without text whose result nobody can know.  Any operand will do, of any
 * type: code compiled for LTO may be linked without the plugin, and then the asm
 * stays.
 */
static gasm *kmsan_build_hidden_uninit(tree lhs, tree name)
{
	tree tag = build_string(sizeof(kmsan_hidden_name), kmsan_hidden_name);
	vec<tree, va_gc> *inputs = NULL, *outputs = NULL;
	gasm *hidden;

	vec_safe_push(inputs,
		      build_tree_list(build_tree_list(tag, build_string(2, "X")),
				      name));
	kmsan_asm_operand(&outputs, "=g", lhs);
	hidden = gimple_build_asm_vec("", inputs, outputs, NULL, NULL);
	gimple_asm_set_volatile(hidden, false);
	return hidden;
}

/*
 * A variable of the program is undefined on a path that jumps over its
 * declaration.  Let an asm at the start of the function define it.
 */
static void kmsan_hide_undefined(tree name)
{
	tree var = SSA_NAME_VAR(name), hidden_name;
	imm_use_iterator iter;
	use_operand_p use;
	gimple *stmt;
	gasm *hidden;

	if (has_zero_uses(name) || SSA_NAME_OCCURS_IN_ABNORMAL_PHI(name) ||
	    DECL_ARTIFICIAL(var) || DECL_HARD_REGISTER(var))
		return;
	hidden_name = make_ssa_name(var);
	hidden = kmsan_build_hidden_uninit(hidden_name, kmsan_descr(var));
	gimple_set_location(hidden, DECL_SOURCE_LOCATION(var));
	SSA_NAME_DEF_STMT(hidden_name) = hidden;
	FOR_EACH_IMM_USE_STMT (stmt, iter, name) {
		FOR_EACH_IMM_USE_ON_STMT (use, iter)
			SET_USE(use, hidden_name);
		update_stmt(stmt);
	}
	gsi_insert_on_edge_immediate(
		single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun)), hidden);
}

/**
 * kmsan_hide_deferred_inits() - keep optimisers from seeing what is undefined
 *
 * Range propagation takes the result of a .DEFERRED_INIT for an undefined value
 * and a PHI of it and something else for the something else.  Nobody looks
 * through an asm.  Aggregates stay what they are, so that SRA can split them;
 * what it makes of them comes here again.
 */
void kmsan_hide_deferred_inits(void)
{
	basic_block bb;
	unsigned int i;
	tree name;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			gasm *hidden;
			tree lhs;

			if (!gimple_call_internal_p(stmt, IFN_DEFERRED_INIT))
				continue;
			lhs = gimple_call_lhs(stmt);
			if (!is_gimple_reg_type(TREE_TYPE(lhs)) ||
			    (TREE_CODE(lhs) != SSA_NAME && !DECL_P(lhs)))
				continue;
			hidden = kmsan_build_hidden_uninit(
				lhs, kmsan_deferred_name(as_a<gcall *>(stmt)));
			gimple_set_location(hidden, gimple_location(stmt));
			gimple_move_vops(hidden, stmt);
			if (TREE_CODE(lhs) == SSA_NAME)
				SSA_NAME_DEF_STMT(lhs) = hidden;
			gsi_replace(&gsi, hidden, false);
		}
	}
	FOR_EACH_SSA_NAME (i, name, cfun)
		if (SSA_NAME_IS_DEFAULT_DEF(name) && SSA_NAME_VAR(name) &&
		    VAR_P(SSA_NAME_VAR(name)))
			kmsan_hide_undefined(name);
}

/* Let @lhs be an undefined value: what it was without the plugin. */
static void kmsan_leave_undefined(gimple *stmt, tree lhs)
{
	gimple_stmt_iterator gsi = gsi_for_stmt(stmt);
	tree var = create_tmp_reg(TREE_TYPE(lhs));
	tree undefined;
	gassign *copy;

	suppress_warning(var, OPT_Wuninitialized);
	suppress_warning(var, OPT_Wmaybe_uninitialized);
	/*
	 * Without optimisation an undefined value would occupy a register from
	 * the start of the function on; any value will do.
	 */
	undefined = optimize ? get_or_create_ssa_default_def(cfun, var) :
			       build_zero_cst(TREE_TYPE(lhs));
	copy = gimple_build_assign(lhs, undefined);
	gimple_set_location(copy, gimple_location(stmt));
	gsi_replace(&gsi, copy, false);
	kfn->walk.stmt = copy;
}

/* Poison a local in memory where it is declared, or later if that will do. */
static void kmsan_poison_declared(tree lhs, tree size, tree name)
{
	struct kmsan_late_code late = { NULL, NULL };
	gimple_seq *seq = &kfn->out.pre;
	tree address;

	kfn->out.replaced = true;
	if (kfn->cls == KMSAN_UNINSTRUMENTED || integer_zerop(size) ||
	    !kmsan_ref_is_memory(lhs) ||
	    kmsan_is_dead_poison(lhs, kfn->walk.stmt))
		return;
	late.bb = kmsan_first_use(lhs, gimple_bb(kfn->walk.stmt));
	if (late.bb)
		seq = &late.seq;
	address = kmsan_address_of(seq, lhs);
	size = gimple_convert(seq, kfn->loc, size_type_node, size);
	if (kmsan_propagates())
		kmsan_call(seq, KMSAN_EP_poison_alloca, 3, address, size, name);
	else
		kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, address, size);
	if (late.bb)
		kfn->out.late_code.safe_push(late);
}

/* The declaration of @lhs without an initialiser. */
static void kmsan_declare(gimple *stmt, tree lhs, tree size, tree name)
{
	if (TREE_CODE(lhs) != SSA_NAME) {
		kmsan_poison_declared(lhs, size, name);
		return;
	}
	if (kmsan_propagates() && kmsan_is_tracked_type(TREE_TYPE(lhs)))
		kmsan_set_result(lhs,
				 kmsan_uninit_value(TREE_TYPE(lhs), name));
	kmsan_leave_undefined(stmt, lhs);
}

/**
 * kmsan_rule_hidden_uninit() - the declaration of an uninitialised local
 * @stmt: an asm that kmsan_is_hidden_uninit() accepts
 */
void kmsan_rule_hidden_uninit(gasm *stmt)
{
	tree lhs = TREE_VALUE(gimple_asm_output_op(stmt, 0));

	kmsan_declare(stmt, lhs, TYPE_SIZE_UNIT(TREE_TYPE(lhs)),
		      TREE_VALUE(gimple_asm_input_op(stmt, 0)));
}

/**
 * kmsan_rule_deferred_init() - the declaration of an uninitialised local
 * @stmt: a call of .DEFERRED_INIT
 */
void kmsan_rule_deferred_init(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!kmsan_opts.auto_init)
		kmsan_declare(stmt, lhs, gimple_call_arg(stmt, 0),
			      kmsan_deferred_name(stmt));
	else if (kfn->cls == KMSAN_UNINSTRUMENTED)
		return;
	else if (TREE_CODE(lhs) == SSA_NAME)
		kmsan_set_result(lhs, kmsan_clean_value(TREE_TYPE(lhs)));
	else
		kmsan_store_clean(&kfn->out.pre, lhs);
}

/**
 * kmsan_rule_alloca() - memory from the stack
 * @stmt: a call of one of the alloca builtins
 *
 * Arrays of variable length are poisoned by their .DEFERRED_INIT.
 */
void kmsan_rule_alloca(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);

	if (!lhs || (gimple_call_alloca_for_var_p(stmt) &&
		     !kmsan_opts.auto_init))
		return;
	if (kmsan_propagates())
		kmsan_call(&kfn->out.post, KMSAN_EP_poison_alloca, 3, lhs,
			   gimple_call_arg(stmt, 0), kmsan_string("alloca"));
	else
		kmsan_call(&kfn->out.post, KMSAN_EP_unpoison_alloca, 2, lhs,
			   gimple_call_arg(stmt, 0));
}

/**
 * kmsan_is_declaration() - does this statement declare an uninitialised local?
 */
bool kmsan_is_declaration(gimple *stmt)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		return kmsan_is_hidden_uninit(hidden);
	return gimple_call_internal_p(stmt, IFN_DEFERRED_INIT);
}

static tree kmsan_declared(gimple *stmt)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		return TREE_VALUE(gimple_asm_output_op(hidden, 0));
	return gimple_call_lhs(stmt);
}

static void kmsan_set_declared(gimple *stmt, tree var)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		TREE_VALUE(gimple_asm_output_op(hidden, 0)) = var;
	else
		gimple_call_set_lhs(stmt, var);
}

static tree kmsan_declared_name(gimple *stmt)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		return TREE_VALUE(gimple_asm_input_op(hidden, 0));
	return kmsan_deferred_name(as_a<gcall *>(stmt));
}

/* Is @ref the local, or member of a nested function's frame, called @name? */
static bool kmsan_is_local_called(tree ref, tree name)
{
	tree base = get_base_address(ref);
	tree decl = TREE_CODE(ref) == COMPONENT_REF ? TREE_OPERAND(ref, 1) :
						      ref;
	const char *text = kmsan_name_text(name);

	if (!base || !auto_var_p(base) || !DECL_P(decl) || !DECL_NAME(decl))
		return false;
	return text && !strcmp(text, IDENTIFIER_POINTER(DECL_NAME(decl)));
}

/* The store of what @stmt declares to the variable's own memory, or NULL. */
static gimple *kmsan_declaring_store(gimple *stmt)
{
	use_operand_p use;
	gimple *store;

	if (!kmsan_is_declaration(stmt) ||
	    TREE_CODE(kmsan_declared(stmt)) != SSA_NAME ||
	    !single_imm_use(kmsan_declared(stmt), &use, &store) ||
	    !gimple_assign_single_p(store))
		return NULL;
	return kmsan_is_local_called(gimple_assign_lhs(store),
				     kmsan_declared_name(stmt)) ?
		       store :
		       NULL;
}

/**
 * kmsan_join_stored_inits() - let a .DEFERRED_INIT declare locals in memory
 *
 * Scalars come as a register that is declared and then stored.  The program
 * does not have that store, which would be seen in a report, and of a volatile
 * local on the bus.
 */
void kmsan_join_stored_inits(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		gimple_stmt_iterator gsi = gsi_start_bb(bb);

		while (!gsi_end_p(gsi)) {
			gimple *stmt = gsi_stmt(gsi), *joined;
			gimple *store = kmsan_declaring_store(stmt);
			gimple_stmt_iterator store_gsi;

			if (!store) {
				gsi_next(&gsi);
				continue;
			}
			joined = gimple_copy(stmt);
			kmsan_set_declared(joined, gimple_assign_lhs(store));
			gimple_move_vops(joined, store);
			store_gsi = gsi_for_stmt(store);
			gsi_replace(&store_gsi, joined, false);
			gsi_remove(&gsi, true);
			release_defs(stmt);
		}
	}
}

/* Locals of the function at work that were declared without initialiser. */
static hash_set<tree> *kmsan_declared_locals;

static tree kmsan_note_one(gimple_stmt_iterator *gsi, bool *handled,
			   struct walk_stmt_info *)
{
	gimple *stmt = gsi_stmt(*gsi);
	tree lhs;

	*handled = false;
	if (gimple_call_internal_p(stmt, IFN_DEFERRED_INIT)) {
		lhs = gimple_call_lhs(stmt);
		if (VAR_P(lhs) && !is_gimple_reg_type(TREE_TYPE(lhs)))
			kmsan_declared_locals->add(lhs);
	}
	return NULL_TREE;
}

/**
 * kmsan_note_declared() - remember the locals that are declared
 *
 * To be called before there is a flow graph, while what is unreachable is
 * still there.
 */
void kmsan_note_declared(void)
{
	struct walk_stmt_info info;

	delete kmsan_declared_locals;
	kmsan_declared_locals = new hash_set<tree>;
	memset(&info, 0, sizeof(info));
	walk_gimple_seq(gimple_body(current_function_decl), kmsan_note_one,
			NULL, &info);
}

/**
 * kmsan_restore_declared() - declare locals whose declaration is never reached
 *
 * A switch may jump over a declaration that nothing reaches.  The variable is
 * there all the same, so it is declared at the start of the function.
 */
void kmsan_restore_declared(void)
{
	basic_block bb;

	if (!kmsan_declared_locals)
		return;
	FOR_EACH_BB_FN (bb, cfun)
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi))
			if (gimple_call_internal_p(gsi_stmt(gsi),
						   IFN_DEFERRED_INIT))
				kmsan_declared_locals->remove(
					gimple_call_lhs(gsi_stmt(gsi)));
	for (hash_set<tree>::iterator it = kmsan_declared_locals->begin();
	     it != kmsan_declared_locals->end(); ++it) {
		tree size = TYPE_SIZE_UNIT(TREE_TYPE(*it));
		gcall *call;

		if (kmsan_type_bytes(TREE_TYPE(*it)) <= 0)
			continue;
		call = gimple_build_call_internal(
			IFN_DEFERRED_INIT, 3, size,
			build_int_cst(integer_type_node, AUTO_INIT_ZERO),
			kmsan_descr(*it));
		gimple_call_set_lhs(call, *it);
		gimple_set_location(call, DECL_SOURCE_LOCATION(*it));
		gsi_insert_on_edge_immediate(
			single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun)), call);
	}
	delete kmsan_declared_locals;
	kmsan_declared_locals = NULL;
}

/**
 * kmsan_locals_start() - a function is about to be looked at
 */
void kmsan_locals_start(void)
{
	kfn->locals.covered = BITMAP_ALLOC(NULL);
}

/**
 * kmsan_locals_finish() - the function at work is done
 */
void kmsan_locals_finish(void)
{
	BITMAP_FREE(kfn->locals.covered);
}

/**
 * kmsan_set_covered() - a local in memory needs no poison from us
 * @var: the local
 */
void kmsan_set_covered(tree var)
{
	bitmap_set_bit(kfn->locals.covered, DECL_UID(var));
}

/**
 * kmsan_is_covered() - does something else poison, or clean, this local?
 * @var: a variable
 */
bool kmsan_is_covered(tree var)
{
	return bitmap_bit_p(kfn->locals.covered, DECL_UID(var));
}

/**
 * kmsan_scan_locals() - find the locals in memory that .DEFERRED_INIT covers
 */
void kmsan_scan_locals(void)
{
	basic_block bb;

	FOR_EACH_BB_FN (bb, cfun) {
		for (gimple_stmt_iterator gsi = gsi_start_bb(bb);
		     !gsi_end_p(gsi); gsi_next(&gsi)) {
			gimple *stmt = gsi_stmt(gsi);
			tree base;

			if (!kmsan_is_declaration(stmt))
				continue;
			base = get_base_address(kmsan_declared(stmt));
			if (base && DECL_P(base))
				kmsan_set_covered(base);
		}
	}
}

/* Must this local be poisoned although nothing says that it is declared? */
static bool kmsan_needs_entry_poison(tree var)
{
	if (!VAR_P(var) || TREE_STATIC(var) || DECL_EXTERNAL(var) ||
	    is_gimple_reg(var) || DECL_HARD_REGISTER(var) ||
	    DECL_HAS_VALUE_EXPR_P(var) ||
	    !auto_var_in_fn_p(var, current_function_decl))
		return false;
	if (kmsan_type_bytes(TREE_TYPE(var)) <= 0)
		return false;
	if (kmsan_is_jumped_over(var))
		return true;
	if (kmsan_is_covered(var))
		return false;
	if (lookup_attribute("uninitialized", DECL_ATTRIBUTES(var)))
		return true;
	/* A copy that a body of OpenMP's has for itself is not declared. */
	if (!DECL_ARTIFICIAL(var) &&
	    kmsan_is_called_unseen(current_function_decl))
		return true;
	/* An initialiser need not reach the padding. */
	return clear_padding_type_may_have_padding_p(TREE_TYPE(var));
}

/**
 * kmsan_align_locals() - let no two locals share an origin
 *
 * A value of less than four bytes, or one that is not aligned, would have its
 * origin from whatever was stored beside it last.
 */
void kmsan_align_locals(void)
{
	unsigned int i;
	tree var;

	FOR_EACH_LOCAL_DECL (cfun, i, var)
		if (VAR_P(var) && !TREE_STATIC(var) && !DECL_EXTERNAL(var) &&
		    !is_gimple_reg(var) && !DECL_HARD_REGISTER(var) &&
		    DECL_ALIGN_UNIT(var) < KMSAN_ORIGIN_SIZE &&
		    auto_var_in_fn_p(var, current_function_decl))
			SET_DECL_ALIGN(var, KMSAN_ORIGIN_SIZE * BITS_PER_UNIT);
}

/**
 * kmsan_poison_locals() - poison locals that no .DEFERRED_INIT covers
 *
 * Otherwise their padding would keep the shadow of an older frame.
 */
void kmsan_poison_locals(void)
{
	unsigned int i;
	tree var;

	FOR_EACH_LOCAL_DECL (cfun, i, var) {
		struct kmsan_late_code late = { NULL, NULL };
		gimple_seq *seq = &kfn->out.entry;
		tree address, size;

		if (!kmsan_needs_entry_poison(var) ||
		    kmsan_is_dead_poison(var, NULL))
			continue;
		late.bb = kmsan_first_use(
			var, single_succ(ENTRY_BLOCK_PTR_FOR_FN(cfun)));
		if (late.bb)
			seq = &late.seq;
		address = kmsan_address_of(seq, var);
		size = build_int_cst(size_type_node,
				     kmsan_type_bytes(TREE_TYPE(var)));
		if (kmsan_propagates() && !kmsan_opts.auto_init)
			kmsan_call(seq, KMSAN_EP_poison_alloca, 3, address,
				   size, kmsan_descr(var));
		else
			kmsan_call(seq, KMSAN_EP_unpoison_alloca, 2, address,
				   size);
		if (late.bb)
			kfn->out.late_code.safe_push(late);
	}
}

static bool kmsan_is_padded_initialiser(tree decl)
{
	tree type = TREE_TYPE(decl);

	return VAR_P(decl) && !TREE_STATIC(decl) && !DECL_EXTERNAL(decl) &&
	       !DECL_HARD_REGISTER(decl) && DECL_INITIAL(decl) &&
	       DECL_INITIAL(decl) != error_mark_node &&
	       kmsan_type_bytes(type) > 0 && !is_empty_type(type) &&
	       clear_padding_type_may_have_padding_p(type);
}

/*
 * Let the gimplifier neither initialise the variable nor clear its padding
 * behind the initialiser.
 */
static void kmsan_mark_uninitialised(tree decl)
{
	DECL_ATTRIBUTES(decl) =
		tree_cons(get_identifier("uninitialized"), NULL_TREE,
			  DECL_ATTRIBUTES(decl));
}

/* DECL_EXPR x = init;  ->  DECL_EXPR x; x = .DEFERRED_INIT (); x = init; */
static tree kmsan_split_declaration(tree declaration)
{
	tree decl = DECL_EXPR_DECL(declaration);
	location_t loc = EXPR_LOCATION(declaration);
	tree list = NULL_TREE, call, init;

	call = build_call_expr_internal_loc(
		loc, IFN_DEFERRED_INIT, TREE_TYPE(decl), 3,
		TYPE_SIZE_UNIT(TREE_TYPE(decl)),
		build_int_cst(integer_type_node, AUTO_INIT_ZERO),
		kmsan_descr(decl));
	call = build2_loc(loc, MODIFY_EXPR, TREE_TYPE(decl), decl, call);
	init = build2_loc(loc, INIT_EXPR, TREE_TYPE(decl), decl,
			  DECL_INITIAL(decl));
	TREE_SIDE_EFFECTS(call) = TREE_SIDE_EFFECTS(init) = 1;
	DECL_INITIAL(decl) = NULL_TREE;
	append_to_statement_list(declaration, &list);
	append_to_statement_list(call, &list);
	append_to_statement_list(init, &list);
	return list;
}

static tree kmsan_split_initialiser(tree *tp, int *walk_subtrees, void *data)
{
	tree decl;

	if (TYPE_P(*tp)) {
		*walk_subtrees = 0;
		return NULL_TREE;
	}
	/*
	 * A compound literal is part of an expression: its padding is poisoned
	 * at the start of the function instead.
	 */
	if (TREE_CODE(*tp) == COMPOUND_LITERAL_EXPR)
		decl = COMPOUND_LITERAL_EXPR_DECL(*tp);
	else if (TREE_CODE(*tp) == DECL_EXPR)
		decl = DECL_EXPR_DECL(*tp);
	else
		return NULL_TREE;
	if (!VAR_P(decl) || !DECL_INITIAL(decl) || TREE_STATIC(decl))
		return NULL_TREE;
	*walk_subtrees = 0;
	walk_tree_without_duplicates(&DECL_INITIAL(decl),
				     kmsan_split_initialiser, data);
	if (!kmsan_is_padded_initialiser(decl))
		return NULL_TREE;
	kmsan_mark_uninitialised(decl);
	/* A constant one may become static data, without a hole. */
	if (TREE_CODE(*tp) == DECL_EXPR && !TREE_READONLY(decl))
		*tp = kmsan_split_declaration(*tp);
	return NULL_TREE;
}

/**
 * kmsan_split_padded_initialisers() - declare first, initialise then
 * @fndecl: a function that the front end has just finished
 *
 * A declaration with an initialiser gets no .DEFERRED_INIT, yet padding that it
 * does not reach is poisoned.  So let there be two statements.
 */
void kmsan_split_padded_initialisers(tree fndecl)
{
	if (!DECL_SAVED_TREE(fndecl) || kmsan_opts.auto_init ||
	    kmsan_function_class(fndecl) == KMSAN_UNINSTRUMENTED)
		return;
	walk_tree_without_duplicates(&DECL_SAVED_TREE(fndecl),
				     kmsan_split_initialiser, NULL);
}
