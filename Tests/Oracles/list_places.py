"""What stands in the place column: sites and halls, rooms, streets, names of places, and whom to call there.

Part of make_lists.py. Shares no code with the program.
"""

from __future__ import annotations

import random

import list_people

SITES = """Impfzentrum Musterkreis
Impfzentrum Musterstadt
Impfzentrum Nord
Impfzentrum Messe Musterstadt
Impfstelle Rathaus
Kreishaus Musterkreis
Gesundheitsamt
Bürgerbüro Mitte
Stadthalle Musterstadt
Straßenverkehrsamt
Mobiles Impfteam""".splitlines()
WINGS = ["Halle 1", "Halle 2", "Halle 4", "Spur A", "Spur B", "Eingang Süd", "Eingang Nord", "Foyer", "1. OG", "Erdgeschoss"]
STREETS = """Rathausplatz
Kreisstraße
Am Markt
Bahnhofstraße
Schulstraße
Hauptstraße
Lindenallee
Im Winkel
Messeweg
Alter Hof""".splitlines()
TOWNS = ["Musterstadt", "Beispielhausen", "Neudorf am See", "Altenmuster", "Musterkirchen"]

# Named after people who are known to everybody.
OF_KNOWN_PEOPLE = """Anne-Frank-Schule
Sophie-Scholl-Gymnasium
Käthe-Kollwitz-Platz 3
Friedrich-Ebert-Halle
Kita St. Anna
Pfarrheim St. Michael
Heinrich-Heine-Straße 4
Grundschule Astrid Lindgren
Albert-Schweitzer-Haus
Maria-Hilf-Krankenhaus""".splitlines()

# Made of words of every day, many of which are family names as well.
OF_WORDS = """Ort der Begegnung
Haus am Markt
Gasthaus zur Post
Bürgerhaus Morgenrot
Haus Abendfrieden
Halle Sommer
Altes Amt, Hof
Kirche am Berg
Haus Rose am Berg
Platz vor dem Tor
Land und Stadt
Gute Stube
Raum Herbst
Raum Winter
Zimmer Mai
Impfzentrum: Ort siehe Brief
Kreishaus, Eingang Hof
Haus Engel
Zum Löwen
Stadthalle, Tag und Nacht geöffnet""".splitlines()

# Named after somebody: {f} first name, {l} family name, {d} both with hyphens.
OF_SOMEBODY = """Grundschule {f} {l}
Praxis Dr. {f} {l}
Praxis Dr. med. {f} {l}
Hausarztpraxis {f} {l}
{d}-Schule
{d}-Straße 12
{d}-Platz 3
Turnhalle {d}-Gymnasium
Apotheke {f} {l}
Zahnarztpraxis {l}, {f}
Seniorenzentrum {f} {l}
Gemeinschaftspraxis {l} & Partner
Haus {f} {l}
Dres. {l} und Kollegen
Kita {f} {l}
Autohaus {l}""".splitlines()

DAYS = [" (ab 01.03.2021)", " (bis 31.03.2021)", " (15.03.-19.03.2021)", " (nur 16.03.)", " (seit 2021-03-01)"]


def room(chance: random.Random) -> str:
    """A room, with its hours or first day now and then."""
    floor, door, start = chance.randrange(5), chance.randint(1, 60), chance.randint(7, 12)
    forms = [f"{chance.randint(1, 4):02}.{floor:02}.{door:03}", f"Zimmer {floor}.{door:02}", f"Raum {floor}{door:02}", f"Zi. {floor}-{door:02}",
             f"Haus {chance.choice('ABC')}, Raum {floor}.{door}", f"EG R 0.{door:02}", f"Kabine {door}"]
    hours = [f" ({start:02}.00-{start + 4:02}.00)", f" ({start:02}:00–{start + 4:02}:30 Uhr)", f" ({start}-{start + 5} Uhr)",
             f" Mo.-Fr. {start}.30-{start + 4}.00"]
    return chance.choice(forms) + chance.choice([""] * 4 + hours + DAYS)


def street(chance: random.Random) -> str:
    """A street and a house number."""
    return f"{chance.choice(STREETS)} {chance.randint(1, 120)}{chance.choice(['', '', '', 'a', '-3'])}"


def named(chance: random.Random, first: str, last: str) -> str:
    """A place that bears somebody's name."""
    return chance.choice(OF_SOMEBODY).format(f=first, l=last, d=f"{first}-{last}".replace(" ", "-"))


def hotline(chance: random.Random) -> str:
    """Which office to call."""
    phone = list_people.office_phone(chance)
    return chance.choice([f"Hotline {phone}", f"Tel. {phone}", f"({phone})", f"Rückfragen: {phone}", "Bürgertelefon 115",
                          "Patientenservice 116117", "Fragen an impfen@musterkreis.example"])


def staff(chance: random.Random, first: str, last: str) -> str:
    """Who works there."""
    phone, extension = list_people.office_phone(chance), chance.randrange(900, 1000)
    return chance.choice([f"Ansprechpartnerin Frau {last}", f"Ansprechpartner Herr {last}, {phone}", f"Leitung: Dr. {last}",
                          f"Ansprechpartnerin: {first} {last}", f"bei {first} {last} melden", f"Anmeldung Fr. {last}, Durchwahl {extension}",
                          f"Slot {chance.choice('ABCD')} (Team {last})"])
