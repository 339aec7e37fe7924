#!/usr/bin/env python3
"""A transport stream is packaged without re-encoding: ffmpeg decrypts what came out and finds every picture and every sample
of sound that it finds in the stream itself."""

import json
import pathlib
import subprocess
import sys
import tempfile

CLI = pathlib.Path(sys.argv[1]) / "keyreel-cli"
KID, KEY = "00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"


def check(condition, what):
    print("ok:" if condition else "FAILED:", what)
    if not condition:
        sys.exit(1)


def ffmpeg(*arguments):
    return subprocess.run(["ffmpeg", "-y", "-v", "error", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True).stdout


def hashes(path, stream, *options):
    out = ffmpeg(*options, "-i", path, "-map", stream, "-f", "framehash", "-hash", "sha256", "-")
    return [line.split(",")[-1].strip() for line in out.splitlines() if line and not line.startswith("#")]


with tempfile.TemporaryDirectory(prefix="keyreel-transport-") as work:
    work = pathlib.Path(work)
    for sound in ("aac", "ac3"):
        stream = work / f"{sound}.ts"
        ffmpeg("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=9", "-f", "lavfi", "-i",
               "sine=frequency=440:duration=9:sample_rate=48000", "-c:v", "libx264", "-g", "50", "-bf", "2", "-pix_fmt", "yuv420p",
               "-c:a", sound, "-ac", "2", stream)
        probed = json.loads(subprocess.run([CLI, "--json", "probe", stream], capture_output=True, text=True).stdout)
        check(all(track["carried"] for track in probed["tracks"]) and len(probed["tracks"]) == 2,
              f"{sound}: both tracks are carried ({[track['reason'] for track in probed['tracks']]})")
        done = subprocess.run([CLI, "--json", "package", stream, "--out", work / sound, "--key", f"{KID}:{KEY}"],
                              capture_output=True, text=True)
        check(done.returncode == 0, "it is packaged" if done.returncode == 0 else done.stdout)
        for wanted, name in (("0:v:0", "video-*.mp4"), ("0:a:0", "audio-*.mp4")):
            (made,) = (work / sound).glob(name)
            source, product = hashes(stream, wanted), hashes(made, "0:0", "-decryption_key", KEY)
            check(len(source) > 200 and source == product, f"{made.name}: {len(source)} frames are those of the stream")
print("all of it happened")
