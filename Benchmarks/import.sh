#!/bin/bash
# Rows per second and peak memory of `einzelpost plan` on big schedules, beside Python's csv.reader on the same file.
#
#   Benchmarks/import.sh                     prints a Markdown table; needs python3 and a release build
#
# Environment: EINZELPOST (binary), ROWS ("10000 100000"), ARCHIVE (1000000 rows over years, of which one day is
# cancelled; 0 leaves it out), LIMIT (seconds for one run, 900).
# `plan` does more than reading: it classifies, renders and freezes every message. csv.reader only splits fields: it is
# the measure of the file, not a rival.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
EINZELPOST=${EINZELPOST:-$here/../.build/release/einzelpost}
ROWS=${ROWS:-10000 100000} ARCHIVE=${ARCHIVE:-1000000} LIMIT=${LIMIT:-900}
command -v python3 >/dev/null || { echo "import: python3 is missing; apt-get install python3" >&2; exit 1; }
[ -x "$EINZELPOST" ] || echo "import: no $EINZELPOST; build it with 'make build'. Measuring Python alone." >&2

work=$(mktemp -d)
export XDG_STATE_HOME=$work
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

echo "Schedules in Windows-1252, about 190 bytes a row, the one of years about 100; $(nproc) processors"
echo
echo "| reader | rows | seconds | rows/s | peak MiB |"
echo "| --- | ---: | ---: | ---: | ---: |"
# plan NAME ROWS OPTIONS...: plans $file into a state directory of its own
plan() {
    local name=$1 rows=$2
    shift 2
    [ -x "$EINZELPOST" ] || return 0
    mkdir -m 700 "$work/state"
    sed -e "s|^directory = .*|directory = \"$work/state\"|" "$here/../Examples/einzelpost.toml" >"$work/einzelpost.toml"
    measure "$name" "$rows" "$EINZELPOST" plan "$file" --service AstraZeneca --as-of 2021-03-15T18:00 \
        --config "$work/einzelpost.toml" --templates "$here/../Templates" --format json "$@"
    rm -rf "$work/state"
}

# split NAME ROWS: csv.reader on $file
split() {
    measure "$1" "$2" python3 -c '
import csv, sys
with open(sys.argv[1], encoding="cp1252", newline="") as file:
    for _ in csv.reader(file, delimiter=";", strict=True):
        pass' "$file"
}

for rows in $ROWS; do
    file=$work/schedule.csv
    python3 "$here/../Examples/make-schedule.py" --rows "$rows" --output "$file" 2>/dev/null
    plan "einzelpost plan, a week of all" "$rows" --from 2021-03-16 --to 2021-03-21
    split "Python csv.reader" "$rows"
done

if [ "$ARCHIVE" -gt 0 ]; then
    file=$work/archive.csv
    python3 - "$ARCHIVE" "$file" <<'PYTHON'
import datetime, random, sys
rows, name = int(sys.argv[1]), sys.argv[2]
chance = random.Random(1)
first = "Anna Jörg Käthe Mehmet Lena Uwe Ida Max Eva Olaf".split()
last = "Müller Weiß Beispiel Klein-Schmidt Groß Yilmaz Klein Haddad Lang Öztürk".split()
with open(name, "w", encoding="cp1252", newline="") as file:
    file.write("Buchungs-ID;Nachname;Vorname;E-Mail;Telefon;Impfzentrum;Datum;Uhrzeit;Impfstoff;Status\r\n")
    for row in range(rows):
        day = datetime.date(2020, 6, 1) + datetime.timedelta(days=row // 1700)
        minute = 480 + row % 120 * 5
        family = chance.choice(last)
        file.write(f"ITS-{4000000 + row};{family};{chance.choice(first)};p{row}@example.org;"
                   f"0221 {4710000 + row % 10000};Halle {row % 3 + 1};{day:%d.%m.%Y};{minute // 60:02}:{minute % 60:02};"
                   f"{'AstraZeneca' if row % 3 else 'BioNTech'};gebucht\r\n")
PYTHON
    plan "einzelpost plan, a day of years" "$ARCHIVE" --date 2021-03-16
    split "Python csv.reader" "$ARCHIVE"
fi
