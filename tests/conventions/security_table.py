#!/usr/bin/env python3
"""Fails when a row of SECURITY.md's table names no test, or one that does not exist: security_table.py SOURCE_ROOT

A name is `Suite.Case` or `Suite` of GoogleTest, `.Case` of the suite named before it, `integration.x`, `gui.x`, `worker.x` or
`conventions.x` of CTest, `fuzz_x`, or a folder of tests."""

import pathlib
import re
import sys

CTEST = re.compile(r"(integration|gui|worker|conventions)\.(\w+)$")


def cases_of(root):
    cases = set()
    for path in (root / "tests").rglob("*.cpp"):
        cases.update(re.findall(r"^\s*(?:TYPED_)?TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", path.read_text(), re.M))
    return cases


def words_of(root):
    """Every word of the tests' build files: where CTest's names come from."""
    words = set()
    for path in (root / "tests").rglob("CMakeLists.txt"):
        words.update(re.findall(r"[\w.]+", re.sub(r"#.*", "", path.read_text())))
    return words


def missing(root, names, cases, words):
    suite = None
    suites = {each for each, _ in cases}
    for name in names:
        if ctest := CTEST.match(name):
            found = name in words or ctest[2] in words
        elif name.startswith("fuzz_"):
            found = (root / "tests" / "fuzz" / f"{name.removeprefix('fuzz_')}_fuzz.cpp").exists()
        elif "/" in name:
            found = (root / name).exists()
        elif name.startswith("."):
            found = (suite, name[1:]) in cases
        elif "." in name:
            suite = name.split(".")[0]
            found = tuple(name.split(".", 1)) in cases
        else:
            suite = name
            found = name in suites
        if not found:
            yield name


def faults(root):
    cases, words = cases_of(root), words_of(root)
    rows = [line for line in (root / "SECURITY.md").read_text().splitlines() if line.startswith("|")][2:]
    if len(rows) < 30:
        yield f"the table has {len(rows)} rows only"
    for row in rows:
        columns = [column.strip() for column in row.strip("|").split("|")]
        names = re.findall(r"`([^`]+)`", columns[-1])
        if len(columns) != 4 or not names:
            yield f"no test is named: {row}"
        for name in missing(root, names, cases, words):
            yield f"no such test: {name} ({columns[1]})"
    prose = "\n".join(line for line in (root / "SECURITY.md").read_text().splitlines() if not line.startswith("|"))
    for name in re.findall(r"`(\w+\.\w+)`", prose):
        if tuple(name.split(".")) not in cases and not CTEST.match(name) and not (root / name).suffix in (".md", ".py"):
            yield f"no such test: {name}"


if __name__ == "__main__":
    found = list(faults(pathlib.Path(sys.argv[1])))
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
