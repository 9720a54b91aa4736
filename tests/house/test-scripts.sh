#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# The scripts that a newcomer starts: executable, POSIX sh, and ./test counts what meson saw.
# Usage: test-scripts.sh SOURCE-ROOT
set -u
cd "$1" || exit 99

# check NUMBER WHAT STATUS
check () {
  if [ "$3" = 0 ]; then echo "ok $1 $2"; else echo "not ok $1 $2"; fi
}

runnable () {
  for script in run test .ci/run po/update; do [ -x "$script" ] || return 1; done
}

parses () {
  for script in run test po/update build-aux/prepare.sh tests/*/*.sh; do sh -n "$script" || return 1; done
}

# count EXPECTED-LINE EXPECTED-STATUS LOG-LINE...: what build-aux/count-tests.py makes of a log.
count () {
  expected=$1
  status=$2
  shift 2
  log=$(mktemp)
  printf '%s\n' "$@" >"$log"
  said=$(python3 build-aux/count-tests.py "$log")
  got=$?
  rm -f "$log"
  [ "$said" = "$expected" ] && [ "$got" = "$status" ]
}

counts_cases () {
  count '3 passed, 0 failed' 0 \
    '{"result": "OK", "stdout": "TAP version 13\n1..2\nok 1 /a\nok 2 /b\n"}' '{"result": "OK", "stdout": "fine"}'
}

counts_failures () {
  count '1 passed, 1 failed, 1 skipped' 1 \
    '{"result": "FAIL", "stdout": "ok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP no font\n"}'
}

counts_crash_as_failure () {
  count '1 passed, 1 failed' 1 '{"result": "ERROR", "stdout": "1..3\nok 1 /a\n"}'
}

counts_nothing_as_failure () {
  count '0 passed, 0 failed' 1 ''
}

echo 1..6
runnable; check 1 'scripts are executable' $?
parses; check 2 'scripts are POSIX sh' $?
counts_cases; check 3 'test cases are counted' $?
counts_failures; check 4 'failed and skipped cases are counted' $?
counts_crash_as_failure; check 5 'a crashed program is a failure' $?
counts_nothing_as_failure; check 6 'no tests at all is no success' $?
