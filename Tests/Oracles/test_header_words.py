#!/usr/bin/env python3
"""The expansion must miss nothing that a pattern matches, and add nothing."""

import re
import unittest

import header_words


class ExpansionTests(unittest.TestCase):
    def test_every_word_matches_its_pattern(self):
        for patterns in (header_words.FIELDS, header_words.DENIED):
            for name, pattern in patterns.items():
                for word in header_words.words(pattern):
                    self.assertRegex(word, re.compile(f"(?:{pattern})\\Z"), name)

    def test_every_choice_is_taken(self):
        self.assertEqual(header_words.words(r"a(b|c)?d?"), ["a", "ab", "abd", "ac", "acd", "ad"])
        self.assertEqual(header_words.words(r"x\d+"), ["x17", "x2"])
        self.assertEqual(header_words.words(r"x\d*|y"), ["x", "x17", "x2", "y"])

    def test_known_headers_are_among_the_words(self):
        for field, word in [
            ("email", "e-mail-adresse"), ("email", "customer email"), ("start", "1 impfung"), ("start", "start_datetime"),
            ("name", "name, vorname"), ("ref", "buchungs-id"), ("phone", "telefonnummer mobil"), ("dose", "erst-/zweitimpfung"),
        ]:
            self.assertIn(word, header_words.words(header_words.FIELDS[field]))


if __name__ == "__main__":
    unittest.main()
