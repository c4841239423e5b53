# SPDX-License-Identifier: GPL-2.0-or-later
#
# check-json.py FILE EXPRESSION - check JSON with an expression, in which `j` is
# all of it, `r` the reports of list, or SARIF's results, names(stack) the
# functions of a stack, and pairs(j) and alone(j, side) the results of compare.

import json
import sys


def names(stack):
    return [frame["function"] for frame in stack["frames"]]


def pairs(j):
    """The functions of each entry of `both`, as two tuples."""
    return [tuple(tuple(r["function"] for r in entry[side]) for side in "ab")
            for entry in j["both"]]


def alone(j, side):
    return [entry["report"]["function"] for entry in j["only_" + side]]


name, expression = sys.argv[1:]
with open(name, encoding="utf-8", errors="strict") as file:
    j = json.load(file)
r = j["runs"][0]["results"] if "runs" in j else j.get("reports", [])
if not eval(expression):
    for part in expression.split(" and "):
        try:
            if not eval(part):
                print("not true:", part)
        except Exception:
            pass
    print("not true:", expression)
    sys.exit(1)
