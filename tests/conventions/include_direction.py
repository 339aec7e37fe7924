#!/usr/bin/env python3
"""Fails when an #include runs against the direction of knowledge (ARCHITECTURE.md), or when a foreign library's
header stands outside the one room that may know it, or a film is opened in a process that holds keys.
Usage: include_direction.py SOURCE_ROOT"""

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
ADAPTIVE = PACKAGE | {"core/adaptive"}
RIGHTS = CRYPTO | {"core/identity", "core/rights"}
CUSTODY = RIGHTS | {"core/audit", "core/custody"}
GATEWAY = CUSTODY | {"core/content", "core/gateway"}
STUDIO = GATEWAY | ADAPTIVE | {"core/studio"}
PLAYER = STUDIO | {"player"}
UI = PLAYER | {"ui"}
APP = UI | {"core/sandbox"}
ALLOWED = {
    "core/base": set(),
    "core/crypto": BASE,
    "core/isobmff": CRYPTO,
    "core/cenc": ISOBMFF,
    "core/media": BASE,
    "core/sandbox": BASE,
    "core/package": PACKAGE,
    "core/adaptive": ADAPTIVE,
    "core/content": CRYPTO,
    "core/identity": CRYPTO,
    "core/audit": CRYPTO,
    "core/rights": RIGHTS,
    "core/custody": CUSTODY,
    "core/gateway": GATEWAY,
    "core/studio": STUDIO,
    "player": PLAYER,
    "ui": UI,
    "app": APP,
}
# content must not learn of keys: of crypto it may know hashes and randomness only.
CONTENT_MAY_KNOW = {"core/crypto/hash.h", "core/crypto/random.h"}

LIBRARIES = {
    r"openssl/|argon2\.h": {"core/crypto"},
    r"libav\w+/|libsw\w+/": {"core/media", "player"},
    r"ebur128\.h": {"core/media"},
    r"ass/": {"player"},
    r"libsecret/|gio/|glib|qrencode\.h": {"core/identity"},
    r"boost/": {"core/gateway"},
    r"seccomp\.h|linux/landlock\.h": {"core/sandbox"},
    r"sqlite3\.h": {"core/custody", "core/gateway"},
    r"Q[A-Z]\w+|Qt\w+/": {"player", "ui", "app"},
}
# Strangers' films are opened by a media worker (media::Workshop), not by a process that holds keys.
OPENS_FILMS = re.compile(r"(?<!worker::)\bmedia::(?:probe|posterFrame|frameAt|coverArt|readImage|decodeImage|readTextStreams|makeThumbnails|SampleReader::open)\(")
# Packaging does when it is asked to, without a workshop; the player decodes a clear file in the window's process anyway.
MAY_OPEN_FILMS = {"core/package/sources.cpp", "core/package/text_writer.cpp", "core/package/thumbnails.cpp", "ui/pages/player_sources.cpp"}
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
        text = file.read_text(encoding="utf-8")
        for call in OPENS_FILMS.findall(re.sub("//.*", "", text)) if name not in MAY_OPEN_FILMS else []:
            faults.append(f"{name}: {call}...) opens a film in this process; media::Workshop has a worker do it")
        for header in INCLUDE.findall(text):
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
