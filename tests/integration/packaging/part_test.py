#!/usr/bin/env python3
"""A part of a film has exactly the pictures and the sound that the film has there: judged by ffmpeg's decoders. Usage:
part_test.py FOLDER_OF_PROGRAMS"""

import array
import json
import pathlib
import re
import subprocess
import sys
import tempfile

CLI = pathlib.Path(sys.argv[1]) / "keyreel-cli"
KID, KEY = "00112233445566778899aabbccddeeff", "0f0e0d0c0b0a09080706050403020100"
RATE = 48000
FRAME = 4608


def check(condition, what):
    print("ok:" if condition else "FAILED:", what)
    if not condition:
        sys.exit(1)


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, stdin=subprocess.DEVNULL)


def make(path, *options):
    done = run("ffmpeg", "-y", "-v", "error", *options, path)
    check(done.returncode == 0, f"{path.name} is made {done.stderr.decode()[-300:]}")
    return path


def pictures(path):
    """When a picture is shown, in milliseconds, and what it is."""
    said = run("ffmpeg", "-v", "error", "-copyts", "-i", path, "-map", "0:v:0", "-fps_mode", "passthrough", "-f", "framemd5", "-").stdout.decode()
    base = re.search(r"#tb 0: (\d+)/(\d+)", said)
    tick = 1000 * int(base.group(1)) / int(base.group(2))
    rows = [line.split(",") for line in said.splitlines() if line and line[0] != "#"]
    return [(round(int(row[2]) * tick), row[5].strip()) for row in rows]


def sound(path):
    """Samples of the left channel; the first one is heard at the film's beginning. What hides behind the end is there, too."""
    # Of fragments ffmpeg decodes what an edit list hides: its times say how much that is.
    first = run("ffprobe", "-v", "error", "-select_streams", "a:0", "-read_intervals", "%+#1", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path).stdout.decode()
    as_it_is = ["-ignore_editlist", "1"] if path.suffix == ".mp4" else []
    raw = run("ffmpeg", "-v", "error", "-flags2", "+skip_manual", *as_it_is, "-i", path, "-map", "0:a:0", "-ac", "1", "-f", "s16le", "-").stdout
    return array.array("h", raw)[round(-float(first.strip(",\n ")) * RATE):]


def packaged(work, film, name, *options):
    out = work / name
    done = run(CLI, "--json", "package", film, *options, "--out", out, "--key", f"{KID}:{KEY}")
    check(done.returncode == 0, f"{name} is packaged {done.stderr.decode()[-300:]}")
    clear = {}
    for track in out.glob("*.mp4"):
        if track.stem.startswith("text"):
            continue
        clear[track.stem] = work / f"{name}-{track.name}"
        check(run(CLI, "decrypt", track, "--key", f"{KID}:{KEY}", "-o", clear[track.stem]).returncode == 0, f"{name}: {track.name} is decrypted")
    result = json.loads("{" + ("\n" + done.stdout.decode()).rsplit("\n{", 1)[1])
    return clear, " ".join(result["remarks"]), out


def seconds(out):
    """How long its MPD says that it is."""
    found = re.search(r'mediaPresentationDuration="PT([\d.]+)S"', (out / "stream.mpd").read_text())
    return float(found.group(1))


def same_pictures(what, film, part, begin, end):
    wanted = [(time - begin, digest) for time, digest in pictures(film) if begin <= time < end]
    got = pictures(part)
    check([digest for _, digest in got] == [digest for _, digest in wanted], f"{what}: its {len(got)} pictures are those from {begin} to {end} ms")
    check(all(abs(a[0] - b[0]) <= 1 for a, b in zip(got, wanted)), f"{what}: each is shown when it was")


def same_sound(what, film, part, begin, end, tolerance=0):
    wanted = sound(film)[begin * RATE // 1000:end * RATE // 1000]
    got = sound(part)
    check(0 <= len(got) - len(wanted) < FRAME, f"{what}: it has {len(got)} samples for {len(wanted)}")
    worst = max(abs(a - b) for a, b in zip(got, wanted))
    check(worst <= tolerance, f"{what}: its sound differs by {worst} of 32768")


PICTURE = ["-f", "lavfi", "-i", "testsrc2=size=192x108:rate=25:duration=12"]
NOISE = ["-f", "lavfi", "-i", f"anoisesrc=color=pink:sample_rate={RATE}:duration=12:seed=7:amplitude=0.4,aformat=channel_layouts=stereo"]
X264 = ["-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-keyint_min", "50", "-sc_threshold", "0", "-bf", "3", "-b_strategy", "0"]

with tempfile.TemporaryDirectory(prefix="keyreel-part-") as work:
    work = pathlib.Path(work)
    for name, options in {
        "closed.mp4": [*X264, "-c:a", "flac", "-strict", "-2"],
        "open.mp4": [*X264, "-x264-params", "open-gop=1", "-c:a", "flac", "-strict", "-2"],
        "closed.mkv": [*X264, "-c:a", "flac"],
        "plain.mp4": ["-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-bf", "0", "-c:a", "aac", "-b:a", "192k", "-aac_pns", "0"],
    }.items():
        film = make(work / name, *PICTURE, *NOISE, *options)
        exact = "aac" not in options
        # Between two pictures, and in the middle of a group.
        clear, remarks, out = packaged(work, film, f"{name}-part", "--from", "5.01", "--to", "9.03")
        video, audio = clear["video-108p"], clear["audio-und-1"]
        end = pictures(film)[0][0] + 4000 + round(1000 * seconds(out))
        check("Begins at 0:04.000, the key frame before 0:05.010" in remarks, f"{name}: it is said where it begins: {remarks}")
        check(9030 <= end <= 9160, f"{name}: it ends with what its last picture needs, at {end} ms")
        same_pictures(name, film, video, 4000, end)
        # Without noise that the decoder makes up. Rounded to 16 bits on the way through AAC's floats; the first frame of AAC leans on the one before it.
        same_sound(name, film, audio, 4000, end, 0 if exact else 2)

    film = work / "closed.mp4"
    clear, remarks, out = packaged(work, film, "at-a-key", "--from", "4", "--to", "8")
    check(remarks == "" and abs(seconds(out) - 4) < 0.001, f"what was asked for needs no words: {remarks!r}, {seconds(out)} s")
    same_pictures("at a key frame", film, clear["video-108p"], 4000, 8000)
    same_sound("at a key frame", film, clear["audio-und-1"], 4000, 8000)
    clear, _, out = packaged(work, film, "end", "--from", "10.5")
    same_pictures("to the end", film, clear["video-108p"], 10000, 12000)
    same_sound("to the end", film, clear["audio-und-1"], 10000, 12000)
    clear, _, out = packaged(work, film, "beginning", "--to", "3")
    same_pictures("from the beginning", film, clear["video-108p"], 0, round(seconds(out) * 1000))
    check(3 <= seconds(out) < 3.16, f"a beginning lasts {seconds(out)} s")

    # Other containers and codings; sound that is in another file goes with the picture; sound alone is cut exactly.
    webm = make(work / "film.webm", *PICTURE, *NOISE, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "libopus")
    clear, remarks, out = packaged(work, webm, "webm", "--from", "5", "--to", "9")
    check("Begins at 0:04.007" in remarks, f"WebM begins at its key frame, behind the priming of Opus: {remarks}")
    check("Ends" not in remarks, f"that the last picture is shown for a while is not said: {remarks}")
    same_pictures("VP9", webm, clear["video-108p"], 4000, 4000 + round(seconds(out) * 1000))
    stream = make(work / "film.ts", "-i", film, "-c:v", "copy", "-c:a", "mp2", "-muxdelay", "0")
    clear, remarks, out = packaged(work, stream, "transport", "--from", "5", "--to", "8")
    check("Begins at 0:04.0" in remarks, f"a transport stream begins at its key frame: {remarks}")
    same_pictures("transport stream", film, clear["video-108p"], 4000, 4000 + round(seconds(out) * 1000))
    silent = make(work / "silent.mp4", "-i", film, "-an", "-c:v", "copy")
    music = make(work / "music.flac", "-i", film, "-vn", "-c:a", "flac")
    for order in ((silent, music), (music, silent)):
        name = f"{order[0].stem}-first"
        clear, _, out = packaged(work, order[0], name, order[1], "--from", "5", "--to", "8")
        same_pictures(name, film, clear["video-108p"], 4000, 8000)
        same_sound(name, film, clear["audio-und-1"], 4000, 8000)
    clear, remarks, out = packaged(work, music, "music", "--from", "5.0101", "--to", "8")
    check(remarks == "" and abs(seconds(out) - 2.9899) < 0.0005, f"sound alone lasts {seconds(out)} s")
    check(sound(clear["audio-und-1"])[:RATE] == sound(film)[round(5.0101 * RATE):round(6.0101 * RATE)], "and begins at the very sample")

    # What is encoded anew is cut at the very picture and sample.
    for name, options in {"ladder": ["--ladder", "108,72"], "kept": ["--ladder", "108,72", "--keep-source"]}.items():
        begin, end = (4000, None) if name == "kept" else (5040, 9040)
        clear, remarks, out = packaged(work, film, name, *options, "--from", "5.04", "--to", "9.04")
        end = end or begin + round(seconds(out) * 1000)
        for label in ("video-108p", "video-72p"):
            times = [time for time, _ in pictures(clear[label])]
            wanted = [time - begin for time, _ in pictures(film) if begin <= time < end]
            check(times == wanted, f"{name}: {label} has {len(times)} pictures, at the times of the film's")
        same_sound(name, film, clear["audio-und-1"], begin, end)
    like = run("ffmpeg", "-v", "info", "-ss", "5.04", "-t", "4", "-i", film, "-i", work / "ladder-video-108p.mp4", "-lavfi", "[0:v][1:v]psnr", "-f", "null", "-").stderr.decode()
    average = float(re.search(r"average:([\d.]+)", like).group(1))
    check(average > 30, f"the pictures of the ladder are those of the film: {average} dB")
    clear, _, out = packaged(work, film, "loud", "--loudness", "-23", "--from", "4", "--to", "8")
    samples = sound(clear["audio-und-1"])
    whole = sound(film)[4 * RATE:8 * RATE]
    check(0 <= len(samples) - len(whole) < FRAME, f"sound that is encoded anew has {len(samples)} samples for {len(whole)}")

    def alike(shift):
        return sum(a * b for a, b in zip(samples[RATE:2 * RATE], whole[RATE + shift:2 * RATE + shift]))

    best = max(range(-40, 41), key=alike)
    check(best == 0, f"and stays in step: it is shifted by {best} samples")

    # Text.
    words = work / "words.srt"
    words.write_text("1\n00:00:01,000 --> 00:00:02,000\nGone\n\n2\n00:00:03,000 --> 00:00:05,000\nAcross\n\n3\n00:00:07,500 --> 00:00:09,000\nOver\n\n4\n00:00:10,000 --> 00:00:11,000\nBehind\n")
    styled = work / "styled.ttml"
    styled.write_text('<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="de"><body begin="1s"><div><p begin="0s" end="1s">Weg</p><p begin="2s" dur="2s">Da</p><p begin="20s" end="30s">Danach</p></div></body></tt>')
    _, _, out = packaged(work, film, "text", "--text", f"{words},lang=en", "--text", styled, "--from", "4", "--to", "8")
    shown = (out / "text-en-1.vtt").read_text()
    check("Gone" not in shown and "Behind" not in shown, "text outside of the part is left out")
    check(re.search(r"00:00\.000 --> (00:)?00:01\.000[^\n]*\nAcross", shown) and re.search(r"00:03\.500 --> (00:)?00:04\.000[^\n]*\nOver", shown), f"text that reaches over its ends is clipped:\n{shown}")
    document = (out / "text-de-2.mp4").read_bytes()
    check(b"Da<" in document and b"Weg" not in document and b"Danach" not in document and b'begin="0.000s" end="1.000s"' in document, "so is TTML")

    # Sound that is over before the part begins: as a film without it, and another one is heard in its place.
    short = make(work / "short.mp4", "-i", film, "-f", "lavfi", "-i", "sine=duration=3", "-map", "0:v", "-map", "1:a", "-map", "0:a", "-c", "copy", "-c:a:0", "aac",
                 "-disposition:a:0", "default", "-disposition:a:1", "0", "-strict", "-2")
    for options in ([], ["--loudness", "-23"]):
        clear, _, out = packaged(work, short, f"short{len(options)}", *options, "--from", "6", "--to", "8")
        check(sorted(clear) == ["audio-und-2", "video-108p"], f"what is over is left out: {sorted(clear)}")
        check("DEFAULT=YES" in (out / "master.m3u8").read_text() and "audio-und-1" not in (out / "stream.mpd").read_text(), "and another sound is the default")

    for options, word in ((["--from", "13"], "lasts 0:12"), (["--from", "5", "--to", "4"], "before it begins"), (["--from", "1:75"], "not a time"), (["--to", "x"], "not a time")):
        refused = run(CLI, "package", film, "--out", work / "none", *options)
        said = (refused.stdout + refused.stderr).decode()
        check(refused.returncode != 0 and word in said and not (work / "none").exists(), f"{' '.join(options)} is refused: {said.strip()}")
print("all of it happened")
