#!/usr/bin/env python3
"""Sound that is to be as loud as asked for is: judged by ffmpeg's ebur128, which has another implementer than libebur128. Usage:
loudness_test.py FOLDER_OF_PROGRAMS"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

CLI = pathlib.Path(sys.argv[1]) / "keyreel-cli"
KID, KEY = "00112233445566778899aabbccddeeff", "0f0e0d0c0b0a09080706050403020100"


def check(condition, what):
    print("ok:" if condition else "FAILED:", what)
    if not condition:
        sys.exit(1)


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, stdin=subprocess.DEVNULL)


def measured(path):
    """Integrated loudness in LUFS and true peak in dBTP."""
    said = run("ffmpeg", "-hide_banner", "-i", path, "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-").stderr.rsplit("Summary:", 1)[1]
    return float(re.search(r"I:\s+(-?[\d.]+) LUFS", said).group(1)), float(re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", said).group(1))


def packaged(work, film, name, *options):
    out = work / name
    done = run(CLI, "--json", "package", film, "--out", out, "--key", f"{KID}:{KEY}", *options)
    check(done.returncode == 0, f"{name} is packaged {done.stderr[-300:]}")
    tracks = []
    for track in sorted(out.glob("audio-*.mp4"), key=lambda path: int(path.stem.rsplit("-", 1)[1])):
        clear = work / f"{name}-{track.name}"
        check(run(CLI, "decrypt", track, "--key", f"{KID}:{KEY}", "-o", clear).returncode == 0, f"{name}: {track.name} is decrypted")
        tracks.append(clear)
    # Events come before the result.
    return tracks, " ".join(json.loads("{" + ("\n" + done.stdout).rsplit("\n{", 1)[1])["remarks"])


with tempfile.TemporaryDirectory(prefix="keyreel-loudness-") as work:
    work = pathlib.Path(work)
    film = work / "film.mkv"
    # A programme with a quiet and a loud part; the same in mono and at another rate; one with peaks far above its loudness; silence.
    noise = "anoisesrc=color=pink:sample_rate=48000:duration=30:seed=7,volume='if(lt(t,12),0.03,0.2)':eval=frame"
    run("ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=10:duration=30", "-f", "lavfi", "-i", f"{noise},aformat=channel_layouts=stereo",
        "-f", "lavfi", "-i", f"{noise},aresample=32000,aformat=channel_layouts=mono", "-f", "lavfi", "-i",
        "anoisesrc=color=pink:sample_rate=48000:duration=30:seed=9,volume='if(lt(mod(t,3),0.04),0.95,0.02)':eval=frame,aformat=channel_layouts=stereo",
        "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-t", "30", "-map", "0", "-map", "1",
        "-map", "2", "-map", "3", "-map", "4", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-b:a", "192k", film)
    before = measured(film)
    for target in (-23.0, -16.0):
        tracks, remarks = packaged(work, film, f"to{target:.0f}", "--loudness", str(target))
        for track, what in zip(tracks[:2], ("stereo", "mono at 32 kHz")):
            loudness, peak = measured(track)
            check(abs(loudness - target) <= 0.5, f"{what} of {before[0]} LUFS is {loudness} LUFS when {target} were asked for")
            check(peak < -0.5, f"{what}: its true peak is {peak} dBTP")
        loudness, peak = measured(tracks[2])
        if "may not pass" in remarks:
            check(loudness < target - 0.5 and peak < 0.5, f"what has high peaks stays at {loudness} LUFS, its true peak is {peak} dBTP")
        check(measured(tracks[3])[0] <= -69, "silence stays silent")
        check(remarks.count("LUFS") >= 6 and "Sound track 4 is too quiet" in remarks, f"it is said what was measured and done: {remarks}")
    check("may not pass -1.0 dBTP" in remarks, "of peaks that limit the gain it is said")
    tracks, remarks = packaged(work, film, "as-it-is")
    check("LUFS" not in remarks and abs(measured(tracks[0])[0] - before[0]) < 0.1, "without being asked nothing is changed")
    refused = run(CLI, "package", film, "--out", work / "none", "--loudness", "-3")
    check(refused.returncode != 0 and "-36 to -10" in refused.stdout + refused.stderr and not (work / "none").exists(), "a loudness out of bounds is refused")
print("all of it happened")
