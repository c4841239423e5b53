// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * symbols.c - files and lines of frames, from debug information.
 *
 * A frame has a function's name, the offset in it and its size, and no address:
 * those change with each boot.  So functions are looked up by name; the size
 * distinguishes between several of the same name, and shows whether the file is
 * of another build.  A kernel without kallsyms prints nothing but addresses;
 * they become functions if the log also says where the kernel was loaded.
 */
#include <elfutils/libdwfl.h>
#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lines.h"
#include "names.h"
#include "symbols.h"
#include "text.h"

/* The kernel counts a function's size up to the next one. */
#define MAX_PADDING 128
/* How many labels and aliases a function may have. */
#define MAX_LABELS 64
#define NR_SLOTS (1 << 16)
/* The kernel is in the upper half; where programs are loaded is not known. */
#define KERNEL_ADDRESS ((uint64_t)1 << 63)

struct object {
	struct object *next;
	Dwfl *dwfl;
	Dwfl_Module *module;
	struct lines *lines;
	/* The kernel module's name, with '_'; NULL for --symbols. */
	char *name;
	char *path;
	/* Symbols have been read. */
	bool loaded;
};

struct symbol {
	const char *name;
	struct object *object;
	GElf_Addr addr;
	GElf_Xword size;
	GElf_Word section;
	/* Up to the next symbol of the section; 0 for the last one. */
	GElf_Xword room;
};

/* What is known about an address. */
struct answer {
	struct answer *next;
	struct object *object;
	GElf_Addr addr;
	unsigned int nr_places;
	struct place places[];
};

struct symbols {
	struct object *objects;
	struct symbol *symbols;
	size_t nr_symbols, size_symbols;
	bool sorted;
	/* The functions of --symbols by their addresses, once asked for. */
	struct symbol *functions;
	size_t nr_functions;
	struct answer *answers[NR_SLOTS];
	/* The source tree, if the compiler was given whole paths. */
	char *base;
	struct symbols_found found;
};

static char *debug_path;

static const Dwfl_Callbacks callbacks = {
	.find_elf = dwfl_build_id_find_elf,
	.find_debuginfo = dwfl_standard_find_debuginfo,
	.section_address = dwfl_offline_section_address,
	.debuginfo_path = &debug_path,
};

struct symbols *symbols_new(void)
{
	struct symbols *symbols = xalloc(NULL, 1, sizeof(*symbols));

	memset(symbols, 0, sizeof(*symbols));
	return symbols;
}

const struct symbols_found *symbols_found(const struct symbols *symbols)
{
	return &symbols->found;
}

static void free_object(struct object *object)
{
	if (object->lines)
		lines_free(object->lines);
	if (object->dwfl)
		dwfl_end(object->dwfl);
	free(object->name);
	free(object->path);
	free(object);
}

void symbols_free(struct symbols *symbols)
{
	struct object *next_object;
	struct answer *next;

	for (size_t i = 0; i < NR_SLOTS; i++) {
		for (struct answer *a = symbols->answers[i]; a; a = next) {
			next = a->next;
			free(a);
		}
	}
	for (struct object *o = symbols->objects; o; o = next_object) {
		next_object = o->next;
		free_object(o);
	}
	free(symbols->symbols);
	free(symbols->functions);
	free(symbols->base);
	free(symbols);
}

static bool open_object(struct object *object)
{
	object->dwfl = dwfl_begin(&callbacks);
	if (!object->dwfl)
		return false;
	object->module = dwfl_report_offline(object->dwfl, object->path,
					     object->path, -1);
	return object->module && !dwfl_report_end(object->dwfl, NULL, NULL);
}

static int by_address(const void *a, const void *b)
{
	const struct symbol *p = a, *q = b;

	return p->addr < q->addr ? -1 : p->addr > q->addr;
}

static int by_name(const void *a, const void *b)
{
	const struct symbol *p = a, *q = b;

	return strcmp(p->name, q->name);
}

static void add_symbol(struct symbols *symbols, struct symbol symbol)
{
	if (symbols->nr_symbols == symbols->size_symbols) {
		symbols->size_symbols = symbols->size_symbols
						? symbols->size_symbols * 2
						: 4096;
		symbols->symbols =
			xalloc(symbols->symbols, symbols->size_symbols,
			       sizeof(*symbols->symbols));
	}
	symbols->symbols[symbols->nr_symbols++] = symbol;
}

/* Find how much room there is for each symbol, starting with @first. */
static void measure(struct symbols *symbols, size_t first)
{
	struct symbol *symbol = symbols->symbols;
	size_t nr = symbols->nr_symbols, next;

	if (nr == first)
		return;
	qsort(symbol + first, nr - first, sizeof(*symbol), by_address);
	for (size_t i = first; i < nr; i++) {
		next = i + 1;
		while (next < nr && symbol[next].addr == symbol[i].addr)
			next++;
		symbol[i].room =
			next < nr && symbol[next].section == symbol[i].section
				? symbol[next].addr - symbol[i].addr
				: 0;
	}
}

/* Return: false if the file has no functions. */
static bool load_object(struct symbols *symbols, struct object *object)
{
	size_t first = symbols->nr_symbols;
	int nr = dwfl_module_getsymtab(object->module);

	for (int i = 1; i < nr; i++) {
		struct symbol symbol = {.object = object};
		GElf_Sym sym = {0};
		int type;

		symbol.name = dwfl_module_getsym_info(
			object->module, i, &sym, &symbol.addr, &symbol.section,
			NULL, NULL);
		type = GELF_ST_TYPE(sym.st_info);
		if (!symbol.name || !*symbol.name ||
		    symbol.section == SHN_UNDEF || symbol.section == SHN_ABS ||
		    (type != STT_FUNC && type != STT_NOTYPE &&
		     type != STT_GNU_IFUNC))
			continue;
		symbol.size = sym.st_size;
		add_symbol(symbols, symbol);
		/* Kernels take this off when they print it. */
		if (strstr(symbol.name, ".llvm.")) {
			symbol.name = name_of_function(symbol.name)->text;
			add_symbol(symbols, symbol);
		}
	}
	measure(symbols, first);
	object->lines = lines_new(object->module);
	object->loaded = true;
	symbols->sorted = false;
	return symbols->nr_symbols > first;
}

/**
 * symbols_add_file() - take symbols from a file
 * @symbols: added to
 * @path: a vmlinux or a program
 * @error: where to say what is wrong
 * @room: its size
 *
 * Return: false if it is not such a file.
 */
bool symbols_add_file(struct symbols *symbols, const char *path, char *error,
		      size_t room)
{
	struct object *object = xalloc(NULL, 1, sizeof(*object));

	*object = (struct object){.path = xstrdup(path)};
	object->next = symbols->objects;
	symbols->objects = object;
	if (!open_object(object)) {
		snprintf(error, room,
			 "%s: %s; --symbols needs the ELF file vmlinux, not "
			 "the image that boots",
			 path, dwfl_errmsg(-1));
		return false;
	}
	if (load_object(symbols, object))
		return true;
	snprintf(error, room, "%s: has no symbols", path);
	return false;
}

/* "a-b.ko.xz" is the file of a_b; NULL if it is not a module's. */
static char *module_name(const char *file)
{
	static const char *const ends[] = {".ko",     ".ko.debug", ".ko.xz",
					   ".ko.zst", ".ko.gz",	   NULL};
	size_t size = strlen(file);
	char *name;

	for (const char *const *end = ends; *end; end++) {
		if (!text_ends(file, size, *end))
			continue;
		name = xstrdup(file);
		name[size - strlen(*end)] = 0;
		for (char *c = name; *c; c++)
			if (*c == '-')
				*c = '_';
		return name;
	}
	return NULL;
}

/**
 * symbols_add_modules() - take symbols from kernel modules
 * @symbols: added to; a module's file is read when a frame needs it
 * @dir: modules are in it or below
 * @error: where to say what is wrong
 * @room: its size
 *
 * Return: false if there are none.
 */
bool symbols_add_modules(struct symbols *symbols, const char *dir, char *error,
			 size_t room)
{
	char *dirs[] = {(char *)dir, NULL};
	FTS *tree = fts_open(dirs, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	bool found = false;
	FTSENT *entry;

	if (!tree) {
		snprintf(error, room, "%s: %s", dir, strerror(errno));
		return false;
	}
	while ((entry = fts_read(tree))) {
		struct object *object;
		char *name;

		if (entry->fts_level == 0 &&
		    (entry->fts_info == FTS_NS || entry->fts_info == FTS_DNR)) {
			snprintf(error, room, "%s: %s", dir,
				 strerror(entry->fts_errno));
			fts_close(tree);
			return false;
		}
		if (entry->fts_info != FTS_F && entry->fts_info != FTS_SL)
			continue;
		name = module_name(entry->fts_name);
		if (!name)
			continue;
		object = xalloc(NULL, 1, sizeof(*object));
		*object = (struct object){.path = xstrdup(entry->fts_path),
					  .name = name};
		object->next = symbols->objects;
		symbols->objects = object;
		found = true;
	}
	fts_close(tree);
	if (!found)
		snprintf(error, room, "%s: no module (*.ko) in it or below",
			 dir);
	return found;
}

static bool has_lines(struct object *object)
{
	Dwarf_Addr bias;

	return dwfl_module_getdwarf(object->module, &bias);
}

static bool same_file(const char *a, const char *b)
{
	struct stat p, q;

	return a && b && !stat(a, &p) && !stat(b, &q) && p.st_dev == q.st_dev &&
	       p.st_ino == q.st_ino;
}

/* Is the debug information of @object in the file @other? */
static bool is_debug_file(struct object *object, const struct object *other)
{
	const char *debug = NULL;

	dwfl_module_info(object->module, NULL, NULL, NULL, NULL, NULL, NULL,
			 &debug);
	return same_file(debug, other->path);
}

static bool same_build(struct object *a, struct object *b)
{
	const unsigned char *id_a, *id_b;
	GElf_Addr address;
	int size_a = dwfl_module_build_id(a->module, &id_a, &address);
	int size_b = dwfl_module_build_id(b->module, &id_b, &address);

	return (size_a > 0 && size_a == size_b &&
		!memcmp(id_a, id_b, size_a)) ||
	       is_debug_file(a, b) || is_debug_file(b, a);
}

/*
 * Is another file of the same build to be read instead?  There may be a
 * stripped module, the debug information next to it, and copies.
 */
static bool is_copy(struct symbols *symbols, struct object *object)
{
	bool lines = has_lines(object), before = true;

	for (struct object *o = symbols->objects; o; o = o->next) {
		if (o == object) {
			before = false;
			continue;
		}
		if (!o->module || !o->name || strcmp(o->name, object->name))
			continue;
		if ((has_lines(o) > lines ||
		     (before && has_lines(o) == lines)) &&
		    same_build(object, o))
			return true;
	}
	return false;
}

static bool is_module(const struct object *object, const char *name)
{
	return object->name && !strcmp(object->name, name);
}

/* Read the files of a module, if there are any and that has not been done. */
static void load_module(struct symbols *symbols, const char *name)
{
	struct object *first = symbols->objects;

	while (first && !is_module(first, name))
		first = first->next;
	if (!first || first->loaded)
		return;
	for (struct object *o = first; o; o = o->next)
		if (is_module(o, name)) {
			o->loaded = true;
			if (!open_object(o))
				o->module = NULL;
		}
	for (struct object *o = first; o; o = o->next)
		if (is_module(o, name) && o->module && !is_copy(symbols, o))
			load_object(symbols, o);
}

/* Are there files of that module, and none of them can be read? */
static bool is_unread(const struct symbols *symbols, const char *name)
{
	bool unread = false;

	for (const struct object *o = symbols->objects; o; o = o->next) {
		if (!is_module(o, name))
			continue;
		if (o->module)
			return false;
		unread = true;
	}
	return unread;
}

static void count_unknown(struct symbols *symbols, const struct frame *frame)
{
	if (frame->module && is_unread(symbols, frame->module))
		symbols->found.unread++;
	else
		symbols->found.unknown++;
}

/* How well a symbol matches a frame: 0 not at all, 2 for certain. */
static int fits(const struct symbol *symbol, const struct frame *frame)
{
	const char *module = symbol->object->name;

	if ((frame->module != NULL) != (module != NULL) ||
	    (module && strcmp(module, frame->module)) ||
	    frame->offset > frame->size)
		return 0;
	if (frame->size == symbol->size || frame->size == symbol->room)
		return 2;
	/* The kernel counts a section's last function beyond its end. */
	if (frame->size > symbol->size &&
	    (frame->size - symbol->size < MAX_PADDING || !symbol->room))
		return 1;
	return 0;
}

static const struct symbol *find_symbol(struct symbols *symbols,
					const struct frame *frame)
{
	struct symbol key = {.name = frame->name}, *symbol, *end, *best = NULL;
	int best_fit = 0, fit, nr = 0;
	bool known = false;

	if (frame->module)
		load_module(symbols, frame->module);
	if (!symbols->sorted && symbols->nr_symbols)
		qsort(symbols->symbols, symbols->nr_symbols,
		      sizeof(*symbols->symbols), by_name);
	symbols->sorted = true;
	symbol = symbols->nr_symbols
			 ? bsearch(&key, symbols->symbols, symbols->nr_symbols,
				   sizeof(*symbol), by_name)
			 : NULL;
	if (!symbol) {
		count_unknown(symbols, frame);
		return NULL;
	}
	end = symbols->symbols + symbols->nr_symbols;
	while (symbol > symbols->symbols && !by_name(symbol - 1, &key))
		symbol--;
	for (; symbol < end && !by_name(symbol, &key); symbol++) {
		fit = fits(symbol, frame);
		known |= !symbol->object->name == !frame->module;
		/* Aliases of one address are not ambiguous. */
		if (!fit || fit < best_fit ||
		    (best && best->object == symbol->object &&
		     best->addr == symbol->addr))
			continue;
		nr = fit > best_fit ? 1 : nr + 1;
		best = symbol;
		best_fit = fit;
	}
	if (!best && known)
		symbols->found.changed++;
	else if (!best)
		count_unknown(symbols, frame);
	else if (nr > 1)
		symbols->found.ambiguous++;
	return nr == 1 ? best : NULL;
}

static void list_functions(struct symbols *symbols)
{
	symbols->functions = xalloc(NULL, symbols->nr_symbols + 1,
				    sizeof(*symbols->functions));
	for (size_t i = 0; i < symbols->nr_symbols; i++)
		if (!symbols->symbols[i].object->name)
			symbols->functions[symbols->nr_functions++] =
				symbols->symbols[i];
	qsort(symbols->functions, symbols->nr_functions,
	      sizeof(*symbols->functions), by_address);
}

/* The function with code at @addr, not a label in it; NULL if there is none. */
static const struct symbol *find_function(struct symbols *symbols,
					  GElf_Addr addr)
{
	size_t low = 0, high, middle;

	if (!symbols->functions)
		list_functions(symbols);
	high = symbols->nr_functions;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (symbols->functions[middle].addr <= addr)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i && low - i < MAX_LABELS; i--) {
		const struct symbol *symbol = &symbols->functions[i - 1];

		if (addr - symbol->addr < symbol->size)
			return symbol;
	}
	return NULL;
}

static const struct answer *find_answer(struct symbols *symbols,
					const struct symbol *symbol,
					GElf_Addr addr)
{
	struct answer **slot = &symbols->answers[addr % NR_SLOTS], *answer;
	struct place places[MAX_PLACES];
	unsigned int nr;

	for (answer = *slot; answer; answer = answer->next)
		if (answer->addr == addr && answer->object == symbol->object)
			return answer;
	nr = lines_find(symbol->object->lines, addr, places);
	answer = xalloc(NULL, sizeof(*answer) + nr * sizeof(*places), 1);
	*answer = (struct answer){.next = *slot,
				  .object = symbol->object,
				  .addr = addr,
				  .nr_places = nr};
	memcpy(answer->places, places, nr * sizeof(*places));
	*slot = answer;
	return answer;
}

/* Keep a text from a file, which may be anything. */
static const char *keep(struct report *report, const char *text)
{
	size_t size = strnlen(text, MAX_NAME);
	char clean[TEXT_GROWTH * MAX_NAME + 1];

	return report_text(report, clean, text_clean(clean, text, size));
}

static const char *below_base(const struct symbols *symbols, const char *path)
{
	size_t n = symbols->base ? strlen(symbols->base) : 0;

	return n && !strncmp(path, symbols->base, n) ? path + n : path;
}

static void place_frame(const struct symbols *symbols, struct report *report,
			struct frame *frame, const struct place *place)
{
	if (!place->file)
		return;
	frame->file = keep(report, below_base(symbols, place->file));
	frame->line = place->line;
	frame->resolved = true;
}

/* Is there debug information that this libelf cannot decompress? */
static bool is_unknown_compression(const struct object *object)
{
	Dwarf_Addr bias;
	Elf *elf = dwfl_module_getelf(object->module, &bias);
	Elf_Scn *section = NULL;
	size_t names;

	if (!elf || elf_getshdrstrndx(elf, &names))
		return false;
	while ((section = elf_nextscn(elf, section))) {
		GElf_Shdr header;
		GElf_Chdr compression;
		const char *name;

		if (!gelf_getshdr(section, &header) ||
		    !(header.sh_flags & SHF_COMPRESSED))
			continue;
		name = elf_strptr(elf, names, header.sh_name);
		if (name && !strcmp(name, ".debug_info"))
			return gelf_getchdr(section, &compression) &&
			       compression.ch_type != ELFCOMPRESS_ZLIB;
	}
	return false;
}

/* The places for a frame of the log, or NULL. */
static const struct answer *ask(struct symbols *symbols,
				const struct frame *frame)
{
	const struct symbol *symbol;
	const struct answer *answer;

	if (!frame->name || !frame->has_offset || frame->file || frame->inlined)
		return NULL;
	symbols->found.frames++;
	symbol = find_symbol(symbols, frame);
	if (!symbol)
		return NULL;
	/* The call is before the address that it returns to. */
	answer = find_answer(symbols, symbol,
			     symbol->addr + frame->offset - !!frame->offset);
	if (answer->nr_places)
		symbols->found.resolved++;
	else if (is_unknown_compression(symbol->object))
		symbols->found.compressed++;
	else
		symbols->found.without_lines++;
	if (answer->nr_places && lines_halved(symbol->object->lines))
		symbols->found.halved++;
	return answer->nr_places ? answer : NULL;
}

/* The boot that printed a report. */
static struct boot *find_boot(const struct set *set,
			      const struct report *report)
{
	struct log *log = set->logs;

	while (log->name != report->log)
		log++;
	return boots_find(&log->boots, report->line);
}

/*
 * Where the log has both an address and its function, learn where the kernel
 * was loaded.
 */
static void learn_boot(struct symbols *symbols, struct boot *boot,
		       const struct frame *frame)
{
	const struct symbols_found found = symbols->found;
	const struct symbol *symbol;

	if (boot->known || !frame->name || frame->module ||
	    !frame->has_offset || frame->address < KERNEL_ADDRESS)
		return;
	symbol = find_symbol(symbols, frame);
	/* It is counted when its line is looked for. */
	symbols->found = found;
	if (!symbol)
		return;
	boot->offset = frame->address - frame->offset - symbol->addr;
	boot->known = true;
}

static void learn_boots(struct symbols *symbols, struct set *set)
{
	for (size_t i = 0; i < set->nr_reports; i++) {
		const struct report *report = set->reports[i];
		struct boot *boot = find_boot(set, report);

		learn_boot(symbols, boot, &report->title);
		for (unsigned int s = 0; s < report->nr_stacks; s++)
			for (unsigned int f = 0;
			     f < report->stacks[s].nr_frames; f++)
				learn_boot(symbols, boot,
					   &report->stacks[s].frames[f]);
	}
}

/* Make a function of a frame that is nothing but an address. */
static void name_frame(struct symbols *symbols, const struct boot *boot,
		       struct report *report, struct frame *frame)
{
	const struct symbol *symbol;
	GElf_Addr addr = frame->address - boot->offset;

	if (frame->name || frame->module || frame->address < KERNEL_ADDRESS)
		return;
	if (!boot->known) {
		symbols->found.unplaced++;
		return;
	}
	/* The call before it may be the function's last instruction. */
	symbol = find_function(symbols, addr - 1);
	if (!symbol) {
		symbols->found.outside++;
		return;
	}
	frame->name = keep(report, symbol->name);
	frame->offset = addr - symbol->addr;
	frame->size = symbol->size;
	frame->has_offset = true;
	symbols->found.named++;
}

static void name_frames(struct symbols *symbols, const struct boot *boot,
			struct report *report)
{
	name_frame(symbols, boot, report, &report->title);
	for (unsigned int s = 0; s < report->nr_stacks; s++)
		for (unsigned int f = 0; f < report->stacks[s].nr_frames; f++)
			name_frame(symbols, boot, report,
				   &report->stacks[s].frames[f]);
}

static void resolve_stack(struct symbols *symbols, struct report *report,
			  struct stack *stack)
{
	struct stack new = *stack;

	new.frames = NULL;
	new.nr_frames = new.size_frames = 0;
	for (unsigned int i = 0; i < stack->nr_frames; i++) {
		const struct answer *answer = ask(symbols, &stack->frames[i]);
		unsigned int nr = answer ? answer->nr_places : 0;
		struct frame *frame;

		for (unsigned int p = 0; p + 1 < nr; p++) {
			frame = stack_add_frame(report, &new);
			if (!frame)
				continue;
			if (answer->places[p].name)
				frame->name =
					keep(report, answer->places[p].name);
			frame->inlined = true;
			place_frame(symbols, report, frame, &answer->places[p]);
		}
		frame = stack_add_frame(report, &new);
		if (!frame)
			continue;
		*frame = stack->frames[i];
		if (nr)
			place_frame(symbols, report, frame,
				    &answer->places[nr - 1]);
	}
	free(stack->frames);
	*stack = new;
}

/* What precedes "init/main.c" in the path of a function from there. */
static void find_base(struct symbols *symbols)
{
	static const char file[] = "init/main.c";
	struct place places[MAX_PLACES];
	unsigned int nr;
	size_t size;

	for (size_t i = 0; i < symbols->nr_symbols; i++) {
		const struct symbol *symbol = &symbols->symbols[i];

		if (symbol->object->name || strcmp(symbol->name, "kernel_init"))
			continue;
		nr = lines_find(symbol->object->lines, symbol->addr, places);
		if (!nr || !places[nr - 1].file)
			return;
		size = strlen(places[nr - 1].file);
		if (!text_ends(places[nr - 1].file, size, file))
			return;
		symbols->base = xstrdup(places[nr - 1].file);
		symbols->base[size - strlen(file)] = 0;
		return;
	}
}

/**
 * symbols_resolve() - add functions, files, lines and inlined functions
 * @symbols: where to find them
 * @set: gets them, for frames for which the log has none
 */
void symbols_resolve(struct symbols *symbols, struct set *set)
{
	find_base(symbols);
	learn_boots(symbols, set);
	for (size_t i = 0; i < set->nr_reports; i++) {
		struct report *report = set->reports[i];

		name_frames(symbols, find_boot(set, report), report);
		for (unsigned int s = 0; s < report->nr_stacks; s++)
			resolve_stack(symbols, report, &report->stacks[s]);
	}
	/* Reports of different boots, which differed in addresses only. */
	if (symbols->found.named)
		set_join_equal(set);
}
