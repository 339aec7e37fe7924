#!/usr/bin/env python3
"""Installs the strangers that tests/interop/npm pins into a folder of the build. Usage: install_npm.py PINNED FOLDER

The lock file names versions and hashes, no registry: npm's own configuration says where they come from. What is
installed already is left alone. A failure fails this test, and with it all that need a stranger."""

import pathlib
import shutil
import subprocess
import sys

pinned, folder = map(pathlib.Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
lock = (pinned / "package-lock.json").read_bytes()
done = folder / "installed-lock.json"
if not done.exists() or done.read_bytes() != lock:
    done.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(pinned / name, folder / name)
    if shutil.which("npm") is None:
        sys.exit("npm is missing: install the packages nodejs and npm")
    made = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(f"npm cannot install the strangers of tests/interop/npm:\n{made.stdout}{made.stderr}")
    done.write_bytes(lock)
print(f"installed in {folder}")
