#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# with-session-bus.sh PROGRAM...: runs a TAP program with a session bus of its own; where there is none, it is skipped, visibly.
command -v dbus-run-session >/dev/null || { echo '1..0 # SKIP dbus-run-session is not installed'; exit; }
# What services of the bus say is no TAP: only the program has this script's stdout.
exec 3>&1
exec dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" >/dev/null
