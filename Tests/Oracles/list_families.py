"""The kinds of appointment lists that offices export, each with its own people, references and places.

Part of make_lists.py. A kind is a function of a `Desk` and the number of rows. All of them are honest: no cell is given a value
because it is another person's. What stands in two rows stands there as it does in real lists, because people share it or by chance.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import random
import string

import list_people
import list_places
from list_people import People, Person
from list_places import SITES, WINGS


@dataclasses.dataclass
class Row:
    """One appointment. The order of the fields is that of the columns."""

    reference: str
    first: str
    last: str
    email: str
    phone: str
    time: str
    place: str
    service: str
    is_named: bool = True


class Desk:
    """Where a list is made: the chance of its seed, and its people."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.people = People(chance)

    def some(self, choices: collections.abc.Sequence[str], least: int, most: int) -> list[str]:
        """A few of them, none twice."""
        return self.chance.sample(choices, min(len(choices), self.chance.randint(least, most)))

    def rows(self, people: list[Person], references: list[str], places: list[str]) -> list[Row]:
        """An appointment for each person, somewhere among the places."""
        made = []
        for person, reference in zip(people, references, strict=True):
            minute = self.chance.randrange(7 * 60, 20 * 60, 5)
            made.append(Row(reference, person.first, person.last, person.email, person.phone, f"{minute // 60:02}:{minute % 60:02}",
                            self.chance.choice(places), "", person.is_named))
        return made

    def unique(self, count: int, make: collections.abc.Callable[[], str]) -> list[str]:
        """That many references, none twice."""
        found: dict[str, None] = {}
        while len(found) < count:
            found.setdefault(make())
        return list(found)

    def number(self, digits: int) -> str:
        """A number of that many digits, which may begin with zeros."""
        return "".join(self.chance.choices(string.digits, k=digits))

    def digits(self, count: int) -> list[str]:
        """References of digits alone, in one of the ways systems count."""
        start = self.chance.randrange(4_000_000, 9_000_000)
        running = [str(start + place) for place in range(count)]
        ways = [lambda: running, lambda: self.unique(count, lambda: self.number(7)), lambda: self.unique(count, lambda: self.number(10)),
                lambda: [f"2021{place + 1:06}" for place in range(count)], lambda: [f"160321{place + 1:04}" for place in range(count)]]
        return self.chance.choice(ways)()

    def short(self) -> str:
        """A short reference such as K4T-9ZQ."""
        signs = string.ascii_uppercase + string.digits
        return "".join(self.chance.choices(signs, k=3)) + "-" + "".join(self.chance.choices(signs, k=3))


def sites(desk: Desk) -> list[str]:
    """A site or a few, with or without its halls."""
    site = desk.chance.choice(SITES)
    halls = [f"{site}, {wing}" for wing in desk.some(WINGS, 1, 6)]
    return desk.chance.choice([[site], halls, desk.some(SITES, 2, 5), [site] + halls])


def digits(desk: Desk, count: int) -> list[Row]:
    """A big site with references of digits."""
    return desk.rows(desk.people.several(count), desk.digits(count), sites(desk))


def letters(desk: Desk, count: int) -> list[Row]:
    """References of eight random capital letters."""
    references = desk.unique(count, lambda: "".join(desk.chance.choices(string.ascii_uppercase, k=8)))
    return desk.rows(desk.people.several(count), references, sites(desk))


def alphanumeric(desk: Desk, count: int) -> list[Row]:
    """Short references of letters and digits."""
    return desk.rows(desk.people.several(count), desk.unique(count, desk.short), sites(desk))


def counters(desk: Desk, count: int) -> list[Row]:
    """An office that numbers its rows: 1, 2, 3, or A1, A2, A3; and its rooms as well."""
    front = desk.chance.choice(["", "", "A"])
    places = sites(desk) + [f"Raum {front}{number}" for number in range(1, desk.chance.randint(3, 15))]
    return desk.rows(desk.people.several(count), [f"{front}{place + 1}" for place in range(count)], places)


def rooms(desk: Desk, count: int) -> list[Row]:
    """Places full of numbers: rooms, hours and days."""
    site = desk.chance.choice(SITES)
    places = [desk.chance.choice([f"{site}, ", "", "Kreishaus "]) + list_places.room(desk.chance) for _ in range(desk.chance.randint(15, 60))]
    digits = desk.chance.choice([5, 6, 7])
    return desk.rows(desk.people.several(count), desk.unique(count, lambda: desk.number(digits)), places)


def postcodes(desk: Desk, count: int) -> list[Row]:
    """Places with postcodes; references of five digits, one or more of which happen to be such a postcode."""
    chance = desk.chance
    codes = desk.unique(chance.randint(4, 12), lambda: f"{chance.randrange(1_067, 99_999):05}")
    places = [f"{chance.choice(SITES)}, {list_places.street(chance)}, {code} {chance.choice(list_places.TOWNS)}" for code in codes for _ in range(2)]
    met = codes[: max(1, len(codes) // 2)][:count]
    fresh = desk.unique(count + len(codes), lambda: f"{chance.randrange(1_067, 99_999):05}")
    references = met + [code for code in fresh if code not in codes][: count - len(met)]
    chance.shuffle(references)
    return desk.rows(desk.people.several(count), references, places)


def namedplaces(desk: Desk, count: int) -> list[Row]:
    """Places named after people, some of whom have an appointment as well: somewhere, perhaps in their own place."""
    people = desk.people.several(count)
    names = [(desk.people.first(), desk.people.last()) for _ in range(desk.chance.randint(8, 20))]
    for first, last in names[: desk.chance.randint(1, 3)]:
        people[desk.chance.randrange(count)] = desk.people.next(first, last)
    places = [list_places.named(desk.chance, *name) for name in names] + desk.some(list_places.OF_KNOWN_PEOPLE, 2, 6)
    return desk.rows(people, desk.digits(count), places)


def wordnames(desk: Desk, count: int) -> list[Row]:
    """People whose family name is a word of every day or of a letter, and places made of such words."""
    chance, people = desk.chance, []
    for _ in range(count):
        last = chance.choice(list_people.WORDS) if chance.random() < 0.5 else None
        people.append(desk.people.next(chance.choice(list_people.WORDLIKE_FIRST) if chance.random() < 0.3 else None, last))
    return desk.rows(people, chance.choice([desk.digits(count), desk.unique(count, desk.short)]), desk.some(list_places.OF_WORDS, 4, 12))


def household(desk: Desk) -> list[Person]:
    """People of one name who share an address and mostly a phone number; twins, or a father and his son of the same name."""
    chance, head = desk.chance, desk.people.next()
    firsts = {head.first: None}
    size = chance.choice([1, 2, 2, 2, 3, 4, 5])
    while len(firsts) < size:
        firsts.setdefault(chance.choice(list_people.FIRST))
    members = [Person(first, head.last, head.email, chance.choice([head.phone, head.phone, ""])) for first in firsts]
    members[0] = head
    if chance.random() < 0.05:
        members.append(Person(head.first, f"{head.last} {chance.choice(['jun.', 'sen.', 'jr.'])}", head.email, head.phone, False))
    return members


def families(desk: Desk, count: int) -> list[Row]:
    """Households, booked together: neighbouring references, one time, one place."""
    rows: list[Row] = []
    places, number, dashed = sites(desk), desk.chance.randrange(100_000, 900_000), desk.chance.random() < 0.5
    while len(rows) < count:
        members = household(desk)
        number += desk.chance.randint(len(members), 30)
        references = [f"{number}-{place + 1}" if dashed else str(number - place) for place in range(len(members))]
        booked = desk.rows(members, references, [desk.chance.choice(places)])
        for other in booked[1:]:
            other.time = booked[0].time
        rows += booked
    return rows[:count]


def oddly_filled(desk: Desk, person: Person) -> Person:
    """The person as typed by somebody who misread the form; never with anything of another person."""
    first, last = desk.chance.choice(list_people.ODD_NAMES)
    whole = f"{person.first} {person.last}"
    forms = [(first, last)] * 6 + [
        (whole, person.last), (person.last, person.first), (person.first.upper(), person.last.upper()), ("", whole),
        (f"Frau {person.first}", f"{person.last} (geb. 1950)"), (f"{person.first} + Begleitung", person.last), (person.first, "")]
    return Person(*desk.chance.choice(forms), person.email, person.phone, False)


def formfillers(desk: Desk, count: int) -> list[Row]:
    """Every eighth person typed something odd where a name belongs."""
    people = [oddly_filled(desk, person) if desk.chance.random() < 0.125 else person for person in desk.people.several(count)]
    return desk.rows(people, desk.chance.choice([desk.digits(count), desk.unique(count, desk.short)]), sites(desk))


def repeaters(desk: Desk, count: int) -> list[Row]:
    """One in fifty typed an address, phone number or reference into the name cells, always their own."""
    rows = desk.rows(desk.people.several(count), desk.unique(count, desk.short), sites(desk))
    for row in rows:
        own = desk.chance.choice([row.email, row.phone, row.reference])
        if own and desk.chance.random() < 0.02:
            row.last, row.is_named = f"{row.last} {own}", False
    return rows


def contacts(desk: Desk, count: int) -> list[Row]:
    """Places that say whom to call: an office, or a member of its staff."""
    says = [f"Ansprechpartnerin Frau {desk.people.last()}"]
    for _ in range(desk.chance.randint(6, 24)):
        says.append(desk.chance.choice([list_places.hotline(desk.chance), list_places.staff(desk.chance, desk.people.first(), desk.people.last())]))
    places = [f"{desk.chance.choice(SITES)}{desk.chance.choice([', ', ' - ', ' / '])}{say}" for say in says]
    return desk.rows(desk.people.several(count), desk.digits(count), places)


def frontdesk(desk: Desk, count: int) -> list[Row]:
    """People booked at the desk have the office's number or address in their cells, and so have places."""
    phone, address = list_people.office_phone(desk.chance), "anmeldung@musterkreis.example"
    people = desk.people.several(count)
    for person in people:
        if desk.chance.random() < 0.1:
            person.phone = phone
        if desk.chance.random() < 0.05:
            person.email = address
    site = desk.chance.choice(SITES)
    return desk.rows(people, desk.digits(count), [site, f"{site}, Tel. {phone}", f"{site}, Anmeldung {phone}", f"{site}, {address}"])


def mailboxes(desk: Desk, count: int) -> list[Row]:
    """Addresses that are words, and addresses that end like a longer one: weber@, k.weber@, na.weber@."""
    people = desk.people.several(count)
    for person in people:
        if person.email and desk.chance.random() < 0.4:
            last = list_people.ascii_letters(person.last)
            words = ["info", "kontakt", "post", "tag", "termin", "impfung"]
            local = desk.chance.choice([last, f"a.{last}", f"na.{last}", f"anna.{last}", last[:2], last[0], *words])
            person.email = desk.people.email("", "", local, desk.chance.choice(["example.org", f"{last}.example", "praxis.example"]))
    return desk.rows(people, desk.unique(count, desk.short), sites(desk))


def mixed(desk: Desk, count: int) -> list[Row]:
    """A bit of all the others, as after several systems were put into one file."""
    kinds = [kind for name, kind in KINDS.items() if name != "mixed"]
    rows: list[Row] = []
    for place, kind in enumerate(kinds):
        share = count * (place + 1) // len(kinds) - count * place // len(kinds)
        rows += kind(desk, share) if share else []
    seen: set[str] = set()
    for row in rows:
        while row.reference in seen:
            row.reference = desk.short()
        seen.add(row.reference)
    desk.chance.shuffle(rows)
    return rows


KINDS: dict[str, collections.abc.Callable[[Desk, int], list[Row]]] = {
    kind.__name__: kind
    for kind in (digits, letters, alphanumeric, counters, rooms, postcodes, namedplaces, wordnames, families, formfillers, repeaters,
                 contacts, frontdesk, mailboxes, mixed)}
