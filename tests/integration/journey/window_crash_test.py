#!/usr/bin/env python3
"""The window is killed with -9 at every stage boundary of one job. Each start goes on by itself, unasked, and in the end
the film is published exactly once."""

import json

from keyreel import DATA, PLACES, STAGES, check, cli, clip, down, folder, must, told_window


def finished(job):
    """The stages that the job's journal calls done."""
    journal = json.loads((DATA / "profiles" / "maker" / "jobs" / job / "journal.json").read_text())
    return [stage for stage in STAGES if journal["stages"][stage]["status"] == "done"]


with folder() as work:
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    # The first start publishes by itself, through the same buttons as a person; the others are given nothing.
    job, _ = told_window("--journey", film).kill_at(*PLACES[0])
    boundaries = 1
    for place in PLACES[1:]:
        if finished(job) == STAGES:
            break
        same, (stage, status) = told_window().kill_at(*place)
        check(same == job, "the next start went on with the same job")
        count = len(finished(job))
        least = STAGES.index(stage) + (status == "done")
        check(least <= count <= least + 1, f"it died there: {count} stages are finished")
        boundaries += 1
    check(boundaries >= len(PLACES) - 1, f"it was killed at {boundaries} of {len(PLACES)} boundaries")

    films = must(cli("library"), "the library opens")["films"]
    check(len(films) == 1, f"it holds the film once ({films})")
    check(finished(job) == STAGES, "the job is finished")
    again = must(cli("publish", "--resume", job), "resuming the finished job changes nothing")
    check(again["link"] == films[0]["link"], "and gives the same link")
    log = must(cli("log", "verify"), "the rights log holds together")
    check(log["size"] == 2, f"it holds one device and one mint ({log['size']} statements)")
    opened = must(cli("open", films[0]["link"], "--frames", 10), "the film opens")
    check(opened["decoded"]["frames"] == 10, "and plays")
    down()
print("all of it happened")
