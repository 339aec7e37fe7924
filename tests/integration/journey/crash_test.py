#!/usr/bin/env python3
"""kill -9 at every stage boundary of publish: the job goes on, and the film is published exactly once."""

import json
import os
import signal
import subprocess

from keyreel import CLI, check, cli, clip, down, folder, must

STAGES = ["analyze", "encrypt", "split_keys", "upload", "mint", "check"]


def publish_and_die(film, title, stage, status):
    """Starts publishing and kills it the moment it says that `stage` has come to `status`; returns the job."""
    process = subprocess.Popen([CLI, "--json", "--profile", "maker", "publish", film, "--title", title],
                               stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    job = None
    for line in process.stderr:
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            continue
        job = event.get("job", job)
        if event.get("stage") == stage and event.get("status") == status:
            os.kill(process.pid, signal.SIGKILL)
            break
    process.wait()
    check(process.returncode == -signal.SIGKILL, f"killed when {stage} was {status}")
    return job


with folder() as work:
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    must(cli("network", "up"), "the network is up")
    links = set()
    for stage in STAGES:
        for status in ("running", "done"):
            title = f"Killed when {stage} was {status}"
            job = publish_and_die(film, title, stage, status)
            resumed = must(cli("publish", "--resume", job), f"the job goes on after {stage} {status}")
            links.add(resumed["link"])
            again = must(cli("publish", "--resume", job), "resuming a finished job changes nothing")
            check(again["link"] == resumed["link"], "and gives the same link")
            films = [entry for entry in must(cli("library"), "the library opens")["films"] if entry["title"] == title]
            check(len(films) == 1, "the film is there exactly once")
    check(len(links) == 2 * len(STAGES), "every job made one film of its own")
    for link in sorted(links)[:3]:
        must(cli("open", link, "--frames", 10), "and it opens")
    must(cli("log", "verify"), "the rights log holds together")
    log = cli("log", "verify")
    # One device registration and one mint per job: nothing was minted twice.
    check(log["size"] == 1 + 2 * len(STAGES), f"the log holds one mint per film ({log['size']} statements)")
    down()
print("all of it happened")
