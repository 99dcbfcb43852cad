#!/bin/bash
# Rows per second and peak memory of `einzelpost plan` on big schedules, beside Python's csv.reader on the same file.
#
#   Benchmarks/import.sh                     prints a Markdown table; needs python3 and a release build
#
# Environment: EINZELPOST (binary), ROWS ("10000 100000 1000000"), LIMIT (seconds for one run, 900).
# `plan` does more than reading: it classifies, renders and freezes every message. csv.reader only splits fields: it is
# the measure of the file, not a rival.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
EINZELPOST=${EINZELPOST:-$here/../.build/release/einzelpost}
ROWS=${ROWS:-10000 100000 1000000} LIMIT=${LIMIT:-900}
command -v python3 >/dev/null || { echo "import: python3 is missing; apt-get install python3" >&2; exit 1; }
[ -x "$EINZELPOST" ] || echo "import: no $EINZELPOST; build it with 'make build'. Measuring Python alone." >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure NAME ROWS COMMAND...: one line of the table
measure() {
    python3 - "$LIMIT" "$work/out" "$@" <<'PYTHON'
import os, resource, signal, subprocess, sys, time
limit, out, name, rows, *command = sys.argv[1:]
began = time.monotonic()
with open(out, "wb") as file:
    process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
    signal.signal(signal.SIGALRM, lambda *_: process.kill())
    signal.alarm(int(limit))
    _, status, usage = os.wait4(process.pid, 0)     # this child's own peak, not the largest of all
    signal.alarm(0)
seconds = time.monotonic() - began
code = os.waitstatus_to_exitcode(status)
if code not in (0, 1):      # 1: done, and a person has to decide something
    print(f"| {name} | {rows} | failed with {code} after {seconds:.0f} s | | |")
else:
    print(f"| {name} | {rows} | {seconds:.2f} | {int(rows) / seconds:.0f} | {usage.ru_maxrss / 1024:.0f} |")
PYTHON
}

echo "Schedules in Windows-1252, about 190 bytes a row, $(nproc) processors"
echo
echo "| reader | rows | seconds | rows/s | peak MiB |"
echo "| --- | ---: | ---: | ---: | ---: |"
for rows in $ROWS; do
    file=$work/schedule.csv
    python3 "$here/../Examples/make-schedule.py" --rows "$rows" --output "$file" 2>/dev/null
    if [ -x "$EINZELPOST" ]; then
        mkdir -m 700 "$work/state"
        sed -e "s|^directory = .*|directory = \"$work/state\"|" "$here/../Examples/einzelpost.toml" >"$work/einzelpost.toml"
        measure "einzelpost plan" "$rows" "$EINZELPOST" plan "$file" --from 2021-03-16 --to 2021-03-21 --service AstraZeneca \
            --as-of 2021-03-15T18:00 --config "$work/einzelpost.toml" --format json
        rm -rf "$work/state"
    fi
    measure "Python csv.reader" "$rows" python3 -c '
import csv, sys
with open(sys.argv[1], encoding="cp1252", newline="") as file:
    for _ in csv.reader(file, delimiter=";", strict=True):
        pass' "$file"
done
