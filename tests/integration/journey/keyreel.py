"""Drives the shipped keyreel-cli as people on this computer would: one profile per person."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
CLI = BIN / "keyreel-cli" if BIN else None
DATA = pathlib.Path(os.environ.get("XDG_DATA_HOME", "/nonexistent")) / "keyreel"


class Answer:
    def __init__(self, status, value, seconds, stderr):
        self.status, self.value, self.seconds, self.stderr = status, value, seconds, stderr

    @property
    def code(self):
        return self.value.get("error", {}).get("code", "")

    def __getitem__(self, key):
        return self.value[key]


def cli(*arguments, profile="maker", text=None):
    begun = time.monotonic()
    done = subprocess.run([CLI, "--json", "--profile", profile, *map(str, arguments)], capture_output=True, text=True,
                          input=text, timeout=120)
    seconds = time.monotonic() - begun
    try:
        value = json.loads(done.stdout)
    except json.JSONDecodeError:
        value = {}
    return Answer(done.returncode, value, seconds, done.stderr)


def must(answer, what):
    check(answer.status == 0, f"{what}: status {answer.status}, {answer.value.get('error')}, {answer.stderr[-2000:]}")
    return answer


def check(condition, what):
    if not condition:
        print("FAILED:", what)
        down()
        sys.exit(1)
    print("ok:", what.split(": status")[0])


def services():
    return {row["name"]: row for row in must(cli("network", "status"), "network status")["services"]}


def kill(name):
    row = services()[name]
    os.kill(row["pid"], signal.SIGKILL)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not services()[name]["running"]:
            return
    check(False, f"{name} is gone after SIGKILL")


def down():
    cli("network", "down")


def clip(folder, seconds=6, video=("-c:v", "libx264", "-g", "48", "-bf", "2"), name="film.mp4"):
    """A clear film made by ffmpeg, so that source and product come from different programs."""
    path = pathlib.Path(folder) / name
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", f"testsrc2=size=640x360:rate=24:duration={seconds}",
                    "-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}", *video, "-pix_fmt", "yuv420p",
                    "-c:a", "aac", "-shortest", str(path)], check=True)
    return path


def source_hashes(path, frames):
    """SHA-256 of the planes of the first frames, by ffmpeg's own framehash."""
    out = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:v:0", "-frames:v", str(frames), "-f",
                          "framehash", "-hash", "sha256", "-"], check=True, capture_output=True, text=True).stdout
    return [line.split(",")[-1].strip() for line in out.splitlines() if line and not line.startswith("#")]


def folder():
    return tempfile.TemporaryDirectory(prefix="keyreel-journey-")
