#!/usr/bin/env python3
"""Thumbnails: each tile of each sheet shows the film at its time, upright and in shape, MPD and playlist say where it is, and Shaka Player and
dash.js find it there. Usage: thumbnails_test.py KEYREEL_CLI NPM_FOLDER"""

import base64
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import hls_rules
from browser import Chromium, serve
from strangers import KEY, KID, expect, run

DASH = {"d": "urn:mpeg:dash:schema:mpd:2011"}
SECONDS = 123
ONE = ["--key", f"{KID}:{KEY}"]


def film(path, seconds, extra=(), rate=5, filters=""):
    """Every second is written into the picture as the bits of its number, eight bars from left to right, white over black at the top."""
    bars = "if(lt(Y,H/4),235,if(bitand(floor(T),pow(2,floor(X*8/W))),235,16))"
    run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", f"color=black:size=256x144:rate={rate}:duration={seconds},geq=lum='{bars}':cb=128:cr=128{filters}", "-f",
         "lavfi", "-i", f"sine=440:duration={seconds - 0.2}", "-c:v", "libx264", "-preset", "ultrafast", "-g", rate, "-bf", 2, "-pix_fmt", "yuv420p", "-c:a", "aac", *extra, path])
    return path


def grey(sheet, width, height):
    """The sheet's light, one byte for each pixel, whose size must be the one that was said."""
    said = run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", sheet]).stdout.strip()
    expect(said == f"mjpeg,{width},{height}", f"{sheet.name} is a JPEG of {width} x {height} ({said})")
    return subprocess.run(["ffmpeg", "-v", "error", "-i", sheet, "-f", "rawvideo", "-pix_fmt", "gray", "-"], capture_output=True, check=True).stdout


def number(data, stride, x, y, width, height):
    """The second that a tile shows, or None when it is not one of the film's pictures."""
    def light(across, down):
        return data[(y + int(down * height)) * stride + x + int(across * width)]
    if light(0.5, 0.1) < 180:
        return None
    return sum(1 << bit for bit in range(8) if light((bit + 0.5) / 8, 0.7) > 128)


def check_sheets(out, every, count, tile, shown):
    text = (out / "stream.mpd").read_text()
    sets = [one for one in tree.fromstring(text).findall(".//d:AdaptationSet", DASH) if one.get("contentType") == "image"]
    expect(len(sets) == 1 and sets[0].get("mimeType") == "image/jpeg", f"{out.name}: the MPD has one set of pictures")
    representation, template = sets[0].find("d:Representation", DASH), sets[0].find("d:SegmentTemplate", DASH)
    prop = representation.find("d:EssentialProperty", DASH)
    columns, rows = map(int, prop.get("value").split("x"))
    width, height = int(representation.get("width")), int(representation.get("height"))
    expect(prop.get("schemeIdUri") == "http://dashif.org/guidelines/thumbnail_tile" and (width // columns, height // rows) == tile and
           width % columns == height % rows == 0, f"{out.name}: {columns} x {rows} tiles of {tile} ({width} x {height})")
    length = int(template.get("duration")) / int(template.get("timescale"))
    expect(abs(length - columns * rows * every) < 0.001, f"{out.name}: a sheet is {length} s long")
    sheets = sorted(out.glob("thumbnails-*.jpg"), key=lambda path: int(path.stem.split("-")[1]))
    expect(len(sheets) == math.ceil(count / columns / rows), f"{out.name}: there are {len(sheets)} sheets")
    named = [template.get("media").replace("$Number$", str(i + int(template.get("startNumber")))) for i in range(len(sheets))]
    expect([sheet.name for sheet in sheets] == named, f"{out.name}: the template names the sheets")
    found = []
    for i, sheet in enumerate(sheets):
        left = max(min(SECONDS - i * length, length), every) if SECONDS > 60 else length
        expect(sheet.stat().st_size * 8 / left <= int(representation.get("bandwidth")) + 1, f"{out.name}: {sheet.name} takes no more than its bandwidth")
        data = grey(sheet, width, height)
        found += [number(data, width, column * tile[0], row * tile[1], *tile) for row in range(rows) for column in range(columns)]
    expect(found[:count] == shown and not any(found[count:]), f"{out.name}: every tile shows the film at its time ({found}, {shown})")
    playlist = (out / "thumbnails.m3u8").read_text()
    entries = re.findall(r"#EXTINF:([\d.]+),\n#EXT-X-TILES:RESOLUTION=(\d+x\d+),LAYOUT=(\d+x\d+),DURATION=([\d.]+)\n(\S+)\n", playlist)
    expect([entry[4] for entry in entries] == named and all(entry[1:3] == (f"{tile[0]}x{tile[1]}", f"{columns}x{rows}") and float(entry[3]) == every for entry in entries),
           f"{out.name}: the playlist names the same")
    faults = hls_rules.faults(out)
    expect(not faults, f"{out.name}: the playlists break no rule {faults}")


def players(work, npm):
    address = serve({"/npm/": pathlib.Path(npm) / "node_modules", "/film/": work, "/": pathlib.Path(__file__).resolve().parent / "page"})
    browser = Chromium()
    try:
        for manifest in ("every-1/stream.mpd", "every-1/master.m3u8", "number/stream.mpd"):
            browser.open(address + "/index.html")
            done = browser.evaluate(f"thumbnailWithShaka('/film/{manifest}', {{'{KID}': '{KEY}'}}, 107.2)")
            expect(done.get("uri", "").endswith("/thumbnails-2.jpg") and (done["x"], done["y"], done["width"], done["height"]) == (7 * 160, 0, 160, 90) and
                   abs(done["startTime"] - 107) < 0.01, f"Shaka Player finds the tile of 107 s in {manifest} ({done})")
        for manifest in ("every-1/stream.mpd", "number/stream.mpd"):
            browser.open(address + "/index.html")
            done = browser.evaluate(f"thumbnailWithDashJs('/film/{manifest}', {{'{KID}': '{KEY}'}}, 34.5)")
            expect(done.get("url", "").endswith("/thumbnails-1.jpg") and (done["x"], done["y"], done["width"], done["height"]) == (4 * 160, 3 * 90, 160, 90),
                   f"dash.js finds the tile of 34 s in {manifest} ({done})")
    finally:
        browser.close()


def main(cli, npm):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        long = film(work / "long.mp4", SECONDS)
        # Of HLS keys Shaka Player takes the form that has the key itself.
        key = "data:application/octet-stream;base64," + base64.b64encode(bytes.fromhex(KEY)).decode()
        run([cli, "package", long, "--out", work / "every-1", *ONE, "--thumbnails", "1", "--hls-key-uri", key])
        check_sheets(work / "every-1", 1, SECONDS, (160, 90), list(range(SECONDS)))
        run([cli, "package", long, "--out", work / "number", *ONE, "--thumbnails", "1", "--segment-files", "number", "--scheme", "cbcs"])
        check_sheets(work / "number", 1, SECONDS, (160, 90), list(range(SECONDS)))
        # Again with fewer: what the older package left is not in the way.
        said = run([cli, "package", long, "--out", work / "number", *ONE, "--thumbnails", "10", "--segment-files", "number"]).stdout
        expect("can be seen without a key" in said, "it is said that thumbnails can be seen without a key")
        run([cli, "package", long, "--out", work / "every-10", *ONE, "--thumbnails", "10"])
        check_sheets(work / "every-10", 10, 13, (160, 90), list(range(0, SECONDS, 10)))
        run([cli, "package", long, "--out", work / "number", *ONE, "--thumbnails", "1", "--segment-files", "number"])
        mkv = film(work / "film.mkv", 13.4, filters=",setsar=3/4")
        run([cli, "package", mkv, "--out", work / "stretched", *ONE, "--thumbnails", "2"])
        check_sheets(work / "stretched", 2, 7, (160, 120), list(range(0, 14, 2)))
        stream = film(work / "film.ts", 14.2)
        run([cli, "package", stream, "--out", work / "transport", *ONE, "--thumbnails", "2.5"])
        near = [0, 2, 5, 7, 10, 12]
        (work / "turned.mp4").unlink(missing_ok=True)
        run(["ffmpeg", "-y", "-v", "error", "-i", film(work / "upright.mp4", 4, filters=",transpose=2"), "-c", "copy", "-metadata:s:v", "rotate=270", work / "turned.mp4"])
        run([cli, "package", work / "turned.mp4", "--out", work / "turned", *ONE, "--thumbnails", "1"])
        check_sheets(work / "turned", 1, 4, (160, 90), [0, 1, 2, 3])
        tiles = grey(work / "transport" / "thumbnails-1.jpg", 960, 90)
        found = [number(tiles, 960, 160 * i, 0, 160, 90) for i in range(6)]
        expect(all(have is not None and abs(have - want) <= 1 for have, want in zip(found, near)), f"of a transport stream the tiles are near their times ({found})")
        expect(not list((work / "every-1").glob(".*")), "nothing temporary stays")
        players(work, npm)


if __name__ == "__main__":
    main(*sys.argv[1:])
