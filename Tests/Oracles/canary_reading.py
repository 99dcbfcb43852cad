"""Reads a message as far as anybody could: every header, part, attribute and comment, with every disguise taken off.

Part of canary.py. Shares no code with the program.
"""

import base64
import binascii
import collections
import email
import email.policy
import functools
import html
import html.parser
import json
import quopri
import re
import unicodedata
import urllib.parse

import canary_schedule

WORD = re.compile(canary_schedule.MARK + f"(?=([{canary_schedule.LETTERS}]{{6}}))")
SUFFIX = re.compile(rf"(?<![a-z0-9])[{canary_schedule.LETTERS}]{{2}}\d\d(?![a-z0-9])")
PHONE_DIGITS = 8
DIGITS = re.compile(r"\d(?:[\s\u00a0()/.\-]{0,3}\d){7,}")
YEAR = re.compile(r"(?:19|20)\d\d")
TIME = re.compile(r"(?<![\d:])(\d\d?):(\d\d)(?![\d:])")

BASE64_RUN = re.compile(r"[A-Za-z0-9+/_-]{8,}")
HEX_RUN = re.compile(r"(?:[0-9A-Fa-f]{2}){8,}")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
TAG = re.compile(r"<!--|-->|<[^>]*>")
OWN_ID = "message's own id"
LONG_HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


def plain(text):
    """One spelling of a text: what is left of it in small ASCII letters, as canaries are written. Accents, compatibility
    forms and invisible characters fall away."""
    return (text if text.isascii() else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()).lower()


MONTHS = {plain(month): number for number, month in enumerate(canary_schedule.MONTHS, start=1)}
DATES = [
    (re.compile(r"(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})(?!\d)"), (3, 2, 1)),
    (re.compile(r"(?<!\d)(\d\d?)/(\d\d?)/(\d{4})(?!\d)"), (3, 2, 1)),
    (re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)"), (1, 2, 3)),
    (re.compile(rf"(?<!\d)(\d\d?)\.\s?({'|'.join(MONTHS)})\s(\d{{4}})(?!\d)"), (3, 2, 1)),
]


def undisguised(text):
    """A text in one spelling, and behind it what is left when any disguise is taken off, also one inside another."""
    tight = re.sub(r"\s+", "", text)
    pieces = [undisguised_piece(line) for line in text.splitlines()]
    # What is spread over several lines is found where there are neither lines nor tags.
    return "\n".join(pieces + [plain(layer) for layer in layers(tight)])


@functools.lru_cache(maxsize=20_000)
def undisguised_piece(line):
    """The same of one line. Most lines of a campaign stand in every message."""
    return "\n".join(plain(layer) for layer in layers(line))


def layers(text, depth=3):
    found, waiting = {}, [(text, depth)]
    while waiting:
        layer, left = waiting.pop()
        if layer in found or not layer:
            continue
        found[layer] = None
        if left:
            waiting += [(inner, left - 1) for inner in unwrapped(layer)]
    return list(found)


def unwrapped(text):
    if "&" in text:
        yield html.unescape(text)
    if "%" in text or "+" in text:
        yield urllib.parse.unquote_plus(text)
    if "=" in text:
        yield quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    if "\\" in text:
        yield ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
    if "<" in text:
        yield TAG.sub("", text)
    if "xn--" in text:
        yield from (decoded_label(label) for label in re.findall(r"xn--([A-Za-z0-9-]+)", text))
    yield "\n".join(filter(None, (printable(bytes.fromhex(run)) for run in HEX_RUN.findall(text))))
    yield "\n".join(decoded for run in BASE64_RUN.findall(text) for decoded in from_base64(run))


def decoded_label(label):
    try:
        return label.encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


@functools.lru_cache(maxsize=20_000)
def from_base64(run):
    """What the run says, wherever the encoded text begins in it."""
    run, found = run.replace("-", "+").replace("_", "/"), []
    for start in range(4):
        piece = run[start:]
        piece = piece[:-1] if len(piece) % 4 == 1 else piece + "=" * (-len(piece) % 4)
        try:
            found.append(printable(base64.b64decode(piece)))
        except binascii.Error:
            continue
    return [text for text in found if text]


def printable(octets):
    """The text in the octets, or nothing where they are only noise."""
    text = octets.decode("latin-1")
    return text if re.search(r"[ -~]{6}", text) else ""


class Shape(html.parser.HTMLParser):
    """The elements of a page with the names of their attributes, and the text that is seen."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.elements, self.text, self.hidden = [], [], 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, tuple(name for name, _ in attributes)))
        self.hidden += tag in ("style", "script", "title")

    def handle_endtag(self, tag):
        self.elements.append(("/" + tag, ()))
        self.hidden -= tag in ("style", "script", "title")

    def handle_comment(self, text):
        self.elements.append(("!--", ()))

    def handle_data(self, text):
        if not self.hidden:
            self.text.append(text)


class Reading:
    """One message, decoded by Python's own email package."""

    def __init__(self, path):
        self.path, self.raw = path, path.read_bytes()
        envelope = path.with_suffix(".envelope.json")
        self.recipients = json.loads(envelope.read_text())["rcpt_to"] if envelope.exists() else None
        self.message = email.message_from_bytes(self.raw, policy=email.policy.default)
        self.parts = [part for part in self.message.walk() if not part.is_multipart()]
        self.seen, self.shapes = [], []
        for part in self.parts:
            text = self.content(part)
            if part.get_content_type() == "text/html":
                shape = Shape(text)
                self.shapes.append(tuple(shape.elements))
                text = "".join(shape.text)
            self.seen.append(" ".join(unicodedata.normalize("NFC", text).split()))

    @staticmethod
    def content(part):
        return part.get_payload(decode=True).decode("utf-8", "replace")

    @property
    def addresses(self):
        return [address.addr_spec for header in self.message.get_all("to", []) for address in header.addresses]

    def places(self):
        """Every text of the message by its place; `To` and the envelope are checked by themselves."""
        for part in self.message.walk():
            for name, value in part.items():
                if part is self.message and name.lower() == "to":
                    continue
                yield f"{name} header", f"{name}: {value}"
            for outside in (part.preamble, part.epilogue):
                if outside and outside.strip():
                    yield "text outside the parts", outside
        for part in self.parts:
            yield part.get_content_type(), self.content(part)
        # The source once more, for what the parser does not show. To stands in it, so only foreign values count there.
        yield "source", self.raw.decode("latin-1")

    def texts(self):
        """What to search, by place."""
        # The message's own id, made by chance and used for the boundary too, holds every digit in any order, and what it
        # is decoded to holds any four characters once in some thousands of messages. It is searched by itself.
        own_id = re.match(r"<([0-9a-f]{32})@", str(self.message.get("message-id", "")))
        texts = collections.defaultdict(list)
        for place, text in self.places():
            texts[place].append(text.replace(own_id[1], " ") if own_id else text)
        if own_id:
            texts[OWN_ID].append(own_id[1])
        return {place: "\n".join(pieces) for place, pieces in texts.items()}


class Index:
    """Which row a value belongs to. What a text holds is looked up word by word, however many rows there are."""

    def __init__(self, rows):
        self.words, self.suffixes, self.phones, self.births = {}, {}, {}, {}
        for row in rows:
            for kind, word in row["words"].items():
                self.words.setdefault(word, (kind, set()))[1].add(row["row"])
            self.suffixes[row["suffix"].lower()] = row["row"]
            self.phones[row["phone"]] = row["row"]
            self.births[row["birth"]] = row["row"]

    def canaries(self, text, *, place=""):
        """Pairs of kind and rows for everything in a plain text that belongs to somebody; a date is given as itself.
        Where anything short may stand by chance, in the source and in an id, neither the ends of references nor dates are
        looked for."""
        for match in WORD.finditer(text):
            if known := self.words.get(canary_schedule.MARK + match[1]):
                yield known[0], known[1]
        # Ids made by chance hold every digit in any order.
        text = LONG_HEX.sub(" ", text) if LONG_HEX.search(text) else text
        for match in DIGITS.finditer(text):
            digits = re.sub(r"\D", "", match[0])
            for start in range(len(digits) - PHONE_DIGITS + 1):
                if row := self.phones.get(digits[start:start + PHONE_DIGITS]):
                    yield "phone", {row}
        if place in ("source", OWN_ID):
            return
        for match in SUFFIX.finditer(text):
            if row := self.suffixes.get(match[0]):
                yield "suffix", {row}
        for date in dates(text):
            yield ("birth", {self.births[date]}) if date in self.births else ("day", date)


def dates(text):
    """Every date in a plain text, as ISO 8601."""
    found = set()
    for place in YEAR.finditer(text):
        around = text[max(0, place.start() - 16):place.end() + 8]
        for pattern, (year, month, day) in DATES:
            for match in pattern.finditer(around):
                number = MONTHS.get(match[month]) or int(match[month])
                found.add(f"{match[year]}-{number:02}-{int(match[day]):02}")
    return found


def times(text):
    """Every time of day in a plain text, in minutes."""
    return {int(match[1]) * 60 + int(match[2]) for match in TIME.finditer(text)}
