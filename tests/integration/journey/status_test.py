#!/usr/bin/env python3
"""What programs that call the command line rely on: one JSON object and a stable status for each kind of failure, nothing
left behind by a file that is no film, and any name that a file may have."""

import pathlib
import shutil

from keyreel import DATA, check, cli, clip, down, folder, must

for wrong in (["publish", "--bogus"], ["publish"], ["nonsense"], []):
    answer = cli(*wrong)
    check((answer.status, answer.code) == (2, "usage"), f"{wrong} is not understood ({answer.status}, {answer.value})")

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=2)
    must(cli("identity", "create", "--name", "Nia"), "an identity is made")
    link = must(cli("publish", film, "--title", "Status"), "a film is published")["link"]

    jobs = DATA / "profiles" / "maker" / "jobs"
    before = sorted(jobs.iterdir())
    notes = work / "notes.txt"
    notes.write_text("to buy: bread, film")
    refused = cli("publish", notes, "--title", "Notes")
    check((refused.status, refused.code) == (1, "media_not_recognised"), f"notes are no film ({refused.value})")
    check(sorted(jobs.iterdir()) == before, "and leave nothing behind")

    latin = work / "caf\udce9.mp4"
    shutil.copy(film, latin)
    must(cli("publish", latin, "--title", "Latin"), "a film is published whose name is not UTF-8")

    must(cli("network", "down"), "the network is down")
    gone = cli("--start-nothing", "open", link)
    check(gone.status == 5, f"nobody can be reached ({gone.status}, {gone.value})")
    down()
print("all of it happened")
