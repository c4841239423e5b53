# SPDX-License-Identifier: GPL-2.0-or-later
#
# dg.py - what a test of GCC's suite says about itself, as far as the soak needs
# it: how it is run, with which options, and what it requires of the target.
#
# Missing a requirement is safe: a test that does not apply here also fails with
# plain gcc, and is skipped for that reason.

import fnmatch
import re

TRIPLE = "x86_64-pc-linux-gnu"

# Effective targets that do not hold here; all others are assumed to
# hold.
FALSE = set("""
    ia32 ilp32 x32 maybe_x32 llp64 int16 c++ c++11 c++98 objc run_expensive_tests
    keeps_null_pointer_checks ptr_eq_short signed_char_off unsigned_char
    short_enums default_packed pcc_bitfield_type_matters_off branch_cost
""".split())

# Directories whose tests all get options from their .exp file.
DIRECTORIES = {
    "gcc.dg/vect": "-O2 -ftree-vectorize -fno-vect-cost-model -fno-common -msse2",
    "gcc.dg/gomp": "-fopenmp",
    "c-c++-common/gomp": "-fopenmp",
    "gcc.dg/goacc": "-fopenacc",
    "c-c++-common/goacc": "-fopenacc",
    "gcc.dg/goacc-gomp": "-fopenacc -fopenmp",
    "c-c++-common/goacc-gomp": "-fopenacc -fopenmp",
    "gcc.dg/tm": "-fgnu-tm",
    "c-c++-common/tm": "-fgnu-tm",
    "gcc.dg/analyzer": "-fanalyzer",
    "c-c++-common/ubsan": "-fsanitize=undefined",
    "c-c++-common/tsan": "-fsanitize=thread",
    "gcc.dg/tsan": "-fsanitize=thread",
    "c-c++-common/asan": "-fsanitize=address",
    "gcc.dg/asan": "-fsanitize=address",
    "c-c++-common/hwasan": "-fsanitize=hwaddress",
    "gcc.dg/hwasan": "-fsanitize=hwaddress",
}

# Options that only write additional files or do not compile.
DROPPED = re.compile(r"-fdump-|-save-temps|-d[a-zA-Z]+$|-fopt-info|-fcallgraph-info"
                     r"|-fstack-usage|-ftime-report|-fmem-report|-S$|-c$|-v$|-o$"
                     r"|-M|-Wl,|-Wa,|-fuse-|-B|-fself-test|-fplugin|-ftest-coverage")


def parse_list(text):
    """TEXT as Tcl reads a list, as far as directives use it: nested lists."""
    tokens = re.findall(r'"(?:[^"\\]|\\.)*"|[{}]|[^\s{}"]+', text)
    stack = [[]]
    for token in tokens:
        if token == "{":
            stack.append([])
        elif token == "}" and len(stack) > 1:
            done = stack.pop()
            stack[-1].append(done)
        elif token != "}":
            stack[-1].append(token)
    return stack[0]


class Selector:
    """Evaluates target selectors for this machine."""

    def __init__(self, false=frozenset()):
        self.false = FALSE | false

    def word(self, word):
        if "*" in word or word.count("-") >= 2:
            return fnmatch.fnmatch(TRIPLE, word)
        return word not in self.false

    def holds(self, words):
        """Adjacent words are alternatives; !, && and || have their usual meaning."""
        if isinstance(words, str):
            return self.word(words)
        words = [w for w in words if w not in ("target", "xfail")]
        if "||" in words:
            at = words.index("||")
            return self.holds(words[:at]) or self.holds(words[at + 1:])
        if "&&" in words:
            at = words.index("&&")
            return self.holds(words[:at]) and self.holds(words[at + 1:])
        if words and words[0] == "!":
            return not self.holds(words[1:])
        return any(self.holds(w) for w in words)

    def condition(self, arguments):
        """Is there no `target` among ARGUMENTS, or does it hold?"""
        for argument in arguments:
            if isinstance(argument, list) and argument and argument[0] == "target":
                return self.holds(argument)
        return True


def flat(value):
    return value.strip('"') if isinstance(value, str) else " ".join(map(flat, value))


class Test:
    """do, options (own, a list), skip (a reason, or None) and sources, if more."""

    def __init__(self, path, name, selector):
        with open(path, encoding="latin-1") as file:
            text = file.read()
        directory = name.rsplit("/", 1)[0]
        words = []
        more = []
        self.do = "compile"
        self.skip = None
        self.multiple = False
        self.errors = "dg-error" in text
        self.needs = []
        for command, rest in re.findall(r"\{[ \t]+dg-([-a-z]+)[ \t]+([^\n]*)\}", text):
            arguments = parse_list(rest)
            if not arguments:
                continue
            first = flat(arguments[0])
            if command == "options" and selector.condition(arguments[1:]):
                words = first.split()
            elif command == "additional-options" and selector.condition(arguments[1:]):
                more += first.split()
            elif command in ("do", "lto-do"):
                if not selector.condition(arguments[1:]):
                    self.skip = "for another target"
                self.do = first
            elif command == "require-effective-target":
                self.needs.append(first)
                if not selector.word(first):
                    self.skip = "for another target (" + first + ")"
            elif command == "additional-sources":
                self.multiple = True
        words = DIRECTORIES.get(directory, "").split() + words + more
        self.options = [w for w in words
                        if not DROPPED.match(w) and not re.search(r"[$\[\]\\]", w)]
        if self.do == "preprocess" or "-E" in words or "-fsyntax-only" in words:
            self.skip = "is not compiled"
        if any(w.startswith("--help") or w == "-###" for w in words):
            self.skip = "is not compiled"

    def level(self):
        """The last -O option, which sets the test's own level."""
        levels = [w for w in self.options if w.startswith("-O")]
        return levels[-1] if levels else "-O0"
