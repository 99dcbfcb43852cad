#!/usr/bin/env python3
"""Writes the example schedule, as a booking system exports it, and what should become of every row.

    ./make-schedule.py                                   impftermine.csv and impftermine.expected.json beside this script
    ./make-schedule.py --rows 100000 --output big.csv    a bigger file of the same shape (and big.expected.json)

The classes are what this script *intended* when it made a row; it never looks at the program's rules in code. They hold for

    einzelpost plan impftermine.csv --from 2021-03-16 --to 2021-03-21 --service AstraZeneca --as-of 2021-03-15T18:00

All people are invented, all phone numbers come from ranges kept free for fiction, and all addresses end in reserved
domains, except the documented placeholder keine@keine.de, which is never mailed. The same arguments always give the
same bytes. Python 3.11, standard library only.
"""

import argparse
import collections
import datetime
import json
import pathlib
import random
import sys

HEADER = ["Buchungs-ID", "Vermittlungscode", "Nachname", "Vorname", "Geb.-Datum", "E-Mail", "Telefon", "Impfzentrum",
          "Datum", "Uhrzeit", "Terminart", "Impfstoff", "Status", "Bemerkung"]

# Every class of the program, in the order in which it asks; the counts of one schedule of 1730 rows.
CLASSES = {
    "rejected": 0, "test-or-block": 6, "out-of-window": 96, "other-service": 58, "already-cancelled": 21, "past": 0,
    "duplicate": 8, "already-notified": 0, "needs-decision": 0, "no-email": 24, "no-contact": 4, "invalid-email": 5,
    "placeholder": 4, "multi-address": 3, "collective-address": 6, "unsendable": 1, "send": 1494,
}
SCHEDULE_ROWS = sum(CLASSES.values())
FAMILIES = 22                       # addresses shared by two people; both rows are `send`
PEOPLE_PER_COLLECTIVE_ADDRESS = 6   # 5 or more different people make an address collective

DAYS = [datetime.date(2021, 3, day) for day in range(16, 22)]       # Tuesday to Sunday
# Not every weekday loses as many people: shares of the days among rows that stand but get no mail, and among
# cancelled and doubled rows. Together with 249 `send` rows a day they give 250 to 280 booked appointments on each day.
STANDING_SHARES = [12, 9, 8, 10, 5, 3]
FALLEN_SHARES = [8, 5, 4, 8, 3, 1]
STANDING = ["no-email", "no-contact", "invalid-email", "placeholder", "multi-address", "collective-address", "unsendable"]

FIRST_NAMES = """Alma Arvid Aylin Amina Beate Bodo Björn Carla Cosima Dagmar Detlef Dörte Edda Emre Falk Frauke Gesa
Günter Hauke Henrike Ida Ilka Inês Jasper Jördis Jürgen Käthe Klaas Lea Levin Liv Lúcia Malte Mirja Nela Ngozi Olena
Ortwin Pelle Petra Quirin Ragna Rüdiger Sönke Søren Svea Taras Thekla Tjark Ulla Uwe Veit Wencke Wibke Yannick Zoé
Žana Zeynep""".split()
SURNAME_STARTS = """Ahorn Birken Buchen Distel Eiben Erlen Farn Ginster Hasel Heide Holunder Kiefern Klee Lärchen Linden
Minzen Mohn Nessel Quitten Salbei Schilf Tannen Ulmen Wacholder Weiden Ähren""".split()
SURNAME_ENDS = "bühl kamp röder grün hügel stieg brück hain lohe wört anger siek koppel gräber".split()
DOMAINS = ["example.org", "example.com", "example.net", "post.example", "netz.example", "familienpost.example"]

NO_EMAIL_CELLS = ["", "", "", "-", "keine", "k.A.", "nicht vorhanden", "0"]
PLACEHOLDERS = ["keine@keine.de", "noemail@example.org", "keine@keine.de", "unbekannt@example.net"]
REMARKS = ["Rollstuhl", "kommt mit Begleitung", "bitte Eingang Nord;\nAufzug frei halten", "Rückruf erbeten",
           'Wunsch: "vormittags"', "Ehepaar,\nzusammen einbestellt", "Parkplatz; Ausweis P", "'=2 Personen",
           "spricht Französisch"]
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "ø": "o", "é": "e", "ê": "e",
                             "ú": "u", "Ž": "Z", " ": "."})
TEST_WORDS = ["test", "muster", "dummy", "block", "sperr", "puffer", "pause", "reserviert"]


class Person:
    def __init__(self, first, last, email, phone, birth, code):
        self.first, self.last, self.email, self.phone, self.birth, self.code = first, last, email, phone, birth, code


class Row:
    """One line of the export, and the class it was made for."""

    def __init__(self, intended, person, day, time, service="AstraZeneca", dose=1, status="gebucht", remark=""):
        self.intended, self.person, self.day, self.time = intended, person, day, time
        self.service, self.dose, self.status, self.remark = service, dose, status, remark
        self.booking = None

    def cells(self):
        p = self.person
        return [self.booking, p.code, p.last, p.first, p.birth, p.email, p.phone, "Impfzentrum Musterkreis",
                self.day.strftime("%d.%m.%Y"), self.time, f"{self.dose}. Impfung", self.service, self.status, self.remark]


class Inventor:
    """Makes up people, addresses, phone numbers and codes; nothing twice unless asked for."""

    def __init__(self, rng, unique_names):
        self.rng, self.unique_names = rng, unique_names
        self.names, self.addresses, self.codes = set(), set(), set()
        # Ranges the Bundesnetzagentur keeps free for fiction. 0221 4710 000 to 009 belong to the example's authority.
        self.phones = ([("0221", f"4710 {n:03}") for n in range(10, 1000)] + [("030", f"23125 {n:03}") for n in range(1000)]
                       + [("0171", f"39200 {n:02}") for n in range(100)])
        rng.shuffle(self.phones)
        self.phones_used = 0

    def name(self, last=None):
        for _ in range(50 if self.unique_names else 1):
            first = self.rng.choice(FIRST_NAMES)
            if self.rng.random() < 0.06:
                first += "-" + self.rng.choice(FIRST_NAMES)
            family = last or self.surname()
            if (first, family) not in self.names:
                break
        else:
            if self.unique_names:
                sys.exit("make-schedule: no unused name left; add some to FIRST_NAMES")
        self.names.add((first, family))
        return first, family

    def surname(self):
        name = self.rng.choice(SURNAME_STARTS) + self.rng.choice(SURNAME_ENDS)
        return name + "-" + self.rng.choice(SURNAME_STARTS) + self.rng.choice(SURNAME_ENDS) if self.rng.random() < 0.05 else name

    def address(self, first, last, domain=None):
        first, last = (word.translate(SPELLED_OUT).lower() for word in (first, last))
        local = self.rng.choice([f"{first}.{last}", f"{first}.{last}", f"{last}.{first}", f"{first[0]}.{last}", f"{first}_{last}",
                                 f"{last}+termin"])[:60]
        domain = domain or self.rng.choice(DOMAINS)
        address, n = f"{local}@{domain}", 1
        while address in self.addresses:
            n += 1 if n < 9 else self.rng.randrange(1, 9999)
            address = f"{local}{n}@{domain}"
        self.addresses.add(address)
        return address.upper() if self.rng.random() < 0.02 else address

    def phone(self):
        prefix, rest = self.phones[self.phones_used % len(self.phones)]
        self.phones_used += 1
        return self.rng.choice([f"{prefix} {rest}", f"{prefix} {rest}", f"{prefix}/{rest}", f"{prefix}{rest}".replace(" ", ""),
                                f"+49 {prefix[1:]} {rest}"])

    def code(self):
        while True:
            letters = "".join(self.rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=12))
            if letters not in self.codes:
                self.codes.add(letters)
                return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"

    def person(self, email=None, phone=None, last=None):
        """`None` makes one up; an empty string means there is none. Not everybody gives a phone number."""
        first, last = self.name(last)
        birth = datetime.date(1931, 1, 1) + datetime.timedelta(days=self.rng.randrange(25_500))
        if email is None:
            email = self.address(first, last)
        if phone is None:
            phone = self.phone() if self.rng.random() < 0.8 else ""
        return Person(first, last, email, phone, birth.strftime("%d.%m.%Y"), self.code())

    def time(self):
        return f"{self.rng.randrange(8, 20):02}:{self.rng.randrange(0, 60, 5):02}"


def shares(total, weights):
    """`total` split in whole numbers as evenly as the weights allow (largest remainder)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: parts[i] - exact[i])
    for i in by_remainder[:total - sum(parts)]:
        parts[i] += 1
    return parts


def days_for(total, weights):
    return [day for day, n in zip(DAYS, shares(total, weights)) for _ in range(n)]


def counts_for(rows):
    counts = {name: round(n * rows / SCHEDULE_ROWS) for name, n in CLASSES.items()}
    if counts["collective-address"] < 5:
        counts["collective-address"] = 0
    counts["send"] = 0
    counts["send"] = rows - sum(counts.values())
    return counts


def make(rows, seed):
    """All rows in file order."""
    rng = random.Random(seed)
    invent = Inventor(rng, unique_names=rows <= SCHEDULE_ROWS)
    counts = counts_for(rows)
    if counts["send"] < counts["duplicate"] + counts["out-of-window"] + 50:
        sys.exit("make-schedule: --rows must be at least 200")

    send = send_rows(invent, rng, days_for(counts["send"], [1] * 6), round(FAMILIES * rows / SCHEDULE_ROWS))
    bookings = [[row] for row in send]      # rows booked together stand together in the file
    plain = list(range(30 + 2 * FAMILIES, len(send)))
    rng.shuffle(plain)

    standing = []
    labels = [name for name in STANDING for _ in range(counts[name])]
    rng.shuffle(labels)
    serial = collections.Counter()
    for name, day in zip(labels, days_for(len(labels), STANDING_SHARES)):
        person = person_without_mail(invent, name, serial[name], counts[name])
        serial[name] += 1
        standing.append(Row(name, person, day, invent.time()))
    bookings += [[row] for row in standing]

    # Cancelled and doubled rows share out the days between them.
    fallen = ["already-cancelled"] * counts["already-cancelled"] + ["duplicate"] * counts["duplicate"]
    rng.shuffle(fallen)
    originals, rebooked = [], 0
    unused = {day: [i for i in plain if send[i].day == day] for day in DAYS}
    for name, day in zip(fallen, days_for(len(fallen), FALLEN_SHARES)):
        if name == "duplicate":
            without_mail = next((row for row in standing if row.intended == "no-email" and row.day == day), None)
            originals.append(without_mail if not originals and without_mail else send[unused[day].pop()])
        elif rebooked < counts[name] // 3 and day != DAYS[-1]:      # cancelled this one, and booked a later day
            later = send[unused[DAYS[-1]].pop()]
            bookings.append([Row(name, later.person, day, invent.time(), status="storniert")])
            rebooked += 1
        else:
            status = rng.choice(["storniert", "abgesagt", "Storniert"])
            bookings.append([Row(name, invent.person(), day, invent.time(), status=status)])

    other = [Row("other-service", invent.person(), day, invent.time(), service="BioNTech")
             for day in days_for(counts["other-service"], [1] * 6)]
    other_bookings = [[row] for row in other]
    bookings += other_bookings

    # Outside the window: second doses weeks later (of either service), and first doses on the Mondays around it.
    outside = counts["out-of-window"]
    mondays, of_other = outside * 6 // 96, outside * 6 // 96
    for n in range(mondays):
        day = DAYS[0] - datetime.timedelta(days=1) if n % 3 == 0 else DAYS[-1] + datetime.timedelta(days=1)
        bookings.append([Row("out-of-window", invent.person(), day, invent.time())])
    for booking in other_bookings[:of_other]:
        first = booking[0]
        later = first.day + datetime.timedelta(weeks=6)
        booking.append(Row("out-of-window", first.person, later, first.time, first.service, dose=2))
    for booking in [bookings[i] for i in plain[:outside - mondays - of_other]]:
        first = booking[0]
        booking.append(Row("out-of-window", first.person, first.day + datetime.timedelta(weeks=12), first.time, dose=2))

    # The last two test rows would also be out of the window or of another service: the first class that applies counts.
    for n in range(counts["test-or-block"]):
        first, last, email = [("TEST", "TEST", "test@test.invalid"), ("", "Blocker", ""), ("Test", "Test", "")][n % 3]
        day, service = (DAYS[n % 6], "AstraZeneca") if n % 6 < 4 else (DAYS[-1] + datetime.timedelta(days=n % 2), "BioNTech")
        person = Person(first, last, email, "", "", invent.code())
        bookings.append([Row("test-or-block", person, day, invent.time(), service=service, remark="bitte löschen")])

    rng.shuffle(bookings)
    ordered = [row for booking in bookings for row in booking]
    for n, row in enumerate(ordered):
        row.booking = f"ITS-{4711001 + n}"
        if not row.remark and rng.random() < 0.03:
            row.remark = rng.choice(REMARKS)
    return with_duplicates(ordered, originals, rng)


def send_rows(invent, rng, days, families):
    """The people who get a message; the first ones are the telling cases."""
    people = []
    for n in range(families):
        one = invent.person()
        last = one.last
        one.email = invent.address("familie", last)
        shared = one.email.capitalize() if n == 0 else one.email      # the same mailbox in other letters
        other = invent.person(email=shared, phone=one.phone, last=last)
        while other.first == one.first:     # names run out in very big files
            other.first = invent.rng.choice(FIRST_NAMES)
        people += [one, other]

    def special(first, last, email):
        invent.names.add((first, last))
        invent.addresses.add(email.strip().lower())
        person = invent.person(email=email)
        person.first, person.last = first, last
        people.append(person)

    special("Ilka", "D'Ahornval", "ilka.d'ahornval@example.org")                                 # apostrophe
    special("Jördis", "Lärchenbühl", "jördis".translate(SPELLED_OUT) + "@müller.example")        # IDN domain
    special("Annegret-Leonore Philippa Henriette", "von der Wacholderbrück-Holundergräber zu Kiefernkoppel",
            "annegret.leonore.philippa.henriette.wacholderbrueck.holunder@familienpost.example")  # long name, long address
    special("Bo", "Ny", "bo@netz.example")                                                       # short name
    special("SVEA", "GINSTERHAIN", "SVEA.GINSTERHAIN@EXAMPLE.ORG")                               # capitals
    special("Käthe", "Eibengrün-Ährenwört", " kaethe.eibengruen@example.net ")                   # blanks around the address
    special("Søren", "Minzenstieg", "soeren.minzenstieg@post.example\u00a0")                     # no-break space behind it
    special("Zoé", "Mohnlohe", "zoe.mohnlohe@example.com")                                       # two people of one name
    special("Zoé", "Mohnlohe", "z.mohnlohe@example.org")
    special("Alma", "Kleehain", "alma@netz.example")                  # one address is the end of the next one's
    special("Palma", "Kleehain", "palma@netz.example")
    while len(people) < len(days):
        people.append(invent.person())

    rng.shuffle(days)
    return [Row("send", person, day, invent.time()) for person, day in zip(people, days)]


def person_without_mail(invent, name, serial, total):
    if name == "no-email":
        return invent.person(email=NO_EMAIL_CELLS[serial % len(NO_EMAIL_CELLS)], phone=invent.phone())
    if name == "no-contact":
        return invent.person(email=NO_EMAIL_CELLS[serial % 4 + 1], phone="")
    if name == "placeholder":
        return invent.person(email=PLACEHOLDERS[serial % len(PLACEHOLDERS)])
    if name == "collective-address":
        group = min(serial // PEOPLE_PER_COLLECTIVE_ADDRESS, max(total // PEOPLE_PER_COLLECTIVE_ADDRESS, 1) - 1)
        return invent.person(email=f"anmeldung{group + 1 if group else ''}@pflegeheim.example")
    person = invent.person()
    local, domain = person.email.split("@")
    if name == "multi-address":
        second = f"buero.{local}@{domain}"
        person.email = [f"{person.email}; {second}", f"{person.email}, {second}", f"{person.email} / {second}"][serial % 3]
    elif name == "invalid-email":
        person.email = [f"{local}(at){domain}", f"{local}.{domain}", f"{local}@@{domain}", f"{local}@",
                        f"{local}..{local}@{domain}"][serial % 5]
    elif name == "unsendable":
        person.email = f"grün.{local}@{domain}"
    return person


def with_duplicates(ordered, originals, rng):
    """The same rows, and a copy of each original some rows further down."""
    position = {id(row): n for n, row in enumerate(ordered)}
    copies = collections.defaultdict(list)
    for original in originals:
        copy = Row("duplicate", original.person, original.day, original.time, original.service, original.dose, original.status,
                   original.remark)
        copy.booking = original.booking
        copies[min(position[id(original)] + rng.randrange(1, 40), len(ordered) - 1)].append(copy)
    result = []
    for n, row in enumerate(ordered):
        result.append(row)
        result += copies[n]
    return result


def csv_record(cells, quote_all):
    def quoted(cell):
        needed = quote_all or any(c in cell for c in ';"\n\r')
        return '"' + cell.replace('"', '""') + '"' if needed else cell
    return ";".join(map(quoted, cells)) + "\r\n"


def check(rows):
    """What the example promises, asserted before anything is written."""
    for row in rows:
        words = f"{row.person.first} {row.person.last} {row.person.email}".lower()
        if row.intended != "test-or-block" and any(word in words for word in TEST_WORDS):
            sys.exit("make-schedule: an invented name looks like a test row; change the name lists")
    first_rows = [row for row in rows if row.intended != "duplicate"]
    assert len({row.booking for row in first_rows}) == len(first_rows), "booking ids must be unique"
    people = collections.Counter((row.person.email.strip().lower(), row.person.first, row.person.last)
                                 for row in rows if row.intended == "send")
    assert max(people.values()) == 1, "everybody with a message has one appointment in the window"
    if len(rows) == SCHEDULE_ROWS:
        for day in DAYS:
            booked = [row for row in rows if row.day == day and row.service == "AstraZeneca"
                      and row.intended not in ("test-or-block", "out-of-window")]
            standing = [row for row in booked if row.intended not in ("already-cancelled", "duplicate")]
            assert 250 <= len(standing) <= len(booked) <= 280, "250 to 280 appointments a day"
            assert sum(row.intended == "send" for row in booked) == 249


def expectation(rows):
    classes = dict.fromkeys(CLASSES, 0)
    by_row, line_by_row, line = {}, {}, 2
    addresses = collections.Counter()
    for number, row in enumerate(rows, start=2):
        classes[row.intended] += 1
        by_row[str(number)] = row.intended
        line_by_row[str(number)] = line
        line += 1 + row.remark.count("\n")
        if row.intended == "send":
            addresses[row.person.email.strip().lower()] += 1
    return {"rows": len(rows), "classes": classes, "messages": classes["send"],
            "shared_addresses": sum(n > 1 for n in addresses.values()), "by_row": by_row, "line_by_row": line_by_row}


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=SCHEDULE_ROWS, help=f"data rows (default {SCHEDULE_ROWS}, the example)")
    parser.add_argument("--output", type=pathlib.Path, default=here / "impftermine.csv", help="the CSV file to write")
    parser.add_argument("--seed", type=int, default=20210315, help="another seed invents other people")
    options = parser.parse_args()

    rows = make(options.rows, options.seed)
    check(rows)
    with open(options.output, "wb") as file:
        file.write(csv_record(HEADER, False).encode("cp1252"))
        for number, row in enumerate(rows):
            file.write(csv_record(row.cells(), quote_all=number % 97 == 5).encode("cp1252"))
    expected = options.output.with_suffix(".expected.json")
    expected.write_text(json.dumps(expectation(rows), indent=0) + "\n")
    print(f"{len(rows)} rows in {options.output}, {sum(row.intended == 'send' for row in rows)} of them `send`; "
          f"classes in {expected}", file=sys.stderr)


if __name__ == "__main__":
    main()
