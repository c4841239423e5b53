// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * unwind.c - stack traces fast enough to take one at every malloc().
 *
 * Frame pointers are usually absent, and interpreting unwind information at
 * each frame takes microseconds.  But what that information says about a given
 * return address never changes and nearly always boils down to "the caller's
 * frame starts N bytes above this register".  So it is interpreted once for
 * each address, and the outcome is cached in one word.  No locks, no
 * allocation: usable from signal handlers.
 */
#include <ucontext.h>

#include "cfi.h"
#include "modules.h"
#include "unwind.h"

#define CACHE_SIZE 16384
/* No frame is larger. */
#define MAX_FRAME (64UL << 20)

/*
 * Entries are read and written without a lock.  The key is the address mixed
 * with the rule, so a torn read is a miss.
 */
static struct {
	u64 key;
	u64 rule;
} unwind_cache[CACHE_SIZE];

/* The registers that the rules refer to. */
struct unwind_frame {
	uintptr_t pc;
	uintptr_t sp;
	uintptr_t bp;
	/* Where @bp was read from, or one of these. */
	uintptr_t bp_place;
#define BP_REGISTER 0
#define BP_NOWHERE 1
	/* The frame was interrupted: @pc is not a return address. */
	bool exact;
};

/* The modules that rules were cached for may have been unloaded. */
static void follow_modules(void)
{
	static unsigned int seen;
	unsigned int changes =
		__atomic_load_n(&kmsan_modules_changes, __ATOMIC_ACQUIRE);

	if (likely(__atomic_load_n(&seen, __ATOMIC_RELAXED) == changes))
		return;
	kmsan_raw_memset(unwind_cache, 0, sizeof(unwind_cache));
	__atomic_store_n(&seen, changes, __ATOMIC_RELEASE);
}

static noinline union kmsan_cfi_rule find_new_rule(uintptr_t pc, size_t slot)
{
	union kmsan_cfi_rule rule = kmsan_cfi_find(pc);

	__atomic_store_n(&unwind_cache[slot].rule, rule.word, __ATOMIC_RELAXED);
	__atomic_store_n(&unwind_cache[slot].key, pc ^ rule.word,
			 __ATOMIC_RELAXED);
	return rule;
}

/* The rule for an address within a function. */
static inline union kmsan_cfi_rule find_rule(uintptr_t pc)
{
	size_t slot = (pc ^ pc >> 14) % CACHE_SIZE;
	union kmsan_cfi_rule rule;
	u64 key;

	follow_modules();
	key = __atomic_load_n(&unwind_cache[slot].key, __ATOMIC_RELAXED);
	rule.word = __atomic_load_n(&unwind_cache[slot].rule, __ATOMIC_RELAXED);
	if (likely((key ^ rule.word) == pc))
		return rule;
	return find_new_rule(pc, slot);
}

static uintptr_t read_word(uintptr_t address)
{
	return *(const uintptr_t __attribute__((may_alias)) *)address;
}

/* The next walk only finds the same if it reads the same there. */
static void note_read(struct kmsan_walk *walk, uintptr_t address,
		      uintptr_t value)
{
	uintptr_t offset = address - walk->start;

	if (walk->nr == KMSAN_WALK_READS || offset >= MAX_FRAME) {
		walk->fixed = false;
		return;
	}
	walk->offset[walk->nr] = offset;
	walk->value[walk->nr++] = value;
}

/* Frame pointers matter only where a rule uses them. */
static void note_bp(struct kmsan_walk *walk, const struct unwind_frame *frame)
{
	if (frame->bp_place == BP_REGISTER)
		walk->uses_bp = true;
	else if (frame->bp_place != BP_NOWHERE)
		note_read(walk, frame->bp_place, frame->bp);
}

static void load_bp(struct unwind_frame *frame, uintptr_t address)
{
	frame->bp = read_word(address);
	frame->bp_place = address;
}

static void lose_bp(struct unwind_frame *frame)
{
	frame->bp = 0;
	frame->bp_place = BP_NOWHERE;
}

/* The kernel leaves the interrupted registers where the stack pointer is. */
static bool step_signal(struct unwind_frame *frame)
{
	const ucontext_t *context = (void *)frame->sp;

	frame->pc = context->uc_mcontext.gregs[REG_RIP];
	frame->sp = context->uc_mcontext.gregs[REG_RSP];
	frame->bp = context->uc_mcontext.gregs[REG_RBP];
	frame->exact = true;
	return true;
}

/* Whether an address may belong to the frame that starts at @sp. */
static bool is_near(uintptr_t address, uintptr_t sp)
{
	return address - sp < MAX_FRAME && !(address % sizeof(uintptr_t));
}

static bool uses_bp(union kmsan_cfi_rule rule)
{
	return rule.cfa_kind == CFI_CFA_BP ||
	       rule.cfa_kind == CFI_CFA_BP_DEREF ||
	       rule.bp_kind == CFI_BP_AT_BP;
}

/*
 * Go to the caller, noting on what its place depends if @walk is not NULL.
 * Return: false if it cannot be found.
 */
static bool step(struct unwind_frame *frame, struct kmsan_walk *walk)
{
	/* A call may be the last instruction of its function. */
	union kmsan_cfi_rule rule =
		find_rule(frame->exact ? frame->pc : frame->pc - 1);
	uintptr_t cfa;

	if (uses_bp(rule)) {
		if (walk)
			note_bp(walk, frame);
		/* A wild value from a register is not followed. */
		if (!is_near(frame->bp, frame->sp))
			return false;
	}
	switch (rule.cfa_kind) {
	case CFI_CFA_SP:
		cfa = frame->sp + rule.cfa_offset;
		break;
	case CFI_CFA_BP:
		cfa = frame->bp + rule.cfa_offset;
		break;
	case CFI_CFA_BP_DEREF:
		cfa = read_word(frame->bp + rule.cfa_offset);
		if (walk)
			note_read(walk, frame->bp + rule.cfa_offset, cfa);
		break;
	case CFI_CFA_SIGNAL:
		if (walk)
			walk->fixed = false;
		return step_signal(frame);
	default:
		return false;
	}
	/* Stacks grow down; otherwise this is not a stack. */
	if (cfa == frame->sp || !is_near(cfa, frame->sp))
		return false;
	if (rule.bp_kind == CFI_BP_AT_CFA)
		load_bp(frame, cfa + rule.bp_offset);
	else if (rule.bp_kind == CFI_BP_AT_BP)
		load_bp(frame, frame->bp + rule.bp_offset);
	else if (rule.bp_kind == CFI_BP_LOST)
		lose_bp(frame);
	frame->pc = read_word(cfa - sizeof(uintptr_t));
	if (walk)
		note_read(walk, cfa - sizeof(uintptr_t), frame->pc);
	frame->sp = cfa;
	frame->exact = false;
	return frame->pc;
}

static struct unwind_frame start_frame(const struct kmsan_frame *start)
{
	return (struct unwind_frame){
		.pc = start->pc,
		.sp = (uintptr_t)(start + 1),
		.bp = start->bp,
	};
}

/* Does a call end at @pc?  It is E8 and 4 bytes, or FF /2 and up to 5. */
static bool is_return_address(uintptr_t pc)
{
	const struct kmsan_module *module = kmsan_module_find(pc);
	const u8 *code = (const u8 *)pc;

	if (!module || pc - module->start < 8)
		return false;
	if (code[-5] == 0xe8)
		return true;
	for (int i = 2; i <= 7; i++)
		if (code[-i] == 0xff && (code[1 - i] >> 3 & 7) == 2)
			return true;
	return false;
}

/*
 * The frame of assembly without unwind information ends with the next return
 * address on the stack.
 */
static uintptr_t guess_end(uintptr_t sp)
{
	uintptr_t end = ALIGN_UP(sp + 1, KMSAN_PAGE_SIZE);

	for (; sp < end; sp += sizeof(uintptr_t))
		if (is_return_address(read_word(sp)))
			return sp + sizeof(uintptr_t);
	return end;
}

/**
 * kmsan_unwind_end() - find where a frame ends
 * @start: frame of a function
 * @up: how many calls above that the frame is
 *
 * Return: the address after its return address.  If that cannot be determined,
 * it is after what looks like one, or at the end of the page.
 */
uintptr_t kmsan_unwind_end(const struct kmsan_frame *start, unsigned int up)
{
	struct unwind_frame frame = start_frame(start);

	while (up-- && step(&frame, NULL) && !frame.exact)
		if (!up)
			return frame.sp;
	return guess_end(frame.sp);
}

static noinline uintptr_t step_to_caller(const struct kmsan_frame *start)
{
	struct unwind_frame frame = start_frame(start);

	return step(&frame, NULL) ? frame.pc : 0;
}

/**
 * kmsan_unwind_caller() - the second entry of a stack trace
 * @start: frame of the function whose return address is the first one
 *
 * Return: the return address, or 0 if there is none.
 */
uintptr_t kmsan_unwind_caller(const struct kmsan_frame *start)
{
	union kmsan_cfi_rule rule = find_rule(start->pc - 1);
	uintptr_t sp = (uintptr_t)(start + 1);

	if (likely(rule.cfa_kind == CFI_CFA_SP && rule.cfa_offset > 0 &&
		   is_near(sp + rule.cfa_offset, sp)))
		return read_word(sp + rule.cfa_offset - sizeof(uintptr_t));
	return step_to_caller(start);
}

/**
 * kmsan_unwind() - save the current stack
 * @entries: where to
 * @max: how many entries there is room for
 * @start: frame of the function whose return address is the first entry
 * @walk: where to note what the result depends on, or NULL
 *
 * Return: the number of entries, at least 1.  One is added to an interrupted
 * address, so that it looks like a return address.
 */
unsigned int kmsan_unwind(unsigned long *entries, unsigned int max,
			  const struct kmsan_frame *start,
			  struct kmsan_walk *walk)
{
	struct unwind_frame frame = start_frame(start);
	unsigned int nr = 0;

	if (walk) {
		walk->modules = __atomic_load_n(&kmsan_modules_changes,
						__ATOMIC_ACQUIRE);
		walk->start = frame.sp;
		walk->nr = 0;
		walk->fixed = true;
		walk->uses_bp = false;
	}
	entries[nr++] = frame.pc;
	while (nr < max && step(&frame, walk)) {
		/* What a signal interrupted takes the trampoline's place. */
		if (frame.exact)
			entries[nr - 1] = frame.pc + 1;
		else
			entries[nr++] = frame.pc;
	}
	return nr;
}
