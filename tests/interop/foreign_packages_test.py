#!/usr/bin/env python3
"""Packages on a disk, by our packager, shaka-packager and ffmpeg, DASH and HLS, clear and protected by every scheme: what the player
reads of them are the film's pictures in their times, its sound and its text, and each picture is the same when it is sought.
Usage: foreign_packages_test.py KEYREEL_CLI PACKAGE_PICTURES STRANGERS"""

import pathlib
import re
import shutil
import sys
import tempfile

from strangers import H264, KEY, KID, WRONG, clip, expect, run, shaka_packager

SECONDS, RATE = 6, 24
CUES = [(500, 1500, "One"), (1800, 4200, "Two, over a segment's end")]


def pictures_of(film):
    text = run(["ffmpeg", "-v", "error", "-i", film, "-map", "0:v:0", "-f", "framehash", "-hash", "sha256", "-"]).stdout
    return [line.split(",")[5].strip() for line in text.splitlines() if line and not line.startswith("#")]


def read(tool, description, *keys):
    """Pictures, sounds and texts by label, in the order of the tool."""
    done = run([tool, description, *keys])
    found, rows = {"video": {}, "audio": {}, "text": {}}, None
    for line in done.stdout.splitlines():
        words = line.split(" ")
        if words[0] in found:
            rows = found[words[0]].setdefault(words[1], words[2:] if words[0] == "audio" else [])
        else:
            rows.append(words)
    return found


def check(tool, what, description, pictures, keys=(), sounds=1, texts=0, codings=1, seconds=SECONDS):
    found = read(tool, description, *keys)
    expect(len(found["video"]) == codings, f"{what}: {codings} codings of the picture ({list(found['video'])})")
    label, best = list(found["video"].items())[-1]
    expect([row[1] for row in best] == pictures, f"{what}: {label} has the film's {len(pictures)} pictures")
    times = [int(row[0]) for row in best]
    expect(abs(times[0]) < 100_000 and all(abs(time - times[0] - i * 1_000_000 / RATE) < 1500 for i, time in enumerate(times)),
           f"{what}: they come in their times (first at {times[0]})")
    for label, (frames, rate) in found["audio"].items():
        expect(abs(int(frames) / int(rate) - seconds) < 0.1, f"{what}: {label} sounds for {int(frames) / int(rate):.3f} s")
    expect(len(found["audio"]) == sounds and len(found["text"]) == texts, f"{what}: {sounds} sounds, {texts} texts")
    for label, cues in found["text"].items():
        told = [(int(cue[0]), int(cue[1]), " ".join(cue[2:])) for cue in cues]
        expect(told == CUES, f"{what}: {label} has the film's text ({told})")


def refused(tool, what, description, code, *keys):
    done = run([tool, description, *keys], check=False)
    expect(done.returncode == 1 and done.stderr.startswith(code), f"{what}: {done.stderr.strip()}")


def check_ours(cli, tool, work, film, pictures):
    for naming in ("none", "number", "time"):
        for scheme in ("cenc", "cbcs") if naming != "none" else ("cenc", "cbcs", "cens", "cbc1"):
            out = work / f"ours-{naming}-{scheme}"
            run([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", "--scheme", scheme, "--fragment", "2", "--segment-files", naming,
                 "--text", work / "a.vtt"])
            check(tool, f"ours {naming} {scheme} DASH", out / "stream.mpd", pictures, [f"{KID}:{KEY}"], texts=1)
            if scheme in ("cenc", "cbcs"):
                check(tool, f"ours {naming} {scheme} HLS", out / "master.m3u8", pictures, [f"{KID}:{KEY}"], texts=1)
    refused(tool, "without a key it says which one", out / "stream.mpd", "key_missing: stream.mpd, Representation video-180p")
    refused(tool, "another key gives no film", work / "ours-none-cbc1" / "stream.mpd", "", f"{KID}:{WRONG}")
    run([cli, "package", film, "--out", work / "ladder", "--key", f"{KID}:{KEY}", "--fragment", "2", "--ladder", "180,90", "--preset", "ultrafast"])
    for name in ("stream.mpd", "master.m3u8"):
        found = read(tool, work / "ladder" / name, f"{KID}:{KEY}")
        counts = {label: len(rows) for label, rows in found["video"].items()}
        expect(list(counts.values()) == [len(pictures)] * 2, f"ours, two codings, {name}: both are whole, the lower one first ({counts})")


def check_shaka(packager, tool, work, film, pictures):
    raw = ["--enable_raw_key_encryption", "--keys", f"label=:key_id={KID}:key={KEY}", "--clear_lead", "0"]
    for scheme in (None, "cenc", "cbcs", "cens", "cbc1"):
        keys = [f"{KID}:{KEY}"] if scheme else []
        protect = [*raw, "--protection_scheme", scheme] if scheme else []
        # HLS has no methods for the other two.
        hls = scheme not in ("cens", "cbc1")
        out = work / f"shaka-{scheme}"
        run([packager, f"in={film},stream=video,output={out}/v.mp4,playlist_name=v.m3u8", f"in={film},stream=audio,output={out}/a.mp4,playlist_name=a.m3u8",
             "--segment_duration", "2", "--mpd_output", out / "film.mpd", *(["--hls_master_playlist_output", out / "film.m3u8"] if hls else []),
             "--quiet", *protect])
        check(tool, f"shaka-packager {scheme} DASH on demand", out / "film.mpd", pictures, keys)
        live = work / f"shaka-live-{scheme}"
        run([packager, f"in={film},stream=video,init_segment={live}/v/init.mp4,segment_template={live}/v/$Number$.m4s,playlist_name=v/v.m3u8",
             f"in={film},stream=audio,init_segment={live}/a/init.mp4,segment_template={live}/a/$Time$.m4s,playlist_name=a/a.m3u8",
             "--segment_duration", "2", "--generate_static_live_mpd", "--mpd_output", live / "film.mpd",
             *(["--hls_master_playlist_output", live / "film.m3u8"] if hls else []), "--quiet", *protect])
        check(tool, f"shaka-packager {scheme} DASH live profile", live / "film.mpd", pictures, keys)
        if hls:
            check(tool, f"shaka-packager {scheme} HLS", out / "film.m3u8", pictures, keys)
            check(tool, f"shaka-packager {scheme} HLS of segments", live / "film.m3u8", pictures, keys)


def check_ffmpeg(tool, work, film, pictures):
    copy = ["ffmpeg", "-v", "error", "-i", film, "-c", "copy"]
    for name, options in {"timeline": ["-use_timeline", "1"], "no timeline": ["-use_timeline", "0"], "one file": ["-single_file", "1"],
                          "list": ["-use_timeline", "1", "-use_template", "0"]}.items():
        out = work / f"ffmpeg-{name}"
        out.mkdir()
        run([*copy, "-f", "dash", "-seg_duration", "2", *options, out / "stream.mpd"])
        check(tool, f"ffmpeg DASH, {name}", out / "stream.mpd", pictures)
    for name, options in {"files": [], "one file": ["-hls_flags", "single_file"]}.items():
        out = work / f"ffmpeg-hls-{name}"
        out.mkdir()
        run([*copy, "-f", "hls", "-hls_segment_type", "fmp4", "-hls_time", "2", "-hls_playlist_type", "vod", *options, out / "stream.m3u8"])
        check(tool, f"ffmpeg HLS, sound inside, {name}", out / "stream.m3u8", pictures)


def check_cut_out(tool, work, pictures):
    """A part of a longer broadcast: its media go on counting, the film begins at 0."""
    out = shutil.copytree(work / "ffmpeg-hls-files", work / "cut-hls")
    lines = (out / "stream.m3u8").read_text().splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if line.startswith("#EXTINF"))
    begin = float(lines[first][8:].rstrip(",\n"))
    (out / "stream.m3u8").write_text("".join(lines[:first] + lines[first + 2:]))
    check(tool, "HLS without its first segment", out / "stream.m3u8", pictures[round(begin * RATE):], seconds=SECONDS - begin)
    out = shutil.copytree(work / "ffmpeg-timeline", work / "cut-dash")
    text = (out / "stream.mpd").read_text()
    scale, length = re.search(r'timescale="(\d+)".*?<S t="0" d="(\d+)"', text, re.S).groups()
    begin = int(length) / int(scale)
    text = re.sub(r'timescale="(\d+)"(.*?)startNumber="1"(.*?)<S t="0" d="(\d+)" />\s*<S ',
                  lambda found: f'timescale="{found[1]}" presentationTimeOffset="{round(begin * int(found[1]))}"{found[2]}startNumber="2"{found[3]}'
                  f'<S t="{found[4]}" ', text, flags=re.S)
    (out / "stream.mpd").write_text(text)
    check(tool, "DASH with a presentationTimeOffset", out / "stream.mpd", pictures[round(begin * RATE):], seconds=SECONDS - begin)


def check_hostile(tool, work, source):
    """Each fault in a copy of one package is an error that names the place."""

    def broken(name, change, code, description="stream.mpd"):
        out = work / "broken"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(source, out)
        change(out)
        refused(tool, name, out / description, code)

    def edit(name, old, new):
        def change(out):
            text = (out / name).read_text()
            expect(old in text, f"{name} has {old}")
            (out / name).write_text(text.replace(old, new))
        return change

    broken("a missing segment", lambda out: (out / "chunk-stream0-00002.m4s").unlink(), "package_part_missing: stream.mpd, Representation 0")
    broken("a missing head", lambda out: (out / "init-stream1.m4s").unlink(), "package_part_missing: stream.mpd, Representation 1")
    broken("a segment that is cut off", lambda out: (out / "chunk-stream0-00002.m4s").write_bytes((out / "chunk-stream0-00002.m4s").read_bytes()[:60]),
           "")
    broken("an empty segment", lambda out: (out / "chunk-stream0-00002.m4s").write_bytes(b""), "package_truncated: stream.mpd, Representation 0")
    broken("a segment of noise", lambda out: (out / "chunk-stream0-00002.m4s").write_bytes(b"\x00\x00\x00\x09noise" * 99), "")
    broken("a link that leads out", lambda out: ((out / "chunk-stream0-00002.m4s").unlink(), (out / "chunk-stream0-00002.m4s").symlink_to("/etc/passwd")),
           "package_outside: stream.mpd, Representation 0")
    broken("an address", edit("stream.mpd", 'media="chunk', 'media="http://127.0.0.1:9/chunk'), "package_outside: stream.mpd, Representation 0")
    broken("a way out", edit("stream.mpd", 'initialization="', 'initialization="../'), "package_outside: stream.mpd, Representation 0")
    broken("segments without end", edit("stream.mpd", "<S ", '<S d="1" r="99999999999"/><S '), "package_limit: stream.mpd, Representation 0")
    broken("a playlist of itself", lambda out: (out / "a.m3u8").write_text("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n"),
           "package_invalid: a.m3u8, line 2", "a.m3u8")
    broken("no such description", lambda out: None, "package_part_missing", "none.mpd")


def main(cli, tool, strangers):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        film = clip(work / "film.mp4", H264, SECONDS)
        pictures = pictures_of(film)
        expect(len(pictures) == SECONDS * RATE, f"the film has {len(pictures)} pictures")
        stamp = lambda ms: f"00:00:{ms // 1000:02}.{ms % 1000:03}"
        (work / "a.vtt").write_text("WEBVTT\n\n" + "".join(f"{stamp(begin)} --> {stamp(end)}\n{text}\n\n" for begin, end, text in CUES))
        check_ffmpeg(tool, work, film, pictures)
        check_cut_out(tool, work, pictures)
        check_hostile(tool, work, work / "ffmpeg-timeline")
        check_ours(cli, tool, work, film, pictures)
        check_shaka(shaka_packager(strangers), tool, work, film, pictures)


main(*map(pathlib.Path, sys.argv[1:4]))
