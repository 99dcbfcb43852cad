#!/usr/bin/env python3
"""Plans campaigns from generated lists and counts what the guard says about them: stopped files, questions, and leaks let through.

    guard_alarms.py BINARY [--families NAME,...] [--seeds 1-5] [--rows 2000] [--leaks 0] [--jobs 2] [--markdown]

For each family of make_lists.py and each seed a list is written, honest but for planted leaks, and planned with the example
configuration and template. Printed is one line a family: files, rows, files that the guard stopped, questions (`values` of the plan:
one for each value, however many rows have it), the rows asked about, and alarms per 10,000 rows: an alarm is a stopped file or a value asked about,
as long as no leak is planted. With leaks: how many were planted, and how many rows with one got a message. Those are named by family,
seed, row and spelling, never by value, and the exit code is 1; it is 70 if a plan ended in another way.
"""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

import list_families
import make_lists

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASKED = ("is that meant, or has somebody typed it there?", "the letter itself tells everybody")
STOPPED, UNDECIDED = 3, 1


def program(binary: str, arguments: list[str], folder: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """The program with a state of its own and nothing of the tester's configuration."""
    common = ["--config", str(ROOT / "Examples/einzelpost.toml"), "--state", str(folder / "state"), "--templates", str(ROOT / "Templates")]
    return subprocess.run([binary, *arguments, *common, "--format", "json"], cwd=folder, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
                          capture_output=True, text=True, check=False, timeout=600)


def measure(binary: str, family: str, seed: int, rows: int, leaks: int) -> tuple[collections.Counter[str], list[str]]:
    """Counts of one list, and the leaks that got through."""
    made = make_lists.make(family, seed, rows, leaks)
    counts = collections.Counter(files=1, rows=rows, leaks=leaks)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "list.csv").write_bytes(made.octets)
        days = [f"--{key.replace('_', '-')}={made.facts[key]}" for key in ("from", "to", "as_of")]
        plan = program(binary, ["plan", "list.csv", *days, "--map", "site=Ort"], folder)
        if plan.returncode == STOPPED and "guard" in plan.stderr + plan.stdout:
            return counts + collections.Counter(stopped=1), []
        if plan.returncode not in (0, UNDECIDED):
            raise SystemExit(f"{family}, seed {seed}: the plan ended with {plan.returncode}\n{plan.stderr}")
        told = json.loads(program(binary, ["rows", json.loads(plan.stdout)["campaign"]], folder).stdout)["rows"]
    asked = [row for row in told if row["class"] == "needs-decision" and any(word in reason for reason in row["reasons"] for word in ASKED)]
    planned = json.loads(plan.stdout)
    counts += collections.Counter(asked=len(asked), values=len(planned["values"]), messages=planned["messages"])
    sent = {row["row"] for row in told if row["class"] == "send"}
    through = [f"{family}, seed {seed}, row {leak['row']}: {leak['kind']} of row {leak['of_row']}, {leak['how']}"
               for leak in made.facts["leaks"] if leak["row"] in sent]
    return counts, through


def numbers(text: str) -> list[int]:
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--families", default=",".join(list_families.KINDS))
    parser.add_argument("--seeds", type=numbers, default=numbers("1-5"))
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--leaks", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    binary = str(pathlib.Path(options.binary).resolve())
    total, missed = collections.Counter(), []
    names = ["files", "rows", "stopped", "values", "asked", "leaks", "through"]
    row = "| {:<12} |" + " {:>7} |" * (len(names) + 1) if options.markdown else "{:<12}" + " {:>8}" * (len(names) + 1)
    print(row.format("family", *names, "/10,000"))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for family in options.families.split(","):
            jobs = [pool.submit(measure, binary, family, seed, options.rows, options.leaks) for seed in options.seeds]
            counts: collections.Counter[str] = collections.Counter()
            for job in jobs:
                found, through = job.result()
                counts += found + collections.Counter(through=len(through))
                missed += through
            total += counts
            print(row.format(family, *(counts[name] for name in names), rate(counts)), flush=True)
    print(row.format("all", *(total[name] for name in names), rate(total)))
    print("\n".join(missed), file=sys.stderr)
    return 1 if missed else 0


def rate(counts: collections.Counter[str]) -> str:
    alarms = counts["stopped"] + counts["values"]
    return "" if counts["leaks"] else f"{alarms / counts['rows'] * 10_000:.2f}"


if __name__ == "__main__":
    raise SystemExit(main())
