"""Tests of guard_alarms.py; `python3 -m unittest discover -s Tests/Oracles` runs them."""

import collections
import json
import os
import pathlib
import tempfile
import unittest

import guard_alarms

ANSWERS = """#!/usr/bin/env python3
import json, sys
plan, rows, code, errors = json.loads(open({answers!r}).read())
print(json.dumps(plan if sys.argv[1] == "plan" else rows))
print(errors, file=sys.stderr)
raise SystemExit(code if sys.argv[1] == "plan" else 0)
"""


class GuardAlarmsTest(unittest.TestCase):
    def measure(self, code, rows, errors="", leaks=0, values=0):
        """What is counted when the program answers like this."""
        with tempfile.TemporaryDirectory() as name:
            answers, program = pathlib.Path(name) / "answers", pathlib.Path(name) / "program"
            answers.write_text(json.dumps([{"campaign": "x", "messages": 7, "values": [{}] * values}, {"rows": rows}, code, errors]))
            program.write_text(ANSWERS.format(answers=str(answers)))
            os.chmod(program, 0o700)
            return guard_alarms.measure(str(program), "digits", 1, 50, leaks)

    def test_a_stopped_file_is_an_alarm(self):
        counts, through = self.measure(3, [], "the guard will not let 2 messages go")
        self.assertEqual((counts["stopped"], through), (1, []))
        self.assertEqual(guard_alarms.rate(counts), "200.00")

    def test_another_ending_is_none_of_its_matters(self):
        with self.assertRaises(SystemExit):
            self.measure(65, [], "no such column")

    def test_rows_that_are_asked_about_are_counted_and_their_values(self):
        asked = {"class": "needs-decision", "reasons": [f"its name holds a name: {guard_alarms.ASKED[0]}"]}
        other = {"class": "needs-decision", "reasons": ["two dates"]}
        counts, _ = self.measure(1, [{"row": 2, **asked}, {"row": 3, **asked}, {"row": 4, **other}], values=1)
        self.assertEqual((counts["asked"], counts["values"], counts["stopped"]), (2, 1, 0))

    def test_a_leak_that_gets_a_message_got_through(self):
        sent = [{"row": row, "class": "send", "reasons": []} for row in range(2, 52)]
        _, through = self.measure(0, sent, leaks=3)
        self.assertEqual(len(through), 3)
        waiting = [{**row, "class": "needs-decision"} for row in sent]
        self.assertEqual(self.measure(1, waiting, leaks=3)[1], [])

    def test_seeds_are_a_number_or_a_range(self):
        self.assertEqual((guard_alarms.numbers("3"), guard_alarms.numbers("3-5")), ([3], [3, 4, 5]))
        self.assertEqual(guard_alarms.rate(collections.Counter(rows=10, leaks=1)), "")


if __name__ == "__main__":
    unittest.main()
