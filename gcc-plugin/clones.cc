// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * clones.cc - functions that GCC derives from the program's, and their callers.
 *
 * Most have the program's own parameters and are called as the program says:
 * versions for a target, clones for constants, clones without unused
 * parameters.  They are treated like the originals.  One kind has other
 * parameters, and some are called only by code that passes no shadow.  Their
 * names do not show this.  The call graph does, and it gives the same answer
 * where a caller is compiled and where the function itself is, even in another
 * partition of LTO.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_is_part() - was a function split off another?
 * @fndecl: the function; NULL_TREE for one that is not known
 *
 * Its parameters are variables at the point where the other was split, which
 * may have no value yet.  Passing them is not a use.  It is called only by the
 * rest of the other, which is of the same class.
 *
 * Pieces of a struct would be the same, but no function gets them: IPA-SRA is
 * off.
 */
bool kmsan_is_part(tree fndecl)
{
	cgraph_node *node = fndecl ? cgraph_node::get(fndecl) : NULL;

	return node && node->ultimate_alias_target()->split_part;
}

/**
 * kmsan_is_called_unseen() - is a function called only by code that passes no
 * shadow?
 * @fndecl: a function that is being compiled
 *
 * The body of an OpenMP construct is called by libgomp.  A function that works
 * on many lanes is called by loops that the vectoriser makes after our pass.
 */
bool kmsan_is_called_unseen(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl), *from;

	for (; node; node = from) {
		if (node->parallelized_function || node->simdclone)
			return true;
		from = node->clone_of;
		if (!from && node->former_clone_of)
			from = cgraph_node::get(node->former_clone_of);
	}
	return false;
}
