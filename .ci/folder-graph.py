"""Prints which folder of a target uses which, and fails unless each uses only those before it.

    folder-graph.py Sources/MailCore Values People ...

The folders are given in their order, the lowest first; each must be there, and no other. What is
compared are names, since the compiler does not tell: a folder uses another where it writes a name
that the other alone declares. Counted are the declarations that can be reached from outside their
file: types, functions and values at the top level, and members of extensions. A name that means
more than one thing is passed over rather than guessed at:

- nested types are reached through the outer type, whose name is counted, never by their own;
- a name behind a dot is a member, never a type: `Outer.Verdict` is no use of `Verdict`;
- a folder that declares a name itself, nested or not, means its own by it;
- what two folders declare at the top level, and members that are declared twice, count for none.

Comments and the words of texts are left out, what is interpolated into texts is not.
"""

import collections
import pathlib
import re
import sys

MODIFIERS = r"(?:(?:package|public|internal|final|indirect|static|mutating|@\w+) +)*"
HIDDEN = re.compile(r"\b(?:private|fileprivate)\b")
TYPE = re.compile(r"\b(?:struct|enum|class|actor|protocol|typealias|associatedtype)\s+(\w+)")
TOP = re.compile(
    rf"^{MODIFIERS}(?:struct|enum|class|actor|protocol|typealias|func|let|var)\s+(\w+)", re.M
)
EXTENSION = re.compile(r"^((?:\w+ )*)extension [^\n{]*\{\n(.*?)^\}", re.M | re.S)
MEMBER = re.compile(r"\b(?:func|let|var|case)\s+`?(\w+)")
OWN = re.compile(rf"^    {MODIFIERS}(?:func|let|var|struct|enum|typealias)\s+`?(\w+)", re.M)
INTERPOLATED = re.compile(r"\\\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
TEXT = re.compile(r'"""(.*?)"""|"((?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*)"', re.S)
COMMENT = re.compile(r"(?<![:\"])//[^\n]*|/\*.*?\*/", re.S)


def code(path):
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    return TEXT.sub(lambda match: '"' + " ".join(INTERPOLATED.findall(match[0])) + '"', text)


def shared(text):
    """Names that other files can use: top-level ones, and `.member` for members of extensions."""
    names = {name for name in TOP.findall(text)}
    for modifiers, body in EXTENSION.findall(text):
        if not HIDDEN.search(modifiers):
            names |= {f".{name}" for name in OWN.findall(body)}
    return names


def uses(text):
    return set(re.findall(r"(?<![\w.])(\w+)", text)) | set(re.findall(r"\.\w+", text))


def graph(root):
    files = {path: code(path) for path in sorted(root.rglob("*.swift"))}
    folder = {path: path.relative_to(root).parts[0] for path in files}
    homes = collections.defaultdict(set)
    own = collections.defaultdict(set)
    members = collections.Counter()
    for path, text in files.items():
        for name in shared(text):
            homes[name].add(path)
        own[folder[path]] |= set(TYPE.findall(text))
        members.update(set(MEMBER.findall(text)))
    known = {
        name: next(iter(paths))
        for name, paths in homes.items()
        if len(paths) == 1 and (name[0] != "." or members[name[1:]] < 2)
    }
    edges = collections.defaultdict(dict)
    for path, text in files.items():
        for name in uses(text) & known.keys():
            home = folder[known[name]]
            if home == folder[path] or name in own[folder[path]]:
                continue
            example = f"{path} uses {name} of {known[name]}"
            edges[folder[path]].setdefault(home, example)
    return set(folder.values()), edges, len(known), len(homes) - len(known)


def main():
    root, order = pathlib.Path(sys.argv[1]), sys.argv[2:]
    folders, edges, known, passed = graph(root)
    failed = False
    for name in sorted(folders ^ set(order)):
        failed = True
        print(f"{root}/{name}: " + ("has no place in the order" if name in folders else "is gone"))
    for place, name in enumerate(order):
        below = [other for other in order[:place] if other in edges[name]]
        print(f"  {name:9} uses {', '.join(below) or 'none of them'}")
        for other in order[place + 1 :]:
            if other in edges[name]:
                failed = True
                print(f"  {name} must not use {other}: {edges[name][other]}")
    print(f"  ({known} names; {passed} passed over, because they mean more than one thing)")
    sys.exit(failed)


main()
