#!/usr/bin/env python3
"""Fails when an #include runs against the direction of knowledge (ARCHITECTURE.md), or when a foreign library's
header stands outside the one room that may know it. Usage: include_direction.py SOURCE_ROOT"""

import pathlib
import re
import sys

# What each room may include besides itself. Transitive knowledge is stated, not inferred.
BASE = {"core/base"}
CRYPTO = BASE | {"core/crypto"}
ISOBMFF = CRYPTO | {"core/isobmff"}
CENC = ISOBMFF | {"core/cenc"}
MEDIA = BASE | {"core/media"}
PACKAGE = CENC | MEDIA | {"core/package"}
RIGHTS = CRYPTO | {"core/identity", "core/rights"}
CUSTODY = RIGHTS | {"core/audit", "core/custody"}
GATEWAY = CUSTODY | {"core/content", "core/gateway"}
STUDIO = GATEWAY | PACKAGE | {"core/studio"}
PLAYER = STUDIO | {"player"}
UI = PLAYER | {"ui"}
ALLOWED = {
    "core/base": set(),
    "core/crypto": BASE,
    "core/isobmff": CRYPTO,
    "core/cenc": ISOBMFF,
    "core/media": BASE,
    "core/package": PACKAGE,
    "core/content": CRYPTO,
    "core/identity": CRYPTO,
    "core/audit": CRYPTO,
    "core/rights": RIGHTS,
    "core/custody": CUSTODY,
    "core/gateway": GATEWAY,
    "core/studio": STUDIO,
    "player": PLAYER,
    "ui": UI,
    "app": UI,
}
# content must not learn of keys: of crypto it may know hashes and randomness only.
CONTENT_MAY_KNOW = {"core/crypto/hash.h", "core/crypto/random.h"}

LIBRARIES = {
    r"openssl/|argon2\.h": {"core/crypto"},
    r"libav\w+/|libsw\w+/": {"core/media", "player"},
    r"libsecret/|gio/|glib|qrencode\.h": {"core/identity"},
    r"boost/": {"core/gateway"},
    r"sqlite3\.h": {"core/custody", "core/gateway"},
    r"Q[A-Z]\w+|Qt\w+/": {"player", "ui", "app"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^">]+)[">]', re.M)


def room_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "core" else parts[0]


def main(root):
    faults = []
    files = [p for top in ("app", "core", "player", "ui") for p in (root / top).rglob("*") if p.suffix in (".h", ".cpp")]
    if not files:
        faults.append("no sources found below " + str(root))
    for file in files:
        name = file.relative_to(root).as_posix()
        room = room_of(name)
        if room not in ALLOWED:
            faults.append(f"{name}: unknown room {room}")
            continue
        for header in INCLUDE.findall(file.read_text(encoding="utf-8")):
            if header.split("/")[0] in ("app", "core", "player", "ui"):
                other = room_of(header)
                if other != room and other not in ALLOWED[room]:
                    faults.append(f"{name}: {room} must not know {header}")
                if room == "core/content" and other == "core/crypto" and header not in CONTENT_MAY_KNOW:
                    faults.append(f"{name}: content must not know {header}")
                if not (root / header).exists():
                    faults.append(f"{name}: {header} does not exist")
            if header.startswith("tests/"):
                faults.append(f"{name}: a shipped file includes {header}")
            for pattern, rooms in LIBRARIES.items():
                if re.match(pattern, header) and room not in rooms:
                    faults.append(f"{name}: {header} belongs to {', '.join(sorted(rooms))} only")
            # The engine of the player runs without a window.
            if name.startswith("player/playback/") and re.match(r"Q[A-Z]", header):
                faults.append(f"{name}: the playback engine must not know {header}")
    for fault in sorted(faults):
        print(fault)
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
