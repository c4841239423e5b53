// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * declarations.cc - how the IR shows that a local is declared without an
 * initialiser, and the name of the local.
 *
 * It is a .DEFERRED_INIT, or an asm of ours that stands for one (hidden.cc).
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_string() - the address of a string constant
 */
tree kmsan_string(const char *text)
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

/**
 * kmsan_name_text() - the text of a variable's name
 * @name: address of a string
 *
 * Return: the text; NULL if it is not known.
 */
const char *kmsan_name_text(tree name)
{
	tree text = STRIP_NOPS(name);

	if (TREE_CODE(text) != ADDR_EXPR)
		return NULL;
	text = get_base_address(TREE_OPERAND(text, 0));
	return text && TREE_CODE(text) == STRING_CST ?
		       TREE_STRING_POINTER(text) :
		       NULL;
}

/**
 * kmsan_deferred_name() - the name that a .DEFERRED_INIT gives its variable
 * @stmt: the call
 *
 * GCC 12.1 has a flag where later releases have the name.
 *
 * Return: address of a string constant.
 */
tree kmsan_deferred_name(gcall *stmt)
{
	tree name = gimple_call_arg(stmt, 2);
	tree lhs = gimple_call_lhs(stmt);
	tree var = TREE_CODE(lhs) == SSA_NAME ? SSA_NAME_VAR(lhs) :
						get_base_address(lhs);

	if (POINTER_TYPE_P(TREE_TYPE(name)))
		return name;
	return var && DECL_P(var) ? kmsan_descr(var) : kmsan_string("");
}

/*
 * The name of the operand that identifies an asm of ours.  Its constraint, "X",
 * accepts any type: code compiled for LTO may be linked without the plugin, and
 * then the asm stays.
 */
static const char kmsan_hidden_name[] = "kmsan_uninit";
static const char kmsan_unknown_name[] = "kmsan_unknown";

/* Has this asm one input of our own, named @name, and @noutputs outputs? */
static bool kmsan_is_own_asm(gasm *stmt, const char *name,
			     unsigned int noutputs)
{
	tree tag;

	if (gimple_asm_ninputs(stmt) != 1 ||
	    gimple_asm_noutputs(stmt) != noutputs)
		return false;
	tag = TREE_PURPOSE(TREE_PURPOSE(gimple_asm_input_op(stmt, 0)));
	return tag && !strcmp(TREE_STRING_POINTER(tag), name);
}

/**
 * kmsan_is_hidden_uninit() - does this asm stand for a .DEFERRED_INIT?
 * @stmt: an asm statement
 */
bool kmsan_is_hidden_uninit(gasm *stmt)
{
	return kmsan_is_own_asm(stmt, kmsan_hidden_name, 1);
}

/**
 * kmsan_build_hidden_uninit() - an asm that stands for a .DEFERRED_INIT
 * @lhs: what is declared
 * @name: address of the string with its name
 *
 * It has no text, and GCC cannot know its result.
 */
gasm *kmsan_build_hidden_uninit(tree lhs, tree name)
{
	vec<tree, va_gc> *inputs = NULL, *outputs = NULL;
	gasm *hidden;

	kmsan_asm_operand(&inputs, "X", name, kmsan_hidden_name);
	kmsan_asm_operand(&outputs, "=g", lhs);
	hidden = gimple_build_asm_vec("", inputs, outputs, NULL, NULL);
	gimple_asm_set_volatile(hidden, false);
	return hidden;
}

/**
 * kmsan_is_unknown_memory() - is this what kmsan_add_unknown_memory() makes?
 * @stmt: any statement
 */
bool kmsan_is_unknown_memory(gimple *stmt)
{
	gasm *own = dyn_cast<gasm *>(stmt);

	return own && kmsan_is_own_asm(own, kmsan_unknown_name, 0);
}

/**
 * kmsan_add_unknown_memory() - append an asm after which anything may be in the
 * memory that a pointer points to
 * @seq: what it is appended to
 * @pointer: the pointer, or the address of one
 */
void kmsan_add_unknown_memory(gimple_seq *seq, tree pointer)
{
	vec<tree, va_gc> *inputs = NULL;

	kmsan_asm_operand(&inputs, "X", pointer, kmsan_unknown_name);
	kmsan_add_asm(seq, "", inputs, NULL, true);
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

/**
 * kmsan_declared() - what a statement declares
 * @stmt: one that kmsan_is_declaration() accepts
 */
tree kmsan_declared(gimple *stmt)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		return TREE_VALUE(gimple_asm_output_op(hidden, 0));
	return gimple_call_lhs(stmt);
}

/**
 * kmsan_set_declared() - make a statement declare something else
 * @stmt: one that kmsan_is_declaration() accepts
 * @var: what
 */
void kmsan_set_declared(gimple *stmt, tree var)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		TREE_VALUE(gimple_asm_output_op(hidden, 0)) = var;
	else
		gimple_call_set_lhs(stmt, var);
}

/**
 * kmsan_declared_name() - the name of what a statement declares
 * @stmt: one that kmsan_is_declaration() accepts
 *
 * Return: address of a string constant.
 */
tree kmsan_declared_name(gimple *stmt)
{
	if (gasm *hidden = dyn_cast<gasm *>(stmt))
		return TREE_VALUE(gimple_asm_input_op(hidden, 0));
	return kmsan_deferred_name(as_a<gcall *>(stmt));
}
