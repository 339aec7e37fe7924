#!/usr/bin/env python3
"""kill -9 at every stage boundary of publish: the job goes on, and the film is published exactly once."""

from keyreel import STAGES, check, cli, clip, down, folder, must, told_cli

with folder() as work:
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    must(cli("network", "up"), "the network is up")
    links = set()
    for stage in STAGES:
        for status in ("running", "done"):
            title = f"Killed when {stage} was {status}"
            job, _ = told_cli("publish", film, "--title", title).kill_at(stage, status)
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
