"""What make_csv.py writes: the same again by the same seed, and faults that csv sees where it can."""

import collections
import csv
import unittest

import make_csv

MADE = [make_csv.make(number, 1) for number in range(1500)]


class MakeCSVTest(unittest.TestCase):
    def test_a_seed_writes_the_same_files(self):
        self.assertEqual([made[:2] for made in MADE[:50]], [make_csv.make(number, 1)[:2] for number in range(50)])
        self.assertNotEqual(MADE[0][0], make_csv.make(0, 2)[0])

    def test_every_kind_is_written(self):
        encodings = collections.Counter((made[3].codec, bool(made[3].mark)) for made in MADE)
        self.assertEqual(len(encodings), 10)
        self.assertEqual({made[1]["delimiter"] for made in MADE}, set(";,\t|"))
        purposes = {made[1]["purpose"] for made in MADE}
        self.assertEqual(len(purposes), 8)
        self.assertTrue(any(made[2] for made in MADE))
        widths = [{len(record["cells"]) for record in made[1]["records"]} for made in MADE]
        self.assertTrue(any(len(width) > 1 for width in widths), "ragged rows")

    def test_python_refuses_what_it_can(self):
        for octets, expected, is_separated, writer in MADE:
            if expected["purpose"] in ("behind-quote", "unclosed-quote") and writer.purpose != "long-field":
                with self.assertRaises(csv.Error):
                    make_csv.read(octets, writer.codec, writer.mark, writer.delimiter, is_separated)
            elif expected["purpose"] == "stray-quote":
                records = make_csv.read(octets, writer.codec, writer.mark, writer.delimiter, is_separated)
                self.assertTrue(any('"' in cell for record in records for cell in record["cells"]))
            elif expected["purpose"] == "cut-off":
                with self.assertRaises(UnicodeDecodeError):
                    make_csv.read(octets, writer.codec, writer.mark, writer.delimiter, is_separated)


if __name__ == "__main__":
    unittest.main()
