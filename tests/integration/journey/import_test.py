#!/usr/bin/env python3
"""Files that are no film, or stop being one: a clear error each from `probe` and from `publish`, nothing left behind."""

import os
import pathlib
import shutil
import subprocess
import time

from keyreel import CLI, DATA, check, cli, clip, down, folder, must, told_cli


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-y", "-v", "error", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL)


def cut(source, target, part):
    shutil.copy(source, target)
    os.truncate(target, int(source.stat().st_size * part))
    return target


def everything():
    """Every file of the profile but the keys' own, with its size."""
    return sorted((str(path), path.stat().st_size) for path in (DATA / "profiles").rglob("*")
                  if path.is_file() and path.name not in ("audit.log", "rights.db", "rights.db-wal", "rights.db-shm"))


with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=2)
    must(cli("identity", "create", "--name", "Ilse"), "an identity is made")
    must(cli("network", "up"), "the network is up")
    must(cli("publish", film, "--title", "A real film"), "a real film is published")

    # Every coding of sound that is carried as it is, in one film: it opens.
    many = work / "many.mkv"
    ffmpeg("-i", film, *["-map", "0:v", *["-map", "0:a"] * 4], "-c:v", "copy", "-c:a:0", "ac3", "-c:a:1", "eac3", "-c:a:2",
           "flac", "-c:a:3", "libmp3lame", many)
    opened = must(cli("open", must(cli("publish", many, "--title", "Four sounds"), "it is published")["link"]), "it opens")
    check(opened["decoded"]["frames"] == 48, f"and its pictures are decoded ({opened['decoded']['frames']})")

    song = work / "song.m4a"
    ffmpeg("-i", film, "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=1:duration=1", "-map", "0:a", "-map", "1:v", "-c:a",
           "copy", "-c:v", "png", "-frames:v", "1", "-disposition:v", "attached_pic", "-f", "mp4", song)
    (work / "empty.mp4").touch()
    (work / "notes.mp4").write_text("to buy: bread, film\n")
    (work / "folder.mp4").mkdir()
    matroska, webm, recording = work / "film.mkv", work / "film.webm", work / "recording.mkv"
    ffmpeg("-i", film, "-c", "copy", matroska)
    ffmpeg("-i", film, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus", webm)
    with open(recording, "wb") as out:  # Into a pipe: sizes stay open.
        streamed = subprocess.run(["ffmpeg", "-v", "error", "-i", film, "-c", "copy", "-f", "matroska", "pipe:1"],
                                  check=True, stdin=subprocess.DEVNULL, capture_output=True).stdout
        out.write(streamed[:-100])
    cases = [(song, "media_no_video"), (work / "empty.mp4", "media_empty"), (work / "notes.mp4", "media_not_recognised"),
             (work / "folder.mp4", "file_not_regular"), (work / "missing.mp4", "file_missing"),
             (cut(film, work / "cut.mp4", 0.6), "media_truncated"), (cut(matroska, work / "cut.mkv", 0.6), "media_truncated"),
             (cut(webm, work / "cut.webm", 0.6), "media_truncated"), (recording, "media_truncated")]
    before = everything()
    for path, code in cases:
        looked = cli("probe", path)
        check((looked.status, looked.code) == (1, code), f"probe {path.name}: {code} ({looked.status}, {looked.value})")
        refused = cli("publish", path, "--title", path.name)
        check((refused.status, refused.code) == (1, code), f"publish {path.name}: {code} ({refused.status}, {refused.value})")
        check(refused["error"]["what"] and refused["error"]["next"], "what happened, and what to do next")
        if path != song:  # Sound alone is no film to publish, but can be packaged.
            packaged = cli("package", path, "--out", work / "package")
            check((packaged.status, packaged.code) == (1, code), f"package {path.name}: {code} ({packaged.status})")
            check(not (work / "package").exists() or not any((work / "package").iterdir()), "no part of a package")
        words = subprocess.run([CLI, "--profile", "maker", "publish", path, "--title", "x"], capture_output=True, text=True,
                               timeout=240)
        check(words.returncode == 1 and f"({code})" in words.stderr, "and in words on standard error")
    unreadable = cli("publish", film, "--title", "\udcff")
    check((unreadable.status, unreadable.code) == (1, "title_not_text"), f"a title that is no text ({unreadable.value})")
    check(everything() == before, f"nothing is left behind: {set(everything()) ^ set(before)}")

    # The list of films on this computer does not decide about what everyone can open.
    library = DATA / "profiles" / "maker" / "library.json"
    kept = library.read_bytes()
    library.write_bytes(b"[{")
    published = must(cli("publish", film, "--title", "Beside a damaged library"), "a film is published all the same")
    check(cli("library").code == "library_damaged" and library.read_bytes() == b"[{", "the damage is told, and left as it is")
    library.write_bytes(kept)
    must(cli("open", published["link"]), "and the film opens")

    # No output replaces what is read, or what somebody else put there.
    here = work / "here"
    here.mkdir()
    source = shutil.copy(film, here / "video-360p.mp4")
    original = source.read_bytes()
    for out in (here, work / "link"):
        if not out.exists():
            out.symlink_to(here)
        replaced = cli("package", source, "--out", out)
        check(replaced.code == "output_is_source", f"a package never replaces its source ({replaced.value})")
    (here / "stream.mpd").write_text("<MPD>video-360p</MPD>")
    stranger = cli("package", film, "--out", here)
    check(stranger.code == "file_exists", f"nor what it did not make ({stranger.value})")
    check(source.read_bytes() == original and len(list(here.iterdir())) == 2, "and nothing was written")
    made = must(cli("package", film, "--out", work / "made"), "a package in a folder of its own")
    made = must(cli("package", film, "--out", work / "made"), "may be replaced by a newer one")
    track, key = work / "made" / "video-360p.mp4", f"{made['keys'][0]['kid']}:{made['keys'][0]['key']}"
    protected = track.read_bytes()
    (work / "alias.mp4").hardlink_to(track)
    for out, force, code in ((track, ["--force"], "output_is_source"), (work / "alias.mp4", ["--force"], "output_is_source"),
                             (film, [], "file_exists")):
        kept = cli("decrypt", track, "--key", key, *force, "-o", out)
        check(kept.code == code, f"decrypt onto {out.name}: {code} ({kept.value})")
    check(track.read_bytes() == protected, "the protected file is as it was")
    must(cli("decrypt", track, "--key", key, "-o", work / "clear.mp4"), "to a new name it is decrypted")
    must(cli("decrypt", track, "--key", key, "--force", "-o", work / "clear.mp4"), "and again when told so")
    check(cli("open", published["link"], "--png", film).code == "file_exists", "a picture does not replace a film either")
    check(cli("journey", film, "--png", film).code == "output_is_source", "nor does that of the journey")

    # A film that shrinks while it is read. It must be transcoded, so reading it takes long enough to happen meanwhile.
    long = work / "long.avi"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=24:duration=60", "-c:v", "mpeg4", "-q:v", "2", long)
    jobs = DATA / "profiles" / "maker" / "jobs"
    program = told_cli("publish", long, "--title", "Shrinks")
    for job, stage, status in program.stages():
        if (stage, status) == ("encrypt", "running"):
            deadline = time.monotonic() + 120
            while not any((jobs / job).glob("package/*")) and time.monotonic() < deadline:
                pass
            os.truncate(long, long.stat().st_size - 1)
    check(program.process.wait() == 1, "publish fails")
    left = sorted(path.name for path in (jobs / job).rglob("*") if path.is_file())
    check('"media_changed"' in (jobs / job / "journal.json").read_text(), "because the film changed")
    check(left == ["cover.jpg", "journal.json", "lock"], f"the job can be tried again; no part of a package is left ({left})")
    again = cli("publish", "--resume", job)
    check((again.status, again.code) == (1, "media_truncated"), f"trying again says what the file is now ({again.value})")
    down()
print("all of it happened")
