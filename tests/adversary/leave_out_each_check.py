#!/usr/bin/env python3
"""Shows that every check of the key node is held by a test.

    leave_out_each_check.py SOURCE BUILD [CHECK...]

For each name in `enforced("name")` of core/custody, builds the node without that one check (-DKEYREEL_MUTATE=name, in
the folder BUILD of its own) and runs the adversary tests, of which at least one has to fail. Also shows that they all
pass with nothing left out, that a release build refuses the option, and that such a build makes no program but the tests.
"""
import os
import queue
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

NAME = re.compile(r'\b(?:enforced|limit)\("([a-z_]+)"')
FAILED = re.compile(r"^\[  FAILED  \] (\w+\.\w+)", re.MULTILINE)


def names_in(source):
    found = []
    for file in ("padded_message", "recover_message", "capability", "node_service"):
        for name in NAME.findall((source / "core/custody" / f"{file}.cpp").read_text()):
            if name not in found:
                found.append(name)
    everywhere = {n for f in (source / "core").rglob("*.cpp") for n in NAME.findall(f.read_text())}
    if everywhere != set(found):
        sys.exit(f"Checks in files that this script does not look at: {sorted(everywhere - set(found))}")
    return found


def configure(source, build, name, *more):
    command = ["cmake", "-S", source, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
               "-DCMAKE_CXX_FLAGS_DEBUG=-O0", f"-DKEYREEL_MUTATE={name}", *more]
    return subprocess.run(command, capture_output=True, text=True)


def run_without(source, build, name):
    """None when all tests pass, else the names of those that do not."""
    configured = configure(source, build, name)
    if configured.returncode != 0:
        raise RuntimeError(configured.stdout + configured.stderr)
    built = subprocess.run(["cmake", "--build", build, "--target", "adversary"], capture_output=True, text=True)
    if built.returncode != 0:
        raise RuntimeError(built.stdout + built.stderr)
    try:
        tests = subprocess.run([build / "bin/adversary", "--gtest_brief=1"], capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return ["(no end)"]
    if tests.returncode == 0:
        return None
    failed = list(dict.fromkeys(FAILED.findall(tests.stdout)))
    return failed or ["(the tests ended early)"]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    source, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    checks = names_in(source)
    chosen = sys.argv[3:] or checks
    begun = time.monotonic()

    refused = configure(source, build / "release", chosen[0], "-DKEYREEL_RELEASE=ON")
    if refused.returncode == 0 or "a release has all of them" not in " ".join(refused.stderr.split()):
        sys.exit("A release build did not refuse to leave a check out.")
    jobs = os.cpu_count() or 1
    folders = queue.Queue()
    for number in range(jobs):
        folder = build / str(number)
        if (failed := run_without(source, folder, "nothing")) is not None:
            sys.exit(f"With nothing left out, tests fail already: {failed}")
        if (programs := sorted(p.name for p in (folder / "bin").iterdir())) != ["adversary"]:
            sys.exit(f"A build that leaves checks out made programs: {programs}")
        folders.put(folder)

    def left_out(name):
        folder = folders.get()
        try:
            return run_without(source, folder, name)
        finally:
            folders.put(folder)

    survived = []
    pool = ThreadPoolExecutor(jobs)
    for name, failed in zip(chosen, pool.map(left_out, chosen)):
        if failed is None:
            survived.append(name)
            print(f"  {name}: NO TEST NOTICES", flush=True)
        else:
            print(f"  {name}: {failed[0]}" + (f" and {len(failed) - 1} more" if len(failed) > 1 else ""), flush=True)
    print(f"{len(chosen) - len(survived)} of {len(chosen)} checks are held by a test"
          f" ({time.monotonic() - begun:.0f} s)")
    sys.exit(1 if survived else 0)


main()
