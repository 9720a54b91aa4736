# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
"""test-readme.py README.md PROGRAM: runs every “$ shegong-atlas …” of the README, in its order and in one folder, and holds
what it prints against what stands below it; “…” on a line of its own stands for anything."""

import pathlib
import re
import subprocess
import sys
import tempfile


def read_examples(path):
    """(command, expected lines) of each example."""
    examples = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("    $ shegong-atlas "):
            examples.append((line.removeprefix("    $ shegong-atlas "), []))
        elif examples and (line.startswith("    ") or not line):
            examples[-1][1].append(line[4:])
        elif examples:
            yield from examples
            examples = []
    yield from examples


def run(program, command, folder):
    """What COMMAND prints, or None where it is refused."""
    result = subprocess.run([program] + command.split(), cwd=folder, capture_output=True, text=True, encoding="utf-8")
    return result.stdout if result.returncode in (0, 1) else None


def is_as_shown(printed, expected):
    """Whether PRINTED is what the EXPECTED lines say."""
    pattern = re.escape("\n".join(expected).strip()).replace("…", "(.|\n)*")
    return printed is not None and re.fullmatch(pattern, printed.strip()) is not None


def main(readme, program):
    examples = list(read_examples(readme))
    program = str(pathlib.Path(program).resolve())
    print(f"1..{len(examples)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (command, expected) in enumerate(examples, start=1):
            printed = run(program, command, folder)
            same = is_as_shown(printed, expected)
            print(f"{'ok' if same else 'not ok'} {number} {command}")
            if not same:
                print("\n".join("# " + line for line in (printed or "refused").splitlines()))


if __name__ == "__main__":
    main(*sys.argv[1:])
