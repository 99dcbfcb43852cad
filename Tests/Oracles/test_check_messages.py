#!/usr/bin/env python3
"""Plants every fault check_messages.py is there for, and sees each one reported.

    python3 -m unittest discover -s Tests/Oracles

The good messages are made here with Python's email package, so that neither the program nor its output is needed.
"""

import base64
import email.message
import email.policy
import html
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_messages as oracle  # noqa: E402

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Examples"

HEADER = ("Buchungs-ID;Vermittlungscode;Nachname;Vorname;Geb.-Datum;E-Mail;Telefon;Impfzentrum;Datum;Uhrzeit;Terminart;"
          "Impfstoff;Status;Bemerkung")
SCHEDULE = [        # (class, record); spreadsheet row 2 is the first
    ("send", "ITS-4711001;A2B2-C3D4-E5F6;Birkenhain;Jördis;07.11.1961;joerdis@example.org;0221 4710 112;IZ;16.03.2021;09:10;1. Impfung;AstraZeneca;gebucht;"),
    ("send", "ITS-4711002;G7H8-J9K2-L2M3;Mohnlohe;Ulla;02.02.1938;familie@post.example;030 23125 044;IZ;16.03.2021;09:15;1. Impfung;AstraZeneca;gebucht;"),
    ("send", 'ITS-4711003;N4P5-Q6R7-S8T9;Mohnlohe;Emre;03.04.1940;Familie@post.example;030 23125 044;IZ;16.03.2021;09:15;1. Impfung;AstraZeneca;gebucht;"zu\nzweit"'),
    ("no-email", "ITS-4711004;U2V3-W4X5-Y6Z7;Kleegrün;Veit;05.06.1950;;0171 39200 14;IZ;17.03.2021;10:00;1. Impfung;AstraZeneca;gebucht;"),
    ("send", "ITS-4711005;B8C9-D2E3-F4G5;D'Ahornval;Ilka;08.09.1960;ilka@müller.example;;IZ;21.03.2021;18:55;1. Impfung;AstraZeneca;gebucht;"),
    ("out-of-window", "ITS-4711006;B8C9-D2E3-F4G5;D'Ahornval;Ilka;08.09.1960;ilka@müller.example;;IZ;13.06.2021;18:55;2. Impfung;AstraZeneca;gebucht;"),
    ("send", "ITS-4711007;H6J7-K8L9-M2N3;Distelhain;Alma;10.10.1970;dis@example.org;+49 221 4710113;IZ;18.03.2021;08:00;1. Impfung;AstraZeneca;gebucht;"),
    ("send", "ITS-4711008;P4Q5-R6S7-T8U9;Distelhain;Alma;10.10.1970;dis@example.org;+49 221 4710113;IZ;19.03.2021;08:05;1. Impfung;AstraZeneca;gebucht;"),
]
PEOPLE = [(2,), (3,), (4,), (6,), (8, 9)]       # rows of each message, in the order of the files


def people_of(rows, send_rows):
    people = {}
    for row in rows:
        if row.number in send_rows:
            people.setdefault((row.mailbox, row.name), []).append(row)
    return list(people.values())


def good_message(rows, serial, text=lambda t: t, markup=lambda m: m, cte="quoted-printable"):
    """The message a right program would write."""
    lines = [f"{date}, {clock}" for date, clock in (row.start for row in rows)]
    row = rows[0]
    body = ("Absage Ihres Termins. Bitte kommen Sie nicht.\n\nGuten Tag, " + row.name + ",\n\nIhr Termin findet nicht statt:\n\n  "
            + "\n  ".join(lines) + "\n  Impfzentrum Musterkreis\n\nBürgertelefon: 0221 4710 000, täglich 8 bis 20 Uhr\n"
            "Impressum: https://www.kreis.example/impressum\n")
    page = ('<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Absage</title></head><body><p>Guten Tag, '
            + html.escape(row.name) + ",</p>\n<ul>" + "".join(f"<li><strong>{html.escape(line)}</strong></li>" for line in lines)
            + '</ul>\n<p>Bürgertelefon: <a href="tel:+492214710000">0221 4710 000</a></p></body></html>\n')
    message = email.message.EmailMessage(policy=email.policy.SMTP.clone(max_line_length=76))
    message["From"] = "Musterkreis Terminservice <termine@kreis.example>"
    message["To"] = oracle.exact_address(row.address)
    message["Subject"] = f"Absage: Ihr Termin am {row.day:%d.%m.%Y} findet nicht statt"
    message["Date"] = "Mon, 15 Mar 2021 18:00:00 +0100"
    message["Message-ID"] = f"<{serial:06}.a@kreis.example>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "OOF, AutoReply, RN, NRN, DR"
    message.set_content(text(body), cte=cte)
    message.add_alternative(markup(page), subtype="html", cte=cte)
    del message.get_payload(1)["MIME-Version"]      # Python puts it into the part as well
    return message


def wire(message):
    """As a server sees it. Python leaves dots at line starts in quoted-printable; a right program does not."""
    return message.as_bytes().replace(b"\n.", b"\n=2E")


class Rehearsal:
    """A directory with one good message per person, and ways to spoil it."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.schedule = self.directory / "schedule.csv"
        self.schedule.write_bytes("".join(line + "\r\n" for line in [HEADER] + [r for _, r in SCHEDULE]).encode("cp1252"))
        self.expected = self.directory / "expected.json"
        by_row = {str(n): name for n, (name, _) in enumerate(SCHEDULE, start=2)}
        self.expected.write_text(json.dumps({"rows": len(SCHEDULE), "by_row": by_row}))
        self.messages = self.directory / "messages"
        self.messages.mkdir()
        self.rows = oracle.read_schedule(self.schedule)
        for n in range(1, len(PEOPLE) + 1):
            self.write(n)

    def rows_of(self, n):
        return [row for row in self.rows if row.number in PEOPLE[n - 1]]

    def write(self, n, change=lambda message: None, bytes_change=lambda raw: raw, rcpt=None, file=None, **shape):
        message = good_message(self.rows_of(n), n, **shape)
        to = message["To"]
        change(message)
        self.write_raw(file or n, bytes_change(wire(message)), rcpt or [to])

    def write_raw(self, n, raw, rcpt, mail_from="ruecklauf@kreis.example"):
        (self.messages / f"{n:06}.eml").write_bytes(raw)
        (self.messages / f"{n:06}.envelope.json").write_text(json.dumps({"mail_from": mail_from, "rcpt_to": rcpt}))

    def result(self, expected=True):
        classes = json.loads(self.expected.read_text())["by_row"]
        send = {int(row) for row, name in classes.items() if name == "send"} if expected else None
        return oracle.run(self.messages, self.rows, send)


class CheckMessagesTests(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.rehearsal = Rehearsal(temporary.name)

    def sees(self, check, what, file=1, row=None):
        """One failure of this check, with these words, at this file; and no value of a row in any report."""
        result = self.rehearsal.result()
        self.assertFalse(result["ok"])
        found = [f for f in result["failures"] if f["check"] == check and what in f["what"]]
        self.assertTrue(found, result["failures"])
        if file:
            self.assertIn(f"{file:06}.eml", [f["file"] for f in found])
        if row:
            self.assertIn(row, [f["row"] for f in found])
        report = json.dumps(result, ensure_ascii=False).casefold()
        for person in self.rehearsal.rows:
            for value in (person.address, person.phone, person.booking, person.code, person.name, person.birth):
                self.assertFalse(value and value.casefold() in report, "a report must not contain values")
        return result

    def write_part(self, n=1, text="", markup="", **shape):
        self.rehearsal.write(n, text=lambda t: t + text, markup=lambda m: m.replace("</body>", markup + "</body>"), **shape)

    def test_good_messages_pass(self):
        self.assertEqual(self.rehearsal.result(), {
            "ok": True, "messages": 5, "people": 5, "max_recipients": 1, "foreign_values": 0, "defects": 0, "missing": 0,
            "doubled": 0, "failures_by_check": {}, "failures": []})

    def test_good_messages_pass_in_base64(self):
        for n in range(1, 6):
            self.rehearsal.write(n, cte="base64")
        self.assertEqual(self.rehearsal.result()["failures"], [])

    def test_good_messages_pass_without_envelopes_and_without_expectation(self):
        for envelope in self.rehearsal.messages.glob("*.json"):
            envelope.unlink()
        self.assertTrue(self.rehearsal.result()["ok"])
        result = self.rehearsal.result(expected=False)
        self.assertTrue(result["ok"], result["failures"])
        self.assertIsNone(result["missing"])

    # Recipients

    def test_two_addresses_in_to(self):
        self.rehearsal.write(1, lambda m: m.replace_header("To", "joerdis@example.org, familie@post.example"))
        self.sees("recipient", "2 addresses in 1 To")
        self.sees("foreign", "address of row 3, in the headers")

    def test_two_to_headers(self):
        self.rehearsal.write(1, bytes_change=lambda raw: b"To: dis@example.org\r\n" + raw)
        self.sees("recipient", "in 2 To headers")

    def test_two_envelope_recipients(self):
        self.rehearsal.write(1, rcpt=["joerdis@example.org", "dis@example.org"])
        self.assertEqual(self.sees("recipient", "2 envelope recipients")["max_recipients"], 2)

    def test_envelope_of_somebody_else(self):
        self.rehearsal.write(1, rcpt=["dis@example.org"])
        self.sees("recipient", "To and envelope recipient differ")

    def test_display_name_in_to(self):
        self.rehearsal.write(1, lambda m: m.replace_header("To", "Jemand <joerdis@example.org>"))
        self.sees("recipient", "not a bare address")

    def test_local_part_changed(self):
        self.rehearsal.write(1, lambda m: m.replace_header("To", "Joerdis@example.org"), rcpt=["Joerdis@example.org"])
        self.sees("recipient", "local part")

    def test_stranger(self):
        self.rehearsal.write(1, lambda m: m.replace_header("To", "fremd@example.org"), rcpt=["fremd@example.org"])
        self.sees("recipient", "nobody with this address")
        self.sees("missing", "no message", file=None, row=2)

    def test_idna_2003_domain(self):
        self.assertEqual(oracle.to_ascii_domain("straße.example"), "xn--strae-oqa.example")
        self.assertEqual(oracle.to_ascii_domain("MÜLLER.example"), "xn--mller-kva.example")

    def test_other_envelope_sender(self):
        path = self.rehearsal.messages / "000001.eml"
        self.rehearsal.write_raw(1, path.read_bytes(), ["joerdis@example.org"], mail_from="anders@kreis.example")
        self.sees("recipient", "different envelope senders", file=None)

    def test_bcc_cc_and_resent(self):
        for name in ("Bcc", "Cc", "Resent-To"):
            with self.subTest(name):
                self.rehearsal.write(1, lambda m, name=name: m.add_header(name, "termine@kreis.example"))
                self.sees("headers", "Cc, Bcc or Resent-*")

    def test_header_outside_the_list(self):
        self.rehearsal.write(1, lambda m: m.add_header("X-Campaign", "7"))
        self.sees("headers", "closed list")

    def test_header_missing_or_twice(self):
        self.rehearsal.write(1, lambda m: m.__delitem__("Auto-Submitted"))
        self.sees("headers", "no auto-submitted header")
        self.rehearsal.write(1, bytes_change=lambda raw: b"Date: Mon, 15 Mar 2021 18:00:00 +0100\r\n" + raw)
        self.sees("headers", "stands twice")

    # Foreign values, at every place and in every disguise

    def test_foreign_address(self):
        foreign = "dis@example.org"
        entities = "".join(f"&#{ord(c)};" for c in foreign)
        places = {
            "text": dict(text=f"Auch an {foreign}\n"),
            "capitals": dict(text="Auch an DIS@Example.ORG\n"),
            "soft hyphen": dict(text="Auch an dis@exam\u00adple.org\n"),
            "broken line": dict(text="Auch an dis@\nexample.org\n"),
            "html": dict(markup=f"<p>{foreign}</p>"),
            "tags": dict(markup="<p>dis<b>@</b>example.org</p>"),
            "comment": dict(markup=f"<!-- {foreign} -->"),
            "attribute": dict(markup=f'<a title="{foreign}">hier</a>'),
            "link": dict(markup='<a href="mailto:dis%40example.org">hier</a>'),
            "entity": dict(markup=f"<p>{entities}</p>"),
            "entity in attribute": dict(markup=f'<p class="{entities}">hier</p>'),
            "entity of entity": dict(markup=f"<p>{html.escape(entities)}</p>"),
            "base64 part": dict(text=f"Auch an {foreign}\n", cte="base64"),
            "base64 text": dict(text=base64.b64encode(f"Auch an {foreign}".encode()).decode() + "\n"),
        }
        for place, parts in places.items():
            with self.subTest(place):
                self.write_part(**parts)
                self.assertGreaterEqual(self.sees("foreign", "address of row 8", row=2)["foreign_values"], 1)

    def test_foreign_address_in_encoded_subject(self):
        self.rehearsal.write(1, lambda m: m.replace_header("Subject", "Absage für dis@example.org"))
        self.sees("foreign", "in the headers")

    def test_foreign_address_outside_the_parts(self):
        self.rehearsal.write(1, bytes_change=lambda raw: raw.replace(b"\r\n\r\n", b"\r\n\r\ndis@example.org\r\n", 1))
        self.sees("foreign", "address of row 8")

    def test_foreign_idn_address_in_both_spellings(self):
        for foreign in ("ilka@müller.example", "ilka@xn--mller-kva.example"):
            with self.subTest(foreign):
                self.write_part(text=foreign + "\n")
                self.sees("foreign", "address of row 6")

    def test_own_address_that_ends_like_a_foreign_one_is_no_fault(self):
        # dis@example.org (row 8) is the end of joerdis@example.org (row 2); the other way round it is a leak.
        self.write_part(text="Ihre Adresse: joerdis@example.org\n")
        self.assertTrue(self.rehearsal.result()["ok"])
        self.write_part(5, text="Ihre Adresse: joerdis@example.org\n")
        self.sees("foreign", "address of row 2", file=5)

    def test_foreign_phone_number(self):
        for phone in ("0171 39200 14", "+49 171 3920014", "0171/39200-14", "00491713920014", "0171\u00a039200\u00a014"):
            with self.subTest(phone):
                self.write_part(markup=f"<p>Telefon {phone}.</p>")
                self.sees("foreign", "phone of row 5, in the html")

    def test_foreign_booking_id_and_code(self):
        self.write_part(text="Buchung its-4711004\n")
        self.sees("foreign", "booking id of row 5")
        self.write_part(text="Code U2V3-W4X5-Y6Z7\n")
        self.sees("foreign", "code of row 5")

    def test_relative_at_the_same_address(self):
        self.write_part(2, text="Dies gilt nicht für Emre Mohnlohe.\n")
        self.sees("foreign", "another person at the same address", file=2, row=3)

    # Content

    def test_own_code_birth_date_and_vaccine(self):
        for words, what in [("Code A2B2-C3D4-E5F6", "own Vermittlungscode"), ("geboren am 07.11.1961", "birth date"),
                            ("geboren am 7. November 1961", "birth date"), ("geboren 1950-06-05", "birth date"),
                            ("Der Impfstoff AstraZeneca", "vaccine"), ("Vaxzevria", "vaccine")]:
            with self.subTest(words):
                self.write_part(text=words + "\n")
                self.sees("content", what, row=2)

    def test_wrong_date_or_time_or_weekday(self):
        for old, new in [("16. März", "17. März"), ("9:10 Uhr", "9:15 Uhr"), ("Dienstag", "Mittwoch"), ("9:10 Uhr", "")]:
            for part in ("text", "html"):
                with self.subTest(new, part=part):
                    shape = {"text" if part == "text" else "markup": lambda t, old=old, new=new: t.replace(old, new)}
                    self.rehearsal.write(1, **shape)
                    self.sees("content", f"date and time are not in the {part}", row=2)

    def test_date_of_an_appointment_that_stands(self):
        self.write_part(4, text="Sonntag, 13. Juni 2021, 18:55 Uhr\n")
        self.sees("content", "not this person's appointment", file=4)
        self.rehearsal.write(4, lambda m: m.replace_header("Subject", "Absage: Ihr Termin am 13.06.2021"))
        self.sees("content", "not this person's appointment", file=4)

    def test_one_of_two_appointments_missing(self):
        self.rehearsal.write(5, text=lambda t: t.replace("Freitag, 19. März 2021, 8:05 Uhr", ""))
        self.sees("content", "not in the text", file=5)

    def test_wrong_name(self):
        self.rehearsal.write(1, text=lambda t: t.replace("Jördis", "Veit"))
        self.sees("content", "the person's name is not in the text", row=2)
        self.rehearsal.write(2, markup=lambda m: m.replace("Ulla", "Emre"))
        self.sees("content", "the name of nobody at this address", file=2)

    # Bytes and structure

    def test_bytes(self):
        faults = {
            "bare LF": (lambda raw: raw.replace(b"\r\n", b"\n", 1), "bare CR or LF"),
            "bare CR": (lambda raw: raw.replace(b"Subject: ", b"Subject: x\rBcc: y@kreis.example", 1), "bare CR or LF"),
            "dot line": (lambda raw: raw.replace(b"Guten Tag", b"\r\n.\r\nGuten Tag", 1), "begins with a dot"),
            "NUL": (lambda raw: raw.replace(b"Guten Tag", b"Guten\0Tag", 1), "NUL"),
            "8 bit": (lambda raw: raw.replace(b"=C3=A4", "ä".encode(), 1), "not ASCII"),
            "long body line": (lambda raw: raw.replace(b"Guten Tag", b"x" * 77 + b"=\r\nGuten Tag", 1), "longer than 76"),
            "long header": (lambda raw: b"Reply-To: " + b"a" * 990 + b"@kreis.example\r\n" + raw, "longer than 998"),
            "no end": (lambda raw: raw.rstrip(b"\r\n"), "not ended by CRLF"),
        }
        for name, (fault, what) in faults.items():
            with self.subTest(name):
                self.rehearsal.write(1, bytes_change=fault)
                self.sees("bytes", what)

    def test_defects(self):
        self.rehearsal.write(1, cte="base64", bytes_change=lambda raw: raw.replace(b"\r\n\r\n", b"\r\n\r\n@@@", 3))
        self.assertFalse(self.rehearsal.result()["ok"])
        self.rehearsal.write(1, bytes_change=lambda raw: raw[:raw.rindex(b"\r\n--")] + b"\r\n")
        self.assertGreaterEqual(self.sees("defects", "CloseBoundaryNotFound")["defects"], 1)

    def test_structure(self):
        self.rehearsal.write(1, lambda m: m.add_attachment(b"x", maintype="text", subtype="csv", filename="liste.csv"))
        self.sees("structure", "multipart/alternative")
        self.sees("structure", "attachment")
        self.rehearsal.write(1, lambda m: m.set_payload(list(reversed(m.get_payload()))))
        self.sees("structure", "multipart/alternative")
        self.rehearsal.write(1, lambda m: m.get_payload(0).set_param("charset", "iso-8859-1"))
        self.sees("structure", "charset")

    # All together

    def test_missing_message(self):
        (self.rehearsal.messages / "000003.eml").unlink()
        self.assertEqual(self.sees("missing", "no message for this row", file=None, row=4)["missing"], 1)

    def test_no_message_at_all(self):
        for path in self.rehearsal.messages.iterdir():
            path.unlink()
        self.assertEqual(self.sees("missing", "no .eml file", file=None)["missing"], 5)

    def test_doubled_message(self):
        self.rehearsal.write(1, file=6)
        self.assertEqual(self.sees("doubled", "2 messages for one person", file=None, row=2)["doubled"], 1)
        self.sees("message-id", "the same Message-ID", file=6)

    def test_message_to_a_row_that_is_not_send(self):
        send = {2, 3, 6, 8, 9}      # row 4 withdrawn
        result = oracle.run(self.rehearsal.messages, self.rehearsal.rows, send)
        self.assertFalse(result["ok"])

    def test_missing_envelope(self):
        (self.rehearsal.messages / "000002.envelope.json").unlink()
        self.sees("recipient", "without an envelope", file=None)

    # The command

    def test_command(self):
        command = [sys.executable, oracle.__file__, str(self.rehearsal.messages), "--schedule", str(self.rehearsal.schedule),
                   "--expected", str(self.rehearsal.expected)]
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((done.returncode, json.loads(done.stdout)["ok"]), (0, True), done.stderr)
        self.rehearsal.write(1, rcpt=["dis@example.org"])
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((done.returncode, json.loads(done.stdout)["ok"]), (1, False))
        done = subprocess.run(command[:3] + ["--schedule", "/nowhere.csv"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (64, ""))

    def test_whole_example_in_time(self):
        """1494 good messages of the real example, and one foreign address among them."""
        rows = oracle.read_schedule(EXAMPLES / "impftermine.csv")
        by_row = json.loads((EXAMPLES / "impftermine.expected.json").read_text())["by_row"]
        send = {int(row) for row, name in by_row.items() if name == "send"}
        with tempfile.TemporaryDirectory() as name:
            directory = pathlib.Path(name)
            people = people_of(rows, send)
            for serial, person in enumerate(people, start=1):
                (directory / f"{serial:06}.eml").write_bytes(wire(good_message(person, serial)))
            began = time.monotonic()
            result = oracle.run(directory, rows, send)
            self.assertLess(time.monotonic() - began, 20)
            self.assertEqual((result["messages"], result["failures"]), (1494, []))
            spoilt = good_message(people[700], 701, markup=lambda m: m + f"<!-- {people[3][0].address.strip()} -->\n")
            (directory / "000701.eml").write_bytes(wire(spoilt))
            result = oracle.run(directory, rows, send)
            self.assertEqual([(f["check"], f["file"]) for f in result["failures"]], [("foreign", "000701.eml")])


if __name__ == "__main__":
    unittest.main()
