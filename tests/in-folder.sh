#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# in-folder.sh PROGRAM...: runs a program with a temporary folder of its own, and removes it with all that is left in it, also
# where the program fails or is stopped half-way.
place=$(mktemp -d)
trap 'chmod -R u+rwX "$place"; rm -rf "$place"' EXIT
# What meson stops it tells this script and the program, for which it waits before it cleans up.
trap : INT TERM
TMPDIR=$place "$@"
