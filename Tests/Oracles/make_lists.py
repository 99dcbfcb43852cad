#!/usr/bin/env python3
"""Writes appointment lists as German offices export them, all of them honest, or with leaks planted. Shares no code with Einzelpost.

    make_lists.py FILE --family NAME [--seed 1] [--rows 2000] [--leaks 0]
    make_lists.py --families

FILE is CSV with semicolons, in UTF-8 with or without a mark in front; the same seed writes the same file. All people are made
up, all appointments are on one day. A list is honest: no cell was given a value because it is another person's. Yet in real lists
a place may bear the name of somebody who has an appointment, and a reference may be somebody's room number. How often that
happens by chance is counted under `coincidences`: for each kind of value how many values stand plainly in how many foreign cells.

Printed is JSON: family, seed, rows, date of the appointments, the options that `plan` and `cancel` need for it (from, to, as_of),
encoding, heading of the service column and its cells, coincidences, and leaks. A leak tells row, column and cell in which it was
planted, of_row (whose value it is), kind (name, address, phone, reference), how it is spelled, the value and what was written. The
heading is row 1. With --leaks the list is the one without, but for the planted cells.
"""

from __future__ import annotations

import argparse
import codecs
import collections
import csv
import dataclasses
import io
import json
import pathlib
import random

import list_families
import list_leaks
from list_families import Row

DAY = "16.03.2021"
DATE = "2021-03-16"
AS_OF = "2021-03-15T18:00"
SERVICES = {
    "Impfstoff": ["AstraZeneca", "BioNTech", "Moderna"],
    "Terminart": ["1. Impfung AstraZeneca", "2. Impfung BioNTech", "Erstimpfung", "Zweitimpfung"],
    "Dienstleistung": ["Schutzimpfung AstraZeneca", "Personalausweis beantragen", "Führungszeugnis", "Meldebescheinigung"],
    "Leistung": ["Corona-Schutzimpfung (AstraZeneca)", "Corona-Schutzimpfung (BioNTech)", "Beratung"],
    "Anlass": ["Impfung", "Nachholtermin", "Impfung Erzieherinnen und Lehrer"],
    "Besuchsgrund": ["Covid-Impfung 1. Dosis", "Covid-Impfung 2. Dosis", "PCR-Test"],
}
# References of five digits would run out.
MOST_ROWS = 50_000
COLUMNS = {"first": "Vorname", "last": "Nachname", "place": "Ort"}


@dataclasses.dataclass
class MadeList:
    """A list as it is written, and what is known of it."""

    octets: bytes
    rows: list[Row]
    facts: dict[str, object]


def cells(row: Row) -> list[str]:
    """The row as it stands in the file."""
    return [row.reference, row.first, row.last, row.email, row.phone, DAY, row.time, row.place, row.service]


def written(rows: list[Row], service: str, chance: random.Random) -> tuple[bytes, str]:
    """The file, with line ends, quotes and mark of one of the programs that export such lists; and its encoding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL if chance.random() < 0.3 else csv.QUOTE_MINIMAL,
                        lineterminator=chance.choice(["\r\n", "\r\n", "\n"]))
    writer.writerow(["Buchungsnummer", "Vorname", "Nachname", "E-Mail", "Telefon", "Datum", "Uhrzeit", "Ort", service])
    writer.writerows(cells(row) for row in rows)
    is_marked = chance.random() < 0.5
    return (codecs.BOM_UTF8 if is_marked else b"") + text.getvalue().encode(), "utf-8-sig" if is_marked else "utf-8"


def make(family: str, seed: int, count: int, leaks: int = 0) -> MadeList:
    """One list of a family."""
    chance = random.Random(f"{family}/{seed}")
    rows = list_families.KINDS[family](list_families.Desk(chance), count)
    service = chance.choice(["Impfstoff", "Impfstoff", *SERVICES])
    offered = chance.sample(SERVICES[service], chance.randint(1, len(SERVICES[service])))
    for row in rows:
        row.service = chance.choice(offered)
    met = list_leaks.coincidences(rows)
    planted = list_leaks.plant(rows, leaks, random.Random(f"{family}/{seed}/leaks"))
    octets, encoding = written(rows, service, chance)
    facts: dict[str, object] = {
        "family": family, "seed": seed, "rows": count, "date": DATE, "from": DATE, "to": DATE, "as_of": AS_OF, "encoding": encoding,
        "service_column": service, "services": dict(collections.Counter(row.service for row in rows)),
        "coincidences": {kind: {"values": len(values), "cells": values.total()} for kind, values in met.items()},
        "leaks": [dataclasses.asdict(leak) | {"column": COLUMNS[leak.column]} for leak in planted]}
    return MadeList(octets, rows, facts)


def main(arguments: list[str] | None = None) -> None:
    """Reads the options, writes the file and prints what is known of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path, nargs="?")
    parser.add_argument("--family", choices=list(list_families.KINDS))
    parser.add_argument("--families", action="store_true", help="print the names of the families")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--leaks", type=int, default=0)
    options = parser.parse_args(arguments)
    if options.families:
        return print("\n".join(list_families.KINDS))
    if not options.file or not options.family or not 1 <= options.rows <= MOST_ROWS or options.leaks < 0:
        parser.error(f"name a file and a family, between 1 and {MOST_ROWS} rows, and no fewer than 0 leaks")
    try:
        made = make(options.family, options.seed, options.rows, options.leaks)
    except ValueError as error:
        parser.error(str(error))
    options.file.write_bytes(made.octets)
    print(json.dumps(made.facts, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
