// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: poison that crosses function calls.
 *
 * With KMSAN_CHECK_PARAM_RETVAL a scalar is checked where it is passed, and
 * without it where it is finally used.  Results of C functions and structs are
 * never checked when they are passed.
 */
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/printk.h>
#include <linux/stdarg.h>

#include "planted.h"

static planted_fn void third_call(const int *value)
{
	planted_use(*value);
}

static planted_fn void second_call(const int *value,
				   void (*last)(const int *value))
{
	last(value);
}

static planted_fn void first_call(const int *value,
				  void (*last)(const int *value))
{
	second_call(value, last);
}

static void call_pointer(bool init)
{
	void (*last)(const int *value) = third_call;
	int value;

	planted_set(&value, init);
	first_call(&value, READ_ONCE(last));
}

static planted_fn void third_value(int before, int value)
{
	planted_use(value);
}

static planted_fn void second_value(int value, void (*last)(int, int))
{
	last(1, value);
}

static planted_fn void first_value(void (*last)(int, int), int value)
{
	second_value(value, last);
}

static void call_value(bool init)
{
	void (*last)(int, int) = third_value;
	int value;

	planted_set(&value, init);
	first_value(READ_ONCE(last), value);
}

static planted_fn int get_value(bool init)
{
	int value;

	planted_set(&value, init);
	return value;
}

static void call_return(bool init)
{
	planted_use(get_value(init));
}

/* Sixteen bytes are passed in registers. */
struct pair {
	long first;
	int second;
	int third;
};

static planted_fn void fill_pair(struct pair *p, bool init)
{
	p->first = 1;
	p->second = 2;
	planted_set(&p->third, init);
}

static planted_fn void use_pair(int before, struct pair p)
{
	planted_use(p.third);
}

static planted_fn void use_pair_front(int before, struct pair p)
{
	planted_use(p.first);
	planted_use(p.second);
}

static void struct_small(bool init)
{
	struct pair p;

	fill_pair(&p, init);
	use_pair(1, p);
}

static void struct_neighbours(bool init)
{
	struct pair p;

	fill_pair(&p, init);
	use_pair_front(1, p);
}

/* Larger ones are passed on the stack. */
struct crowd {
	long before[3];
	struct pair p;
	long behind;
};

static planted_fn void fill_crowd(struct crowd *c, bool init)
{
	for (int i = 0; i < ARRAY_SIZE(c->before); i++)
		c->before[i] = i;
	fill_pair(&c->p, init);
	c->behind = 3;
}

static planted_fn void use_crowd(int before, struct crowd c)
{
	planted_use(c.p.third);
}

static void struct_large(bool init)
{
	struct crowd c;

	fill_crowd(&c, init);
	use_crowd(1, c);
}

static planted_fn struct pair return_pair(bool init)
{
	struct pair p;

	fill_pair(&p, init);
	return p;
}

static void struct_returned(bool init)
{
	struct pair p = return_pair(init);

	planted_use(p.third);
}

static planted_fn struct crowd return_crowd(bool init)
{
	struct crowd c;

	fill_crowd(&c, init);
	return c;
}

static planted_fn void use_crowd_at(const struct crowd *c)
{
	planted_use(c->p.third);
}

static void struct_returned_large(bool init)
{
	struct crowd c = return_crowd(init);

	use_crowd_at(&c);
}

static planted_fn void nth_argument(int n, ...)
{
	int value = 0;
	va_list ap;

	va_start(ap, n);
	while (n--)
		value = va_arg(ap, int);
	va_end(ap);
	planted_use(value);
}

static void varargs_value(bool init)
{
	int value;

	planted_set(&value, init);
	nth_argument(3, 1, 2, value);
}

/* More than the registers hold. */
static void varargs_stack(bool init)
{
	int value;

	planted_set(&value, init);
	nth_argument(9, 1, 2, 3, 4, 5, 6, 7, 8, value);
}

static planted_fn void pair_argument(int n, ...)
{
	struct pair p;
	va_list ap;

	va_start(ap, n);
	p = va_arg(ap, struct pair);
	va_end(ap);
	planted_use(p.third);
}

static void varargs_struct(bool init)
{
	struct pair p;

	fill_pair(&p, init);
	pair_argument(1, p);
}

static planted_fn int format(char *to, size_t n, const char *fmt, ...)
{
	va_list ap;
	int length;

	va_start(ap, fmt);
	length = vsnprintf(to, n, fmt, ap);
	va_end(ap);
	return length;
}

/* The poison is where the pointer points. */
static void varargs_string(bool init)
{
	char text[8], out[16];

	planted_fill(text, 0, 1);
	if (!init)
		kmsan_poison_memory(text, 1, GFP_KERNEL);
	format(out, sizeof(out), "%s", text);
}

static void varargs_snprintf(bool init)
{
	char out[32];
	int value;

	planted_set(&value, init);
	snprintf(out, sizeof(out), "%d", value);
}

static void varargs_printk(bool init)
{
	int value;

	planted_set(&value, init);
	printk(KERN_INFO "planted: a value of %d\n", value);
}

const struct planted_case planted_flow[] = {
	{"call-pointer", call_pointer, "through three calls, by address"},
	{"call-value", call_value, "through three calls, by value"},
	{"call-return", call_return, "a function's result"},
	{"struct-small", struct_small, "a struct by value, in registers"},
	{"struct-neighbours", struct_neighbours, "its other fields: no bug"},
	{"struct-large", struct_large, "a struct by value, on the stack"},
	{"struct-returned", struct_returned, "a struct as a result"},
	{"struct-returned-large", struct_returned_large, "a large one"},
	{"varargs-value", varargs_value, "a variadic argument"},
	{"varargs-stack", varargs_stack, "a variadic argument on the stack"},
	{"varargs-struct", varargs_struct, "a variadic argument, a struct"},
	{"varargs-string", varargs_string, "vsnprintf(), a string"},
	{"varargs-snprintf", varargs_snprintf, "snprintf(), a number"},
	{"varargs-printk", varargs_printk, "printk(), a number"},
	{}};
