"""Drives the shipped programs as people on this computer would: one profile per person."""

import fcntl
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
CLI = BIN / "keyreel-cli" if BIN else None
WINDOW = BIN / "keyreel" if BIN else None
STAGES = ["analyze", "encrypt", "split_keys", "upload", "mint", "check"]
PLACES = [(stage, status) for stage in STAGES for status in ("running", "done")]
DATA = pathlib.Path(os.environ.get("XDG_DATA_HOME", "/nonexistent")) / "keyreel"


class Answer:
    def __init__(self, status, value, seconds, stderr):
        self.status, self.value, self.seconds, self.stderr = status, value, seconds, stderr

    @property
    def code(self):
        return self.value.get("error", {}).get("code", "")

    def __getitem__(self, key):
        return self.value[key]


def cli(*arguments, profile="maker", text=None, ahead=0):
    """`ahead`: so many seconds by which that person's clock is wrong."""
    clock = ["faketime", "-f", f"+{ahead}s"] if ahead else []
    begun = time.monotonic()
    done = subprocess.run([*clock, CLI, "--json", "--profile", profile, *map(str, arguments)], capture_output=True, text=True,
                          input=text, timeout=240)
    seconds = time.monotonic() - begun
    try:
        value = json.loads(done.stdout)
    except json.JSONDecodeError:
        value = {}
    return Answer(done.returncode, value, seconds, done.stderr)


class Told:
    """A program whose standard error is read line by line. The pipe holds one line: the program cannot run ahead of
    its reader by more than the line after the one that was read."""

    def __init__(self, *command):
        self._read, write = os.pipe2(os.O_CLOEXEC | os.O_DIRECT)
        fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)
        self.process = subprocess.Popen([*map(str, command)], stderr=write, stdout=subprocess.DEVNULL,
                                        stdin=subprocess.DEVNULL, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        os.close(write)
        self.last_words = []

    def lines(self):
        rest = b""
        while piece := os.read(self._read, 4096):
            *whole, rest = (rest + piece).split(b"\n")
            for line in whole:
                self.last_words = [*self.last_words[-20:], line.decode(errors="replace")]
                yield self.last_words[-1]

    def stages(self):
        """(job, stage, status) at every change, as keyreel-cli --json and the window's log tell it."""
        for line in self.lines():
            if told := re.search(r" publish: Job ([0-9a-f]{32}): (\w+) (\w+)$", line):
                yield told.groups()
            elif line.startswith("{") and "stage" in (event := json.loads(line)):
                yield event["job"], event["stage"], event["status"]

    def kill_at(self, stage, status):
        """kill -9 as soon as `stage` has come to `status`; returns the job and where it truly was by then: a job that
        goes on may be past that place when it begins to tell."""
        wanted = PLACES.index((stage, status))
        for job, *place in self.stages():
            if tuple(place) in PLACES and PLACES.index(tuple(place)) >= wanted:
                break
        else:
            self.process.wait()
            check(False, f"{stage} comes to be {status}; the last words are {self.last_words}")
        self.process.kill()
        self.process.wait()
        os.close(self._read)
        check(self.process.returncode == -signal.SIGKILL, f"killed when {' was '.join(place)}")
        return job, tuple(place)


def told_cli(*arguments, profile="maker"):
    return Told(CLI, "--json", "--profile", profile, *arguments)


def told_window(*arguments, profile="maker"):
    return Told(WINDOW, "--profile", profile, *arguments)


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
    deadline = time.monotonic() + 30
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


def noise():
    """Filters that make pictures and sound such as no other test has lying around: for searches for clear film."""
    return ("-vf", f"noise=alls=4:all_seed={random.randrange(1 << 30)}", "-af", f"vibrato=f={random.uniform(1, 9)}")


def source_hashes(path, frames):
    """SHA-256 of the planes of the first frames, by ffmpeg's own framehash."""
    out = subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:v:0", "-frames:v", str(frames), "-f",
                          "framehash", "-hash", "sha256", "-"], check=True, capture_output=True, text=True).stdout
    return [line.split(",")[-1].strip() for line in out.splitlines() if line and not line.startswith("#")]


def folder():
    return tempfile.TemporaryDirectory(prefix="keyreel-journey-")
