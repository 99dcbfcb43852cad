#!/usr/bin/env bash
# Runs every suite that attacks the program, and the planted faults; says how many attacks were held.
set -euo pipefail
cd "$(dirname "$0")/.."

suites='Attack|PlantedSigns|HiddenText|SameWords|SensitiveWords|Smuggling|Canary|ForeignData|ForeignValue'
suites+='|HostileSchedule|SamplePrivacy|ChangedJournal|ChangedTables|ChangedAuthority|UnsafeState|TwoPeople'
suites+='|ReadingCost|TemplateCost|SettingsCost|Receipt|Witness|RestoredState|StaleDisk|FlightRecord'
suites+='|FrozenTree|HiddenCode'
log=$(mktemp)
trap 'rm -f "$log"' EXIT
bash .ci/test.sh "$@" --filter "($suites)[A-Za-z]*Tests" | tee "$log"
sh Tests/Sabotage/run.sh
awk '/^✔ Test "/ { tests++; cases += match($0, /with [0-9]+ test case/) ? substr($0, RSTART + 5) + 0 : 1 }
    END { printf "\n%d attacks in %d tests were held, and every planted fault was caught.\n", cases, tests
          exit tests == 0 }' "$log"
