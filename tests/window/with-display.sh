#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# with-display.sh PROGRAM...: runs a TAP program on a display of its own; where there is no Xvfb, it is skipped, visibly.
# The server itself chooses a free number, so that several programs can start at the same moment.
command -v Xvfb >/dev/null || { echo '1..0 # SKIP Xvfb is not installed'; exit; }
place=$(mktemp -d)
mkfifo "$place/number"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$place/number" >"$place/log" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server"; rm -r "$place"' EXIT
trap 'exit 143' INT TERM
read -r number <"$place/number" || { cat "$place/log" >&2; exit 99; }
DISPLAY=:$number "$@"
