#!/usr/bin/env python3
"""Fails when the storage room needs the code of keys: a store that cannot hold a key cannot leak one.

usage: content_symbols.py NM ARCHIVE [--must-be-noticed]

Of Keyreel's own code ARCHIVE may need its own room, the base room without SecretBytes, and the hashes and random ids of
crypto. With --must-be-noticed the archive is one that does hold keys, and the check itself is what is tested.
"""
import re
import subprocess
import sys

ROOMS = re.compile(r"keyreel::(audit|cenc|crypto|custody|gateway|identity|isobmff|media|package|player|rights|sandbox|studio|ui)::")
HARMLESS = re.compile(r"keyreel::crypto::(sha256|sha512|Sha256::~?\w+|fillRandom|randomBytes)(\(|\[)")
SECRET = re.compile(r"keyreel::SecretBytes::|\b(EVP_|HMAC|RAND_)|\bsecret_")


def violations(nm: str, archive: str) -> list[str]:
    listing = subprocess.run([nm, "--demangle", "--undefined-only", archive], check=True, capture_output=True, text=True)
    names = {line.split(None, 1)[1] for line in listing.stdout.splitlines() if line.lstrip().startswith("U ")}
    if not any("keyreel::" in name for name in names):
        raise SystemExit(f"{archive} needs nothing of Keyreel at all: this is not the archive that was meant.")
    # The name that is called, not the types of what it is given.
    called = {name: re.split(r"[(<]", name, maxsplit=1)[0] + "(" for name in names}
    return sorted(name for name, callee in called.items()
                  if SECRET.search(callee) or (ROOMS.search(callee) and not HARMLESS.search(callee)))


def main() -> int:
    nm, archive = sys.argv[1:3]
    found = violations(nm, archive)
    if "--must-be-noticed" in sys.argv[3:]:
        print(f"{len(found)} uses of key code noticed in {archive}.")
        return 0 if found else 1
    for name in found:
        print(f"{archive} needs {name}, which is not for storage.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
