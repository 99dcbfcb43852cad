#!/usr/bin/env python3
"""The Big List of Naughty Strings, and what may be left of each where it is shown. Shares no code with Einzelpost.

    naughty.py

Prints a JSON list of {"text", "shown", "dialled"}. `shown` is the rule of docs/csv.md: blanks, control characters and invisible characters
at both ends are dropped; if a control character is left, every run of blanks is one blank; "-" and nothing are the same.
`dialled` is the same for a phone number, which loses the apostrophe that keeps spreadsheets from calculating.
"""

import json
import pathlib
import re

LIST = pathlib.Path(__file__).parent.parent / "Corpora" / "blns" / "blns.json"
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
# The property White_Space of Unicode, which is not what str.isspace means.
BLANK = "\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


def shown(text):
    text = re.sub(f"^[{BLANK}{INVISIBLE}\\x00-\\x20]+|[{BLANK}{INVISIBLE}\\x00-\\x20]+$", "", text)
    if re.search("[\x00-\x1f]", text):
        text = " ".join(part for part in re.split(f"[{BLANK}]+", text) if part)
    return "" if text == "-" else text


def dialled(text):
    text = shown(text)
    return shown(text[1:]) if text.startswith("'") else text


if __name__ == "__main__":
    strings = json.loads(LIST.read_text())
    print(json.dumps([{"text": text, "shown": shown(text), "dialled": dialled(text)} for text in strings]))
