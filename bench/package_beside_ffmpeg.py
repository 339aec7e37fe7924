#!/usr/bin/env python3
"""Whole-process time to protect one film: keyreel-cli package beside ffmpeg, `openssl enc` and `cp` of the same bytes.
Usage: package_beside_ffmpeg.py BIN [FILM]

ffmpeg writes progressive MP4 with whole-slice encryption and no manifests; keyreel writes CMAF fragments with exact
subsamples, digests, DASH and HLS. Runs alternate, so that a busy machine hurts both alike."""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
KID, KEY = "00112233445566778899aabbccddeeff", "0123456789abcdef0123456789abcdef"
BIN = pathlib.Path(sys.argv[1])


def measure(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
    work = pathlib.Path(folder)
    film = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else work / "film.mp4"
    if len(sys.argv) <= 2:
        subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30:duration=20,noise=alls=40:allf=t",
                        "-f", "lavfi", "-i", "sine=frequency=440:duration=20", "-c:v", "libx264", "-preset", "ultrafast",
                        "-b:v", "60M", "-g", "60", "-pix_fmt", "yuv420p", "-c:a", "aac", str(film)], check=True)
    size = film.stat().st_size
    commands = {
        "keyreel-cli cenc": [BIN / "keyreel-cli", "package", film, "--out", work / "out", "--key", f"{KID}:{KEY}"],
        "keyreel-cli cbcs": [BIN / "keyreel-cli", "package", film, "--out", work / "out", "--key", f"{KID}:{KEY}",
                             "--scheme", "cbcs"],
        "ffmpeg cenc-aes-ctr": ["ffmpeg", "-y", "-v", "error", "-i", film, "-map", "0", "-c", "copy", "-encryption_scheme",
                                "cenc-aes-ctr", "-encryption_key", KEY, "-encryption_kid", KID, work / "peer.mp4"],
        "openssl enc": ["openssl", "enc", "-aes-128-ctr", "-K", KEY, "-iv", KID, "-in", film, "-out", work / "enc"],
        "cp": ["cp", film, work / "copy"],
    }
    times = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            result = measure(list(map(str, command)))
            if run > 0:  # The first is a warm-up.
                times[name].append(result)
    print(f"film: {size / 1e6:.1f} MB, {RUNS} runs each after a warm-up, median (min to max)")
    for name, rows in times.items():
        wall, cpu = zip(*rows)
        print(f"{name:22} wall {statistics.median(wall):.3f} s ({min(wall):.3f} to {max(wall):.3f})  "
              f"cpu {statistics.median(cpu):.3f} s  {size / statistics.median(wall) / 1e9:.2f} GB/s")
