#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# The scripts that a newcomer starts: executable, POSIX sh, and ./test counts what meson saw.
# Usage: test-scripts.sh SOURCE-ROOT BUILD-ROOT
set -u
cd "$1" || exit 99
build_root=$2

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

# ./run as a user who is neither root nor has sudo, on a Debian where nothing is installed: says the line, builds nothing.
refuses_without_root () {
  work=$(mktemp -d)
  mkdir "$work/bin"
  cp -r run build-aux "$work"
  for tool in cat cut dirname mktemp readlink sed tr; do ln -s "$(command -v $tool)" "$work/bin"; done
  printf '#!/bin/sh\nexit 1\n' | tee "$work/bin/apt-get" >"$work/bin/dpkg-query"
  printf '#!/bin/sh\necho 1000\n' >"$work/bin/id"
  chmod +x "$work/bin/apt-get" "$work/bin/dpkg-query" "$work/bin/id"
  said=$(PATH=$work/bin "$work/run" 2>&1)
  status=$?
  built=$([ ! -e "$work/build" ] || echo yes)
  rm -rf "$work"
  [ "$status" = 2 ] && [ -z "$built" ] || return 1
  case $said in *'apt-get install -y --no-install-recommends meson '*) ;; *) return 1 ;; esac
}

# was_carried PLACE: whether a build folder at PLACE/build, as meson made it at BUILD-ROOT, is from elsewhere.
was_carried () {
  mkdir -p "$1/build"
  cp "$build_root/build-roots.h" "$1/build"
  (. build-aux/prepare.sh && cd "$1" && build_was_carried)
}

# The second ./run starts at once, and one in a copy builds anew.
knows_own_build () {
  work=$(mktemp -d)
  elsewhere=$build_root
  was_carried "$work" || return 1
  build_root=$work/made
  mkdir "$build_root"
  sed "s|$elsewhere|$work/build|" "$elsewhere/build-roots.h" >"$build_root/build-roots.h"
  ! was_carried "$work"
  status=$?
  rm -rf "$work"
  return $status
}

echo 1..8
runnable; check 1 'scripts are executable' $?
parses; check 2 'scripts are POSIX sh' $?
counts_cases; check 3 'test cases are counted' $?
counts_failures; check 4 'failed and skipped cases are counted' $?
counts_crash_as_failure; check 5 'a crashed program is a failure' $?
counts_nothing_as_failure; check 6 'no tests at all is no success' $?
refuses_without_root; check 7 'without root or sudo ./run says the line to type' $?
knows_own_build; check 8 'a build folder is kept where it was made' $?
