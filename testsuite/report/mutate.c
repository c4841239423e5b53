// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * mutate.c - a great many changed logs for fuzz-report.c.
 *
 *	mutate SEED FIRST COUNT DICTIONARY LOG...
 *
 * Unlike libFuzzer it does not look at what an input reaches, so that it needs
 * no instrumentation and is many times as fast.  An input consists of some lines
 * of one or more LOGs, with a few changes: bytes, numbers, words of DICTIONARY,
 * ranges that are left out, doubled or moved.  It depends only on SEED and its
 * number, which starts with FIRST.
 *
 * One that aborts, crashes or takes over a minute is left in ./failed-FIRST, and
 * the exit status is 1.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define MAX_SEEDS 4096
#define MAX_WORDS 256
#define MAX_INPUT 8192
/* Most inputs are short: mutations and the reader meet as often in them. */
#define SHORT_INPUT 512
#define TIMEOUT 60

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct text {
	char *text;
	size_t size;
};

static struct text seeds[MAX_SEEDS], words[MAX_WORDS];
static size_t nr_seeds, nr_words;

static struct input {
	size_t size, room;
	char text[MAX_INPUT];
} input;

/* The number of @input, and where it is left if it fails. */
static uint64_t current;
static char failed[64];
static uint64_t state;

/* SplitMix64: each input's numbers start anywhere, with its own state. */
static uint64_t next(void)
{
	uint64_t x = state += 0x9e3779b97f4a7c15;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
	return x ^ (x >> 31);
}

/* A number less than @n, which is not 0. */
static size_t below(size_t n)
{
	return next() % n;
}

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static struct text read_file(const char *path)
{
	struct text text = {malloc(MAX_INPUT), 0};
	FILE *file = fopen(path, "r");

	if (!file || !text.text)
		die(path);
	text.size = fread(text.text, 1, MAX_INPUT, file);
	fclose(file);
	return text;
}

/* libFuzzer's form: a word in quotes in each line, with \xNN, \\ and \". */
static void read_words(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[256];

	if (!file)
		die(path);
	while (nr_words < MAX_WORDS && fgets(line, sizeof(line), file)) {
		struct text word = {malloc(sizeof(line)), 0};
		const char *p = strchr(line, '"');

		for (p = p ? p + 1 : ""; *p && *p != '"'; p++) {
			unsigned int byte = *p;

			if (*p == '\\' && sscanf(p, "\\x%2x", &byte) == 1)
				p += 3;
			else if (*p == '\\')
				byte = *++p;
			word.text[word.size++] = byte;
		}
		if (word.size)
			words[nr_words++] = word;
		else
			free(word.text);
	}
	fclose(file);
}

/* Replace @old bytes at @at by the @size bytes of @text, if there is room. */
static void put(size_t at, size_t old, const char *text, size_t size)
{
	char copy[MAX_INPUT];

	if (input.size - old + size > input.room)
		return;
	memcpy(copy, text, size);
	memmove(input.text + at + size, input.text + at + old,
		input.size - at - old);
	memcpy(input.text + at, copy, size);
	input.size += size - old;
}

/* A range of @text, often whole lines. */
static struct text range_of(const char *text, size_t size, size_t most)
{
	size_t at, length;
	const char *line;

	if (!size || !most)
		return (struct text){(char *)text, 0};
	at = below(size);
	length = 1 + below(size - at < most ? size - at : most);
	if (below(4)) {
		line = memrchr(text, '\n', at);
		at = line ? line + 1 - text : 0;
		line = memrchr(text + at, '\n', length);
		if (line)
			length = line + 1 - (text + at);
	}
	return (struct text){(char *)text + at, length};
}

static void change_byte(size_t at)
{
	static const char usual[] = "\n\n \t+/[]():.,0x9afz-_<>*#&\"'\\%=\r\x1b\0";

	if (at < input.size)
		input.text[at] = below(3) ? usual[below(sizeof(usual))]
					  : (char)below(256);
}

static void change_number(size_t at)
{
	static const char *const numbers[] = {
		"0", "-1", "0x0", "1", "7fffffff", "4294967296",
		"0xffffffffffffffff", "18446744073709551616", "999999999999"};
	const char *number = numbers[below(9)];
	size_t size = 0;

	while (at < input.size && (input.text[at] < '0' || input.text[at] > '9'))
		at++;
	while (at + size < input.size && input.text[at + size] >= '0' &&
	       input.text[at + size] <= '9')
		size++;
	put(at, size, number, strlen(number));
}

static void insert_word(size_t at)
{
	if (nr_words) {
		const struct text *word = &words[below(nr_words)];

		put(at, 0, word->text, word->size);
	}
}

static void remove_range(size_t at)
{
	struct text range = range_of(input.text, input.size, input.size);

	(void)at;
	put(range.text - input.text, range.size, "", 0);
}

static void double_range(size_t at)
{
	struct text range = range_of(input.text, input.size, 256);

	put(at, 0, range.text, range.size);
}

static void insert_other(size_t at)
{
	const struct text *seed = &seeds[below(nr_seeds)];
	struct text range = range_of(seed->text, seed->size, 256);

	put(at, 0, range.text, range.size);
}

static void cut_off(size_t at)
{
	input.size = at;
}

static void next_part(size_t at)
{
	const char *line = memrchr(input.text, '\n', at);

	put(line ? (size_t)(line - input.text) : at, 0, "\n%%\n", 4);
}

/* Those that change more than others come once. */
static void (*const changes[])(size_t) = {
	change_byte,  change_byte,  change_byte,  change_number,
	insert_word,  insert_word,  remove_range, remove_range,
	double_range, double_range, insert_other, insert_other,
	insert_other, next_part,    cut_off,
};

static void make_input(uint64_t seed)
{
	const struct text *from = &seeds[0];
	struct text range;
	size_t nr;

	state = seed ^ current * 0xd1342543de82ef95;
	input.room = below(16) ? SHORT_INPUT : MAX_INPUT;
	from = &seeds[below(nr_seeds)];
	range = range_of(from->text, from->size, input.room);
	if (from->size <= input.room && below(2))
		range = *from;
	if (range.size > input.room)
		range.size = input.room;
	input.size = range.size;
	memcpy(input.text, range.text, range.size);
	for (nr = 1 + below(6); nr; nr--)
		changes[below(sizeof(changes) / sizeof(*changes))](
			below(input.size + 1));
}

/* Only what a signal's handler may call. */
static void leave(int number)
{
	int file = open(failed, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	ssize_t done = file < 0 ? -1 : write(file, input.text, input.size);

	if (done < 0)
		_exit(3);
	done = write(2, "failed: ", 8);
	done += write(2, failed, strlen(failed));
	done += write(2, "\n", 1);
	(void)number;
	_exit(done ? 1 : 3);
}

/* Comes once in TIMEOUT seconds. */
static void look(int number)
{
	static uint64_t before = -1;

	if (before == current)
		leave(number);
	before = current;
}

static void catch_failures(void)
{
	static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
	const struct itimerval often = {{TIMEOUT, 0}, {TIMEOUT, 0}};

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		signal(signals[i], leave);
	signal(SIGALRM, look);
	setitimer(ITIMER_REAL, &often, NULL);
}

int main(int argc, char **argv)
{
	uint64_t seed, first, count, bytes = 0;

	if (argc < 6) {
		fprintf(stderr, "usage: mutate SEED FIRST COUNT DICTIONARY LOG...\n");
		return 2;
	}
	seed = strtoull(argv[1], NULL, 0);
	first = strtoull(argv[2], NULL, 0);
	count = strtoull(argv[3], NULL, 0);
	snprintf(failed, sizeof(failed), "failed-%" PRIu64, first);
	read_words(argv[4]);
	for (int i = 5; i < argc && nr_seeds < MAX_SEEDS; i++)
		seeds[nr_seeds++] = read_file(argv[i]);
	catch_failures();
	for (current = first; current < first + count; current++) {
		make_input(seed);
		bytes += input.size;
		LLVMFuzzerTestOneInput((uint8_t *)input.text, input.size);
	}
	printf("%" PRIu64 " inputs, %" PRIu64 " bytes on average\n", count,
	       count ? bytes / count : 0);
	return 0;
}
