#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""reports.py - hold what a package's programs reported against the table.

    reports.py NAME REPORTS.json KNOWN

REPORTS.json is of `kmsan-report --json list`; a line of KNOWN is

    FUNCTION FILE:LINE WHY

which is a frame of the use; a report with such a frame is known, and each line has
to have one.  Prints lines as of a test suite, and the numbers of known and of other
reports to the file counts.
"""

import json
import sys


def frames(report):
    """The frames of the use in REPORT, as (function, FILE:LINE)."""
    use = report["stacks"][0] if report["stacks"] else {"frames": []}
    return [(f["function"], f"{f['file']}:{f['line']}") for f in use["frames"]]


def is_of(report, function, place):
    return any(f == function and ("/" + p).endswith("/" + place) for f, p in frames(report))


def brief(report):
    place = [f"{f} {p}" for f, p in frames(report) if "intercept-" not in p]
    return f"{report['kind']} in {report['function']}" + (", " + place[0] if place else "")


def main():
    name = sys.argv[1]
    with open(sys.argv[2], encoding="utf-8") as file:
        reports = json.load(file)["reports"]
    with open(sys.argv[3], encoding="utf-8") as file:
        known = [line.split(None, 2) for line in file if line.strip()]

    failed = False
    others = reports
    for function, place, why in known:
        left = [r for r in others if not is_of(r, function, place)]
        if len(left) < len(others):
            print(f"XFAIL: {name} {function} {place}: {why.strip()}")
        else:
            print(f"FAIL: {name} {function} {place} is no longer reported")
            failed = True
        others = left
    if others:
        print(f"FAIL: {name}: {len(others)} reports, the first {brief(others[0])}")
        failed = True
    else:
        print(f"PASS: {name} has no report" + (" but the known" if known else ""))
    with open("counts", "w", encoding="utf-8") as file:
        print(len(reports) - len(others), len(others), file=file)
    return failed


sys.exit(main())
