#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# The house rule: a folder of src may include only those above it, and everything down to reports knows no GTK.
# dataset alone speaks to SQLite. Usage: test-layers.sh SOURCE-ROOT
set -u
cd "$1/src" || exit 99

n=0
# forbid FOLDER PATTERN: no #include in src/FOLDER may match PATTERN.
forbid () {
  n=$((n + 1))
  found=$(grep -rnE "^ *# *include *($2)" "$1" --include='*.c' --include='*.h')
  if [ -z "$found" ]; then
    echo "ok $n $1 includes only what stands above it"
  else
    echo "not ok $n $1 includes only what stands above it"
    echo "$found" | sed 's/^/# src\//'
  fi
}

gtk='<(gtk|gdk|adwaita)[/.]'
echo 1..8
forbid dataset "\"(indicators|charts|reports|window|commands)/|$gtk|<(cairo|pango)"
forbid dataset/sheets "\"(dataset/[a-z-]+\.h|dataset/registers|indicators|charts|reports|window|commands)|$gtk|<(cairo|pango|sqlite3)"
forbid indicators "\"(charts|reports|window|commands)/|$gtk|<(cairo|pango)|<sqlite3"
forbid charts "\"(reports|window|commands)/|$gtk|<sqlite3"
forbid reports "\"(window|commands)/|$gtk|<sqlite3"
forbid window '"commands/|<sqlite3'
forbid commands "\"window/|$gtk|<sqlite3"

# All text of charts is horizontal, and so nothing in them is ever turned (C3).
found=$(grep -rnE 'cairo_(rotate|transform)|pango_matrix_rotate|pango_context_set_(matrix|base_gravity)' charts)
if [ -z "$found" ]; then
  echo "ok 8 charts turn nothing"
else
  echo "not ok 8 charts turn nothing"
  echo "$found" | sed 's/^/# src\//'
fi
