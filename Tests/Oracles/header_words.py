#!/usr/bin/env python3
"""Writes out every header that the patterns of the research name, as people may spell it.

Prints JSON: {"fields": {field: {word: [spelling, ...]}}, "denied": {kind: {word: [spelling, ...]}}}. The patterns stand
here as they were found; the program has a table of words instead, so the two share nothing.
"""

import json
import re._parser as sre

FIELDS = {
    "email": r"e-?mail(-?adresse)?|mail(adresse)?|kontakt ?e-?mail|(customer|patient|attendee) ?e?mail|email address"
             r"|e-post",
    "start": r"termin(zeit|datum)?|(1|erste) ?(impfung|termin|dosis)|erst(impfung|termin)|zeitpunkt|beginn"
             r"|start ?(time|zeit|_?datetime)?|date time|datum/uhrzeit|appointment( date)?|slot",
    "date": r"datum|tag|termindatum|date",
    "time": r"uhrzeit|zeit|ankunftszeit|uhrzeit/ankunftszeit|von|time",
    "second": r"(2|zweite) ?(impfung|termin|dosis)|zweitimpfung|zweittermin|folgetermin|second (dose|appointment)",
    "first": r"vorname|rufname|first ?_?name|given ?name",
    "last": r"nachname|familienname|zuname|last ?_?name|surname|family ?name",
    "name": r"name|name, ?vorname|(customer|patient|attendee) ?name|patient(in)?|impfling|person|kunde|kundin"
            r"|buerger(in)?|attendee\d+",
    "ref": r"buchungs-?(nummer|nr|id|code)|terminnummer|vorgang(snummer)?|nr|vermittlungscode|referenz|booking ?id|id"
           r"|aktenzeichen|registrierungsnummer",
    "phone": r"tel(efon)?(nummer)?( mobil)?|handy|mobil(nummer)?|rufnummer|(customer )?phone|mobile( number)?"
             r"|attendeephone\d*",
    "site": r"impfzentrum|standort|ort|location|halle|impfstelle|odi ?name",
    "service": r"impfstoff|vakzin|vaccine|terminart|dienstleistung|service|leistung|anlass|besuchsgrund",
    "dose": r"dosis|impfung|impfdosis|erst-?/?zweit(impfung)?|impffolge(nr)?",
    "status": r"status|terminstatus|state|storniert|abgesagt|erschienen",
}

DENIED = {
    "birth": r"geb(urts)?\.?-?datum|geburtstag|dob|birth",
    "age": r"alter",
    "sex": r"geschlecht",
    "home": r"anschrift|straße|plz|wohnort",
    "insurance": r"kv-?nummer|versicherten",
    "health": r"vorerkrank|diagnose|allergie|schwanger|medikament|anamnese",
    "priority": r"berechtigung|priorisierung|prio",
    "work": r"beruf|arbeitgeber|einrichtung",
    "batch": r"charge|lot",
    "remark": r"bemerkung|anmerkung|notiz|kommentar|freitext",
    "custom-fields": r" custom fields",
    "cc-attendees": r"cc attendees",
    "internet-address": r"ip(addr)?",
    "tracking": r"tracking",
}


def words(pattern):
    """Every text that a pattern without endless repeats can match; a number stands for all numbers."""
    return sorted(set(of_sequence(sre.parse(pattern))))


def of_sequence(parts):
    texts = [""]
    for operator, argument in parts:
        texts = [text + tail for text in texts for tail in of_part(str(operator), argument)]
    return texts


def of_part(operator, argument):
    if operator == "LITERAL":
        return [chr(argument)]
    if operator == "IN":
        return [text for kind, value in argument for text in of_part(str(kind), value)]
    if operator == "CATEGORY":
        return ["2", "17"]
    if operator == "SUBPATTERN":
        return of_sequence(argument[-1])
    if operator == "BRANCH":
        return [text for branch in argument[1] for text in of_sequence(branch)]
    least, most, inner = argument
    repeated = of_sequence(inner)
    return repeated + ([""] if least == 0 else [])


def spellings(word):
    """The same header as spreadsheets and forms write it."""
    yield word
    yield word.upper().replace("SS", "ß") if "ß" in word else word.upper()
    yield "\ufeff " + word.title() + ":"
    yield word.replace(" ", "\u00a0\n") + " *"
    yield word.replace("ae", "ä").replace("oe", "ö").replace("bue", "bü")


def main():
    def table(patterns):
        return {
            name: {word: sorted(set(spellings(word))) for word in words(pattern)} for name, pattern in patterns.items()
        }

    print(json.dumps({"fields": table(FIELDS), "denied": table(DENIED)}, ensure_ascii=True))


if __name__ == "__main__":
    main()
