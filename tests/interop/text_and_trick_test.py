#!/usr/bin/env python3
"""Subtitles and key frames of a package in the hands of ffmpeg. Usage: text_and_trick_test.py KEYREEL_CLI

The text that ffmpeg reads from our playlists is the text that went in; each range of a key frame playlist, put behind the
initialization segment, decodes to exactly one picture, which is the one that the whole film has at that time."""

import json
import pathlib
import re
import sys
import tempfile

from strangers import H264, HEVC, KEY, KID, expect, run

SRT = """1
00:00:01,000 --> 00:00:03,000
<i>Hallo</i> & alle

2
00:00:03,500 --> 00:00:07,000
Zweite Zeile,
noch eine
"""
VTT = "WEBVTT\n\nid1\n00:00.500 --> 00:02.000 line:0\nOne\n\n00:01.500 --> 00:08.500\nTwo\n"
TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="fr"><body><div><p begin="1s" end="3s">Premier</p><p begin="00:00:05.000" end="00:00:08">Second</p>
</div></body></tt>"""


def cues(path):
    """Begin, end and text as ffmpeg reads them, without doubles: what goes on is in several segments."""
    text = run(["ffmpeg", "-v", "error", "-i", path, "-map", "0:s:0", "-f", "srt", "-"]).stdout
    blocks = [block.split("\n", 2) for block in re.split(r"\n\n+", text.strip())]
    found = []
    for _, times, words in blocks:
        if (times, words) not in found:
            found.append((times, words))
    return found


def attributes(line):
    return dict(re.findall(r'([A-Z0-9-]+)=("[^"]*"|[^,]*)', line.split(":", 1)[1]))


def film(work, name, video, texts, extra=()):
    path = work / name
    inputs = [part for text in texts for part in ("-i", text)]
    maps = [part for i in range(len(texts)) for part in ("-map", str(i + 2))]
    run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=9", "-f", "lavfi", "-i",
         "sine=frequency=440:duration=9", *inputs, "-map", "0", "-map", "1", *maps, *video, "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac",
         *extra, path])
    return path


def clean(cli, path):
    told = run([cli, "inspect", "--check", path]).stdout
    expect("No rule is broken." in told, f"{path.name}: no rule is broken")


def check_text(cli, work):
    srt, vtt, ttml = work / "a.srt", work / "b.vtt", work / "c.ttml"
    srt.write_text(SRT)
    vtt.write_text(VTT)
    ttml.write_text(TTML)
    languages = ["-metadata:s:s:0", "language=deu", "-metadata:s:s:1", "language=eng", "-disposition:s:1", "forced"]
    mp4 = film(work, "film.mp4", H264, [srt, vtt], ["-c:s", "mov_text", *languages])
    mkv = film(work, "film.mkv", H264, [srt, vtt], ["-c:s:0", "subrip", "-c:s:1", "webvtt", *languages])
    for source in (mp4, mkv):
        out = work / source.suffix[1:]
        run([cli, "package", source, "--out", out, "--key", f"{KID}:{KEY}", "--text", f"{ttml},role=caption,label=Pour tous,default"])
        master = (out / "master.m3u8").read_text()
        tags = [attributes(line) for line in master.splitlines() if line.startswith("#EXT-X-MEDIA:TYPE=SUBTITLES")]
        expect([(tag["LANGUAGE"], tag["DEFAULT"], tag["FORCED"]) for tag in tags] ==
               [('"fr"', "YES", "NO"), ('"deu"', "NO", "NO"), ('"eng"', "NO", "YES")], f"{source.name}: languages, default and forced")
        for stream, name in ((0, "text-deu-2"), (1, "text-eng-3")):
            want = run(["ffmpeg", "-v", "error", "-i", source, "-map", f"0:s:{stream}", "-f", "srt", "-"]).stdout
            want = [tuple(block.split("\n", 2)[1:]) for block in re.split(r"\n\n+", want.strip())]
            have = cues(out / f"{name}.vtt")
            same = [re.sub(r"<[^>]*>", "", words) for _, words in have] == [re.sub(r"<[^>]*>", "", words) for _, words in want]
            expect(same and [times for times, _ in have] == [times for times, _ in want], f"{source.name}: {name} has the film's text ({have}, {want})")
        for path in out.glob("text-*.mp4"):
            clean(cli, path)
        probed = json.loads(run(["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_packets", out / "text-fr-1.mp4"]).stdout)
        expect(probed["streams"][0]["codec_tag_string"] == "stpp" and [packet["pts_time"] for packet in probed["packets"]][0] == "0.000000",
               f"{source.name}: ffprobe reads the TTML track")
        documents = run(["ffmpeg", "-v", "error", "-i", out / "text-fr-1.mp4", "-map", "0", "-c", "copy", "-f", "data", "-"]).stdout
        parts = documents.split("<?xml")[1:]
        expect("Premier" in parts[0] and "Second" not in parts[0] and "Premier" not in parts[1] and "Second" in parts[1], f"{source.name}: each TTML sample has what shows in it")


def ranges(playlist):
    text = playlist.read_text()
    expect("#EXT-X-I-FRAMES-ONLY" in text and text.endswith("#EXT-X-ENDLIST\n"), f"{playlist.name} has key frames only")
    size = int(re.search(r'#EXT-X-MAP:URI="[^"]*",BYTERANGE="(\d+)@0"', text).group(1))
    entries = re.findall(r"#EXTINF:([\d.]+),\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n", text)
    return size, [(float(length), int(bytes_), int(at)) for length, bytes_, at in entries]


def frames(path, *options):
    text = run(["ffmpeg", "-v", "error", "-i", path, "-map", "0:v", *options, "-f", "framehash", "-hash", "md5", "-"]).stdout
    return [line.split(",")[-1].strip() for line in text.splitlines() if line and not line.startswith("#")]


def check_trick(cli, work, scheme, coding, name):
    source = film(work, f"{name}.mp4", coding, [])
    out = work / f"{name}-{scheme}"
    run([cli, "package", source, "--out", out, "--key", f"{KID}:{KEY}", "--scheme", scheme, "--fragment", "2"])
    inf = next(line for line in (out / "master.m3u8").read_text().splitlines() if line.startswith("#EXT-X-I-FRAME-STREAM-INF"))
    tag = attributes(inf)
    playlist = out / tag["URI"].strip('"')
    init, entries = ranges(playlist)
    track = next(out.glob("video-*p.mp4"))
    data = track.read_bytes()
    peak = max(size * 8 / length for length, size, _ in entries)
    expect(peak <= int(tag["BANDWIDTH"]) <= peak + 1, f"{name} {scheme}: BANDWIDTH is the densest key frame's")
    clear = work / "clear.mp4"
    run([cli, "decrypt", track, "--key", f"{KID}:{KEY}", "--force", "-o", clear])
    whole = frames(clear)
    begin = 0.0
    for number, (length, size, at) in enumerate(entries):
        piece = work / "piece.mp4"
        # The mdat says that more follows, as of every such range; its one sample is all there.
        piece.write_bytes(data[:init] + data[at:at + size])
        expect(data[at + 4:at + 8] == b"moof", f"{name} {scheme}: range {number} begins with its moof")
        done = run(["ffmpeg", "-v", "quiet", "-decryption_key", KEY, "-i", piece, "-map", "0:v", "-frames:v", "9", "-f", "framehash",
                    "-hash", "md5", "-"], check=False).stdout
        shown = [line.split(",")[-1].strip() for line in done.splitlines() if line and not line.startswith("#")]
        expect(len(shown) == 1 and shown[0] == whole[round(begin * 25)], f"{name} {scheme}: range {number} is the picture at {begin:.2f} s ({len(shown)})")
        begin += length
    expect(abs(begin - 9) < 0.05, f"{name} {scheme}: the key frames span the film")


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        check_text(cli, work)
        for scheme in ("cenc", "cbcs"):
            check_trick(cli, work, scheme, H264, "avc")
            check_trick(cli, work, scheme, HEVC, "hevc")


if __name__ == "__main__":
    main(*sys.argv[1:])
