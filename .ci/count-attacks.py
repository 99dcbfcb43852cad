#!/usr/bin/env python3
"""Counts the attacks among the tests that were run, and fails if a suite of attacks is missing or one got through.

count-attacks.py RESULTS SUITES: what `swift test --xunit-output` wrote, and parts of names divided by |.
"""

import collections
import re
import sys
import xml.etree.ElementTree

results, suites = sys.argv[1:]
held, lost = collections.Counter(), []
for case in xml.etree.ElementTree.parse(results).iter("testcase"):
    found = re.search(rf"({suites})[A-Za-z]*Tests$", case.get("classname"))
    if found and case.find("skipped") is None:
        held[found.group(1)] += 1
        if case.find("failure") is not None:
            lost.append(f'{case.get("classname")} {case.get("name")}')
missing = [part for part in suites.split("|") if not held[part]]
for line in [f"not run: {part}" for part in missing] + [f"got through: {name}" for name in lost]:
    print(line, file=sys.stderr)
if missing or lost:
    sys.exit(1)
print(f"\n{sum(held.values())} attacks were held, and every planted fault was caught.")
