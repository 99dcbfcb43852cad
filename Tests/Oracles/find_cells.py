#!/usr/bin/env python3
"""Looks for cells of a schedule where none may stand: in a program's output, or in its files.

    find_cells.py SCHEDULE [--column NAME]... PATH...

PATH is a file, or a folder with everything in it. Without --column every personal column is looked for. Cells shorter than
five characters and the rows of tests and blockers are left out. Prints one JSON object that names files, columns and rows,
never a cell, and exits 1 if anything was found.
"""

import argparse
import csv
import json
import pathlib
import sys

PERSONAL = ["Buchungs-ID", "Vermittlungscode", "Nachname", "Vorname", "Geb.-Datum", "E-Mail", "Telefon", "Bemerkung"]
# Cells that say that there is nothing.
EMPTY = {"keine", "nicht vorhanden"}


def cells(schedule, columns):
    """Every different cell with the first place it stands at."""
    found = {}
    with open(schedule, encoding="cp1252", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";"), start=2):
            if row.get("Nachname", "").lower() in ("test", "blocker"):
                continue
            for column in columns:
                cell = row.get(column, "").strip()
                if len(cell) >= 5 and cell not in EMPTY:
                    found.setdefault(cell, (column, number))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schedule")
    parser.add_argument("--column", action="append")
    parser.add_argument("path", nargs="+", type=pathlib.Path)
    options = parser.parse_args()

    wanted = cells(options.schedule, options.column or PERSONAL)
    files = [file for path in options.path for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.is_file()]
    found = []
    for file in files:
        contents = file.read_bytes()
        for cell, (column, row) in wanted.items():
            if any(cell.encode(encoding) in contents for encoding in ("utf-8", "cp1252")):
                found.append({"file": str(file), "column": column, "row": row})
    print(json.dumps({"cells": len(wanted), "files": len(files), "found": len(found), "first": found[:10]}))
    sys.exit(1 if found else 0)


main()
