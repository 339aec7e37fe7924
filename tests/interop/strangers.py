"""What the tests with strangers share: clips, our command line, hashes of packets."""

import pathlib
import platform
import subprocess
import sys

KID, KEY, WRONG = "00112233445566778899aabbccddeeff", "0f0e0d0c0b0a09080706050403020100", "1f0e0d0c0b0a09080706050403020100"
# Four colours in four quarters of the picture, which no wrongly decrypted picture shows.
QUARTERS = {"red": (0.25, 0.25), "lime": (0.75, 0.25), "blue": (0.25, 0.75), "yellow": (0.75, 0.75)}


def run(command, check=True):
    done = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if check and done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done


def clip(path, video, seconds=6, sound=("aac",)):
    """H.264 with B-frames or another coding, and AAC or another sound."""
    source = ("color=red:size=160x90:rate=24[a];color=lime:size=160x90:rate=24[b];color=blue:size=160x90:rate=24[c];"
              "color=yellow:size=160x90:rate=24[d];[a][b][c][d]xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0,"
              "noise=alls=4:allf=t")
    run(["ffmpeg", "-y", "-v", "error", "-filter_complex", source, "-f", "lavfi", "-i",
         "sine=frequency=440:sample_rate=48000", "-t", seconds, *video, "-g", "48", "-pix_fmt", "yuv420p", "-c:a", *sound, path])
    return path


H264 = ["-c:v", "libx264", "-preset", "veryfast", "-bf", "2", "-slices", "3", "-profile:v", "high"]
VP9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]
AV1 = ["-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime", "-row-mt", "1"]
HEVC = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-tag:v", "hvc1"]


def package(cli, film, folder, scheme):
    run([cli, "package", film, "--out", folder, "--key", f"{KID}:{KEY}", "--scheme", scheme])
    return next(folder.glob("video-*.mp4")), next(folder.glob("audio-*.mp4"))


def packets(path, stream):
    """Size and hash of each packet of the first video or audio stream."""
    text = run(["ffmpeg", "-v", "error", "-i", path, "-map", f"0:{stream}:0", "-c", "copy", "-f", "framehash", "-"]).stdout
    rows = [line.split(",") for line in text.splitlines() if line and not line.startswith("#")]
    return [(row[4].strip(), row[5].strip()) for row in rows]


def shaka_packager(npm):
    names = {"x86_64": "packager-linux-x64", "aarch64": "packager-linux-arm64"}
    program = pathlib.Path(npm) / "node_modules/shaka-packager/bin" / names.get(platform.machine(), "none")
    if not program.exists():
        sys.exit(f"there is no shaka-packager for {platform.machine()} in {npm}")
    program.chmod(0o755)
    return program


def expect(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")
    print(f"ok: {what}", flush=True)
