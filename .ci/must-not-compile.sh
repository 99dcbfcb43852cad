#!/bin/sh
# Each file in must-not-compile/ is code that would break the promise “one message, one person”.
# The compiler must refuse it, and for the reason the file names in its first line. The control
# beside them must compile, so that no case is refused for a wrong reason.
set -eu
cd "$(dirname "$0")/.."

build=.build/debug
# SwiftPM names a package after its folder; declarations marked `package` are open to that name.
package=$(basename "$PWD" | tr '[:upper:]' '[:lower:]')

# The C modules that the packages we build upon bring along.
modules=$(find .build/checkouts -name module.modulemap -path '*/include/*' -exec dirname {} + |
    sed 's/^/-I /' | tr '\n' ' ')

compile() {
    # shellcheck disable=SC2086
    swiftc -typecheck -swift-version 6 -package-name "$package" \
        -I "$build/Modules" -I Sources/CCurl -I Sources/CHTML/include -I Sources/CIDN2 \
        -I Sources/CLinux -I Sources/CSQLite -I Sources/CXML/include -I Sources/CZip -I Sources/CZlib $modules "$1" 2>&1
}

if ! output=$(compile .ci/must-not-compile/Control.swift); then
    printf '%s\n' "$output" "The control does not compile, so the cases prove nothing." >&2
    exit 1
fi
for file in .ci/must-not-compile/*.swift; do
    [ "$file" != .ci/must-not-compile/Control.swift ] || continue
    expected=$(sed -n '1s|^// expected: ||p' "$file")
    [ -n "$expected" ] || { echo "$file does not say what is expected" >&2; exit 1; }
    if output=$(compile "$file"); then
        echo "$file compiles, and must not" >&2
        exit 1
    fi
    case "$output" in
    *"$expected"*) echo "refused: $(basename "$file" .swift): $expected" ;;
    *)
        printf '%s\n' "$output" "$file is refused, but not because: $expected" >&2
        exit 1
        ;;
    esac
done
