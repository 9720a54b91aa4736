#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# with-display.sh PROGRAM: runs a TAP program on a display of its own; where there is no Xvfb, it is skipped, visibly.
command -v xvfb-run >/dev/null || { echo '1..0 # SKIP xvfb-run is not installed'; exit; }
exec xvfb-run -a -s '-screen 0 1440x900x24' "$@"
