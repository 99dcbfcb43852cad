#!/usr/bin/env python3
"""Reads a list that `einzelpost lists` wrote, as a spreadsheet would, and looks for what it might calculate.

    read_list.py FILE

Prints one JSON object: `header`, `rows` (one object each, by header), `faults` (plain sentences, never a cell). Exits 1 if
there is a fault. The faults: not UTF-8 with one byte order mark, a line end that is not CRLF, a cell without quotes, a row
of another length, a control character, and a cell that begins with what may begin a formula, whether the file is divided
at semicolons, commas, tabs or bars.
"""

import csv
import io
import json
import re
import sys
import unicodedata

# What readers drop before they look at a cell: blanks, quotes, and what has no width.
DROPPED = {'"', "\u200c", "\u200d"}


def beginning(cell):
    for sign in cell:
        if not (sign.isspace() or sign in DROPPED or unicodedata.category(sign) in ("Cf", "Cc")):
            return unicodedata.normalize("NFKC", sign)
    return ""


def is_formula(cell):
    return beginning(cell) in ("=", "+", "-", "\u2212", "@") or cell[:1] in ("\t", "\r", "\0")


def faults(data):
    if not data.startswith(b"\xef\xbb\xbf"):
        yield "no byte order mark"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield "not UTF-8"
        return
    if "\ufeff" in text:
        yield "a second byte order mark"
    lines = text.split("\r\n")
    if lines[-1] or any("\r" in line or "\n" in line for line in lines):
        yield "a line does not end with CRLF"
    if any(unicodedata.category(sign) == "Cc" for line in lines for sign in line):
        yield "a control character"
    for number, line in enumerate(lines[:-1], start=1):
        if not re.fullmatch(r'"(?:[^"]|"")*"(?:;"(?:[^"]|"")*")*', line):
            yield f"line {number}: a cell without quotes"
    for delimiter in ";,\t|":
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            if any(map(is_formula, cells)):
                yield f"line {number}, divided at {delimiter!r}: a cell may be a formula"
    lengths = {len(cells) for cells in csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)}
    if len(lengths) != 1:
        yield "rows of different lengths"


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    found = list(faults(data))
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""), delimiter=";")
    rows = list(reader)
    json.dump({"header": reader.fieldnames, "rows": rows, "faults": found}, sys.stdout)
    print()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
