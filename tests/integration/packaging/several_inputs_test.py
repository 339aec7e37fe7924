#!/usr/bin/env python3
"""A film's picture, sound in files of its own and subtitles become one package: every track decrypts to what its source
decodes to, sound that is longer or shorter than the picture is whole, and two pictures are refused."""

import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree

from support import KEY, Program, check, ffmpeg, hashes, sounds_like

PROGRAM = Program(pathlib.Path(sys.argv[1]))


def sound(work, name, seconds, tone, *options):
    path = work / name
    ffmpeg("-f", "lavfi", "-i", f"sine=frequency={tone}:duration={seconds}:sample_rate=48000", *options, path)
    return path


with tempfile.TemporaryDirectory(prefix="keyreel-several-") as work:
    work = pathlib.Path(work)
    film = work / "film.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=13", "-f", "lavfi", "-i", "sine=frequency=440:duration=13",
           "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "50", "-c:a", "aac", "-metadata:s:a:0", "language=eng", film)
    german = sound(work, "deutsch.m4a", 61, 500, "-c:a", "aac", "-metadata:s:a:0", "language=deu")
    french = sound(work, "francais.flac", 6, 600)
    both = work / "two.mka"
    ffmpeg("-i", german, "-i", film, "-map", "0:a", "-map", "1:a", "-c", "copy", both)
    (work / "words.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nHello\n")
    folder = work / "package"
    made = PROGRAM.package(german, film, french, both, work / "words.srt", "--out", folder, "--audio", "3,lang=fr,label=Commentaire,role=commentary")
    names = sorted(path.name for path in folder.glob("*.mp4"))
    check(names == ["audio-deu-1.mp4", "audio-deu-4.mp4", "audio-eng-2.mp4", "audio-eng-5.mp4", "audio-fr-3.mp4", "text-und-1.mp4", "video-180p.mp4"],
          f"all tracks are there, numbered over all inputs: {names}")
    check(len(made["texts"]) == 1, "subtitles are known by their name")
    for path in folder.glob("*.mp4"):
        PROGRAM.breaks_no_rule(path)
    check(hashes(folder / "video-180p.mp4", "0:v:0", "-decryption_key", KEY) == hashes(film, "0:v:0"), "the picture is the film's")
    for name, source in (("audio-deu-1", german), ("audio-eng-2", film), ("audio-fr-3", french), ("audio-deu-4", german)):
        check(sounds_like(folder / f"{name}.mp4", source), f"{name} is what {source.name} has")
    lengths = [float(length) for length in re.findall(r"#EXTINF:([\d.]+)", (folder / "audio-deu-1.m3u8").read_text())]
    check(abs(sum(lengths) - 61) < 0.2 and max(lengths) < 8.1, f"sound goes on behind the picture, in parts: {lengths}")
    mpd = xml.etree.ElementTree.parse(folder / "stream.mpd").getroot()
    check(mpd.get("mediaPresentationDuration").startswith("PT1M1."), f"the longest track is the film's length: {mpd.get('mediaPresentationDuration')}")
    roles = [[role.get("value") for role in found.findall("{*}Role")] for found in mpd.findall(".//{*}AdaptationSet") if found.get("contentType") == "audio"]
    check([roles_of.count("main") for roles_of in roles] == [1, 0, 0, 0, 0], f"the first sound plays by default: {roles}")

    PROGRAM.package(french, german, "--out", work / "radio")
    master = (work / "radio" / "master.m3u8").read_text()
    check("audio-und-1.m3u8" in master and "audio-deu-2.m3u8" in master and "RESOLUTION" not in master, "several sounds without a picture")
    PROGRAM.refused("inputs_several_pictures", film, film, "--out", work / "twice")
    check("--ladder" in PROGRAM.run("package", film, film, "--out", work / "twice").stdout, "and it is said what to do")
    PROGRAM.refused("inputs_too_many_tracks", film, *[both] * 8, "--out", work / "many")
    PROGRAM.refused("media_no_video", work / "words.srt", "--out", work / "words")
    PROGRAM.refused("file_missing", film, work / "none.m4a", "--out", work / "none")
    check(not any((work / left).exists() for left in ("twice", "many", "words", "none")), "nothing is left behind")
print("all of it happened")
