#!/usr/bin/env python3
"""Proves that security_table.py can fail: one planted fault of each kind in the table as it is."""

import pathlib
import shutil
import sys
import tempfile

import security_table

SOURCE = pathlib.Path(sys.argv[1]).resolve()
FAULTS = {
    "a case that is none": ("`OpeningChecks.MissingProof`", "`OpeningChecks.MissingProofs`"),
    "a case of another suite": ("`.ProofByTheGatewayItself`", "`.GivesTheTagOfTheStandard`"),
    "a program that is none": ("`integration.journey`", "`integration.journeys`"),
    "a fuzzer that is none": ("`fuzz_recovery_kit`", "`fuzz_recovery_kits`"),
    "a row without a test": ("`Liars.NoRecordNoShare`", "a reviewer"),
}

assert not list(security_table.faults(SOURCE)), "the table is whole to begin with"
for what, (before, after) in FAULTS.items():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "tests").symlink_to(SOURCE / "tests")
        text = (SOURCE / "SECURITY.md").read_text()
        assert before in text, before
        row = next(line for line in text.splitlines() if line.startswith("|") and before in line)
        planted = row.replace(before, after)
        if what == "a row without a test":
            planted = "|".join([*row.split("|")[:-2], f" {after} ", ""])
        (root / "core").symlink_to(SOURCE / "core")
        (root / "SECURITY.md").write_text(text)
        assert not list(security_table.faults(root)), "without the fault nothing is noticed"
        (root / "SECURITY.md").write_text(text.replace(row, planted))
        assert list(security_table.faults(root)), what
print("every planted fault was noticed")
