#!/usr/bin/env python3
"""error_words_test.py ROOT: error_words.py notices a code without words, and those that it need not know any more."""

import pathlib
import shutil
import sys
import tempfile

from error_words import ROOMS, faults_of

root = pathlib.Path(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder)
    for room in (*ROOMS, "ui"):
        shutil.copytree(root / room, copy / room)
    assert faults_of(copy) == [], faults_of(copy)
    added = copy / "core/studio/added.cpp"
    added.write_text('return fail("never_told", "Something.");\n', encoding="utf-8")
    assert [fault for fault in faults_of(copy) if "never_told" in fault], "a code without words went unnoticed"
    added.unlink()
    (copy / "ui/added.cpp").write_text('"port_taken"\n', encoding="utf-8")
    assert [fault for fault in faults_of(copy) if "port_taken" in fault], "a needless exception went unnoticed"
    shutil.rmtree(copy / "core/rights")
    assert [fault for fault in faults_of(copy) if "merkle_range" in fault], "an exception without a code went unnoticed"
print("it notices")
