#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# zh_CN is a first-class language: complete at all times, and POTFILES names every file that has something to say.
# Usage: test-translations.sh SOURCE-ROOT BUILT-DESKTOP-FILE BUILT-METAINFO-FILE
set -u
cd "$1" || exit 99
desktop=$2
metainfo=$3

report () {
  if [ -z "$3" ]; then
    echo "ok $1 $2"
  else
    echo "not ok $1 $2"
    echo "$3" | sed 's/^/# /'
  fi
}

speaking_files () {
  {
    find src -name '*.[ch]' -exec grep -lE '\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\("' {} +
    find resources -name '*.ui' -exec grep -l 'translatable="yes"' {} + 2>/dev/null
    ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
  } | LC_ALL=C sort -u
}

missing_files () {
  for file in $(speaking_files); do
    grep -qxF "$file" po/POTFILES || echo "$file"
  done
}

gone_files () {
  while read -r file; do [ -e "$file" ] || echo "$file"; done <po/POTFILES
}

# Strings in the sources that the catalogue does not know, or does not translate.
untranslated_strings () {
  work=$(mktemp -d)
  xgettext --from-code=UTF-8 --files-from=po/POTFILES --directory=. --output="$work/atlas.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
    --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>/dev/null
  msgmerge --quiet --no-fuzzy-matching -o "$work/merged.po" po/zh_CN.po "$work/atlas.pot"
  { msgattrib --no-obsolete --untranslated "$work/merged.po"; msgattrib --no-obsolete --only-fuzzy "$work/merged.po"; } |
    sed -n '/^#: /p'
  rm -rf "$work"
}

without_chinese () {
  grep -q '^Name\[zh_CN\]=社工图册$' "$desktop" || echo "$desktop: no Chinese name"
  grep -q '<name xml:lang="zh_CN">社工图册</name>' "$metainfo" || echo "$metainfo: no Chinese name"
}

echo 1..6
report 1 'POTFILES names every file with translatable text' "$(missing_files)"
report 2 'POTFILES names only files that exist' "$(gone_files)"
report 3 'POTFILES is sorted' "$(LC_ALL=C sort -c po/POTFILES 2>&1)"
report 4 'zh_CN.po is well-formed' "$(msgfmt --check -o /dev/null po/zh_CN.po 2>&1)"
report 5 'zh_CN.po translates every string of the sources' "$(untranslated_strings)"
report 6 'the desktop sees a Chinese name' "$(without_chinese)"
