#!/bin/sh
# Installs the package of dist/ in a fresh Debian without Swift, uses it, upgrades it, removes it and purges it. As root.
# DEBIAN_ROOT names a folder with a fresh Debian to copy, so that none is fetched.
set -eu
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "test-deb: only root can make another Debian" >&2; exit 1; }
package=$(ls dist/einzelpost_*.deb)
root=$(mktemp -d /var/tmp/einzelpost-root.XXXXXX)
# It becomes “/”, which every account passes.
chmod 755 "$root"
lists=$(mktemp -d)
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
cleanup() {
    umount "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root" "$lists"
}
trap cleanup EXIT INT TERM
fail() { echo "test-deb: $1" >&2; exit 1; }
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
# Every file, in the order that comm wants.
files() { inside find /etc /usr /var/lib -xdev \( -type f -o -type l \) | LC_ALL=C sort >"$1"; }
as_service() { inside setpriv --reuid=einzelpost --regid=einzelpost --clear-groups "$@"; }
step() { printf '\n== %s\n' "$1"; }

step "A Debian without Swift"
if [ -n "${DEBIAN_ROOT:-}" ]; then
    cp -a "$DEBIAN_ROOT/." "$root"
else
    debootstrap --variant=minbase "$release" "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
        { tail "$root.log" >&2; rm -f "$root.log"; fail "debootstrap failed"; }
    rm -f "$root.log"
fi
mount -t proc proc "$root/proc"
# Nothing may be started in there, whatever a package asks for.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
# Minimal images leave manual pages out; this one is to be looked at.
rm -f "$root"/etc/dpkg/dpkg.cfg.d/*
cp "$package" "$root/tmp/einzelpost.deb"

step "Install"
inside apt-get install -y -qq --no-install-recommends man-db bash-completion >/dev/null
files "$lists/before"
inside apt-get install -y -qq --no-install-recommends /tmp/einzelpost.deb
! inside sh -c 'ldd /usr/bin/einzelpost | grep -iE "swift|not found"' || fail "it needs what is not there"
inside getent passwd einzelpost || fail "there is no account"
[ "$(inside stat -c '%a %U:%G' /etc/einzelpost/einzelpost.toml)" = "640 root:einzelpost" ] || fail "the configuration is open"
[ "$(inside stat -c '%a %U' /var/lib/einzelpost)" = "700 einzelpost" ] || fail "the state directory is not its owner's alone"
! inside find /etc/systemd -name 'einzelpost*' | grep . || fail "something is enabled"
! grep -rqs 'einzelpost' "$root/etc/sudoers.d" "$root/etc/cron.d" || fail "something was given away"
inside man -w einzelpost einzelpost-check 5 einzelpost.toml || fail "a manual page is not found"
inside man einzelpost-check | grep -q 'one person\|SMTP\|RCPT' || fail "the manual page is empty"
inside bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader einzelpost; complete -p einzelpost' ||
    fail "the completion is not found"

step "Use"
as_service sh -c 'cd /var/lib/einzelpost && HOME=$PWD einzelpost demo --output /var/lib/einzelpost/demo >/tmp/demo.txt && rm -rf demo' || fail "the demo failed"
grep '1494  SMTP transactions' "$root/tmp/demo.txt" || fail "the demo sent something else"
as_service einzelpost check >"$root/tmp/check.txt" 2>&1 && code=0 || code=$?
[ "$code" = 78 ] || fail "an empty configuration gives $code"
grep -q 'authority.name: is missing; for example' "$root/tmp/check.txt" || fail "it does not say what is missing"
start=$(date +%s%N)
inside einzelpost --version --format json
echo "start: $((($(date +%s%N) - start) / 1000000)) ms"

step "A state worth keeping, and an administrator's own line"
sed 's|"./state"|"/var/lib/einzelpost"|' Examples/einzelpost.toml >"$root/etc/einzelpost/einzelpost.toml"
campaign=$(as_service einzelpost plan /usr/share/einzelpost/Examples/impftermine.csv --from 2021-03-16 --to 2021-03-16 \
    --as-of 2021-03-15T18:00 --format json | sed -n 's/^ *"campaign" : "\(.*\)",$/\1/p')
[ -n "$campaign" ] || fail "nothing was planned"
echo '# ours' >>"$root/etc/einzelpost/einzelpost.toml"
inside dpkg --install --force-confold /tmp/einzelpost.deb >/dev/null || fail "it cannot be installed again"
tail -1 "$root/etc/einzelpost/einzelpost.toml" | grep -q '# ours' || fail "an upgrade has changed the configuration"
[ "$(inside stat -c '%a %U:%G' /etc/einzelpost/einzelpost.toml)" = "640 root:einzelpost" ] || fail "an upgrade has changed its mode"
! inside find /etc/systemd -name 'einzelpost*' | grep . || fail "an upgrade has enabled something"

step "While something is sent, it is not removed"
inside sh -c '
    flock /var/lib/einzelpost/lock sleep 8 & sleep 1
    dpkg --remove einzelpost; wait' 2>&1 | grep 'stop it first' || fail "it was removed in the middle"
inside test -x /usr/bin/einzelpost || fail "it was removed in the middle"

step "Purge"
inside dpkg --purge einzelpost | tee "$root/tmp/purge.txt"
grep -q 'holds evidence' "$root/tmp/purge.txt" || fail "it does not say that evidence stays"
files "$lists/after"
left=$(LC_ALL=C comm -13 "$lists/before" "$lists/after" |
    grep -vE '^/var/lib/(dpkg|apt|systemd)/|^/etc/(passwd|group|shadow|gshadow)-?$|^/etc/\.pwd\.lock' |
    grep einzelpost || true)
printf '%s\n' "$left" | grep -q '^/var/lib/einzelpost/journal.sqlite$' || fail "the evidence is gone"
! printf '%s\n' "$left" | grep -v '^/var/lib/einzelpost\(-witness\)\?/' || fail "purge has left something else"
echo "Only the evidence is left:"
echo "$left"

step "Installed again, it knows its campaign"
inside apt-get install -y -qq --no-install-recommends /tmp/einzelpost.deb >/dev/null 2>&1
sed 's|"./state"|"/var/lib/einzelpost"|' Examples/einzelpost.toml >"$root/etc/einzelpost/einzelpost.toml"
as_service einzelpost status | grep "$campaign" || fail "it does not"
