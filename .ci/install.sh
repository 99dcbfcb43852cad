#!/bin/sh
# Installs the release binary and what it needs beside it.
#
#   install.sh PREFIX [ZSH-FUNCTIONS]     the folder of zsh's functions, from PREFIX; Debian's is share/zsh/vendor-completions
#
# DESTDIR, if set, stands before every path, and in none of the files.
set -eu
prefix=${1:?usage: install.sh PREFIX [ZSH-FUNCTIONS]}
zsh=${2:-share/zsh/site-functions}
root="${DESTDIR:-}$prefix"
binary=.build/release/einzelpost

install -d "$root/bin" "$root/share/einzelpost/systemd" "$root/share/man/man1" "$root/share/man/man5" "$root/share/man/man7" "$root/$zsh" \
    "$root/share/bash-completion/completions" "$root/share/fish/vendor_completions.d"
install -m 755 "$binary" "$root/bin/einzelpost"
for folder in Templates Examples; do
    rm -rf "$root/share/einzelpost/$folder"
    cp -R "$folder" "$root/share/einzelpost/$folder"
done
for unit in Packaging/systemd/*; do
    sed "s|/usr/bin/einzelpost|$prefix/bin/einzelpost|" "$unit" >"$root/share/einzelpost/systemd/$(basename "$unit")"
done

# It is read by a shell that runs already, and never started.
"$binary" --generate-completion-script bash | sed '1{/^#!/d}' >"$root/share/bash-completion/completions/einzelpost"
"$binary" --generate-completion-script zsh >"$root/$zsh/_einzelpost"
"$binary" --generate-completion-script fish >"$root/share/fish/vendor_completions.d/einzelpost.fish"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
python3 .ci/manual.py "$binary" "$pages"
install -m 644 "$pages"/*.1 "$root/share/man/man1"
install -m 644 "$pages"/*.5 "$root/share/man/man5"
install -m 644 "$pages"/*.7 "$root/share/man/man7"
# Whatever the umask: this is for everybody.
chmod -R u=rwX,go=rX "$root/share/einzelpost" "$root/share/man/man1"/einzelpost*.1 "$root/share/man/man5/einzelpost.toml.5" \
    "$root/share/man/man7"/einzelpost*.7 \
    "$root/share/bash-completion/completions/einzelpost" "$root/$zsh/_einzelpost" \
    "$root/share/fish/vendor_completions.d/einzelpost.fish"

echo "Installed under $prefix: bin/einzelpost, manual pages, share/einzelpost (templates, examples, units), completions."
