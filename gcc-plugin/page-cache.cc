// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * page-cache.cc - fewer calls of the runtime for metadata.
 *
 * Within one page, metadata is contiguous (KMSAN_META_PAGE).  So an access near
 * another needs no call: the function remembers the page of the last access
 * through a pointer, and the distance from there to its shadow.  The pair of
 * variables is a page cache; all accesses whose addresses are computed from the
 * same pointer share one, loads and stores separately.
 *
 *	if (address - cache.page > KMSAN_META_PAGE - bytes) {	unsigned
 *		cache.page = address & -KMSAN_META_PAGE;
 *		cache.shadow = __msan_metadata_ptr_for_load_1(cache.page)
 *			       - cache.page;
 *	}
 *	shadow = address + cache.shadow;
 *
 * The runtime is asked for the start of the page, so the answer holds for all
 * of it, even if it is a dummy page.  Which accesses share a cache is only a
 * matter of speed, as each is compared with the page that the cache has.
 *
 * The work is done when the function is otherwise complete, on the requests
 * that kmsan_meta_of_range() has noted.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/* Caches of one function: each may cost three words of its frame. */
#define KMSAN_CACHES 8

/* Look this far back for another access of the same cache. */
#define KMSAN_CACHE_LOOK_BACK 64

/* The page of an empty cache: no address is in it or near it. */
#define KMSAN_NO_PAGE ((HOST_WIDE_INT_1U << 63))

/* The pointer or variable that an address is computed from, and the index. */
struct kmsan_root {
	tree base;
	tree index;
};

enum kmsan_site_kind {
	KMSAN_SITE_PLAIN, /* keep the call */
	KMSAN_SITE_FILL, /* first of several: fill the cache */
	KMSAN_SITE_TEST, /* use the cache if it has the page, else fill it */
	KMSAN_SITE_SAME, /* the address of an earlier access */
};

/*
 * A cache of the function.
 * @root: what the addresses are computed from
 * @store: whether its accesses are stores
 * @chosen: it is worth its variables
 * @origins: the address of an origin is needed in hot code
 * @next: another cache with the same base; -1
 * @gain: estimate of the calls that it saves
 * @page, @shadow, @origin: the variables
 */
struct kmsan_cache {
	struct kmsan_root root;
	bool store;
	bool chosen;
	bool origins;
	int next;
	unsigned int gain;
	tree page;
	tree shadow;
	tree origin;
};

/*
 * A request of the function.
 * @cache: index of its cache
 * @block: place of its block in reverse post-order
 * @same: for KMSAN_SITE_SAME, whose answer to use
 * @origin_used: hot code needs the address of the origin
 */
struct kmsan_site {
	struct kmsan_request *request;
	unsigned int cache;
	unsigned int block;
	enum kmsan_site_kind kind;
	struct kmsan_site *same;
	bool origin_used;
};

static struct kmsan_root kmsan_root_of(tree address, hash_set<tree> *seen);

static struct kmsan_root kmsan_root_of_phi(gphi *phi, hash_set<tree> *seen)
{
	struct kmsan_root own = { gimple_phi_result(phi), NULL_TREE };
	struct kmsan_root root = {};

	for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++) {
		struct kmsan_root part =
			kmsan_root_of(gimple_phi_arg_def(phi, i), seen);

		if (part.base && root.base &&
		    (part.base != root.base || part.index != root.index))
			return own;
		if (part.base)
			root = part;
	}
	return root.base ? root : own;
}

/* The variable that an offset or array index depends on. */
static tree kmsan_root_of_index(tree index)
{
	bool scaled = false;

	while (TREE_CODE(index) == SSA_NAME) {
		gimple *def = SSA_NAME_DEF_STMT(index);
		enum tree_code code;

		if (!is_gimple_assign(def))
			break;
		code = gimple_assign_rhs_code(def);
		if ((code == MULT_EXPR || code == LSHIFT_EXPR) && !scaled)
			scaled = true;
		else if (code != SSA_NAME && code != PLUS_EXPR &&
			 !CONVERT_EXPR_CODE_P(code))
			break;
		if (gimple_num_ops(def) > 2 &&
		    TREE_CODE(gimple_assign_rhs2(def)) != INTEGER_CST)
			break;
		index = gimple_assign_rhs1(def);
	}
	return index;
}

static void kmsan_add_index(struct kmsan_root *root, tree index)
{
	if (!root->index && index && TREE_CODE(index) == SSA_NAME)
		root->index = kmsan_root_of_index(index);
}

static struct kmsan_root kmsan_root_of_reference(tree ref, hash_set<tree> *seen)
{
	struct kmsan_root root = {};
	tree base;

	for (base = ref; handled_component_p(base);
	     base = TREE_OPERAND(base, 0))
		if (TREE_CODE(base) == ARRAY_REF)
			kmsan_add_index(&root, TREE_OPERAND(base, 1));
	if (TREE_CODE(base) == MEM_REF || TREE_CODE(base) == TARGET_MEM_REF) {
		struct kmsan_root inner =
			kmsan_root_of(TREE_OPERAND(base, 0), seen);

		root.base = inner.base;
		if (inner.index)
			root.index = inner.index;
	} else {
		root.base = base;
	}
	return root;
}

/* The roots of addresses that are known, while sites are found. */
static hash_map<tree, struct kmsan_root> *kmsan_known_roots;

/*
 * The result has no base if the root of @address is already being looked for.
 */
static struct kmsan_root kmsan_root_of(tree address, hash_set<tree> *seen)
{
	struct kmsan_root *known = kmsan_known_roots->get(address);
	struct kmsan_root root = { address, NULL_TREE };
	gimple *def;

	if (known)
		return *known;
	if (TREE_CODE(address) == ADDR_EXPR)
		return kmsan_root_of_reference(TREE_OPERAND(address, 0), seen);
	if (TREE_CODE(address) != SSA_NAME)
		return root;
	if (seen->add(address))
		return {};
	def = SSA_NAME_DEF_STMT(address);
	if (gphi *phi = dyn_cast<gphi *>(def))
		return kmsan_root_of_phi(phi, seen);
	if (!is_gimple_assign(def))
		return root;
	switch (gimple_assign_rhs_code(def)) {
	case POINTER_PLUS_EXPR:
		root = kmsan_root_of(gimple_assign_rhs1(def), seen);
		kmsan_add_index(&root, gimple_assign_rhs2(def));
		return root;
	case SSA_NAME:
	case ADDR_EXPR:
		return kmsan_root_of(gimple_assign_rhs1(def), seen);
	CASE_CONVERT:
		if (POINTER_TYPE_P(TREE_TYPE(gimple_assign_rhs1(def))))
			return kmsan_root_of(gimple_assign_rhs1(def), seen);
		return root;
	default:
		return root;
	}
}

/* Does the root keep its value in the innermost loop around @bb? */
static bool kmsan_root_is_invariant(tree root, basic_block bb)
{
	class loop *loop = bb->loop_father;

	if (!loop || !loop_outer(loop))
		return false;
	if (TREE_CODE(root) != SSA_NAME || SSA_NAME_IS_DEFAULT_DEF(root))
		return true;
	return !flow_bb_inside_loop_p(loop, gimple_bb(SSA_NAME_DEF_STMT(root)));
}

/* What computes an address, to see whether two are the same. */
static tree kmsan_address_value(tree address)
{
	gimple *def;

	if (TREE_CODE(address) != SSA_NAME)
		return address;
	def = SSA_NAME_DEF_STMT(address);
	return gimple_assign_single_p(def) &&
			       gimple_assign_rhs_code(def) == ADDR_EXPR ?
		       gimple_assign_rhs1(def) :
		       address;
}

static bool kmsan_covers(const struct kmsan_request *a,
			 const struct kmsan_request *b)
{
	return a->bytes >= b->bytes &&
	       operand_equal_p(kmsan_address_value(a->address),
			       kmsan_address_value(b->address), 0);
}

static bool kmsan_site_dominates(const struct kmsan_site *a,
				 const struct kmsan_site *b)
{
	basic_block first = gimple_bb(a->request->call);
	basic_block second = gimple_bb(b->request->call);

	if (first == second)
		return gimple_uid(a->request->call) <
		       gimple_uid(b->request->call);
	return dominated_by_p(CDI_DOMINATORS, second, first);
}

static int kmsan_compare_sites(const void *a, const void *b)
{
	const struct kmsan_site *first = (const struct kmsan_site *)a;
	const struct kmsan_site *second = (const struct kmsan_site *)b;

	if (first->cache != second->cache)
		return first->cache < second->cache ? -1 : 1;
	if (first->block != second->block)
		return first->block < second->block ? -1 : 1;
	return gimple_uid(first->request->call) <
			       gimple_uid(second->request->call) ?
		       -1 :
		       gimple_uid(first->request->call) >
			       gimple_uid(second->request->call);
}

/* Can this memory be in a cache, and is that worthwhile? */
static bool kmsan_is_cacheable(const struct kmsan_request *request)
{
	basic_block bb = gimple_bb(request->call);

	return bb && request->bytes > 0 &&
	       request->bytes <= KMSAN_META_PAGE / 2 &&
	       !optimize_bb_for_size_p(bb) && !kmsan_is_cold(bb);
}

/* Each loop around a block counts as eight iterations. */
static unsigned int kmsan_weight(basic_block bb)
{
	unsigned int depth = bb->loop_father ? loop_depth(bb->loop_father) : 0;

	return 1u << 3 * MIN(depth, 6);
}

/* Decide what to do at a site, after those of the same cache before it. */
static void kmsan_decide(vec<struct kmsan_site> &sites, unsigned int index,
			 vec<struct kmsan_cache> &caches)
{
	struct kmsan_site *site = &sites[index];
	struct kmsan_cache *cache = &caches[site->cache];
	basic_block bb = gimple_bb(site->request->call);
	struct kmsan_site *nearest = NULL;

	for (unsigned int i = 1; i <= index && i < KMSAN_CACHE_LOOK_BACK; i++) {
		struct kmsan_site *other = &sites[index - i];

		if (other->cache != site->cache)
			break;
		if (!kmsan_site_dominates(other, site))
			continue;
		if (kmsan_covers(other->request, site->request)) {
			site->kind = KMSAN_SITE_SAME;
			site->same = other;
			return;
		}
		if (!nearest)
			nearest = other;
	}
	while (nearest && nearest->kind == KMSAN_SITE_SAME)
		nearest = nearest->same;
	if (nearest && nearest->kind == KMSAN_SITE_PLAIN)
		nearest->kind = KMSAN_SITE_FILL;
	if (!nearest && !kmsan_root_is_invariant(cache->root.base, bb))
		return;
	site->kind = KMSAN_SITE_TEST;
	cache->gain += kmsan_weight(bb);
}

/* Choose the caches that gain most. */
static void kmsan_choose_caches(vec<struct kmsan_cache> &caches)
{
	for (unsigned int n = 0; n < KMSAN_CACHES; n++) {
		struct kmsan_cache *best = NULL;

		for (unsigned int i = 0; i < caches.length(); i++)
			if (!caches[i].chosen && caches[i].gain &&
			    (!best || caches[i].gain > best->gain))
				best = &caches[i];
		if (!best)
			return;
		best->chosen = true;
	}
}

/* Remove reads of origins that are not needed. */
static void kmsan_remove_unused_origins(tree origin)
{
	auto_vec<gimple *, 4> users;
	imm_use_iterator iter;
	use_operand_p use;
	unsigned int i;
	gimple *user;

	FOR_EACH_IMM_USE_FAST (use, iter, origin)
		users.safe_push(USE_STMT(use));
	FOR_EACH_VEC_ELT (users, i, user) {
		gimple_stmt_iterator gsi;

		if (!gimple_assign_load_p(user) ||
		    TREE_CODE(gimple_assign_lhs(user)) != SSA_NAME ||
		    !has_zero_uses(gimple_assign_lhs(user)))
			continue;
		gsi = gsi_for_stmt(user);
		gsi_remove(&gsi, true);
		release_defs(user);
	}
}

/*
 * Let cold code call the runtime itself, so that the hot path need not keep the
 * address of the origin.  It calls another getter, so that the two are not
 * merged.  Return: does hot code use the address as well?
 */
static bool kmsan_move_cold_origins(struct kmsan_site *site)
{
	tree origin = site->request->origin;
	auto_vec<gimple *, 8> cold;
	imm_use_iterator iter;
	use_operand_p use;
	bool hot = false;
	gimple *user;
	unsigned int i;

	FOR_EACH_IMM_USE_FAST (use, iter, origin) {
		user = USE_STMT(use);
		if (is_gimple_debug(user))
			continue;
		if (gimple_code(user) != GIMPLE_PHI &&
		    kmsan_is_cold(gimple_bb(user)))
			cold.safe_push(user);
		else
			hot = true;
	}
	FOR_EACH_VEC_ELT (cold, i, user) {
		gimple_stmt_iterator gsi = gsi_for_stmt(user);
		gimple_seq seq = NULL;
		struct kmsan_meta meta;
		use_operand_p operand;
		ssa_op_iter ops;

		kfn->loc = gimple_location(user);
		meta = kmsan_meta_again(&seq, site->request);
		gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
		FOR_EACH_SSA_USE_OPERAND (operand, user, ops, SSA_OP_USE)
			if (USE_FROM_PTR(operand) == origin)
				SET_USE(operand, meta.origin);
		update_stmt(user);
	}
	return hot;
}

static tree kmsan_cache_variable(const char *name, gimple_seq *start,
				 unsigned HOST_WIDE_INT value)
{
	tree var = create_tmp_var(pointer_sized_int_node, name);
	gassign *init;

	/* In memory for now; after the pass GCC puts them into registers. */
	DECL_NOT_GIMPLE_REG_P(var) = 1;
	suppress_warning(var, OPT_Wuninitialized);
	suppress_warning(var, OPT_Wmaybe_uninitialized);
	init = gimple_build_assign(var, build_int_cst(pointer_sized_int_node,
						      value));
	gimple_seq_add_stmt(start, init);
	return var;
}

static void kmsan_create_cache(struct kmsan_cache *cache, gimple_seq *start)
{
	cache->page = kmsan_cache_variable("kmsan_page", start, KMSAN_NO_PAGE);
	cache->shadow = kmsan_cache_variable("kmsan_shadow", start, 0);
	if (cache->origins)
		cache->origin = kmsan_cache_variable("kmsan_origin", start, 0);
}

static tree kmsan_cache_get(gimple_seq *seq, tree var)
{
	tree name = make_ssa_name(pointer_sized_int_node);

	gimple_seq_add_stmt(seq, gimple_build_assign(name, var));
	return name;
}

static tree kmsan_int_op(gimple_seq *seq, enum tree_code code, tree a, tree b)
{
	return gimple_build(seq, kfn->loc, code, pointer_sized_int_node, a, b);
}

static void kmsan_cache_set(gimple_seq *seq, tree var, tree pointer, tree from)
{
	tree value = gimple_convert(seq, kfn->loc, pointer_sized_int_node,
				    pointer);

	if (from)
		value = kmsan_int_op(seq, MINUS_EXPR, value, from);
	gimple_seq_add_stmt(seq, gimple_build_assign(var, value));
}

/* Fill a cache with the page of @address. */
static void kmsan_fill(gimple_seq *seq, const struct kmsan_cache *cache,
		       tree address)
{
	tree page = kmsan_int_op(seq, BIT_AND_EXPR, address,
				 build_int_cst(pointer_sized_int_node,
					       -KMSAN_META_PAGE));
	struct kmsan_meta meta = kmsan_meta_of_address(
		seq, gimple_convert(seq, kfn->loc, ptr_type_node, page), 1,
		cache->store);

	kmsan_cache_set(seq, cache->page, page, NULL_TREE);
	kmsan_cache_set(seq, cache->shadow, meta.shadow, page);
	if (cache->origins)
		kmsan_cache_set(seq, cache->origin, meta.origin, page);
}

/* Fill it for an access that reaches into a second page, and for no other. */
static void kmsan_fill_once(gimple_seq *seq, const struct kmsan_cache *cache,
			    tree address, const struct kmsan_request *request)
{
	struct kmsan_meta meta = kmsan_meta_again(seq, request);
	tree group = kmsan_int_op(seq, BIT_AND_EXPR, address,
				  build_int_cst(pointer_sized_int_node,
						-KMSAN_ORIGIN_SIZE));

	gimple_seq_add_stmt(seq, gimple_build_assign(
					 cache->page,
					 build_int_cst(pointer_sized_int_node,
						       KMSAN_NO_PAGE)));
	kmsan_cache_set(seq, cache->shadow, meta.shadow, address);
	if (cache->origins)
		kmsan_cache_set(seq, cache->origin, meta.origin, group);
}

/*
 * Are some of the @bytes bytes at @offset from the start of a page beyond it?
 */
static tree kmsan_is_beyond(gimple_seq *seq, tree offset, HOST_WIDE_INT bytes)
{
	return gimple_build(seq, kfn->loc, GT_EXPR, boolean_type_node, offset,
			    build_int_cst(pointer_sized_int_node,
					  KMSAN_META_PAGE - bytes));
}

/* Code that fills the cache in the cold block that ends at @cold. */
static void kmsan_miss(gimple_stmt_iterator cold,
		       const struct kmsan_cache *cache, tree address,
		       const struct kmsan_request *request)
{
	gimple *anchor = gimple_build_nop();
	gimple_stmt_iterator gsi, once;
	gimple_seq seq = NULL;
	tree beyond;

	gsi_insert_after(&cold, anchor, GSI_NEW_STMT);
	gsi = gsi_for_stmt(anchor);
	kmsan_fill(&seq, cache, address);
	gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
	if (!request->in_page) {
		seq = NULL;
		beyond = kmsan_is_beyond(
			&seq,
			kmsan_int_op(&seq, BIT_AND_EXPR, address,
				     build_int_cst(pointer_sized_int_node,
						   KMSAN_META_PAGE - 1)),
			request->bytes);
		gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
		once = kmsan_split(anchor, beyond);
		seq = NULL;
		kmsan_fill_once(&seq, cache, address, request);
		gsi_insert_seq_after(&once, seq, GSI_NEW_STMT);
	}
	gsi = gsi_for_stmt(anchor);
	gsi_remove(&gsi, true);
}

/* Let the statement that defines @name convert @value instead. */
static void kmsan_redefine(tree name, tree value)
{
	gimple *def = SSA_NAME_DEF_STMT(name);
	gimple_stmt_iterator gsi = gsi_for_stmt(def);
	tree old = gimple_assign_rhs1(def);

	gimple_assign_set_rhs_with_ops(
		&gsi, TREE_TYPE(value) == TREE_TYPE(name) ? SSA_NAME : NOP_EXPR,
		value);
	update_stmt(gsi_stmt(gsi));
	kmsan_remove_unused(old);
}

/* Replace the call of the runtime at a site by the cache. */
static void kmsan_use_cache(struct kmsan_site *site,
			    const struct kmsan_cache *cache)
{
	const struct kmsan_request *request = site->request;
	gimple *call = request->call;
	gimple_stmt_iterator gsi = gsi_for_stmt(call);
	gimple_seq seq = NULL;
	tree address, offset, sum, group = NULL_TREE;

	kfn->loc = gimple_location(call);
	address = gimple_convert(&seq, kfn->loc, pointer_sized_int_node,
				 request->address);
	if (site->kind == KMSAN_SITE_FILL && request->in_page) {
		kmsan_fill(&seq, cache, address);
		gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
	} else {
		tree beyond;

		offset = kmsan_int_op(&seq, MINUS_EXPR, address,
				      kmsan_cache_get(&seq, cache->page));
		beyond = kmsan_is_beyond(&seq, offset, request->bytes);
		gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
		kmsan_miss(kmsan_split(call, beyond), cache, address, request);
	}
	seq = NULL;
	sum = kmsan_int_op(&seq, PLUS_EXPR, address,
			   kmsan_cache_get(&seq, cache->shadow));
	if (site->origin_used)
		group = kmsan_int_op(
			&seq, PLUS_EXPR,
			kmsan_int_op(&seq, BIT_AND_EXPR, address,
				     build_int_cst(pointer_sized_int_node,
						   -KMSAN_ORIGIN_SIZE)),
			kmsan_cache_get(&seq, cache->origin));
	gsi = gsi_for_stmt(call);
	gsi_insert_seq_before(&gsi, seq, GSI_SAME_STMT);
	if (site->origin_used)
		kmsan_redefine(request->origin, group);
	else
		kmsan_remove_unused(request->origin);
	kmsan_redefine(request->shadow, sum);
}

static void kmsan_use_same(struct kmsan_site *site)
{
	struct kmsan_request *request = site->request;

	if (site->origin_used)
		kmsan_redefine(request->origin, site->same->request->origin);
	else
		kmsan_remove_unused(request->origin);
	kmsan_redefine(request->shadow, site->same->request->shadow);
}

/* Find out whether hot code needs the address of the origin at a site. */
static void kmsan_find_origin_use(struct kmsan_site *site,
				  vec<struct kmsan_cache> &caches)
{
	if (site->kind == KMSAN_SITE_PLAIN)
		return;
	kmsan_remove_unused_origins(site->request->origin);
	site->origin_used = true;
	if (!caches[site->cache].chosen)
		return;
	site->origin_used = kmsan_move_cold_origins(site);
	if (site->origin_used)
		caches[site->cache].origins = true;
	/* The sites that it is taken from must have it. */
	for (struct kmsan_site *same = site->same; same && site->origin_used;
	     same = same->same)
		same->origin_used = true;
}

/* Let a site do without a call of the runtime, if that has been decided. */
static void kmsan_rewrite_site(struct kmsan_site *site,
			       const vec<struct kmsan_cache> &caches)
{
	if (site->kind == KMSAN_SITE_SAME)
		kmsan_use_same(site);
	else if (site->kind != KMSAN_SITE_PLAIN && caches[site->cache].chosen)
		kmsan_use_cache(site, &caches[site->cache]);
}

/* The cache that @request belongs to; a new one, if need be. */
static unsigned int kmsan_find_cache(vec<struct kmsan_cache> &caches,
				     hash_map<tree, int> &by_base,
				     const struct kmsan_request *request)
{
	struct kmsan_cache cache = {};
	hash_set<tree> seen;
	bool known;

	cache.root = kmsan_root_of(request->address, &seen);
	kmsan_known_roots->put(request->address, cache.root);
	cache.store = request->store;

	int &last = by_base.get_or_insert(cache.root.base, &known);

	cache.next = known ? last : -1;
	for (int i = cache.next; i >= 0; i = caches[i].next)
		if (caches[i].root.index == cache.root.index &&
		    caches[i].store == cache.store)
			return i;
	last = caches.length();
	caches.safe_push(cache);
	return last;
}

/* Assign the requests of the function to caches. */
static void kmsan_find_sites(vec<struct kmsan_site> &sites,
			     vec<struct kmsan_cache> &caches)
{
	int *order = XNEWVEC(int, n_basic_blocks_for_fn(cfun));
	int *place = XCNEWVEC(int, last_basic_block_for_fn(cfun));
	int n = pre_and_rev_post_order_compute(NULL, order, false);
	hash_map<tree, int> by_base;

	kmsan_known_roots = new hash_map<tree, struct kmsan_root>;
	for (int i = 0; i < n; i++)
		place[order[i]] = i;
	for (unsigned int i = 0; i < kfn->metadata.requests.length(); i++) {
		struct kmsan_request *request = &kfn->metadata.requests[i];
		struct kmsan_site site = {};

		if (!kmsan_is_cacheable(request))
			continue;
		site.request = request;
		site.cache = kmsan_find_cache(caches, by_base, request);
		site.block = place[gimple_bb(request->call)->index];
		sites.safe_push(site);
	}
	delete kmsan_known_roots;
	free(order);
	free(place);
}

/**
 * kmsan_cache_pages() - call the runtime less often
 *
 * To be called when all code of the function is in place.
 *
 * Return: whether there are now variables that can become registers.
 */
bool kmsan_cache_pages(void)
{
	auto_vec<struct kmsan_site> sites;
	auto_vec<struct kmsan_cache> caches;
	gimple_seq start = NULL;
	unsigned int i;

	/* A second return of setjmp() may give variables older values back. */
	if (optimize < 2 || cfun->calls_setjmp || cfun->has_nonlocal_label)
		return false;
	/* Answers from before a switch are not valid after it. */
	if (kfn->metadata.moves)
		return false;
	renumber_gimple_stmt_uids(cfun);
	kmsan_find_sites(sites, caches);
	sites.qsort(kmsan_compare_sites);
	for (i = 0; i < sites.length(); i++)
		kmsan_decide(sites, i, caches);
	kmsan_choose_caches(caches);
	for (i = 0; i < sites.length(); i++)
		kmsan_find_origin_use(&sites[i], caches);
	for (i = 0; i < caches.length(); i++)
		if (caches[i].chosen)
			kmsan_create_cache(&caches[i], &start);
	/* From the end of each block, as a split touches what is after it. */
	for (i = sites.length(); i-- > 0;)
		kmsan_rewrite_site(&sites[i], caches);
	if (!start)
		return false;
	gsi_insert_seq_on_edge(single_succ_edge(ENTRY_BLOCK_PTR_FOR_FN(cfun)),
			       start);
	gsi_commit_edge_inserts();
	return true;
}
