#!/usr/bin/env python3
"""Writes and reads dates with Python's own datetime and zoneinfo. Shares no code with Einzelpost.

    dates.py write --seed N --columns N     columns of cells with a day and a time, and what each cell means
    dates.py read FILE                      every meaning that the cells in a JSON file can have
    dates.py clock ZONE FIRST LAST STEP     the offsets of a zone, every STEP minutes of the years FIRST to LAST

`write` begins with an instant and spells it, so that its meaning is known without reading anything. `expected` is null
where the clocks change and the wall clock shows no such time, or the same time twice.
"""

import argparse
import datetime as dt
import json
import random
import re
import zoneinfo

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
CHANGES = [dt.date(2020, 3, 29), dt.date(2021, 3, 28), dt.date(2022, 3, 27),
           dt.date(2020, 10, 25), dt.date(2021, 10, 31), dt.date(2022, 10, 30)]
WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = [["Januar", "Jan.", "Jän.", "Jänner"], ["Februar", "Feb."], ["März", "Mrz", "Maerz", "Mär."], ["April", "Apr."],
          ["Mai"], ["Juni", "Jun."], ["Juli", "Jul."], ["August", "Aug."], ["September", "Sept.", "Sep."],
          ["Oktober", "Okt."], ["November", "Nov."], ["Dezember", "Dez."]]
ENGLISH = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"]


def offsets(wall, zone):
    """The offsets from UTC at which a zone's clocks show a wall time: none, one, or two."""
    found = []
    for fold in (0, 1):
        moment = wall.replace(tzinfo=zone, fold=fold)
        back = moment.astimezone(dt.timezone.utc).astimezone(zone).replace(tzinfo=None)
        if back == wall and moment.utcoffset() not in found:
            found.append(moment.utcoffset())
    return found


def meaning(wall):
    found = offsets(wall, BERLIN)
    return wall.replace(tzinfo=dt.timezone(found[0])).isoformat() if len(found) == 1 else None


# Writing -------------------------------------------------------------------------------------------------------------

def plain_dates(chance, day):
    weekday = WEEKDAYS[day.weekday()]
    month = chance.choice(MONTHS[day.month - 1])
    short = f"{day.year % 100:02}"
    return [
        f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{short}", f"{day:%d.%m.%y}", f"{day.day}. {day.month}. {day.year}",
        f"{weekday[:2]}, {day.day}. {month} {day.year}", f"{weekday}, {day.day}. {month} {day.year}",
        f"{weekday[:2]}. {day:%d.%m.%Y}", f"{weekday[:2]} {day:%d.%m.%y}", f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}",
        f"{day.day} {month} {short}", f"{day.day}-{month.rstrip('.')}-{day.year}",
        f"{ENGLISH[day.month - 1]} {day.day}, {day.year}", f"{day.day} {ENGLISH[day.month - 1][:3]} {day.year}",
        f"\u00a0{day:%d.%m.%Y} ", f"{weekday.upper()}, {day:%d.%m.%Y}",
    ]


def times(chance, wall):
    end = (wall + dt.timedelta(minutes=10)).time()
    slots = [f"{wall:%H:%M}-{end:%H:%M}", f"{wall:%H:%M} – {end:%H:%M} Uhr", f"{wall:%H.%M} bis {end:%H.%M} Uhr"]
    known = [f"{wall.hour}:{wall:%M}", f"{wall:%H:%M}", f"{wall:%H.%M}" if wall.hour else f"{wall:%H:%M}",
             f"{wall.hour}.{wall:%M} Uhr", f"{wall:%H:%M:%S}", f"{wall:%H%M}", f"{wall:%H:%M} Uhr", f"{wall:%H:%M:%S}.000"]
    if end > wall.time():
        known += slots
    if wall.minute == 0:
        known.append(f"{wall.hour} Uhr")
    return known


def time_cells(chance, wall):
    return times(chance, wall) + [fraction(chance, wall).replace(".", ","), halved(chance, wall)]


def halved(chance, wall):
    hour = (wall.hour + 11) % 12 + 1
    half = "AM" if wall.hour < 12 else "PM"
    return chance.choice([f"{hour}:{wall:%M} {half}", f"{hour:02}:{wall:%M} {half.lower()}", f"{hour}:{wall:%M}:00 {half}"])


def fraction(chance, wall):
    """A spreadsheet's part of a day, with as many digits as it likes to show."""
    return f"{(wall.hour * 60 + wall.minute) / 1440:.{chance.choice([5, 9, 15])}f}"


def instants(chance, wall):
    """Spellings of a wall time that name the offset."""
    known = offsets(wall, BERLIN)
    if not known:
        return None, []
    offset = chance.choice(known)
    moment = wall.replace(tzinfo=dt.timezone(offset))
    utc = moment.astimezone(dt.timezone.utc)
    far = moment.astimezone(dt.timezone(dt.timedelta(hours=chance.choice([-5, -3.5, 5.5, 5.75, 9]))))
    return moment.isoformat(), [
        f"{utc:%Y-%m-%dT%H:%M:%SZ}", f"{utc:%Y-%m-%dT%H:%M:%S}.000Z", f"{utc:%Y-%m-%dT%H:%MZ}", moment.isoformat(),
        f"{wall:%Y-%m-%d %H:%M}{moment:%z}", far.isoformat(),
    ]


def wall_time(chance):
    day = chance.choice(CHANGES) if chance.random() < 0.1 else dt.date(2020, 1, 1) + dt.timedelta(chance.randrange(1096))
    hour = chance.randrange(5) if day in CHANGES else chance.randrange(24)
    wall = dt.datetime.combine(day, dt.time(hour, chance.choice([0, 5, 10, 15, 20, 30, 45, 50])))
    # Midnight is how a spreadsheet writes a bare day.
    return wall if wall.time() != dt.time(0) else wall + dt.timedelta(minutes=5)


def cell(chance, kind):
    wall = wall_time(chance)
    expected = meaning(wall)
    serial = str((wall.date() - dt.date(1899, 12, 30)).days)
    if kind == "instant":
        expected, spellings = instants(chance, wall)
        if not spellings:
            return cell(chance, kind)
        return {"start": chance.choice(spellings), "time": "", "expected": expected}
    if kind in ("dmy", "mdy"):
        separator = chance.choice("/-")
        parts = [f"{wall.day}", f"{wall.month}"] if chance.random() < 0.5 else [f"{wall:%d}", f"{wall:%m}"]
        year = str(wall.year) if chance.random() < 0.7 else f"{wall:%y}"
        date = separator.join((parts if kind == "dmy" else parts[::-1]) + [year])
        clock = halved(chance, wall) if kind == "mdy" else chance.choice(times(chance, wall))
        return {"start": f"{date} {clock}", "time": "", "expected": expected}
    dates = plain_dates(chance, wall.date()) + ([serial] * 4 if kind == "serial" else [])
    date = chance.choice(dates)
    if chance.random() < 0.5:
        return {"start": date, "time": chance.choice(time_cells(chance, wall)), "expected": expected}
    if date == serial:
        share = fraction(chance, wall)[1:].replace(".", chance.choice(".,"))
        return {"start": serial + share, "time": "", "expected": expected}
    is_iso = re.fullmatch(r"\d{4}-..-..", date)
    between = chance.choice([" ", ", ", " um "] + (["T"] if is_iso else []))
    # Behind an ISO date, the end of a slot could be an offset.
    known = [time for time in times(chance, wall) if not is_iso or not re.search("[-–b]", time)]
    return {"start": date.rstrip() + between + chance.choice(known), "time": "", "expected": expected}


def proof(kind):
    """A cell with a number above 12, so that the column proves its order."""
    day = {"dmy": "16/03/2021", "mdy": "03/16/2021"}.get(kind, "16.03.2021")
    clock = "9:10 AM" if kind == "mdy" else "09:10"
    return {"start": f"{day} {clock}", "time": "", "expected": "2021-03-16T09:10:00+01:00"}


def write(seed, columns):
    chance = random.Random(seed)
    kinds = ["plain", "serial", "instant", "dmy", "mdy"]
    return [{"kind": kind, "cells": [proof(kind)] + [cell(chance, kind) for _ in range(50)]}
            for kind in (kinds[number % len(kinds)] for number in range(columns))]


# Reading -------------------------------------------------------------------------------------------------------------

SPELT = {name.lower().replace("ä", "ae").rstrip("."): number + 1
         for number, names in enumerate(MONTHS) for name in names + [ENGLISH[number], ENGLISH[number][:3]]}
SPELT |= {"feber": 2, "febr": 2, "jaenner": 1, "jaen": 1, "mar": 3, "maer": 3}
DAYS = {}
for _index, _names in enumerate(zip(WEEKDAYS, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])):
    for _name in _names:
        for _length in (2, 3, len(_name)):
            DAYS.setdefault(_name.lower()[:_length], set()).add(_index)
DAYS["sonnabend"] = {5}
TIME = (r"(?P<hour{0}>\d\d?)(?:[:.](?P<minute{0}>\d\d)(?::00(?:[.,]0+)?)?)?(?: ?(?P<half{0}>[ap])(?:m|\.m\.))?(?P<uhr{0}> ?uhr)?"
        r"|(?P<four{0}>\d{{4}})(?: ?uhr)?")
ENDING = r"(?: ?(?:-|bis) ?(?P<ending>[\d:.]+(?: ?[ap]\.?m\.?)?(?: ?uhr)?) ?)?"
OFFSET = r"(?P<offset>z|[+-]\d\d(?::?\d\d)?)?"
DATES = [
    r"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4}|\d\d)",
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", r"(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)",
    r"(?P<d>\d\d?)(?:\. ?| ?|-)(?P<name>[a-z]+)(?:\. ?| ?|-)(?P<y>\d{4}|\d\d)",
    r"(?P<name>[a-z]+)\.? ?(?P<d>\d\d?)(?:, ?| )(?P<y>\d{4})",
    r"(?P<a>\d\d?)(?P<sep>[/-])(?P<b>\d\d?)(?P=sep)(?P<y>\d{4}|\d\d)",
]


def clock(found, tag):
    if found[f"four{tag}"]:
        hour, minute = int(found[f"four{tag}"][:2]), int(found[f"four{tag}"][2:])
    else:
        if not (found[f"minute{tag}"] or found[f"half{tag}"] or found[f"uhr{tag}"]):
            return None
        hour, minute = int(found[f"hour{tag}"]), int(found[f"minute{tag}"] or 0)
        if found[f"half{tag}"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if found[f"half{tag}"] == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def share(digits):
    minutes = float("0." + digits) * 1440
    near = round(minutes)
    slack = max(0.5 / 60, 720 * 10 ** -len(digits))
    return dt.time(*divmod(near, 60)) if abs(minutes - near) <= slack and near < 1440 else None


def times_in(cell):
    found = re.fullmatch(rf"(?:{TIME.format('')}){ENDING}", cell)
    known = [clock(found.groupdict(), "")] if found else []
    part = re.fullmatch(r"0[.,](\d+)", cell)
    if part:
        known.append(share(part[1]))
    return {time for time in known if time}


def tidy(cell):
    cell = cell.replace("–", "-").lower()
    for umlaut, letters in zip("äöüß", ("ae", "oe", "ue", "ss")):
        cell = cell.replace(umlaut, letters)
    return " ".join(cell.split())


def read(start, time, order):
    """Every instant the cells can mean."""
    start, time = tidy(start), tidy(time)
    beside = times_in(time)
    known = set()

    def add(day, own, offset=None):
        if offset is not None:
            moment = dt.datetime.combine(day, own).replace(tzinfo=offset).astimezone(BERLIN)
            known.add(moment.isoformat())
            return
        for at in {own} if own and own != dt.time(0) else beside | ({own} if own else set()):
            if meaning(dt.datetime.combine(day, at)):
                known.add(meaning(dt.datetime.combine(day, at)))

    rest = re.match(r"([a-z]+)[., ]*(?=\d|[a-z])", start)
    weekdays = DAYS.get(rest[1]) if rest else None
    if weekdays:
        start = start[rest.end():]
    number = re.fullmatch(r"(\d{5})(?:[.,](\d+))?", start)
    if number:
        day = dt.date(1899, 12, 30) + dt.timedelta(int(number[1]))
        own = share(number[2]) if number[2] and number[2].strip("0") else None
        if not weekdays or day.weekday() in weekdays:
            add(day, own)
        return known
    for date, tail in [(date, tail) for date in DATES for tail in (OFFSET, ENDING)]:
        # Behind an ISO date, a dash can begin an offset or join the ends of a slot.
        if tail is OFFSET and not date.startswith(r"(?P<y>\d{4})-"):
            continue
        if tail is ENDING and re.match(r"[\d-]+t", start):
            continue
        found = re.fullmatch(rf"{date}(?:(?: ?,? ?um |[ ,]+|t)(?:{TIME.format('')}){tail})?", start)
        if not found:
            continue
        parts = found.groupdict()
        try:
            year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
            if "a" in parts:
                one, two = int(parts["a"]), int(parts["b"])
                day = dt.date(year, two, one) if order == "dmy" else dt.date(year, one, two)
            else:
                day = dt.date(year, SPELT.get(parts["name"], 0) if "name" in parts else int(parts["m"]), int(parts["d"]))
        except ValueError:
            continue
        if weekdays and day.weekday() not in weekdays:
            continue
        own = clock(parts, "") if parts["hour"] or parts["four"] else None
        if (parts["hour"] or parts["four"]) and own is None:
            continue
        offset = parts.get("offset")
        if offset == "z":
            offset = dt.timezone.utc
        elif offset:
            digits = offset[1:].replace(":", "").ljust(4, "0")
            ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            if ahead >= dt.timedelta(days=1):
                continue
            offset = dt.timezone(ahead if offset[0] == "+" else -ahead)
        add(day, own, offset)
    return known


# The clocks of a zone ------------------------------------------------------------------------------------------------

def zone_clock(name, first, last, step):
    """For each step: the offset on the wall in seconds (or null, or two of them), and the one at that instant of UTC."""
    zone = zoneinfo.ZoneInfo(name)
    wall, utc = [], []
    moment, end = dt.datetime(first, 1, 1), dt.datetime(last + 1, 1, 1)
    while moment < end:
        wall.append([int(offset.total_seconds()) for offset in offsets(moment, zone)])
        utc.append(int(moment.replace(tzinfo=dt.timezone.utc).astimezone(zone).utcoffset().total_seconds()))
        moment += dt.timedelta(minutes=step)
    return {"wall": wall, "utc": utc}


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("--seed", type=int, required=True)
    writing.add_argument("--columns", type=int, required=True)
    reading = commands.add_parser("read")
    reading.add_argument("file")
    turning = commands.add_parser("clock")
    turning.add_argument("zone")
    for name in ("first", "last", "step"):
        turning.add_argument(name, type=int)
    given = parser.parse_args()
    if given.command == "write":
        print(json.dumps(write(given.seed, given.columns)))
    elif given.command == "read":
        with open(given.file, encoding="utf-8") as file:
            print(json.dumps([sorted(read(cell["start"], cell["time"], cell["order"])) for cell in json.load(file)]))
    else:
        print(json.dumps(zone_clock(given.zone, given.first, given.last, given.step)))


if __name__ == "__main__":
    main()
