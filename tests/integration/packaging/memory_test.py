#!/usr/bin/env python3
"""The peak memory of packaging and decrypting does not grow with the film. Usage: memory_test.py KEYREEL_CLI

A film of some seconds is repeated, without encoding it again, until it has 20 and 200 MiB. The kernel says what the
process needed at most."""

import os
import pathlib
import subprocess
import sys
import tempfile

KID, KEY = "00112233445566778899aabbccddeeff", "0f0e0d0c0b0a09080706050403020100"
LIMIT = 64 << 10  # KiB
GROWTH = 4 << 10  # KiB for the index of the longer film, of about 40 bytes per sample.


def peak(command):
    child = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command} ended with {child.returncode}")
    return used.ru_maxrss


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        piece = work / "piece.mp4"
        subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=25:duration=4,noise=alls=20:allf=t",
                        "-f", "lavfi", "-i", "sine=frequency=440:duration=4", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "16M",
                        "-maxrate", "16M", "-bufsize", "8M", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "aac", str(piece)],
                       check=True, stdin=subprocess.DEVNULL)
        peaks = {}
        for size in (20, 200):
            film, out = work / f"{size}.mp4", work / f"out-{size}"
            subprocess.run(["ffmpeg", "-y", "-v", "error", "-stream_loop", "-1", "-i", str(piece), "-c", "copy", "-fs",
                            str(size << 20), str(film)], check=True, stdin=subprocess.DEVNULL)
            if film.stat().st_size < (size << 20) * 0.9:
                sys.exit("the film is shorter than it should be")
            packaging = peak([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}"])
            track = next(out.glob("video-*.mp4"))
            decrypting = peak([cli, "decrypt", track, "--key", f"{KID}:{KEY}", "--force", "-o", work / "clear.mp4"])
            peaks[size] = packaging, decrypting
            print(f"{size} MiB: packaging {packaging / 1024:.1f} MiB, decrypting {decrypting / 1024:.1f} MiB", flush=True)
            film.unlink()
            track.unlink()
        for short, long in zip(peaks[20], peaks[200]):
            if long > LIMIT or long > short + GROWTH:
                sys.exit(f"the longer film needs {long} KiB, the shorter one {short} KiB, the limit is {LIMIT} KiB")


if __name__ == "__main__":
    main(sys.argv[1])
