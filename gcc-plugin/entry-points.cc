// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * entry-points.cc - the runtime's functions, as the compiler sees them.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* What the optimisers may assume about an entry point. */
enum kmsan_effect {
	KMSAN_EFFECT_ANY, /* reads and writes memory */
	KMSAN_EFFECT_REPORT, /* an effect, but none on the program's memory */
	KMSAN_EFFECT_NONE, /* depends on arguments only; see switches.cc */
};

/* Flags of an entry point. */
enum {
	RESULT = 1 << 0, /* its result is used */
	KEEPS = 1 << 1, /* there is a NAME_keep */
	COLD = 1 << 2, /* it is called only for poison */
};

/**
 * struct kmsan_entry - an entry point of the runtime
 * @name: its symbol
 * @type: builds its type
 * @effect: what it does to memory
 * @flags: RESULT, KEEPS, COLD
 */
struct kmsan_entry {
	const char *name;
	tree (*type)(void);
	enum kmsan_effect effect;
	unsigned int flags;
};

/*
 * The types that the ABI is written with, as the compiler has them.  A missing
 * one is a compilation error.  A pair of pointers comes back in RAX:RDX, and so
 * does a complex number, which is two registers from the start and never one of
 * 128 bits.
 */
template <typename T> static tree kmsan_abi_type(void) = delete;
#define KMSAN_ABI_TYPE(TYPE, TREE) \
	template <> tree kmsan_abi_type<TYPE>(void) { return TREE; }
KMSAN_ABI_TYPE(void, void_type_node)
KMSAN_ABI_TYPE(int, integer_type_node)
KMSAN_ABI_TYPE(unsigned int, unsigned_type_node)
KMSAN_ABI_TYPE(__UINTPTR_TYPE__, size_type_node)
KMSAN_ABI_TYPE(void *, ptr_type_node)
KMSAN_ABI_TYPE(char *, ptr_type_node)
/* GCC warns where uninitialised memory is passed as const. */
KMSAN_ABI_TYPE(const void *, ptr_type_node)
KMSAN_ABI_TYPE(struct kmsan_context_state *, ptr_type_node)
KMSAN_ABI_TYPE(struct kmsan_metadata_ptr,
	       build_complex_type(pointer_sized_int_node))
#undef KMSAN_ABI_TYPE

template <typename T> struct kmsan_abi_function;
template <typename R, typename... P> struct kmsan_abi_function<R(P...)> {
	static tree type(void)
	{
		return build_function_type_list(kmsan_abi_type<R>(),
						kmsan_abi_type<P>()...,
						NULL_TREE);
	}
};

#define KMSAN_GETTER_TYPE(DIR, BYTES) \
	typedef struct kmsan_metadata_ptr \
		kmsan_fn_metadata_ptr_for_##DIR##_##BYTES(void *);
KMSAN_ABI_GETTERS(KMSAN_GETTER_TYPE)
#undef KMSAN_GETTER_TYPE
#define KMSAN_ENTRY_TYPE(NAME, RET, ARGS) typedef RET kmsan_fn_##NAME ARGS;
KMSAN_ABI_ENTRY_POINTS(KMSAN_ENTRY_TYPE)
KMSAN_ABI_AT_DISTANCE(KMSAN_ENTRY_TYPE)
#undef KMSAN_ENTRY_TYPE

/*
 * The mapping from an address to its metadata does not change while a function
 * runs, so getters can be merged and hoisted; but see kmsan_moving_decls.  The
 * load and the store getters are different functions, and may give different
 * dummy pages.
 */
#define ROW(NAME, EFFECT, FLAGS) \
	[KMSAN_EP_##NAME] = { "__msan_" #NAME, \
			      kmsan_abi_function<kmsan_fn_##NAME>::type, \
			      KMSAN_EFFECT_##EFFECT, FLAGS },
#define GETTER(DIR, BYTES) \
	ROW(metadata_ptr_for_##DIR##_##BYTES, NONE, RESULT | KEEPS)

/* All entry points, in the order of enum kmsan_entry_point. */
static constexpr struct kmsan_entry kmsan_entries[] = {
	KMSAN_ABI_GETTERS(GETTER)
	ROW(get_context_state, ANY, RESULT | KEEPS)
	ROW(metadata_ptr_for_load_n, NONE, RESULT | KEEPS)
	ROW(metadata_ptr_for_store_n, NONE, RESULT | KEEPS)
	ROW(chain_origin, REPORT, RESULT | KEEPS | COLD)
	ROW(warning, REPORT, KEEPS | COLD)
	ROW(poison_alloca, ANY, 0)
	ROW(unpoison_alloca, ANY, 0)
	ROW(instrument_asm_store, ANY, KEEPS)
	ROW(memcpy, ANY, 0)
	ROW(memmove, ANY, 0)
	ROW(memset, ANY, 0)
	ROW(caller_frame_end, ANY, RESULT)
	ROW(warning_at, ANY, KEEPS | COLD)
	ROW(store_origin, ANY, KEEPS | COLD)
	ROW(copy_origin, ANY, KEEPS | COLD)
};
#undef GETTER
#undef ROW
static_assert(ARRAY_SIZE(kmsan_entries) == KMSAN_EP_COUNT,
	      "an entry point has no row");

/* Are the rows that say KEEPS those that the ABI lists? */
static constexpr bool kmsan_keeps_as_listed(void)
{
	unsigned int listed = 0, said = 0;

#define KMSAN_LISTED_GETTER(DIR, BYTES) listed++;
	KMSAN_ABI_GETTERS(KMSAN_LISTED_GETTER)
#undef KMSAN_LISTED_GETTER
#define KMSAN_LISTED(NAME) \
	listed += (kmsan_entries[KMSAN_EP_##NAME].flags & KEEPS) ? 1 : 1000;
	KMSAN_ABI_KEEPING(KMSAN_LISTED)
#undef KMSAN_LISTED
	for (unsigned int i = 0; i < KMSAN_EP_COUNT; i++)
		said += (kmsan_entries[i].flags & KEEPS) != 0;
	return listed == said;
}
static_assert(kmsan_keeps_as_listed(), "KEEPS differs from KMSAN_ABI_KEEPING");

static tree kmsan_decls[KMSAN_EP_COUNT];

/*
 * The getters again, for functions that turn the runtime off or on.  There
 * their result depends on memory that such a call may write.
 */
static tree kmsan_moving_decls[KMSAN_EP_COUNT];

static const struct ggc_root_tab kmsan_entry_roots[] = {
	{ kmsan_decls, KMSAN_EP_COUNT, sizeof(tree), &gt_ggc_mx_tree_node,
	  &gt_pch_nx_tree_node },
	{ kmsan_moving_decls, KMSAN_EP_COUNT, sizeof(tree),
	  &gt_ggc_mx_tree_node, &gt_pch_nx_tree_node },
	LAST_GGC_ROOT_TAB
};

/**
 * kmsan_entry_points_init() - tell the garbage collector about the declarations
 */
void kmsan_entry_points_init(void)
{
	register_callback("kmsan", PLUGIN_REGISTER_GGC_ROOTS, NULL,
			  (void *)kmsan_entry_roots);
}

/**
 * kmsan_entry_point() - the declaration of one of the runtime's functions
 */
tree kmsan_entry_point(enum kmsan_entry_point which)
{
	const struct kmsan_entry *entry = &kmsan_entries[which];
	bool moving = entry->effect == KMSAN_EFFECT_NONE && kfn->metadata.moves;
	tree *known = moving ? &kmsan_moving_decls[which] : &kmsan_decls[which];
	const char *name = entry->name;
	tree type, decl;

	if (*known)
		return *known;
	type = entry->type();
	if (kmsan_opts.keep_registers && (entry->flags & KEEPS)) {
		name = ACONCAT((name, "_keep", NULL));
		type = kmsan_keeping_type(type);
	}
	decl = build_fn_decl(name, type);
	TREE_NOTHROW(decl) = 1;
	DECL_ATTRIBUTES(decl) = tree_cons(get_identifier("leaf"), NULL_TREE,
					  DECL_ATTRIBUTES(decl));
	if (moving)
		DECL_PURE_P(decl) = 1;
	else if (entry->effect != KMSAN_EFFECT_ANY)
		TREE_READONLY(decl) = 1;
	/* "Looping" keeps a call that has no result from being removed. */
	if (entry->effect == KMSAN_EFFECT_REPORT)
		DECL_LOOPING_CONST_OR_PURE_P(decl) = 1;
	if (entry->flags & COLD)
		DECL_ATTRIBUTES(decl) = tree_cons(get_identifier("cold"),
						  NULL_TREE,
						  DECL_ATTRIBUTES(decl));
	*known = decl;
	return decl;
}

/**
 * kmsan_is_entry_point() - is this function one of the runtime's?
 * @fndecl: any function declaration
 */
bool kmsan_is_entry_point(tree fndecl)
{
	return DECL_NAME(fndecl) &&
	       startswith(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "__msan_");
}

/**
 * kmsan_call() - call an entry point
 * @seq: where the code goes
 * @which: the function
 * @nargs: number of the arguments that follow, each a tree
 */
gcall *kmsan_call(gimple_seq *seq, enum kmsan_entry_point which, int nargs, ...)
{
	tree fndecl = kmsan_entry_point(which);
	auto_vec<tree, 4> args;
	va_list ap;
	gcall *call;

	va_start(ap, nargs);
	for (int i = 0; i < nargs; i++)
		args.safe_push(va_arg(ap, tree));
	va_end(ap);
	call = gimple_build_call_vec(fndecl, args);
	gimple_set_location(call, kfn->loc);
	if (kmsan_entries[which].flags & RESULT)
		gimple_call_set_lhs(
			call, make_ssa_name(TREE_TYPE(TREE_TYPE(fndecl))));
	gimple_seq_add_stmt(seq, call);
	return call;
}
