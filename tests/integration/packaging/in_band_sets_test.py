#!/usr/bin/env python3
"""Films whose samples hold parameter sets keep the sample entries avc3 and hev1, which allow that (ISO/IEC 14496-15), also
where the sets change on the way or stand in the samples alone; what is only called so becomes avc1 and hvc1."""

import pathlib
import re
import struct
import sys
import tempfile

from support import KEY, Program, check, ffmpeg, hashes

PROGRAM = Program(pathlib.Path(sys.argv[1]))
SOURCE = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=6"]
HEVC = ["-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-x265-params"]


def package(work, film, entry, configured_sets=True):
    folder = work / f"of-{film.stem}"
    PROGRAM.package(film, "--out", folder)
    (made,) = folder.glob("video-*.mp4")
    head = made.read_bytes()[:4096]
    frma = head.index(b"frma") + 4
    check(head[frma:frma + 4] == entry.encode(), f"{film.name}: the sample entry is {entry}, was {head[frma:frma + 4].decode()}")
    codecs = re.search(r'codecs="([^"]+)"', (folder / "stream.mpd").read_text()).group(1)
    check(codecs.startswith(f"{entry}.") and f'CODECS="{codecs}' in (folder / "master.m3u8").read_text(), f"{film.name}: codecs are {codecs}")
    PROGRAM.breaks_no_rule(made)
    source = hashes(film, "0:v:0")
    check(len(source) >= 150 and source == hashes(made, "0:v:0", "-decryption_key", KEY), f"{film.name}: {len(source)} pictures are the film's")


def without_configured_sets(film, out):
    """avcC says profile and level alone; a free box fills what the sets took."""
    data = bytearray(film.read_bytes())
    at = data.index(b"avcC") - 4
    (size,) = struct.unpack(">I", data[at:at + 4])
    bare = bytes(data[at + 8:at + 13]) + b"\xe0\x00"
    data[at:at + size] = struct.pack(">I4s", 8 + len(bare), b"avcC") + bare + struct.pack(">I4s", size - 8 - len(bare), b"free") + bytes(size - 16 - len(bare))
    out.write_bytes(data)
    return out


with tempfile.TemporaryDirectory(prefix="keyreel-in-band-") as work:
    work = pathlib.Path(work)
    one, other = work / "one.h264", work / "other.h264"
    ffmpeg(*SOURCE, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "50", "-bf", "0", "-profile:v", "main", one)
    ffmpeg(*SOURCE, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "50", "-bf", "0", "-profile:v", "main", "-refs", "1", "-x264-params", "cabac=0", other)
    changing = work / "changing.h264"
    changing.write_bytes(one.read_bytes() + other.read_bytes())
    # ffmpeg leaves the sets of a raw stream in the samples.
    for name, stream in (("repeated", one), ("changing", changing)):
        ffmpeg("-framerate", "25", "-i", stream, "-c", "copy", "-tag:v", "avc3", work / f"{name}.mp4")
        package(work, work / f"{name}.mp4", "avc3")
    package(work, without_configured_sets(work / "repeated.mp4", work / "only.mp4"), "avc3")
    ffmpeg("-i", work / "changing.mp4", "-c", "copy", "-tag:v", "avc3", "-movflags", "frag_keyframe+empty_moov", work / "fragmented.mp4")
    package(work, work / "fragmented.mp4", "avc3")
    ffmpeg(*SOURCE, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "50", "-tag:v", "avc3", work / "called.mp4")
    package(work, work / "called.mp4", "avc1")

    raw = work / "raw.hevc"
    ffmpeg(*SOURCE, *HEVC, "log-level=none:open-gop=0:keyint=50:repeat-headers=1:bframes=0", raw)
    ffmpeg("-framerate", "25", "-i", raw, "-c", "copy", "-tag:v", "hev1", work / "inside.mp4")
    package(work, work / "inside.mp4", "hev1")
    ffmpeg(*SOURCE, *HEVC, "log-level=none:open-gop=0:keyint=50", "-tag:v", "hev1", work / "named.mp4")
    package(work, work / "named.mp4", "hvc1")
print("all of it happened")
