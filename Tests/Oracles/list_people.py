"""Made-up people with names that are usual in Germany, addresses at reserved domains and phone numbers kept free for fiction.

Part of make_lists.py. Shares no code with the program.
"""

from __future__ import annotations

import dataclasses
import itertools
import random
import re
import unicodedata

# The most frequent first, as in a phone book; many of them are words as well.
LAST = """Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler
Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank
Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein
Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann
Thomas Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Kaya Öztürk Nguyen Kowalski Nowak Ivanov Petrović Hoxha Haddad Rossi Demir Şahin Özdemir
Huhn Tag Herr Gast Bürger Kunde Morgen Uhr Kirch Abend Berg Rose Bach Feld Stern Blum Lenz Mai Sonntag Freitag Montag Herbst Kreis Amt
Hammer Nagel Brot Kern Storm Süß Grün Roß Strauß Höß Bär Löwe Specht Adler Hecht Kohl Kraut Pilz Apfel Birnbaum Nussbaum Kranz Korn
Müller-Lüdenscheidt Schmidt-Weber El-Masri O'Neill D'Angelo""".split()
LAST += ["von Berg", "van Dyk", "de Vries", "zu Hohenfels", "Abu Salem", "von der Heide"]
FIRST = """Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans
Bernd Thorsten Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten Herbert
Oliver Wilhelm Kurt Markus Heinrich Harald Paul Hermann Ulrich Kai Max Moritz Emil Anton Till Ernst August Wolf Mark Ursula Maria Sabine
Susanne Petra Monika Birgit Renate Andrea Helga Karin Brigitte Ingrid Angelika Heike Gabriele Barbara Elke Erika Claudia Gisela Christa
Martina Ute Elisabeth Christine Stefanie Anna Nicole Kerstin Anja Julia Tanja Silke Katrin Jutta Ruth Käthe Bärbel Änne Rose Heide Iris
Viola Linde Gloria Felicitas Sophie Emma Lea Mia Zoë Ayşe Fatma Emine Mehmet Mustafa Özlem Ümit Olga Dmitri Piotr Agnieszka Łukasz
Giulia Linh Yusuf Layla Hans-Peter Karl-Heinz Anna-Lena Eva-Maria René Jérôme""".split()

# Family names that are words of every day or stand in the fixed text of a letter.
WORDS = """Tag Termin Uhr Ort Gruß Anfrage Herr Frau Gast Bürger Kunde Morgen Abend Mittag Nacht Stunde Heute Ende Anfang Bitte Dank Gern
Gut Neu Alt Post Brief Amt Rat Kreis Stadt Land Haus Halle Raum Zimmer Platz Weg Markt Hof Tor Eingang Montag Freitag Samstag Sonntag
Sommer Winter Herbst Lenz Mai März Januar Arzt Impfung Nummer Zahl Grund Recht Adresse Nachricht Auskunft Frage Moment Geld Schein Ihr Sie
Dienst Schutz Absage Huhn Horn Berg Rose Engel Damen Ehre Freund Betreff Telefon Schule Kirche""".split()
WORDLIKE_FIRST = """Rose August Mai Heide Linde Viola Iris Erika Ernst Frank Mark Wolf Gloria Felicitas Christian Will Kai Anna
Karl Petra Peter""".split()

# What people type who misread the form: first name/family name.
ODD_NAMES = [tuple(pair.strip().split("/")) for line in """
Ihr/Termin | Andere/Termine | Uhr/Impfzentrum | Test/Person | Test/Test | Siehe/Anhang | Mutter von/Max | Mutter/von Max | Frau/von Karl
x/x | -/- | k.A./k.A. | /Unbekannt | N.N./N.N. | Platzhalter/2 | bitte/anrufen | siehe/oben | Guten/Tag | Haben Sie/Fragen
Termin/16.03.2021 | Impfung/AstraZeneca | Erzieherin/Kita | Reserve/1 | gesperrt/gesperrt | Zweite/Dosis | Sehr geehrte/Damen und Herren
Mein/Name | Vorname/Nachname | Max/Mustermann | Herr/Herr | Frau/Dr. | Betreuer von/Frau M. | 08:30/Uhr | Bitte/kommen
Die gleiche/Information | Kind 1/Kind 2 | asdf/asdf | 1/2 | Oma/und Opa | Bitte nicht/antworten | Andere Termine bei uns/gelten weiter
""".strip().splitlines() for pair in line.split("|")]

DOMAINS = ["example.org", "familienpost.example", "netz.example", "post.invalid", "briefkasten.example", "funkpost.invalid"]
HANDLES = ["blumenfee", "sonnenschein", "fussballer", "gartenfreund", "katzenmama", "opa", "oma", "wandervogel", "der.chef", "leseratte"]
SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss",
                         "ł": "l", "Ł": "L", "ı": "i", "đ": "d"})

# Area and block of numbers kept free for films and novels; the rest of the three digits that end a number belongs to offices.
PHONE_BLOCKS = [("221", "4710"), ("30", "23125")]
OF_PEOPLE = range(20, 900)
OF_OFFICES = range(900, 1000)


@dataclasses.dataclass
class Person:
    """What a booking system knows of one; `is_named` says whether the name cells hold a first and a family name and
    nothing else."""

    first: str
    last: str
    email: str
    phone: str
    is_named: bool = True


def ascii_letters(name: str) -> str:
    """The name as people write it in addresses: ä as ae, no accents, nothing but letters."""
    plain = unicodedata.normalize("NFKD", name.translate(SPELLED))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum()).lower()


def spelled_phone(chance: random.Random, area: str, block: str, end: int) -> str:
    """One number in one of the ways people type it."""
    forms = ["0{a} {b} {e}", "0{a} {b} {e}", "0{a}/{b}-{e}", "0{a}{b}{e}", "+49 {a} {b} {e}", "+49{a}{b}{e}", "0049 {a} {b}{e}", "(0{a}) {b}{e}"]
    return chance.choice(forms).format(a=area, b=block, e=f"{end:03}")


def national(phone: str) -> str:
    """The digits of a number without the zero or country code in front."""
    return re.sub(r"^(\+49|0049|0)", "", re.sub(r"[^\d+]", "", phone))


def area_and_rest(phone: str) -> tuple[str, str]:
    """A number from here in its two parts."""
    digits = national(phone)
    area = next(area for area, _ in PHONE_BLOCKS if digits.startswith(area))
    return area, digits[len(area):]


def office_phone(chance: random.Random) -> str:
    """A number of an office, which no person has."""
    area, block = chance.choice(PHONE_BLOCKS)
    return spelled_phone(chance, area, block, chance.choice(OF_OFFICES))


class People:
    """Gives out people; no address and no phone number is given out twice."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.used: set[str] = set()
        self.numbers = [(area, block, end) for area, block in PHONE_BLOCKS for end in OF_PEOPLE]
        chance.shuffle(self.numbers)
        self.last_weights = list(itertools.accumulate(1 / (place + 12) for place in range(len(LAST))))

    def last(self) -> str:
        """A family name, the usual ones more often."""
        return self.chance.choices(LAST, cum_weights=self.last_weights)[0]

    def first(self) -> str:
        """A first name, now and then two."""
        name = self.chance.choice(FIRST)
        return f"{name} {self.chance.choice(FIRST)}" if self.chance.random() < 0.04 else name

    def local(self, first: str, last: str) -> str:
        """The part of an address in front of the @."""
        one, two = ascii_letters(first) or "post", ascii_letters(last) or "kontakt"
        year = self.chance.randrange(40, 100)
        forms = [f"{one}.{two}"] * 6 + [f"{one[0]}.{two}"] * 2 + [f"{two}.{one}", f"{one}{two}", f"{one}_{two}", f"{two}{year}", f"{one}{year}",
                 f"{two}", f"{one}.{two}+termin", f"{self.chance.choice(HANDLES)}{year}", f"familie.{two}"]
        return self.chance.choice(forms)

    def email(self, first: str, last: str, local: str | None = None, domain: str | None = None) -> str:
        """An address nobody else has; a number tells namesakes apart, as providers do."""
        wanted, domain = local or self.local(first, last), domain or self.chance.choice(DOMAINS)
        address = f"{wanted}@{domain}"
        while address.lower() in self.used:
            address = f"{wanted}{self.chance.randrange(1, 10_000)}@{domain}"
        self.used.add(address.lower())
        return address.title() if self.chance.random() < 0.01 else address

    def phone(self) -> str:
        """A number nobody else has, or none when all are given out."""
        return spelled_phone(self.chance, *self.numbers.pop()) if self.numbers else ""

    def next(self, first: str | None = None, last: str | None = None) -> Person:
        """Somebody new, of that name if one is given; some have no address or no phone number."""
        first, last = first or self.first(), last or self.last()
        email = self.email(first, last) if self.chance.random() < 0.97 else ""
        phone = self.phone() if self.chance.random() < 0.75 or not email else ""
        return Person(first, last, email, phone)

    def several(self, count: int) -> list[Person]:
        """That many new people."""
        return [self.next() for _ in range(count)]
