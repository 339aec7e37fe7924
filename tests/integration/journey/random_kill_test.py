#!/usr/bin/env python3
"""kill -9 at 50 random moments of publishing, and of going on with it: every job ends published, and exactly once.

The moments come from a seed, the same one in every run; KEYREEL_SEED=N draws others."""

import collections
import json
import os
import random
import subprocess

from keyreel import CLI, DATA, STAGES, check, cli, clip, down, folder, must

KILLS = 50
# After so many deaths a job may end in peace, so that there are jobs of every age.
DEATHS_OF_ONE_JOB = 4

seed = int(os.environ.get("KEYREEL_SEED", 50))
print("seed", seed)
moments = random.Random(seed)


def run(arguments, stage=STAGES[0], delay=120.0):
    """Publishes, or goes on; kill -9 comes `delay` seconds after `stage` or a later one began, unless it ended by itself.
    Returns the job, whether it was killed, and the seconds of each stage that it told of."""
    program = subprocess.Popen([CLI, "--json", "--profile", "maker", "publish", *map(str, arguments)],
                               stderr=subprocess.PIPE, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    job, told = None, {}

    def heed(line):
        nonlocal job
        # Torn by the kill, or a word of the log.
        event = json.loads(line) if line.startswith(b"{") and line.endswith(b"}\n") else {}
        job = event.get("job", job)
        told[event.get("stage", "")] = event.get("seconds", 0)
        return STAGES.index(event["stage"]) if "stage" in event else -1

    for line in program.stderr:
        if heed(line) >= STAGES.index(stage):
            break
    try:
        # What it says meanwhile fits into the pipe many times over.
        program.wait(delay)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    last, rest = program.stdout.read().decode(), program.stderr.read()
    program.stdout.close()
    program.stderr.close()
    if program.returncode not in (0, -9):
        check(False, f"job {job} goes on: status {program.returncode}, {last}, {rest.decode()}")
    for line in rest.splitlines(keepends=True):
        heed(line)
    return job, program.returncode == -9, told


def place(job):
    """The first stage that the journal does not call done."""
    journal = json.loads((DATA / "profiles" / "maker" / "jobs" / job / "journal.json").read_text())
    return next((stage for stage in STAGES if journal["stages"][stage]["status"] != "done"), "done")


with folder() as work:
    film = clip(work, seconds=2)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    must(cli("network", "up"), "the network is up")
    first, killed, seconds = run([film, "--title", "Undisturbed"])
    check(not killed, "one film is published when nobody kills it")

    jobs = {first: "Undisturbed"}
    died = collections.Counter()
    while died.total() < KILLS:
        title = f"Film {len(jobs)}"
        arguments = [film, "--title", title]
        for _ in range(DEATHS_OF_ONE_JOB):
            stage = moments.choice(STAGES)
            # Short stages are aimed at as often as long ones, and sometimes missed.
            job, killed, _ = run(arguments, stage, moments.uniform(0, 1.2 * seconds.get(stage, 0) + 0.02))
            check(jobs.setdefault(job, title) == title, "going on makes no other job")
            if not killed:
                break
            died[place(job)] += 1
            arguments = ["--resume", job]
    print("killed before the end of", dict(died))
    check(len(died) >= 4, "the moments lie in different stages")

    links = {}
    for job, title in jobs.items():
        links[job] = must(cli("publish", "--resume", job), f"{title} ends published")["link"]
        check(place(job) == "done", "and its journal says so")
    check(len(set(links.values())) == len(jobs), "every job made a film of its own")
    library = must(cli("library"), "the library opens")["films"]
    check(sorted(entry["title"] for entry in library) == sorted(jobs.values()), "each film is in the library once")
    check({entry["link"] for entry in library} == set(links.values()), "under the link that its job gave")
    # One registration of the device and one mint per job: no retry minted a second film.
    size = must(cli("log", "verify"), "the rights log holds together")["size"]
    check(size == 1 + len(jobs), f"it holds one mint per film ({size} statements, {len(jobs)} films)")
    for link in moments.sample(sorted(links.values()), 3):
        opened = must(cli("open", link, "--frames", 10), "the film opens")
        check(opened["decoded"]["frames"] == 10, "and plays")
    down()
print("all of it happened")
