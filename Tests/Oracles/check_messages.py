#!/usr/bin/env python3
"""Checks finished messages against the schedule they came from. Shares no code with the program.

    check_messages.py DIR --schedule impftermine.csv --expected impftermine.expected.json

DIR holds NNNNNN.eml and NNNNNN.envelope.json ({"mail_from": "...", "rcpt_to": ["..."]}) as the rehearsal server writes
them. A directory of .eml files without envelopes (`einzelpost preview --all --output DIR`) is checked by its headers.

What is checked, per message: one RCPT, one bare address in To and the two the same; only the headers of the closed
list; bytes (ASCII, CRLF, line lengths, no line beginning with a dot); text and HTML; the row's own name, date and time;
nothing of any other row (address, phone number, Buchungs-ID, Vermittlungscode, name at a shared address) in any header,
part, comment, attribute or encoding; no birth date, no vaccine. Over all messages: every `send` row of --expected has
exactly one message (people with several appointments: one that lists them all), and no Message-ID occurs twice.

Prints one JSON object to standard output and exits 1 if anything failed, 64 on wrong usage. It names files and rows,
never values. Without --expected nobody can be found missing, and "missing" is null.
"""

import argparse
import base64
import binascii
import collections
import csv
import datetime
import email
import email.policy
import email.utils
import html
import html.parser
import io
import json
import pathlib
import re
import sys
import unicodedata
import urllib.parse

try:
    import idna                     # optional; see requirements.txt
except ImportError:
    idna = None

# IDNA 2008, for when the package is not there. Python's own "idna" codec is IDNA 2003 and wrong for ß.
KNOWN_DOMAINS = {"müller.example": "xn--mller-kva.example", "straße.example": "xn--strae-oqa.example"}

HEADERS_ONCE = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type", "auto-submitted"}
HEADERS_ALLOWED = HEADERS_ONCE | {"reply-to", "x-auto-response-suppress"}      # and Content-*
PART_HEADER = re.compile(r"content-[a-z-]+\Z")

WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]
SPOKEN_DATE = rf"(?:{'|'.join(WEEKDAYS)}), \d\d?\. (?:{'|'.join(MONTHS)}) \d{{4}}"
SPOKEN_START = re.compile(rf"({SPOKEN_DATE}) ?,? (?:um )?(\d\d?:\d\d Uhr)")
SPOKEN_DATE = re.compile(SPOKEN_DATE)
NUMERIC_DATE = re.compile(r"(?<!\d)(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")
VACCINES = ["astra", "azd1222", "vaxzevria", "chadox", "vektorimpfstoff", "biontech", "pfizer", "comirnaty", "bnt162",
            "moderna", "spikevax", "mrna-1273", "janssen", "johnson"]

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
DIGIT_RUN = re.compile(r"\+?\d(?:[\s\u00a0()/.\-]*\d){5,}")
BASE64_RUN = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
GRAM = 6                            # every value looked for is at least this long


# The schedule

class Row:
    def __init__(self, number, cells):
        self.number = number
        clean = {name: " ".join(INVISIBLE.sub("", cell).split()) for name, cell in cells.items()}
        self.address = clean.get("E-Mail", "").removeprefix("mailto:").strip("<>")
        self.phone = clean.get("Telefon", "")
        self.booking = clean.get("Buchungs-ID", "")
        self.code = clean.get("Vermittlungscode", "")
        self.birth = clean.get("Geb.-Datum", "")
        self.vaccine = clean.get("Impfstoff", "")
        self.name = " ".join(part for part in (clean.get("Vorname", ""), clean.get("Nachname", "")) if part)
        try:
            day = datetime.datetime.strptime(clean.get("Datum", ""), "%d.%m.%Y").date()
            hour, minute = clean.get("Uhrzeit", "").split(":")
            self.start = (f"{WEEKDAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}", f"{int(hour)}:{minute} Uhr")
            self.day = day
        except ValueError:
            self.start, self.day = None, None

    @property
    def mailbox(self):
        return normal_address(self.address)

    def private_values(self):
        """What no other person's message may contain, normalised as `Views` does."""
        cells = [cell for cell in re.split(r"[;,/ ]+", self.address) if "@" in cell or "." in cell]
        values = [("address", text) for cell in cells for text in spellings(cell)]
        values += [("phone", national_digits(self.phone)), ("booking id", fold(self.booking)), ("code", fold(self.code))]
        return [(kind, value) for kind, value in values if len(value) >= GRAM]


def read_schedule(path):
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    for needed in ("E-Mail", "Nachname", "Datum", "Uhrzeit"):
        if needed not in records[0]:
            raise ValueError(f"the first line of {path.name} has no column {needed}; this oracle reads the columns of "
                             "Examples/impftermine.csv")
    return [Row(number, dict(zip(records[0], record))) for number, record in enumerate(records[1:], start=2)]


# Values, brought to one form

def fold(text):
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def to_ascii_domain(domain):
    domain = unicodedata.normalize("NFC", domain).casefold() if "ß" not in domain else domain.lower()
    if domain.isascii():
        return domain
    if idna:
        try:
            return idna.encode(domain, uts46=True, transitional=False).decode()
        except idna.IDNAError:
            return domain
    return KNOWN_DOMAINS.get(domain, domain)


def normal_address(address):
    """One key per mailbox: domain in ASCII and lower case; local part without case, as most providers deliver it."""
    local, _, domain = address.strip().rpartition("@")
    return f"{local.casefold()}@{to_ascii_domain(domain)}"


def exact_address(address):
    """As an envelope must carry it: the local part as it stands, the domain in ASCII and lower case."""
    local, _, domain = address.strip().rpartition("@")
    return f"{local}@{to_ascii_domain(domain)}"


def spellings(address):
    return {fold(address), fold(exact_address(address))}


def national_digits(phone):
    """Digits without country code and leading zeros, so that +49 221 and 0221 are one number."""
    digits = re.sub(r"\D", "", phone)
    if phone.lstrip().startswith("+49"):
        digits = digits[2:]
    elif digits.startswith("0049"):
        digits = digits[4:]
    return digits.lstrip("0")


def birth_spellings(text):
    try:
        day = datetime.datetime.strptime(text, "%d.%m.%Y").date()
    except ValueError:
        return []
    return [f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}",
            fold(f"{day.day}. {MONTHS[day.month - 1]} {day.year}")]


class ValueIndex:
    """Finds any of many thousand values in a text: each value is known by its rarest six letters."""

    def __init__(self, values):
        frequency = collections.Counter(gram for value in values for gram in grams(value))
        self.by_gram = collections.defaultdict(list)
        for value in values:
            self.by_gram[min(grams(value), key=lambda gram: (frequency[gram], gram))].append(value)
        self.keys = set(self.by_gram)

    def found_in(self, text):
        return {value for gram in self.keys & grams(text) for value in self.by_gram[gram] if value in text}


def grams(text):
    return {text[i:i + GRAM] for i in range(len(text) - GRAM + 1)}


# One message

class TextOfHTML(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.skipped = [], 0

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in ("style", "script", "title")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("style", "script", "title")

    def handle_data(self, data):
        if not self.skipped:
            self.pieces.append(data)


def visible_text(source):
    """What a reader sees; tags become blanks, so that table cells stay apart."""
    parser = TextOfHTML()
    parser.feed(source)
    parser.close()
    return " ".join(" ".join(parser.pieces).split())


class Message:
    def __init__(self, path):
        self.path, self.failures, self.people = path, [], []
        self.raw = path.read_bytes()
        envelope = path.with_suffix(".envelope.json")
        self.envelope = json.loads(envelope.read_text()) if envelope.exists() else None
        self.parsed = email.message_from_bytes(self.raw, policy=email.policy.default)
        self.text, self.html, self.rcpt, self.row = "", "", None, None

    def fail(self, check, what):
        self.failures.append((check, what))

    def check_form(self):
        self.check_bytes()
        self.check_headers()
        self.check_recipient()
        self.check_parts()

    def check_bytes(self):
        raw = self.raw
        if not raw.isascii():
            self.fail("bytes", "a byte that is not ASCII")
        if b"\0" in raw:
            self.fail("bytes", "a NUL byte")
        if b"\r" in raw.replace(b"\r\n", b"") or b"\n" in raw.replace(b"\r\n", b""):
            self.fail("bytes", "a bare CR or LF")
        if not raw.endswith(b"\r\n"):
            self.fail("bytes", "the last line is not ended by CRLF")
        head, _, body = raw.partition(b"\r\n\r\n")
        if any(len(line) > 998 for line in head.split(b"\r\n")):
            self.fail("bytes", "a header line longer than 998 bytes")
        if any(len(line) > 76 for line in body.split(b"\r\n")):
            self.fail("bytes", "a body line longer than 76 bytes")
        if raw.startswith(b".") or b"\n." in raw:
            self.fail("bytes", "a line that begins with a dot")

    def check_headers(self):
        names = collections.Counter(name.lower() for name in self.parsed.keys())
        for name, count in names.items():
            if name not in HEADERS_ALLOWED and not PART_HEADER.match(name):
                self.fail("headers", "a header outside the closed list" if not name.startswith(("cc", "bcc", "resent-"))
                          else "Cc, Bcc or Resent-*")
            if count > 1:
                self.fail("headers", "a header that stands twice")
        for name in sorted(HEADERS_ONCE - set(names)):
            self.fail("headers", f"no {name} header")
        if self.parsed.get("auto-submitted", "auto-generated").strip() != "auto-generated":
            self.fail("headers", "Auto-Submitted is not auto-generated")
        if not re.fullmatch(r"<[!-;=?A-~]+@[!-;=?A-~]+>", self.parsed.get("message-id", "<a@b>").strip()):
            self.fail("headers", "Message-ID has the wrong form")
        try:
            email.utils.parsedate_to_datetime(self.parsed.get("date", "Mon, 15 Mar 2021 18:00:00 +0100"))
        except ValueError:
            self.fail("headers", "Date cannot be read")
        for part in self.parsed.walk():
            if part.defects:
                self.fail("defects", "Python's parser reports " + ", ".join(sorted({type(d).__name__ for d in part.defects})))
            if part is not self.parsed and any(not PART_HEADER.match(name.lower()) for name in part.keys()):
                self.fail("headers", "a part with a header other than Content-*")
            for name in part.keys():
                if part[name].defects:
                    self.fail("defects", f"Python's parser reports a defect in {name if name.lower() in HEADERS_ALLOWED else 'a header'}")

    def check_recipient(self):
        to = self.parsed.get_all("to", [])
        mailboxes = [mailbox for header in to for mailbox in header.addresses]
        if len(to) != 1 or len(mailboxes) != 1:
            self.fail("recipient", f"{len(mailboxes)} addresses in {len(to)} To headers instead of one in one")
        elif str(to[0]).strip() != mailboxes[0].addr_spec:
            self.fail("recipient", "To is not a bare address")
        if self.envelope is not None:
            rcpt = self.envelope.get("rcpt_to", [])
            if len(rcpt) != 1:
                self.fail("recipient", f"{len(rcpt)} envelope recipients instead of one")
            elif not rcpt[0].isascii() or rcpt[0] != rcpt[0].strip() or rcpt[0].count("@") != 1:
                self.fail("recipient", "the envelope recipient is not a plain ASCII address")
            elif len(mailboxes) == 1 and exact_address(rcpt[0]) != exact_address(mailboxes[0].addr_spec):
                self.fail("recipient", "To and envelope recipient differ")
            self.rcpt = rcpt[0] if len(rcpt) == 1 else None
            self.recipients = len(rcpt)
        else:
            self.rcpt = mailboxes[0].addr_spec if len(mailboxes) == 1 else None
            self.recipients = len(mailboxes)

    def check_parts(self):
        parts = list(self.parsed.walk())
        if [part.get_content_type() for part in parts] != ["multipart/alternative", "text/plain", "text/html"]:
            self.fail("structure", "not multipart/alternative with text/plain, then text/html")
        for part in parts:
            if part.is_multipart():
                continue
            if (part.get_content_charset() or "").lower() != "utf-8":
                self.fail("structure", "a part whose charset is not utf-8")
            if part.get_content_disposition() == "attachment" or part.get_filename():
                self.fail("structure", "an attachment")
            try:
                content = part.get_payload(decode=True).decode("utf-8")
            except UnicodeDecodeError:
                self.fail("structure", "a part that is not valid UTF-8")
                content = part.get_payload(decode=True).decode("latin-1")
            if part.get_content_type() == "text/plain":
                self.text += content
            else:
                self.html += content
        for missing in ("text", "html"):
            if not getattr(self, missing).strip():
                self.fail("structure", f"the {missing} part is empty")

    def places(self):
        """Every text in which a foreign value could hide, by place."""
        headers = "\n".join(f"{name}: {value}" for part in self.parsed.walk() for name, value in part.items())
        outside = "\n".join(text for part in self.parsed.walk() for text in (part.preamble, part.epilogue) if text)
        envelope = " ".join([self.envelope.get("mail_from", ""), *self.envelope.get("rcpt_to", [])]) if self.envelope else ""
        return {"headers": headers, "text": self.text, "html": self.html, "source": self.raw.decode("latin-1"),
                "outside the parts": outside, "envelope": envelope}


def unwrapped(text):
    """The text, and what is left when each layer of disguise is taken off: entities, percent signs, base64, tags, blanks."""
    layers = [text]
    for _ in range(3):                                      # twice-encoded values too
        inner = urllib.parse.unquote(html.unescape(layers[-1]))
        if inner == layers[-1]:
            break
        layers.append(inner)
    for run in BASE64_RUN.findall(layers[-1]):
        try:
            layers.append(base64.b64decode(run + "=" * (-len(run) % 4)).decode("utf-8"))
        except (binascii.Error, UnicodeDecodeError):
            pass
    return layers


def squeezed(text):
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", text))


class Checker:
    def __init__(self, rows, send_rows, own=()):
        self.rows = rows
        self.owners = collections.defaultdict(set)          # value -> rows it belongs to
        self.kinds = {}
        for row in rows:
            for kind, value in row.private_values():
                self.owners[value].add(row.number)
                self.kinds[value] = kind
        self.index = ValueIndex([value for value, kind in self.kinds.items() if kind != "phone"])
        self.phones = ValueIndex([value for value, kind in self.kinds.items() if kind == "phone"])
        self.births = ValueIndex({text for row in rows for text in birth_spellings(row.birth)})
        self.vaccines = set(VACCINES) | {fold(row.vaccine) for row in rows if len(row.vaccine) > 3}
        self.authority = {text for value in own for text in (spellings(value) if "@" in value else [national_digits(value) or fold(value)])}

        # People: rows with the same mailbox and name. Only `send` rows get messages; without --expected any row may.
        self.people = collections.defaultdict(list)
        for row in rows:
            if "@" in row.address and (send_rows is None or row.number in send_rows):
                self.people[(row.mailbox, fold(row.name))].append(row)
        self.at_mailbox = collections.defaultdict(list)
        for person in self.people:
            self.at_mailbox[person[0]].append(person)
        self.names_at = collections.defaultdict(set)        # every class of row: a cancelled relative is private too
        for row in rows:
            if "@" in row.address and row.name:
                self.names_at[row.mailbox].add(fold(row.name))
        self.told = collections.defaultdict(list)           # person -> files
        self.every_appointment = send_rows is not None

    def check(self, message):
        message.check_form()
        texts = [unicodedata.normalize("NFC", " ".join(message.text.split())), unicodedata.normalize("NFC", visible_text(message.html))]
        person = self.addressee(message, texts)
        own_rows = self.people[person] if person else []
        if person:
            message.row = own_rows[0].number
            self.told[person].append(message.path.name)
            self.check_own(message, person, own_rows, texts)
        self.check_foreign(message, own_rows)

    def addressee(self, message, texts):
        """The person a message is for: the mailbox says it, and at a shared mailbox the name."""
        if message.rcpt is None:
            return None
        candidates = self.at_mailbox.get(normal_address(message.rcpt), [])
        if not candidates:
            message.fail("recipient", "nobody with this address should get a message")
            return None
        # The longest name first: "Eva Moos" is also in "Eva Moosbach".
        named = [p for p in sorted(candidates, key=lambda p: -len(p[1])) if all(has_name(p[1], text) for text in texts)]
        if len(candidates) == 1:
            named = candidates
        if not named:
            message.fail("content", "the name of nobody at this address stands in both parts")
            return None
        return named[0]

    def check_own(self, message, person, rows, texts):
        if message.rcpt and exact_address(message.rcpt) not in {exact_address(row.address) for row in rows}:
            message.fail("recipient", "the local part is not written as in the schedule")
        appointments = {row.start for row in rows if row.start}
        for part, text in zip(("text", "html"), texts):
            if person[1] and not has_name(person[1], text):
                message.fail("content", f"the person's name is not in the {part}")
            named = set(SPOKEN_START.findall(text))
            if self.every_appointment and not appointments <= named or not appointments & named:
                message.fail("content", f"the appointment's date and time are not in the {part}")
            if named - appointments or set(SPOKEN_DATE.findall(text)) - {date for date, _ in appointments}:
                message.fail("content", f"the {part} names a date or time that is not this person's appointment")
            for other in self.names_at[person[0]]:
                if other != person[1] and other not in person[1] and has_name(other, text):
                    message.fail("foreign", f"the name of another person at the same address, in the {part}")
        days = {row.day for row in rows}
        for text in (str(message.parsed.get("subject", "")), *texts):
            for day, month, year in NUMERIC_DATE.findall(text):
                if (int(day), int(month), int(year)) not in {(d.day, d.month, d.year) for d in days if d}:
                    message.fail("content", "a date that is not this person's appointment")

    def check_foreign(self, message, own_rows):
        own = {value for row in own_rows for _, value in row.private_values()}
        codes = {fold(row.code) for row in own_rows if row.code}
        numbers = {row.number for row in own_rows}
        reported = set()

        def report(place, value):
            kind = self.kinds[value]
            if (kind, value) not in reported:
                reported.add((kind, value))
                rows = sorted(self.owners[value] - numbers)
                message.fail("foreign", f"{kind} of row {rows[0]}, in the {place}")

        for place, text in message.places().items():
            layers = unwrapped(text)
            plain = fold("\n".join(layers))
            tight = squeezed(plain) if place in ("text", "html", "outside the parts") else ""
            for view in (plain, tight):
                for value in self.index.found_in(view):
                    if value not in own and not within_own(value, own | self.authority, view):
                        report(place, value)
                    if value in codes and place != "source":
                        message.fail("content", f"the person's own Vermittlungscode in full, in the {place}")
            if place != "source":
                for run in DIGIT_RUN.findall(plain):
                    digits = re.sub(r"\D", "", run)
                    for value in self.phones.found_in(digits):
                        if value not in own and value not in self.authority:
                            report(place, value)
                spaced = " ".join(plain.split())
                if self.births.found_in(spaced):
                    message.fail("content", f"a birth date, in the {place}")
                if any(vaccine in spaced for vaccine in self.vaccines):
                    message.fail("content", f"the name of a vaccine, in the {place}")


def has_name(name, text):
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", fold(text)) is not None


def within_own(value, own, text):
    """Whether each place where `value` stands lies inside a longer value that may be there (na@x.org in anna@x.org)."""
    inside = [(at, at + len(longer)) for longer in own if value in longer and longer != value for at in occurrences(longer, text)]
    return all(any(start <= at and at + len(value) <= end for start, end in inside) for at in occurrences(value, text))


def occurrences(value, text):
    at = text.find(value)
    while at >= 0:
        yield at
        at = text.find(value, at + 1)


# All messages

def run(directory, rows, send_rows=None, own=()):
    checker = Checker(rows, send_rows, own)
    files = sorted(directory.glob("*.eml"))
    failures, max_recipients, seen_ids, senders = [], 0, {}, collections.Counter()

    def add(check, what, file=None, row=None):
        failures.append({"check": check, "file": file, "row": row, "what": what})

    if not files:
        add("missing", "no .eml file in the directory")
    for path in files:
        message = Message(path)
        checker.check(message)
        max_recipients = max(max_recipients, message.recipients)
        for check, what in dict.fromkeys(message.failures):
            add(check, what, path.name, message.row)
        message_id = message.parsed.get("message-id", "").strip()
        if message_id and message_id in seen_ids:
            add("message-id", f"the same Message-ID as {seen_ids[message_id]}", path.name, message.row)
        seen_ids.setdefault(message_id, path.name)
        if message.envelope is not None:
            senders[message.envelope.get("mail_from", "")] += 1
    if len(senders) > 1:
        add("recipient", f"{len(senders)} different envelope senders")
    if senders and sum(senders.values()) != len(files):
        add("recipient", f"{len(files) - sum(senders.values())} messages without an envelope file")

    missing = [person for person in checker.people if person not in checker.told] if send_rows is not None else None
    for person in missing or []:
        add("missing", "no message for this row", row=checker.people[person][0].number)
    doubled = [person for person, names in checker.told.items() if len(names) > 1]
    for person in doubled:
        add("doubled", f"{len(checker.told[person])} messages for one person: {', '.join(checker.told[person][:5])}",
            row=checker.people[person][0].number)

    count = collections.Counter(failure["check"] for failure in failures)
    return {"ok": not failures, "messages": len(files), "people": len(checker.people) if send_rows is not None else None,
            "max_recipients": max_recipients, "foreign_values": count["foreign"], "defects": count["defects"],
            "missing": None if missing is None else len(missing), "doubled": len(doubled),
            "failures_by_check": dict(sorted(count.items())), "failures": failures}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda text: (parser.print_usage(sys.stderr), print(f"check_messages: {text}", file=sys.stderr), sys.exit(64))
    parser.add_argument("directory", type=pathlib.Path, metavar="DIR", help="directory with the .eml files")
    parser.add_argument("--schedule", type=pathlib.Path, required=True, metavar="CSV", help="the export they came from")
    parser.add_argument("--expected", type=pathlib.Path, metavar="JSON", help="the class of every row, by make-schedule.py")
    parser.add_argument("--own", action="append", default=[], metavar="VALUE",
                        help="an address or phone number of the authority that may stand in every message (repeatable)")
    parser.add_argument("--most", type=int, default=100, metavar="N", help="list at most N failures (default 100); all are counted")
    options = parser.parse_args()
    if not options.directory.is_dir():
        parser.error(f"{options.directory} is not a directory; give the directory with the .eml files")
    try:
        rows = read_schedule(options.schedule)
        expected = json.loads(options.expected.read_text()) if options.expected else None
        if expected and expected["rows"] != len(rows):
            raise ValueError(f"{options.expected.name} describes {expected['rows']} rows, {options.schedule.name} has {len(rows)}; "
                             "give the two files of one make-schedule.py run")
    except (OSError, ValueError, KeyError, IndexError, csv.Error) as error:
        parser.error(str(error))
    send_rows = {int(row) for row, name in expected["by_row"].items() if name == "send"} if expected else None
    result = run(options.directory, rows, send_rows, options.own)
    result["failures"] = result["failures"][:options.most]
    print(json.dumps(result, ensure_ascii=False, indent=1))
    sys.exit(0 if result["ok"] else 1)


if __name__ == "__main__":
    main()
