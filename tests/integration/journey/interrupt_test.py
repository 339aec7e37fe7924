#!/usr/bin/env python3
"""Ctrl-C in the middle: status 130, one JSON object that says so, nothing half-written, and a job that goes on."""

import json
import pathlib
import signal
import subprocess
import time

from keyreel import CLI, DATA, STAGES, check, cli, down, folder, must


def slow_film(work):
    """It must be transcoded, so that there is time to interrupt it."""
    path = work / "slow.avi"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=24:duration=60", "-f",
                    "lavfi", "-i", "sine=duration=60", "-c:v", "mpeg4", "-q:v", "2", "-c:a", "mp3", path], check=True,
                   stdin=subprocess.DEVNULL)
    return path


def interrupted(happened, how, *arguments):
    """Sends the signal when `happened` is true, and returns status, answer and the lines of standard error."""
    process = subprocess.Popen([CLI, "--json", "--profile", "maker", *map(str, arguments)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    deadline = time.monotonic() + 120
    while not happened() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)  # Polls a folder that another process writes; no time is assumed.
    check(process.poll() is None, "it was still at work")
    process.send_signal(how)
    begun = time.monotonic()
    out, err = process.communicate(timeout=60)
    check(time.monotonic() - begun < 20, "it ends at once")
    check(process.returncode == 130, f"with status 130 ({process.returncode}, {out})")
    answer = json.loads(out)
    check(answer["ok"] is False and answer["error"]["code"] == "cancelled", "and one JSON object that says so")
    return err


def files_below(path):
    return sorted(str(entry.relative_to(path)) for entry in path.rglob("*") if entry.is_file())


with folder() as work:
    work = pathlib.Path(work)
    film = slow_film(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity is made")

    for how in (signal.SIGINT, signal.SIGTERM):
        out = work / f"package-{how.name}"
        interrupted(lambda: out.exists() and files_below(out), how, "package", film, "--out", out)
        check(not out.exists() or files_below(out) == [], f"package leaves nothing after {how.name} ({files_below(out)})")

    jobs = DATA / "profiles" / "maker" / "jobs"
    err = interrupted(lambda: any(jobs.glob("*/package/*")), signal.SIGINT, "publish", film, "--title", "Interrupted")
    events = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    check(events[-1]["stage"] == "encrypt" and events[-1]["status"] == "stopped", "the job was told to be stopped")
    (job,) = jobs.iterdir()
    check(files_below(job) == ["cover.jpg", "journal.json", "lock", "paused"],
          f"no part of a package is left, and the job stands still ({files_below(job)})")
    check(must(cli("library"), "the library opens")["films"] == [], "nothing was published")
    must(cli("network", "up"), "the network comes up")
    check(must(cli("log", "verify"), "the log is asked")["size"] <= 1, "and the log has no film")
    link = must(cli("publish", "--resume", job.name), "the job goes on when it is wanted")["link"]
    must(cli("open", link, "--frames", 5), "and its film opens")
    down()
print("all of it happened")
