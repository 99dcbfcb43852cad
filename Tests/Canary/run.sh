#!/bin/sh
# Sends schedules of canaries to the built-in mail server and looks for every row in every other row's message.
#
#   run.sh BINARY ROWS      all variants; a line each; exit code 1 if anything was found anywhere
#
# CANARY_FOLDER keeps the work there instead of a temporary folder.
set -eu
binary=$(realpath "${1:?usage: run.sh BINARY ROWS}")
rows=${2:?usage: run.sh BINARY ROWS}
root=$(realpath "$(dirname "$0")/../..")
oracle="$root/Tests/Oracles/canary.py"

folder=${CANARY_FOLDER:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
# Nothing may come from the tester's own configuration, and relative paths are those of this folder.
mkdir -p "$folder"
cd "$folder"
export HOME="$folder"
unset XDG_CONFIG_HOME XDG_STATE_HOME

field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }

# Exit code 1: rows need a decision, which blank and naughty cells bring about.
may_need_decision() { "$@" || [ $? = 1 ]; }

variant() {
    template=$1
    shift
    templates="$root/Tests/Canary/Templates"
    [ -d "$templates/$template" ] || templates="$root/Templates"
    rm -rf state sent shown
    common="--config $root/Examples/einzelpost.toml --state state --templates $templates"
    python3 "$oracle" make --schedule schedule.csv --truth truth.json --rows "$rows" "$@" >made.json
    # shellcheck disable=SC2086
    {
        may_need_decision "$binary" plan schedule.csv --from "$(field made.json from)" --to "$(field made.json to)" \
            --template "$template" $common --format json >plan.json 2>errors &&
            campaign=$(field plan.json campaign) &&
            "$binary" rows "$campaign" $common --format json >rows.json 2>>errors &&
            "$binary" send "$campaign" --rehearse --output sent $common >sent.txt 2>>errors &&
            "$binary" preview "$campaign" --all --output shown $common >shown.txt 2>>errors
    } || {
        code=$?
        echo "FAILED  $template $*: exit code $code"
        cat errors
        return 1
    }
    if python3 "$oracle" check sent shown --truth truth.json --rows rows.json >found.json; then
        echo "clean   $(field plan.json messages) messages from $rows rows, $template $*"
    else
        echo "FOUND   $template $*"
        cat found.json
        return 1
    fi
}

failed=0
for template in termin-absage nur-text attribute; do
    variant "$template" || failed=1
    variant "$template" --shuffle || failed=1
    variant "$template" --blank 0.1 || failed=1
    variant "$template" --shared 0.5 || failed=1
    variant "$template" --naughty || failed=1
    variant "$template" --shuffle --blank 0.05 --shared 0.5 --naughty || failed=1
done
exit $failed
