#!/bin/sh
# What the changelog says of the version in debian/changelog; before it is dated, what stands under Unreleased.
set -eu
cd "$(dirname "$0")/.."
version=$(dpkg-parsechangelog -S Version)
part=$version
grep -q "^## $version" CHANGELOG.md || part=Unreleased
printf '# Einzelpost %s\n\n' "$version"
awk -v part="## $part" 'index($0, part) == 1 {on = 1; next} /^## / {on = 0} on' CHANGELOG.md
printf '\nChecksums: SHA256SUMS. Parts: sbom.cdx.json (CycloneDX 1.6). Built from %s with Swift %s.\n' \
    "$(git rev-parse HEAD)" "$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([^ ]*\).*/\1/p')"
