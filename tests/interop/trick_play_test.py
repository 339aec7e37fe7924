#!/usr/bin/env python3
"""Trick-play tracks have exactly the key frames of the film, at their times, under the film's keys and IVs that nothing else has; the MPD says
whose they are, and Shaka Player winds with them. Usage: trick_play_test.py KEYREEL_CLI NPM_FOLDER"""

import json
import pathlib
import struct
import sys
import tempfile
import xml.etree.ElementTree as tree

from browser import Chromium, serve
from strangers import H264, HEVC, KEY, KID, expect, run

DASH = {"d": "urn:mpeg:dash:schema:mpd:2011"}
VP9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]


def film(path, coding, seconds=9):
    run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=25:duration={seconds}", "-f", "lavfi", "-i", f"sine=440:duration={seconds}",
         *coding, "-g", "25", "-keyint_min", "25", "-pix_fmt", "yuv420p", "-c:a", "libopus" if coding is VP9 else "aac", path])
    return path


def lengths(path):
    """How long all samples last together, in seconds, by tfhd and trun; ffprobe goes by the rate that is in the pictures."""
    data, total, at = path.read_bytes(), 0, 0
    while (at := data.find(b"tfhd", at)) >= 0:
        default = struct.unpack_from(">I", data, at + 12)[0] if data[at + 7] & 8 else None
        at = data.index(b"trun", at)
        flags, count = struct.unpack_from(">II", data, at + 4)
        place, row = at + 12 + 4 * bool(flags & 1) + 4 * bool(flags & 4), 4 * bin(flags >> 8 & 15).count("1")
        total += sum(struct.unpack_from(">I", data, place + i * row)[0] for i in range(count)) if flags & 0x100 else count * default
    mdhd = data.index(b"mdhd")
    return total / struct.unpack_from(">I", data, mdhd + 16)[0]


def keys(path):
    """Presentation time of each key frame, and how many packets there are."""
    packets = json.loads(run(["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_packets", "-of", "json", path]).stdout)["packets"]
    return [round(float(p["pts_time"]), 3) for p in packets if p["flags"].startswith("K")], len(packets)


def pictures(path, *options):
    text = run(["ffmpeg", "-v", "error", *options, "-i", path, "-map", "0:v", "-vsync", "passthrough", "-f", "framehash", "-hash", "md5", "-"]).stdout
    return [line.split(",")[-1].strip() for line in text.splitlines() if line and not line.startswith("#")]


def vectors(path, size):
    """The initialization vectors in all senc boxes."""
    data, found, at = path.read_bytes(), [], 0
    while (at := data.find(b"senc", at)) >= 0:
        flags, count = struct.unpack_from(">II", data, at + 4)
        place = at + 12
        for _ in range(count):
            found.append(data[place:place + size])
            place += size
            if flags & 2:
                place += 2 + 6 * struct.unpack_from(">H", data, place)[0]
        at += 4
    return found


def check(cli, work, name, coding, options, trick="video-180p-trick", main="video-180p", group=25):
    """`group`: pictures from one key frame to the next, of 225."""
    expected = -(-225 // group)
    source, out = work / f"{name.split()[0]}.{'webm' if coding is VP9 else 'mp4'}", work / name.replace(" ", "-")
    if not source.exists():
        film(source, coding)
    run([cli, "package", source, "--out", out, "--key", f"{KID}:{KEY}", "--fragment", "2", "--trick-play", "--preset", "ultrafast", *options])
    text = (out / "stream.mpd").read_text()
    sets = tree.fromstring(text).findall(".//d:AdaptationSet", DASH)
    labels = {one.get("id"): [r.get("id") for r in one.findall("d:Representation", DASH)] for one in sets}
    wound = [one for one in sets for p in one.findall("d:EssentialProperty", DASH) if p.get("schemeIdUri") == "http://dashif.org/guidelines/trickmode"]
    expect(len(wound) == 1 and labels[wound[0].get("id")] == [trick], f"{name}: one set of the MPD is for winding")
    expect(main in labels[wound[0].find("d:EssentialProperty", DASH).get("value")], f"{name}: it names the set that it is of")
    shown = wound[0].find("d:Representation", DASH)
    expect(shown.get("maxPlayoutRate") == str(225 // expected) and shown.get("codingDependency") == "false", f"{name}: it may be shown {225 // expected} times as fast")
    expect(trick not in (out / "master.m3u8").read_text(), f"{name}: HLS has its own way")
    if "--segment-files" in options:
        for label in (main, trick):
            parts = sorted((out / label).glob("*.m4s"), key=lambda path: int(path.stem))
            (out / f"{label}.mp4").write_bytes(b"".join(path.read_bytes() for path in [out / label / "init.mp4", *parts]))
    else:
        for label in (main, trick):
            told = run([cli, "inspect", "--check", out / f"{label}.mp4"]).stdout
            expect("No rule is broken." in told, f"{name}: {label} breaks no rule {told[-300:]}")
    clear = {}
    for label in (main, trick):
        clear[label] = work / "clear" / f"{out.name}-{label}.mp4"
        clear[label].parent.mkdir(exist_ok=True)
        run([cli, "decrypt", out / f"{label}.mp4", "--key", f"{KID}:{KEY}", "--force", "-o", clear[label]])
    times, count = keys(clear[trick])
    wanted, _ = keys(clear[main])
    length, whole = lengths(clear[trick]), lengths(clear[main])
    expect(times == wanted and count == len(wanted) == expected, f"{name}: the track has the {count} key frames at their times ({times}, {wanted})")
    expect(abs(length - whole) < 0.1, f"{name}: they span the film ({length}, {whole})")
    only, every = pictures(clear[trick]), pictures(clear[main])[::group]
    expect(only == every and len(only) == expected, f"{name}: and decode to exactly its key pictures ({len(only)}, {len(every)})")
    if "cbcs" not in options:
        ivs = [iv for path in (out / f"{trick}.mp4", *out.glob("video-???p.mp4"), *out.glob("audio-*.mp4")) for iv in vectors(path, 8)]
        expect(len(ivs) > 200 and len(set(ivs)) == len(ivs), f"{name}: no initialization vector is there twice ({len(ivs)})")


def wind(cli, npm, work):
    run([cli, "package", film(work / "long.mp4", H264, 60), "--out", work / "long", "--key", f"{KID}:{KEY}", "--trick-play"])
    address = serve({"/npm/": pathlib.Path(npm) / "node_modules", "/film/": work, "/": pathlib.Path(__file__).resolve().parent / "page"})
    browser = Chromium()
    try:
        browser.open(address + "/index.html")
        done = browser.evaluate(f"windWithShaka('/film/long/stream.mpd', {{'{KID}': '{KEY}'}}, 30)")
        expect(done.get("time", 0) > 30 and done["trick"] and any(name.endswith("-trick.mp4") for name in done["fetched"]), f"Shaka Player winds with the key frames ({done})")
    finally:
        browser.close()


def main(cli, npm):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for scheme in ("cenc", "cbcs"):
            check(cli, work, f"avc {scheme}", H264, ["--scheme", scheme])
            check(cli, work, f"hevc {scheme}", HEVC, ["--scheme", scheme])
        check(cli, work, "vp9 cenc", VP9, [])
        check(cli, work, "avc segments", H264, ["--segment-files", "number"])
        check(cli, work, "avc ladder", H264, ["--ladder", "180,90"], "video-90p-trick", "video-90p", 50)
        check(cli, work, "avc lead", H264, ["--clear-lead", "2"])
        refused = run([cli, "package", work / "avc.mp4", "--out", work / "none", "--key", f"{KID}:{KEY}:0102030405060708", "--trick-play"], check=False)
        expect(refused.returncode != 0 and "reveal" in refused.stdout + refused.stderr, "a given initialization vector is not used for both tracks")
        wind(cli, npm, work)


if __name__ == "__main__":
    main(*sys.argv[1:])
