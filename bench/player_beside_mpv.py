#!/usr/bin/env python3
"""Our player beside mpv on the same clips: player_beside_mpv.py BINARIES [--only WORD ...] [--opens 7] [--seeks 40] [--play 15]

Each draws in software into a window of 1280 x 720 on a virtual X display (xvfb-run), decodes in software, and plays to no sound
device. Time until the first picture of a clip that is asked for, exact and key-frame seeks while paused, processor time per
minute of playback, dropped frames, peak memory. mpv plays the clear clip; ours plays it, too, and the same clip as our packager
protects it. mpv is asked and answers over its own socket, and says `playback-restart` when the first picture is out."""

import argparse
import json
import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import time

KEY = "00112233445566778899aabbccddeeff:0123456789abcdef0123456789abcdef"
X264 = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"]
CLIPS = {
    "1080p30 H.264": ("1920x1080", [*X264, "-g", "60", "-b:v", "6M"]),
    "1080p30 H.264, key frames 10 s apart": ("1920x1080", [*X264, "-g", "300", "-keyint_min", "300", "-b:v", "6M"]),
    "2160p30 HEVC": ("3840x2160", ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "keyint=60:log-level=error",
                                   "-pix_fmt", "yuv420p", "-b:v", "12M", "-tag:v", "hvc1"]),
    "1080p30 AV1": ("1920x1080", ["-c:v", "libsvtav1", "-preset", "10", "-g", "60", "-b:v", "4M", "-pix_fmt", "yuv420p"]),
}
SECONDS = 30

parser = argparse.ArgumentParser()
parser.add_argument("binaries", type=pathlib.Path)
parser.add_argument("--only", nargs="*", default=[])
parser.add_argument("--opens", type=int, default=7)
parser.add_argument("--seeks", type=int, default=40)
parser.add_argument("--play", type=float, default=15)
arguments = parser.parse_args()

if "DISPLAY" not in os.environ:
    os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", sys.executable, *sys.argv])


def clip(folder, name, size, coding):
    path = pathlib.Path(folder) / f"{name.replace(' ', '-').replace(',', '')}.mp4"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", f"mandelbrot=size={size}:rate=30:maxiter=500", "-f", "lavfi",
                    "-i", "sine=frequency=440:sample_rate=48000", "-t", str(SECONDS), *coding, "-c:a", "aac", "-b:a", "128k",
                    "-movflags", "+faststart", path], check=True)
    return path


class Mpv:
    """An mpv that waits to be told, and what it answers."""

    def __init__(self, folder):
        address = f"{folder}/mpv-{random.random()}"
        self.process = subprocess.Popen(["mpv", "--no-config", "--idle", "--force-window", "--vo=x11", "--hwdec=no", "--ao=null",
                                         "--geometry=1280x720", "--no-border", "--keep-open=yes", "--no-osc", "--no-terminal",
                                         "--pause", f"--input-ipc-server={address}"])
        self.socket = socket.socket(socket.AF_UNIX)
        for _ in range(200):
            try:
                self.socket.connect(address)
                break
            except OSError:
                time.sleep(0.05)
        self.lines = self.socket.makefile("r")

    def say(self, *command):
        self.socket.sendall((json.dumps({"command": command}) + "\n").encode())

    def until(self, event):
        for line in self.lines:
            if json.loads(line).get("event") == event:
                return

    def ask(self, name):
        self.say("get_property", name)
        for line in self.lines:
            value = json.loads(line)
            if "error" in value and "data" in value:
                return value["data"]

    def timed(self, *command):
        begin = time.perf_counter()
        self.say(*command)
        self.until("playback-restart")
        return (time.perf_counter() - begin) * 1000

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024


def by_mpv(folder, film):
    mpv = Mpv(folder)
    opens = [mpv.timed("loadfile", str(film)) for _ in range(arguments.opens)]
    places = random.Random(7)
    exact = [mpv.timed("seek", SECONDS * places.uniform(0.02, 0.95), "absolute+exact") for _ in range(arguments.seeks)]
    keys = [mpv.timed("seek", SECONDS * places.uniform(0.02, 0.95), "absolute+keyframes") for _ in range(arguments.seeks)]
    mpv.timed("loadfile", str(film))
    before = mpv.processor_seconds()
    mpv.say("set_property", "pause", False)
    time.sleep(arguments.play)
    spent = mpv.processor_seconds() - before
    dropped = mpv.ask("frame-drop-count") + mpv.ask("decoder-frame-drop-count")
    result = {"openMs": opens, "exactSeekMs": exact, "keyFrameSeekMs": keys, "cpuSecondsPerMinute": spent * 60 / arguments.play,
              "dropped": dropped, "peakMiB": mpv.peak_mib()}
    mpv.say("quit")
    mpv.process.wait(timeout=20)
    return result


def by_us(files, *more):
    done = subprocess.run([arguments.binaries / "player_bench", "--opens", str(arguments.opens), "--seeks", str(arguments.seeks),
                           "--play", str(arguments.play), *more, *map(str, files)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def at(values, percent):
    values = sorted(values)
    return values[min(len(values) - 1, len(values) * percent // 100)]


def row(clip_name, player, result):
    print(f"| {clip_name} | {player} | {at(result['openMs'], 50):.0f} | {at(result['exactSeekMs'], 50):.0f} / "
          f"{at(result['exactSeekMs'], 95):.0f} | {at(result['keyFrameSeekMs'], 50):.0f} / {at(result['keyFrameSeekMs'], 95):.0f} | "
          f"{result['cpuSecondsPerMinute']:.1f} | {result['dropped']} | {result['peakMiB']:.0f} |", flush=True)


print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start, {arguments.opens} openings, {arguments.seeks} seeks "
      f"of each kind, {arguments.play:g} s played; {subprocess.run(['mpv', '--version'], capture_output=True, text=True).stdout.split()[1]}")
print("\n| clip | player | first picture ms | exact seek p50 / p95 ms | key-frame seek p50 / p95 ms | CPU s per minute | dropped | "
      "peak MiB |\n|---|---|---|---|---|---|---|---|")
with tempfile.TemporaryDirectory() as work:
    for clip_name, (size, coding) in CLIPS.items():
        if arguments.only and not any(word in clip_name for word in arguments.only):
            continue
        film = clip(work, clip_name, size, coding)
        package = f"{film}.package"
        subprocess.run([arguments.binaries / "keyreel-cli", "package", film, "--out", package, "--key", KEY], check=True,
                       capture_output=True)
        tracks = sorted(pathlib.Path(package).glob("*.mp4"), key=lambda each: not each.name.startswith("video"))
        row(clip_name, "mpv, clear", by_mpv(work, film))
        row(clip_name, "keyreel, clear", by_us([film]))
        row(clip_name, "keyreel, protected", by_us(tracks, "--key", KEY))
