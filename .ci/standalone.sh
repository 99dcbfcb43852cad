#!/bin/sh
# The installed program needs no Swift toolchain: none of its libraries is Swift's, and where that may be done (as root),
# the toolchain is hidden while it runs the example.
set -eu
cd "$(dirname "$0")/.."

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
sh .ci/install.sh "$prefix" >/dev/null
program="$prefix/bin/einzelpost"

if ldd "$program" | grep -i -e swift -e 'not found'; then
    echo "standalone: the program needs libraries that come with the toolchain alone" >&2
    exit 1
fi
library=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["paths"]["runtimeResourcePath"])')
mkdir "$prefix/empty"
if unshare --mount mount --bind "$prefix/empty" "$library" 2>/dev/null; then
    unshare --mount sh -euc 'mount --bind "$1" "$2"; ! ls "$2" | grep -q .; exec "$3" demo --output "$4"' \
        sh "$prefix/empty" "$library" "$program" "$prefix/demo" | tail -1
    echo "The installed program has sent the example with the toolchain hidden."
else
    "$program" demo --output "$prefix/demo" | tail -1
    echo "The installed program has sent the example; without root the toolchain could not be hidden."
fi
