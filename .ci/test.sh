#!/usr/bin/env bash
# Runs the built tests and, where some fail, says at the end once more which: the rest is long.
set -euo pipefail
cd "$(dirname "$0")/.."

# Tests by the hundred at once would make each other late: relays and programs that wait have limits.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$((2 * $(nproc)))
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift test --skip-build --xunit-output .build/tests.xml "$@" 2>&1 | tee "$log" && exit 0
printf '\n== What failed\n'
grep -E 'recorded an issue|unexpected signal|Fatal error|\.swift:[0-9]+: error:' "$log" |
    cut -c 1-400 | head -15
exit 1
