#!/usr/bin/env python3
"""Sound without a picture is packaged as it is: MPD and HLS name it alone, and ffmpeg decrypts what came out and hears what
it hears in the source. A window that publishes films still refuses it."""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from support import Program, check, ffmpeg, sounds_like

PROGRAM = Program(pathlib.Path(sys.argv[1]))
INTEROP = pathlib.Path(__file__).resolve().parents[2] / "interop"
SECONDS = 21.3
FORMS = {
    "song.m4a": (["-c:a", "aac"], "mp4a.40.2"),
    "song.aac": (["-c:a", "aac", "-f", "adts"], "mp4a.40.2"),
    "song.flac": (["-c:a", "flac"], "fLaC"),
    "song.mp3": (["-c:a", "libmp3lame"], "mp4a.6B"),
    "song.opus": (["-c:a", "libopus"], "opus"),
    "song.ac3": (["-c:a", "ac3"], "ac-3"),
    "song.mka": (["-c:a", "libopus"], "opus"),
    "song.wav": (["-c:a", "pcm_s16le"], "mp4a.40.2"),
}


def bandwidth(text):
    return int(re.search(r"BANDWIDTH=(\d+)", text).group(1))


def check_manifests(folder, codecs, label):
    tree = xml.etree.ElementTree.parse(folder / "stream.mpd")
    sets = tree.findall(".//{*}AdaptationSet")
    check(len(sets) == 1 and sets[0].get("contentType") == "audio", f"{label}: the MPD has one set, of sound")
    (representation,) = sets[0].findall("{*}Representation")
    check(representation.get("codecs") == codecs, f"{label}: codecs are {codecs}")
    schema = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", INTEROP / "mpd.xsd", folder / "stream.mpd"], capture_output=True, text=True)
    check(schema.returncode == 0, f"{label}: the MPD is valid {schema.stderr[-300:] if schema.returncode else ''}")
    master = (folder / "master.m3u8").read_text()
    variants = re.findall(r"#EXT-X-STREAM-INF:(.*)\n(.+)", master)
    check(len(variants) == 1 and f'CODECS="{codecs}"' in variants[0][0] and "RESOLUTION" not in variants[0][0]
          and "VIDEO-RANGE" not in variants[0][0], f"{label}: HLS has one variant, of sound: {variants}")
    media = (folder / variants[0][1]).read_text()
    lengths = [float(length) for length in re.findall(r"#EXTINF:([\d.]+)", media)]
    sizes = [int(size) for size in re.findall(r"#EXT-X-BYTERANGE:(\d+)@", media)]
    peak = max(size * 8 / length for size, length in zip(sizes, lengths))
    check(abs(sum(lengths) - SECONDS) < 0.2 and 5 <= len(lengths) <= 6 and all(3.8 < length < 4.3 for length in lengths[:-1]),
          f"{label}: fragments are cut by time: {lengths}")
    check(peak <= bandwidth(variants[0][0]) < 1.02 * peak + 2000, f"{label}: BANDWIDTH is the true peak")


with tempfile.TemporaryDirectory(prefix="keyreel-sound-") as work:
    work = pathlib.Path(work)
    for name, (coding, codecs) in FORMS.items():
        song = work / name
        ffmpeg("-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}:sample_rate=48000", *coding, song)
        folder = work / f"of-{name}"
        PROGRAM.package(song, "--out", folder)
        check_manifests(folder, codecs, name)
        (made,) = folder.glob("audio-*.mp4")
        check(not list(folder.glob("video-*")), f"{name}: there is no picture")
        PROGRAM.breaks_no_rule(made)
        if name == "song.wav":
            continue
        check(sounds_like(made, song), f"{name}: decrypted and decoded it is the source")
    folder = work / "segments"
    PROGRAM.package(work / "song.flac", "--out", folder, "--segment-files", "time", "--scheme", "cbcs", "--rotate-segments", "2",
                    "--key", "11112233445566778899aabbccddeeff:11112233445566778899aabbccddeeff",
                    "--key", "22112233445566778899aabbccddeeff:22112233445566778899aabbccddeeff")
    check(len(list(folder.glob("audio-*/*.m4s"))) >= 5, "segment files, rotation and cbcs go with sound alone")
    PROGRAM.refused("media_no_video", work / "song.m4a", "--out", work / "ladder", "--ladder", "360")
    probed = PROGRAM.run("probe", work / "song.m4a")
    check("media_no_video" in probed.stdout, "what publishes films still asks for a picture")
print("all of it happened")
