#!/usr/bin/env python3
"""Reads the example schedule like a stranger and classifies it again, from the rules of the contract alone.

The generator says what it intended; this test says what the rows look like. The two must agree, for the example and for
a bigger file, and the files in Examples/ must be what the generator writes today.
"""

import collections
import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Examples"
FIRST, LAST = datetime.date(2021, 3, 16), datetime.date(2021, 3, 21)
NO_ADDRESS = {"", "-", "keine", "k.a.", "nicht vorhanden", "0"}
PLACEHOLDER = re.compile(r"keine@keine\.de|(noemail|unbekannt)@.*", re.I)
PLAIN_ADDRESS = re.compile(r"[\w'+-]+(\.[\w'+-]+)*@([\w-]+\.)+[a-z]{2,}", re.I)


def classes_of(records):
    """One class per record, in the order of the contract."""
    people_at = collections.defaultdict(set)
    for r in records:
        people_at[r["E-Mail"].strip().lower()].add((r["Vorname"], r["Nachname"]))
    seen = set()
    for r in records:
        cell = r["E-Mail"].strip()
        day = datetime.datetime.strptime(r["Datum"], "%d.%m.%Y").date()
        key = (r["Buchungs-ID"], r["Datum"], r["Uhrzeit"], cell.lower())
        again = key in seen
        seen.add(key)
        if (r["Vorname"] + r["Nachname"]).lower() in ("testtest", "blocker"):
            yield "test-or-block"
        elif not FIRST <= day <= LAST:
            yield "out-of-window"
        elif r["Impfstoff"] != "AstraZeneca":
            yield "other-service"
        elif r["Status"].lower() in ("storniert", "abgesagt"):
            yield "already-cancelled"
        elif again:
            yield "duplicate"
        elif r["Status"] != "gebucht":
            yield "needs-decision"
        elif cell.lower() in NO_ADDRESS:
            yield "no-email" if r["Telefon"] else "no-contact"
        elif len(re.findall(r"\S+@\S+\w", cell)) > 1:
            yield "multi-address"
        elif not PLAIN_ADDRESS.fullmatch(cell):
            yield "invalid-email"
        elif PLACEHOLDER.fullmatch(cell):
            yield "placeholder"
        elif len(people_at[cell.lower()]) >= 5:
            yield "collective-address"
        elif not cell.partition("@")[0].isascii():
            yield "unsendable"
        else:
            yield "send"


def read(path):
    with open(path, encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


class MakeScheduleTests(unittest.TestCase):
    def generate(self, *arguments):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        output = pathlib.Path(directory.name) / "impftermine.csv"
        subprocess.run([sys.executable, EXAMPLES / "make-schedule.py", "--output", output, *arguments], check=True, capture_output=True)
        return output, output.with_suffix(".expected.json")

    def test_the_files_in_the_repository_are_what_the_generator_writes(self):
        for made in self.generate():
            self.assertEqual(made.read_bytes(), (EXAMPLES / made.name).read_bytes(), "run Examples/make-schedule.py")

    def test_rows_look_like_what_they_were_made_for(self):
        for rows in ("1730", "200", "20000"):
            with self.subTest(rows=rows):
                schedule, expected = self.generate("--rows", rows)
                expected = json.loads(expected.read_text())
                found = {str(n): name for n, name in enumerate(classes_of(read(schedule)), start=2)}
                self.assertEqual({n: (found[n], name) for n, name in expected["by_row"].items() if found[n] != name}, {})
                self.assertEqual(len(found), int(rows))
                counted = collections.Counter(expected["by_row"].values())
                self.assertEqual({name: n for name, n in expected["classes"].items() if n}, counted)

    def test_numbers_of_the_example(self):
        expected = json.loads((EXAMPLES / "impftermine.expected.json").read_text())
        self.assertEqual((expected["rows"], expected["messages"], expected["shared_addresses"]), (1730, 1494, 22))
        self.assertEqual((len(expected["classes"]), sum(expected["classes"].values())), (17, 1730))
        self.assertEqual(expected["classes"]["needs-decision"], 0, "the example must be approvable")

    def test_lines_of_a_text_editor(self):
        lines = (EXAMPLES / "impftermine.csv").read_bytes().decode("cp1252").split("\n")
        expected = json.loads((EXAMPLES / "impftermine.expected.json").read_text())
        for number, record in enumerate(read(EXAMPLES / "impftermine.csv"), start=2):
            self.assertIn(record["Buchungs-ID"], lines[expected["line_by_row"][str(number)] - 1])
        self.assertNotEqual(expected["line_by_row"]["1731"], 1731, "the example has cells with line breaks")

    def test_everybody_is_invented(self):
        reserved = re.compile(r"@(example\.(org|com|net)|([\w-]+\.)+(example|invalid)|test\.invalid)$", re.I)
        invented_phone = re.compile(r"(0|\+49 )(221[ /]?4710 ?\d{3}|30[ /]?23125 ?\d{3}|171[ /]?39200 ?\d{2})")
        for record in read(EXAMPLES / "impftermine.csv"):
            for address in re.findall(r"[^\s;,]+@[^\s;,@]+", record["E-Mail"]):
                self.assertTrue(reserved.search(address) or address == "keine@keine.de", address)
            self.assertTrue(record["Telefon"] == "" or invented_phone.fullmatch(record["Telefon"]), record["Telefon"])


if __name__ == "__main__":
    unittest.main()
