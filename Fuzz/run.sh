#!/bin/bash
# Fuzzes every reader for some seconds under the address sanitizer: run.sh [SECONDS] [TARGET...]
#
# Prints how often each was run, and fails at the first finding, whose input it keeps in Findings.
set -u
cd "$(dirname "$0")" || exit 1
seconds=${1:-60}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(CSV Address Date Workbook)

swift build -c release || exit 1
mkdir -p Findings
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for target in "${targets[@]}"; do
    name=$(echo "$target" | tr '[:upper:]' '[:lower:]')
    mkdir "$scratch/$name"
    # Written to a file, since a report of a crash into a pipe can hang; killed, should it hang
    # after all. What was found new goes to the first folder, so that the corpus stays small.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=symbolize=0:detect_leaks=0 timeout -s KILL $((seconds + 60)) \
        ".build/release/Fuzz$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
        -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="Findings/$name-" \
        "$scratch/$name" "Corpus/$name" >"$scratch/$name.log" 2>&1
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/$name.log")
    pace=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$scratch/$name.log")
    if [ $status -eq 0 ] && [ "${runs:-0}" -gt 0 ]; then
        printf '%-10s %10s runs, %8s a second, nothing found\n' "$target" "$runs" "$pace"
    else
        failed=1
        printf '%-10s FOUND SOMETHING (exit code %s); its input is in Fuzz/Findings\n' \
            "$target" "$status"
        grep -aE 'ERROR|Fatal error|Precondition|SUMMARY|Test unit written' "$scratch/$name.log" |
            head -8
    fi
done
exit $failed
