# SPDX-License-Identifier: GPL-2.0-or-later
#
# kmsan-boot.awk - read a kernel's log; the verdict of kmsan-boot.
#
# The first file has the expectations, lines "expect<tab>RE",
# "own<tab>RE<tab>RE" and "kunit<tab>SUITE"; the second is the log.  Variables:
# me, the program's name; ended, how the machine ended: reset, or a reason;
# empty for an old log.
#
# Prints what is wrong, then a summary line.  Exit status 1 if anything is
# wrong.

function problem(text)
{
	print me ": " text
	problems++
}

# Does RE match the whole of TEXT?
function is(text, re)
{
	return text ~ ("^(" re ")$")
}

# "KIND in FUNCTION", without offsets and the suffixes of GCC's clones.
function title(line)
{
	sub(/^BUG: KMSAN: /, "", line)
	sub(/\+0x.*/, "", line)
	sub(/\.(isra|constprop|part|cold)(\.[0-9]+)?(\..*)?$/, "", line)
	return line
}

# Is a report that no test owns none of the expected ones?  Then say so.
function is_unexpected(name,	i)
{
	for (i = 1; i <= expectations; i++)
		if (!came[i] && is(name, expected[i])) {
			came[i] = 1
			return 0
		}
	unexpected++
	problem("unexpected report: " name)
	return 1
}

function report(name)
{
	reports++
	in_case = in_case "; " name
	if (within) {
		owned++
		return
	}
	if (suite ~ /^kmsan(_|$)/) {
		pending = name
		trace = ""
		frames = 0
		return
	}
	if (is_unexpected(name))
		context = 12
}

# A line of the stack of a report that came while a suite of KMSAN's ran: it is
# the suite's if the first that the stack leads to is a case.  Interrupts and
# other threads have reports of their own.
function frame(line)
{
	if (line ~ /^ kunit_(try_run_case|generic_run_threadfn_adapter)\+/) {
		owned++
		pending = ""
	} else if (line ~ /^ (asm_|entry_|ret_from_fork)/ || line ~ /^(=====|BUG: | *(not )?ok )/) {
		foreign()
	} else if (frames < 12) {
		trace = trace "    " line "\n"
		frames++
	}
}

# The pending report is no test's.
function foreign()
{
	if (is_unexpected(pending))
		printf "%s", trace
	pending = ""
}

# A line from KUnit, in KTAP: cases are indented, suites are not.
function ktap(line,	indent, name, failed)
{
	if (line ~ /^    # Subtest: /) {
		suite = line
		sub(/.*: /, "", suite)
		cases = 0
		planned = -1
		in_case = why = ""
		return
	}
	if (line ~ /^    1\.\.[0-9]+$/) {
		planned = substr(line, 8) + 0
		return
	}
	if (match(line, /^ *# .*: (EXPECTATION|ASSERTION) FAILED at [^ ]+/) && why == "") {
		why = substr(line, RSTART, RLENGTH)
		sub(/^ *# [^:]*: /, ": ", why)
	}
	if (line !~ /^ *(not )?ok [0-9]+ /)
		return
	match(line, /^ */)
	indent = RLENGTH
	failed = line ~ /^ *not /
	name = line
	sub(/^ *(not )?ok [0-9]+ (- )?/, "", name)
	skipped = name ~ /# SKIP/
	sub(/ *#.*/, "", name)
	if (indent == 4 && suite != "") {
		cases++
		if (skipped)
			kunit_skipped++
		else if (failed)
			problem("KUnit: " suite "." name " failed (" ++kunit_failed ")" why \
				(in_case == "" ? "" : "; reports in it: " substr(in_case, 3)))
		else
			kunit_passed++
		in_case = why = ""
	} else if (indent == 0) {
		if (name == suite && planned >= 0 && cases < planned)
			problem("KUnit: " suite " ran " cases " of " planned " cases")
		if (failed && !skipped)
			problem("KUnit: suite " name " failed")
		ran[name] = 1
		suite = ""
	}
}

NR == FNR {
	n = split($0, field, "\t")
	if (n < 2 || field[2] == "")
		next
	if (field[1] == "expect")
		expected[++expectations] = field[2]
	else if (field[1] == "kunit")
		wanted[field[2]] = 1
	else if (field[1] == "own") {
		begins[++owns] = field[2]
		ends[owns] = field[3]
	}
	next
}

{
	sub(/\r$/, "")
	if (match($0, /^\[ *[0-9]+\.[0-9]+\]/))
		clock = substr($0, 2, RLENGTH - 2) + 0
	# The time, and the thread or processor if CONFIG_PRINTK_CALLER is set.
	sub(/^\[ *[0-9.]+\] ?/, "")
	sub(/^\[ *[TC][0-9]+\] ?/, "")
	lines++
}

# The first lines of a problem, so that one need not read the log.
context > 0 {
	print "    " $0
	if (--context == 0 || /^=====/)
		context = 0
}

within && $0 ~ ends[within] { within = 0 }
{
	for (i = 1; !within && i <= owns; i++)
		if ($0 ~ begins[i])
			within = i
}

/^kmsan-boot: init/ { ours = 1; init = clock }
/^kmsan-boot: done/ { done = 1 }
# The end of other programs' logs, such as kunit.py's, which has no init.
/^reboot: (Restarting system|Power down|System halted)/ { orderly = 1 }
/^kmsan-boot: step / { step = substr($0, 18) }
/^kmsan-boot: status / && $3 != 0 { problem("step \"" step "\" ended with status " $3) }

pending != "" { frame($0) }
/^BUG: KMSAN: / { report(title($0)); next }
/^Kernel panic - not syncing/ { problem($0); panicked = 1 }
/^(BUG: |Oops: |general protection fault|kernel BUG at |------------\[ cut here )/ &&
		!panicked {
	problem("the kernel has found a fault:")
	print "    " $0
	context = 12
}
/^INFO: task .* blocked for more than/ { problem($0) }
/printk messages dropped/ { problem("the console lost messages: " $0) }

{ ktap($0) }

END {
	if (pending != "")
		foreign()
	if (suite != "")
		problem("KUnit: suite " suite " did not finish")
	for (name in wanted)
		if (!(name in ran))
			problem("KUnit: suite " name " did not run")
	for (i = 1; i <= expectations; i++)
		if (!came[i])
			problem("missing report: " expected[i])
	last = lines > 0 ? "; the last line: " $0 : "; the console said nothing"
	if (ended != "" && ended != "reset")
		problem(ended last)
	else if (!done && !panicked && (ended != "" || ours || !orderly))
		problem("the machine was reset before it was done" last)
	printf "%s: %d KUnit cases passed, %d failed, %d skipped; %d reports: %d expected, %d from tests, %d unexpected\n",
		me, kunit_passed, kunit_failed, kunit_skipped, reports,
		reports - owned - unexpected, owned, unexpected
	if (init)
		printf "%s: init after %.2f s of guest time, %d lines\n", me, init, lines
	exit problems > 0
}
