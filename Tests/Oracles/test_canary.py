"""Plants every leak in a message and sees the canary oracle report it; an oracle that never fails proves nothing."""

import base64
import csv
import email.message
import email.policy
import html
import io
import json
import pathlib
import tempfile
import unittest
import urllib.parse

import canary
import canary_reading
import canary_schedule

POLICY = email.policy.SMTP.clone(max_line_length=76)


def truth(count=7, **options):
    rows = canary_schedule.make_rows(count, 7, **options)
    return {"rows": [row | {"must_be_sent": canary_schedule.expectation(row)} for row in rows]}


def printed(row):
    cells, day = row["cells"], canary_schedule.datetime.date.fromisoformat(row["day"])
    return {"name": f"{cells['first']} {cells['last']}", "site": cells["site"], "suffix": f"\u2026{row['suffix']}",
            "start": f"{canary_schedule.spoken_day(day)}, {canary_schedule.spoken_time(row['minute'])}"}


class Folder:
    """Messages as a program without a fault would write them, each open to one fault."""

    def __init__(self, rows):
        self.place = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.place.name)
        for number, row in enumerate(rows, start=1):
            self.write(number, row)

    def write(self, number, row, *, text="", body="", subject="", headers=(), to=None, recipients=None, values=None):
        values = values or printed(row)
        message = email.message.EmailMessage(policy=POLICY)
        message["From"] = "termine@kreis.example"
        message["To"] = to or row["cells"]["address"]
        message["Subject"] = f"Absage: {values['start'].split(',')[0]}{subject}"
        for name, value in headers:
            message[name] = value
        lines = [f"Guten Tag, {values['name']},", values["start"], values["site"], f"endet auf {values['suffix']}"]
        message.set_content("\n".join(lines) + f"\n{text}\n", cte="quoted-printable")
        page = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
        message.add_alternative(f"<!DOCTYPE html><html><body>{page}{body}</body></html>\n", subtype="html", cte="quoted-printable")
        file = self.path / f"{number:06}.eml"
        file.write_bytes(message.as_bytes())
        envelope = {"mail_from": "ruecklauf@kreis.example", "rcpt_to": recipients or [row["cells"]["address"]]}
        file.with_suffix(".envelope.json").write_text(json.dumps(envelope))


def found(truth, folder, classes=None):
    checker = canary.Checker(truth, classes)
    checker.check(folder.path)
    return checker.failures


class CanaryTests(unittest.TestCase):
    def setUp(self):
        self.truth = truth()
        self.rows = self.truth["rows"]
        self.folder = Folder(self.rows)
        self.addCleanup(self.folder.place.cleanup)
        self.own, self.other = self.rows[3], self.rows[4]

    def plant(self, **fault):
        self.folder.write(4, self.own, **fault)
        return found(self.truth, self.folder)

    def assert_found(self, failures, check, words):
        self.assertTrue(any(failure["check"] == check and words in failure["what"] for failure in failures), (check, words, failures))

    def test_messages_without_a_fault_pass(self):
        self.assertEqual(found(self.truth, self.folder), [])

    def test_every_canary_of_another_row_is_found_in_every_place(self):
        cells = {kind: cell for kind, cell in self.other["cells"].items() if kind not in ("status", "time", "day")}
        for kind, cell in cells.items():
            for place in [{"text": cell}, {"body": f"<p title='{cell}'>x</p>"}, {"body": f"<!-- {cell} -->"}, {"subject": " " + cell},
                          {"headers": [("X-Note", cell)]}, {"body": f"<a href='https://kreis.example/?a={cell}'>x</a>"}]:
                with self.subTest(kind=kind, place=place):
                    self.assert_found(self.plant(**place), "foreign", f"of row {self.other['row']}")

    def test_every_disguise_is_taken_off(self):
        address = self.other["cells"]["address"]
        octets = address.encode()
        disguises = {
            "entities": "".join(f"&#{ord(letter)};" for letter in address), "hex entities": "".join(f"&#x{ord(c):x};" for c in address),
            "percent": "".join(f"%{octet:02x}" for octet in octets), "percent twice": urllib.parse.quote("".join(f"%{o:02x}" for o in octets)),
            "base64": base64.b64encode(octets).decode(), "url base64": base64.urlsafe_b64encode(b"x\xff\xfe" + octets).decode(),
            "base64 in a path": "https://kreis.example/a/b" + base64.b64encode(octets).decode().rstrip("="),
            "base64 twice": base64.b64encode(base64.b64encode(octets)).decode(), "hex": octets.hex(), "upper case": address.upper(),
            "full width": "".join(chr(ord(letter) + 0xFEE0) for letter in address), "accents": "\u0301".join(address),
            "zero width": "\u200b".join(address), "soft hyphens": "\u00ad".join(address), "quoted-printable": "".join(f"={o:02X}" for o in octets),
            "escapes": "".join(f"\\u{ord(letter):04x}" for letter in address), "tags in between": "<b></b>".join(address),
            "blanks in between": " ".join(address), "lines in between": "\n".join(address),
            "tags over lines in between": "<b\n></b>".join(address), "base64 over lines": "\n".join(base64.b64encode(octets).decode()),
        }
        for name, disguise in disguises.items():
            with self.subTest(name):
                self.assert_found(self.plant(body=f"<p>{disguise}</p>"), "foreign", f"local of row {self.other['row']}")

    def test_a_telephone_number_is_found_in_every_spelling(self):
        digits = self.other["phone"]
        for spelling in [f"0221 {digits}", f"+49221{digits}", f"0221/{digits[:4]}-{digits[4:]}", " ".join(digits)]:
            self.assert_found(self.plant(text=spelling), "foreign", "phone of row")

    def test_what_nobody_may_read_is_found_with_its_own_row(self):
        cells = self.own["cells"]
        for kind, cell in [("reference", cells["reference"]), ("code", cells["code"]), ("phone", cells["phone"]), ("birth", cells["birth"]),
                           ("birth", self.own["birth"]), ("service", cells["service"]), ("remark", cells["remark"])]:
            with self.subTest(kind):
                self.assert_found(self.plant(text=cell), "private", f"own {kind}")

    def test_ones_own_address_stands_in_To_alone(self):
        self.assert_found(self.plant(text=self.own["cells"]["address"]), "private", "own local")

    def test_the_values_of_the_neighbour_are_found(self):
        self.assert_found(self.plant(values=printed(self.other)), "foreign", "first of row")
        self.assert_found(self.plant(values=printed(self.own) | {"name": printed(self.other)["name"]}), "own", "own name is not in")
        self.assert_found(self.plant(values=printed(self.own) | {"start": printed(self.rows[6])["start"]}), "own", "own start")
        self.assert_found(self.plant(values=printed(self.own) | {"suffix": printed(self.other)["suffix"]}), "foreign", "suffix of row")

    def test_a_wrong_day_or_time_is_found(self):
        self.assert_found(self.plant(text="am 2. Mai 2097"), "foreign", "a date")
        self.assert_found(self.plant(subject=", 2.5.2097"), "foreign", "a date")
        minute = (self.own["minute"] + 1) % 1440
        self.assert_found(self.plant(text=canary_schedule.spoken_time(minute)), "own", "a time")

    def test_a_second_recipient_is_found(self):
        own, other = self.own["cells"]["address"], self.other["cells"]["address"]
        self.assert_found(self.plant(to=f"{own}, {other}"), "recipient", "2 addresses in To")
        self.assert_found(self.plant(recipients=[own, other]), "recipient", "2 envelope recipients")
        self.assert_found(self.plant(headers=[("Bcc", other)]), "foreign", "in the Bcc header")
        self.assert_found(self.plant(headers=[("Bcc", "leer@kreis.example")]), "form", "sets of headers")

    def test_markup_from_a_cell_is_found(self):
        self.assert_found(self.plant(body="<script>x</script>"), "form", "sets of elements")

    def test_what_stands_outside_of_headers_and_parts_is_found(self):
        file, other = self.folder.path / "000004.eml", printed(self.other)
        self.folder.write(4, self.own)
        head, body = file.read_bytes().split(b"\r\n\r\n", 1)
        file.write_bytes(head + b"\r\n\r\nEndet auf " + self.other["suffix"].encode() + b"\r\n" + body)
        self.assert_found(found(self.truth, self.folder), "foreign", "suffix of row")
        self.assert_found(self.plant(to=f"{other['name']} <{self.own['cells']['address']}>"), "foreign", "first of row")

    def test_an_address_with_blanks_around_it_is_the_same_address(self):
        self.own["cells"]["address"] = f"\t{self.own['cells']['address']} "
        self.folder.write(4, self.own, to=self.own["cells"]["address"].strip(), recipients=[self.own["cells"]["address"].strip()])
        self.assertEqual(found(self.truth, self.folder), [])

    def test_digits_in_an_id_made_by_chance_are_no_telephone_number(self):
        number = f"{self.other['phone']}{'0a' * 12}"
        file = self.folder.path / "000004.eml"
        for follows in (b"Content", b"--", b"\r\n"):
            self.folder.write(4, self.own, headers=[("Message-ID", f"<{number}@kreis.example>")])
            file.write_bytes(file.read_bytes() + b"--=_" + number.encode() + follows)
            self.assertNotIn("foreign", {failure["check"] for failure in found(self.truth, self.folder)})

    def test_the_end_of_a_reference_in_what_an_id_decodes_to_is_chance(self):
        chance = f"...... {self.other['suffix'].lower()} ....".encode()[:16].ljust(16, b".").hex()
        self.folder.write(4, self.own, headers=[("Message-ID", f"<{chance}@kreis.example>")])
        self.assertNotIn("foreign", {failure["check"] for failure in found(self.truth, self.folder)})

    def test_a_value_in_an_id_is_found(self):
        local = self.other["cells"]["address"].split("@")[0][-16:]
        for name in (f"{'0' * 32}.{self.other['suffix']}", local.encode().hex().ljust(32, "0")[:32]):
            self.folder.write(4, self.own, headers=[("Message-ID", f"<{name}@kreis.example>")])
            self.assertIn("foreign", {failure["check"] for failure in found(self.truth, self.folder)}, name)

    def test_a_name_that_is_not_printed_as_it_stands_must_still_be_there(self):
        self.own["naughty"] = ["last"]
        self.assertEqual(found(self.truth, self.folder), [])
        nameless = printed(self.own) | {"name": self.own["cells"]["first"]}
        self.assert_found(self.plant(values=nameless), "own", "own last is not in")

    def test_a_missing_and_a_doubled_message_are_found(self):
        (self.folder.path / "000004.eml").unlink()
        self.assert_found(found(self.truth, self.folder), "missing", "0 messages")
        self.folder.write(4, self.own)
        self.folder.write(99, self.own)
        self.assert_found(found(self.truth, self.folder), "doubled", "2 messages")

    def test_a_message_to_nobody_of_the_schedule_is_found(self):
        self.assert_found(self.plant(to="fremd@example.org", recipients=["fremd@example.org"]), "recipient", "no row with this address")

    def test_bare_line_ends_are_found(self):
        file = self.folder.path / "000004.eml"
        for octets in (b"\n.\n", b"\r.\r", b"\0", "\u00e4".encode()):
            self.folder.write(4, self.own, text="Ende")
            file.write_bytes(file.read_bytes().replace(b"Ende", b"En" + octets + b"de"))
            self.assert_found(found(self.truth, self.folder), "form", "octet")


class FamilyTests(unittest.TestCase):
    def test_people_with_one_address_are_told_apart_by_what_they_read(self):
        schedule = truth(30, shared=1.0, shuffle=True)
        folder = Folder(schedule["rows"])
        self.addCleanup(folder.place.cleanup)
        self.assertEqual(found(schedule, folder), [])
        address = schedule["rows"][0]["cells"]["address"]
        one, two = [row for row in schedule["rows"] if row["cells"]["address"] == address][:2]
        folder.write(one["row"] - 1, one, text=two["cells"]["first"])
        self.assertIn(f"first of row {two['row']}", " ".join(failure["what"] for failure in found(schedule, folder)))


class ClassTests(unittest.TestCase):
    def classes(self, schedule, **changes):
        return {row["row"]: {"class": "send", "message": f"id{row['row']}"} | changes.get(f"row{row['row']}", {}) for row in schedule["rows"]}

    def test_a_row_that_must_be_sent_and_is_not(self):
        schedule = truth()
        folder = Folder(schedule["rows"][1:])
        self.addCleanup(folder.place.cleanup)
        failures = found(schedule, folder, self.classes(schedule, row2={"class": "no-email", "message": None}))
        self.assertEqual([failure["check"] for failure in failures], ["class"])

    def test_one_message_for_two_people(self):
        schedule = truth()
        folder = Folder(schedule["rows"])
        self.addCleanup(folder.place.cleanup)
        failures = found(schedule, folder, self.classes(schedule, row3={"message": "id2"}))
        self.assertIn("merged", {failure["check"] for failure in failures})

    def test_nothing_of_a_row_that_is_not_sent_may_appear(self):
        schedule = truth(naughty=True)
        quiet, other = schedule["rows"][2], schedule["rows"][5]
        folder = Folder([])
        self.addCleanup(folder.place.cleanup)
        classes = self.classes(schedule)
        classes[quiet["row"]] = {"class": "needs-decision", "message": None}
        folder.write(1, other, text=quiet["words"]["last"])
        self.assertIn(f"last of row {quiet['row']}, in the text/plain", [failure["what"] for failure in found(schedule, folder, classes)])


class ScheduleTests(unittest.TestCase):
    def test_the_same_seed_gives_the_same_bytes_and_another_does_not(self):
        texts = [canary_schedule.as_csv(canary_schedule.make_rows(50, seed, naughty=True, blank=0.1)) for seed in (1, 1, 2)]
        self.assertEqual(texts[0], texts[1])
        self.assertNotEqual(texts[0], texts[2])

    def test_no_value_stands_in_two_rows(self):
        rows = canary_schedule.make_rows(3000, 5)
        for values in zip(*([row["suffix"], row["phone"], row["birth"], (row["day"], row["minute"])] for row in rows)):
            self.assertEqual(len(set(values)), 3000)
        words = [word for row in rows for word in row["words"].values()]
        self.assertEqual(len(set(words)), len(words))

    def test_every_cell_comes_back_from_the_file(self):
        rows = canary_schedule.make_rows(400, 3, naughty=True, blank=0.05, shared=0.3, shuffle=True)
        records = list(csv.reader(io.StringIO(canary_schedule.as_csv(rows), newline=""), delimiter=";", strict=True))
        self.assertEqual([record[5] for record in records[1:]], [row["cells"]["address"] for row in rows])
        self.assertTrue(any("\n" in cell for record in records for cell in record))

    def test_at_most_four_people_share_an_address(self):
        rows = canary_schedule.make_rows(500, 3, shared=1.0)
        addresses = [row["cells"]["address"] for row in rows]
        self.assertEqual({addresses.count(address) for address in set(addresses)}, {2, 3, 4} | ({1} if addresses.count(addresses[-1]) == 1 else set()))

    def test_noise_is_not_taken_for_text(self):
        self.assertEqual(canary_reading.from_base64("Impfzentrum"), [])


if __name__ == "__main__":
    unittest.main()
