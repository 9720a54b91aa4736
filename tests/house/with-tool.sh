#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# with-tool.sh TOOL ARGS...: runs TOOL, a validator that not every machine has; without it the test is skipped, visibly.
command -v "$1" >/dev/null || { echo "$1 is not installed"; exit 77; }
exec "$@"
