#!/usr/bin/env python3
"""Reads messages with Python's own email package and tells what a mail program would see. Shares no code with Einzelpost.

    check_one_message.py DIR

DIR holds .eml files. Prints one JSON list, in the order of the files' names; the Swift tests compare it with what they put
in. `faults` and `defects` are empty for a message that keeps section 11 of the design.
"""

import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import sys

FOLDABLE = {"from", "subject"}        # the others are one token, which cannot be folded


def faults(raw):
    """What is wrong with the octets, before anything is decoded."""
    found = set()
    if not raw.endswith(b"\r\n"):
        found.add("no line end at the end")
    if any(octet > 0x7E or (octet < 0x20 and octet not in b"\r\n") for octet in raw):
        found.add("not printable ASCII")
    head, _, body = raw.partition(b"\r\n\r\n")
    name = ""
    for line in head.split(b"\r\n"):
        if b"\r" in line or b"\n" in line:
            found.add("bare CR or LF")
        if not line.startswith((b" ", b"\t")):
            name = line.partition(b":")[0].decode("ascii", "replace").lower()
        if len(line) > (76 if name in FOLDABLE else 998):
            found.add(f"long line in {name}")
        if not line.strip():
            found.add("blank line in the header")
    for line in body.split(b"\r\n"):
        if b"\r" in line or b"\n" in line:
            found.add("bare CR or LF")
        if len(line) > 76:
            found.add("long line in the body")
        if line.startswith(b"."):
            found.add("line begins with a dot")
        if line.startswith(b"From "):
            found.add("line begins with From")
        if line.endswith((b" ", b"\t")):
            found.add("line ends with a blank")
    return sorted(found)


def defects(message):
    found = [type(defect).__name__ for part in message.walk() for defect in part.defects]
    for part in message.walk():
        for _, value in part.items():
            found += [type(defect).__name__ for defect in getattr(value, "defects", [])]
    return sorted(found)


def content(part):
    text = part.get_payload(decode=True).decode("utf-8", "strict")
    # The line end in front of a boundary belongs to the boundary (RFC 2046 section 5.1.1).
    return text if text.endswith("\r\n") else text + "\r\n"


def mailbox(message):
    """Name and address of From. The new parser leaves blanks between encoded words of a name, so the old one reads it."""
    raw = dict(message.raw_items())["From"].replace("\r\n", "")
    name, address = email.utils.parseaddr(raw)
    return [str(email.header.make_header(email.header.decode_header(name))), address]


def reading(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = list(message.iter_parts()) if message.is_multipart() else []
    date = email.utils.parsedate_to_datetime(str(message["Date"]))
    by_type = {part.get_content_type(): part for part in parts}
    html = by_type.get("text/html")
    return {
        "faults": faults(raw),
        "defects": defects(message),
        "names": message.keys(),
        "from": mailbox(message),
        "senders": [one.addr_spec for one in message["From"].addresses],
        "to": [[one.display_name, one.addr_spec] for one in message["To"].addresses],
        "subject": str(message["Subject"]),
        "date": int(date.timestamp()),
        "offset": int(date.utcoffset().total_seconds()),
        "id": str(message["Message-ID"]),
        "type": message.get_content_type(),
        "part_types": [part.get_content_type() for part in parts],
        "part_headers": [part.keys() for part in parts],
        "charsets": [part.get_content_charset() for part in parts],
        "encodings": [str(part["Content-Transfer-Encoding"]) for part in parts],
        "text": content(by_type["text/plain"]),
        "html": content(html) if html else None,
        "preamble": message.preamble or "",
        "epilogue": message.epilogue or "",
    }


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))
    json.dump([reading(file.read_bytes()) for file in files], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
