#!/bin/bash
# Messages per second to a mail server on loopback (smtp-sink): einzelpost, smtp-source and mailmerge, side by side.
#
#   Benchmarks/smtp-throughput.sh            prints a Markdown table; needs postfix, python3 and a release build
#
# Environment: EINZELPOST (binary), MESSAGES (default 5000; mailmerge sends a tenth), CONNECTIONS ("1 4 16"),
# PORT (2599), LIMIT (seconds for one run, 300). Nothing leaves the machine, except pip's download of mailmerge.
#
# einzelpost makes every message from its own row, writes a journal with fsync before and after, and checks the bytes;
# smtp-source sends one prepared text of the same size and remembers nothing: it is the ceiling. mailmerge opens one
# connection per message. Every tool uses the sink's own counter: only messages that arrived are counted.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
EINZELPOST=${EINZELPOST:-$here/../.build/release/einzelpost}
MESSAGES=${MESSAGES:-5000} CONNECTIONS=${CONNECTIONS:-1 4 16} PORT=${PORT:-2599} LIMIT=${LIMIT:-300}
PATH=$PATH:/usr/sbin:/sbin

die() { echo "smtp-throughput: $*" >&2; exit 1; }
command -v smtp-sink >/dev/null || die "smtp-sink is missing; apt-get install postfix"
command -v python3 >/dev/null || die "python3 is missing; apt-get install python3"

work=$(mktemp -d)
export XDG_STATE_HOME=$work
sink=
stop_sink() { [ -z "$sink" ] || { kill "$sink" 2>/dev/null || true; wait "$sink" 2>/dev/null || true; sink=; }; }
trap 'stop_sink; rm -rf "$work"' EXIT

now() { date +%s.%N; }
json() { python3 -c 'import json, sys; value = json.load(sys.stdin)
for key in sys.argv[1:]: value = value[key]
print(value)' "$@"; }

# The sink prints its counter as "sess=3 quit=2 mesg=40", each on top of the one before.
start_sink() {
    local user=()
    [ "$(id -u)" != 0 ] || user=(-u nobody)
    smtp-sink -c "${user[@]}" "127.0.0.1:$PORT" 1000 >"$work/counter" 2>"$work/sink.log" &
    sink=$!
    for _ in $(seq 100); do
        ! (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null || { : >"$work/counter"; return 0; }
        sleep 0.05
    done
    die "smtp-sink does not listen on port $PORT: $(cat "$work/sink.log")"
}
arrived() { tr '\r' '\n' <"$work/counter" | awk -F mesg= 'NF > 1 && $2 + 0 > most { most = $2 + 0 } END { print most + 0 }'; }

# measure NAME CONNECTIONS EXPECTED COMMAND...: one line of the table
measure() {
    local name=$1 connections=$2 expected=$3 began ended count=0
    shift 3
    start_sink
    began=$(now)
    if ! timeout "$LIMIT" "$@" >"$work/out" 2>"$work/err"; then
        echo "| $name | $connections | failed or over $LIMIT s: $(tail -n 1 "$work/err" | tr '|' ' ' | cut -c1-100) | | |"
        stop_sink
        return 0
    fi
    ended=$(now)
    sleep 0.2
    stop_sink
    count=$(arrived)
    python3 -c 'import sys
name, connections, expected, count, seconds = *sys.argv[1:3], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])
note = "" if count == expected else f" (of {expected})"
print(f"| {name} | {connections} | {count}{note} | {seconds:.2f} | {count / seconds:.0f} |")' \
        "$name" "$connections" "$expected" "$count" "$(python3 -c "print($ended - $began)")"
}

as_of=2021-03-15T18:00
days=(--from 2021-03-16 --to 2021-03-21 --service AstraZeneca --as-of "$as_of")

# The campaign commands, all in one place. Plans and approves in a fresh state directory; only `send` is timed.
run_einzelpost() {
    local connections=$1 state=$work/state-$1 campaign digest plan code=0
    mkdir -m 700 "$state"
    sed -e "s|^url = .*|url = \"smtp://127.0.0.1:$PORT\"|" -e "s|^connections = .*|connections = $connections|" \
        -e "s|^first = .*|first = 0|" -e "s|^directory = .*|directory = \"$state\"|" \
        "$here/../Examples/einzelpost.toml" >"$work/einzelpost.toml"
    local options=(--config "$work/einzelpost.toml" --format json)
    plan=$("$EINZELPOST" plan "$work/schedule.csv" "${days[@]}" "${options[@]}" 2>"$work/err") || code=$?
    # 1: planned, and some rows need a person
    [ "$code" -le 1 ] && [ -n "$plan" ] || { echo "| einzelpost | $connections | plan failed with $code | | |"; return 0; }
    campaign=$(json campaign <<<"$plan") digest=$(json digest <<<"$plan")
    "$EINZELPOST" approve "$campaign" --digest "$digest" --by benchmark "${options[@]}" >"$work/out" 2>"$work/err" ||
        { echo "| einzelpost | $connections | approve failed | | |"; return 0; }
    measure einzelpost "$connections" "$(json messages <<<"$plan")" \
        "$EINZELPOST" send "$campaign" --as-of "$as_of" "${options[@]}"
}

run_smtp_source() {
    measure "smtp-source -d" "$1" "$MESSAGES" \
        smtp-source -d -s "$1" -m "$MESSAGES" -l "$size" -f ruecklauf@kreis.example -t person@example.org "127.0.0.1:$PORT"
}

run_mailmerge() {
    local count=$((MESSAGES / 10))
    if ! { python3 -m venv "$work/venv" && timeout 120 "$work/venv/bin/pip" install -q mailmerge; } >"$work/out" 2>&1; then
        echo "| mailmerge | 1 | not installed | | |"
        return 0
    fi
    printf '[smtp_server]\nhost = 127.0.0.1\nport = %s\n' "$PORT" >"$work/mailmerge_server.conf"
    python3 - "$work" "$count" "$size" <<'PYTHON'
import pathlib, sys
work, count, size = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
words = "\n".join(["Ihr Termin findet nicht statt. Bitte kommen Sie nicht." + " " * 20] * (size // 75))
(work / "mailmerge_template.txt").write_text(
    "TO: {{email}}\nSUBJECT: Absage\nFROM: Musterkreis <termine@kreis.example>\n\nGuten Tag {{name}},\n" + words + "\n")
(work / "mailmerge_database.csv").write_text(
    "email,name\n" + "".join(f"person{n}@example.org,Person {n}\n" for n in range(count)))
PYTHON
    measure "mailmerge (a connection per message)" 1 "$count" "$work/venv/bin/mailmerge" --no-dry-run --no-limit --output-format text \
        --template "$work/mailmerge_template.txt" --database "$work/mailmerge_database.csv" \
        --config "$work/mailmerge_server.conf"
}

# About 86 of 100 rows get a message.
size=6000
if [ -x "$EINZELPOST" ]; then
    python3 "$here/../Examples/make-schedule.py" --rows "$((MESSAGES * 1730 / 1494 + 1))" --output "$work/schedule.csv" 2>/dev/null
    sed -e "s|^directory = .*|directory = \"$work/state-size\"|" "$here/../Examples/einzelpost.toml" >"$work/size.toml"
    mkdir -m 700 "$work/state-size"
    # The others send messages as long as ours.
    plan=$("$EINZELPOST" plan "$here/../Examples/impftermine.csv" "${days[@]}" --config "$work/size.toml" --format json \
        2>/dev/null) || true
    if id=$(json campaign 2>/dev/null <<<"$plan") &&
        "$EINZELPOST" preview "$id" --output "$work/preview" --config "$work/size.toml" >/dev/null 2>&1; then
        size=$(find "$work/preview" -name '*.eml' -printf '%s\n' | awk '{ sum += $1 } END { print NR ? int(sum / NR) : 6000 }')
    fi
else
    echo "smtp-throughput: no $EINZELPOST; build it with 'make build'. Measuring the others." >&2
fi

echo "About $MESSAGES messages of $size bytes to smtp-sink on loopback, $(nproc) processors"
echo
echo "| sender | connections | messages | seconds | messages/s |"
echo "| --- | ---: | ---: | ---: | ---: |"
for n in $CONNECTIONS; do
    [ ! -x "$EINZELPOST" ] || run_einzelpost "$n"
done
for n in $CONNECTIONS; do run_smtp_source "$n"; done
run_mailmerge
