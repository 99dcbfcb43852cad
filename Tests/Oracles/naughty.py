#!/usr/bin/env python3
"""The Big List of Naughty Strings, and what may be left of each where it is shown. Shares no code with Einzelpost.

    naughty.py

Prints a JSON list of {"text", "shown", "dialled", "clock", "stands"}. `shown` is the rule of docs/csv.md: blanks, control characters and invisible characters
at both ends are dropped; if a control character is left, every run of blanks is one blank; "-" and nothing are the same.
`dialled` is the same for a phone number, which loses the apostrophe that keeps spreadsheets from calculating.
`clock` is the time of day, where the text is one; `stands` says whether as a status it says that the appointment stands.
"""

import json
import pathlib
import re

LIST = pathlib.Path(__file__).parent.parent / "Corpora" / "blns" / "blns.json"
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
# The property White_Space of Unicode, which is not what str.isspace means.
BLANK = "\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

STANDS = ["", "0", "false", "no", "nein", "n"]


def shown(text):
    text = re.sub(f"^[{BLANK}{INVISIBLE}\\x00-\\x20]+|[{BLANK}{INVISIBLE}\\x00-\\x20]+$", "", text)
    if re.search("[\x00-\x1f]", text):
        text = " ".join(part for part in re.split(f"[{BLANK}]+", text) if part)
    return "" if text == "-" else text


def dialled(text):
    text = shown(text)
    return shown(text[1:]) if text.startswith("'") else text


def clock(text):
    found = re.fullmatch("([0-9]{1,2})[.:]([0-9]{2})", shown(text))
    return f"{int(found[1])}:{found[2]}" if found and int(found[1]) < 24 and int(found[2]) < 60 else None


if __name__ == "__main__":
    strings = json.loads(LIST.read_text())
    print(json.dumps([{"text": text, "shown": shown(text), "dialled": dialled(text), "clock": clock(text),
                       "stands": shown(text).lower() in STANDS} for text in strings]))
