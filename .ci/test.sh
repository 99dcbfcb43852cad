#!/usr/bin/env bash
# Runs the built tests and, where some fail, says at the end once more which: the rest is long.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
patient=$(mktemp)
trap 'rm -f "$log" "$patient"' EXIT

# These wait for most of their time, as the program does: all at once, beside the others.
waiting=OrdinaryEveningTests
run=""
case " $* " in
*" --filter "*) skip="" ;;
*)
    SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16 .build/debug/einzelpostPackageTests.xctest \
        --testing-library swift-testing --filter "$waiting" >"$patient" 2>&1 &
    run=$!
    skip="--skip $waiting"
    ;;
esac

# Tests by the hundred at once would make each other late: relays and programs that wait have limits.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$((2 * $(nproc)))
status=0
# shellcheck disable=SC2086
swift test --skip-build --xunit-output .build/tests.xml $skip "$@" 2>&1 | tee "$log" || status=1
if [ -n "$run" ]; then
    wait "$run" || status=1
    tee -a "$log" <"$patient"
fi
[ "$status" = 1 ] || exit 0
printf '\n== What failed\n'
grep -E 'recorded an issue|unexpected signal|Fatal error|\.swift:[0-9]+: error:' "$log" |
    cut -c 1-400 | head -15
exit 1
