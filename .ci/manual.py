#!/usr/bin/env python3
"""Writes the manual pages, in mdoc(7): one for the program, one a command, one for the configuration, and those of docs/
that whoever runs the machine needs where there is no browser.

    manual.py PROGRAM FOLDER

What they say is what the program says itself (--experimental-dump-help, help COMMAND), the table of exit codes of
docs/commands.md and the keys of docs/configuration.md; tests compare each of these with the program. Every letter is
kept. The date is that of SOURCE_DATE_EPOCH, or of the last commit, so that the same sources give the same pages.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap

# Pages of section 7, each from a page of docs/.
GUIDES = {
    "einzelpost-pages": ("console.md", "pages for clerks, and their reverse proxy"),
    "einzelpost-restore": ("backup.md", "backup, restore, upgrade and moving of einzelpost"),
    "einzelpost-services": ("services.md", "einzelpost under systemd"),
}
ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = [
    ("./einzelpost.toml", "the configuration, if there is one here"),
    ("~/.config/einzelpost/einzelpost.toml", "the configuration of one person"),
    ("/etc/einzelpost/einzelpost.toml", "the configuration of this machine, and the only one of a service account"),
    ("~/.local/state/einzelpost", "the state directory of one person, unless the configuration names another"),
    ("/var/lib/einzelpost", "the state directory of the account einzelpost, which the Debian package makes"),
    ("/var/lib/einzelpost-witness", "what recognises an older journal that was put back; in no backup"),
    ("/usr/share/einzelpost/Templates", "message templates, unless the configuration names others"),
]


def escaped(text):
    """Text as roff shows it: no letter is lost, nothing in it is a request."""
    text = text.replace("\\", "\\e")
    text = "".join(c if ord(c) < 128 else f"\\[u{ord(c):04X}]" for c in text)
    return re.sub(r"^([.'])", r"\\&\1", text)


def flowing(text):
    """Sentences, each on lines of its own as mdoc wants it, none longer than a terminal."""
    lines = []
    for one in re.split(r"(?<=[.?!;:])(?<!e\.g\.) +(?=\S)", text):
        lines += textwrap.wrap(one, 60, break_long_words=False, break_on_hyphens=False)
    return [escaped(line) for line in lines]


def quoted(text):
    """One argument of a request; a word of it that mdoc would obey is shown."""
    return '"' + escaped(text).replace('"', "\\(dq") + '"'


def date():
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        seconds = subprocess.run(
            ["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True
        ).stdout.strip()
    moment = datetime.datetime.fromtimestamp(int(seconds or 0), datetime.timezone.utc)
    return f"{moment:%B} {moment.day}, {moment.year}"


def paragraphs(text):
    """A discussion: what is indented is shown as it stands, the rest flows."""
    lines, shown = [], False
    for line in (text or "").split("\n"):
        if line.startswith("  ") != shown and line:
            lines.append(".Ed" if shown else ".Bd -literal -offset indent")
            shown = not shown
        if not line:
            if shown:
                lines.append(".Ed")
                shown = False
            lines.append(".Pp")
        else:
            lines += [escaped(line[2:])] if shown else flowing(line)
    if shown:
        lines.append(".Ed")
    # A break in front of a display, at an end or twice in a row has no effect.
    kept = []
    for line in lines:
        if kept and kept[-1] == ".Pp" and line in (".Pp", ".Bd -literal -offset indent"):
            kept.pop()
        if line == ".Pp" and not kept:
            continue
        kept.append(line)
    while kept and kept[-1] == ".Pp":
        kept.pop()
    return kept


def name(argument):
    flags = []
    for one in argument.get("names", []):
        dash = "" if one["kind"] in ("short", "longWithSingleDash") else "\\-"
        flags.append(f"Fl {dash}{one['name'].replace('-', chr(92) + '-')}")
    if not flags:
        return f"Ar {quoted(argument['valueName'])}"
    value = f" Ar {quoted(argument['valueName'])}" if argument["kind"] == "option" else ""
    return " , ".join(flags) + value


def sentence(argument):
    text = " ".join(filter(None, [argument.get("abstract"), argument.get("discussion")]))
    if argument.get("allValues") and argument["kind"] != "flag":
        text += f" (values: {', '.join(argument['allValues'])})"
    if argument.get("defaultValue"):
        text += f" (default: {argument['defaultValue']})"
    return text


def options(command):
    shown = [one for one in command.get("arguments", []) if one.get("shouldDisplay", True)]
    lines = [".Bl -tag -width Ds"]
    for argument in shown:
        lines += [f".It {name(argument)}"] + flowing(sentence(argument))
    return lines + [".El"]


def head(title, section, abstract):
    return [
        f".Dd {date()}", f".Dt {title.upper().replace('.', chr(92) + '.')} {section}", ".Os", ".Sh NAME",
        f".Nm {title}", f".Nd {quoted(abstract.rstrip('.'))}",
    ]


def synopsis(usage):
    return [".Sh SYNOPSIS", ".Bd -literal"] + [escaped(line) for line in usage] + [".Ed"]


def exit_status(codes):
    lines = [".Sh EXIT STATUS", ".Bl -tag -width Ds"]
    for code, meaning in codes:
        lines += [f".It Sy {code}"] + flowing(meaning)
    return lines + [".El"]


def table(text, heading):
    """The rows of the Markdown table below a heading."""
    part = text.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in part.split("\n") if line.startswith("|")][2:]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def plain(cell):
    """Markdown as people read it."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", cell).replace("`", "")


def usage(program, command):
    text = subprocess.run([program, "help", *command], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^USAGE: (.*?)\n\n", text, re.M | re.S)
    return [line.strip() for line in found.group(1).split("\n")]


def see_also(names, own):
    pages = [f".Xr {page} {section} ," for page, section in names if page != own]
    pages[-1] = pages[-1].removesuffix(" ,")
    return [".Sh SEE ALSO"] + pages


def page_of_program(program, command, codes, pages):
    lines = head("einzelpost", 1, command["abstract"]) + synopsis(usage(program, []))
    lines += [".Sh DESCRIPTION"] + paragraphs(command["discussion"].split("Exit codes:")[0].rstrip())
    lines += [".Pp", "The commands, each with a page of its own:", ".Bl -tag -width Ds"]
    for one in subcommands(command):
        lines += [f".It Cm {one['commandName']}"] + flowing(one["abstract"])
    lines += [".El", ".Pp", "Options:"] + options(command)
    lines += [".Sh FILES", ".Bl -tag -width Ds"]
    for path, meaning in FILES:
        lines += [f".It Pa {escaped(path)}"] + flowing(meaning)
    return lines + [".El"] + exit_status(codes) + see_also(pages, "einzelpost")


def page_of_command(program, command, codes):
    title = f"einzelpost-{command['commandName']}"
    lines = head(title, 1, command["abstract"]) + synopsis(usage(program, [command["commandName"]]))
    lines += [".Sh DESCRIPTION"] + flowing(command["abstract"])
    text = paragraphs(command.get("discussion"))
    lines += ([".Pp"] if text and not text[0].startswith(".Bd") else []) + text
    lines += [".Pp", "Arguments and options:"] + options(command) + exit_status(codes)
    return title, lines + see_also([("einzelpost", 1), ("einzelpost.toml", 5)], title)


def page_of_keys(text):
    lines = head("einzelpost.toml", 5, "the configuration of einzelpost") + [".Sh DESCRIPTION"]
    beginning = text.split("\n\n", 1)[1].split("<!--")[0].strip()
    lines += paragraphs(plain(beginning.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n")))
    for section in re.findall(r"^## \[([a-z]+)\]$", text, re.M):
        lines += [f".Ss [{section}]\\&", ".Bl -tag -width Ds"]
        for key, form, absence, meaning, example in table(text, f"## [{section}]"):
            lines += [
                f".It Cm {plain(key)} Pq {quoted(plain(form))}", *flowing(plain(meaning) + "."),
                *flowing(f"If left out: {plain(absence)}."), ".Pp",
                f".Dl {quoted(plain(key) + ' = ' + plain(example))}",
            ]
        lines += [".El"]
    return lines + see_also([("einzelpost", 1)], "")


def guide_blocks(text):
    """The blocks of a Markdown page: paragraphs, headings, tables, lists and what is shown as it stands."""
    for block in re.split(r"\n\n+(?=\S)|\n\n+(?=    \S)|\n(?=#)", text.strip()):
        yield block


def guide_items(block):
    """The items of a list, each on one line."""
    return [" ".join(item.split()) for item in re.split(r"^- ", block, flags=re.M)[1:]]


def page_of_guide(title, abstract, text):
    lines = head(title, 7, abstract)
    lines += [".Sh DESCRIPTION"]
    for block in guide_blocks(text.split("\n", 1)[1]):
        if block.startswith("## "):
            lines += [f".Sh {escaped(plain(block[3:].strip()).upper())}"]
        elif block.startswith("    "):
            lines += [".Bd -literal -offset indent"] + [escaped(line[4:]) for line in block.split("\n")] + [".Ed"]
        elif block.startswith("|"):
            lines += [".Bl -tag -width Ds"]
            for row in block.split("\n")[2:]:
                cells = [plain(cell.strip()).replace("**", "") for cell in row.split("|")[1:-1]]
                lines += [f".It Sy {quoted(cells[0])}"] + flowing("; ".join(filter(None, cells[1:])) + ".")
            lines += [".El"]
        elif block.startswith("- "):
            lines += [".Bl -bullet"]
            for item in guide_items(block):
                lines += [".It"] + flowing(emphasis(item))
            lines += [".El"]
        else:
            lines += [".Pp"] + flowing(emphasis(" ".join(block.split())))
    # A paragraph begins by itself behind a heading.
    kept = [line for place, line in enumerate(lines) if line != ".Pp" or not lines[place - 1].startswith(".Sh")]
    return kept + see_also([("einzelpost", 1), ("einzelpost.toml", 5)], title)


def emphasis(text):
    """Markdown as people read it, without its marks for emphasis."""
    return re.sub(r"(?<![\w*])\*([^*]+)\*(?![\w*])", r"\1", plain(text).replace("**", ""))


def subcommands(command):
    return [one for one in command["subcommands"] if one["commandName"] != "help" and one.get("shouldDisplay", True)]


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    dump = subprocess.run([program, "--experimental-dump-help"], capture_output=True, text=True, check=True)
    command = json.loads(dump.stdout)["command"]
    codes = [(code, plain(meaning)) for code, meaning in
             table((ROOT / "docs/commands.md").read_text(encoding="utf-8"), "## Exit codes")]
    pages = [page_of_command(program, one, codes) for one in subcommands(command)]
    names = [(title, 1) for title, _ in sorted(pages)] + [("einzelpost.toml", 5)] + [(title, 7) for title in GUIDES]
    files = {f"{title}.1": lines for title, lines in pages}
    files["einzelpost.1"] = page_of_program(program, command, codes, names)
    keys = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    files["einzelpost.toml.5"] = page_of_keys(keys)
    for title, (page, abstract) in GUIDES.items():
        files[f"{title}.7"] = page_of_guide(title, abstract, (ROOT / "docs" / page).read_text(encoding="utf-8"))
    for file, lines in files.items():
        (folder / file).write_text("\n".join(lines) + "\n", encoding="ascii")


main()
