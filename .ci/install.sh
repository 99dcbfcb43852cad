#!/bin/sh
# Installs the release binary and what it needs beside it under the folder given.
set -eu
prefix=${1:?usage: install.sh PREFIX}
binary=.build/release/einzelpost

install -d "$prefix/bin" "$prefix/share/einzelpost"
install -m 755 "$binary" "$prefix/bin/einzelpost"
for folder in Templates Examples; do
    rm -rf "$prefix/share/einzelpost/$folder"
    cp -R "$folder" "$prefix/share/einzelpost/$folder"
done

completions="$prefix/share/bash-completion/completions"
install -d "$completions" "$prefix/share/zsh/site-functions" "$prefix/share/fish/vendor_completions.d"
"$binary" --generate-completion-script bash >"$completions/einzelpost"
"$binary" --generate-completion-script zsh >"$prefix/share/zsh/site-functions/_einzelpost"
"$binary" --generate-completion-script fish \
    >"$prefix/share/fish/vendor_completions.d/einzelpost.fish"

echo "Installed under $prefix: bin/einzelpost, share/einzelpost (templates, examples), completions."
