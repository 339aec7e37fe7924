#!/usr/bin/env python3
"""Raw H.264 and HEVC streams, which store no times, are packaged as they are: every picture that ffmpeg decodes of the stream,
in the order and at the times that its picture order says, at the rate that it states or that --frame-rate gives."""

import pathlib
import sys
import tempfile

from support import KEY, Program, check, ffmpeg, hashes, shown_times

PROGRAM = Program(pathlib.Path(sys.argv[1]))
SOURCE = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate={rate}:duration=9"]
X264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "50"]
X265 = ["-c:v", "libx265", "-preset", "medium"]
FORMS = {
    "pyramid.h264": ("25", [*X264, "-preset", "medium", "-bf", "3"]),
    "plain.h264": ("30000/1001", [*X264, "-preset", "ultrafast", "-bf", "0"]),
    "slices.h264": ("50", [*X264, "-preset", "fast", "-x264-params", "slices=4:keyint=100"]),
    "interlaced.h264": ("25", [*X264, "-x264-params", "interlaced=1:keyint=50"]),
    "pyramid.hevc": ("24000/1001", [*X265, "-pix_fmt", "yuv420p", "-x265-params", "log-level=none:open-gop=0:keyint=48"]),
    "ten.hevc": ("25", [*X265, "-pix_fmt", "yuv420p10le", "-x265-params", "log-level=none:open-gop=0:keyint=50:bframes=8"]),
}


def stream(work, name, rate, options):
    film = work / name
    ffmpeg(*(part.format(rate=rate) for part in SOURCE), *options, film)
    return film


def microseconds(rate, number):
    above, _, below = rate.partition("/")
    return round(number * int(below or 1) * 1e6 / int(above))


def check_times(made, rate, label):
    """The pictures are shown one after the other at `rate`, without a gap."""
    times = sorted(shown_times(made, "v:0", "-decryption_key", KEY))
    wanted = [microseconds(rate, number) for number in range(len(times))]
    check(all(abs(time - want) <= 1 for time, want in zip(times, wanted)), f"{label}: {len(times)} pictures at {rate} a second")


with tempfile.TemporaryDirectory(prefix="keyreel-raw-") as work:
    work = pathlib.Path(work)
    for name, (rate, options) in FORMS.items():
        film = stream(work, name, rate, options)
        (track,) = PROGRAM.probe(film)["tracks"]
        check(track["carried"], f"{name}: is carried {track['reason']}")
        PROGRAM.package(film, "--out", work / f"of-{name}")
        (made,) = (work / f"of-{name}").glob("video-*.mp4")
        PROGRAM.breaks_no_rule(made)
        source = hashes(film, "0:v:0")
        check(len(source) > 200 and source == hashes(made, "0:v:0", "-decryption_key", KEY), f"{name}: {len(source)} pictures are the stream's")
        check_times(made, rate, name)

    film = work / "pyramid.h264"
    PROGRAM.package(film, "--out", work / "faster", "--frame-rate", "30000/1001")
    (made,) = (work / "faster").glob("video-*.mp4")
    check_times(made, "30000/1001", "--frame-rate goes before what the stream says")

    silent = stream(work, "silent.hevc", "25", [*X265, "-x265-params", "log-level=none:open-gop=0:no-vui-timing-info=1"])
    PROGRAM.refused("media_no_frame_rate", silent, "--out", work / "silent")
    check("--frame-rate" in PROGRAM.run("package", silent, "--out", work / "silent").stdout, "the error names the option")
    check(not (work / "silent").exists(), "nothing is left behind")
    PROGRAM.package(silent, "--out", work / "silent", "--frame-rate", "50")
    (made,) = (work / "silent").glob("video-*.mp4")
    check_times(made, "50", "the rate of a stream that states none")
    for wrong in ("0", "25/0", "25fps", "1/25", "2000", "-25", "30000/1001/2"):
        PROGRAM.refused("frame_rate_invalid", film, "--out", work / "wrong", "--frame-rate", wrong)

    # What cannot be carried is encoded anew and says why, at the right rate.
    opened = stream(work, "open.hevc", "25", [*X265, "-x265-params", "log-level=none:open-gop=1:keyint=50:bframes=3"])
    changed = work / "changed.h264"
    changed.write_bytes(film.read_bytes() + stream(work, "other.h264", "25", [*X264, "-profile:v", "baseline"]).read_bytes())
    for film, word in ((opened, "open"), (changed, "changes")):
        (track,) = PROGRAM.probe(film)["tracks"]
        check(not track["carried"] and word in track["reason"], f"{film.name}: {track['reason']}")
        PROGRAM.package(film, "--out", work / f"of-{film.name}", "--preset", "ultrafast")
        (made,) = (work / f"of-{film.name}").glob("video-*.mp4")
        PROGRAM.breaks_no_rule(made)
        check(len(hashes(made, "0:v:0", "-decryption_key", KEY)) == len(hashes(film, "0:v:0")), f"{film.name}: no picture is lost")
        check_times(made, "25", film.name)
print("all of it happened")
