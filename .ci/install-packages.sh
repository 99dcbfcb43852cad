#!/bin/sh
# Installs the Debian packages that are missing: `build` for building, `test` for the tests too, `package`
# for the Debian package.
set -eu
cd "$(dirname "$0")/.."

build="libcurl4-openssl-dev libssl-dev libsqlite3-dev libxml2-dev libzip-dev zlib1g-dev libidn2-dev pkg-config"
# chromium-headless-shell is 100 MB of downloads, 300 MB on disk.
test="postfix dovecot-core sqlite3 python3 python3-openpyxl python3-xlsxwriter openssl util-linux"
test="$test python3-venv chromium-headless-shell rsync e2fsprogs systemd mandoc"

case "${1:-}" in
build) wanted=$build ;;
package) wanted="$build debhelper dpkg-dev lintian debootstrap python3 git" ;;
test) wanted="$build $test" ;;
*) echo "usage: install-packages.sh build|test|package" >&2; exit 64 ;;
esac

command -v dpkg-query >/dev/null || {
    echo "This is not Debian or Ubuntu. Install what matches: $wanted" >&2
    exit 0
}
missing=""
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    root=""
    [ "$(id -u)" = 0 ] || root="sudo"
    # Postfix is only ever started by tests, from a folder of their own; it needs no configuration.
    echo "postfix postfix/main_mailer_type select No configuration" |
        $root debconf-set-selections 2>/dev/null || true
    $root apt-get update -qq
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

# Debian's email-validator is too old. Nothing but one suite of tests needs it, and says so.
oracles=.build-oracles
wanted=Tests/Oracles/requirements.txt
# What would bring along much that nobody needs.
alone=Tests/Oracles/requirements-alone.txt
[ "$1" = test ] && ! cat "$wanted" "$alone" | cmp -s - "$oracles/ready" || exit 0
python3 -m venv "$oracles" &&
    "$oracles/bin/pip" install --quiet --disable-pip-version-check --retries 1 -r "$wanted" &&
    "$oracles/bin/pip" install --quiet --disable-pip-version-check --retries 1 --no-deps -r "$alone" &&
    cat "$wanted" "$alone" >"$oracles/ready" ||
    echo "PyPI cannot be reached: the tests beside email-validator will be skipped." >&2
