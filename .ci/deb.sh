#!/bin/sh
# Builds the Debian package of the last commit, in a folder that is always the same, so that the same commit and toolchain
# give the same file, octet for octet (SwiftPM and C write the folder into the program). Puts it into dist/.
#
#   deb.sh [--again]      with --again it is built a second time from nothing, and the two must be the same
set -eu
cd "$(dirname "$0")/.."

[ -z "$(git status --porcelain)" ] || echo "deb: what is not committed is not in the package" >&2
commit=$(git rev-parse HEAD)
version=$(dpkg-parsechangelog -S Version)
program=$(sed -n 's/^ *version: "\([^"]*\)".*/\1/p' Sources/einzelpost/Einzelpost.swift)
[ "$version" = "$program" ] || { echo "deb: debian/changelog says $version, the program $program" >&2; exit 1; }

place=/var/tmp/einzelpost-build/$version
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
EINZELPOST_COMMIT=$commit
export SOURCE_DATE_EPOCH EINZELPOST_COMMIT
umask 022

# build FOLDER: the package, and what belongs to it, into the folder.
build() {
    mkdir -p "$(dirname "$place")" "$1"
    # From nothing: a program that was compiled in steps is not the same, octet for octet.
    rm -rf "$place"
    git clone --quiet . "$place"
    git -C "$place" checkout --quiet "$commit"
    (
        cd "$place"
        # Nothing goes into it that is another one each time: what the compiler keeps for itself (.swift_modhash, zeros now), the
        # digest that a program is known by (the commit instead), and in what debuggers read the types of Swift, which are in no
        # fixed order, and the C modules, which are known by their age. Lines stay.
        make build LINK_FLAGS="-Xlinker --build-id=0x$commit -Xswiftc -gline-tables-only \
            -Xswiftc -Xfrontend -Xswiftc -no-clang-module-breadcrumbs"
        # shellcheck disable=SC2046
        set -- $(readelf -SW .build/release/einzelpost |
            sed -n 's/.* \.swift_modhash *[A-Z]* *[0-9a-f]* *\([0-9a-f]*\) *\([0-9a-f]*\) .*/0x\1 0x\2/p')
        dd if=/dev/zero of=.build/release/einzelpost bs=1 seek=$(($1)) count=$(($2)) conv=notrunc status=none
        dpkg-buildpackage --build=binary --no-sign --no-check-builddeps
    )
    for file in "$(dirname "$place")"/einzelpost*_"$version"_*; do mv "$file" "$1/"; done
}

rm -rf dist
build dist
if [ "${1:-}" = --again ]; then
    build dist/again
    for file in dist/again/*.deb; do
        cmp "$file" "dist/$(basename "$file")" || { echo "deb: two builds differ: diffoscope dist/again dist" >&2; exit 1; }
    done
    rm -rf dist/again
    echo "deb: two builds, one file each"
fi

if command -v lintian >/dev/null; then
    lintian --fail-on error,warning dist/*.changes
else
    echo "deb: lintian is not installed, so nobody has looked at the package" >&2
fi
package=$(ls dist/einzelpost_*.deb)
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
dpkg-deb --extract "$package" "$unpacked"
size=$(stat -c %s "$unpacked/usr/bin/einzelpost")
[ "$size" -lt 80000000 ] || { echo "deb: the program has $size octets, and 80 MB are the limit" >&2; exit 1; }
# Of whoever built it nothing is told: neither home nor host.
for word in "$HOME/" "$(hostname -f 2>/dev/null || hostname)"; do
    # A name of a few letters stands in every program.
    [ "${#word}" -ge 5 ] && [ "$word" != localhost ] || continue
    ! grep -rqawF "$word" "$unpacked" || { echo "deb: the package holds “$word”" >&2; exit 1; }
done
cp "$unpacked/usr/share/doc/einzelpost/sbom.cdx.json" dist/
if .build-oracles/bin/python -c 'import cyclonedx' 2>/dev/null; then
    .build-oracles/bin/python .ci/check-sbom.py dist/sbom.cdx.json
else
    echo "deb: cyclonedx-python-lib is not there, so the list of parts was not validated (make test-packages)" >&2
fi
(cd dist && sha256sum einzelpost_*.deb sbom.cdx.json >SHA256SUMS)
echo "dist/$(basename "$package"): $(stat -c %s "$package") octets, the program $size"
