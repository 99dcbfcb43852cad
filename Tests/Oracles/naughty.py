#!/usr/bin/env python3
"""The Big List of Naughty Strings, and what may be left of each where it is shown. Shares no code with Einzelpost.

    naughty.py

Prints a JSON list of {"text", "shown", "reference", "dialled", "clock", "stands"}. `shown` is the rule of docs/csv.md: what
HTML entities stand for, if every "&" begins one; blanks, control characters and invisible characters at both ends are dropped;
if a control character is left, every run of blanks is one blank; "-" and nothing are the same. `reference` is the same for a
booking reference, of which nothing is left where a spreadsheet has made a rounded number or a word of it.
`dialled` is the same for a phone number, which loses the apostrophe that keeps spreadsheets from calculating.
`clock` is the time of day, where the text is one; `stands` says whether as a status it says that the appointment stands.
"""

import html
import json
import pathlib
import re

LIST = pathlib.Path(__file__).parent.parent / "Corpora" / "blns" / "blns.json"
# The property Default_Ignorable_Code_Point of Unicode (DerivedCoreProperties.txt).
INVISIBLE = ("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
             "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
# The property White_Space of Unicode, which is not what str.isspace means.
BLANK = "\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

ENTITY = r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
DAMAGED = r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+|wahr|falsch|true|false"

STANDS = ["", "0", "false", "no", "nein", "n"]


def unescaped(text):
    return html.unescape(text) if text.count("&") == len(re.findall(ENTITY, text)) else text


def reference(text):
    text = shown(unescaped(text))
    return "" if re.fullmatch(DAMAGED, text, re.IGNORECASE) else text


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
    print(json.dumps([{"text": text, "shown": shown(unescaped(text)), "reference": reference(text), "dialled": dialled(text),
                       "clock": clock(text), "stands": shown(text).lower() in STANDS} for text in strings]))
