#!/usr/bin/env python3
"""A cancelled job leaves no film behind, wherever it stood: killed at a place, then discarded, the film is neither in the
catalogue nor opened by anybody, and no upload of it waits at the gateway."""

import pathlib

from keyreel import DATA, STAGES, check, cli, clip, down, folder, must, services, told_cli

UPLOADS = DATA / "network" / "gateway" / "data" / "uploads"


def waiting():
    return [each for each in UPLOADS.rglob("*") if each.is_file()] if UPLOADS.exists() else []


with folder() as work:
    film = clip(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    must(cli("identity", "create", "--name", "Ann", profile="viewer"), "another")
    must(cli("network", "up"), "the network is up")
    content = film.read_bytes()
    for stage in STAGES:
        job, place = told_cli("publish", film, "--title", f"Killed in {stage}").kill_at(stage, "running")
        rows = must(cli("jobs", "list"), "the jobs are listed")["jobs"]
        check([row["job"] for row in rows] == [job] and rows[0]["title"] == f"Killed in {stage}", f"it is the one ({rows})")
        if stage == "check":
            # The record is in the log: without an answer of the gateway nobody may say that the film is not public.
            must(cli("network", "down"), "the network is down")
            silent = cli("--start-nothing", "jobs", "discard", job)
            check(silent.status != 0, f"not without the gateway ({silent.value})")
            check(len(cli("jobs", "list")["jobs"]) == 1, "the job stays")
            must(cli("network", "up"), "the network is up again")
        must(cli("jobs", "discard", job), f"discarded in {' '.join(place)}")
        check(cli("jobs", "list")["jobs"] == [], "no job is left")
        check(not list((DATA / "profiles").rglob(job)), "nor a folder of it")
        check(waiting() == [], f"nor an upload at the gateway ({waiting()})")
        check(film.read_bytes() == content, "the video file is as it was")
        films = must(cli("library"), "the library")["films"]
        check(films == [], f"is empty ({films})")

    link = must(cli("publish", film, "--title", "Then published"), "it can be published again")["link"]
    must(cli("open", link, "--frames", "1", profile="viewer"), "and opened")
    must(cli("unpublish", link), "then unpublished")
    must(cli("unpublish", link), "twice is no error")
    gone = cli("open", link, "--frames", "1", profile="viewer")
    check(gone.status == 3 and gone.code in ("asset_unpublished", "no_access"), f"opens no more ({gone.value})")
    check(cli("unpublish", link, profile="viewer").code == "not_creator", "only its maker unpublishes it")
    down()
print("all of it happened")
