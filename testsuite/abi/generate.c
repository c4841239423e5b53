// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * generate.c - make up functions, their callers, and what they pass.
 *
 *	generate [-ms] random SEED	functions of random types
 *	generate [-ms] listed PART N	part PART (from 0) of N of all listed types
 *
 * Writes case.h, caller.c, callee.c and masks.c to the working directory.  -s
 * leaves out what needs SSE registers; -m is for functions with Microsoft's
 * calling convention, which -DABI_MS gives them.  Standard output says what is
 * covered, a line each: how something is passed, and what it is.
 *
 * A case is one function of callee.c and its caller in caller.c.  Forms:
 *
 *	call		caller.c calls, callee.c looks at the arguments
 *	callback	callee.c calls a function of caller.c through a pointer
 *	pass on		callee.c passes on what it was given to a callback
 *	tail		callee.c returns what the callback does
 *	variadic	arguments after an ellipsis
 *	list		their va_list is passed to a function of caller.c
 *	variadic back	callee.c calls a variadic function of caller.c
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "types.h"

#define MAX_ARGUMENTS 80
/* Bytes of shadow that can be passed. */
#define ROOM 800

/* An argument: its type and the object that is passed. */
struct argument {
	int type;
	unsigned int id;
	bool variadic;
};

struct function {
	int n;
	/* Type of the result, or -1. */
	int result;
	unsigned int result_id;
	int nr_arguments;
	struct argument arguments[MAX_ARGUMENTS];
};

static FILE *header, *caller, *callee;
static unsigned int next_id = 1;
static int nr_functions, nr_scalars;
static bool microsoft;

/* Does the caller copy it, and pass the address? */
static bool by_reference(int type)
{
	unsigned int size = type_size(type);

	return microsoft && size != 1 && size != 2 && size != 4 && size != 8;
}

/* Is its shadow that of the copy?  A vector's shadow is passed anyway. */
static bool has_shadow_in_memory(int type)
{
	return by_reference(type) && !type_is_vector(type);
}

/* "t1 name(t2 a0, t3 a1, ..., last)": a function, or a pointer to one. */
static void put_prototype(FILE *to, const struct function *f, const char *name,
			  const char *last)
{
	const char *comma = "";

	if (f->result < 0)
		fprintf(to, "void CONVENTION %s(", name);
	else
		fprintf(to, "t%d CONVENTION %s(", f->result, name);
	for (int i = 0; i < f->nr_arguments; i++, comma = ", ") {
		const struct argument *a = &f->arguments[i];

		if (a->variadic) {
			fprintf(to, "%s...", comma);
			break;
		}
		fprintf(to, "%st%d a%d", comma, a->type, i);
	}
	if (*last)
		fprintf(to, "%s%s", comma, last);
	else if (!f->nr_arguments)
		fputs("void", to);
	fputs(")", to);
}

static void put_how(FILE *to, int type, const char *more)
{
	fprintf(to, "%s%s%s%s", type_is_in_memory(type) ? "COPIED | WHOLE" :
		type_is_scalar(type) ? "SCALAR" :
		type_is_whole(type) ? "WHOLE" : "0",
		type_is_bool(type) ? " | BOOL" : "", *more ? " | " : "", more);
}

static void put_give(FILE *to, const char *name, int type, unsigned int id)
{
	fprintf(to, "\tgive(&%s, sizeof(%s), %u, ", name, name, id);
	put_how(to, type, "");
	fputs(");\n", to);
}

/* Inspect @name, or a copy of it. */
static void put_arrive(FILE *to, const char *what, const char *name, int type,
		       unsigned int id, const char *more, bool copied)
{
	char how[128];

	snprintf(how, sizeof(how), "%s%s%s", more, *more && copied ? " | " : "",
		 copied ? "COPIED" : "");
	if (copied)
		fprintf(to, "\t{\n\tt%d OBJECT copy = %s;\n", type, name);
	fprintf(to, "\tarrive(\"%s\", &%s, sizeof(t%d), %d, %u, ", what,
		copied ? "copy" : name, type, type, id);
	put_how(to, type, how);
	fputs(");\n", to);
	if (copied)
		fputs("\t}\n", to);
}

/*
 * Can it be passed after an ellipsis as it is?  In va_arg() GCC forgets that a
 * __builtin_ms_va_list holds addresses of what is passed by reference.
 */
static bool goes_variadic(int type)
{
	return !type_is_promoted(type) && !by_reference(type);
}

/* The bytes that @type, or its address, takes up in the context state. */
static unsigned int slot_size(int type)
{
	return has_shadow_in_memory(type) ? 8 : type_size(type);
}

/* Where argument @i ends among all of them, variadic ones included. */
static int ends_at(const struct function *f, int i)
{
	int end = 0;

	for (int j = 0; j < i; j++)
		end += (slot_size(f->arguments[j].type) + 7) / 8 * 8;
	return end + slot_size(f->arguments[i].type);
}

/* Is there room for argument @i in the context state? */
static const char *room(const struct function *f, int i)
{
	int end = ends_at(f, i), all = 0;

	for (int j = 0; j < f->nr_arguments; j++)
		if (f->arguments[j].variadic)
			all += (type_size(f->arguments[j].type) + 31) / 16 * 16;
	if (f->arguments[i].variadic)
		return all > ROOM - 176 ? "UNSURE" : "";
	if (end > ROOM)
		return "BEYOND";
	/* There may be a pointer to the result before the arguments. */
	return f->result >= 0 && end + 8 > ROOM ? "UNSURE" : "";
}

/* Only the first arguments can rely on registers. */
static const char *no_register(const struct function *f, int i)
{
	int type = f->arguments[i].type;

	if (has_shadow_in_memory(type) && type_may_be_moved(type))
		return " | NO_REGISTER | UNSURE";
	if (has_shadow_in_memory(type))
		return " | REFERENCE";
	return i >= 3 && type_is_complex(type) ?
		       " | NO_REGISTER" : "";
}

/* How argument @i arrives: @more and what follows from its place. */
static const char *arrives(char how[96], const struct function *f, int i,
			   const char *more)
{
	const char *place = room(f, i);

	snprintf(how, 96, "%s%s%s%s", *more ? more : "0", *place ? " | " : "",
		 place, no_register(f, i));
	return how;
}

/* The named arguments, as the function itself finds them. */
static void put_named(FILE *to, const struct function *f, const char *more)
{
	char what[16], name[16], how[96];

	for (int i = 0; i < f->nr_arguments; i++) {
		const struct argument *a = &f->arguments[i];

		if (a->variadic)
			break;
		snprintf(what, sizeof(what), "arg %d", i);
		snprintf(name, sizeof(name), "a%d", i);
		put_arrive(to, what, name, a->type, a->id,
			   arrives(how, f, i, more), random_below(3) == 0);
	}
}

/* What va_arg() returns. */
static void put_variadic(FILE *to, const struct function *f, const char *more)
{
	char what[16], both[64], how[96];

	fputs("\tstarted(STACK_OF(list));\n", to);
	for (int i = 0; i < f->nr_arguments; i++) {
		const struct argument *a = &f->arguments[i];

		if (!a->variadic)
			continue;
		snprintf(what, sizeof(what), "va %d", i);
		snprintf(both, sizeof(both), "VARIADIC%s%s", *more ? " | " : "",
			 more);
		fprintf(to, "\t{\n\tt%d OBJECT got = va_arg(list, t%d);\n"
			"\ttaken(STACK_OF(list), sizeof(got), %s);\n", a->type, a->type,
			type_is_lost(a->type) ? "LOST" : "0");
		put_arrive(to, what, "got", a->type, a->id,
			   arrives(how, f, i, both), false);
		fputs("\t}\n", to);
	}
}

/* Objects to pass, and their poison; then what eager mode will report. */
static void put_objects(FILE *to, const struct function *f)
{
	char name[16];

	for (int i = 0; i < f->nr_arguments; i++)
		fprintf(to, "\t%st%d OBJECT o%d;\n",
			random_below(2) ? "static " : "",
			f->arguments[i].type, i);
	if (f->result >= 0)
		fprintf(to, "\tt%d OBJECT r;\n", f->result);
	for (int i = 0; i < f->nr_arguments; i++) {
		const struct argument *a = &f->arguments[i];

		snprintf(name, sizeof(name), "o%d", i);
		put_give(to, name, a->type, a->id);
	}
	for (int i = 0; i < f->nr_arguments; i++)
		if (type_is_scalar(f->arguments[i].type) &&
		    !type_is_in_memory(f->arguments[i].type))
			fprintf(to, "\tpassed(%u, %d, sizeof(o%d), %s%s%s);\n",
				f->arguments[i].id, f->arguments[i].type, i,
				type_is_bool(f->arguments[i].type) ? "BOOL" :
								     "0",
				to == callee ? " | BACK" : "",
				ends_at(f, i) + 8 > ROOM ? " | UNSURE" :
				no_register(f, i));
}

/* "r = name(o0, o1, ..., last)", and an inspection of the result. */
static void put_call(FILE *to, const struct function *f, const char *name,
		     const char *objects, const char *last)
{
	const char *comma = "";

	fprintf(to, "\t%s%s(", f->result >= 0 ? "r = " : "", name);
	for (int i = 0; i < f->nr_arguments; i++, comma = ", ")
		fprintf(to, "%s%s%d", comma, objects, i);
	fprintf(to, "%s%s);\n", *last ? comma : "", last);
	if (f->result >= 0)
		put_arrive(to, "result", "r", f->result, f->result_id, "RESULT",
			   false);
}

/* The object that is to be returned, where it is declared and returned. */
static void put_result_object(FILE *to, const struct function *f)
{
	if (f->result >= 0)
		fprintf(to, "\t%st%d OBJECT result;\n",
			random_below(2) ? "static " : "", f->result);
}

static void put_return(FILE *to, const struct function *f)
{
	if (f->result < 0)
		return;
	put_give(to, "result", f->result, f->result_id);
	fputs("\treturn result;\n", to);
}

static void put_list(FILE *to, const struct function *f, const char *more)
{
	int last = 0;

	while (!f->arguments[last + 1].variadic)
		last++;
	fprintf(to, "\tLIST list;\n\n\tLIST_START(list, a%d);\n", last);
	put_variadic(to, f, more);
	fputs("\tLIST_END(list);\n", to);
}

/* The function that inspects its arguments, in either file. */
static void put_taker(FILE *to, const struct function *f, const char *name,
		      const char *more, bool is_variadic)
{
	put_prototype(to, f, name, "");
	fputs("\n{\n", to);
	put_result_object(to, f);
	put_named(to, f, more);
	if (is_variadic) {
		fputs("\t{\n", to);
		put_list(to, f, more);
		fputs("\t}\n", to);
	}
	put_return(to, f);
	fputs("}\n\n", to);
}

/* The start and end of a case's function in caller.c. */
static void put_test(const struct function *f)
{
	fprintf(caller, "static void test%d(void)\n{\n", f->n);
}

static void put_begin(const struct function *f, const char *form)
{
	fprintf(caller, "\tbegin(\"%d %s\");\n", f->n, form);
}

static void put_end(void)
{
	fputs("\tend();\n}\n\n", caller);
}

static void case_call(const struct function *f, bool is_variadic)
{
	const char *form = is_variadic ? "variadic" : "call";
	char name[16];

	snprintf(name, sizeof(name), "f%d", f->n);
	put_prototype(header, f, name, "");
	fputs(";\n", header);
	put_taker(callee, f, name, "", is_variadic);

	put_test(f);
	put_begin(f, form);
	put_objects(caller, f);
	put_call(caller, f, name, "o", "");
	put_end();
}

/* "t1 (*back)(t2 a0)": callee.c's declaration of the function it calls. */
static const char *back_parameter(const struct function *f)
{
	static char text[2048];
	FILE *to = fmemopen(text, sizeof(text), "w");

	put_prototype(to, f, "(*back)", "");
	fclose(to);
	return text;
}

static void case_callback(const struct function *f, bool is_variadic)
{
	const char *form = is_variadic ? "variadic back" : "callback";
	char name[16];

	snprintf(name, sizeof(name), "back%d", f->n);
	fputs("static ", caller);
	put_taker(caller, f, name, "BACK", is_variadic);
	put_test(f);
	put_begin(f, form);
	fprintf(caller, "\tf%d(%s);\n", f->n, name);
	put_end();

	fprintf(header, "void f%d(%s);\n", f->n, back_parameter(f));
	fprintf(callee, "void f%d(%s)\n{\n", f->n, back_parameter(f));
	put_objects(callee, f);
	put_call(callee, f, "back", "o", "");
	fputs("}\n\n", callee);
}

static void case_pass_on(const struct function *f)
{
	struct function other = *f;
	char name[16];

	snprintf(name, sizeof(name), "back%d", f->n);
	fputs("static ", caller);
	put_taker(caller, f, name, "BACK | AGAIN | COPIED", false);
	/* It has no result: its arguments are in the other's places. */
	other.result = -1;
	put_test(f);
	put_begin(f, "pass on");
	put_objects(caller, &other);
	snprintf(name, sizeof(name), "f%d", f->n);
	snprintf(name + 8, sizeof(name) - 8, "back%d", f->n);
	put_call(caller, &other, name, "o", name + 8);
	put_end();

	put_prototype(header, &other, name, back_parameter(f));
	fputs(";\n", header);
	put_prototype(callee, &other, name, back_parameter(f));
	fputs("\n{\n", callee);
	if (f->result >= 0)
		fprintf(callee, "\tt%d OBJECT r;\n", f->result);
	put_call(callee, f, "back", "a", "");
	fputs("}\n\n", callee);
}

static void case_tail(const struct function *f)
{
	char name[16];

	snprintf(name, sizeof(name), "back%d", f->n);
	fputs("static ", caller);
	put_taker(caller, f, name, "", false);
	put_test(f);
	fprintf(caller, "\tt%d OBJECT r;\n", f->result);
	put_begin(f, "tail");
	fprintf(caller, "\tr = f%d(%s);\n", f->n, name);
	put_arrive(caller, "result", "r", f->result, f->result_id, "RESULT",
		   false);
	put_end();

	fprintf(header, "t%d f%d(%s);\n", f->result, f->n, back_parameter(f));
	fprintf(callee, "t%d f%d(%s)\n{\n\treturn back();\n}\n\n", f->result,
		f->n, back_parameter(f));
}

static void case_list(const struct function *f)
{
	char name[16];

	fprintf(caller, "void take%d(LIST list)\n{\n", f->n);
	put_variadic(caller, f, "");
	fputs("}\n\n", caller);
	snprintf(name, sizeof(name), "f%d", f->n);
	put_test(f);
	put_begin(f, "list");
	put_objects(caller, f);
	put_call(caller, f, name, "o", "");
	put_end();

	fprintf(header, "void take%d(LIST list);\n", f->n);
	put_prototype(header, f, name, "");
	fputs(";\n", header);
	put_prototype(callee, f, name, "");
	fprintf(callee, "\n{\n\tLIST list;\n\n\tLIST_START(list, a0);\n"
		"\ttake%d(list);\n\tLIST_END(list);\n}\n\n", f->n);
}

static struct function new_function(int result)
{
	struct function f = { .n = nr_functions++, .result = result };

	if (result >= 0) {
		f.result_id = next_id++;
		type_cover("result", result);
	}
	return f;
}

static void argument(struct function *f, const char *how, int type,
		     bool is_variadic)
{
	if (f->nr_arguments == MAX_ARGUMENTS)
		return;
	f->arguments[f->nr_arguments++] =
		(struct argument){ type, next_id++, is_variadic };
	type_cover(how, type);
}

/* All the ways to pass one type, with others around it. */
static void cases_listed(int type)
{
	int small = type_called("short"), integer = type_called("int");
	struct function f = new_function(type);

	argument(&f, "argument", small, false);
	argument(&f, "argument", type, false);
	argument(&f, "argument", integer, false);
	argument(&f, "argument", type, false);
	case_call(&f, false);

	f = new_function(type);
	argument(&f, "callback", type, false);
	argument(&f, "callback", small, false);
	argument(&f, "callback", type, false);
	case_callback(&f, false);

	f = new_function(type);
	argument(&f, "pass on", type, false);
	argument(&f, "pass on", integer, false);
	case_pass_on(&f);
	f = new_function(type);
	case_tail(&f);
	if (!goes_variadic(type))
		return;

	/* In registers, and when no registers are left. */
	f = new_function(type);
	argument(&f, "argument", integer, false);
	argument(&f, "variadic", type, true);
	argument(&f, "variadic", integer, true);
	for (int i = 0; i < 8; i++)
		argument(&f, "variadic", type, true);
	case_call(&f, true);

	f = new_function(-1);
	argument(&f, "argument", integer, false);
	argument(&f, "argument", type, false);
	for (int i = 0; i < 5; i++)
		argument(&f, "variadic back", integer, true);
	argument(&f, "variadic back", type, true);
	argument(&f, "variadic back", integer, true);
	argument(&f, "variadic back", type, true);
	case_callback(&f, true);
}

/* Structures as often as scalars. */
static int any_type(bool is_variadic)
{
	for (;;) {
		int type = random_below(3) ? random_below(nr_scalars) :
			   nr_scalars + random_below(types_count() - nr_scalars);

		if ((!is_variadic || goes_variadic(type)) &&
		    !(microsoft && type_differs(type)))
			return type;
	}
}

static void case_random(void)
{
	unsigned int form = random_below(16);
	struct function f;
	int n;

	f = new_function(random_below(5) ? any_type(false) : -1);
	if (form == 0 && f.result >= 0) {
		case_tail(&f);
		return;
	}
	n = 1 + random_below(random_below(6) ? 8 : 40);
	for (int i = 0; i < n; i++)
		argument(&f, "argument", any_type(false), false);
	/* A function that takes a list has no result. */
	if (form >= 14)
		f.result = -1;
	if (form < 6) {
		case_call(&f, false);
	} else if (form < 8) {
		case_callback(&f, false);
	} else if (form < 9) {
		case_pass_on(&f);
	} else {
		n = 1 + random_below(random_below(4) ? 12 : 30);
		for (int i = 0; i < n; i++)
			argument(&f, "variadic", any_type(true), true);
		if (form < 12)
			case_call(&f, true);
		else if (form < 14)
			case_callback(&f, true);
		else
			case_list(&f);
	}
}

static FILE *create(const char *name, const char *text)
{
	FILE *to = fopen(name, "w");

	if (!to) {
		perror(name);
		exit(1);
	}
	fputs(text, to);
	return to;
}

static int usage(void)
{
	fputs("usage: generate [-ms] random SEED | listed PART N\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	bool sse = true;
	FILE *masks;

	for (int option; (option = getopt(argc, argv, "ms")) != -1;) {
		if (option == 'm')
			microsoft = true;
		else if (option == 's')
			sse = false;
		else
			return usage();
	}
	argv += optind;
	argc -= optind;
	if (argc < 2 || strcmp(argv[0], argc == 2 ? "random" : "listed"))
		return usage();
	random_seed(strtoul(argv[1], NULL, 10));
	nr_scalars = types_make_scalars(sse);
	if (argc == 2)
		for (int i = 0; i < 16; i++)
			types_make_random();
	else
		types_make_listed();

	header = create("case.h", "#include \"abi-case.h\"\n");
	types_write(header);
	masks = create("masks.c", "#include \"case.h\"\n");
	types_write_masks(masks);
	caller = create("caller.c", "#include \"case.h\"\n\n");
	callee = create("callee.c", "#include \"case.h\"\n\n");

	if (argc == 2)
		for (int i = 0; i < 40; i++)
			case_random();
	else
		for (int i = atoi(argv[1]); i < types_count(); i += atoi(argv[2]))
			if (!microsoft || !type_differs(i))
				cases_listed(i);
	fputs("void run_all(void)\n{\n", caller);
	for (int i = 0; i < nr_functions; i++)
		fprintf(caller, "\ttest%d();\n", i);
	fputs("}\n", caller);
	return fclose(header) || fclose(masks) || fclose(caller) || fclose(callee);
}
