#!/usr/bin/env python3
"""Every form of a package has an MPD that is valid by the XML schema of ISO/IEC 23009-1 (mpd.xsd, cenc.xsd), judged by xmllint, and
playlists that break no rule of RFC 8216bis (hls_rules.py); and both refuse what is not. Usage: manifests_test.py KEYREEL_CLI"""

import pathlib
import re
import subprocess
import sys
import tempfile

import hls_rules
from strangers import H264, KEY, KID, expect, run

SCHEMA = pathlib.Path(__file__).with_name("mpd.xsd")
WIDEVINE = "0000002a70737368" + "00000000edef8ba979d64acea3c827dcd51d21ed" + "0000000a" + "0102030405060708090a"
TEXTS = ["--text", "a.vtt,lang=de,label=Für \"Gäste\" & <Freunde>,role=caption,default", "--text", "a.vtt,lang=zh-Hant-TW,role=forced",
         "--text", "a.ttml,role=description"]
SOUND = ["--audio", "1,lang=en-GB,label=Main & more", "--audio", "2,lang=fr,role=description"]
ONE = ["--key", f"{KID}:{KEY}"]
FORMS = {
    "plain": ONE,
    "cbcs": [*ONE, "--scheme", "cbcs"],
    "cens": [*ONE, "--scheme", "cens"],
    "text and sound": [*ONE, *TEXTS, *SOUND],
    "ladder": [*ONE, "--ladder", "180,120,90"],
    "ladder with the source": [*ONE, "--ladder", "180,90", "--keep-source"],
    "ladder with a key per track": ["--key-layout", "track", "--ladder", "180,90", *TEXTS],
    "session keys": [*ONE, "--scheme", "cbcs", "--hls-session-keys", "--hls-key-uri", "skd://films/1"],
    "a commentary that plays by default": [*ONE, "--audio", "1,role=commentary,default,label=The \"same\" name", "--audio", "2,label=The \"same\" name"],
    "rotation": ["--rotate-seconds", "4", "--clear-lead", "2"],
    "headers of all systems": [*ONE, "--protection-systems", "common,widevine,playready", "--pssh", WIDEVINE],
    "trick play": [*ONE, "--trick-play", "--ladder", "180,90", "--thumbnails", "3", *TEXTS],
    "thumbnails": [*ONE, "--thumbnails", "1.5", *TEXTS],
    "no headers": [*ONE, "--protection-systems", "none"],
}


def film(path):
    """Pictures with B-frames of a shape that is not square, at a rate that is not whole, with sound in two languages."""
    run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=240x180:rate=24000/1001,setsar=4/3", "-f", "lavfi", "-i", "sine=440:sample_rate=48000",
         "-f", "lavfi", "-i", "sine=220:sample_rate=44100", "-map", "0", "-map", "1", "-map", "2", "-t", 9, *H264, "-g", "48", "-pix_fmt", "yuv420p",
         "-c:a", "aac", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra", path])
    return path


def faults(mpd):
    done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMA, mpd], capture_output=True, text=True)
    return done.stderr if done.returncode != 0 else ""


# What must be refused, made of a valid document: a pattern and what replaces its first place.
BROKEN = {
    "without profiles": (r' profiles="[^"]*"', ""),
    "without a buffer time": (r' minBufferTime="[^"]*"', ""),
    "a length that is none": (r'(mediaPresentationDuration=)"[^"]*"', r'\1"9 s"'),
    "an attribute that nobody knows": (r"<Period ", '<Period colour="red" '),
    "a role before accessibility": (r"(<Accessibility[^>]*/>\s*)(<Role[^>]*/>)", r"\2\1"),
    "a label behind roles": (r"(<Label>[^<]*</Label>\s*)((?:<(?:Accessibility|Role)[^>]*/>\s*)+)", r"\2\1"),
    "protection behind labels": (r"(<ContentProtection[^>]*/>)", r"<Label>x</Label>\1"),
    "a key id that is none": (r'(cenc:default_KID=)"[^"]*"', r'\1"00112233445566778899aabbccddeeff"'),
    "a header that is none": (r"<cenc:pssh>[^<]*<", "<cenc:pssh>not base64!<"),
    "no bandwidth": (r' bandwidth="[^"]*"', ""),
    "two tracks of one name": (r'(<Representation id=)"text-[^"]*"', r'\1"audio-fr-2"'),
    "a language that is none": (r' lang="[^"]*"', ' lang="not a language"'),
    "a shape that is none": (r' sar="[^"]*"', ' sar="4/3"'),
    "a rate that is none": (r' frameRate="[^"]*"', ' frameRate="23.976"'),
}
BROKEN_ON_DEMAND = {"a range that is none": (r'indexRange="[^"]*"', 'indexRange="all"')}
BROKEN_LIVE = {
    "a segment without a length": (r'(<S[^>]*) d="[^"]*"', r"\1"),
    "a name by what nobody knows": (r'media="\$RepresentationID\$', 'media="$Label$'),
}

# The same for playlists: a file of the form "ladder with a key per track", a pattern and what replaces its first place.
BROKEN_LISTS = {
    "a bandwidth below the peak": ("master", r"BANDWIDTH=\d+", "BANDWIDTH=1000"),
    "an attribute twice": ("master", r"(,CODECS=\"[^\"]*\")", r"\1\1"),
    "a number in quotes": ("master", r"RESOLUTION=(\w+)", r'RESOLUTION="\1"'),
    "a group that is not there": ("master", r',AUDIO="[^"]*"', ',AUDIO="other"'),
    "a default that is not chosen": ("master", r"DEFAULT=YES,AUTOSELECT=YES", "DEFAULT=YES,AUTOSELECT=NO"),
    "two of one name": ("master", r'(TYPE=SUBTITLES,[^\n]*NAME=)"[^"]*"([^\n]*\n[^\n]*NAME=)"[^"]*"', r'\1"a"\2"a"'),
    "a playlist that is not there": ("master", r"\nvideo-180p.m3u8", "\nvideo-181p.m3u8"),
    "a segment above the target": ("video-180p", r"TARGETDURATION:\d+", "TARGETDURATION:1"),
    "a segment without a length": ("video-180p", r"#EXTINF:[^\n]*\n", ""),
    "segments without initialization": ("video-180p", r"#EXT-X-MAP[^\n]*\n", ""),
    "a rung that is cut elsewhere": ("video-90p", r"(#EXTINF:[^\n]*\n(?:#EXT-X-BYTERANGE[^\n]*\n)?video[^\n]*\n)", ""),
    "no end": ("audio-eng-1", r"#EXT-X-ENDLIST\n", ""),
    "a key without an address": ("audio-eng-1", r'(#EXT-X-KEY:METHOD=[A-Z-]+),URI="[^"]*"', r"\1"),
    "key frames that are not only such": ("video-90p-iframes", r"#EXT-X-I-FRAMES-ONLY\n", ""),
}


def refuse_broken_lists(work, naming):
    out = work / f"{naming}-ladder-with-a-key-per-track"
    for what, (name, pattern, instead) in BROKEN_LISTS.items():
        playlist = out / f"{name}.m3u8"
        whole = playlist.read_text()
        broken, places = re.subn(pattern, instead, whole, count=1)
        expect(places == 1, f"segment files {naming}: there is something to break for \"{what}\"")
        playlist.write_text(broken)
        expect(hls_rules.faults(out), f"segment files {naming}: {what} is refused")
        playlist.write_text(whole)


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        source = film(work / "film.mp4")
        (work / "a.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:05.000\nHello\n")
        (work / "a.ttml").write_text('<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="3s">Hi</p></div></body></tt>')
        for naming in ("none", "number", "time"):
            for name, options in FORMS.items():
                out = work / f"{naming}-{name.replace(' ', '-')}"
                options = [str(work / o) if re.match(r"a\.(vtt|ttml)", o) else o for o in options]
                run([cli, "package", source, "--out", out, "--segment-files", naming, "--preset", "ultrafast", *options])
                found = faults(out / "stream.mpd")
                expect(not found, f"{name}, segment files {naming}: the MPD is valid {found}")
                if name == "cens":
                    expect(not list(out.glob("*.m3u8")), f"{name}, segment files {naming}: no playlists, HLS has no method for it")
                    continue
                found = hls_rules.faults(out)
                expect(not found, f"{name}, segment files {naming}: the playlists break no rule {found}")
            whole = (work / f"{naming}-text-and-sound" / "stream.mpd").read_text()
            for what, (pattern, instead) in {**BROKEN, **(BROKEN_ON_DEMAND if naming == "none" else BROKEN_LIVE)}.items():
                broken, places = re.subn(pattern, instead, whole, count=1)
                expect(places == 1, f"segment files {naming}: there is something to break for \"{what}\"")
                (work / "broken.mpd").write_text(broken)
                expect(faults(work / "broken.mpd"), f"segment files {naming}: {what} is refused")
            refuse_broken_lists(work, naming)


if __name__ == "__main__":
    main(*sys.argv[1:])
