"""What of one row stands in another row's cells: found where it is written plainly, and planted under disguises.

Part of make_lists.py. Shares no code with the program. Cells that are looked at or planted in are those a message may show: the
names, the place and the service.
"""

from __future__ import annotations

import collections
import collections.abc
import dataclasses
import html.entities
import itertools
import random
import re
import unicodedata

import list_people
from list_families import Row
from list_people import area_and_rest, national

SHOWN = ("first", "last", "place", "service")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
WIDE_DIGITS = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)}
# A shorter reference may stand in a cell for any other reason, so nobody could call it a leak.
LEAST_REFERENCE = 4


def words(text: str) -> list[str]:
    """Its words in lower case, hyphens apart."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.lower())


def own_values(row: Row) -> dict[str, str]:
    """What tells this row from others, in the form in which it is compared."""
    name = " ".join(words(f"{row.first} {row.last}")) if row.is_named and row.first and row.last else ""
    return {"address": row.email.lower(), "phone": national(row.phone), "reference": row.reference.lower(), "name": name}


def candidates(cell: str) -> collections.abc.Iterator[tuple[str, str]]:
    """Everything in a cell that could be an address, a phone number, a reference or a whole name, in the form of `own_values`."""
    for match in re.findall(r"[^\s,;()<>/]+@[^\s,;()<>/]+", cell.lower()):
        yield "address", match
    for match in re.findall(r"\(?[+0][\d /().-]{6,}\d", cell):
        yield "phone", national(match)
    for match in re.findall(r"\w+(?:[-.]\w+)*", cell.lower()):
        yield from {("reference", part) for part in [match, *re.split("[-.]", match)]}
    found = words(cell)
    for length in range(2, 6):
        for place in range(len(found) - length + 1):
            part = found[place:place + length]
            for turn in range(length):
                # Turned round as well, for a family name of several words in front of a first name.
                yield "name", " ".join(part[turn:] + part[:turn])


def coincidences(rows: list[Row]) -> dict[str, collections.Counter[str]]:
    """For each kind of value the values that stand plainly in cells of a row of which they are not, and in how many cells."""
    owners: dict[str, set[str]] = {"address": set(), "phone": set(), "reference": set(), "name": set()}
    for row in rows:
        for kind, value in own_values(row).items():
            owners[kind].add(value)
    found: dict[str, collections.Counter[str]] = {kind: collections.Counter() for kind in owners}
    for row in rows:
        own = own_values(row)
        for cell in (getattr(row, field) for field in SHOWN):
            for kind, value in set(candidates(cell)):
                if value and value in owners[kind] and value != own[kind]:
                    found[kind][value] += 1
    return found


@dataclasses.dataclass
class Leak:
    """One planted leak. The heading is row 1, so the first person stands in row 2."""

    row: int
    column: str
    of_row: int
    kind: str
    how: str
    value: str
    written: str
    cell: str


def entities(text: str) -> str:
    """Letters beyond ASCII and the @ as HTML writes them."""
    names = html.entities.codepoint2name
    return "".join(sign if sign.isascii() and sign != "@" else f"&{names[ord(sign)]};" if ord(sign) in names else f"&#{ord(sign)};" for sign in text)


def spelled_out(text: str) -> str:
    """Mueller for Müller."""
    return text.translate({ord(sign): list_people.SPELLED[ord(sign)] for sign in "äöüÄÖÜß"})


Spelling = collections.abc.Callable[[str], str]


def of_name(form: str, change: Spelling = str) -> Spelling:
    """A spelling of a whole name, which is given as `first|last`."""
    def spell(name: str) -> str:
        first, last = name.split("|")
        return change(form.format(f=first, l=last))
    return spell


NAME_FORMS: dict[str, Spelling] = {
    "plain": of_name("{f} {l}"), "comma": of_name("{l}, {f}"), "semicolon": of_name("{l}; {f}"), "brackets": of_name("{f} ({l})"),
    "bar": of_name("{f} | {l}"), "em-dash": of_name("{f} — {l}"), "spelled-out": of_name("{f} {l}", spelled_out),
    "entities": of_name("{f} {l}", entities), "decomposed": of_name("{f} {l}", lambda text: unicodedata.normalize("NFD", text)),
    "capitals": of_name("{f} {l}", str.upper), "no-break-space": of_name("{f}\u00a0{l}"),
    "wide-letters": of_name("{f} {l}", lambda text: text.translate(WIDE)),
}
ADDRESS_FORMS: dict[str, Spelling] = {
    "plain": str, "curly-at": lambda text: text.replace("@", "{at}"), "round-at": lambda text: text.replace("@", "(at)"),
    "spaced-at": lambda text: text.replace("@", " [at] "), "entities": entities, "wide-at": lambda text: text.replace("@", "＠"),
    "wide-digits": lambda text: text.translate(WIDE_DIGITS), "capitals": str.upper,
}
PHONE_FORMS: dict[str, Spelling] = {
    "plain": str, "wide-digits": lambda text: text.translate(WIDE_DIGITS),
    "in-pairs": lambda text: f"0{area_and_rest(text)[0]} " + " ".join(re.findall("..?", area_and_rest(text)[1])),
    "with-zero": lambda text: "+49 (0) {} / {}".format(*area_and_rest(text)), "dots": lambda text: "0{}.{}".format(*area_and_rest(text)),
}
REFERENCE_FORMS: dict[str, Spelling] = {
    "plain": str, "wide-digits": lambda text: text.translate(WIDE_DIGITS), "small-letters": str.lower,
}
FORMS = {"name": NAME_FORMS, "address": ADDRESS_FORMS, "phone": PHONE_FORMS, "reference": REFERENCE_FORMS}

IN_PLACE = ["{cell}, {leak}", "{cell} / {leak}", "{cell}, statt {leak}", "{cell}, vorher {leak}", "{leak}", "{cell} - {leak}"]
IN_NAME = {"phone": ["{cell} {leak}", "{cell}, Tel. {leak}", "{cell} / {leak}", "{cell} ({leak})"],
           "reference": ["{cell} {leak}", "{cell}, Buchung {leak}", "{cell} ({leak})", "{leak} {cell}"]}


def in_any_order(value: str) -> str:
    """The same for Heinrich Martin as for Martin Heinrich, who could not be told apart once the name is turned round."""
    return " ".join(sorted(value.split()))


class Planter:
    """Plants leaks into an honest list, each into a row of its own and of another row's own, so that none can explain another."""

    def __init__(self, rows: list[Row], chance: random.Random) -> None:
        self.rows, self.chance = rows, chance
        self.counts = {kind: collections.Counter(in_any_order(own_values(row)[kind]) for row in rows) for kind in FORMS}
        self.met = coincidences(rows)
        self.free = list(range(len(rows)))
        chance.shuffle(self.free)

    def value(self, row: Row, kind: str) -> str | None:
        """The value as the row has it, if it is that row's alone and stands in no other row yet."""
        compared = own_values(row)[kind]
        if not compared or self.counts[kind][in_any_order(compared)] > 1 or compared in self.met[kind]:
            return None
        if kind == "reference" and len(row.reference) < LEAST_REFERENCE:
            return None
        return {"name": f"{row.first}|{row.last}", "address": row.email, "phone": row.phone, "reference": row.reference}[kind]

    def victim(self, kind: str, how: str) -> tuple[int, str, str] | None:
        """A row with such a value which that spelling changes, the value, and how it is spelled."""
        for index in self.free:
            value = self.value(self.rows[index], kind)
            written = FORMS[kind][how](value) if value else ""
            plain = FORMS[kind]["plain"](value) if value else ""
            if value and (how == "plain" or written != plain):
                return index, plain, written
        return None

    def teller(self, victim: int) -> int | None:
        """A row of a stranger, which gets a message."""
        own = self.rows[victim]
        for index in self.free:
            row = self.rows[index]
            is_kin = row.last == own.last or row.email == own.email or (row.phone and national(row.phone) == national(own.phone))
            if index != victim and row.email and row.is_named and row.first and not is_kin:
                return index
        return None

    def plant(self, kind: str, how: str) -> Leak | None:
        """Writes one such leak into a row, if there are rows left for it."""
        found = self.victim(kind, how)
        teller = self.teller(found[0]) if found else None
        if found is None or teller is None:
            return None
        index, value, written = found
        field = "place" if kind in ("name", "address") else self.chance.choice(["first", "last"])
        form = self.chance.choice(IN_PLACE if field == "place" else IN_NAME[kind])
        cell = form.format(cell=getattr(self.rows[teller], field), leak=written)
        setattr(self.rows[teller], field, cell)
        self.free = [free for free in self.free if free not in (index, teller)]
        return Leak(teller + 2, field, index + 2, kind, how, value, written, cell)


def plant(rows: list[Row], count: int, chance: random.Random) -> list[Leak]:
    """Plants that many leaks, every kind and spelling in turn as far as the list has values for it."""
    planter, failures = Planter(rows, chance), 0
    leaks: list[Leak] = []
    turns = [(kind, how) for kind, forms in FORMS.items() for how in forms]
    chance.shuffle(turns)
    for kind, how in itertools.cycle(turns):
        if len(leaks) == count:
            return sorted(leaks, key=lambda leak: leak.row)
        leak = planter.plant(kind, how)
        failures = 0 if leak else failures + 1
        if leak:
            leaks.append(leak)
        elif failures == len(turns):
            break
    raise ValueError(f"this list has room for {len(leaks)} leaks only, not for {count}; ask for fewer, or for more rows")
