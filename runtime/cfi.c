// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * cfi.c - interpret .eh_frame for one code address.
 *
 * It knows those DWARF call frame instructions that are needed to find the
 * return address and the frame pointer on x86-64.  Other registers are not
 * followed; where a frame is found by one of them, the stack trace ends.
 */
#include <dwarf.h>

#include "cfi.h"
#include "modules.h"

#define REG_BP 6
#define REG_SP 7
#define REG_RA 16
#define MAX_REMEMBERED 8

/* Where a register of the caller is. */
enum place { PLACE_SAME, PLACE_CFA, PLACE_BP, PLACE_UNKNOWN };

struct saved {
	enum place place;
	long offset;
};

struct row {
	/* A register number, or -1 for an expression that is not understood. */
	int cfa_reg;
	bool cfa_deref;
	long cfa_offset;
	struct saved bp, ra;
};

struct cie {
	u64 code_align;
	long data_align;
	u8 fde_encoding;
	bool has_augmentation_data;
	bool is_signal;
	const u8 *start, *end;
};

struct machine {
	const struct cie *cie;
	uintptr_t loc, pc;
	struct row row, initial, remembered[MAX_REMEMBERED];
	unsigned int nr_remembered;
};

static u64 read_unsigned(const u8 **p, unsigned int size)
{
	u64 value = 0;

	for (unsigned int i = 0; i < size; i++)
		value |= (u64)(*p)[i] << 8 * i;
	*p += size;
	return value;
}

static long read_signed(const u8 **p, unsigned int size)
{
	unsigned int shift = 64 - 8 * size;

	return (long)(read_unsigned(p, size) << shift) >> shift;
}

/* A number in LEB128: seven bits in each byte, the lowest first. */
static u64 read_leb(const u8 **p, bool is_signed)
{
	u64 value = 0;
	unsigned int shift = 0;
	u8 byte;

	do {
		byte = *(*p)++;
		if (shift < 64)
			value |= (u64)(byte & 0x7f) << shift;
		shift += 7;
	} while (byte & 0x80);
	if (is_signed && shift < 64 && byte & 0x40)
		value |= -1UL << shift;
	return value;
}

static u64 read_uleb(const u8 **p)
{
	return read_leb(p, false);
}

static long read_sleb(const u8 **p)
{
	return read_leb(p, true);
}

/* Bytes of a pointer in the given encoding; 0 if that is not supported. */
static unsigned int encoded_size(u8 encoding)
{
	switch (encoding & 0x07) {
	case DW_EH_PE_absptr:
	case DW_EH_PE_udata8:
		return 8;
	case DW_EH_PE_udata4:
		return 4;
	case DW_EH_PE_udata2:
		return 2;
	}
	return 0;
}

static uintptr_t read_encoded(const u8 **p, u8 encoding)
{
	uintptr_t place = (uintptr_t)*p;
	unsigned int size = encoded_size(encoding);
	uintptr_t value = encoding & DW_EH_PE_signed
				  ? (uintptr_t)read_signed(p, size)
				  : read_unsigned(p, size);

	return (encoding & 0x70) == DW_EH_PE_pcrel ? value + place : value;
}

static bool parse_cie(const u8 *p, struct cie *cie)
{
	const char *augmentation;
	u32 length = read_unsigned(&p, 4);
	u8 version;

	*cie = (struct cie){.fde_encoding = DW_EH_PE_absptr, .end = p + length};
	p += 4;
	version = *p++;
	augmentation = (const char *)p;
	p += kmsan_raw_strlen(augmentation) + 1;
	cie->code_align = read_uleb(&p);
	cie->data_align = read_sleb(&p);
	if ((version == 1 ? *p++ : read_uleb(&p)) != REG_RA)
		return false;
	cie->start = p;
	if (*augmentation != 'z')
		return !*augmentation;
	cie->has_augmentation_data = true;
	length = read_uleb(&p);
	cie->start = p + length;
	while (*++augmentation) {
		u8 encoding;

		switch (*augmentation) {
		case 'R':
			cie->fde_encoding = *p++;
			break;
		case 'L':
			p++;
			break;
		case 'P':
			encoding = *p++;
			p += encoded_size(encoding);
			break;
		case 'S':
			cie->is_signal = true;
			break;
		default:
			/* The length says where the instructions start. */
			return true;
		}
	}
	return true;
}

/*
 * Only expressions of one kind matter: in a function that realigns its stack,
 * the CFA is the word at an offset from the frame pointer, and the frame
 * pointer is saved at such a place, too.
 */
static bool parse_breg_bp(const u8 *p, const u8 *end, long *offset, bool *deref)
{
	if (p == end || *p++ != DW_OP_breg0 + REG_BP)
		return false;
	*offset = read_sleb(&p);
	*deref = p < end && *p == DW_OP_deref;
	return p + *deref == end;
}

static struct saved *saved_place(struct row *row, u64 reg)
{
	return reg == REG_BP ? &row->bp : reg == REG_RA ? &row->ra : NULL;
}

static void save_at(struct machine *m, u64 reg, enum place place, long offset)
{
	struct saved *saved = saved_place(&m->row, reg);

	if (saved)
		*saved = (struct saved){place, offset};
}

static void restore(struct machine *m, u64 reg)
{
	struct saved *saved = saved_place(&m->row, reg);

	if (saved)
		*saved = *saved_place(&m->initial, reg);
}

static void set_cfa(struct machine *m, int reg, long offset)
{
	m->row.cfa_reg = reg;
	m->row.cfa_offset = offset;
	m->row.cfa_deref = false;
}

/* Execute an instruction that describes where the CFA is, if it is one. */
static bool execute_cfa(struct machine *m, u8 op, const u8 **p)
{
	long align = m->cie->data_align, offset;
	const u8 *start;
	bool deref;
	u64 reg, n;

	switch (op) {
	case DW_CFA_def_cfa:
		reg = read_uleb(p);
		set_cfa(m, reg, read_uleb(p));
		return true;
	case DW_CFA_def_cfa_sf:
		reg = read_uleb(p);
		set_cfa(m, reg, read_sleb(p) * align);
		return true;
	case DW_CFA_def_cfa_register:
		m->row.cfa_reg = read_uleb(p);
		return true;
	case DW_CFA_def_cfa_offset:
		m->row.cfa_offset = read_uleb(p);
		return true;
	case DW_CFA_def_cfa_offset_sf:
		m->row.cfa_offset = read_sleb(p) * align;
		return true;
	case DW_CFA_def_cfa_expression:
		n = read_uleb(p);
		start = *p;
		*p += n;
		set_cfa(m, -1, 0);
		if (parse_breg_bp(start, *p, &offset, &deref) && deref) {
			set_cfa(m, REG_BP, offset);
			m->row.cfa_deref = true;
		}
		return true;
	}
	return false;
}

/* Execute an instruction that describes where a register is, if it is one. */
static bool execute_register(struct machine *m, u8 op, const u8 **p)
{
	long align = m->cie->data_align, offset;
	const u8 *start;
	bool deref;
	u64 reg, n;

	switch (op) {
	case DW_CFA_offset_extended:
		reg = read_uleb(p);
		save_at(m, reg, PLACE_CFA, read_uleb(p) * align);
		return true;
	case DW_CFA_offset_extended_sf:
		reg = read_uleb(p);
		save_at(m, reg, PLACE_CFA, read_sleb(p) * align);
		return true;
	case DW_CFA_restore_extended:
		restore(m, read_uleb(p));
		return true;
	case DW_CFA_same_value:
		save_at(m, read_uleb(p), PLACE_SAME, 0);
		return true;
	case DW_CFA_undefined:
		save_at(m, read_uleb(p), PLACE_UNKNOWN, 0);
		return true;
	case DW_CFA_register:
	case DW_CFA_val_offset:
		reg = read_uleb(p);
		read_uleb(p);
		save_at(m, reg, PLACE_UNKNOWN, 0);
		return true;
	case DW_CFA_expression:
	case DW_CFA_val_expression:
		reg = read_uleb(p);
		n = read_uleb(p);
		start = *p;
		*p += n;
		if (op == DW_CFA_expression &&
		    parse_breg_bp(start, *p, &offset, &deref) && !deref)
			save_at(m, reg, PLACE_BP, offset);
		else
			save_at(m, reg, PLACE_UNKNOWN, 0);
		return true;
	}
	return false;
}

/* Returns false for an instruction that is not known. */
static bool execute_one(struct machine *m, const u8 **p)
{
	u8 op = *(*p)++, low = op & 0x3f;

	switch (op & 0xc0) {
	case DW_CFA_advance_loc:
		m->loc += low * m->cie->code_align;
		return true;
	case DW_CFA_offset:
		save_at(m, low, PLACE_CFA, read_uleb(p) * m->cie->data_align);
		return true;
	case DW_CFA_restore:
		restore(m, low);
		return true;
	}
	switch (op) {
	case DW_CFA_nop:
		return true;
	case DW_CFA_set_loc:
		m->loc = read_encoded(p, m->cie->fde_encoding);
		return true;
	case DW_CFA_advance_loc1:
		m->loc += read_unsigned(p, 1) * m->cie->code_align;
		return true;
	case DW_CFA_advance_loc2:
		m->loc += read_unsigned(p, 2) * m->cie->code_align;
		return true;
	case DW_CFA_advance_loc4:
		m->loc += read_unsigned(p, 4) * m->cie->code_align;
		return true;
	case DW_CFA_remember_state:
		if (m->nr_remembered == MAX_REMEMBERED)
			return false;
		m->remembered[m->nr_remembered++] = m->row;
		return true;
	case DW_CFA_restore_state:
		if (!m->nr_remembered)
			return false;
		m->row = m->remembered[--m->nr_remembered];
		return true;
	case DW_CFA_GNU_args_size:
		read_uleb(p);
		return true;
	}
	return execute_cfa(m, op, p) || execute_register(m, op, p);
}

/* Run until the row that covers the address is complete. */
static bool execute(struct machine *m, const u8 *p, const u8 *end)
{
	while (p < end) {
		if (!execute_one(m, &p))
			return false;
		if (m->loc > m->pc)
			return true;
	}
	return true;
}

static union kmsan_cfi_rule make_rule(const struct row *row)
{
	union kmsan_cfi_rule rule = {.word = 0};

	/* The outermost function says that it has no return address. */
	if (row->ra.place != PLACE_CFA || row->ra.offset != -8)
		return rule;
	if (row->bp.place == PLACE_CFA)
		rule.bp_kind = CFI_BP_AT_CFA;
	else if (row->bp.place == PLACE_BP)
		rule.bp_kind = CFI_BP_AT_BP;
	else if (row->bp.place == PLACE_UNKNOWN)
		rule.bp_kind = CFI_BP_LOST;
	rule.bp_offset = row->bp.offset;
	rule.cfa_offset = row->cfa_offset;
	if (rule.bp_offset != row->bp.offset ||
	    rule.cfa_offset != row->cfa_offset)
		return (union kmsan_cfi_rule){.word = 0};
	if (row->cfa_reg == REG_SP)
		rule.cfa_kind = CFI_CFA_SP;
	else if (row->cfa_reg == REG_BP)
		rule.cfa_kind = row->cfa_deref ? CFI_CFA_BP_DEREF : CFI_CFA_BP;
	return rule;
}

/* The entry of the module's sorted table that covers an address, or NULL. */
static const u8 *find_fde(const u8 *header, uintptr_t pc)
{
	const struct {
		int32_t start, fde;
	} * table;
	const u8 *p = header + 4;
	size_t low = 0, high;

	/* Linkers write this layout and no other. */
	if (header[0] != 1 || header[1] != (DW_EH_PE_pcrel | DW_EH_PE_sdata4) ||
	    header[2] != DW_EH_PE_udata4 ||
	    header[3] != (DW_EH_PE_datarel | DW_EH_PE_sdata4))
		return NULL;
	p += 4;
	high = read_unsigned(&p, 4);
	table = (const void *)p;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if ((uintptr_t)header + table[middle].start <= pc)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? header + table[low - 1].fde : NULL;
}

/**
 * kmsan_cfi_find() - how to get from an address to its caller
 * @pc: an address within a function
 */
union kmsan_cfi_rule kmsan_cfi_find(uintptr_t pc)
{
	const struct kmsan_module *module = kmsan_module_find(pc);
	struct machine m = {.pc = -1UL};
	const u8 *fde, *p, *end;
	struct cie cie;
	uintptr_t size;

	if (!module || !module->eh_frame_hdr)
		return (union kmsan_cfi_rule){.word = 0};
	fde = find_fde(module->eh_frame_hdr, pc);
	if (!fde)
		return (union kmsan_cfi_rule){.word = 0};
	p = fde + 4;
	end = p + *(const u32 *)fde;
	if (!parse_cie(p - *(const u32 *)p, &cie))
		return (union kmsan_cfi_rule){.word = 0};
	p += 4;
	m.cie = &cie;
	m.loc = read_encoded(&p, cie.fde_encoding);
	size = read_encoded(&p, cie.fde_encoding & 0x0f);
	if (pc - m.loc >= size)
		return (union kmsan_cfi_rule){.word = 0};
	if (cie.is_signal)
		return (union kmsan_cfi_rule){.cfa_kind = CFI_CFA_SIGNAL};
	if (cie.has_augmentation_data) {
		size = read_uleb(&p);
		p += size;
	}
	if (!execute(&m, cie.start, cie.end))
		return (union kmsan_cfi_rule){.word = 0};
	m.initial = m.row;
	m.pc = pc;
	if (!execute(&m, p, end))
		return (union kmsan_cfi_rule){.word = 0};
	return make_rule(&m.row);
}
