#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
#
# generate.py - a call of every intrinsic in the compiler's headers.
#
#	generate.py SKIPPED PREPROCESSED >cases.c
#
# PREPROCESSED is <immintrin.h> as the compiler sees it with optimisation, where
# intrinsics are functions with types.  Those of the headers below become one
# case each, or one for each immediate value; SKIPPED lists patterns of those
# that cannot become cases, with a reason.  Any others are an error.
#
# A case is a row of a table: name, size of the result, sizes and kinds of the
# operands, and a function that calls the intrinsic with operands in memory.
import fnmatch
import re
import sys

HEADERS = """mmintrin xmmintrin emmintrin pmmintrin tmmintrin smmintrin
ammintrin nmmintrin popcntintrin wmmintrin avxintrin avx2intrin fmaintrin
f16cintrin bmiintrin bmi2intrin lzcntintrin adxintrin ia32intrin shaintrin
rdseedintrin immintrin""".split()

# Immediates to try; the compiler rejects those that are out of range, and the
# caller removes their rows.
IMMEDIATES = [0, 1, 2, 3, 4, 5, 8, 13, 0x1b, 0x4e, 0x71, 0xd8, 0xff]

SIZES = {"char": 1, "short": 2, "int": 4, "unsigned": 4, "float": 4,
         "double": 8, "long": 8, "__m64": 8, "__m128": 16, "__m128i": 16,
         "__m128d": 16, "__m256": 32, "__m256i": 32, "__m256d": 32,
         "_Bool": 1, "__int64": 8}
POINTED = 64


def size_of(ctype):
    words = [w for w in re.findall(r"\w+", ctype)
             if w not in ("const", "signed", "extern", "volatile")]
    if "unsigned" in words and len(words) > 1:
        words.remove("unsigned")
    for word in words:
        word = re.sub(r"(_u)$", "", word)
        if word in SIZES:
            return SIZES[word]
    return 0


def functions(text):
    """Name, result, parameters of each intrinsic of the headers."""
    header = ""
    parts = re.split(r'^# \d+ "([^"]*)".*\n', text, flags=re.M)
    # A line marker may split a definition: join the parts by header.
    texts = []
    for name, body in zip(parts[1::2], parts[2::2]):
        header = re.sub(r".*/|\.h$", "", name)
        if texts and texts[-1][0] == header:
            texts[-1][1] += body
        else:
            texts.append([header, body])
    for header, body in texts:
        if header not in HEADERS:
            continue
        body = re.sub(r"^#.*\n", "", body, flags=re.M)
        for match in re.finditer(
                r"extern __inline ([\w\s]+?)\s*"
                r"__attribute__\s*\(\((.*?)\)\)\s*([\w\s*]*?)\b(_\w+|__\w+)"
                r"\s*\(([^)]*)\)\s*\{", body):
            result = (match.group(1) + " " + match.group(3)).strip()
            yield match.group(4), result, match.group(5).strip()


def parameters(text):
    if text in ("", "void"):
        return []
    for part in text.split(","):
        part = part.strip()
        match = re.match(r"(.*?)(\w+)?(\[\])?$", part, re.S)
        ctype = match.group(1).strip() if match.group(2) and \
            match.group(1).strip() else part
        yield ctype


def load_skipped(name):
    rows = []
    for line in open(name):
        line = line.split("#")[0].strip()
        if line:
            pattern, reason = line.split(None, 1)
            rows.append([pattern, reason, 0])
    return rows


def find(rows, name):
    for row in rows:
        if fnmatch.fnmatchcase(name, row[0]):
            row[2] += 1
            return row[1]
    return None


def one_case(name, result, params, immediate):
    """The text of a case; immediates are operands with a fixed value."""
    args, sizes, body = [], [], []
    for i, ctype in enumerate(params):
        if i in immediate:
            args.append(str(immediate[i]))
            continue
        n = len(sizes)
        if "*" in ctype:
            const = "const" in ctype
            sizes.append("%s%d" % ("R" if const else "W", POINTED))
            args.append("(void *)a[%d]" % n)
        else:
            sizes.append("V%d" % size_of(ctype))
            args.append("*(%s *)a[%d]" % (ctype.replace("const", ""), n))
    call = "%s(%s)" % (name, ", ".join(args))
    size = 0 if result == "void" else \
        8 if "*" in result else size_of(result)
    if size:
        call = "*(%s *)r = %s" % (result, call)
    return size, sizes, call


def main():
    skipped = load_skipped(sys.argv[1])
    immediates = {}
    done, missing, n = set(), [], 0
    rows = []
    print('#include "cases.h"')
    for name, result, text in functions(open(sys.argv[2]).read()):
        if name in done or result.endswith("__inline"):
            continue
        done.add(name)
        if find(skipped, name):
            continue
        params = list(parameters(text))
        bad = [p for p in params if "*" not in p and not size_of(p)]
        if bad or (result != "void" and "*" not in result and
                   not size_of(result)):
            missing.append("%s: type %s" % (name, bad or result))
            continue
        where = [i for i, p in enumerate(params) if IMMEDIATE(name, p, i)]
        choices = [{}]
        for i in where:
            choices = [{**c, i: v} for c in choices for v in
                       (IMMEDIATES if len(where) == 1 else (0, 3, 13))]
        for choice in choices:
            size, sizes, call = one_case(
                name, result, params, choice)
            label = name + "".join("_%d" % v for v in choice.values())
            print("TARGET void NAME(case_%s)(void *r, void *const *a) "
                  "{ %s; }" % (label, call))
            rows.append((name, label, size, sizes))
            n += 1
    print("const struct vector_case NAME(cases)[] = {")
    for name, label, size, sizes in rows:
        print('\t{ "%s", "%s", %d, "%s", NAME(case_%s) },' %
              (name, label, size, " ".join(sizes), label))
    print("\t{ 0 }\n};")
    for pattern, reason, used in skipped:
        if not used:
            sys.stderr.write("nothing is skipped by: %s\n" % pattern)
    for line in missing:
        sys.stderr.write("not covered: %s\n" % line)
    sys.exit(1 if missing else 0)


# Immediates are const integers; these are exceptions, both ways.
ALSO = {"_mm_slli_si128": 1, "_mm_srli_si128": 1, "_mm256_slli_si256": 1,
        "_mm256_srli_si256": 1, "_mm_bslli_si128": 1, "_mm_bsrli_si128": 1}
NOT = []


def IMMEDIATE(name, ctype, i):
    if ALSO.get(name) == i:
        return True
    return "const" in ctype and "*" not in ctype and \
        bool(re.match(r"^(const\s+)?(unsigned\s+)?(int|char)?(\s+const)?$",
                      ctype.strip())) and name not in NOT


main()
