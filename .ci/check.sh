#!/bin/sh
# The rules that are no tests. Called by `make check`, after the debug build and the tests.
set -eu
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }
fail() { printf '%s\n' "$1" >&2; exit 1; }

step "Format"
swift format lint --strict --recursive --parallel Package.swift Sources Tests

step "Code that must not compile"
sh .ci/must-not-compile.sh

# nowhere STEP PATTERN PLACES FILE...: the pattern stands in no Swift file but those of PLACES.
nowhere() {
    name=$1 pattern=$2 places=$3
    shift 3
    step "$name"
    found=$(grep -rnE "$pattern" "$@" --include='*.swift' | grep -vE "^($places)(:|\$)" || true)
    [ -z "$found" ] || fail "$found"
}

step "Each folder of MailCore uses only those before it"
# shellcheck disable=SC2046
python3 .ci/folder-graph.py Sources/MailCore \
    $(sed -n 's/^`\(Values → .*\)`$/\1/p' docs/architecture.md | sed 's/ →//g') || fail "a folder uses one that stands above it"

nowhere "Clock, chance and the process only in Live.swift; waits are bounded in Deadline.swift" \
    '\bDate\(\)|\bDate\.now\b|(Continuous|Suspending)Clock\b|clock_gettime|gettimeofday|SystemRandomNumberGenerator|\.random\(|randomElement|\.shuffled\(|\bUUID\(\)|ProcessInfo|getenv\(' \
    'Sources/(einzelpost/Live|MailTransport/Deadline)\.swift' Sources

nowhere "Only Terminal.swift prints, and nothing but Printable" \
    '\b(print|debugPrint|dump|fputs|puts|printf|fwrite)\(|FileHandle\.standard|STD(OUT|ERR)_FILENO|\b(stdout|stderr)\b' \
    'Sources/einzelpost/Terminal\.swift' Sources

nowhere "No file, folder or network in MailCore and MailImport" \
    'FileManager|FileHandle|contentsOfFile|contentsOf: *(URL|url)|URL\(file|URLSession|\bf?open\(["/a-z]*path|import (Glibc|Musl)|(Input|Output)Stream\(' \
    'none' Sources/MailCore Sources/MailImport

nowhere "Each C library only where docs/architecture.md says" \
    'import (struct |func |class |enum )?C(Zip|Zlib|XML|HTML|IDN2|Linux|SQLite)\b' \
    'Sources/MailImport/Workbook/(WorkbookArchive|WorkbookPart)\.swift:[0-9]+:import CZip|Sources/MailImport/Workbook/XMLCallee\.swift:[0-9]+:import CXML|Sources/MailCore/Lint/HTMLDocument\.swift:[0-9]+:import CHTML|Sources/MailCore/Values/InternationalName\.swift:[0-9]+:import CIDN2|Sources/MailCampaign/Resolve/LogFile\.swift:[0-9]+:import CZlib|Sources/MailJournal/Journal\.swift:[0-9]+:import CSQLite|Sources/(MailJournal/BootMemory|MailConsole/Upload/SealedUpload|einzelpost/(CommandRunner|Live))\.swift:[0-9]+:import CLinux' \
    Sources

nowhere "Foreign files are read for the operator alone" \
    'import (struct |enum )?MailImport\b' 'Sources/MailCampaign/[^:]*' Sources

nowhere "Commands know only what somebody can do, not how it is kept or sent" \
    'import (struct |enum )?Mail(Import|Journal|Sending|Rehearsal)\b' 'none' Sources/einzelpost

nowhere "Pages know only what somebody can do, not how it is kept or sent" \
    'import (struct |enum )?Mail(Import|Journal|Sending|Rehearsal|Transport)\b' 'none' Sources/MailConsole

nowhere "Markup is written in one place: everything else is a tree of elements and words" \
    '"<[A-Za-z/!]|Mustache' 'Sources/MailConsole/(HTML/Node|Look/PageFrame)\.swift' Sources/MailConsole

step "libcurl only in CurlHandle.swift and PageHandle.swift, and never its own list of recipients"
found=$(grep -rlE 'import CCurl' Sources --include='*.swift' |
    grep -vE '^Sources/MailTransport/(Curl|Page)Handle\.swift$' || true)
[ -z "$found" ] || fail "CCurl is imported in: $found"
! grep -nE 'setopt\([^,]*, *CURLOPT_MAIL_' Sources/CCurl/*.h || fail "CCurl reaches MAIL_RCPT"

step "Web pages only in PageHandle.swift, and only for check --links"
found=$(grep -rlE 'page_[a-z_]+\(curl' Sources --include='*.swift' |
    grep -v '^Sources/MailTransport/PageHandle.swift$' || true)
[ -z "$found" ] || fail "page.h is used in: $found"
found=$(grep -rlE '\b(PageHandle|PageReader|LinkCheck)\(' Sources --include='*.swift' |
    grep -vE '^Sources/(MailTransport/PageReader|(einzelpost/Live|MailCampaign/Check/Readiness))\.swift$' ||
    true)
[ -z "$found" ] || fail "pages are visited in: $found"

step "SQL only in MailJournal, RCPT only in Envelope.swift"
found=$(grep -rlE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' Sources --include='*.swift' |
    grep -v '^Sources/MailJournal/' || true)
[ -z "$found" ] || fail "SQL stands in: $found"
found=$(grep -rlE '"RCPT TO' Sources/MailCore Sources/MailTransport Sources/MailSending \
    Sources/MailCampaign Sources/einzelpost --include='*.swift' | grep -v '^Sources/MailTransport/Envelope.swift$' || true)
[ -z "$found" ] || fail "RCPT is written in: $found"

step "Nothing unfinished, no force"
# Leftover.swift names what a configuration must not hold.
found=$(grep -rnE 'TODO|FIXME|XXX|try!|as!|fatalError' Sources --include='*.swift' |
    grep -v '^Sources/MailCore/Values/Leftover.swift:' || true)
[ -z "$found" ] || fail "$found"

step "Every file that the map names is there"
files=$(find Sources Tests Examples Packaging docs .ci debian Package.swift CONTRIBUTING.md -type f)
for name in $(grep -oE '`[A-Za-z0-9/+._-]+\.(swift|toml|py|h|sh|md)`' docs/architecture.md | tr -d '`' | sort -u); do
    printf '%s\n' "$files" | grep -qE "(^|/)$(printf '%s' "$name" | sed 's/[.+]/\\&/g')\$" ||
        fail "docs/architecture.md names $name, which is not there"
done

step "Every test that a threat names is there"
for name in $(grep -ohE '\b[A-Z][A-Za-z]+Tests\b' docs/threat-model.md docs/linter.md | sort -u); do
    grep -rqE "struct $name\\b" Tests --include='*.swift' || fail "docs name $name, which is no test"
done

step "The worked examples of CONTRIBUTING.md fit the sources"
python3 .ci/contributing.py --check || fail "mend CONTRIBUTING.md; make contributing follows it"

step "The example, as its README says"
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
export XDG_STATE_HOME="$state"
.build/debug/einzelpost cancel Examples/impftermine.csv --config Examples/einzelpost.toml \
    --state "$state/state" --from 2021-03-16 --to 2021-03-21 --service AstraZeneca \
    --as-of 2021-03-15T18:00 --dry-run >"$state/out" 2>"$state/err" ||
    { cat "$state/err"; fail "the example does not run"; }
cat "$state/out"
grep -q '1494 transactions, at most 1 recipient' "$state/out" || fail "not 1494 transactions"

printf '\nAll rules hold.\n'
