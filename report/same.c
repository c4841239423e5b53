// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * same.c - whether reports of two builds are of the same bug.
 *
 * Two compilers inline differently, so that each has frames that the other
 * lacks.  Going from the innermost frame outwards, frames may be missing on one
 * side; where both have some that the other lacks, the stacks part.  They show
 * the same place if they have enough in common before that.
 *
 * f called by g called by h is g, h where f was inlined, and f, h where g was:
 * so stacks may part once for a frame or two if they meet again.  But so do the
 * stacks of different bugs; then all depends on where the value was created.
 * kmsan-report(1) has the rule in full.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "same.h"

/* How many functions of both stacks must match, if they have that many. */
#define ENOUGH 3
/* How many in a row may have been inlined. */
#define MAX_INLINED 8
/* How many frames may be between where two stacks part and meet again. */
#define MAX_APART 2
/* How far the stack of a local variable is followed. */
#define MAX_EXTENDED 16
/* How many frames of the use count for the likeness of different places. */
#define NEARBY 6

struct key {
	const struct name *kind;
	/*
	 * The local variable; NULL if there is none, or the compiler made it.
	 */
	const struct name *variable;
	unsigned int nr_use, nr_creation;
	/* Use, then creation. */
	const struct name *names[];
};

/* Of one stack, innermost first. */
struct names {
	const struct name *const *names;
	unsigned int nr;
};

/* A path along two stacks. */
struct walk {
	unsigned int common, counted, skipped;
	/* They parted once and met again. */
	bool parted;
	/* Where they part; NULL if one has ended, or enough has matched. */
	const struct name *a, *b;
};

/* If a log has no names, addresses can at least be compared within a build. */
static const struct name *name_of_frame(const struct frame *frame)
{
	char text[32];
	int n;

	if (frame->name)
		return name_of_function(frame->name);
	n = snprintf(text, sizeof(text), "0x%" PRIx64, frame->address);
	return name_of_text(text, n);
}

static unsigned int collect(const struct stack *stack, bool creation,
			    const struct name **names, unsigned int nr)
{
	bool top = creation;

	for (unsigned int i = 0; stack && i < stack->nr_frames; i++) {
		const struct frame *frame = &stack->frames[i];
		const struct name *name;

		if ((!frame->name && !frame->address) || frame->uncertain)
			continue;
		name = name_of_frame(frame);
		if (name->instrumentation ||
		    (top && name->allocator && !frame->module))
			continue;
		top = false;
		names[nr++] = name;
	}
	return nr;
}

static struct key *get_key(struct report *report)
{
	const struct stack *creation = report_creation(report);
	const struct stack *use = &report->stacks[0];
	const struct frame *title = report_function(report);
	bool local = creation && creation->kind == STACK_LOCAL;
	unsigned int nr;
	struct key *key;

	if (report->key)
		return report->key;
	nr = use->nr_frames + (creation ? creation->nr_frames : 0) + 1;
	key = xalloc(NULL, sizeof(*key) + nr * sizeof(*key->names), 1);
	*key = (struct key){
		.kind = name_of_text(report->kind, strlen(report->kind))};
	if (local && creation->variable)
		key->variable = name_of_variable(creation->variable);
	key->nr_use = collect(use, false, key->names, 0);
	/* A report that was cut off may have a first line only. */
	if (!key->nr_use)
		key->names[key->nr_use++] = name_of_frame(title);
	key->nr_creation = collect(creation, !local, key->names, key->nr_use) -
			   key->nr_use;
	report->key = key;
	return key;
}

/* Where @name is next, or @nr; not after more than MAX_INLINED that count. */
static unsigned int find(const struct name *name, struct names in,
			 unsigned int from)
{
	unsigned int passed = 0;

	for (unsigned int i = from; i < in.nr && passed <= MAX_INLINED; i++) {
		if (in.names[i] == name)
			return i;
		passed += !in.names[i]->helper;
	}
	return in.nr;
}

/* Go on after frames that one side lacks: inlined there. */
static bool skip_inlined(const struct names *a, unsigned int *i,
			 const struct names *b, unsigned int *j,
			 struct walk *walk)
{
	unsigned int in_a = find(b->names[*j], *a, *i);
	unsigned int in_b = find(a->names[*i], *b, *j);

	if (in_a == a->nr && in_b == b->nr)
		return false;
	if (in_b == b->nr || (in_a < a->nr && in_a - *i <= in_b - *j)) {
		walk->skipped += in_a - *i;
		*i = in_a;
	} else {
		walk->skipped += in_b - *j;
		*j = in_b;
	}
	return true;
}

/* Go on where stacks that part meet again. */
static bool skip_apart(const struct names *a, unsigned int *i,
		       const struct names *b, unsigned int *j,
		       struct walk *walk)
{
	for (unsigned int sum = 2; sum <= 2 * MAX_APART; sum++) {
		for (unsigned int n = 1; n < sum; n++) {
			unsigned int m = sum - n;

			if (n > MAX_APART || m > MAX_APART || *i + n >= a->nr ||
			    *j + m >= b->nr ||
			    a->names[*i + n] != b->names[*j + m])
				continue;
			*i += n;
			*j += m;
			walk->skipped += sum;
			walk->parted = true;
			return true;
		}
	}
	return false;
}

static struct walk walk(struct names a, struct names b)
{
	struct walk walk = {0};
	unsigned int i = 0, j = 0;

	while (i < a.nr && j < b.nr && walk.counted < ENOUGH) {
		if (a.names[i] == b.names[j]) {
			walk.common++;
			walk.counted += !a.names[i]->helper;
			i++;
			j++;
			continue;
		}
		if (skip_inlined(&a, &i, &b, &j, &walk))
			continue;
		walk.a = a.names[i];
		walk.b = b.names[j];
		if (walk.parted || !skip_apart(&a, &i, &b, &j, &walk))
			return walk;
	}
	/* Where they parted, if they did, is kept. */
	if (!walk.parted)
		walk.a = walk.b = NULL;
	return walk;
}

static bool same_place(const struct walk *walk)
{
	return walk->common && (walk->counted >= ENOUGH || !walk->a);
}

static unsigned int count_common(struct names a, struct names b)
{
	unsigned int common = 0;

	for (unsigned int i = 0; i < a.nr && i < NEARBY; i++)
		for (unsigned int j = 0; j < b.nr && j < NEARBY; j++)
			if (a.names[i] == b.names[j] && !a.names[i]->helper) {
				common++;
				break;
			}
	return common;
}

static struct names use_of(const struct key *key)
{
	return (struct names){key->names, key->nr_use};
}

static struct names creation_of(const struct key *key)
{
	return (struct names){key->names + key->nr_use, key->nr_creation};
}

/* Does the log tell where the value came from? */
static bool knows_creation(const struct report *report)
{
	const struct stack *creation = report_creation(report);

	return creation && !creation->unavailable;
}

/*
 * The stack of a local variable has two functions only.  Their callers follow
 * them in the stack of the use, as long as the variable lives.
 */
static struct names extend_local(const struct key *key,
				 const struct name *names[MAX_EXTENDED])
{
	struct names use = use_of(key), own = creation_of(key);
	unsigned int nr = 0, i = 0;

	while (nr < own.nr && nr < MAX_EXTENDED) {
		names[nr] = own.names[nr];
		nr++;
	}
	while (nr && i < use.nr && use.names[i] != names[nr - 1])
		i++;
	while (++i < use.nr && nr < MAX_EXTENDED)
		names[nr++] = use.names[i];
	return (struct names){names, nr};
}

static bool same_extended(const struct key *a, const struct key *b)
{
	const struct name *names[2][MAX_EXTENDED];
	struct walk way =
		walk(extend_local(a, names[0]), extend_local(b, names[1]));

	return same_place(&way) && !way.parted;
}

/*
 * Compare where the values were created, as far as both logs say; raise the
 * score for what is common.  @strict: it must be known to be the same.
 */
static enum difference compare_creation(struct report *a, struct report *b,
					bool strict, struct likeness *likeness)
{
	const struct stack *stack_a = report_creation(a);
	const struct stack *stack_b = report_creation(b);
	const struct key *key_a = get_key(a), *key_b = get_key(b);
	struct walk way;

	if (!knows_creation(a) || !knows_creation(b))
		return strict ? DIFFERENT_USE : SAME_BUG;
	if (stack_a->kind != stack_b->kind)
		return DIFFERENT_ORIGIN;
	if (key_a->variable && key_b->variable) {
		if (key_a->variable != key_b->variable)
			return DIFFERENT_VARIABLE;
		likeness->score += 12;
	}
	if (!key_a->nr_creation || !key_b->nr_creation)
		return strict ? DIFFERENT_USE : SAME_BUG;
	way = walk(creation_of(key_a), creation_of(key_b));
	likeness->score += 3 * way.common - way.skipped;
	if ((same_place(&way) && !way.parted) ||
	    (stack_a->kind == STACK_LOCAL && same_extended(key_a, key_b)))
		return SAME_BUG;
	likeness->a = way.a ? way.a->text : NULL;
	likeness->b = way.b ? way.b->text : NULL;
	return DIFFERENT_CREATION;
}

static int score_details(const struct report *a, const struct report *b)
{
	int score = report_nr_stored(a) == report_nr_stored(b);

	if (a->nr_ranges && b->nr_ranges &&
	    a->ranges[0].first == b->ranges[0].first &&
	    a->ranges[0].last == b->ranges[0].last &&
	    a->ranges[0].of == b->ranges[0].of)
		score += 2;
	return score + (a->cut_off == b->cut_off);
}

/**
 * compare_reports() - how alike two reports are
 * @a: of one build
 * @b: of the other
 *
 * Return: the first difference in the order kind, use, origin, and a score by
 * which the best of several can be chosen.
 */
struct likeness compare_reports(struct report *a, struct report *b)
{
	const struct key *key_a = get_key(a), *key_b = get_key(b);
	struct likeness likeness = {0}, creation = {0};
	struct walk use;

	use = walk(use_of(key_a), use_of(key_b));
	if (key_a->nr_use && key_b->nr_use &&
	    key_a->names[0] == key_b->names[0])
		likeness.score += 8;
	likeness.score += 4 * use.common - use.skipped +
			  2 * count_common(use_of(key_a), use_of(key_b));
	creation.difference = compare_creation(a, b, use.parted, &creation);
	likeness.score += creation.score + score_details(a, b);
	if (key_a->kind != key_b->kind) {
		likeness.difference = DIFFERENT_KIND;
		likeness.score -= 6;
	} else if (!same_place(&use) ||
		   (use.parted && creation.difference != SAME_BUG)) {
		likeness.difference = DIFFERENT_USE;
		likeness.a = use.a ? use.a->text : NULL;
		likeness.b = use.b ? use.b->text : NULL;
	} else {
		likeness.difference = creation.difference;
		likeness.a = creation.a;
		likeness.b = creation.b;
	}
	return likeness;
}

/**
 * explain_difference() - why two reports are not of the same bug, in words
 * @likeness: of the two
 * @a: one
 * @b: the other
 * @text: gets the text
 * @room: its size
 */
void explain_difference(const struct likeness *likeness, const struct report *a,
			const struct report *b, char *text, size_t room)
{
	const struct stack *stack_a = report_creation(a);
	const struct stack *stack_b = report_creation(b);

	switch (likeness->difference) {
	case SAME_BUG:
		snprintf(text, room, "it is the same bug");
		break;
	case DIFFERENT_KIND:
		snprintf(text, room, "the kind is %s, not %s", b->kind,
			 a->kind);
		break;
	case DIFFERENT_USE:
	case DIFFERENT_CREATION:
		if (likeness->a && likeness->b)
			snprintf(text, room,
				 "the stack of the %s has %s in place of %s",
				 likeness->difference == DIFFERENT_USE
					 ? "use"
					 : "creation",
				 likeness->b, likeness->a);
		else
			snprintf(text, room,
				 "the stacks of the %s have nothing in common",
				 likeness->difference == DIFFERENT_USE
					 ? "use"
					 : "creation");
		break;
	case DIFFERENT_ORIGIN:
		snprintf(text, room, "the value is of %s, not of %s",
			 stack_b->kind == STACK_LOCAL ? "a local variable"
						      : "memory",
			 stack_a->kind == STACK_LOCAL ? "a local variable"
						      : "memory");
		break;
	case DIFFERENT_VARIABLE:
		snprintf(text, room, "the variable is %s, not %s",
			 stack_b->variable, stack_a->variable);
		break;
	}
}
