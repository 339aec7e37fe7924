#!/usr/bin/env python3
"""How long the window takes from its start until it answers: start_window.py BINARIES [--count N]

Run it below tests/support/with-keyring. Starts `keyreel` offscreen with a profile that has an identity, and asks it over the socket
by which a second start finds the first: whoever gets an end there talked to an event loop that has drawn its window. Warm: it
ran just before. Cold: the pages of the program and its libraries were dropped from memory first, as far as nobody else uses
them. Beside them `keyreel --version`, which starts Qt and ends."""

import argparse
import json
import os
import pathlib
import signal
import socket
import subprocess
import time

parser = argparse.ArgumentParser()
parser.add_argument("binaries", type=pathlib.Path)
parser.add_argument("--count", type=int, default=15)
arguments = parser.parse_args()
program = arguments.binaries / "keyreel"
profile = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "keyreel/profiles/bench"
environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
PATIENCE = 30


def forget():
    """Drops what is cached of the program and of everything that it is linked with."""
    linked = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    files = [word for line in linked.splitlines() for word in line.split() if word.startswith("/")]
    for file in [program, *files]:
        descriptor = os.open(file, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def answers(begun):
    """Seconds until the window has taken a line and closed the connection."""
    while time.monotonic() - begun < PATIENCE:
        with socket.socket(socket.AF_UNIX) as there:
            try:
                there.connect(str(profile / "window.socket"))
            except OSError:
                continue
            there.settimeout(PATIENCE)
            there.sendall(b"\n")
            there.shutdown(socket.SHUT_WR)
            while there.recv(64):
                pass
            return time.monotonic() - begun
    raise SystemExit("the window does not answer")


def window():
    """(seconds, MiB) of one start."""
    (profile / "window.socket").unlink(missing_ok=True)
    begun = time.monotonic()
    process = subprocess.Popen([program, "--profile", "bench"], env=environment, stderr=subprocess.DEVNULL)
    seconds = answers(begun)
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
    process.send_signal(signal.SIGTERM)
    process.wait(PATIENCE)
    return seconds, resident / 1024


def version():
    begun = time.monotonic()
    subprocess.run([program, "--version"], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begun, 0


def row(name, start, before=lambda: None):
    seen = []
    for _ in range(arguments.count):
        before()
        seen.append(start())
    times = sorted(seconds * 1000 for seconds, _ in seen)
    memory = max(mebibytes for _, mebibytes in seen)
    print(f"| {name} | {times[len(times) // 2]:.0f} | {times[0]:.0f} to {times[-1]:.0f} | {memory:.0f} |", flush=True)


made = subprocess.run([arguments.binaries / "keyreel-cli", "--json", "--profile", "bench", "identity", "create", "--name", "Bench"],
                      capture_output=True, text=True)
if made.returncode != 0:
    raise SystemExit(json.loads(made.stdout))
window()  # Once, so that everything it keeps is there.
print("| start | p50 ms | least to most | MiB |\n|---|---|---|---|")
row("warm", window)
row("cold", window, forget)
row("keyreel --version, warm", version)
subprocess.run([arguments.binaries / "keyreel-cli", "network", "down"], capture_output=True)
