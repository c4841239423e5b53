/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * gcc-compat.h - GCC's internal headers, and all that differs between the
 * plugin interfaces of GCC 12 to 16.
 *
 * Every source of the plugin includes this file first and no GCC header by
 * itself, so that a changed interface is dealt with in one place.
 */
#ifndef KMSAN_GCC_COMPAT_H
#define KMSAN_GCC_COMPAT_H

#include "gcc-plugin.h"
#include "plugin-version.h"

#if GCCPLUGIN_VERSION_MAJOR < 12
#error "The KMSAN plugin needs GCC 12 or later: .DEFERRED_INIT is new there."
#endif

#include "c-family/c-common.h"
#include "intl.h"
#include "target.h"
#include "tree.h"
#include "gimple.h"
#include "tree-pass.h"
#include "memmodel.h"
#include "rtl.h"
#include "hard-reg-set.h"
#include "regs.h"
#include "function-abi.h"
#include "ssa.h"
#include "cgraph.h"
#include "attribs.h"
#include "stringpool.h"
#include "stor-layout.h"
#include "diagnostic.h"
#include "langhooks.h"
#include "calls.h"
#include "opts.h"
#include "options.h"
#include "tree-eh.h"
#include "tree-iterator.h"
#include "gimplify.h"
#include "gimple-iterator.h"
#include "gimple-fold.h"
#include "gimplify-me.h"
#include "gimple-walk.h"
#include "gimple-pretty-print.h"
#include "tree-cfg.h"
#include "tree-dfa.h"
#include "tree-into-ssa.h"
#include "tree-ssa.h"
#include "tree-inline.h"
#include "tree-nested.h"
#include "internal-fn.h"
#include "cfganal.h"
#include "cfgloop.h"
#include "asan.h"
#include "builtins.h"
#include "varasm.h"
#include "output.h"
#include "tm.h"
#include "tree-vector-builder.h"
#include "tree-vrp.h"
#include "print-tree.h"
#include "toplev.h"
#include "cpplib.h"
#include "incpath.h"
#include "context.h"
#include "c-family/c-pragma.h"

/* GCC 14 renamed the last statement that is not a debug statement. */
#if GCCPLUGIN_VERSION_MAJOR >= 14
#define kmsan_last_stmt(BB) (*gsi_last_nondebug_bb(BB))
#else
#define kmsan_last_stmt(BB) last_stmt(BB)
#endif

/* GCC 13 made the sanitizers that trap a set, and has a trap of its own. */
#if GCCPLUGIN_VERSION_MAJOR >= 13
#define kmsan_sanitizers_trap() (flag_sanitize_trap != 0)
#define KMSAN_BUILT_IN_UNREACHABLE_TRAP BUILT_IN_UNREACHABLE_TRAP
#else
#define kmsan_sanitizers_trap() (flag_sanitize_undefined_trap_on_error != 0)
#define KMSAN_BUILT_IN_UNREACHABLE_TRAP BUILT_IN_UNREACHABLE
#endif

/*
 * What only later versions have; where it is missing, something that has the
 * same rule or none.
 */
#if GCCPLUGIN_VERSION_MAJOR >= 13
#define KMSAN_IFN_ASSUME IFN_ASSUME
#define kmsan_is_assumption(FN) ((FN)->assume_function)
#else
#define KMSAN_IFN_ASSUME IFN_FALLTHROUGH
#define kmsan_is_assumption(FN) false
#endif
#if GCCPLUGIN_VERSION_MAJOR >= 14
#define KMSAN_IFN_UADDC IFN_UADDC
#define KMSAN_IFN_USUBC IFN_USUBC
#define KMSAN_BUILT_IN_STACK_ADDRESS BUILT_IN_STACK_ADDRESS
#define KMSAN_BUILT_IN_NESTED_CREATED BUILT_IN_GCC_NESTED_PTR_CREATED
#define KMSAN_BUILT_IN_NESTED_DELETED BUILT_IN_GCC_NESTED_PTR_DELETED
#else
#define KMSAN_IFN_UADDC IFN_LAST
#define KMSAN_IFN_USUBC IFN_LAST
#define KMSAN_BUILT_IN_STACK_ADDRESS BUILT_IN_FRAME_ADDRESS
#define KMSAN_BUILT_IN_NESTED_CREATED END_BUILTINS
#define KMSAN_BUILT_IN_NESTED_DELETED END_BUILTINS
#endif
#if GCCPLUGIN_VERSION_MAJOR >= 15
#define KMSAN_IFN_ACCESS_WITH_SIZE IFN_ACCESS_WITH_SIZE
#else
#define KMSAN_IFN_ACCESS_WITH_SIZE IFN_ANNOTATE
#endif
#if GCCPLUGIN_VERSION_MAJOR >= 16
#define KMSAN_BUILT_IN_OBSERVABLE BUILT_IN_OBSERVABLE_CHKPT
#else
#define KMSAN_BUILT_IN_OBSERVABLE BUILT_IN_TRAP
#endif

/* GCC 15 combines conditions that have others in between. */
#define KMSAN_IFCOMBINE_REORDERS (GCCPLUGIN_VERSION_MAJOR >= 15)

#endif /* KMSAN_GCC_COMPAT_H */
