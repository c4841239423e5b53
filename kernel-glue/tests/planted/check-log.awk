# SPDX-License-Identifier: GPL-2.0-or-later
#
# The comparison behind check-log, which see.  The first file is the table of
# expected reports, the second the log.
#
# A report is kept as rep[n, FIELD]: kind, function, frames (of the use), origin
# (local:NAME or created), oframes (of the origin), stored (how many copies),
# sframes-N (of the Nth copy), bytes.  Frames are names with a space around each.

function fail(name, why)
{
	print "FAIL: planted: " name ": " why
	failed = 1
}

function pass(name)
{
	print "PASS: planted: " name
}

# Whether the whole of @name matches the regular expression @re.
function is(name, re)
{
	return name ~ ("^(" re ")$")
}

# Whether one of @frames matches @re.
function among(frames, re,	i, n, names)
{
	n = split(frames, names, " ")
	for (i = 1; i <= n; i++)
		if (is(names[i], re))
			return 1
	return 0
}

function first(frames,	names)
{
	split(frames, names, " ")
	return names[1]
}

# A symbol without its offset and GCC's suffixes.
function symbol(text)
{
	sub(/\+0x.*/, "", text)
	sub(/\.(isra|constprop|part|cold|llvm)\..*/, "", text)
	return text
}

function read_expectation(	key)
{
	if ($2 != "any" && $2 != "eager" && $2 != "lazy" ||
	    NF != 8 && !(NF == 3 && $3 == "none")) {
		fail($1, "line " FNR " of the table has an error")
		return
	}
	if (!($1 in known)) {
		known[$1] = 1
		order[++cases] = $1
	}
	if ($2 != "any" && $2 != mode)
		return
	if ($1 in kind)
		fail($1, "is twice in the table")
	kind[$1] = $3
	place[$1] = $4
	origin[$1] = $5
	stored[$1] = $6
	bytes[$1] = $7
	count[$1] = $8
}

# What is wrong with report @r, or "" if it is the one that @name should give.
function differs(r, name,	n, part, copies, i)
{
	if (!is(rep[r, "kind"], kind[name]))
		return "kind is " rep[r, "kind"] ", not " kind[name]
	n = split(place[name], part, "<")
	if (!is(rep[r, "function"], part[1]) &&
	    !(n == 2 && is(rep[r, "function"], part[2])))
		return "reported in " rep[r, "function"] ", not " part[1]
	if (n == 2 && !among(rep[r, "frames"], part[2]))
		return part[2] " is not in the stack"
	n = split(origin[name], part, ":")
	if (n == 3) {
		if (!is(rep[r, "origin"], "local:(" part[2] ")"))
			return "origin is " rep[r, "origin"] ", not " \
				origin[name]
		if (!is(first(rep[r, "oframes"]), part[3]))
			return "the variable is one of " \
				first(rep[r, "oframes"]) ", not of " part[3]
	} else {
		if (rep[r, "origin"] != "created")
			return "origin is " rep[r, "origin"] ", not " \
				origin[name]
		if (!among(rep[r, "oframes"], part[2]))
			return part[2] " is not in the stack of the creation"
	}
	if (stored[name] != "?") {
		n = stored[name] == "-" ? 0 : split(stored[name], copies, ",")
		if (n != rep[r, "stored"] + 0)
			return rep[r, "stored"] + 0 " copies, not " n
		for (i = 1; i <= n; i++)
			if (!among(rep[r, "sframes-" i], copies[i]))
				return "copy " i " was not made in " copies[i]
	}
	if (bytes[name] != "?" &&
	    (bytes[name] == "-" ? "" : bytes[name]) != rep[r, "bytes"])
		return "bytes are " (rep[r, "bytes"] ? rep[r, "bytes"] : "-") \
			", not " bytes[name]
	return ""
}

function check_bug(name,	n, r, why)
{
	n = reports[name] + 0
	if (n == 0)
		return fail(name, "no report")
	for (r = 1; r <= n; r++) {
		why = differs(mine[name, r], name)
		if (why)
			return fail(name, why)
	}
	if (n != count[name] && count[name] != "1+")
		return fail(name, n " reports, not " count[name])
	pass(name)
}

function check_clean(name)
{
	if (reports[name])
		fail(name, "false report in " rep[mine[name, 1], "function"])
	else
		pass(name)
}

function check(name, clean)
{
	if (ran[name] != 1)
		fail(name, ran[name] ? "ran " ran[name] " times" : "did not run")
	else if (!ended[name])
		fail(name, "did not finish")
	else if (clean)
		check_clean(name)
	else
		check_bug(name)
}

BEGIN {
	failed = 0
	total = 0
	current = ""
}

NR == FNR {
	sub(/#.*/, "")
	if (NF)
		read_expectation()
	next
}

{
	sub(/\r$/, "")
	sub(/^\[[^]]*\] ?(\[ *[TC][0-9]+\] ?)?/, "")
}

/^planted: begin / {
	current = $3
	ran[current]++
	started = 1
	base = current
	sub(/\/clean$/, "", base)
	if (!(base in known) && !(base in stranger)) {
		stranger[base] = 1
		fail(base, "is not in the table")
	}
}

/^planted: end / {
	ended[$3] = 1
	current = ""
	section = ""
}

/^BUG: KMSAN: / {
	total++
	section = "frames"
	rep[total, "kind"] = $3
	rep[total, "function"] = symbol($5)
	mine[current, ++reports[current]] = total
	next
}

/^Uninit was stored to memory at:/ {
	section = "sframes-" (++rep[total, "stored"])
	next
}

/^Uninit was created at:/ {
	rep[total, "origin"] = "created"
	section = "oframes"
	next
}

/^Local variable .* created at:/ {
	rep[total, "origin"] = "local:" $3
	section = "oframes"
	next
}

/^Bytes? [0-9-]+ of [0-9]+ (is|are) uninitialized/ {
	rep[total, "bytes"] = ($2 ~ /-/ ? $2 : $2 "-" $2) "/" $4
	section = ""
	next
}

/^ [A-Za-z_]/ && section != "" {
	rep[total, section] = rep[total, section] " " symbol($1) " "
	next
}

/printk messages dropped/ && started {
	fail("log", "the kernel dropped messages, reports may be missing")
}

END {
	for (i = 1; i <= cases; i++) {
		name = order[i]
		if (!(name in kind)) {
			fail(name, "is not in the table for mode " mode)
			continue
		}
		check(name, kind[name] == "none")
		check(name "/clean", 1)
	}
	if (reports[""])
		fail("outside", reports[""] " reports outside of the cases, the first in " \
		     rep[mine["", 1], "function"])
	else
		pass("outside")
	exit failed
}
