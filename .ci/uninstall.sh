#!/bin/sh
# Removes what install.sh has put under the folder given, and nothing else: configuration, journal and keys stay.
set -eu
prefix=${1:?usage: uninstall.sh PREFIX}
root="${DESTDIR:-}$prefix"

rm -rf "$root/share/einzelpost"
rm -f "$root/bin/einzelpost" "$root"/share/man/man1/einzelpost.1 "$root"/share/man/man1/einzelpost-*.1 \
    "$root/share/man/man5/einzelpost.toml.5" "$root/share/man/man7"/einzelpost-*.7 "$root/share/bash-completion/completions/einzelpost" \
    "$root/share/zsh/site-functions/_einzelpost" "$root/share/fish/vendor_completions.d/einzelpost.fish"
echo "Removed from $prefix. What the program has written stays: state directory, keys, witness, configuration (docs/backup.md)."
