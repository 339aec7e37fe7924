#!/usr/bin/env python3
"""A quality ladder in the hands of ffmpeg and Shaka Packager: every rung shows the source's pictures at the source's times, begins its segments
with key frames of the same times, decrypts, and costs no more than the manifests say. Usage: ladder_test.py KEYREEL_CLI NPM_FOLDER"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

from strangers import H264, KEY, KID, clip, expect, packets, run, shaka_packager

DASH = {"d": "urn:mpeg:dash:schema:mpd:2011"}


def pictures(path, key=None):
    """Presentation time and key flag of each picture, in the order of time."""
    options = ["-decryption_key", key] if key else []
    text = run(["ffprobe", "-v", "error", *options, "-select_streams", "v:0", "-show_entries", "packet=pts_time,flags", "-of", "json", path]).stdout
    return sorted((round(float(p["pts_time"]), 4), p["flags"].startswith("K")) for p in json.loads(text)["packets"])


def segments(playlist):
    lengths = [float(x) for x in re.findall(r"#EXTINF:([\d.]+)", playlist)]
    sizes = [int(x) for x in re.findall(r"#EXT-X-BYTERANGE:(\d+)@", playlist)]
    return lengths, sizes


def similarity(film, rung, width, height):
    """Mean PSNR of the rung against the source in its size; 99 for equal pictures."""
    text = run(["ffmpeg", "-v", "info", "-noautorotate", "-i", rung, "-noautorotate", "-i", film, "-lavfi", f"[0:v]setpts=N[a];[1:v]setpts=N,scale={width}:{height}:flags=bicubic[b];[a][b]psnr",
                "-f", "null", "-"]).stderr
    found = re.search(r"average:([\d.]+|inf)", text).group(1)
    return 99.0 if found == "inf" else float(found)


def check(cli, packager, film, work, name, options, rungs):
    out = work / name
    run([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", "--preset", "ultrafast", *options])
    labels = [f"video-{height}p" for height in rungs]
    expect(sorted(p.stem for p in out.glob("video-*.mp4")) == sorted(labels), f"{name}: the rungs are {rungs}")
    expect(not list(out.glob(".*")), f"{name}: nothing temporary stays")
    source = pictures(film)
    first = None
    for label in labels:
        track, clear = out / f"{label}.mp4", work / "clear.mp4"
        expect("No rule is broken." in run([cli, "inspect", "--check", track]).stdout, f"{name}: {label} breaks no rule")
        found = pictures(track)
        expect([t for t, _ in found] == [t for t, _ in source], f"{name}: {label} has the source's {len(source)} pictures at their times")
        run([packager, f"in={track},stream=video,output={clear}", "--enable_raw_key_decryption", "--keys", f"label=:key_id={KID}:key={KEY}", "--quiet"])
        run([cli, "decrypt", track, "--key", f"{KID}:{KEY}", "--force", "-o", work / "ours.mp4"])
        expect(packets(clear, "v") == packets(work / "ours.mp4", "v") != packets(track, "v"), f"{name}: Shaka Packager and we decrypt {label} alike")
        errors = run(["ffmpeg", "-v", "error", "-i", clear, "-f", "null", "-"]).stderr
        expect(errors == "", f"{name}: {label} decodes without an error")
        height = int(label[6:-1])
        size = json.loads(run(["ffprobe", "-v", "error", "-show_entries", "stream=width,height", "-of", "json", clear]).stdout)["streams"][0]
        expect(size["height"] == height and size["width"] % 2 == 0, f"{name}: {label} has its size")
        psnr = similarity(film, clear, size["width"], height)
        expect(psnr > 28, f"{name}: {label} looks like the source ({psnr:.1f} dB)")
        lengths, sizes = segments((out / f"{label}.m3u8").read_text())
        first = first or (lengths, found)
        begins = [round(sum(lengths[:i]) + found[0][0], 3) for i in range(len(lengths))]
        keys = [round(t, 3) for t, key in found if key]
        expect(lengths == first[0] and len(lengths) > 2, f"{name}: {label} has the segments of the first")
        expect(all(any(abs(b - k) < 0.002 for k in keys) for b in begins), f"{name}: every segment of {label} begins with a key frame")
        peak = max(8 * s / l for l, s in zip(lengths, sizes))
        sets = tree.parse(out / "stream.mpd").getroot().findall("d:Period/d:AdaptationSet", DASH)
        pictureSets = [s for s in sets if s.get("contentType") == "video"]
        expect(len(pictureSets) == 1 and pictureSets[0].get("subsegmentAlignment") == "true", f"{name}: one set of pictures")
        shown = next(r for r in pictureSets[0].findall("d:Representation", DASH) if r.get("id") == label)
        expect(int(shown.get("bandwidth")) >= peak - 1, f"{name}: the bandwidth of {label} is its peak, {peak:.0f}")
        master = (out / "master.m3u8").read_text()
        variant = re.search(r"#EXT-X-STREAM-INF:BANDWIDTH=(\d+),.*\n" + label + r"\.m3u8\n", master)
        expect(variant and int(variant.group(1)) >= peak - 1 and f'URI="{label}-iframes.m3u8"' in master, f"{name}: the variant of {label}")
    return out


# Of greys in ten steps from black to the brightest code, the 8-bit luma that the map of BT.2390 to a white of 203 cd/m2 gives for a film of
# 1000 cd/m2: computed apart from Keyreel, in double precision and without tables.
GREYS = {"smpte2084": [16, 33, 56, 90, 140, 203, 232, 235, 235, 235], "arib-std-b67": [16, 43, 70, 98, 125, 153, 190, 219, 233, 235]}


def check_high_dynamic_range(cli, work, transfer):
    film, out, clear = work / f"{transfer}.mp4", work / transfer, work / "clear.mp4"
    greys = "format=yuv420p10le,geq=lum='64+floor(X/64)*97':cb=512:cr=512"
    run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"color=black:size=640x360:rate=24,{greys}", "-t", 3, "-c:v", "libx265", "-preset", "ultrafast", "-crf", "4",
         "-x265-params", f"log-level=none:keyint=24:open-gop=0:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc", "-tag:v", "hvc1", film])
    for options, heights in ([["--ladder", "360,180"], [360, 180]], [["--ladder", "360,180", "--keep-source"], [180]]):
        run([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", *options])
        for height in heights:
            run([cli, "decrypt", out / f"video-{height}p.mp4", "--key", f"{KID}:{KEY}", "--force", "-o", clear])
            said = run(["ffprobe", "-v", "error", "-show_entries", "stream=pix_fmt,color_transfer,color_primaries,color_space", "-of", "csv=p=0", clear]).stdout.strip()
            expect(said == "yuv420p,bt709,bt709,bt709", f"{transfer}: the rung of {height} lines says that it is SDR ({said})")
            raw = subprocess.run(["ffmpeg", "-v", "error", "-i", clear, "-frames:v", "1", "-vf", "scale=640:360:flags=neighbor", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"],
                                 capture_output=True, check=True).stdout
            luma = [raw[180 * 640 + 64 * i + 32] for i in range(10)]
            expect(all(abs(a - b) <= 2 for a, b in zip(luma, GREYS[transfer])), f"{transfer}: the rung of {height} lines shows {luma}")
        master, mpd = (out / "master.m3u8").read_text(), tree.parse(out / "stream.mpd").getroot()
        sets = [s for s in mpd.findall("d:Period/d:AdaptationSet", DASH) if s.get("contentType") == "video"]
        cicp = [[p.get("value") for p in s.findall("d:SupplementalProperty", DASH) if p.get("schemeIdUri").endswith("TransferCharacteristics")] for s in sets]
        if len(heights) == 2:
            expect(master.count("VIDEO-RANGE=SDR") == 4 and cicp == [[]], f"{transfer}: both manifests say SDR")
        else:
            name, point = ("PQ", "16") if transfer == "smpte2084" else ("HLG", "18")
            expect(master.count(f"VIDEO-RANGE={name}") == 2 and master.count("VIDEO-RANGE=SDR") == 2, f"{transfer}: the source stays as it is beside SDR")
            expect(cicp == [[point], []], f"{transfer}: the MPD says it, too, and has a set for each ({cicp})")


def main(cli, npm):
    packager = shaka_packager(npm)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        film = clip(work / "film.mp4", H264, 9)
        check(cli, packager, film, work, "encoded", ["--ladder", "360,180,90,64", "--fragment", "2"], [180, 90, 64])
        check(cli, packager, film, work, "cbcs", ["--ladder", "90,64", "--fragment", "2", "--scheme", "cbcs"], [90, 64])
        out = check(cli, packager, film, work, "kept", ["--ladder", "180,90", "--keep-source", "--fragment", "2"], [180, 90])
        run([cli, "decrypt", out / "video-180p.mp4", "--key", f"{KID}:{KEY}", "--force", "-o", work / "ours.mp4"])
        expect(packets(work / "ours.mp4", "v") == packets(film, "v"), "kept: the top of the ladder is the source")
        matroska = work / "film.mkv"
        run(["ffmpeg", "-v", "error", "-i", film, "-c", "copy", matroska])
        out = check(cli, packager, matroska, work, "kept-mkv", ["--ladder", "180,90", "--keep-source", "--fragment", "2"], [180, 90])
        run([cli, "decrypt", out / "video-180p.mp4", "--key", f"{KID}:{KEY}", "--force", "-o", work / "ours.mp4"])
        expect(packets(work / "ours.mp4", "v") == packets(matroska, "v"), "kept-mkv: the top of the ladder is the source")
        for transfer in GREYS:
            check_high_dynamic_range(cli, work, transfer)
        turned = work / "turned.mov"
        run(["ffmpeg", "-v", "error", "-i", film, "-c", "copy", "-metadata:s:v:0", "rotate=90", turned])
        out = check(cli, packager, turned, work, "turned", ["--ladder", "90,64", "--fragment", "2"], [90, 64])
        expect("RESOLUTION=90x160" in (out / "master.m3u8").read_text(), "turned: the variant is upright")
        refused = run([cli, "package", film, "--out", work / "none", "--ladder", "720,720"], check=False)
        expect(refused.returncode != 0 and "ladder_invalid" in refused.stdout + refused.stderr and not (work / "none").exists(), "a ladder with two equal rungs is refused")


if __name__ == "__main__":
    main(*sys.argv[1:])
