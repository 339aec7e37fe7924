#!/usr/bin/env python3
"""A film is published in several heights: its manifest has them all, an opening plays the highest or the one that was asked for, and an
offline lease keeps one. A job goes on with the ladder that it was begun with."""

import json
import pathlib
import subprocess

from keyreel import DATA, check, cli, clip, down, folder, must


def lines_of(picture):
    out = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=height", "-of", "csv=p=0", picture], capture_output=True,
                         text=True, check=True).stdout
    return int(out)


with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=5)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    check(cli("publish", film, "--title", "Dune", "--ladder", "720p").code == "ladder_invalid", "heights are numbers")
    published = must(cli("publish", film, "--title", "Dune", "--ladder", "720,360,180,120", "--offline-days", "7"),
                     "a film is published in several heights")
    job = json.loads((DATA / "profiles" / "maker" / "jobs" / published["job"] / "journal.json").read_text())
    names = [file["name"] for file in job["files"]]
    check([n for n in names if n.startswith("video") and n.endswith(".mp4")] == ["video-360p.mp4", "video-180p.mp4", "video-120p.mp4"],
          f"the manifest has them, the one above the film's own left out ({names})")
    check(job["request"]["ladder"] == "720,360,180,120", "the journal knows the ladder")
    link = published["link"]
    seen = {}
    for name, options, height in (("highest", [], 360), ("fitting", ["--max-height", "200"], 180), ("lowest", ["--max-height", "10"], 120)):
        picture = work / f"{name}.png"
        seen[name] = must(cli("open", link, "--frames", "0", "--png", picture, *options), f"it opens, the {name}")["decoded"]
        check(lines_of(picture) == height, f"which has {height} lines")
    check(len({decoded["frames"] for decoded in seen.values()}) == 1, f"all have the same pictures ({seen['highest']['frames']})")
    must(cli("lease", "take", link), "it is taken along")
    kept = [path.stat().st_size for path in (DATA / "profiles" / "maker" / "offline").rglob("*.mp4")]
    check(len(kept) == 2, "with one picture and its sound")
    down()
    offline = must(cli("open", "--offline", "--frames", "0", link), "with every server dead it opens")["decoded"]
    check(offline["sha256"] == seen["highest"]["sha256"], "as the highest")
print("all of it happened")
