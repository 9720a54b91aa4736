#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# Nothing lies about unbuilt: every .c file is in the meson.build of its folder or of the one around it, every .ui file in
# the gresource.xml; and nothing is named that is not there.
# Usage: test-build-files.sh SOURCE-ROOT
set -u
cd "$1" || exit 99

# report NUMBER WHAT FILES: one TAP line, the offending files as comments.
report () {
  if [ -z "$3" ]; then
    echo "ok $1 $2"
  else
    echo "not ok $1 $2"
    echo "$3" | sed 's/^/# /'
  fi
}

unlisted_sources () {
  find src -name '*.c' | sort | while read -r file; do
    folder=$(dirname "$file")
    [ -e "$folder/meson.build" ] || folder=$(dirname "$folder")
    grep -q "'${file#"$folder"/}'" "$folder/meson.build" || echo "$file"
  done
}

unlisted_tests () {
  find tests -name 'test-*.c' -o -name 'test-*.sh' | sort | while read -r file; do
    name=$(basename "${file%.*}")
    grep -qE "'($name|${name#test-}|$(basename "$file"))'" "$(dirname "$file")/meson.build" || echo "$file"
  done
}

unlisted_resources () {
  for file in resources/*.ui resources/*/*.ui; do
    [ -e "$file" ] || continue
    grep -q ">${file#resources/}<" resources/*.gresource.xml || echo "$file"
  done
}

without_licence () {
  find src tests -name '*.[ch]' -exec grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' {} +
}

missing_documents () {
  grep -rhoE '[A-Za-z/-]+\.md\b' src tests resources README.md CONTRIBUTING.md --include='*.[ch]' --include='*.ui' \
    --include='*.md' | sort -u | while read -r file; do [ -e "$file" ] || echo "$file"; done
}

echo 1..5
report 1 'every source file is built' "$(unlisted_sources)"
report 2 'every test runs' "$(unlisted_tests)"
report 3 'every template is a resource' "$(unlisted_resources)"
report 4 'every source file names its licence' "$(without_licence)"
report 5 'every document that is named exists' "$(missing_documents)"
