"""Plants each fault in a list and sees it reported."""

import unittest

import read_list

BOM = b"\xef\xbb\xbf"
GOOD = BOM + '"Name";"Telefon"\r\n"Ährenröder, \'-";"\'+49 221"\r\n"O""Neill";""\r\n'.encode()


class ReadList(unittest.TestCase):
    def faults(self, data):
        return " ".join(read_list.faults(data))

    def test_a_good_list(self):
        self.assertEqual(self.faults(GOOD), "")

    def test_form(self):
        self.assertIn("byte order mark", self.faults(GOOD[3:]))
        self.assertIn("second byte order mark", self.faults(BOM + GOOD))
        self.assertIn("UTF-8", self.faults(GOOD + b"\xff"))
        self.assertIn("CRLF", self.faults(GOOD.replace(b"\r\n", b"\n")))
        self.assertIn("CRLF", self.faults(GOOD[:-2]))
        self.assertIn("CRLF", self.faults(GOOD.replace(b"hren", b"h\nren")))
        self.assertIn("control", self.faults(GOOD.replace(b"hren", b"h\0ren")))
        self.assertIn("without quotes", self.faults(GOOD.replace(b'"Name"', b"Name")))
        self.assertIn("lengths", self.faults(GOOD.replace(b'"Name";', b"")))

    def test_formulas(self):
        cells = ["=1", "+1", "-1", "@A", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201", " =1", "\u3000=1", "\u22121"]
        cells += ["a,=1", "a|+1", "a, @1", "a,\uff1d1", "\u200d=1", "a\t=1", "\t=1"]
        for cell in cells:
            with self.subTest(cell=cell):
                self.assertIn("formula", self.faults(GOOD.replace(b"'+49 221", cell.encode())))


if __name__ == "__main__":
    unittest.main()
