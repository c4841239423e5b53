# SPDX-License-Identifier: GPL-2.0-or-later
#
# kmsan-glue.awk - find the places of a diff's hunks in a tree.
#
# The input is a diff.  Variables: dir, where the files are; name, of the diff;
# notes, a file for messages; loose, if a line of context may differ in one
# word, as where a helper was renamed.  Lines that a hunk removes must match
# exactly, and a loose hunk must fit in one place only.
#
# Prints the diff with the lines and the line numbers of the tree, and notes the
# lines that differ.  If a hunk has no place, the exit status is 1, and the notes
# list all such hunks.

function read_file(name,	line)
{
	delete text
	delete have
	length_of_file = 0
	from = 1
	shift = 0
	there = 0
	while ((getline line < (dir "/" name)) > 0) {
		text[++length_of_file] = line
		have[line] = 1
		there = 1
	}
	close(dir "/" name)
}

# Are A and B the same except for one word?
function alike(a, b,	word, wa, wb, differ)
{
	word = "^[A-Za-z_][A-Za-z_0-9]*"
	while (a != "" && b != "") {
		if (match(a, word)) {
			wa = substr(a, 1, RLENGTH)
			if (!match(b, word))
				return 0
			wb = substr(b, 1, RLENGTH)
			if (wa != wb && differ++)
				return 0
			a = substr(a, length(wa) + 1)
			b = substr(b, length(wb) + 1)
		} else {
			if (substr(a, 1, 1) != substr(b, 1, 1))
				return 0
			a = substr(a, 2)
			b = substr(b, 2)
		}
	}
	return a == b
}

# Does the hunk fit at line AT? 2: exactly; 1: except for words.
function fits(at,	i, exact, equal)
{
	exact = 1
	for (i = 1; i <= olds; i++) {
		equal = text[at + i - 1] == old[i]
		if (equal)
			continue
		exact = 0
		if (!loose || !context[i] || !alike(text[at + i - 1], old[i]))
			return 0
	}
	return exact ? 2 : 1
}

# The hunk's place: the nearest exact one, or the only loose one.
function place(	at, how, best, only, count)
{
	for (at = from; at + olds - 1 <= length_of_file; at++) {
		if (text[at] != old[1] && !loose)
			continue
		how = fits(at)
		if (how == 2 && (!best || distance(at) < distance(best)))
			best = at
		else if (how == 1) {
			only = at
			count++
		}
	}
	return best ? best : count == 1 ? only : 0
}

function distance(at)
{
	at -= expected + shift
	return at < 0 ? -at : at
}

# Put LINE on its own line in the notes.
function quoted(line)
{
	sub(/^[ \t]+/, "", line)
	return "    " line "\n"
}

# Say what the hunk lacks: its first line that is not in the file.
function misfit(	i)
{
	misfits++
	if (!there) {
		if (!(file in said))
			missing = missing "  " file ": no such file\n"
		said[file] = 1
		return
	}
	for (i = 1; i <= olds; i++)
		if (!(old[i] in have)) {
			missing = missing "  " file ": expected the line\n" quoted(old[i])
			return
		}
	missing = missing "  " file ": the lines that " name " changes are not together\n"
}

function finish(	at, i, n)
{
	if (!hunk)
		return
	hunk = 0
	at = place()
	if (!at) {
		misfit()
		return
	}
	shift = at - expected
	from = at + olds
	fitted = fitted sprintf("@@ -%d,%d +%d,%d @@\n", at, olds, at + grown, olds + added - removed)
	grown += added - removed
	for (i = 1; i <= lines; i++) {
		if (body[i] !~ /^\+/ && text[at + n++] != substr(body[i], 2)) {
			taken = taken "  " file ":" at + n - 1 ": the line\n" \
				quoted(text[at + n - 1]) "  is taken for\n" \
				quoted(substr(body[i], 2))
			body[i] = " " text[at + n - 1]
		}
		fitted = fitted body[i] "\n"
	}
}

/^--- a\// {
	finish()
	fitted = fitted $0 "\n"
	next
}
/^\+\+\+ b\// {
	file = substr($2, 3)
	read_file(file)
	grown = 0
	fitted = fitted $0 "\n"
	next
}
/^@@ / {
	finish()
	hunk = 1
	olds = lines = added = removed = 0
	expected = substr($2, 2) + 0
	next
}
hunk && /^[-+ ]/ {
	body[++lines] = $0
	if (/^\+/) {
		added++
		next
	}
	old[++olds] = substr($0, 2)
	context[olds] = ($0 ~ /^ /)
	removed += ($0 ~ /^-/)
	next
}

END {
	finish()
	if (misfits) {
		printf "%s", missing >notes
		exit 1
	}
	printf "%s", taken >notes
	printf "%s", fitted
}
