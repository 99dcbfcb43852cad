#!/usr/bin/env bash
# Runs every suite that attacks the program, and the planted faults; says how many attacks were held.
#
#   attack.sh [--already-run] [flags of swift test]     --already-run: the suites have just been run with all others
set -euo pipefail
cd "$(dirname "$0")/.."

suites='Attack|PlantedSigns|HiddenText|SameWords|SensitiveWords|Smuggling|Canary|ForeignData|ForeignValue'
suites+='|HostileSchedule|SamplePrivacy|ChangedJournal|ChangedTables|ChangedAuthority|UnsafeState|TwoPeople'
suites+='|ReadingCost|TemplateCost|SettingsCost|Receipt|Witness|RestoredState|StaleDisk|FlightRecord'
suites+='|FrozenTree|HiddenCode'
[ "${1:-}" = --already-run ] || bash .ci/test.sh "$@" --filter "($suites)[A-Za-z]*Tests"
sh Tests/Sabotage/run.sh
python3 .ci/count-attacks.py .build/tests-swift-testing.xml "$suites"
