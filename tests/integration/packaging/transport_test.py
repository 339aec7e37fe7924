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
    hevc = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:open-gop=0:bframes=2"]
    forms = {"aac": ("aac", ["-c:v", "libx264", "-pix_fmt", "yuv420p"]), "ac3": ("ac3", ["-c:v", "libx264", "-pix_fmt", "yuv420p"]),
             "hevc": ("aac", [*hevc, "-pix_fmt", "yuv420p"]), "hevc of 10 bits": ("aac", [*hevc, "-pix_fmt", "yuv420p10le"])}
    for form, (sound, video) in forms.items():
        stream = work / f"{form}.ts"
        ffmpeg("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=9", "-f", "lavfi", "-i",
               "sine=frequency=440:duration=9:sample_rate=48000", *video, "-g", "50", "-bf", "2",
               "-c:a", sound, "-ac", "2", stream)
        probed = json.loads(subprocess.run([CLI, "--json", "probe", stream], capture_output=True, text=True).stdout)
        check(all(track["carried"] for track in probed["tracks"]) and len(probed["tracks"]) == 2,
              f"{form}: both tracks are carried ({[track['reason'] for track in probed['tracks']]})")
        done = subprocess.run([CLI, "--json", "package", stream, "--out", work / form, "--key", f"{KID}:{KEY}"],
                              capture_output=True, text=True)
        check(done.returncode == 0, "it is packaged" if done.returncode == 0 else done.stdout)
        for wanted, name in (("0:v:0", "video-*.mp4"), ("0:a:0", "audio-*.mp4")):
            (made,) = (work / form).glob(name)
            source, product = hashes(stream, wanted), hashes(made, "0:0", "-decryption_key", KEY)
            check("No rule is broken." in subprocess.run([CLI, "inspect", "--check", made], capture_output=True, text=True).stdout,
                  f"{form}: {made.name} breaks no rule")
            check(len(source) > 200 and source == product, f"{made.name}: {len(source)} frames are those of the stream")
    stream = work / "open.ts"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=6", "-c:v", "libx265", "-preset", "ultrafast", "-x265-params",
           "log-level=none:open-gop=1:bframes=2:keyint=50", "-pix_fmt", "yuv420p", stream)
    probed = json.loads(subprocess.run([CLI, "--json", "probe", stream], capture_output=True, text=True).stdout)
    check(not probed["tracks"][0]["carried"] and "open" in probed["tracks"][0]["reason"], f"open groups of HEVC are encoded anew: {probed['tracks'][0]['reason']}")
    # Where libav cannot decode VVC it is named and refused (elsewhere these bytes are no VVC), and nothing is left behind.
    film = work / "vvc.mp4"
    ffmpeg("-i", stream, "-c", "copy", film)
    film.write_bytes(film.read_bytes().replace(b"hev1", b"vvc1").replace(b"hvc1", b"vvc1").replace(b"hvcC", b"vvcC"))
    done = subprocess.run([CLI, "--json", "package", film, "--out", work / "vvc", "--key", f"{KID}:{KEY}"], capture_output=True, text=True)
    check(done.returncode != 0 and ("VVC" in done.stdout or "media_no_decoder" not in done.stdout) and not (work / "vvc").exists(), f"what cannot be read is refused by name: {done.stdout.strip()[-300:]}")
print("all of it happened")
