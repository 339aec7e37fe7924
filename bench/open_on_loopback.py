#!/usr/bin/env python3
"""How long an opening takes through the real servers on this computer: open_on_loopback.py BINARIES [--count N]

Run it below tests/support/with-keyring. Publishes a short film once, opens it N times, each from a new process, then N times in
one process that keeps its connections (open_bench), and prints p50 and p99 of every part that an opening reports, and of a bare
TLS request to the same gateway (curl) beside it."""

import argparse
import json
import pathlib
import subprocess
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("binaries", type=pathlib.Path)
parser.add_argument("--count", type=int, default=25, help="twice it is below what a node answers to one device in a minute")
arguments = parser.parse_args()


def cli(*words):
    done = subprocess.run([arguments.binaries / "keyreel-cli", "--json", "--profile", "bench", *map(str, words)],
                          capture_output=True, text=True)
    value = json.loads(done.stdout)
    if done.returncode != 0:
        raise SystemExit(f"{words[0]}: {value}")
    return value


def row(name, values):
    values = sorted(values)
    print(f"| {name} | {values[len(values) // 2]:.2f} | {values[min(len(values) - 1, len(values) * 99 // 100)]:.2f} |")


with tempfile.TemporaryDirectory() as folder:
    film = pathlib.Path(folder) / "film.mp4"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=24:duration=2", "-pix_fmt",
                    "yuv420p", film], check=True)
    cli("identity", "create", "--name", "Bench")
    network = cli("network", "up")
    try:
        link = cli("publish", film, "--title", "Bench")["link"]
        cli("open", link, "--frames", "1")
        opened = [cli("open", link, "--frames", "1")["open"] for _ in range(arguments.count)]
        bare = []
        for _ in range(arguments.count):
            out = subprocess.run(["curl", "-sk", "-o", "/dev/null", "-w", "%{time_total}", network["gateway"] + "/healthz"],
                                 check=True, capture_output=True, text=True).stdout
            bare.append(float(out) * 1000)
        kept = json.loads(subprocess.run([arguments.binaries / "open_bench", "bench", link, str(arguments.count)], check=True,
                                         capture_output=True, text=True).stdout)[1:]
        print("| part of an opening, ms | p50 | p99 |\n|---|---|---|")
        for name, reports in (("new process", opened), ("connections kept", kept)):
            for part in ("rightsMs", "capabilityMs", "sharesMs", "totalMs"):
                row(f"{name}: {part}", [report[part] for report in reports])
        row("one TLS request by curl", bare)
    finally:
        cli("network", "down")
