#!/usr/bin/env python3
"""The journey command does the whole job and finds no clear film on the disk; and its search can find one."""

import pathlib
import random
import shutil

from keyreel import DATA, check, cli, clip, folder, must

with folder() as work:
    # Tests run side by side and the search looks into the folders for temporary files: this film must be nobody else's.
    own = ("-vf", f"noise=alls=4:all_seed={random.randrange(1 << 30)}", "-c:v", "libx264", "-g", "48", "-bf", "2")
    film = clip(work, video=own)
    picture = pathlib.Path(work) / "frame.png"
    report = must(cli("journey", film, "--png", picture), "the whole job is done headless")
    check(report["framesEqualSource"] and report["framesDecoded"] == 144, "every frame equals the source's")
    check(picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n", "a decoded frame is there to look at")
    check(report["audio"]["peak"] > 0.05, "the sound is not silence")
    check(report["plaintext"]["findings"] == 0 and report["plaintext"]["files"] > 10, "no clear film on the disk")
    check(len(report["open"]["nodes"]) == 3, "it says what each key node did")

    other = clip(work, seconds=2, video=own, name="film.mkv")
    matroska = must(cli("journey", other, "--png", picture), "a film in another container goes the same way")
    check(matroska["framesDecoded"] == 48 and matroska["plaintext"]["findings"] == 0, "whole, and without a trace")

    # The same search must notice a film that somebody left behind.
    planted = DATA / "profiles" / "maker" / "left-behind.bin"
    with open(planted, "wb") as out:
        out.write(b"x" * 777)
        out.write(film.read_bytes()[20000:20000 + 4096 + 2048])
    again = cli("journey", film, "--png", picture)
    check(again.code == "plaintext_found", f"a planted piece of film is found ({again.value})")
    planted.unlink()
    shutil.rmtree(DATA)
print("all of it happened")
