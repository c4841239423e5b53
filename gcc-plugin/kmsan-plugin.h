/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan-plugin.h - what the modules of the plugin share.
 *
 * Terms: the shadow of a value has one bit for each of its bits, set where it
 * is uninitialised (poisoned); its origin is a 32-bit handle that says where
 * the poison comes from.  A shadow that is a zero constant is clean, and every
 * module folds it away.
 *
 * Names: rule_* make code for the shadow of an operation, and do nothing else;
 * kmsan_rule_* do all that a statement needs; kmsan_emit_* make code that was
 * only recorded before.
 *
 * The modules, bottom up.  Each calls only those before it in this list; a test
 * checks that.
 *
 * The base, which all others may use:
 *   arguments.cc       what the user asks for, by arguments.def
 *   unhandled.cc       the list of constructs without a rule
 *   attribs.cc         function classes, attributes, inlining
 *   clones.cc          functions that GCC derives from the program's
 *   switches.cc        where the runtime is turned off and on
 *   facts.cc           facts about functions that instrumentation makes untrue
 *   registers.cc       calls of the runtime that keep the caller's registers
 *   blocks.cc          putting our own code into a function
 *   declarations.cc    what declares an uninitialised local, and its name
 *   tail-calls.cc      calls that must become jumps
 *   foreign.cc         code of GCC's other instrumentations
 *   lifetimes.cc       where a local in memory has to be poisoned
 *
 * How code reaches metadata:
 *   entry-points.cc    the functions of the runtime
 *   metadata.cc        where the shadow and origin of memory are
 *   page-cache.cc      fewer calls of the runtime for metadata
 *
 * The metadata of values:
 *   shadow.cc          types of shadows; union, cast, spread
 *   origins.cc         where poison comes from
 *   markers.cc         origins of uninitialised locals in registers
 *   names.cc           the shadow and origin of each SSA name
 *
 * The algebra; it makes code from operands, whatever the statement is:
 *   bits.cc            rules for operations that move bits
 *   conditions.cc      rules for comparisons and selections
 *   arithmetic.cc      rules for multiplication, division and the like
 *   vectors.cc         rules for vectors, lane by lane
 *   rules.cc           the table of all rules
 *
 * Checks, assignments and memory:
 *   checks.cc          guards: code that runs only when a shadow is not clean
 *   assign.cc          the metadata of an assignment's result
 *   stored.cc          shadow and origin of a value as memory holds them
 *   access.cc          the bytes that a reference touches
 *   memory.cc          loads, stores and copies
 *
 * Uninitialised local variables:
 *   jumps.cc           locals whose declaration is jumped over
 *   padding.cc         initialisers that leave padding out
 *   hidden.cc          declarations on their way to the pass
 *   locals.cc          where they are poisoned
 *
 * Calls:
 *   slots.cc           where arguments are in the context state
 *   ms-abi.cc          Microsoft's calling convention
 *   call-tag.cc        which function the context state is meant for
 *   bitint.cc          integers beyond the registers
 *   varargs.cc         variadic arguments
 *   calls.cc           arguments and results
 *   asm.cc             inline assembly
 *   vector-kinds.cc    builtins of the target: what each kind makes of shadow
 *   vector-memory.cc   builtins of the target that access memory
 *   vector-control.cc  those that talk to the processor
 *   vector-builtins.cc the kind of each builtin of the target
 *   openmp.cc          memory that libgomp writes
 *   builtins.cc        tables of builtins and internal functions
 *
 * The whole:
 *   boundary.cc        the list of calls that leave uninstrumented code
 *   pass.cc            the walk over a function
 *   late.cc            what is done after the optimisers
 *   schedule.cc        where the passes stand among GCC's
 *   plugin.cc          registration
 *   loader.c           what GCC loads: compares versions, then loads the rest
 */
#ifndef KMSAN_PLUGIN_H
#define KMSAN_PLUGIN_H

#include "kmsan-abi.h"

/* Where a field of the context state is, in bytes. */
#define KMSAN_CONTEXT(FIELD) \
	((HOST_WIDE_INT)offsetof(struct kmsan_context_state, FIELD))

/* How compiled code reaches the metadata of memory. */
enum kmsan_reach {
	KMSAN_REACH_CALL, /* it calls the runtime's getters */
	KMSAN_REACH_USER, /* arithmetic on the address: a program's layout */
	KMSAN_REACH_KERNEL, /* the same, the kernel's layout */
};

/**
 * struct kmsan_options - what the arguments of the plugin say
 * @param_retval: eager mode: scalar arguments are checked at the call
 * @no_checks: every function of the file is of the class no-checks
 * @keep_registers: call the entry points that keep the caller's registers
 * @page_cache: ask for metadata once where accesses are near each other
 * @metadata: how the metadata of memory is reached
 * @call_tag: callers say which function they pass shadow to, and callees look
 * @uninstrumented: every function of the file is of the class uninstrumented
 * @boundary_audit: file that the list of calls from uninstrumented functions is
 *	appended to, "-" for stderr, NULL for none
 * @dump: flags of -fdump-tree-kmsan, "" for none; NULL for no dump
 * @unhandled: file that the list of unhandled constructs is appended to, as
 *	@boundary_audit
 * @auto_init: the user asked for initialised locals (-ftrivial-auto-var-init=)
 */
struct kmsan_options {
	bool param_retval;
	bool no_checks;
	bool keep_registers;
	bool page_cache;
	enum kmsan_reach metadata;
	bool call_tag;
	bool uninstrumented;
	const char *boundary_audit;
	const char *dump;
	const char *unhandled;
	bool auto_init;
};

extern struct kmsan_options kmsan_opts;

/* What the plugin does with a function, by its attributes. */
enum kmsan_class {
	KMSAN_INSTRUMENTED,
	KMSAN_NO_CHECKS,
	KMSAN_UNINSTRUMENTED,
};

/**
 * struct kmsan_origin - where the poison of a value comes from
 * @value: the handle, an SSA name or constant of type unsigned int, once there
 *	is code that computes it; else NULL and the other members hold
 * @first: origin where @first_shadow is not clean
 * @second: origin elsewhere
 * @first_shadow: the shadow that decides
 * @first_bits: how many of its low bits do; 0 for all
 * @shift: if @wide: where in @value the handle is
 * @wide: @value holds the two handles of eight bytes of memory
 * @pointer: if not NULL, it is in memory there, a kmsan_meta.origin; @value is
 *	NULL until it has been read
 * @offset: bytes from @pointer
 * @type: what to read: unsigned int, or eight bytes if @wide
 * @epoch: kmsan_walk.epoch when it was valid
 * @place: statement after which it can be read as it was then
 * @reload: it is still there: read it now instead of using @value
 * @depth: of the tree of such choices
 *
 * A choice between two origins is only needed where a value turned out to be
 * poisoned, so its code is put into the cold block that needs it.
 */
struct kmsan_origin {
	tree value;
	struct kmsan_origin *first;
	struct kmsan_origin *second;
	tree first_shadow;
	unsigned int first_bits;
	unsigned int shift;
	bool wide;
	tree pointer;
	HOST_WIDE_INT offset;
	tree type;
	unsigned int epoch;
	gimple *place;
	bool reload;
	unsigned int depth;
};

/**
 * struct kmsan_value - the metadata of a value
 * @shadow: SSA name or constant of kmsan_shadow_type() of the value's type
 * @origin: where the poison comes from; NULL if @shadow is a clean constant
 */
struct kmsan_value {
	tree shadow;
	struct kmsan_origin *origin;
};

/**
 * struct kmsan_access - the bytes in memory that a reference touches
 * @ref: the reference as the statement has it
 * @object: @ref, or what @ref is a part of; it starts at a byte
 * @offset: NULL_TREE, or bytes from @object that are not constant
 * @place: bytes from there to the first byte
 * @bytes: how many bytes
 * @bit: where in them the value starts, as a BIT_FIELD_REF counts
 * @bits: of the value
 * @reverse: the value is in the other byte order
 * @part: the value does not fill the bytes, or is not in the processor's order
 * @align: a power of two, in bytes, and
 * @misalign: the remainder of the first byte's address divided by it
 */
struct kmsan_access {
	tree ref;
	tree object;
	tree offset;
	HOST_WIDE_INT place;
	HOST_WIDE_INT bytes;
	HOST_WIDE_INT bit;
	HOST_WIDE_INT bits;
	bool reverse;
	bool part;
	HOST_WIDE_INT align;
	HOST_WIDE_INT misalign;
};

/**
 * struct kmsan_meta - where the metadata of some memory is
 * @shadow: SSA name or address constant, points to shadow
 * @origin: what kmsan_origin_pointer() makes the address of its origins from
 */
struct kmsan_meta {
	tree shadow;
	tree origin;
};

/**
 * struct kmsan_request - code that asks the runtime for metadata
 * @call: the call
 * @address: of the memory
 * @bytes: its size; -1 if it varies
 * @in_page: it is known not to reach into a second page
 * @store: metadata is going to be written
 * @shadow: SSA name with the address of the shadow
 * @origin: SSA name with that of the origins
 */
struct kmsan_request {
	gcall *call;
	tree address;
	HOST_WIDE_INT bytes;
	bool in_page;
	bool store;
	tree shadow;
	tree origin;
};

/* How the metadata of an argument or result travels. */
enum kmsan_passing {
	KMSAN_PASS_NOTHING, /* it has no slot */
	KMSAN_PASS_CLEAN, /* a slot that is not read: checked at the call */
	KMSAN_PASS_SCALAR, /* shadow and one origin */
	KMSAN_PASS_SPLIT, /* memory in registers: an origin for each 8 bytes */
	KMSAN_PASS_MEMORY, /* memory: an origin for each 4 bytes */
	KMSAN_PASS_REFERENCE, /* a pointer: the metadata is where it points */
};

/**
 * struct kmsan_slot - the place of an argument in the context state
 * @passing: how its metadata travels
 * @offset: in param_tls, and in param_origin_tls
 * @bytes: its size
 */
struct kmsan_slot {
	enum kmsan_passing passing;
	HOST_WIDE_INT offset;
	HOST_WIDE_INT bytes;
};

/* A PHI of an instrumented function and those of its shadow and origin. */
struct kmsan_phi {
	gphi *value;
	gphi *shadow;
	gphi *origin;
};

/* Code that goes to the start of a block once all blocks have been visited. */
struct kmsan_block_code {
	basic_block bb;
	gimple_seq seq;
};

/* A comparison whose exact shadow is only computed when it may be poisoned. */
struct kmsan_compare {
	enum tree_code code;
	tree op[2];
	tree shadow[2];
	const struct kmsan_term *term[2];
	const struct kmsan_range *range;
	const struct kmsan_sum *sum;
};

/* A value that depends on which function the context state is meant for. */
struct kmsan_tag_choice {
	tree result;
	tree usual;
	tree stale;
};

/**
 * struct kmsan_tag - whether the context state is meant for this function
 * @choices: values that depend on the answer
 * @stale: code for where it is meant for another function
 * @differs: a boolean that is true if it is
 * @anchor: statement before which it is decided; NULL if nothing depends on it
 */
struct kmsan_tag {
	vec<struct kmsan_tag_choice> choices;
	gimple_seq stale;
	tree differs;
	gimple *anchor;
};

/**
 * struct kmsan_markers - constants that are origins of locals in registers
 * @names: of the variables
 * @index: where in @names a name is; NULL while there is none
 * @reach: by SSA version, which markers can flow into an origin
 * @table: variable with the addresses of @names; NULL until needed
 * @first: the lowest marker, that of the first name in @table
 * @slot: local whose metadata gives registers an origin; NULL until needed
 */
struct kmsan_markers {
	vec<tree> names;
	hash_map<nofree_string_hash, unsigned int> *index;
	vec<tree> reach;
	tree table;
	unsigned int first;
	tree slot;
};

enum kmsan_guard_kind {
	KMSAN_GUARD_WARN, /* report a use */
	KMSAN_GUARD_PAINT, /* store the origin of a value that goes to memory */
	KMSAN_GUARD_PASS, /* store the origin of an argument or result */
	KMSAN_GUARD_COPY, /* copy memory whose shadow is not clean */
};

/**
 * struct kmsan_guard - code to be run only if a shadow is not clean
 * @kind: what to do
 * @anchor: statement that the guard stands before
 * @shadow: the condition
 * @origin: for WARN, PAINT and PASS
 * @compare: for WARN: if .code is not ERROR_MARK, the exact condition
 * @address: for PAINT and PASS where the origins are; for COPY the destination
 * @offset: for PASS, bytes from @address
 * @skip: for PAINT, bytes in the first group of four that are before @address
 * @source: for COPY; for PAINT where the value goes, if its last byte may be in
 *	one more group of four than its size fills
 * @bytes: size of the value in memory, for all but WARN
 */
struct kmsan_guard {
	enum kmsan_guard_kind kind;
	gimple *anchor;
	location_t loc;
	tree shadow;
	struct kmsan_origin *origin;
	struct kmsan_compare compare;
	tree address;
	HOST_WIDE_INT offset;
	HOST_WIDE_INT skip;
	tree source;
	HOST_WIDE_INT bytes;
};

/**
 * struct kmsan_walk - where the walk over the function is
 * @bb: the block at work
 * @stmt: the statement at work
 * @epoch: number of a part of the function, which may be many blocks, in which
 *	nothing is written to memory
 * @last_epoch: the largest number so far
 * @epochs: of each block that was visited, by its index, the one at its end; 0
 *	for others
 * @phis: PHI nodes of shadows and origins whose arguments are still missing
 */
struct kmsan_walk {
	basic_block bb;
	gimple *stmt;
	unsigned int epoch;
	unsigned int last_epoch;
	vec<unsigned int> epochs;
	vec<struct kmsan_phi> phis;
};

/**
 * struct kmsan_output - code that rules have made and the walk puts in place
 * @start: the call that gets the context state, first of all
 * @entry: for the start of the function, after @start
 * @block_code: poison for locals, to be put where they are first used
 * @pre: to be inserted before the statement at work
 * @guarded: the same, but after its guards: code that a report may disturb
 * @post: to be inserted after it
 * @replaced: the statement is to be removed, @pre does its work
 * @doomed: statements to be removed at the end, since guards stand before them
 */
struct kmsan_output {
	gimple_seq start;
	gimple_seq entry;
	vec<struct kmsan_block_code> block_code;
	gimple_seq pre;
	gimple_seq guarded;
	gimple_seq post;
	bool replaced;
	vec<gimple *> doomed;
};

/**
 * struct kmsan_names - the metadata of SSA names
 * @shadows: by SSA version; shadow NULL where not known yet
 * @maybe: SSA versions that may be poisoned
 * @checked: the blocks where a shadow has been checked, by its SSA version
 */
struct kmsan_names {
	vec<struct kmsan_value> shadows;
	bitmap maybe;
	vec<vec<basic_block>> checked;
};

/**
 * struct kmsan_guards - what is made conditional at the end
 * @list: all of them, in order
 * @fences: how many warnings have a fence; numbers the next one
 */
struct kmsan_guards {
	vec<struct kmsan_guard> list;
	unsigned int fences;
};

/**
 * struct kmsan_blocks - blocks of our own
 * @cold: indices of those that are run only for poison, or to fill a cache
 */
struct kmsan_blocks {
	bitmap cold;
};

/**
 * struct kmsan_metadata - how the function reaches metadata
 * @requests: where the runtime is asked for it
 * @settled: no more of them are noted
 * @moves: a call turns the runtime off or on, which moves metadata
 * @distance: of shadow from memory, in a register; NULL until it is asked for
 * @context: address of the context state; NULL until it is asked for
 */
struct kmsan_metadata {
	vec<struct kmsan_request> requests;
	bool settled;
	bool moves;
	tree distance;
	tree context;
};

/**
 * struct kmsan_locals - locals in memory
 * @covered: DECL_UIDs of those that a .DEFERRED_INIT poisons, and of the slots
 *	of results, which nothing poisons
 */
struct kmsan_locals {
	bitmap covered;
};

/**
 * struct kmsan_calls - the last call
 * @own_result: its scalar result, if that is still in the context state
 * @own_result_end: last statement of the code that reads its metadata
 */
struct kmsan_calls {
	tree own_result;
	gimple *own_result_end;
};

/**
 * struct kmsan_va - the variadic arguments of the function
 * @overflow: how many bytes are on the stack; NULL without va_start
 * @shadow: copy of their shadow; NULL if there are none
 * @origin: copy of their origins
 * @end: where the overflow area ends at the latest; all ones if that is known
 */
struct kmsan_va {
	tree overflow;
	tree shadow;
	tree origin;
	tree end;
};

/**
 * struct kmsan_function - state while one function is instrumented
 * @cls: its class; set by pass.cc
 * @loc: location of the code that is made; set by what makes it
 * @walk: set by pass.cc; locals.cc may replace the statement
 * @out: all modules add to it; pass.cc puts it in place
 * @names: belongs to names.cc
 * @blocks: belongs to blocks.cc
 * @guards: belongs to checks.cc
 * @metadata: belongs to metadata.cc; entry-points.cc and page-cache.cc read it
 * @locals: belongs to locals.cc
 * @markers: belongs to markers.cc
 * @calls: belongs to calls.cc
 * @tag: belongs to call-tag.cc
 * @va: belongs to varargs.cc
 *
 * No other module touches what belongs to one, or sets what another sets; a
 * test checks that.
 */
struct kmsan_function {
	enum kmsan_class cls;
	location_t loc;
	struct kmsan_walk walk;
	struct kmsan_output out;
	struct kmsan_names names;
	struct kmsan_blocks blocks;
	struct kmsan_guards guards;
	struct kmsan_metadata metadata;
	struct kmsan_locals locals;
	struct kmsan_markers markers;
	struct kmsan_calls calls;
	struct kmsan_tag tag;
	struct kmsan_va va;
};

extern struct kmsan_function *kfn;

/* Does the function at work propagate shadow and check it? */
static inline bool kmsan_propagates(void)
{
	return kfn->cls == KMSAN_INSTRUMENTED;
}

/* arguments.cc */
extern const char kmsan_help[];
bool kmsan_read_argument(const struct plugin_argument *arg);
void kmsan_append_line(const char **file, const char *argument,
		       const char *line);

/* unhandled.cc */
void kmsan_unhandled(const char *kind, const char *name);

/* attribs.cc */
enum kmsan_class kmsan_function_class(tree fndecl);
enum kmsan_class kmsan_declared_class(tree fndecl);
void kmsan_register_attributes(void *event_data, void *data);
void kmsan_stream_options(void *event_data, void *data);
bool kmsan_recall_options(tree fndecl);
void kmsan_wrap_inlining(void);

/* clones.cc */
bool kmsan_is_part(tree fndecl);
bool kmsan_is_called_unseen(tree fndecl);

/* switches.cc */
void kmsan_find_switches(void);
bool kmsan_has_switch(void);

/* facts.cc */
void kmsan_forget_call_facts(gcall *stmt);
void kmsan_forget_function_facts(void);
void kmsan_deduce_noreturn(void);

/* registers.cc */
tree kmsan_keeping_type(tree fntype);
void kmsan_wrap_abis(void);

/* blocks.cc */
void kmsan_put(gimple_stmt_iterator *gsi, gimple_seq seq);
gimple_stmt_iterator kmsan_split(gimple *anchor, tree condition);
void kmsan_join(tree result, gimple *anchor, gimple_stmt_iterator cold,
		tree made, tree value);
bool kmsan_is_cold(basic_block bb);
void kmsan_blocks_start(void);
void kmsan_blocks_finish(void);
void kmsan_asm_operand(vec<tree, va_gc> **list, const char *constraint,
		       tree operand, const char *name = NULL);
void kmsan_add_asm(gimple_seq *seq, const char *text, vec<tree, va_gc> *inputs,
		   vec<tree, va_gc> *outputs, bool memory);
tree kmsan_hide(gimple_seq *seq, tree name, tree value);
void kmsan_replace_uses(tree old, tree fresh);
void kmsan_remove(gimple *stmt);
void kmsan_remove_unused(tree name);

/* declarations.cc */
const char *kmsan_name_text(tree name);
tree kmsan_descr(tree decl);
bool kmsan_is_declaration(gimple *stmt);
bool kmsan_is_hidden_uninit(gasm *stmt);
tree kmsan_string(const char *text);
tree kmsan_deferred_name(gcall *stmt);
gasm *kmsan_build_hidden_uninit(tree lhs, tree name);
bool kmsan_is_unknown_memory(gimple *stmt);
void kmsan_add_unknown_memory(gimple_seq *seq, tree pointer);
tree kmsan_declared(gimple *stmt);
void kmsan_set_declared(gimple *stmt, tree var);
tree kmsan_declared_name(gimple *stmt);

/* tail-calls.cc */
bool kmsan_is_transparent(gimple *stmt);
bool kmsan_follows_must_tail(greturn *stmt);
void kmsan_separate_must_tails(void);

/* foreign.cc */
void kmsan_mark_traps(void);
bool kmsan_is_foreign_call(gimple *stmt);
bool kmsan_is_foreign_work(gcall *stmt);
bool kmsan_looks_for_shadow(gcall *stmt);
bool kmsan_is_foreign_memory(tree ref);
bool kmsan_is_foreign_branch(gimple *stmt);
void kmsan_cover_first(void);

/* lifetimes.cc */
void kmsan_find_lifetimes(void);
void kmsan_forget_lifetimes(void);
bool kmsan_is_dead_poison(tree var, gimple *declaration);
basic_block kmsan_first_use(tree var, basic_block from);

/* entry-points.cc */
enum kmsan_entry_point {
#define KMSAN_GETTER_ENUM(DIR, BYTES) KMSAN_EP_metadata_ptr_for_##DIR##_##BYTES,
	KMSAN_ABI_GETTERS(KMSAN_GETTER_ENUM)
#undef KMSAN_GETTER_ENUM
#define KMSAN_ENTRY_ENUM(NAME, RET, ARGS) KMSAN_EP_##NAME,
	KMSAN_ABI_ENTRY_POINTS(KMSAN_ENTRY_ENUM)
	KMSAN_ABI_AT_DISTANCE(KMSAN_ENTRY_ENUM)
#undef KMSAN_ENTRY_ENUM
	KMSAN_EP_COUNT
};

tree kmsan_entry_point(enum kmsan_entry_point which);
bool kmsan_is_entry_point(tree fndecl);
void kmsan_entry_points_init(void);
gcall *kmsan_call(gimple_seq *seq, enum kmsan_entry_point which, int nargs,
		  ...);

/* metadata.cc */
void kmsan_metadata_init(void);
void kmsan_metadata_start(void);
void kmsan_metadata_settle(void);
void kmsan_metadata_finish(void);
struct kmsan_meta kmsan_meta_of_place(gimple_seq *seq, tree address,
				      HOST_WIDE_INT bytes, bool store,
				      bool in_page);
struct kmsan_meta kmsan_meta_of_address(gimple_seq *seq, tree address,
					HOST_WIDE_INT bytes, bool store);
struct kmsan_meta kmsan_meta_of_range(gimple_seq *seq, tree address,
				      tree bytes, bool store);
struct kmsan_meta kmsan_meta_again(gimple_seq *seq,
				   const struct kmsan_request *request);
tree kmsan_origin_pointer(gimple_seq *seq, tree origin);
bool kmsan_runtime_finds_origins(void);
void kmsan_announce_distance(void *event_data, void *data);
tree kmsan_context(void);
tree kmsan_context_address(gimple_seq *seq, HOST_WIDE_INT offset);
tree kmsan_mem(tree type, tree pointer, HOST_WIDE_INT offset);
tree kmsan_read(gimple_seq *seq, tree type, tree pointer, HOST_WIDE_INT offset);
void kmsan_write(gimple_seq *seq, tree pointer, HOST_WIDE_INT offset,
		 tree value);
tree kmsan_address_of(gimple_seq *seq, tree ref);

/* page-cache.cc */
bool kmsan_cache_pages(void);

/* shadow.cc */
tree kmsan_uint(HOST_WIDE_INT bytes);
tree kmsan_shadow_type(tree type);
tree kmsan_clean(tree type);
tree kmsan_poisoned(tree type);
bool kmsan_is_clean(tree shadow);
bool kmsan_is_tracked_type(tree type);
HOST_WIDE_INT kmsan_type_bytes(tree type);
bool kmsan_is_x87(tree type);
struct kmsan_value kmsan_clean_value(tree type);
tree kmsan_any(gimple_seq *seq, tree shadow);
tree kmsan_bits(gimple_seq *seq, tree type, tree value);
tree kmsan_spread_lanes(gimple_seq *seq, tree shadow, tree type);
tree kmsan_cast(gimple_seq *seq, tree from_type, tree shadow, tree type);
tree kmsan_spread(gimple_seq *seq, tree shadow, tree type);
tree kmsan_or(gimple_seq *seq, tree a, tree b);

/* origins.cc */
void *kmsan_allocate(size_t bytes);
struct kmsan_origin *kmsan_origin_leaf(tree value);
struct kmsan_origin *kmsan_origin_in_memory(gimple_seq *seq, tree type,
					    tree pointer, HOST_WIDE_INT offset);
struct kmsan_origin *kmsan_origin_half(struct kmsan_origin *wide,
				       unsigned int shift);
struct kmsan_origin *kmsan_origin_choice_bits(tree first_shadow,
					      unsigned int first_bits,
					      struct kmsan_origin *first,
					      struct kmsan_origin *second);
struct kmsan_origin *kmsan_origin_choice(tree first_shadow,
					 struct kmsan_origin *first,
					 struct kmsan_origin *second);
struct kmsan_origin *kmsan_origin_for_guard(struct kmsan_origin *origin);
tree kmsan_origin_emit(gimple_seq *seq, struct kmsan_origin *origin);
tree kmsan_origin_address(gimple_seq *seq, struct kmsan_origin *origin);
void kmsan_origins_start(void);
void kmsan_origins_finish(void);
struct kmsan_value kmsan_merge(gimple_seq *seq, tree type,
			       struct kmsan_value a, struct kmsan_value b);

/* markers.cc */
struct kmsan_value kmsan_uninit_value(tree type, tree name);
void kmsan_find_markers(void);
void kmsan_markers_finish(void);
tree kmsan_resolve_origin(gimple *anchor, struct kmsan_origin *origin);

/* names.cc */
gassign *kmsan_assignment(tree value);
struct kmsan_value kmsan_value_of(tree operand);
struct kmsan_value kmsan_leaving_value(tree operand);
void kmsan_set_value(tree name, struct kmsan_value value);
void kmsan_set_checked(tree shadow);
void kmsan_names_start(void);
void kmsan_names_finish(void);
void kmsan_find_maybe_poisoned(void);
bool kmsan_may_be_poisoned(tree name);
void kmsan_set_result(tree lhs, struct kmsan_value value);

/* conditions.cc */
struct kmsan_compare kmsan_compare_of(enum tree_code code, tree op0, tree op1);
tree kmsan_compare_shadow(gimple_seq *seq, const struct kmsan_compare *cmp);

/* checks.cc */
void kmsan_check(struct kmsan_value value);
void kmsan_check_operand(tree operand);
void kmsan_check_compare(enum tree_code code, tree op0, tree op1);
void kmsan_paint(tree shadow, struct kmsan_origin *origin, tree address,
		 HOST_WIDE_INT skip, HOST_WIDE_INT bytes, tree straddling);
void kmsan_pass_origin(tree shadow, struct kmsan_origin *origin,
		       HOST_WIDE_INT offset, HOST_WIDE_INT bytes);
void kmsan_guard_copy(tree shadow, tree dst, tree src, HOST_WIDE_INT bytes);
void kmsan_move_guards(gimple *from, gimple *to);
void kmsan_emit_guards(void);
void kmsan_guards_finish(void);

/* assign.cc */
struct kmsan_value kmsan_rule_assign(gassign *stmt);
struct kmsan_value kmsan_rule_operation(gimple_seq *seq, enum tree_code code,
					tree type, tree op0, tree op1,
					tree op2);

/* stored.cc */
void kmsan_write_clean(gimple_seq *seq, tree to, HOST_WIDE_INT offset,
		       HOST_WIDE_INT bytes);
tree kmsan_read_shadow(gimple_seq *seq, tree type, tree pointer,
		       HOST_WIDE_INT offset);
void kmsan_write_shadow(gimple_seq *seq, tree type, tree pointer,
			HOST_WIDE_INT offset, tree shadow);
struct kmsan_origin *kmsan_read_origin(gimple_seq *seq, tree shadow,
				       HOST_WIDE_INT bytes, tree pointer,
				       HOST_WIDE_INT offset);
void kmsan_copy_words(gimple_seq *seq, tree to, HOST_WIDE_INT to_offset,
		      tree from, HOST_WIDE_INT from_offset,
		      HOST_WIDE_INT bytes);

/* access.cc */
bool kmsan_describe(tree ref, struct kmsan_access *access);
tree kmsan_access_address(gimple_seq *seq, const struct kmsan_access *access);
bool kmsan_is_in_page(const struct kmsan_access *access);
struct kmsan_value kmsan_load_part(gimple_seq *seq,
				   const struct kmsan_access *access,
				   struct kmsan_meta meta);
void kmsan_store_part(gimple_seq *seq, const struct kmsan_access *access,
		      tree pointer, tree shadow);
void kmsan_paint_access(const struct kmsan_access *access,
			struct kmsan_value value, tree origin, tree address);

/* memory.cc */
bool kmsan_ref_is_memory(tree ref);
struct kmsan_value kmsan_load(tree ref);
void kmsan_store(tree ref, struct kmsan_value value);
void kmsan_unpoison_ref(gimple_seq *seq, tree ref);
tree kmsan_viewed_register(tree ref);
void kmsan_copy(tree dst, tree src);
void kmsan_store_zeros(tree dst);
void kmsan_check_address(tree ref);
void kmsan_unpoison(gimple_seq *seq, tree address, HOST_WIDE_INT bytes);

/* jumps.cc */
void kmsan_note_declared(void);
void kmsan_restore_declared(void);
void kmsan_find_jumped_locals(tree fndecl);
bool kmsan_is_jumped_over(tree var);

/* padding.cc */
void kmsan_split_padded_initialisers(tree fndecl);
void kmsan_skip_unused_scopes(tree fndecl);

/* hidden.cc */
void kmsan_hide_deferred_inits(void);
void kmsan_join_stored_inits(void);
void kmsan_hide_new_memory(void);
void kmsan_show_new_memory(void);

/* locals.cc */
void kmsan_rule_hidden_uninit(gasm *stmt);
void kmsan_rule_deferred_init(gcall *stmt);
void kmsan_rule_alloca(gcall *stmt);
void kmsan_locals_start(void);
void kmsan_locals_finish(void);
void kmsan_set_covered(tree var);
bool kmsan_is_covered(tree var);
void kmsan_scan_locals(void);
void kmsan_align_locals(void);
void kmsan_poison_locals(void);

/* slots.cc */
bool kmsan_is_aggregate(tree type);
bool kmsan_is_eager(tree fndecl);
bool kmsan_is_one_register(tree type);
struct kmsan_slot kmsan_take_slot(tree type, tree fntype, bool eager,
				  HOST_WIDE_INT *next);
bool kmsan_returns_in_memory(tree type, tree fntype);
bool kmsan_travels(tree type, gcall *stmt, HOST_WIDE_INT *next);
HOST_WIDE_INT kmsan_first_offset(gcall *stmt);
bool kmsan_is_ms_abi(tree fntype);
bool kmsan_by_reference(tree type, tree fntype);

/* ms-abi.cc */
void kmsan_make_references(void);
void kmsan_check_references(gcall *stmt);
bool kmsan_is_ms_list(gcall *stmt);

/* call-tag.cc */
void kmsan_tag_call(gimple_seq *seq, gcall *stmt);
tree kmsan_unless_stale(tree usual, tree stale);
gimple_seq *kmsan_if_stale(void);
void kmsan_check_tag(void);
void kmsan_emit_tag_check(void);
void kmsan_tag_finish(void);

/* bitint.cc */
bool kmsan_rule_bitint(gcall *stmt);
void kmsan_rule_carry(gcall *stmt);
tree kmsan_memory_behind(tree arg);

/* varargs.cc */
void kmsan_pass_varargs(gcall *stmt, tree fntype);
void kmsan_save_varargs(void);
void kmsan_rule_va_start(gcall *stmt);
void kmsan_rule_va_copy(gcall *stmt);

/* calls.cc */
void kmsan_give_return_slots(void);
void kmsan_pass_clean_arguments(gcall *stmt);
void kmsan_rule_call(gcall *stmt);
void kmsan_rule_return(greturn *stmt);
void kmsan_receive_parameters(void);

/* asm.cc */
void kmsan_rule_asm(gasm *stmt);

/* openmp.cc */
void kmsan_note_taskloops(void);
void kmsan_receive_from_libgomp(void);
void kmsan_give_to_libgomp(gcall *stmt);

/* builtins.cc */
bool kmsan_rule_builtin(gcall *stmt);
void kmsan_rule_internal(gcall *stmt);
void kmsan_builtins_init(void);

/* boundary.cc */
void kmsan_audit_boundary(void);

/* pass.cc */
unsigned int kmsan_instrument_function(void);

/* late.cc */
void kmsan_prepare_for_rtl(void);

/* schedule.cc */
void kmsan_register_passes(const char *plugin_name, const char *dump);
void kmsan_restore_flags(void *event_data, void *data);
void kmsan_keep_order(void *event_data, void *data);

#endif /* KMSAN_PLUGIN_H */
