"""What dates.py writes, and what it reads, against each other and against known days."""

import datetime as dt
import unittest
import zoneinfo

import dates


class DatesTest(unittest.TestCase):
    def test_every_written_cell_is_read_as_it_was_meant(self):
        cells = [(column["kind"], cell) for column in dates.write(1, 50) for cell in column["cells"]]
        for kind, cell in cells:
            meanings = {cell["expected"]} - {None}
            self.assertEqual(dates.read(cell["start"], cell["time"], kind), meanings, cell)
        self.assertTrue(any(cell["expected"] is None for _, cell in cells))

    def test_another_order_is_another_day(self):
        self.assertEqual(dates.read("03/04/2021", "09:10", "dmy"), {"2021-04-03T09:10:00+02:00"})
        self.assertEqual(dates.read("03/04/2021", "09:10", "mdy"), {"2021-03-04T09:10:00+01:00"})

    def test_contradictions_have_no_meaning(self):
        for start, time in [("Mi, 16.03.2021", "09:10"), ("31.02.2021", "09:10"), ("16.03.2021", "25:00"),
                            ("16.03.2021", "ab 9 Uhr"), ("28.03.2021", "02:30"), ("31.10.2021", "02:30"), ("", "09:10")]:
            self.assertEqual(dates.read(start, time, "dmy"), set(), (start, time))

    def test_both_clock_changes(self):
        berlin = zoneinfo.ZoneInfo("Europe/Berlin")
        hours = [dt.timedelta(hours=1), dt.timedelta(hours=2)]
        self.assertEqual(dates.offsets(dt.datetime(2021, 3, 28, 1, 59), berlin), hours[:1])
        self.assertEqual(dates.offsets(dt.datetime(2021, 3, 28, 2), berlin), [])
        self.assertEqual(dates.offsets(dt.datetime(2021, 3, 28, 3), berlin), hours[1:])
        self.assertEqual(sorted(dates.offsets(dt.datetime(2021, 10, 31, 2, 30), berlin)), hours)
        self.assertEqual(dates.offsets(dt.datetime(2021, 10, 31, 3), berlin), hours[:1])


if __name__ == "__main__":
    unittest.main()
