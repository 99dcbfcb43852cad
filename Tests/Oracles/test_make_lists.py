"""What make_lists.py writes: the same again by the same seed, honest lists of every family, and leaks where it says they are."""

import csv
import html
import io
import re
import unicodedata
import unittest

import list_families
import list_leaks
import make_lists

FAMILIES = list(list_families.KINDS)
HONEST = {family: make_lists.make(family, 1, 600) for family in FAMILIES}
LEAKY = {family: make_lists.make(family, 1, 600, leaks=30) for family in FAMILIES}


def read(made):
    """The file as a spreadsheet has it."""
    text = made.octets.decode(made.facts["encoding"])
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def letters(text):
    """Nothing but small letters and digits, with every disguise undone that a leak is written in."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).lower()
    for sign, spelled in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "{at}": "@", "(at)": "@", "[at]": "@"}.items():
        text = text.replace(sign, spelled)
    return re.sub(r"[\W_]", "", text)


def digits(text):
    """The digits of a phone number behind the zero or country code."""
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text)).removeprefix("0049").removeprefix("49").lstrip("0")


class HonestListsTest(unittest.TestCase):
    def test_a_seed_writes_the_same_file(self):
        for family in FAMILIES:
            self.assertEqual(HONEST[family].octets, make_lists.make(family, 1, 600).octets, family)
            self.assertNotEqual(HONEST[family].octets, make_lists.make(family, 2, 600).octets, family)

    def test_every_row_has_its_own_reference_and_the_day(self):
        for family, made in HONEST.items():
            rows = read(made)
            self.assertEqual((len(rows), len({row["Buchungsnummer"] for row in rows})), (600, 600), family)
            self.assertEqual({row["Datum"] for row in rows}, {"16.03.2021"}, family)
            self.assertTrue(all(row["Ort"] and row[made.facts["service_column"]] for row in rows), family)

        for seed in range(20):
            self.assertEqual(len({row["Buchungsnummer"] for row in read(make_lists.make("mixed", seed, 300))}), 300, seed)

    def test_nobody_shares_an_address_by_mistake(self):
        for family in set(FAMILIES) - {"families", "frontdesk", "mixed"}:
            addresses = [row["E-Mail"].lower() for row in read(HONEST[family]) if row["E-Mail"]]
            self.assertEqual(len(addresses), len(set(addresses)), family)

    def test_addresses_are_reserved_and_phones_are_kept_for_fiction(self):
        for family, made in HONEST.items():
            for row in read(made):
                self.assertRegex(row["E-Mail"].lower(), r"^$|@(example\.org|[a-z-]+\.example|[a-z-]+\.invalid)$", family)
                self.assertRegex(digits(row["Telefon"]), r"^$|^2214710\d{3}$|^3023125\d{3}$", family)

    def test_no_cell_holds_a_strangers_address_or_phone(self):
        for family, made in HONEST.items():
            met = made.facts["coincidences"]
            if family not in ("frontdesk", "mixed"):
                self.assertEqual((met["address"]["cells"], met["phone"]["cells"]), (0, 0), family)
                rows = read(made)
                shown = "\n".join(f"{row['Vorname']} {row['Ort']}" for row in rows).lower()
                self.assertFalse([row["E-Mail"] for row in rows if row["E-Mail"] and row["E-Mail"].lower() in shown], family)

    def test_each_family_is_what_it_says(self):
        column = lambda family, name: [row[name] for row in read(HONEST[family])]
        self.assertTrue(all(re.fullmatch(r"\d{7,10}", cell) for cell in column("digits", "Buchungsnummer")))
        self.assertTrue(all(re.fullmatch("[A-Z]{8}", cell) for cell in column("letters", "Buchungsnummer")))
        self.assertTrue(all(re.fullmatch("[A-Z0-9]{3}-[A-Z0-9]{3}", cell) for cell in column("alphanumeric", "Buchungsnummer")))
        self.assertTrue(any(re.search(r"\d\.\d\d", cell) for cell in column("rooms", "Ort")))
        self.assertTrue(any("Ansprechpartner" in cell for cell in column("contacts", "Ort")))
        self.assertTrue({"Tag", "Termin", "Uhr", "Gruß"} <= set(column("wordnames", "Nachname")))
        self.assertIn("Ihr Termin", [f"{row['Vorname']} {row['Nachname']}" for row in read(HONEST["formfillers"])])
        self.assertLess(len(set(column("families", "E-Mail"))), 400)
        self.assertTrue(any(row["E-Mail"] and row["E-Mail"] in row["Nachname"] for row in read(HONEST["repeaters"])))
        self.assertGreater(HONEST["postcodes"].facts["coincidences"]["reference"]["cells"], 0)
        self.assertGreater(HONEST["namedplaces"].facts["coincidences"]["name"]["cells"], 0)
        self.assertGreater(HONEST["counters"].facts["coincidences"]["reference"]["cells"], 0)
        self.assertGreater(HONEST["frontdesk"].facts["coincidences"]["phone"]["cells"], 0)

    def test_small_lists_and_lists_longer_than_the_phone_numbers(self):
        for family in FAMILIES:
            for count in (1, 2, 15):
                self.assertEqual(len(read(make_lists.make(family, 4, count))), count, family)
        self.assertEqual(len(read(make_lists.make("digits", 1, 5000))), 5000)


class LeaksTest(unittest.TestCase):
    def test_only_the_planted_cells_differ(self):
        for family in FAMILIES:
            before, after = read(HONEST[family]), read(LEAKY[family])
            changed = {(at + 2, name) for at, row in enumerate(before) for name in row if row[name] != after[at][name]}
            self.assertEqual(changed, {(leak["row"], leak["column"]) for leak in LEAKY[family].facts["leaks"]}, family)
            self.assertEqual(len(changed), 30, family)
            self.assertEqual(LEAKY[family].facts["encoding"], HONEST[family].facts["encoding"], family)

    def test_each_leak_is_there_and_of_a_stranger(self):
        columns = {"address": "E-Mail", "phone": "Telefon", "reference": "Buchungsnummer"}
        for family, made in LEAKY.items():
            rows, honest = read(made), read(HONEST[family])
            for leak in made.facts["leaks"]:
                teller, owner = rows[leak["row"] - 2], rows[leak["of_row"] - 2]
                self.assertEqual(teller[leak["column"]], leak["cell"], leak)
                self.assertIn(leak["written"], leak["cell"], leak)
                self.assertTrue(teller["E-Mail"], leak)
                self.assertNotEqual(honest[leak["row"] - 2]["Nachname"], owner["Nachname"], leak)
                self.assertNotEqual(teller["E-Mail"], owner["E-Mail"], leak)
                if leak["kind"] == "name":
                    self.assertEqual(leak["value"], f"{owner['Vorname']} {owner['Nachname']}", leak)
                    self.assertIn(letters(leak["written"]), (letters(leak["value"]), letters(owner["Nachname"] + owner["Vorname"])), leak)
                    continue
                same = digits if leak["kind"] == "phone" else letters
                self.assertEqual(leak["value"], owner[columns[leak["kind"]]], leak)
                self.assertEqual(same(leak["written"]), same(leak["value"]), leak)
                self.assertNotIn(same(leak["value"]), same(teller[columns[leak["kind"]]]), leak)

    def test_every_kind_and_spelling_is_planted(self):
        planted = {(leak["kind"], leak["how"]) for leak in make_lists.make("alphanumeric", 1, 2000, leaks=60).facts["leaks"]}
        self.assertEqual(planted, {(kind, how) for kind, forms in list_leaks.FORMS.items() for how in forms})

    def test_a_disguise_differs_from_what_it_hides(self):
        for made in LEAKY.values():
            for leak in made.facts["leaks"]:
                if leak["how"] != "plain":
                    self.assertNotEqual(leak["written"], leak["value"], leak)

    def test_plain_leaks_are_found_as_coincidences(self):
        for family, made in LEAKY.items():
            found = list_leaks.coincidences(made.rows)
            for leak in made.facts["leaks"]:
                if leak["how"] == "plain":
                    own = list_leaks.own_values(made.rows[leak["of_row"] - 2])
                    self.assertIn(own[leak["kind"]], found[leak["kind"]], leak)

    def test_more_leaks_than_rows_are_refused(self):
        with self.assertRaisesRegex(ValueError, "ask for fewer"):
            make_lists.make("digits", 1, 20, leaks=11)


if __name__ == "__main__":
    unittest.main()
