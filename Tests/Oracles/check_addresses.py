#!/usr/bin/env python3
"""Compares the program's reading of e-mail addresses with that of email-validator and idna.

    check_addresses.py FILE               a JSON list of {"address": ..., "here": ...}, where "here" is the mailbox as
                                          the program writes it, missing where it refuses; prints what disagrees
    check_addresses.py --corpus TESTS.XML prints the cases of dominicsayers/isemail as JSON, control characters restored

Every disagreement is of a kind that docs/addresses.md lists, or "unexplained". Needs email-validator (requirements.txt).
"""
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree

MODES = (False, True)


def other_reading(address, allow_smtputf8):
    """The mailbox as email-validator writes it in ASCII, or its refusal."""
    from email_validator import EmailNotValidError, validate_email
    try:
        result = validate_email(address, check_deliverability=False, allow_smtputf8=allow_smtputf8)
    except EmailNotValidError as refusal:
        return None, str(refusal)
    return result.ascii_email or result.normalized, None


def other_domain(address):
    """The domain as idna writes it, by UTS 46, non-transitional; None if it refuses."""
    import idna
    try:
        domain = address.rpartition("@")[2]
        return idna.encode(domain, uts46=True, transitional=False, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError):
        return None


def why_accepted(address):
    """The kind of an address that is accepted here and refused there."""
    if address.lower().rpartition(".")[2] in ("arpa", "invalid", "local", "localhost", "onion", "test"):
        return "special-use-domain"
    return "unexplained"


def why_refused(address):
    """The kind of an address that is refused here and accepted there."""
    local, _, domain = address.rpartition("@")
    foreign = [c for c in domain + spelled_out(domain) if not c.isascii()]
    if re.search("[%!]", local):
        return "source-route"
    if not local.isascii():
        return "local-part-not-ascii"
    if len(local) > 64:
        return "long-local-part"
    if "xn--" in domain.lower():
        return "a-label"
    if unicodedata.normalize("NFKC", domain) != unicodedata.normalize("NFC", domain):
        return "compatibility-form"
    if any(unicodedata.category(c)[0] not in "LM" for c in foreign):
        return "no-letter"
    if foreign:
        return "unicode-tables"
    return "unexplained"


def spelled_out(domain):
    import idna
    try:
        return idna.decode(domain, uts46=True)
    except (idna.IDNAError, UnicodeError):
        return domain


def compare(cases):
    counts = {"agreed": 0, "refused_by_all": 0}
    found = {"accepted_here_alone": {}, "refused_here_alone": {}, "read_otherwise": []}
    unexplained = []

    def note(table, kind, address, refusal=None):
        found[table][kind] = found[table].get(kind, 0) + 1
        if kind == "unexplained" and len(unexplained) < 20:
            unexplained.append(f"{table}: {ascii(address)} {refusal or ''}")

    for case in cases:
        address, here = case["address"], case.get("here")
        for mode in MODES:
            there, refusal = other_reading(address, mode)
            if here is None and there is None:
                counts["refused_by_all"] += 1
            elif here is None:
                note("refused_here_alone", why_refused(address), address)
            elif there is None:
                note("accepted_here_alone", why_accepted(address), address, refusal)
            elif here == there:
                counts["agreed"] += 1
            else:
                found["read_otherwise"].append(f"{ascii(address)}: {here}, {there}")
        if here is not None and other_domain(address) != here.rpartition("@")[2]:
            found["read_otherwise"].append(f"{ascii(address)}: {here}, idna {other_domain(address)}")
    return {**counts, **found, "unexplained": unexplained}


def corpus(path):
    def restored(text):
        return "".join(chr(ord(c) - 0x2400) if 0x2400 <= ord(c) <= 0x2420 else c for c in text or "")
    tests = xml.etree.ElementTree.parse(path).getroot().findall("test")
    return [{"id": int(test.get("id")), "category": test.findtext("category"),
             "address": restored(test.findtext("address"))} for test in tests]


def main(arguments):
    match arguments:
        case ["--corpus", path]:
            result = corpus(path)
        case [path]:
            with open(path, encoding="utf-8") as file:
                result = compare(json.load(file))
        case _:
            sys.exit(__doc__)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
