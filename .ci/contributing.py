#!/usr/bin/env python3
"""Follows the worked examples of CONTRIBUTING.md in a copy of the sources.

    contributing.py --check     whether each of them can still be applied; takes a second
    contributing.py             applies them all, builds the program, and runs the lines below each

The copy and what was built of it stay in .build-contributing, so that a second run builds only what changed.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / ".build-contributing"


def examples():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## Examples\n", 1)[1]
    for part in re.split(r"^### ", text, flags=re.M)[1:]:
        blocks = re.findall(r"^```(diff|sh)\n(.*?)^```$", part, re.M | re.S)
        yield part.split("\n", 1)[0], blocks


def apply(diff, folder):
    return subprocess.run(["git", "apply", "--recount", "-"], cwd=folder, input=diff,
                          text=True, capture_output=True)


def copy():
    source = WORK / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["xargs", "-0", "cp", "--parents", "-d", "-p", "-t", source], cwd=ROOT, input=names, check=True)
    # By itself, so that nothing is applied to the sources around it.
    subprocess.run(["git", "init", "--quiet"], cwd=source, check=True)
    return source


def main():
    found = list(examples())
    assert len(found) >= 5, "CONTRIBUTING.md has lost examples"
    source = copy()
    for title, blocks in found:
        for kind, block in blocks:
            if kind == "diff":
                result = apply(block, source)
                if result.returncode:
                    sys.exit(f"CONTRIBUTING.md, “{title}”: does not fit the sources any more:\n{result.stderr}")
    if "--check" in sys.argv:
        shutil.rmtree(WORK / "source")
        return
    subprocess.run(["swift", "build", "--package-path", source, "--scratch-path", WORK / "build", "--product",
                    "einzelpost"], check=True, stdout=subprocess.DEVNULL)
    program = WORK / "build/debug"
    for title, blocks in found:
        for kind, block in blocks:
            if kind != "sh":
                continue
            with tempfile.TemporaryDirectory() as folder:
                environment = {
                    **os.environ, "PATH": f"{program}:{os.environ['PATH']}", "SOURCES": str(source), "HOME": folder,
                    "LC_ALL": "C.UTF-8",
                }
                environment.pop("XDG_CONFIG_HOME", None)
                result = subprocess.run(["bash", "-euo", "pipefail", "-c", block], cwd=folder, env=environment)
                if result.returncode:
                    sys.exit(f"CONTRIBUTING.md, “{title}”: what is below it fails")
        print(f"followed: {title}")


main()
