#!/bin/sh
# Builds the program with faults planted in it and sees which check finds each of them.
#
#   run.sh [FAULT...]      all of faults.txt, or only these
#
# The sources are copied and patched in .build-sabotage, which is kept, so that a second run builds only what changed. For
# each fault three campaigns of canaries are run against the built-in mail server:
#
#   planned   the fault is there from planning on: a check must refuse it, or what was written to the wire must show it
#   sending   the fault appears only while sending: what is sent is not what was planned, so every fault must be caught
#   unguarded as `planned`, without the guard: the oracle must see the fault in what the server received, or the fault is none
#
# Exit code 1 when one of these does not hold. A fault that faults.txt calls open may get through `planned`.
set -eu
here=$(realpath "$(dirname "$0")")
root=$(realpath "$here/../..")
work="$root/.build-sabotage"
oracle="$root/Tests/Oracles/canary.py"
rows=12

copy_and_patch() {
    stamp=$(cd "$root" && { git ls-files -z Package.swift Package.resolved Sources | xargs -0 cat; cat "$here/faults.patch"; } | sha256sum)
    [ "$stamp" != "$(cat "$work/stamp" 2>/dev/null || true)" ] || return 0
    rm -rf "$work/source" "$work/stamp"
    mkdir -p "$work/source"
    # The manifest names the folders of tests too; they are not built.
    (cd "$root" && git ls-files -z Package.swift Package.resolved Sources Tests Benchmarks | xargs -0 tar c) | tar x -C "$work/source"
    if ! patch -d "$work/source" -p1 --fuzz=0 --forward --no-backup-if-mismatch <"$here/faults.patch"; then
        echo "sabotage: faults.patch no longer fits the sources; mend it (see README.md beside it)" >&2
        exit 70
    fi
    printf '%s' "$stamp" >"$work/stamp"
}

build() {
    echo "building the patched copy; its output is in .build-sabotage/build.log"
    swift build --package-path "$work/source" --scratch-path "$work/build" --product einzelpost >"$work/build.log" 2>&1 || {
        tail -n 40 "$work/build.log" >&2
        echo "sabotage: the patched copy does not build" >&2
        exit 70
    }
    binary="$work/build/debug/einzelpost"
}

field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }

# campaign WHILE_PLANNING WHILE_SENDING BLIND: prints which check stopped the fault, or "nothing".
campaign() {
    rm -rf state sent
    mkdir state
    chmod 700 state
    common="--config $folder/einzelpost.toml --state state --templates $root/Templates --format json"
    export EINZELPOST_SABOTAGE="$1"
    unset EINZELPOST_BLIND
    [ -z "$3" ] || export EINZELPOST_BLIND=1
    # shellcheck disable=SC2086
    "$binary" plan schedule.csv --from "$(field made.json from)" --to "$(field made.json to)" $common >plan.json 2>errors || {
        code=$?
        [ $code = 3 ] && echo "guard" || { echo "plan failed with $code"; cat errors >&2; }
        return
    }
    export EINZELPOST_SABOTAGE="$2"
    # shellcheck disable=SC2086
    "$binary" send "$(field plan.json campaign)" --rehearse --output sent $common >sent.json 2>errors || {
        code=$?
        if grep -q 'is not what was planned' errors sent.json; then echo "digest"
        elif grep -q 'written for it' errors sent.json; then echo "wire"
        elif [ $code = 3 ]; then echo "guard"
        elif [ -s sent.json ] && [ "$(recipients)" -gt 1 ]; then echo "wire"
        else echo "send failed with $code"; cat errors >&2; fi
        return
    }
    if [ "$(recipients)" -gt 1 ]; then echo "wire"; else echo "nothing"; fi
}

recipients() {
    python3 -c 'import json; print(json.load(open("sent.json")).get("rehearsal", {}).get("max_recipients_per_transaction", 0))'
}

judge() {
    [ -d sent ] || { echo "no messages"; return; }
    if python3 "$oracle" check sent --truth truth.json >found.json; then echo "nothing"
    else python3 -c 'import json; print(",".join(json.load(open("found.json"))["failures_by_check"]))'; fi
}

mkdir -p "$work"
copy_and_patch
build
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
unset XDG_CONFIG_HOME XDG_STATE_HOME
# One connection, so that each message has the same neighbour at planning and while sending.
sed 's/^connections = .*/connections = 1/' "$root/Examples/einzelpost.toml" >einzelpost.toml
python3 "$oracle" make --schedule schedule.csv --truth truth.json --rows $rows >made.json

failed=0
wrong() { printf '    WRONG: %s\n' "$*"; failed=1; }

if [ "$(campaign "" "" "")$(judge)" != nothingnothing ]; then
    cat errors
    echo "sabotage: without a fault the patched copy does not pass, so nothing else means anything" >&2
    exit 70
fi
printf '%-20s %-10s %-10s %s\n' fault planned sending "unguarded: the oracle sees"
while IFS='|' read -r name does expected <&3; do
    name=$(echo "$name" | tr -d ' ')
    expected=$(echo "$expected" | tr -d ' ')
    case $name in '#'* | '') continue ;; esac
    [ $# = 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    planned=$(campaign "$name" "$name" "")
    sending=$(campaign "" "$name" "")
    unguarded=$(campaign "$name" "$name" 1)
    seen=$(judge)
    printf '%-20s %-10s %-10s %s\n' "$name" "$planned" "$sending" "$seen"
    case $expected in
    open) [ "$planned" = nothing ] || echo "    caught now: write so in faults.txt and README.md" ;;
    *) [ "$planned" = "$expected" ] || wrong "$expected should have caught it: $does" ;;
    esac
    case $sending in digest | guard | wire) ;; *) wrong "nothing caught it while sending: $does" ;; esac
    case $unguarded in nothing | wire) ;; *) wrong "without the guard it is still stopped: $unguarded" ;; esac
    case $seen in nothing | "no messages") wrong "the oracle does not see it: $does" ;; esac
done 3<"$here/faults.txt"
exit $failed
