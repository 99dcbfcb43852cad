"""Schedules in which every cell is a canary: a value that stands in one row alone, so that it betrays where it came from.

Part of canary.py. Shares no code with the program; the columns and their meaning are those of the contract.
"""

import csv
import datetime
import io
import random

HEADER = ["Buchungs-ID", "Vermittlungscode", "Nachname", "Vorname", "Geb.-Datum", "E-Mail", "Telefon", "Impfzentrum", "Datum",
          "Uhrzeit", "Impfstoff", "Status", "Bemerkung"]

# A canary word is a mark that no language begins a word with, and six letters of which none is in the mark.
MARK = "qx"
LETTERS = "bcdfghjklmnprstvwz"
MOST_ROWS = 20_000

WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]

FIRST_DAY = datetime.date(2097, 3, 18)
MINUTES = range(8 * 60, 20 * 60)

# Cells that people, forms and attackers write, after the Big List of Naughty Strings. {0} is where the canary word goes.
NAUGHTY = [
    "{0}<script>alert(1)</script>", "<img src=x onerror=alert(1)>{0}", "\"><b>{0}</b>", "'>{0}<!--", "--><p>{0}", "{0}</p></body></html>",
    "<a href=\"javascript:alert(1)\">{0}</a>", "<style>*{display:none}</style>{0}", "{0} onload=\"x\"", "&lt;{0}&gt;", "&#60;{0}", "{0}&amp;",
    "{{name}} {0}", "{0} {{#termine}}{{datum}}{{/termine}}", "{{{anrede}}} {0}", "${HOME} {0}", "{0} %s%n%p", "%d {0} %%",
    "=HYPERLINK(\"x\";\"{0}\")", "=1+1 {0}", "+{0}", "-{0}", "@{0}", "{0}'--", "' OR 1=1 -- {0}", "\\\" {0}", "{0}\\", "`{0}`", "{0}; rm -rf x",
    "\u202e{0}\u202c", "\u2067{0}\u2069", "\u200b{0}\u200d", "{0}\ufeff", "{0}\u00ad{0}", "Z\u0351\u036b\u0343{0}\u0332\u0329", "e\u0301{0}\u0308",
    "\u0644\u064a\u0644\u0649 {0}", "{0} \u674e\u5c0f\u9f99", "\U0001f469\u200d\u2695\ufe0f {0} \U0001f1e9\U0001f1ea", "\ufdfa{0}", "{0}\u2028Bcc: x", "{0}\u2029x",
    "{0}\r\nBcc: opfer@example.net", "{0}\nTo: opfer@example.net", "{0}\rCc: opfer@example.net", "{0}\r\n.\r\nMAIL FROM:<x@example.net>\r\n",
    "{0}\n.\nRCPT TO:<opfer@example.net>\n", "\r\n\r\n{0}", "{0}\x0b\x0c{0}", "{0}\x85x", "\t{0}\t", "{0}\x7f", "{0}\x1b[31m", "\x01{0}",
    "=?utf-8?q?{0}?=", "=?utf-8?b?PHg+?= {0}", "{0}=0D=0A", "{0}=", "From {0}", ".{0}", "..\r\n{0}", "--=_{0}--", "{0}, x@example.net", "{0} <x@example.net>",
    "NULL {0}", "#NV {0}", "https://x.example/{0}", "www.{0}.example", "{0} " + "x" * 3000, "W" * 900 + "{0}", "{0}" + " \u00e4" * 500,
]
# An address in a cell that is printed stops the whole plan, as it must; those stand in the other columns.
QUIET = [text for text in NAUGHTY if "@" not in text]
PRINTED = ("first", "last", "site", "reference")
NAUGHTY_COLUMNS = ["first", "last", "site", "reference", "service", "remark", "code", "phone", "address"]


# What may end a header line for some reader, and what may end a message for some server (the list of smtpsmug; the last is
# the right one). A file with NUL in it is refused as a whole, so NUL is left to a schedule of its own.
BREAKS = ["\r\n", "\n\r", "\r", "\n", "\u2028", "\u2029", "\x85", "\x0b\x0c", "\r\u2028\n"]
ENDS = ["\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r.\r\n", "\r\n.\r", "\n.\r", "\r.\n", "\n\n.\n\n", "\r\n.\x0b\n", "\r\n.\r\n"]
VICTIM = "opfer"
SMUGGLED_INTO = ["first", "last", "site", "reference", "service", "remark", "address"]


def smuggling_cells(column):
    """Cells that add a header or send a second message wherever a line end is written as it stands.

    An address in a cell that is printed stops the whole plan, so there the victim is a bare name; Postfix takes that too.
    """
    victim = VICTIM if column in PRINTED else f"{VICTIM}@example.net"
    headers = [f"{{0}}{end}Bcc: {victim}{end}X-Fremd: ja{end}{end}Rumpf" for end in BREAKS]
    dialogue = f"MAIL FROM:<chef>\r\nRCPT TO:<{victim}>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\n"
    return headers + [f"{{0}}{end}{dialogue}" for end in ENDS]


def make_smuggling_rows(seed):
    """A row for every such cell in every column."""
    cells = [(column, cell) for column in SMUGGLED_INTO for cell in smuggling_cells(column)]
    rows = make_rows(len(cells), seed)
    for row, (column, cell) in zip(rows, cells):
        row["cells"][column] = put(cell, row["cells"][column], at_end=column == "reference")
        row["naughty"].append(column)
    return rows


def put(text, cell, *, at_end):
    """The cell in its place in the text. Of a reference the last four characters are printed and tell rows apart, so the
    whole of it must stay at the end."""
    return text.replace("{0}", "") + cell if at_end else text.replace("{0}", cell)


class Words:
    """Canary words, none twice."""

    def __init__(self, chance):
        self.chance, self.used = chance, set()

    def next(self):
        while True:
            word = MARK + "".join(self.chance.choices(LETTERS, k=6))
            if word not in self.used:
                self.used.add(word)
                return word


def unique(chance, count, make):
    found = {}
    while len(found) < count:
        found.setdefault(make(chance))
    return list(found)


def suffix(chance):
    return "".join(chance.choices(LETTERS.upper(), k=2)) + f"{chance.randrange(100):02}"


def phone(chance):
    # 0221 4710 belongs to the example's authority, so the digits behind 47 never begin with 10.
    return f"47{chance.randrange(200_000, 1_000_000)}"


def spoken_day(day):
    return f"{WEEKDAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}"


def spoken_time(minute):
    return f"{minute // 60}:{minute % 60:02} Uhr"


def make_rows(count, seed, *, shuffle=False, blank=0.0, shared=0.0, naughty=False):
    """The rows' canaries: dictionaries with cells as they are written, and what identifies them, in the order of the file."""
    if not 1 <= count <= MOST_ROWS:
        raise ValueError(f"between 1 and {MOST_ROWS} rows can be told apart")
    chance = random.Random(seed)
    words = Words(chance)
    # Six days are enough for a county's campaign; a bigger schedule takes more.
    starts = sorted(chance.sample(range(max(count, 6 * len(MINUTES))), count))
    births = chance.sample(range(80 * 365), count)
    suffixes, phones = unique(chance, count, suffix), unique(chance, count, phone)
    rows = [plain_row(words, *values) for values in zip(starts, births, suffixes, phones)]
    if shared:
        share_addresses(rows, shared, chance)
    if naughty:
        for row in rows:
            make_naughty(row, chance)
    if blank:
        for row in rows:
            blank_cells(row, blank, chance)
    if shuffle:
        chance.shuffle(rows)
    for number, row in enumerate(rows, start=2):
        row["row"] = number
    return rows


def plain_row(words, start, birth, suffix, phone):
    day, minute = FIRST_DAY + datetime.timedelta(days=start // len(MINUTES)), MINUTES[start % len(MINUTES)]
    birth = datetime.date(1925, 1, 1) + datetime.timedelta(days=birth)
    word = {kind: words.next() for kind in ("first", "last", "local", "domain", "site", "reference", "code", "service", "remark")}
    return {
        "words": word, "suffix": suffix, "phone": phone, "birth": birth.isoformat(), "day": day.isoformat(), "minute": minute,
        "naughty": [],
        "cells": {
            "reference": f"BZ-{word['reference']}-{suffix}", "code": word["code"], "last": word["last"].capitalize(),
            "first": word["first"].capitalize(), "birth": birth.strftime("%d.%m.%Y"),
            "address": f"{word['local']}@{word['domain']}.example", "phone": f"+49 221 {phone}", "site": f"Halle {word['site']}",
            "day": day.strftime("%d.%m.%Y"), "time": f"{minute // 60:02}:{minute % 60:02}", "service": word["service"],
            "status": "gebucht", "remark": f"Rollstuhl {word['remark']}",
        },
    }


def share_addresses(rows, share, chance):
    """Families of two to four people with one address and names of their own; five would make it collective."""
    places = chance.sample(range(len(rows)), int(len(rows) * share))
    while len(places) >= 2:
        family = [rows[places.pop()] for _ in range(min(len(places), chance.randint(2, 4)))]
        for row in family[1:]:
            for kind in ("local", "domain"):
                row["words"][kind] = family[0]["words"][kind]
            row["cells"]["address"] = family[0]["cells"]["address"]


def make_naughty(row, chance):
    # An address is rarely usable afterwards, so most rows keep theirs.
    columns = chance.sample(NAUGHTY_COLUMNS[:-1], chance.randint(1, 3)) + ["address"] * (chance.random() < 0.1)
    for column in columns:
        text = chance.choice(QUIET if column in PRINTED else NAUGHTY)
        row["cells"][column] = put(text, row["cells"][column], at_end=column == "reference")
        row["naughty"].append(column)


def blank_cells(row, share, chance):
    for column in row["cells"]:
        if chance.random() < share:
            row["cells"][column] = ""


def expectation(row):
    """True if the row must be sent, False if it must not, None if that is for the program to say."""
    cells = row["cells"]
    if row["naughty"]:
        return None
    if "" in (cells["address"], cells["day"], cells["time"]):
        return False
    # Without name, reference and status a row may rightly be somebody to ask about.
    return True if cells["status"] and (cells["first"] or cells["last"]) else None


def as_csv(rows):
    order = ["reference", "code", "last", "first", "birth", "address", "phone", "site", "day", "time", "service", "status", "remark"]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([row["cells"][column] for column in order] for row in rows)
    return file.getvalue()
