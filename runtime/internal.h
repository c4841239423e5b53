/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * internal.h - what the files of the runtime share.
 *
 * The modules, bottom up.  Each calls only those before it in this list; a test
 * checks that.
 *
 * The ground; it knows neither shadow nor origins:
 *   state.c            whether the runtime is ready, and running
 *   raw.c              memory functions that are not intercepted
 *   platform-linux.c   what the system does for the runtime, see platform.h
 *   log-linux.c        a log file that other users cannot divert
 *   print.c            text for stderr or the log
 *   explain-linux.c    why the system refused addresses
 *   options.c          the KMSAN_OPTIONS environment variable
 *   lock.c             the one lock
 *   arena.c            memory for the runtime's own use
 *
 * Shadow:
 *   shadow.c           where metadata lives
 *   core.c             the state of ranges of memory
 *
 * Code addresses:
 *   modules.c          the executable and the shared libraries
 *   cfi.c              what unwind information says about an address
 *   unwind.c           stack traces
 *   elf-file.c         symbol tables
 *   symbolize.c        addresses as text
 *
 * Origins and reports:
 *   depot.c            the stacks behind origins
 *   retrace.c          stacks that have not changed since they were saved
 *   origins.c          where poison comes from
 *   report.c           checks, and what is printed
 *
 * What instrumented code calls:
 *   program.c          can the runtime work in this program?
 *   init.c             start of the runtime
 *   instrumentation.c  the compiler's calls
 *   keep.c             calls that keep the caller's registers
 *   api.c              the functions of <kmsan.h>
 *
 * Hooks, which know what the C library does to memory:
 *   intercept.c        what the hooks share
 *   format.c           arguments of printf() and scanf()
 *   heap.c             malloc() and the like
 *   mman.c             mappings
 *   signal.c           signal handlers
 *   thread.c           threads
 *   process.c          start, end and duplication of the process
 *   intercept-callback.c, intercept-io.c, intercept-misc.c,
 *   intercept-number.c, intercept-old.c, intercept-path.c,
 *   intercept-request.c, intercept-socket.c, intercept-stdio.c,
 *   intercept-string.c, intercept-syscall.c, intercept-text.c,
 *   intercept-thread.c, intercept-user.c, intercept-wide.c
 */
#ifndef KMSAN_INTERNAL_H
#define KMSAN_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "include/kmsan-abi.h"

typedef uint8_t u8;
typedef uint32_t u32;
typedef uint64_t u64;
/* An index of the stack depot, with more bits on top; see KMSAN_ORIGIN_*. */
typedef u32 kmsan_origin_t;

/* 2 to 16 bytes of memory of any type and alignment. */
typedef uint16_t __attribute__((may_alias, aligned(1))) any2;
typedef u32 __attribute__((may_alias, aligned(1))) any4;
typedef u64 __attribute__((may_alias, aligned(1))) any8;
typedef u64 __attribute__((vector_size(16), may_alias, aligned(1))) any16;

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define ALIGN_DOWN(x, a) ((x) & ~((__typeof__(x))(a)-1))
#define ALIGN_UP(x, a) ALIGN_DOWN((x) + (a)-1, a)
#define KMSAN_HIDDEN __attribute__((visibility("hidden")))
/* For names that programs and instrumented code link against. */
#define KMSAN_EXPORT __attribute__((visibility("default"), used))
#define noinline __attribute__((__noinline__))
#undef __cold
#define __cold __attribute__((__cold__, __noinline__))

#define KMSAN_PAGE_SIZE 4096UL
#define KMSAN_STACK_DEPTH 64
#define KMSAN_MAX_ORIGIN_DEPTH 7

/* Everything that is not exported stays inside the library. */
#pragma GCC visibility push(hidden)

/* state.c */
extern bool kmsan_ready;

/* Compiled code finds it by this name, so it is not hidden. */
extern __thread struct kmsan_context_state kmsan_thread_state
	__asm__(KMSAN_THREAD_STATE)
	__attribute__((visibility("default"), tls_model("initial-exec")));

/**
 * struct kmsan_ctx - what the runtime knows about a thread
 * @in_runtime: above 0 while the thread runs code of the runtime; what that
 *	calls is neither checked nor tracked
 * @reported: origin of the value whose use was reported last
 * @saved_states: context states that signal handlers interrupted, see signal.c;
 *	allocated by the first one
 * @nr_saved: how many there are
 */
struct kmsan_ctx {
	unsigned int in_runtime;
	kmsan_origin_t reported;
	struct kmsan_saved_state *saved_states;
	unsigned int nr_saved;
};

extern __thread struct kmsan_ctx kmsan_ctx
	__attribute__((tls_model("initial-exec")));

static inline struct kmsan_context_state *kmsan_cstate(void)
{
	return &kmsan_thread_state;
}

static inline bool kmsan_in_runtime(void)
{
	return kmsan_ctx.in_runtime;
}

/*
 * The barriers keep the compiler from moving anything that a signal handler on
 * the same thread could see across the marks.
 */
static inline void kmsan_enter_runtime(void)
{
	kmsan_ctx.in_runtime++;
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
}

static inline void kmsan_leave_runtime(void)
{
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	kmsan_ctx.in_runtime--;
}

/*
 * A stack trace starts at the return address of the function whose frame is
 * given: in the code that entered the runtime.  There is a frame pointer
 * because __builtin_frame_address() asks for it, however the runtime is
 * compiled.
 */
struct kmsan_frame {
	uintptr_t bp;
	uintptr_t pc;
};
#define KMSAN_FRAME ((const struct kmsan_frame *)__builtin_frame_address(0))

/* shadow.c */
struct kmsan_metadata_ptr kmsan_dummy_metadata(uintptr_t addr, bool store);
bool kmsan_shadow_init(void);

/*
 * Ranges of memory: core.c, origins.c, report.c.  All take any address; memory
 * without metadata is left alone.
 */
void kmsan_set_shadow_origin(const void *addr, size_t size, u8 value,
			     kmsan_origin_t origin);
void kmsan_internal_unpoison(const void *addr, size_t size);
size_t kmsan_first_poisoned(const void *addr, size_t size);
/* Poison, with an origin that names the current stack from @frame on. */
void kmsan_internal_poison(const void *addr, size_t size,
			   const struct kmsan_frame *frame, bool freed);
void kmsan_internal_memmove(const void *dst, const void *src, size_t size,
			    const struct kmsan_frame *frame);
/* Report each uninitialised range; @frame is where the stack starts. */
void kmsan_internal_check(const void *addr, size_t size,
			  const struct kmsan_frame *frame, const void *caller);

/* origins.c */
kmsan_origin_t kmsan_internal_chain(kmsan_origin_t origin,
				    const struct kmsan_frame *frame);
kmsan_origin_t kmsan_save_stack(const struct kmsan_frame *frame, bool freed);

/* init.c */
void kmsan_init(void);
struct kmsan_metadata_ptr kmsan_metadata_slow(uintptr_t addr, bool store);

/* instrumentation.c: what the compiler's calls do, also in keep.c */
kmsan_origin_t kmsan_stored(kmsan_origin_t origin,
			    const struct kmsan_frame *frame);
void kmsan_stored_to(const void *addr, size_t size, kmsan_origin_t origin,
		     const struct kmsan_frame *frame);
void kmsan_used(kmsan_origin_t origin, const struct kmsan_frame *frame);
void kmsan_asm_store(void *addr, size_t size);

/* depot.c */
bool kmsan_depot_init(size_t bytes);
kmsan_origin_t kmsan_depot_save(const unsigned long *entries, unsigned int nr,
				unsigned int depth, bool freed);
kmsan_origin_t kmsan_depot_save_local(const char *descr, uintptr_t pc,
				      uintptr_t caller);
unsigned int kmsan_depot_fetch(kmsan_origin_t origin,
			       const unsigned long **entries);

/* First words of the two kinds of records that are not plain stacks. */
#define KMSAN_ALLOCA_MAGIC 0x6b6d73616e6c6f63UL
#define KMSAN_CHAIN_MAGIC 0x6b6d73616e636861UL

/* An origin is a depot index, the depth of its chain, and a bit for "freed". */
#define KMSAN_ORIGIN_FREED 0x80000000U
#define KMSAN_ORIGIN_DEPTH_SHIFT 28
#define KMSAN_ORIGIN_INDEX_MASK ((1U << KMSAN_ORIGIN_DEPTH_SHIFT) - 1)

static inline unsigned int kmsan_origin_depth(kmsan_origin_t origin)
{
	return (origin >> KMSAN_ORIGIN_DEPTH_SHIFT) & KMSAN_MAX_ORIGIN_DEPTH;
}

/* retrace.c */
struct kmsan_walk;
kmsan_origin_t kmsan_retrace(const struct kmsan_frame *frame);
void kmsan_retrace_save(const struct kmsan_frame *frame,
			const struct kmsan_walk *walk, kmsan_origin_t origin);

/* report.c */
/* True if at least one report was made (or suppressed as a repetition). */
extern bool kmsan_reported;
struct kmsan_report {
	kmsan_origin_t origin;
	const struct kmsan_frame *frame;
	const void *caller;
	const void *address;
	size_t size, first, last;
};
void kmsan_report(const struct kmsan_report *report);
void kmsan_report_result(const struct kmsan_report *report);

/* options.c */
struct kmsan_options {
	unsigned int exitcode;
	unsigned int halt_on_error;
	unsigned int report_all;
	unsigned int poison_heap;
	unsigned int depot_kb;
};
extern struct kmsan_options kmsan_options;
void kmsan_options_init(const char *text);

/* print.c */
#define KMSAN_MAX_LOG_PATH 1024
/* An option: the file that reports go to; "" for stderr. */
extern char kmsan_log_path[KMSAN_MAX_LOG_PATH];
__attribute__((format(printf, 1, 2))) void kmsan_pr(const char *format, ...);
void kmsan_pr_flush(void);

/* symbolize.c: code addresses, all of them return addresses, as text */
enum kmsan_frame_kind {
	KMSAN_FRAME_PLAIN,
	KMSAN_FRAME_RUNTIME, /* not for the reader */
	KMSAN_FRAME_LAST, /* the program starts here */
	KMSAN_FRAME_BEYOND, /* the program started above */
};
enum kmsan_frame_kind kmsan_frame_kind(unsigned long pc);
/* libgcov is part of the program, but is never instrumented. */
bool kmsan_in_profiler(unsigned long pc);
/* "function+0x10/0x20" */
void kmsan_pr_symbol(unsigned long pc);
/* The same with file and line, and a line for each function inlined there. */
void kmsan_pr_frame(unsigned long pc);

/* unwind.c */
/* The address after the return address of the frame @up calls above @start. */
uintptr_t kmsan_unwind_end(const struct kmsan_frame *start, unsigned int up);
uintptr_t kmsan_unwind_caller(const struct kmsan_frame *start);
unsigned int kmsan_unwind(unsigned long *entries, unsigned int max,
			  const struct kmsan_frame *frame,
			  struct kmsan_walk *walk);

/* modules.c */
bool kmsan_module_instrumented(const void *pc);
void kmsan_modules_changed(void);

/* lock.c: the one lock, taken with all signals blocked */
typedef unsigned long kmsan_sigset_t;
kmsan_sigset_t kmsan_lock(void);
void kmsan_unlock(kmsan_sigset_t mask);

/* arena.c: memory for the runtime's own use */
void *kmsan_arena_alloc(size_t size, size_t align);
void kmsan_arena_free(void *ptr);
size_t kmsan_arena_size(const void *ptr);
bool kmsan_arena_owns(const void *ptr);

/* raw.c: memory functions that are not intercepted */
void *kmsan_raw_memcpy(void *dst, const void *src, size_t size);
void *kmsan_raw_memmove(void *dst, const void *src, size_t size);
void *kmsan_raw_memset(void *dst, int value, size_t size);
size_t kmsan_raw_strlen(const char *s);
int kmsan_raw_memcmp(const void *a, const void *b, size_t size);
int kmsan_raw_strcmp(const char *a, const char *b);

#pragma GCC visibility pop

#endif /* KMSAN_INTERNAL_H */
