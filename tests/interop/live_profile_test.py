#!/usr/bin/env python3
"""Segment files (DASH live profile): what ffmpeg reads from the initialization segment and all segments in the MPD's order is the film;
the names, times and lengths are the MPD's. Usage: live_profile_test.py KEYREEL_CLI"""

import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

from strangers import H264, KEY, KID, clip, expect, packets, run

DASH = {"d": "urn:mpeg:dash:schema:mpd:2011"}


def representations(mpd):
    for adaptation in tree.parse(mpd).getroot().findall("d:Period/d:AdaptationSet", DASH):
        yield from adaptation.findall("d:Representation", DASH)


def segments(representation):
    """Name, begin and length in seconds of each segment, by the rules of ISO/IEC 23009-1 section 5.3.9."""
    template = representation.find("d:SegmentTemplate", DASH)
    scale, number, time = int(template.get("timescale")), int(template.get("startNumber", "1")), 0
    found = []
    for entry in template.findall("d:SegmentTimeline/d:S", DASH):
        time = int(entry.get("t", time))
        for _ in range(int(entry.get("r", "0")) + 1):
            name = template.get("media").replace("$RepresentationID$", representation.get("id"))
            found.append((name.replace("$Number$", str(number)).replace("$Time$", str(time)), time / scale, int(entry.get("d")) / scale))
            number, time = number + 1, time + int(entry.get("d"))
    return template.get("initialization").replace("$RepresentationID$", representation.get("id")), found


def listed(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def check(cli, work, film, naming, scheme):
    out = work / f"{naming}-{scheme}"
    options = ["--key", f"{KID}:{KEY}", "--scheme", scheme, "--segment-files", naming, "--text", work / "a.vtt"]
    run([cli, "package", film, "--out", out, *options])
    spans = {}
    for representation in representations(out / "stream.mpd"):
        label = representation.get("id")
        init, found = segments(representation)
        whole = b"".join((out / name).read_bytes() for name in [init] + [name for name, _, _ in found])
        for name, _, _ in found:
            expect((out / name).read_bytes()[4:8] == b"styp", f"{naming} {scheme}: {name} is a segment")
        expect(sorted(p.name for p in (out / label).iterdir()) == sorted(pathlib.Path(name).name for name in [init] + [name for name, _, _ in found]),
               f"{naming} {scheme}: {label} has the MPD's segments and no others")
        joined, clear = work / "joined.mp4", work / "clear.mp4"
        joined.write_bytes(whole)
        expect("No rule is broken." in run([cli, "inspect", "--check", joined]).stdout, f"{naming} {scheme}: {label} breaks no rule")
        spans[label] = [(round(begin, 1), round(length, 1)) for _, begin, length in found]
        playlist = (out / f"{label}.m3u8").read_text()
        lengths = [float(length) for length in re.findall(r"#EXTINF:([\d.]+)", playlist)]
        expect(all(abs(a - b[2]) < 0.001 for a, b in zip(lengths, found)) and len(lengths) == len(found), f"{naming} {scheme}: {label}.m3u8 has the MPD's lengths")
        if label.startswith("text"):
            continue
        names = [line for line in playlist.splitlines() if line and not line.startswith("#")]
        expect(names == [name for name, _, _ in found] and "BYTERANGE" not in playlist, f"{naming} {scheme}: {label}.m3u8 has the MPD's segments")
        run([cli, "decrypt", joined, "--key", f"{KID}:{KEY}", "--force", "-o", clear])
        stream = label[0]
        expect(packets(clear, stream) == packets(film, stream), f"{naming} {scheme}: {label} is the film")
        begins = run(["ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", "packet=pts_time", "-of", "csv=p=0", clear]).stdout
        times = sorted(float(line.strip(",")) for line in begins.split())
        for _, begin, _ in found:
            expect(any(abs(time - begin) < 0.002 for time in times), f"{naming} {scheme}: a sample of {label} is shown at {begin}")
    expect(len(set(map(str, spans.values()))) == 1 and len(spans) == 3, f"{naming} {scheme}: all tracks are cut alike ({spans})")
    before = listed(out)
    run([cli, "package", film, "--out", out, *options])
    expect(listed(out) == before, f"{naming} {scheme}: packaging again replaces all of it and leaves nothing else")
    mine = next(out.glob("video-*p")) / "mine.txt"
    mine.write_text("mine")
    refused = run([cli, "package", film, "--out", out, *options], check=False)
    expect(refused.returncode != 0 and mine.exists(), f"{naming} {scheme}: a folder with other files is left alone")


def check_full_disk(cli, work, film):
    """A limit on the size of a file stands for the end of the disk, at every place where it can come."""
    for naming in ("none", "number"):
        out = work / f"full-{naming}"
        command = [str(part) for part in (cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", "--segment-files", naming)]
        run(command)
        before = {name: (out / name).read_bytes() for name in listed(out)}
        largest = max(len(content) for content in before.values())
        refusals = 0
        for limit in (0, 100, 700, 1500, 5000, largest // 2, largest - 1):

            def bound(most=limit):
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
                import signal
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, preexec_fn=bound)
            refusals += done.returncode != 0
            now = {name: (out / name).read_bytes() for name in listed(out)}
            expect(done.returncode != 0 and now == before, f"{naming}: no room behind {limit} bytes leaves the old package as it was ({done.returncode})")
        fresh = work / "fresh"
        done = subprocess.run([part if part != str(out) else str(fresh) for part in command], stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, preexec_fn=bound)
        expect(done.returncode != 0 and not fresh.exists() and refusals == 7, f"{naming}: and nothing where there was nothing")


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "a.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:05.000\nHello\n")
        film = clip(work / "film.mp4", H264, 9)
        for naming in ("number", "time"):
            for scheme in ("cenc", "cbcs"):
                check(cli, work, film, naming, scheme)
        check_full_disk(cli, work, film)


if __name__ == "__main__":
    main(*sys.argv[1:])
