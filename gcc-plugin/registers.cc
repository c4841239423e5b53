// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * registers.cc - calls of the runtime that keep the caller's registers.
 *
 * By the psABI a function may change nine general registers, so every value
 * that is live across one of our calls has to be saved, and there is such a
 * call for almost every access to memory.  With
 * -fplugin-arg-kmsan-keep-registers the most frequent entry points are called
 * by another name, NAME_keep: functions that change no general register but
 * those of their result, RAX and RDX.  GCC's register allocator asks for the
 * ABI of each call, and gets this answer.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Attribute of the type of such a function.  No source can spell it. */
static const char kmsan_attr_keeps[] = "kmsan keeps registers";

/* Results occupy none of RAX and RDX, the first, or both. */
#define KMSAN_RESULTS 3

/* The last of GCC's slots for ABIs; targets number theirs from 0. */
#define KMSAN_ABI_ID(RESULTS) (NUM_ABI_IDS - 1 - (RESULTS))

static const predefined_function_abi &(*kmsan_old_fntype_abi)(const_tree);
static const predefined_function_abi &(*kmsan_old_insn_abi)(const rtx_insn *);

/* How many of RAX and RDX a result occupies. */
static unsigned int kmsan_result_registers(const_tree fntype)
{
	if (VOID_TYPE_P(TREE_TYPE(fntype)))
		return 0;
	return TREE_CODE(TREE_TYPE(fntype)) == COMPLEX_TYPE ? 2 : 1;
}

/* A call from a shared object may go through the dynamic linker first. */
static bool kmsan_linker_uses(unsigned int regno)
{
	return flag_pic && (regno == R10_REG || regno == R11_REG);
}

/*
 * What any other call may change depends on the function that calls: interrupt
 * handlers keep all registers, and functions with ms_abi some vector registers.
 */
static const predefined_function_abi &kmsan_keeping_abi(unsigned int results)
{
	static HARD_REG_SET made_from[KMSAN_RESULTS];
	predefined_function_abi &abi = function_abis[KMSAN_ABI_ID(results)];
	HARD_REG_SET clobbers = default_function_abi.full_reg_clobbers();

	if (abi.initialized_p() && made_from[results] == clobbers)
		return abi;
	made_from[results] = clobbers;
	for (unsigned int regno = 0; regno < FIRST_PSEUDO_REGISTER; regno++)
		if (GENERAL_REGNO_P(regno) && !kmsan_linker_uses(regno) &&
		    !(regno == AX_REG && results > 0) &&
		    !(regno == DX_REG && results > 1))
			CLEAR_HARD_REG_BIT(clobbers, regno);
	abi.initialize(KMSAN_ABI_ID(results), clobbers);
	return abi;
}

static bool kmsan_keeps_registers(const_tree fntype)
{
	return fntype && TYPE_ATTRIBUTES(fntype) &&
	       lookup_attribute(kmsan_attr_keeps, TYPE_ATTRIBUTES(fntype));
}

static const predefined_function_abi &kmsan_fntype_abi(const_tree fntype)
{
	if (kmsan_keeps_registers(fntype))
		return kmsan_keeping_abi(kmsan_result_registers(fntype));
	if (kmsan_old_fntype_abi)
		return kmsan_old_fntype_abi(fntype);
	return default_function_abi;
}

static const predefined_function_abi &kmsan_insn_abi(const rtx_insn *insn)
{
	tree fndecl = get_call_fndecl(insn);

	if (fndecl && kmsan_keeps_registers(TREE_TYPE(fndecl)))
		return kmsan_fntype_abi(TREE_TYPE(fndecl));
	if (kmsan_old_insn_abi)
		return kmsan_old_insn_abi(insn);
	return default_function_abi;
}

/**
 * kmsan_keeping_type() - the type of an entry point that keeps registers
 * @fntype: its type without that
 */
tree kmsan_keeping_type(tree fntype)
{
	return build_type_attribute_variant(
		fntype, tree_cons(get_identifier(kmsan_attr_keeps), NULL_TREE,
				  TYPE_ATTRIBUTES(fntype)));
}

/**
 * kmsan_wrap_abis() - make the register allocator ask us
 */
void kmsan_wrap_abis(void)
{
	kmsan_old_fntype_abi = targetm.calls.fntype_abi;
	kmsan_old_insn_abi = targetm.calls.insn_callee_abi;
	targetm.calls.fntype_abi = kmsan_fntype_abi;
	targetm.calls.insn_callee_abi = kmsan_insn_abi;
}
