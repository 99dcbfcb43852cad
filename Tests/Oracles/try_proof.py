#!/usr/bin/env python3
"""Tries out a published proof: was this person among the recipients? The attack that a proof must withstand.

    try_proof.py PROOF --mail OWN.eml --knows JSON [--own-proof FILE]
    try_proof.py --control DIR --mail OWN.eml --knows JSON

Whoever runs it has the published proof, one mail of the campaign (their own) as a pattern, the proof of that mail, and
names and addresses of people to ask about. JSON is
{"own": PERSON, "times": ["10:22", ...], "references": ["0012", ...], "people": [PERSON, ...]} with PERSON
{"first", "last", "address"}, the own one with "time" and "reference" (its last four characters) as well.

Prints {"form": n, "people": [{"found": null or {"row", "time", "reference"}, "tries", "seconds"}, ...], "links": n}:
`found` is what was confirmed about a person, `links` how many pairs of messages share a value that tells them alike.
With --control the same is tried against what the first form would have published of the mails in a folder
(row-000002.eml): without it, a pattern that does not fit would pass for a proof that withstands.
Standard library only; shares no code with the program.
"""

import argparse
import base64
import hashlib
import hmac
import json
import pathlib
import quopri
import re
import time

MARK = re.compile(r"\0(\w+)\0")


def fields(*texts):
    return b"".join(len(t.encode()).to_bytes(8, "big") + t.encode() for t in texts)


def printable(line):
    """One line in quoted-printable as the program wraps it."""
    out, column = b"", 0
    for octet in line.encode():
        first = column == 0
        plain = 0x20 <= octet <= 0x7E and octet != 0x3D and not (first and octet in b".F")
        if column + (1 if plain else 3) > 75:
            out, column = out + b"=\r\n", 0
            plain = plain and octet not in b".F"
        out += bytes([octet]) if plain else b"=%02X" % octet
        column += 1 if plain else 3
    return out + b"\r\n"


def encoded(text, name):
    if name == "quoted-printable":
        return b"".join(printable(line) for line in text.split("\n"))
    octets = text.replace("\n", "\r\n").encode() + b"\r\n"
    packed = base64.b64encode(octets)
    return b"".join(packed[i:i + 76] + b"\r\n" for i in range(0, len(packed), 76))


class Pattern:
    """One's own mail with everything taken out that is one's own."""

    def __init__(self, mail, own):
        head, body = mail.split(b"\r\n\r\n", 1)
        self.id = re.search(rb"(?mi)^message-id: <([0-9a-f]{32})@", head)[1].decode()
        self.values = {
            "address": own["address"], "id": self.id, "name": f"{own['first']} {own['last']}",
            "time": own["time"], "reference": own["reference"],
        }
        # The digest leaves the Date out; so does what is written here.
        self.date = len(re.search(rb"(?mi)^date:.*\r\n", head + b"\r\n")[0])
        self.head = self.marked(re.sub(rb"(?mi)^date:.*\r\n", b"", head + b"\r\n").decode())
        boundary = re.search(rb'boundary="([^"]+)"', head)[1]
        self.parts, self.boundary = [], self.marked(boundary.decode())
        for part in body.split(b"--" + boundary)[1:-1]:
            part_head, content = part.removeprefix(b"\r\n").split(b"\r\n\r\n", 1)
            name = re.search(rb"(?i)transfer-encoding: (\S+)", part_head)[1].decode()
            text = (quopri.decodestring if name == "quoted-printable" else base64.b64decode)(content).decode()
            self.parts.append((part_head.decode(), name, self.marked(text.replace("\r\n", "\n").removesuffix("\n"))))
        if self.written(self.values) != re.sub(rb"(?mi)^date:.*\r\n", b"", head + b"\r\n") + b"\r\n" + body:
            raise SystemExit("try_proof: the pattern does not write the mail it was made of")

    def marked(self, text):
        for name, value in self.values.items():
            text = re.sub(rf"(?<![^\W_])(?<!-){re.escape(value)}(?![\w])", f"\0{name}\0", text)
        return text

    def written(self, values):
        def fill(text):
            return MARK.sub(lambda match: values[match[1]], text)

        boundary = fill(self.boundary).encode()
        out = fill(self.head).encode() + b"\r\n"
        for part_head, name, text in self.parts:
            out += b"--" + boundary + b"\r\n" + part_head.encode() + b"\r\n\r\n" + encoded(fill(text), name)
        return out + b"--" + boundary + b"--\r\n"

    def candidates(self, person, id, knows, octets):
        """The same mail to somebody else, with every time and reference. Both stand in lines that do not wrap.

        `octets` is its length with the Date, where that is known: then most messages need no try at all.
        """
        for length in sorted({len(text) for text in knows["times"]}):
            dummy = {"time": "88:88"[5 - length:], "reference": "QZQZ"}
            mail = self.written({
                "address": person["address"], "id": id, "name": f"{person['first']} {person['last']}", **dummy})
            if octets is not None and len(mail) + self.date != octets:
                continue
            for when in (text for text in knows["times"] if len(text) == length):
                timed = mail.replace(dummy["time"].encode(), when.encode())
                for reference in knows["references"]:
                    yield timed.replace(b"QZQZ", reference.encode()), when, reference


class Attack:
    def __init__(self, proof, pattern, knows, own_proof):
        self.proof, self.pattern, self.knows = proof, pattern, knows
        self.form = int(proof["format"][-1])
        self.octets = {}
        for event in proof["events"]:
            if event.get("kind") == "verdict":
                detail = json.loads(event["detail"])
                if int(detail.get("octets", "0")):
                    self.octets[event["message"]] = int(detail["octets"])
        # Every key an outsider can have: none, those that stand in the file, and the salt of one's own proof.
        self.keys = [b"", bytes(32)]
        if own_proof and own_proof.get("opening"):
            self.keys.append(bytes.fromhex(own_proof["opening"]["salt"]))

    def hashes(self, digest, entry):
        """All that could stand in the file for a mail with that digest, for somebody without its salt."""
        yield digest
        if self.form > 1:
            for key in self.keys + [bytes.fromhex(entry["id"])]:
                yield hmac.digest(key, fields("einzelpost digest 2", digest), "sha256").hex()

    def is_addressed(self, person, entry):
        address = person["address"].lower()
        texts = [address.encode(), fields("einzelpost recipient 2", address)]
        keys = self.keys + [bytes.fromhex(entry["id"])]
        tries = {hashlib.sha256(text).hexdigest() for text in texts}
        tries |= {hmac.digest(key, text, "sha256").hex() for key in keys for text in texts}
        return entry["recipient"] in tries

    def ask(self, person):
        began, tries = time.monotonic(), 0
        for entry in self.proof["messages"]:
            if self.is_addressed(person, entry):
                return self.answer({"row": entry["rows"][0], "time": None, "reference": None}, tries, began)
            octets = self.octets.get(entry["id"])
            for mail, when, reference in self.pattern.candidates(person, entry["id"], self.knows, octets):
                tries += 1
                if entry["digest"] in self.hashes(hashlib.sha256(mail).hexdigest(), entry):
                    found = {"row": entry["rows"][0], "time": when, "reference": reference}
                    return self.answer(found, tries, began)
        return self.answer(None, tries, began)

    @staticmethod
    def answer(found, tries, began):
        return {"found": found, "tries": tries, "seconds": round(time.monotonic() - began, 3)}

    def links(self):
        """Pairs of messages that share a value."""
        seen, pairs = {}, set()
        for entry in self.proof["messages"]:
            self.note(entry["id"], [entry["digest"], entry["recipient"]], seen, pairs)
        for event in self.proof["events"]:
            if event.get("kind") == "verdict":
                detail = json.loads(event["detail"])
                names = ("recipient", "digest", "data", "receipt", "queue_id")
                self.note(event["message"], [detail[name] for name in names if name in detail], seen, pairs)
        return len(pairs)

    @staticmethod
    def note(id, values, seen, pairs):
        for value in values:
            other = seen.setdefault(value, id)
            if other != id:
                pairs.add((other, id))


def first_form(folder):
    """What a proof of the first form holds of finished mails, as far as it can be tried out."""
    messages = []
    for path in sorted(pathlib.Path(folder).glob("row-*.eml")):
        mail = path.read_bytes()
        id = re.search(rb"(?mi)^message-id: <([0-9a-f]{32})@", mail)[1].decode()
        digest = hashlib.sha256(re.sub(rb"(?mi)^date:.*\r\n", b"", mail, count=1)).hexdigest()
        messages.append({"id": id, "digest": digest, "recipient": "", "rows": [int(path.stem[4:])]})
    return {"format": "einzelpost-proof-1", "messages": messages, "events": []}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("proof", nargs="?")
    parser.add_argument("--control")
    parser.add_argument("--mail", required=True)
    parser.add_argument("--knows", required=True)
    parser.add_argument("--own-proof")
    options = parser.parse_args()
    knows = json.loads(options.knows)
    proof = first_form(options.control) if options.control else json.loads(read(options.proof))["proof"]
    attack = Attack(
        proof, Pattern(read(options.mail), knows["own"]), knows,
        json.loads(read(options.own_proof))["proof"] if options.own_proof else None)
    people = [attack.ask(person) for person in knows["people"]]
    print(json.dumps({"form": attack.form, "people": people, "links": attack.links()}))


if __name__ == "__main__":
    main()
