#!/usr/bin/env python3
"""Dolby Vision goes along into the packages: over a base layer that others show, too, as supplemental codecs; alone (profile 5) under its own
name, and never as plain HEVC; two layers (profile 7) as the base layer. What would have to be decoded is refused, and nothing is left behind. Usage: dolby_vision_test.py FOLDER_OF_PROGRAMS"""

import pathlib
import struct
import subprocess
import sys
import tempfile

CLI = pathlib.Path(sys.argv[1]) / "keyreel-cli"


def check(condition, what):
    print("ok:" if condition else "FAILED:", what)
    if not condition:
        sys.exit(1)


def with_box(film, box):
    """`film` with a box at the end of its HEVC sample entry; the moov is behind the media, so that nothing moves."""
    out = bytearray(film)
    assert out.index(b"mdat") < out.index(b"moov")
    entry = out.index(b"hvc1", out.index(b"moov"))
    place = entry - 4 + struct.unpack_from(">I", out, entry - 4)[0]
    parents = [out.rindex(name, 0, entry + 4) for name in (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"hvc1")]
    for parent in parents:
        struct.pack_into(">I", out, parent - 4, struct.unpack_from(">I", out, parent - 4)[0] + len(box))
    out[place:place] = box
    return bytes(out)


def dolby_vision(profile, compatibility, layers=0b101):
    """dvcC or dvvC: level 6, with metadata and base layer in the stream, of profile 7 an enhancement layer."""
    record = struct.pack(">BBHB", 1, 0, profile << 9 | 6 << 3 | layers, compatibility << 4) + bytes(19)
    return struct.pack(">I", 8 + len(record)) + (b"dvcC" if profile < 8 else b"dvvC") + record


def said(path):
    return subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-show_streams", path], capture_output=True, text=True).stdout


def run(*command):
    return subprocess.run([CLI, *map(str, command)], capture_output=True, text=True)


KID, KEY = "00112233445566778899aabbccddeeff", "0f0e0d0c0b0a09080706050403020100"


def carried(film, out, profile, compatibility, codec, supplemental, brand, light):
    """Whether `out` has what `film` is, in its boxes, MPD and playlists, protected and decrypted."""
    master, mpd = (out / "master.m3u8").read_text(), (out / "stream.mpd").read_text()
    check(f'CODECS="{codec}' in master and f"VIDEO-RANGE={light}" in master and f'codecs="{codec}' in mpd, f"{film.name} is {codec} in {light}")
    if supplemental:
        check(master.count(f'SUPPLEMENTAL-CODECS="{supplemental}/{brand}"') == 2, f"{film.name}: HLS names {supplemental}/{brand} for pictures and key frames")
        check(f'scte214:supplementalCodecs="{supplemental}" scte214:supplementalProfiles="{brand}"' in mpd and
              'xmlns:scte214="urn:scte:dash:scte214-extensions"' in mpd, f"{film.name}: DASH names it")
    else:
        check("SUPPLEMENTAL" not in master and "scte214" not in mpd, f"{film.name}: nothing is supplemental")
    track, clear = out / "video-180p.mp4", out / "clear.mp4"
    head = track.read_bytes()[:4096]
    record = dolby_vision(profile, compatibility)
    check((record in head) == bool(profile != 7), f"{film.name}: the record of its Dolby Vision is {'' if profile != 7 else 'not '}in the protected file")
    check(not brand or brand.encode() in head[:64], f"{film.name}: the brand {brand} is among the file's")
    done = run("inspect", "--check", track)
    check("No rule is broken." in done.stdout, f"{film.name}: no rule is broken {done.stdout[-300:]}")
    check(run("decrypt", track, "--key", f"{KID}:{KEY}", "-o", clear).returncode == 0, f"{film.name} is decrypted")
    check((f"dv_profile={profile}" in said(clear)) == bool(profile != 7) and f"codec_tag_string={codec[:4]}" in said(clear), f"{film.name}: decrypted it is what it was")


with tempfile.TemporaryDirectory(prefix="keyreel-dolby-") as work:
    work = pathlib.Path(work)
    plain = work / "plain.mp4"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=24", "-t", "2", "-c:v", "libx265", "-preset", "ultrafast",
                    "-x265-params", "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc", "-pix_fmt", "yuv420p10le", "-tag:v", "hvc1", plain],
                   check=True, stdin=subprocess.DEVNULL)
    transfers = {"pq": plain}
    transfers["hlg"] = work / "hlg.mp4"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-i", plain, "-c", "copy", "-bsf:v", "hevc_metadata=transfer_characteristics=18", "-tag:v", "hvc1", transfers["hlg"]],
                   check=True, stdin=subprocess.DEVNULL)
    for profile, compatibility, source, layers, *wanted in (
            (8, 1, "pq", 0b101, "hvc1.2.4.", "dvh1.08.06", "db1p", "PQ"),
            (8, 4, "hlg", 0b101, "hvc1.2.4.", "dvh1.08.06", "db4h", "HLG"),
            (7, 6, "pq", 0b111, "hvc1.2.4.", "", "", "PQ"),
            (5, 0, "pq", 0b101, "dvh1.05.06", "", "dby1", "PQ")):
        film, out = work / f"{profile}.{compatibility}.mp4", work / f"{profile}.{compatibility}"
        film.write_bytes(with_box(transfers[source].read_bytes(), dolby_vision(profile, compatibility, layers)))
        check(f"dv_profile={profile}" in said(film), f"{film.name} is Dolby Vision to ffprobe")
        done = run("package", film, "--out", out, "--key", f"{KID}:{KEY}")
        check(done.returncode == 0, f"{film.name} is packaged {done.stdout[-300:]}{done.stderr[-300:]}")
        carried(film, out, profile, compatibility, *wanted)
    alone, anew = work / "5.0.mp4", work / "anew"
    for options in (["--ladder", "180,90"], ["--ladder", "180,90", "--keep-source"], ["--thumbnails", "1"]):
        done = run("package", alone, "--out", anew, *options)
        check(done.returncode != 0 and "Dolby Vision" in done.stderr + done.stdout and not anew.exists(), f"{alone.name} is refused with {options}: {(done.stderr + done.stdout).strip()}")
    done = run("probe", alone)
    check(done.returncode != 0 and "Dolby Vision" in done.stderr + done.stdout, "for the studio it is refused")
    ladder = work / "ladder"
    done = run("package", work / "8.1.mp4", "--out", ladder, "--ladder", "180,90", "--keep-source", "--preset", "ultrafast")
    master = (ladder / "master.m3u8").read_text()
    check(done.returncode == 0 and "SUPPLEMENTAL" not in "".join(line for line in master.splitlines() if "x90" in line), "what is encoded anew is not called Dolby Vision")
print("all of it happened")
