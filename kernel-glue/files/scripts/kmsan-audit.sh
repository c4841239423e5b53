#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# kmsan-audit.sh - make a table of the calls that the plugin's boundary audit
# found.
#
#	kmsan-audit.sh SRCTREE OBJTREE
#
# Reads OBJTREE/kmsan-audit.raw, the lines that
# -fplugin-arg-kmsan-boundary-audit has appended, and vmlinux, which tells
# whether a callee from another file is instrumented.  Prints each call once,
# sorted by callee, in columns:
#
#	callee		with *: a call through this pointer
#	class		instrumented, or maybe: through a pointer, or not in vmlinux
#	region		of instrumentation_begin() and instrumentation_end()
#	caller
#	location
#	parameters	that get no metadata: number and type
#
# Code that does not run in the kernel, such as the boot loader's, is left out.

srctree=$(cd "$1" && pwd) && objtree=$(cd "$2" && pwd) || exit 1
raw=$objtree/kmsan-audit.raw
tab=$(printf '\t')
LC_ALL=C
export LC_ALL

[ -e "$raw" ] || {
	echo "kmsan-audit.sh: $raw is missing; make kmsan-audit builds the kernel for it" >&2
	exit 1
}
[ -e "$objtree/vmlinux" ] || {
	echo "kmsan-audit.sh: $objtree/vmlinux is missing; it is needed to look up the callees" >&2
	exit 1
}

# Each function of vmlinux, with yes if it calls KMSAN's runtime.
functions() {
	"${OBJDUMP:-objdump}" -d --no-show-raw-insn "$objtree/vmlinux" | awk '
		/^[0-9a-f]+ <.*>:$/ {
			if (name != "")
				print name, yes
			name = substr($2, 2, length($2) - 3)
			sub(/\..*/, "", name)
			yes = "no"
		}
		/(call|jmp).* <__msan_/ { yes = "yes" }
		END { print name, yes }'
}

grep -q '^CONFIG_NOINSTR_VALIDATION=y' "$objtree/.config"
regions=$?
[ $regions -eq 0 ] ||
	echo "# The regions are not known: they need CONFIG_DEBUG_ENTRY=y."

# GCC names files relative to where it ran.
{
	functions
	echo
	sed -e "s,^$srctree/,," -e "s,^\./,," "$raw" | sort -u
} | awk -F "$tab" -v regions=$regions '
	!listed && $0 == "" { listed = 1; next }
	!listed {
		split($0, pair, " ")
		known[pair[1]] = 1
		if (pair[2] == "yes")
			instrumented[pair[1]] = 1
		next
	}
	/^arch\/x86\/(boot|realmode|purgatory|entry\/vdso)\// { next }
	/^drivers\/firmware\/efi\/libstub\// { next }
	{
		callee = $3
		sub(/\..*/, "", callee)
		class = $4
		if (class == "maybe" && callee in known) {
			if (!(callee in instrumented))
				next
			class = "instrumented"
		}
		region = regions == 0 ? $6 : "unknown"
		print $3 "\t" class "\t" region "\t" $2 "\t" $1 "\t" $5
	}' | sort -u | awk -F "$tab" '
	{
		line[NR] = $0
		for (i = 1; i < NF; i++)
			if (length($i) > width[i])
				width[i] = length($i)
	}
	END {
		for (n = 1; n <= NR; n++) {
			nr = split(line[n], field, "\t")
			for (i = 1; i < nr; i++)
				printf "%-" width[i] "s  ", field[i]
			print field[nr]
		}
		print "# " NR " calls"
	}'
