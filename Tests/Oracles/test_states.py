"""check_proof.py knows the states and steps that docs/delivery-states.md tells of, and no others."""

import pathlib
import re
import unittest

import check_proof

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "delivery-states.md"
# What the events are called in the journal, where the page names what happens to a delivery.
KINDS = {
    "claimed": "attempt",
    "accepted": "verdict accepted",
    "refused": "verdict refused",
    "deferred": "verdict deferred",
    "lost": "verdict lost",
    "ruled-accepted": "resolved ruled-accepted",
    "ruled-resend": "resolved ruled-resend",
}


def table():
    """State by state what can happen, from the first table of the page."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            steps = dict(re.findall(r"([a-z-]+) → `([a-z]+)`", cells[1]))
            for state in re.findall(r"`([a-z]+)`", cells[0]):
                found[state] = steps
        elif found:
            return found
    return found


class States(unittest.TestCase):
    def test_the_states_are_those_of_the_page(self):
        self.assertEqual(sorted(check_proof.STATES), sorted(table()))

    def test_the_steps_are_those_of_the_page(self):
        page = {
            (state, KINDS.get(event, event)): after
            for state, steps in table().items()
            for event, after in steps.items()
        }
        self.assertGreater(len(page), 10)
        self.assertEqual(check_proof.STEPS, page)


if __name__ == "__main__":
    unittest.main()
