#!/usr/bin/env python3
"""Schedules of canaries, and the search for them in messages. Shares no code with Einzelpost.

    canary.py make --schedule CSV --truth JSON [--rows 1494] [--seed 1] [--shuffle] [--blank P] [--shared P] [--naughty]
    canary.py make --schedule CSV --truth JSON --smuggling
    canary.py check DIR... --truth JSON [--rows JSON] [--require KINDS]

`make` writes a schedule in which every cell of every row is a value of that row alone (name, address, telephone number,
reference, site, day and time, and a birth date and a remark that no message may hold), and what it wrote as JSON. With
--shuffle the rows stand in random order; with --blank each cell is empty with this probability; with --shared this share of
the rows are families of two to four people at one address; with --naughty up to three cells of each row hold what people,
forms and attackers write (tags, quotes, {{x}}, formulas, line ends, right-to-left, very long ...). With --smuggling there is one row for every malformed line end and end of message
in every column, each followed by what would add a header or send a second message.

`check` reads folders of .eml files, as `preview --all --output` and `send --rehearse --output` write them. Every message
must hold the values of its own row that its template prints, and nothing of any other row nor anybody's telephone number,
full reference, service, remark or birth date: in no header, part, attribute or comment, and under no disguise (entities,
percent signs, base64, quoted-printable, hex, case, accents, tags or line ends in between). All messages must have the same
headers, and the same HTML elements where their rows print the same kinds of values. Every row to be sent has exactly one
message. --rows is the JSON of `einzelpost rows`: it tells the class of rows whose class only the program can know, and
which rows one message is about; without it every row must be sent. --require lists what each part of a message must hold
(default: first,last,site,suffix,start; the suffix is the last four characters of the reference). A name is printed where
both parts are there and neither holds the "?" or U+FFFD of a lost letter.

Prints one JSON object that names files and rows, never values, and exits 1 if anything failed, 64 on wrong usage.
"""

import argparse
import collections
import json
import pathlib
import sys

import canary_schedule
from canary_reading import Index, Reading, plain, times, undisguised

PRINTED = {"first", "last", "site", "suffix"}
EVERYWHERE = ["first", "last", "site", "suffix", "start"]


def make(options):
    if options.smuggling:
        rows = canary_schedule.make_smuggling_rows(options.seed)
    else:
        rows = canary_schedule.make_rows(options.rows, options.seed, shuffle=options.shuffle, blank=options.blank,
                                         shared=options.shared, naughty=options.naughty)
    options.schedule.write_text(canary_schedule.as_csv(rows), encoding="utf-8", newline="")
    days = sorted(row["day"] for row in rows)
    truth = {"from": days[0], "to": days[-1], "rows": [row | {"must_be_sent": canary_schedule.expectation(row)} for row in rows]}
    options.truth.write_text(json.dumps(truth))
    print(json.dumps({"rows": len(rows), "from": days[0], "to": days[-1]}))
    return 0


def greets(cells):
    """Whether the message calls a person by name: both parts are there, and no letter was lost on the way."""
    return cells["first"] and cells["last"] and not set("?\ufffd") & set(cells["first"] + cells["last"])


def names(cells):
    """Whether the message says for whom it is, by one part of the name at least."""
    return bool((cells["first"] + cells["last"]).strip()) and not set("?\ufffd") & set(cells["first"] + cells["last"])


class Letter:
    """What one message is about: one row, or several of one person."""

    def __init__(self, rows):
        self.rows, self.numbers, self.files = rows, {row["row"] for row in rows}, []
        # What stands around an address in its cell is no part of it.
        self.address = plain(rows[0]["cells"]["address"]).strip()

    def words(self):
        """What must be printed. A greeting is right without a name, so half a name need not be."""
        for row in self.rows:
            cells = row["cells"]
            for kind in ("first", "last", "site"):
                if cells["site"] if kind == "site" else greets(cells):
                    yield kind, row["words"][kind]

    def shape(self):
        """Which values are there to be printed; messages of one shape have the same elements."""
        return tuple((names(row["cells"]), *(bool(row["cells"][kind].strip()) for kind in ("site", "reference"))) for row in self.rows)


class Checker:
    def __init__(self, truth, classes=None, require=EVERYWHERE):
        self.index, self.require = Index(truth["rows"]), require
        self.failures, self.headers, self.shapes = [], collections.Counter(), collections.defaultdict(collections.Counter)
        self.by_address = collections.defaultdict(list)
        self.letters = list(self.planned(truth["rows"], classes))
        for letter in self.letters:
            self.by_address[letter.address].append(letter)

    def fail(self, check, what, file=None, row=None):
        failure = {"check": check, "file": file, "row": row, "what": what}
        if failure not in self.failures[-20:]:
            self.failures.append(failure)

    def planned(self, rows, classes):
        """The messages there must be. Classes are believed only where a row leaves open what it should become."""
        together = collections.defaultdict(list)
        for row in rows:
            number, said = row["row"], classes and classes.get(row["row"])
            sent = said["class"] == "send" if said else classes is None
            if row["must_be_sent"] not in (None, sent):
                self.fail("class", "is sent and must not be" if sent else "must be sent and is not", row=number)
            if sent:
                together[said["message"] if said else number].append(row)
        for group in together.values():
            people = {tuple(plain(row["cells"][kind]) for kind in ("address", "first", "last")) for row in group}
            if len(people) > 1:
                self.fail("merged", "one message for different people", row=group[0]["row"])
            yield Letter(group)

    def check(self, folder):
        for letter in self.letters:
            letter.files = []
        files = sorted(folder.glob("*.eml"))
        for path in files:
            self.check_message(Reading(path))
        for letter in self.letters:
            if len(letter.files) != 1:
                self.fail("missing" if not letter.files else "doubled", f"{len(letter.files)} messages instead of one in {folder.name}",
                          row=letter.rows[0]["row"])
        for what, counts in [("headers", self.headers), *(("elements", counts) for counts in self.shapes.values())]:
            if len(counts) > 1:
                self.fail("form", f"{len(counts)} different sets of {what}; the rarest in {counts.most_common()[-1][1]} messages")
        return len(files)

    def check_message(self, reading):
        file = reading.path.name
        self.check_form(reading)
        found = {place: list(self.index.canaries(undisguised(text), place=place))
                 for place, text in reading.texts().items()}
        letter = self.letter_for(reading, [canary for canaries in found.values() for canary in canaries])
        if letter is None:
            self.fail("recipient", "no row with this address is to be sent", file)
        else:
            letter.files.append(file)
            self.check_own(reading, letter)
            self.shapes[letter.shape()].update(reading.shapes)
        for place, canaries in found.items():
            self.check_foreign(place, canaries, letter, file)

    def letter_for(self, reading, canaries):
        """The address tells, and among people with one address what stands in the message."""
        addresses = reading.recipients if reading.recipients is not None else reading.addresses
        candidates = self.by_address.get(plain(addresses[0]), []) if len(addresses) == 1 else []
        rows = [row for kind, rows in canaries if kind in PRINTED for row in rows]
        days = {day for kind, day in canaries if kind == "day"}

        def likeness(letter):
            return sum(row in letter.numbers for row in rows), len({row["day"] for row in letter.rows} & days), -len(letter.files)
        return max(candidates, key=likeness, default=None)

    def check_form(self, reading):
        file, raw = reading.path.name, reading.raw
        if not raw.isascii() or b"\0" in raw or b"\r" in raw.replace(b"\r\n", b"") or b"\n" in raw.replace(b"\r\n", b""):
            self.fail("form", "an octet beyond ASCII, a NUL, or a bare CR or LF", file)
        if len(reading.addresses) != 1:
            self.fail("recipient", f"{len(reading.addresses)} addresses in To", file)
        if reading.recipients is not None and [plain(address) for address in reading.recipients] != [plain(a) for a in reading.addresses]:
            self.fail("recipient", f"{len(reading.recipients)} envelope recipients that are not the address in To", file)
        self.headers[tuple(name.lower() for part in reading.message.walk() for name in part.keys())] += 1

    def check_own(self, reading, letter):
        """Everything printed must be there, in every part; with the very letters where the cell is an ordinary one."""
        file = reading.path.name
        for part, seen in zip(reading.parts, reading.seen):
            kind, text = part.get_content_type(), plain(seen)
            for value, word in letter.words():
                if value in self.require and word not in text:
                    self.fail("own", f"the row's own {value} is not in the {kind}", file, letter.rows[0]["row"])
            for row in letter.rows:
                self.check_row(row, seen, kind, file)
            if not times(text) <= {row["minute"] for row in letter.rows}:
                self.fail("own", f"a time that is not this person's appointment, in the {kind}", file, letter.rows[0]["row"])

    def check_row(self, row, seen, kind, file):
        cells, expected = row["cells"], []
        if "suffix" in self.require and cells["reference"]:
            expected.append(("suffix", row["suffix"]))
        if "start" in self.require:
            day = canary_schedule.datetime.date.fromisoformat(row["day"])
            expected.append(("start", f"{canary_schedule.spoken_day(day)}, {canary_schedule.spoken_time(row['minute'])}"))
        if {"first", "last"} <= set(self.require) and cells["first"] and cells["last"] and not row["naughty"]:
            expected.append(("name", f"{cells['first']} {cells['last']}"))
        for value, text in expected:
            if text not in seen:
                self.fail("own", f"the row's own {value} is not in the {kind}", file, row["row"])

    def check_foreign(self, place, canaries, letter, file):
        own, days = (letter.numbers, {row["day"] for row in letter.rows}) if letter else (set(), set())
        number = min(own, default=None)
        for kind, rows in canaries:
            if kind == "day":
                if rows not in days:
                    self.fail("foreign", f"a date that is not this person's appointment, in the {place}", file, number)
            elif not rows & own:
                self.fail("foreign", f"{kind} of row {min(rows)}, in the {place}", file, number)
            elif kind not in PRINTED and not (place == "source" and kind in ("local", "domain")):
                self.fail("private", f"the row's own {kind}, in the {place}", file, number)


def check(options):
    truth = json.loads(options.truth.read_text())
    classes = {row["row"]: row for row in json.loads(options.rows.read_text())["rows"]} if options.rows else None
    checker = Checker(truth, classes, options.require.split(","))
    counts = {folder.name: checker.check(folder) for folder in options.folders}
    by_check = collections.Counter(failure["check"] for failure in checker.failures)
    print(json.dumps({"ok": not checker.failures and len(checker.letters) > 0, "rows": len(truth["rows"]), "expected": len(checker.letters),
                      "messages": counts, "failures_by_check": dict(sorted(by_check.items())), "failures": checker.failures[:options.most]}))
    return 0 if not checker.failures and checker.letters else 1


def probability(text):
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("must lie between 0 and 1")
    return value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda text: (print(f"canary: {text}", file=sys.stderr), sys.exit(64))
    commands = parser.add_subparsers(required=True)
    maker = commands.add_parser("make")
    maker.add_argument("--schedule", type=pathlib.Path, required=True)
    maker.add_argument("--truth", type=pathlib.Path, required=True)
    maker.add_argument("--rows", type=int, default=1494)
    maker.add_argument("--seed", type=int, default=1)
    maker.add_argument("--blank", type=probability, default=0)
    maker.add_argument("--shared", type=probability, default=0)
    maker.add_argument("--shuffle", action="store_true")
    maker.add_argument("--naughty", action="store_true")
    maker.add_argument("--smuggling", action="store_true")
    maker.set_defaults(run=make)
    checker = commands.add_parser("check")
    checker.add_argument("folders", nargs="+", type=pathlib.Path, metavar="DIR")
    checker.add_argument("--truth", type=pathlib.Path, required=True)
    checker.add_argument("--rows", type=pathlib.Path)
    checker.add_argument("--require", default=",".join(EVERYWHERE))
    checker.add_argument("--most", type=int, default=50)
    checker.set_defaults(run=check)
    options = parser.parse_args()
    try:
        sys.exit(options.run(options))
    except (OSError, ValueError, KeyError) as error:
        print(f"canary: {error}", file=sys.stderr)
        sys.exit(64)


if __name__ == "__main__":
    main()
