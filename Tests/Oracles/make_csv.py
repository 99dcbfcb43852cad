#!/usr/bin/env python3
"""Writes CSV files of every kind, and what Python's csv module reads from them. Shares no code with Einzelpost.

    make_csv.py FOLDER [--files 2000] [--seed 1]

Every file has its own encoding, delimiter, newline, quoting and faults; the same seed writes the same files. FOLDER/expected.json
holds for each file its encoding and delimiter and either its records (row and line on which each begins, and its cells, null
for one with bytes that are no text), as `csv.reader` has them, or why the file must be refused and on which line. Those
reasons are the purposes of docs/csv.md:

    stray-quote     a quote inside a field without quotes, which Python takes as it is
    behind-quote    text behind a closing quote: Python's csv refuses it only when it is strict
    unclosed-quote  likewise
    long-field      more than 64 KiB
    many-columns    more than 256
    nul             a NUL, which Python takes as it is
    cut-off         UTF-16 that ends within a character
"""

import argparse
import codecs
import collections
import csv
import io
import json
import pathlib
import random
import re

csv.field_size_limit(1 << 20)

# The name the program has for it, the one Python has, and the mark in front.
ENCODINGS = [
    ("utf-8", "utf-8", b""),
    ("utf-8-sig", "utf-8", codecs.BOM_UTF8),
    ("utf-16le", "utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16le", "utf-16-le", b""),
    ("utf-16be", "utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16be", "utf-16-be", b""),
    ("windows-1252", "cp1252", b""),
    ("iso-8859-15", "iso8859-15", b""),
    ("cp850", "cp850", b""),
    ("macintosh", "mac_roman", b""),
]

HEADERS = [
    ["Buchungs-ID", "Nachname", "Vorname", "E-Mail", "Telefon", "Datum", "Uhrzeit", "Bemerkung"],
    ["Nachname", "Vorname", "E-Mail", "Termin", "Impfstoff", "Bemerkung"],
    ["Name", "E-Mail", "Telefon", "Datum", "Uhrzeit", "Standort", "Status", "Bemerkung", "Straße"],
    ["Customer Name", "Customer Email", "Date Time", "Service", "Bemerkung"],
]

LAST = """Müller Schröder Krüger Jäger Köhler Böhm Günther Weiß Groß Königsmann Schäfer Möller Hübner Öztürk Übelacker Ärzteblatt
Großmann Süß Strauß Bär Löwe Fröhlich Höß Kühn Büşra Đorđević Miš Žižek Šimić Cœur Lefèvre Muñoz García Łukasz Nguyễn
Ørsted Åkesson Beispiel Mustermann-Krüger von\u00a0Groß O'Neill""".split()
FIRST = """Jörg Käthe Björn Günter Jürgen Sören Änne Özlem Ümit Zoë René Anaïs Hélène François Erika Max Layla Søren Bärbel Dušan
Håkan Müşerref Ångström Ülkü""".split()
FREE = list("äöüßÄÖÜéèçñ€§°„“”–… '`&%=+-@#/\\abcXYZ019()[]{}<>") + ["kommt mit Hund", "ruft zurück", "für Frühschicht"]
UNICODE = FREE + ["\u200b", "\u2028", "\u0085", "\U0001f489", "日本", "e\u0301", "שלום", "\u202e", "\ufeff", "\U00010348", "\x0b", "\x0c", "\x1c", "\x7f"]
BREAKS = ["\r\n", "\n", "\r"]


class Writer:
    """One file: its bytes, and what must be read from them."""

    def __init__(self, random, number):
        self.random = random
        self.encoding, self.codec, self.mark = random.choice(ENCODINGS)
        self.is_unicode = self.codec.startswith("utf")
        self.delimiter = random.choice(";;;,,\t|")
        self.newline = random.choice(BREAKS + [None])
        self.quoting = random.choice(["needed", "some", "all"])
        self.lines = []
        self.purpose, self.fault_at = None, None
        self.is_damaged = False

    def text(self):
        return "".join(self.lines)

    def can(self, text):
        try:
            text.encode(self.codec)
            return True
        except UnicodeEncodeError:
            return False

    def pick(self, choices):
        while True:
            choice = self.random.choice(choices)
            if self.can(choice):
                return choice

    def free_text(self):
        pool = (UNICODE if self.is_unicode else FREE) + ['"', '""', self.delimiter, ";", ",", "\t", "|", " ", "  "] + BREAKS
        return "".join(self.pick(pool) for _ in range(self.random.randrange(12)))

    def cell(self, name, number):
        draw = self.random.random()
        if draw < 0.06:
            return ""
        if draw < 0.09:
            return self.random.choice([" ", "  x", "x ", "\t", "-", '"', '""', '";"', "\n", "\r\n", "=1+1", "'"])
        if "mail" in name.lower():
            return f"person.{number}@example.org"
        if name in ("Nachname", "Name", "Customer Name"):
            # An apostrophe of hand-kept lists: in Latin-9 its byte is a letter.
            if self.codec == "cp1252" and self.random.random() < 0.03:
                return "D´Angelo"
            return self.pick(LAST)
        if name == "Vorname":
            return self.pick(FIRST)
        if name in ("Datum", "Termin", "Date Time"):
            return f"{self.random.randint(1, 28):02}.03.2021"
        if name == "Uhrzeit":
            return f"{self.random.randint(8, 17):02}:{self.random.randrange(0, 60, 5):02}"
        if name == "Bemerkung" and self.random.random() < 0.5:
            return self.free_text()
        return f"{name[:1].upper()}{number}"

    def written(self, cell, is_alone=False):
        must = any(mark in cell for mark in ('"', self.delimiter, "\r", "\n")) or (is_alone and not cell)
        if must or self.quoting == "all" or (self.quoting == "some" and self.random.random() < 0.3):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def add(self, fields):
        """A row of fields as they stand in the file."""
        self.lines.append(self.delimiter.join(fields) + (self.newline or self.random.choice(BREAKS)))

    def add_row(self, cells):
        self.add([self.written(cell, len(cells) == 1) for cell in cells])

    def fill(self):
        header = [name for name in self.random.choice(HEADERS)]
        is_separated = self.random.random() < 0.1
        if is_separated:
            line = f"sep={self.delimiter}"
            self.lines.append((f'"{line}"' if self.random.random() < 0.3 else line) + (self.newline or self.random.choice(BREAKS)))
        if self.random.random() < 0.1:
            self.add_row(["Terminliste für KW 11"] + [""] * (len(header) - 1))
        if self.random.random() < 0.05:
            self.lines.append(self.newline or "\n")
        self.add_row(header)
        rows = self.random.randint(1, 24)
        fault = self.random.choice(FAULTS) if self.random.random() < 0.15 else None
        place = rows - 1 if fault == "unclosed-quote" else self.random.randrange(rows)
        for number in range(rows):
            if self.random.random() < 0.02:
                self.lines.append(self.newline or self.random.choice(BREAKS))
            cells = [self.cell(name, number) for name in header]
            # A name with an umlaut in each file, or nothing would tell its encoding.
            if number == 0:
                at = next(i for i, name in enumerate(header) if "ame" in name)
                cells[at] = self.random.choice(["Müller", "Schröder", "Jäger", "Weiß", "Günther-Böhm"])
            if self.random.random() < 0.02:
                cells = cells[:-1] if self.random.random() < 0.5 else cells + ["mehr"]
            fields = [self.written(cell, len(cells) == 1) for cell in cells]
            if fault and number == place:
                fields = self.spoil(fault, fields)
            self.add(fields)
        if self.random.random() < 0.2 and self.purpose != "unclosed-quote":
            self.lines[-1] = self.lines[-1].rstrip("\r\n")
        return is_separated

    def spoil(self, fault, fields):
        at = self.random.randrange(1, len(fields))
        spoilt = list(fields)
        self.purpose = fault
        if fault == "stray-quote":
            spoilt[at] = self.random.choice(['ab"c', 'ab"', ' "abc"', 'a""b', 'Straße "Am Markt"'])
        elif fault == "behind-quote":
            spoilt[at] = self.random.choice(['"ab"c', '"ab" ', '"a""b"c', '""x', '"ab"c"', '"a\nb" c'])
        elif fault == "unclosed-quote":
            spoilt = fields[:at] + ['"ab' + self.random.choice(["", '""', "\nc"])]
        elif fault == "long-field":
            spoilt[at] = self.random.choice(["x" * 65_537, '"' + "x\n" * 32_769 + '"', "ü" * 32_769])
        elif fault == "many-columns":
            spoilt = fields + ["x"] * (257 - len(fields))
        elif fault == "nul":
            spoilt[at] = "a\0b"
        elif fault == "cut-off":
            self.purpose = fault if self.codec.startswith("utf-16") else None
        elif fault == "damaged":
            self.purpose, self.is_damaged = None, self.codec == "utf-8"
            if self.is_damaged:
                spoilt[at] = "M" + self.random.choice(["\udcfc", "\udcff", "\udcc3"]) + "ller"
        self.fault_at = len(self.text()) + len(self.delimiter.join(spoilt[:at] + [""]))
        if fault == "behind-quote":
            # The line of what follows the closing quote.
            self.fault_at += len(spoilt[at]) - 1
        if fault == "many-columns":
            # The last of the columns stands where the row ends.
            self.fault_at = len(self.text()) + len(self.delimiter.join(spoilt))
        return spoilt

    def octets(self, text):
        octets = self.mark + text.encode(self.codec, "surrogateescape" if self.is_damaged else "strict")
        if self.purpose == "cut-off":
            return octets + ("\U0001f489".encode(self.codec)[:2] if self.random.random() < 0.5 else b"x")
        return octets


FAULTS = ["stray-quote"] * 4 + ["behind-quote"] * 4 + ["unclosed-quote"] * 4 + ["nul", "cut-off", "many-columns", "damaged", "damaged"] * 2 + ["long-field"]


def lines_before(text):
    return len(re.findall("\r\n|\r|\n", text))


def read(octets, codec, mark, delimiter, is_separated, errors="strict", strict=True):
    """What Python makes of the bytes alone, told how they are encoded and separated."""
    text = octets[len(mark):].decode(codec, errors)
    skipped = 0
    if is_separated:
        end = re.search("\r\n|\r|\n", text).end()
        text, skipped = text[end:], 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    records, line = [], 1
    for row, cells in enumerate(reader, start=1):
        # Python has blank lines as records without cells; here they are rows, but no records.
        if cells:
            shown = [None if re.search("[\udc80-\udcff]", cell) else cell for cell in cells]
            records.append({"row": row, "line": line + skipped, "cells": shown})
        line = reader.line_num + 1
    return records


def make(number, seed):
    chance = random.Random(f"{seed}/{number}")
    writer = Writer(chance, number)
    is_separated = writer.fill()
    text = writer.text()
    octets = writer.octets(text)
    expected = {"encoding": writer.encoding, "delimiter": writer.delimiter, "purpose": writer.purpose, "line": None, "records": []}
    if writer.purpose is None:
        errors = "surrogateescape" if writer.is_damaged else "strict"
        expected["records"] = read(octets, writer.codec, writer.mark, writer.delimiter, is_separated, errors)
    elif writer.purpose == "cut-off":
        expected["line"] = lines_before(text) + 1
    else:
        expected["line"] = lines_before(text[:writer.fault_at]) + 1
        if writer.purpose == "long-field" and text[writer.fault_at] == '"':
            # Where a field becomes too long inside quotes, the quote is taken for one that nobody closed.
            expected["purpose"] = "unclosed-quote"
    return octets, expected, is_separated, writer


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    expectations, counts = [], collections.Counter()
    for number in range(options.files):
        octets, expected, _, _ = make(number, options.seed)
        name = f"{number:05}.csv"
        (options.folder / name).write_bytes(octets)
        expectations.append({"name": name} | expected)
        counts[expected["purpose"] or "read"] += 1
    (options.folder / "expected.json").write_text(json.dumps(expectations))
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
