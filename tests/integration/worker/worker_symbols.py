#!/usr/bin/env python3
"""Fails when the media worker contains code that handles keys. Usage: worker_symbols.py NM PROGRAM [--must-be-noticed]

Of Keyreel's own code the worker has the rooms base (without SecretBytes), media and sandbox. With --must-be-noticed the
program is one that does handle keys, and the check itself is what is tested."""
import re
import subprocess
import sys

KEYS = re.compile(r"keyreel::(audit|cenc|content|crypto|custody|gateway|identity|isobmff|package|player|rights|studio|ui)::"
                  r"|keyreel::SecretBytes::|\b(EVP_|HMAC_|RAND_)|\bsecret_")
OWN = re.compile(r"keyreel::media::worker::serve\(|keyreel::cli::")


def main() -> int:
    nm, program = sys.argv[1:3]
    listing = subprocess.run([nm, "--demangle", program], check=True, capture_output=True, text=True).stdout
    names = [line.split(None, 2)[-1] for line in listing.splitlines()]
    if not any(OWN.search(name) for name in names):
        raise SystemExit(f"{program} is not the program that was meant, or has no symbols.")
    found = sorted({name for name in names if KEYS.search(name)})
    if "--must-be-noticed" in sys.argv[3:]:
        print(f"{len(found)} names of key code noticed in {program}.")
        return 0 if found else 1
    for name in found:
        print(f"{program} has {name}, which is not for the media worker.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
