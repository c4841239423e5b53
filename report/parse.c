// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * parse.c - turn the lines of a log into reports.
 *
 * Where the log says who printed a line, each caller is a stream of its own, so
 * that interleaved reports are separated.  Within a stream a report is what
 * begins at "BUG: KMSAN: " and ends at the next ruler; lines in between that do
 * not belong to a report are skipped.
 */
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "parse.h"
#include "prefix.h"
#include "text.h"
/* The words of reports, which the runtime prints. */
#include "../runtime/report-words.h"

#define UNINIT "uninit-value"
#define MAX_EXTRA 64

struct stream {
	char caller[MAX_CALLER];
	/* NULL while there is none. */
	struct report *report;
	/* Where frames go to, or NULL. */
	struct stack *stack;
	/*
	 * The last frame; if its line was broken, the file is on the next one.
	 */
	struct frame *frame;
	/* The variable of STACK_LOCAL, if it comes on an earlier line. */
	char variable[MAX_NAME];
	/* The last line that belonged to the report. */
	unsigned long last;
	/* The last line was empty. */
	bool blank;
	/* The first line ends before the function: lines in mails are short. */
	bool wants_title;
	/*
	 * Another message has begun: frames do not belong to this report until
	 * a line comes that does.
	 */
	bool foreign;
	/*
	 * The line of the CPU came before the stacks, as in older kernels, so
	 * that it does not show that the report is complete.
	 */
	bool cpu_first;
};

struct parser {
	const char *log;
	const struct sink *sink;
	unsigned long number;
	struct stream *streams[MAX_OPEN];
	unsigned int nr_streams;
	/*
	 * What this log puts before each line, if it is not one of the known
	 * prefixes.
	 */
	char extra[MAX_EXTRA];
};

/**
 * parser_new() - begin a log
 * @log: its name, which must outlive the reports
 * @sink: gets each report when it has ended; must outlive the parser
 */
struct parser *parser_new(const char *log, const struct sink *sink)
{
	struct parser *parser = xalloc(NULL, 1, sizeof(*parser));

	memset(parser, 0, sizeof(*parser));
	parser->log = log;
	parser->sink = sink;
	return parser;
}

/* Do lines without "BUG: KMSAN" matter now? */
bool parser_busy(const struct parser *parser)
{
	return parser->nr_streams > 0;
}

/*
 * Leave out the frames of functions that report, or record a stack, which are
 * the innermost ones in older kernels.
 */
static void skip_machinery(struct stack *stack)
{
	unsigned int i = 0;

	while (i < stack->nr_frames && stack->frames[i].name &&
	       !stack->frames[i].module &&
	       name_of_function(stack->frames[i].name)->instrumentation)
		i++;
	if (i == stack->nr_frames)
		return;
	stack->nr_frames -= i;
	memmove(stack->frames, stack->frames + i,
		stack->nr_frames * sizeof(*stack->frames));
}

/* Linux 5.13 prints no line of the CPU: such a report ends with the origin. */
static bool has_origin(const struct report *report)
{
	const struct stack *creation = report_creation(report);

	return creation && (creation->nr_frames || creation->unavailable);
}

/*
 * Pass the stream's report on.  @why is what ends it if it is not whole; NULL
 * after the ruler, which is the end as the kernel prints it.
 */
static void end_report(struct parser *parser, struct stream *stream,
		       const char *why)
{
	struct report *report = stream->report;

	if (!report)
		return;
	stream->report = NULL;
	stream->stack = NULL;
	stream->frame = NULL;
	if (!why && !report->has_cpu && !has_origin(report))
		why = "it ends too early";
	if (!report->has_cpu || stream->cpu_first)
		report->why_cut = report->why_cut ? report->why_cut : why;
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		skip_machinery(&report->stacks[i]);
	report->cut_off = report->why_cut != NULL;
	report->last_line = stream->last;
	report_finish(report);
	parser->sink->report(parser->sink->arg, report);
}

static void end_stream(struct parser *parser, unsigned int i, const char *why)
{
	struct stream *stream = parser->streams[i];

	end_report(parser, stream, why);
	parser->streams[i] = parser->streams[--parser->nr_streams];
	free(stream);
}

static void end_all(struct parser *parser, const char *why)
{
	while (parser->nr_streams)
		end_stream(parser, 0, why);
}

/**
 * parser_end() - the log has ended
 * @parser: freed
 */
void parser_end(struct parser *parser)
{
	end_all(parser, "the log ends");
	free(parser);
}

static struct stream *find_stream(struct parser *parser, const char *caller)
{
	for (unsigned int i = 0; i < parser->nr_streams; i++)
		if (!strcmp(parser->streams[i]->caller, caller))
			return parser->streams[i];
	return NULL;
}

static struct stream *open_stream(struct parser *parser, const char *caller)
{
	unsigned int oldest = 0;
	struct stream *stream;

	if (parser->nr_streams == MAX_OPEN) {
		for (unsigned int i = 1; i < MAX_OPEN; i++)
			if (parser->streams[i]->last <
			    parser->streams[oldest]->last)
				oldest = i;
		end_stream(parser, oldest, "too many callers report at once");
	}
	stream = xalloc(NULL, 1, sizeof(*stream));
	memset(stream, 0, sizeof(*stream));
	strcpy(stream->caller, caller);
	parser->streams[parser->nr_streams++] = stream;
	return stream;
}

static void end_silent(struct parser *parser)
{
	unsigned int i = 0;

	while (i < parser->nr_streams) {
		if (parser->number - parser->streams[i]->last > MAX_SILENCE)
			end_stream(parser, i, "nothing more comes");
		else
			i++;
	}
}

/* Functions that were inlined, of which only the places are known. */
static void add_places(struct stream *stream, const char *p, const char *end)
{
	struct frame_text place = {.inlined = true};
	struct frame *frame;
	size_t size;

	for (; p < end; p += size + strspn(p + size, " )")) {
		size = strcspn(p, " )");
		if (!frame_parse_place(p, size, &place))
			continue;
		frame = stack_add_frame(stream->report, stream->stack);
		if (frame)
			frame_keep(stream->report, frame, &place);
	}
}

static void add_frame(struct stream *stream, const struct frame_text *text)
{
	if (text->places_size)
		add_places(stream, text->places,
			   text->places + text->places_size);
	stream->frame = stack_add_frame(stream->report, stream->stack);
	if (stream->frame)
		frame_keep(stream->report, stream->frame, text);
}

static void begin_stack(struct stream *stream, enum stack_kind kind)
{
	stream->stack = report_add_stack(stream->report, kind);
	stream->frame = NULL;
	stream->foreign = false;
	if (!stream->stack)
		stream->report->chain_shortened = true;
}

/* "name", or "----name@function" of older compilers. */
static void begin_local(struct stream *stream, const char *name, size_t size)
{
	const char *at;

	while (size && *name == '-') {
		name++;
		size--;
	}
	at = memchr(name, '@', size);
	begin_stack(stream, STACK_LOCAL);
	if (stream->stack)
		stream->stack->variable = report_text(
			stream->report, name, at ? (size_t)(at - name) : size);
}

/* "Bytes 4-7 of 8 are uninitialized", "byte 4 of 8 is uninitialized". */
static bool parse_range(struct report *report, const char *text)
{
	struct range range = {.count = 1};
	const char *p = text_skip(text, *text == 'b' ? "byte" : "Byte");

	if (!p)
		return false;
	p = *p == 's' ? p + 1 : p;
	if (*p++ != ' ' || !text_number(&p, 10, &range.first))
		return false;
	range.last = range.first;
	if (*p == '-' && (p++, !text_number(&p, 10, &range.last)))
		return false;
	p = text_skip(p, " of ");
	if (!p || !text_number(&p, 10, &range.of) ||
	    !strstr(p, "uninitialized"))
		return false;
	report_add_range(report, &range);
	return true;
}

static bool parse_address(const char *text, uint64_t *address)
{
	const char *p = text_skip(text, "0x");

	p = p ? p : text;
	return text_number(&p, 16, address);
}

static bool parse_memory(struct report *report, const char *text)
{
	const char *p = text_skip(text, KMSAN_WORDS_ACCESS);

	if (p && text_number(&p, 10, &report->access_size)) {
		p = text_skip(p, " starts at ");
		report->has_access =
			p && parse_address(p, &report->access_address);
		return true;
	}
	p = text_skip(text, "Data copied to user address ");
	if (p)
		report->has_user_address =
			parse_address(p, &report->user_address);
	return p != NULL;
}

/*
 * "CPU: 0 UID: 0 PID: 41 Comm: prog Tainted: G    B   6.12.1 #2".  A name may
 * have spaces.
 */
static bool parse_cpu(struct report *report, const char *text)
{
	const char *p = text_skip(text, "CPU: "), *end, *hash;

	if (!p || !text_number(&p, 10, &report->cpu))
		return false;
	p = strstr(p, "PID: ");
	if (!p || (p += 5, !text_number(&p, 10, &report->pid)))
		return false;
	report->has_cpu = true;
	p = text_skip(p, " Comm: ");
	if (!p)
		return true;
	end = strstr(p, " Not tainted");
	if (!end)
		end = strstr(p, " Tainted: ");
	if (!end)
		end = p + strlen(p);
	report->comm = report_text(report, p, end - p);
	hash = strstr(end, " #");
	if (hash) {
		for (p = hash; p > end && p[-1] != ' '; p--)
			;
		report->kernel = report_text(report, p, hash - p);
	}
	return true;
}

/* The headings within a report. */
static bool parse_heading(struct stream *stream, const char *text)
{
	static const char created[] = " created at:";
	struct report *report = stream->report;
	const char *p, *end;

	if (text_skip(text, KMSAN_WORDS_STORED) ||
	    text_skip(text, "chained origin:")) {
		begin_stack(stream, STACK_STORED);
	} else if (text_skip(text, KMSAN_WORDS_CREATED)) {
		begin_stack(stream, STACK_CREATED);
	} else if (!strcmp(text, "origin:")) {
		if (stream->variable[0])
			begin_local(stream, stream->variable,
				    strlen(stream->variable));
		else
			begin_stack(stream, STACK_CREATED);
	} else if (text_skip(text, "Variable was created at:") ||
		   text_skip(text, "local variable created at:")) {
		begin_local(stream, stream->variable, strlen(stream->variable));
	} else if ((p = text_skip(text, "Local variable description: ")) ||
		   (p = text_skip(text, "origin description: "))) {
		stream->variable[0] = 0;
		strncat(stream->variable, p, sizeof(stream->variable) - 1);
	} else if ((p = text_skip(text, KMSAN_WORDS_LOCAL)) &&
		   (end = strstr(p, created))) {
		begin_local(stream, p, end - p);
	} else if (text_skip(text, KMSAN_WORDS_SHORTENED)) {
		report->chain_shortened = true;
	} else if (parse_range(report, text) || parse_memory(report, text)) {
		stream->stack = NULL;
	} else {
		return false;
	}
	return true;
}

static void damaged(const struct parser *parser, const char *what)
{
	if (parser->sink->damaged)
		parser->sink->damaged(parser->sink->arg, parser->number, what);
}

/* What is wrong with a line that no reader accepted, or NULL. */
static const char *find_damage(const struct stream *stream, const char *text)
{
	const char *offset = strstr(text, "+0x");

	if (text_skip(text, "Byte") && strstr(text, "uninitialized"))
		return "which bytes are uninitialized cannot be read";
	if (text_skip(text, "Memory access of size"))
		return "the size of the access cannot be read";
	if (text_skip(text, KMSAN_WORDS_LOCAL))
		return "the name of the variable cannot be read";
	if (stream->stack && offset && offset != text && offset[-1] != ' ')
		return "a frame cannot be read";
	return NULL;
}

/* The first lines of messages that are not this report's. */
static bool is_foreign(const char *text)
{
	static const char *const heads[] = {
		"BUG: ",
		"WARNING: ",
		"INFO: ",
		"rcu: ",
		"watchdog: ",
		"Oops: ",
		"Oops",
		"------------[ cut here ]",
		"general protection fault",
		"Kernel panic",
		"Unable to handle",
		NULL,
	};

	for (const char *const *head = heads; *head; head++)
		if (text_skip(text, *head))
			return true;
	return false;
}

/* The title's function, "f+0x1/0x2 [m]". */
static void parse_title(struct stream *stream, const char *text)
{
	struct report *report = stream->report;
	struct frame_text frame;

	if (frame_parse(text, &frame)) {
		frame_keep(report, &report->title, &frame);
		stream->frame = &report->title;
	} else if (strcspn(text, " +")) {
		report->title.name =
			report_text(report, text, strcspn(text, " +"));
	}
}

/* A line within a stack that is no frame.  Return: does it belong there? */
static bool parse_between_frames(struct stream *stream, const char *text)
{
	struct frame_text frame;

	if (stream->frame && !stream->frame->file &&
	    frame_parse_place(text, strlen(text), &frame)) {
		stream->frame->file = report_text(stream->report, frame.file,
						  frame.file_size);
		stream->frame->line = frame.line;
		return true;
	}
	if (!strcmp(text, "...")) {
		stream->stack->shortened = true;
		return true;
	}
	if (!text_skip(text, KMSAN_WORDS_NO_STACK))
		return false;
	stream->stack->unavailable = true;
	return true;
}

/* Take a line if it belongs to the stream's report.  Return: does it? */
static bool parse_body(const struct parser *parser, struct stream *stream,
		       const char *text)
{
	struct stack *stack = stream->stack;
	struct frame_text frame;
	const char *damage;

	if (stream->wants_title) {
		stream->wants_title = false;
		parse_title(stream, text);
		return true;
	}
	if (parse_heading(stream, text))
		return true;
	if (text_skip(text, "CPU: ") && (!stream->foreign || stream->blank) &&
	    parse_cpu(stream->report, text)) {
		stream->cpu_first = stream->report->nr_stacks == 1 &&
				    !stream->report->stacks[0].nr_frames;
		if (!stream->cpu_first)
			stream->stack = NULL;
		return true;
	}
	if (is_foreign(text)) {
		stream->foreign = true;
		stream->stack = NULL;
		stream->frame = NULL;
		return false;
	}
	if (stack && frame_parse(text, &frame)) {
		add_frame(stream, &frame);
		return true;
	}
	damage = find_damage(stream, text);
	if (damage)
		damaged(parser, damage);
	return stack && parse_between_frames(stream, text);
}

/* What the kernel called "uninit-value" in 2017 and 2018. */
static const char *skip_old_kind(const char *text)
{
	const char *p = text_skip(text, "use of uninitialized memory");

	return p ? p : text_skip(text, "use of unitialized memory");
}

/*
 * "uninit-value in f+0x1/0x2 [m]": the kind of report that a first line begins,
 * or NULL.  @text is moved past it.
 */
static const char *parse_kind(const char **text, size_t *size)
{
	const char *kind = *text, *old = skip_old_kind(kind);

	if (old) {
		*text = old;
		*size = strlen(UNINIT);
		return UNINIT;
	}
	*size = strcspn(kind, " ");
	*text = kind + *size;
	return *size && *size <= 64 ? kind : NULL;
}

/* The rest of the first line. */
static bool begin_report(struct parser *parser, struct stream *stream,
			 const char *text, const struct prefix *prefix)
{
	struct report *report;
	const char *kind, *in;
	size_t size;

	kind = parse_kind(&text, &size);
	text = text_skip_spaces(text);
	in = text_skip(text, "in");
	if (!kind || (*text && (!in || (*in && *in != ' '))))
		return false;
	/* syzbot has one such line for each function that was inlined. */
	report = stream->report;
	if (report && report->title.inlined && !report->stacks[0].nr_frames &&
	    strlen(report->kind) == size && !memcmp(report->kind, kind, size))
		return true;
	end_report(parser, stream, "another report begins");
	report = report_new();
	report->kind = report_text(report, kind, size);
	report->log = parser->log;
	report->line = parser->number;
	if (prefix->time[0])
		report->time =
			report_text(report, prefix->time, strlen(prefix->time));
	*stream = (struct stream){.report = report, .last = parser->number};
	strcpy(stream->caller, prefix->caller);
	stream->stack = &report->stacks[0];
	in = in ? text_skip_spaces(in) : NULL;
	stream->wants_title = in && !*in;
	if (in && *in)
		parse_title(stream, in);
	return true;
}

/*
 * Learn what a log puts before its lines, from a line where @bug is not at the
 * start: the part before the prefixes that are known.
 */
static void learn_extra(struct parser *parser, const char *text,
			const char *bug)
{
	struct prefix none;
	const char *p = text;

	parser->extra[0] = 0;
	while (p < bug && prefix_skip(p, &none) != bug)
		p += strcspn(p, " ") + 1;
	if (p > bug)
		p = bug;
	if (p - text < MAX_EXTRA) {
		memcpy(parser->extra, text, p - text);
		parser->extra[p - text] = 0;
	}
}

static const char *skip_prefixes(struct parser *parser, const char *text,
				 struct prefix *prefix)
{
	const char *bug, *p;

	text = prefix_skip(text, prefix);
	bug = strstr(text, KMSAN_WORDS_BUG);
	if (bug && bug != text)
		learn_extra(parser, text, bug);
	p = parser->extra[0] ? text_skip(text, parser->extra) : NULL;
	return p ? prefix_skip(p, prefix) : bug ? bug : text;
}

static bool is_ruler(const char *text)
{
	size_t n = strspn(text, "=");

	return n >= 20 && !*text_skip_spaces(text + n);
}

/* The console lost some of the lines of the reporting caller. */
static void mark_dropped(struct parser *parser)
{
	for (unsigned int i = 0; i < parser->nr_streams; i++)
		if (parser->streams[i]->report)
			parser->streams[i]->report->why_cut =
				"the kernel dropped messages";
}

/**
 * parser_line() - take the next line of the log
 * @parser: of this log
 * @text: the line, cleaned
 * @number: its number, from 1
 */
void parser_line(struct parser *parser, const char *text, unsigned long number)
{
	struct prefix prefix;
	struct stream *stream;
	const char *p;

	parser->number = number;
	if (number % 256 == 0)
		end_silent(parser);
	text = skip_prefixes(parser, text, &prefix);
	stream = find_stream(parser, prefix.caller);
	p = text_skip(text, KMSAN_WORDS_BUG);
	if (p) {
		if (!stream)
			stream = open_stream(parser, prefix.caller);
		if (begin_report(parser, stream, p, &prefix))
			stream->last = number;
		else
			damaged(parser, "a report's first line has no kind");
	} else if (text_skip(text, "** ") &&
		   strstr(text, "printk messages dropped")) {
		mark_dropped(parser);
	} else if (text_skip(text, "Linux version ")) {
		end_all(parser, "the machine restarts");
		return;
	} else if (!stream) {
		return;
	} else if (is_ruler(text)) {
		if (stream->report)
			stream->cpu_first = false;
		end_report(parser, stream, NULL);
	} else if (stream->report && parse_body(parser, stream, text)) {
		stream->last = number;
	}
	stream = find_stream(parser, prefix.caller);
	if (!stream)
		return;
	stream->blank = !*text;
	if (stream->report)
		return;
	for (unsigned int i = 0; i < parser->nr_streams; i++)
		if (parser->streams[i] == stream)
			end_stream(parser, i, NULL);
}
