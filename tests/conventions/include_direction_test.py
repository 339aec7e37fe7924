#!/usr/bin/env python3
"""Proves that include_direction.py can fail: one planted include for each kind of fault."""

import pathlib
import subprocess
import sys
import tempfile

CHECK = pathlib.Path(__file__).with_name("include_direction.py")
PLANTED = {
    "core/base/a.cpp": '#include "core/crypto/hash.h"',
    "core/crypto/a.cpp": '#include "core/identity/vault.h"',
    "core/content/a.cpp": '#include "core/crypto/shamir.h"',
    "core/media/a.cpp": "#include <openssl/evp.h>",
    "core/identity/a.cpp": "#include <argon2.h>",
    "core/package/a.cpp": "#include <libavformat/avformat.h>",
    "core/studio/a.cpp": "#include <QWidget>",
    "player/a.cpp": '#include "ui/theme/theme.h"',
    "app/a.cpp": "#include <seccomp.h>",
    "ui/a.cpp": "auto info = media::probe(path);",
}


def run(root):
    return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True).returncode


failures = []
for name, line in PLANTED.items():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True)
        target = line.split('"')[1] if '"' in line else None
        if target:
            header = pathlib.Path(folder) / target
            header.parent.mkdir(parents=True, exist_ok=True)
            header.touch()
        path.write_text("\n")
        if run(folder) != 0:
            failures.append(f"{name}: refused when clean")
        path.write_text(line + "\n")
        if run(folder) == 0:
            failures.append(f"{name}: {line} was not noticed")
print("\n".join(failures) or f"{len(PLANTED)} planted faults noticed")
sys.exit(1 if failures else 0)
