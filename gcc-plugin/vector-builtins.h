/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * vector-builtins.h - what the modules for builtins of the target share.
 */
#ifndef KMSAN_VECTOR_BUILTINS_H
#define KMSAN_VECTOR_BUILTINS_H

/* How a builtin makes its result; vector-builtins.def says what each means. */
enum kmsan_vector_kind {
	KMSAN_V_MOVE,
	KMSAN_V_LANES,
	KMSAN_V_HALF,
	KMSAN_V_JOIN,
	KMSAN_V_SCALAR,
	KMSAN_V_FIRST,
	KMSAN_V_SPREAD,
	KMSAN_V_BLOCKS,
	KMSAN_V_VIEW,
	KMSAN_V_PRODUCT,
	KMSAN_V_PAIRS,
	KMSAN_V_PACK,
	KMSAN_V_OPERATION,
	KMSAN_V_AND_NOT,
	KMSAN_V_SIGN,
	KMSAN_V_BLEND,
	KMSAN_V_DOT,
	KMSAN_V_CLMUL,
	KMSAN_V_TEST,
	KMSAN_V_STRINGS,
	KMSAN_V_LOW_BITS,
	KMSAN_V_TO_MASK,
	KMSAN_V_LOAD,
	KMSAN_V_STORE,
	KMSAN_V_GATHER,
	KMSAN_V_SCATTER,
	KMSAN_V_CARRY,
	KMSAN_V_OUTPUTS,
	KMSAN_V_COPY,
	KMSAN_V_ZERO_LINE,
	KMSAN_V_CONTROL,
	KMSAN_V_SAVE,
	KMSAN_V_CLEAN,
	KMSAN_V_HINT,
};

/**
 * struct kmsan_vector_row - one row of vector-builtins.def
 * @pattern: of the name after __builtin_ia32_, like a shell's
 * @kind: how the result depends on the operands
 * @roles: a letter for each operand
 * @code: the operation on trees, or another detail of @kind
 * @bits: the bits that matter of an operand with role "l" or "c", as a mask, 0
 *	for all; or another detail of @kind
 */
struct kmsan_vector_row {
	const char *pattern;
	enum kmsan_vector_kind kind;
	const char *roles;
	int code;
	unsigned int bits;
};

/* Operands that a builtin can have. */
#define KMSAN_MAX_OPERANDS 16

/**
 * struct kmsan_vector_call - a call of a builtin of the target
 * @stmt: the call
 * @fndecl: the builtin
 * @row: its row
 * @seq: where the code goes
 * @type: of its result; NULL_TREE for none
 * @n: how many operands
 * @role: of each
 * @op: the operands
 * @value: their metadata; clean for those without
 * @mask: which operand selects the lanes that change; -1 for none
 * @others: which operand has the lanes that do not; -1 if they become 0
 */
struct kmsan_vector_call {
	gcall *stmt;
	tree fndecl;
	const struct kmsan_vector_row *row;
	gimple_seq *seq;
	tree type;
	unsigned int n;
	char role[KMSAN_MAX_OPERANDS];
	tree op[KMSAN_MAX_OPERANDS];
	struct kmsan_value value[KMSAN_MAX_OPERANDS];
	int mask;
	int others;
};

/* vector-kinds.cc */
tree kmsan_formal_type(tree fndecl, unsigned int index);
HOST_WIDE_INT kmsan_immediate(struct kmsan_vector_call *c, unsigned int index);
tree kmsan_lowest_lanes(tree type, unsigned int n, tree lane);
tree kmsan_vector_shadow(struct kmsan_vector_call *c);

/* vector-control.cc */
bool kmsan_vector_control(struct kmsan_vector_call *c,
			  struct kmsan_value *result);

/* vector-memory.cc */
bool kmsan_vector_memory(struct kmsan_vector_call *c,
			 struct kmsan_value *result);

/* vector-builtins.cc */
void kmsan_rule_target_builtin(gcall *stmt, tree fndecl);

#endif /* KMSAN_VECTOR_BUILTINS_H */
