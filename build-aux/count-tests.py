# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
"""count-tests.py LOG.json...: counts the test cases in logs that `meson test` wrote, prints
"N passed, N failed[, N skipped]" and exits with 1 if any failed or a log is missing."""

import json
import re
import sys


def count_program(entry):
    """(passed, failed, skipped) of one test program: its TAP lines, or itself if it prints none."""
    passed = failed = skipped = 0
    for line in entry.get("stdout", "").splitlines():
        if re.match(r"not ok\b", line):
            failed += 1
        elif re.match(r"ok\b", line):
            if re.search(r"# *SKIP\b", line, re.IGNORECASE):
                skipped += 1
            else:
                passed += 1
        elif re.match(r"1\.\.0\b.*SKIP", line, re.IGNORECASE):
            skipped += 1
    result = entry["result"]
    if result == "SKIP":
        skipped = max(skipped, 1)
    elif result == "OK":
        passed = passed if passed or skipped else 1
    elif failed == 0:
        # It crashed, ran out of time or broke its plan: the cases it did not reach are one failure.
        failed = 1
    return passed, failed, skipped


def main(logs):
    totals = [0, 0, 0]
    for log in logs:
        try:
            with open(log, encoding="utf-8") as lines:
                for line in filter(str.strip, lines):
                    counted = count_program(json.loads(line))
                    totals = [total + more for total, more in zip(totals, counted)]
        except OSError as error:
            print(f"count-tests: {error}", file=sys.stderr)
            totals[1] += 1
    passed, failed, skipped = totals
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
