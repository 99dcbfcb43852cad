#!/usr/bin/env python3
"""Writes a CSV file that nobody sends in good faith, piece by piece, and as large as is asked for.

    hostile_csv.py KIND FILE [--size BYTES]
    hostile_csv.py --measure PROGRAM CONFIG [--size BYTES]

The second form writes each kind in turn, plans it with PROGRAM under a limit of 1 GB of address space, and prints as a table how
that ended, how long it took, and how much memory it needed.
"""

import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from itertools import chain

TEMPLATES = pathlib.Path(__file__).resolve().parents[2] / "Templates"
HEADER = "Buchungs-ID;Nachname;Vorname;E-Mail;Telefon;Datum;Uhrzeit;Status\r\n"
WIDE = "utf-16-le"


def repeated(piece, size):
    block = piece * max(1, (1 << 20) // len(piece))
    for start in range(0, size, len(block)):
        yield block[:size - start]


def people(count):
    for start in range(0, count, 1000):
        yield "".join(f"{n};Müller;Jörg;person.{n}@example.org;0221 {n:06};16.03.2097;09:10;gebucht\r\n"
                      for n in range(start, min(start + 1000, count))).encode()


def behind_header(pieces, codec="utf-8", mark=b""):
    yield mark + HEADER.encode(codec)
    yield from pieces


# What the refusal must say, and the pieces of a file of about so many bytes.
KINDS = {
    "quote-never-closed": ("row 2, line 2: ", "the quote that opens here is not closed",
                           lambda size: behind_header(chain([b'1;"M'], repeated(b"Mustermann;x\r\n", size)))),
    "quotes-alone": ("row 1, line 1: ", "the quote that opens here is not closed", lambda size: repeated(b'"', size)),
    "quotes": ("row 2, line 2: ", "the quote that opens here is not closed", lambda size: behind_header(repeated(b'"', size))),
    "one-field": ("row 2, line 2: ", "a field is longer than 64 KiB", lambda size: behind_header(repeated(b"x", size))),
    "columns": ("row 2, line 2: ", "more than 256 columns", lambda size: behind_header(repeated(b"x;", min(size, 2_000_000)))),
    "semicolons": ("row 1, line 1: ", "more than 256 columns", lambda size: repeated(b";", size)),
    "nul": ("line 2: ", "NUL", lambda size: behind_header(repeated(b"\0", size))),
    "empty-lines": ("row 2000001, line 2000001: ", "more than 2000000 rows", lambda size: behind_header(repeated(b"\n", size))),
    "mixed-newlines": ("row 2000001, line 2000001: ", "more than 2000000 rows",
                       lambda size: behind_header(repeated(b"\r\n\n\r\r\n\n\n\r", size))),
    "empty-rows": ("row 2000001, line 2000001: ", "more than 2000000 rows",
                   lambda size: behind_header(repeated(b";;;;;;;\n", size))),
    "cut-off-utf16": (": ", "ends in the middle of a character",
                      lambda size: chain(behind_header(repeated("x;y\n".encode(WIDE), size // 8 * 8), WIDE, b"\xff\xfe"), [b"x"])),
    "utf16-field": ("row 2, line 2: ", "a field is longer than 64 KiB",
                    lambda size: behind_header(repeated("x".encode(WIDE), size // 2 * 2), WIDE, b"\xff\xfe")),
    "latin-field": ("row 2, line 2: ", "a field is longer than 64 KiB", lambda size: behind_header(repeated(b"\xfc", size))),
    "people": ("row 2000001, line 2000001: ", "more than 2000000 rows", lambda size: behind_header(people(2_000_000))),
}


def write(kind, path, size):
    with open(path, "wb") as file:
        for piece in KINDS[kind][2](size):
            file.write(piece)


def measure(program, config, size):
    """Each kind once; the limit is that of the child alone."""
    for kind, (place, words, _) in KINDS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "termine.csv")
            write(kind, path, size)
            command = [os.path.abspath(program), "plan", "termine.csv", "--from", "2097-03-16", "--to", "2097-03-21",
                       "--config", os.path.abspath(config), "--templates", str(TEMPLATES), "--state", f"{folder}/state"]
            begin = time.monotonic()
            process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1_024_000_000,) * 2))
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - begin
            is_right = os.waitstatus_to_exitcode(status) == 65 and place in errors and words in errors
            print(f"{kind:20} {path.stat().st_size / 1e6:7.0f} MB {seconds:7.2f} s {usage.ru_maxrss / 1024:6.0f} MiB "
                  f"exit {os.waitstatus_to_exitcode(status)} {'as it must be' if is_right else 'WRONG: ' + errors[-300:]}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs=2)
    parser.add_argument("--size", type=int, default=1_000_000_000)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    if options.measure:
        return measure(*options.words, options.size)
    write(*options.words, options.size)


if __name__ == "__main__":
    sys.exit(main())
