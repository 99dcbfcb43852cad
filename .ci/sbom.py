#!/usr/bin/env python3
"""Writes what the program is made of, as CycloneDX 1.6: the Swift packages in it, and the Debian packages it is linked with.

    sbom.py PROGRAM VERSION FILE

The same sources give the same file: no time, no random number. Commit ids differ between mirrors of a package, so each
Swift package has the id of its tree (git rev-parse HEAD^{tree}).
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(*words):
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def licence(folder):
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("LICENSE*"))]
    text = " ".join(" ".join(texts).split())
    if "Apache License" in text:
        return "Apache-2.0"
    if "Permission is hereby granted, free of charge" in text:
        return "MIT"
    sys.exit(f"sbom: the licence of {folder.name} is not known; add it here")


def swift_packages():
    found = {}

    def walk(package):
        for one in package["dependencies"]:
            found[one["identity"]] = one
            walk(one)

    walk(json.loads(run("swift", "package", "show-dependencies", "--format", "json")))
    for one in found.values():
        place = re.sub(r"^https://|\.git$", "", one["url"])
        tree = run("git", "-C", one["path"], "rev-parse", "HEAD^{tree}").strip()
        purl = f"pkg:swift/{place}@{one['version']}"
        yield {
            "type": "library", "bom-ref": purl, "name": one["name"], "version": one["version"], "purl": purl,
            "licenses": [{"license": {"id": licence(pathlib.Path(one["path"]))}}],
            "properties": [{"name": "git:tree", "value": tree}],
        }


def release():
    text = pathlib.Path("/etc/os-release").read_text(encoding="utf-8")
    value = dict(re.findall(r'^(\w+)="?([^"\n]*)', text, re.M))
    return value["ID"], f"{value['ID']}-{value['VERSION_ID']}"


def linked_packages(program):
    wanted = re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", program))
    places = dict(re.findall(r"^\s*(\S+) => (\S+)", run("ldd", program), re.M))
    vendor, distro = release()
    owners = set()
    for library in wanted:
        path = places.get(library)
        # The dynamic linker itself.
        if path is None:
            continue
        names = {str(pathlib.Path(path).resolve()), path}
        names |= {name.removeprefix("/usr") for name in names}
        for name in sorted(names):
            found = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
            if found.returncode == 0:
                owners.add(found.stdout.split(": ")[0].split(",")[0])
                break
        else:
            sys.exit(f"sbom: no package owns {path}")
    for owner in sorted(owners):
        form = "${Package} ${Version} ${Architecture}"
        name, version, architecture = run("dpkg-query", "-W", "-f", form, owner).split()
        purl = f"pkg:deb/{vendor}/{name}@{version.replace('+', '%2B').replace(':', '%3A')}?arch={architecture}&distro={distro}"
        yield {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}


def main():
    program, version, file = sys.argv[1:]
    components = sorted([*swift_packages(), *linked_packages(program)], key=lambda one: one["bom-ref"])
    own = f"pkg:generic/einzelpost@{version}"
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
    bom = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": own, "name": "einzelpost", "version": version, "purl": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "properties": [{"name": "einzelpost:built-binary-sha256", "value": digest}],
            }
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [one["bom-ref"] for one in components]}],
    }
    pathlib.Path(file).write_text(json.dumps(bom, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


main()
