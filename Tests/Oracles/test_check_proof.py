#!/usr/bin/env python3
"""The proof checker's own tests: signatures of RFC 8032 section 7.1, trees of RFC 6962's test data."""

import hashlib
import unittest

import check_proof

VECTORS = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
     "d25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
     "387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
     "4a7c15e9716ed28dc027beceea1ec40a"),
]
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]


class CheckProofTests(unittest.TestCase):
    def test_signatures_of_the_rfc_hold(self):
        for key, text, signature in VECTORS:
            key, text, signature = (bytes.fromhex(value) for value in (key, text, signature))
            self.assertTrue(check_proof.is_signed(key, signature, text))
            self.assertFalse(check_proof.is_signed(key, signature, text + b"x"))
            for place in range(64):
                flipped = bytearray(signature)
                flipped[place] ^= 1
                self.assertFalse(check_proof.is_signed(key, bytes(flipped), text))

    def test_the_tree_is_that_of_the_rfc(self):
        leaves = [hashlib.sha256(b"\0" + bytes.fromhex(entry)).digest() for entry in ENTRIES]
        root = check_proof.tree(leaves)
        self.assertEqual(root.hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
        path = ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]
        self.assertEqual(check_proof.climb(leaves[0], 0, 8, path), root)
        self.assertNotEqual(check_proof.climb(leaves[1], 0, 8, path), root)
        self.assertNotEqual(check_proof.climb(leaves[0], 1, 8, path), root)
        self.assertIsNone(check_proof.climb(leaves[0], 0, 8, path[:-1]))

    def test_something_else_is_no_proof(self):
        for text in (b"", b"{}\n", b'{"proof":{},"public_key":"","signature":""}\n', b"\xff"):
            self.assertTrue(check_proof.Checker().document(text))


if __name__ == "__main__":
    unittest.main()
