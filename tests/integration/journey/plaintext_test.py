#!/usr/bin/env python3
"""The journey command does the whole job and finds no clear film on the disk; and its search can find one."""

import pathlib
import shutil
import subprocess

from keyreel import DATA, check, cli, clip, folder, must, noise


def old_clip(folder, filters):
    """MPEG-4 and MP3 in AVI: nothing of it is carried, so what is published shares no bytes with the source."""
    path = pathlib.Path(folder) / "old.avi"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=24:duration=3",
                    "-f", "lavfi", "-i", "sine=frequency=440:duration=3", *filters, "-c:v", "mpeg4", "-q:v", "3",
                    "-c:a", "libmp3lame", "-shortest", str(path)], check=True)
    return path


def transcode_of(film, folder):
    """The clear samples of the transcode, by another way than publishing: the same encoder gives the same pictures."""
    packaged = must(cli("package", film, "--out", pathlib.Path(folder) / "packaged"), "the same film is packaged")
    key = packaged["keys"][0]
    clear = pathlib.Path(folder) / "clear.mp4"
    must(cli("decrypt", pathlib.Path(folder) / "packaged" / packaged["files"][0]["name"], "--key",
             f"{key['kid']}:{key['key']}", "-o", clear), "and decrypted")
    media = clear.read_bytes()
    return media[media.index(b"mdat") + 4:]


def plant(piece):
    planted = DATA / "profiles" / "maker" / "left-behind.bin"
    planted.write_bytes(b"x" * 777 + piece)
    return planted


with folder() as work:
    # Tests run side by side and the search looks into the folders for temporary files: this film must be nobody else's.
    unlike_others = noise()
    own = (*unlike_others, "-c:v", "libx264", "-g", "48", "-bf", "2")
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
    planted = plant(film.read_bytes()[20000:20000 + 4096 + 2048])
    again = cli("journey", film, "--png", picture)
    check(again.code == "plaintext_found", f"a planted piece of film is found ({again.value})")
    planted.unlink()

    # The beginning is cut off by an edit list: it is neither shown nor counted.
    trimmed = pathlib.Path(work) / "trimmed.mp4"
    subprocess.run(["ffmpeg", "-v", "error", "-ss", "0.7", "-i", str(film), "-c", "copy", str(trimmed)], check=True)
    shown = must(cli("journey", trimmed, "--png", picture), "a trimmed film goes the same way")
    check(shown["framesEqualSource"] and 120 <= shown["framesDecoded"] < 144, f"trimmed ({shown['framesDecoded']})")

    # Black pictures without sound compress to less than can be told from other bytes.
    black = pathlib.Path(work) / "black.mp4"
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=black:size=320x180:rate=24:duration=2", "-c:v",
                    "libx264", "-pix_fmt", "yuv420p", str(black)], check=True)
    dark = must(cli("journey", black, "--png", picture), "a black film goes the same way")
    check(dark["framesEqualSource"] and dark["plaintext"]["publishedBlocks"] == 0, "and has nothing to be looked for")
    check(report["plaintext"]["publishedBlocks"] > 0, "other than a film with content")

    # What is packaged of a film that must be transcoded is looked for in the form that it got.
    old = old_clip(work, unlike_others)
    transcoded = must(cli("journey", old, "--png", picture), "a film that must be transcoded goes the same way")
    check("framesEqualSource" not in transcoded.value and abs(transcoded["framesDecoded"] - 72) <= 3, "to its end")
    check(2.8 < transcoded["audio"]["frames"] / transcoded["audio"]["sampleRate"] < 3.2, "and so does its sound")
    check(transcoded["plaintext"]["findings"] == 0, "without a trace of the transcode")
    clear = transcode_of(old, work)
    planted = plant(clear[len(clear) // 2:][:4096 + 2048])
    again = cli("journey", old, "--png", picture)
    check(again.code == "plaintext_found" and planted.name in str(again.value),
          f"a planted piece of the transcode is found ({again.value})")
    planted.unlink()
    shutil.rmtree(DATA)
print("all of it happened")
