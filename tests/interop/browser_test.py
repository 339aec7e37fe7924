#!/usr/bin/env python3
"""Chromium plays our packages with ClearKey, through Shaka Player, dash.js and hls.js; the picture on the screen must be the film's.
Usage: browser_test.py KEYREEL_CLI NPM_FOLDER"""

import base64
import pathlib
import subprocess
import sys
import tempfile

from browser import Chromium, serve
from strangers import AV1, H264, KEY, KID, QUARTERS, VP9, WRONG, clip, expect, package, run

VTT = "WEBVTT\n\n00:01.000 --> 00:03.000\nFirst words\n\n00:05.500 --> 00:08.000\nLater words\n"
TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="fr"><body><div><p begin="1s" end="3s">Premier</p><p begin="5.5s" end="8s">Second</p></div></body>
</tt>"""
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}
AT = 6.5  # The second that is looked at: in the second segment, between key frames.
WIDTH, HEIGHT = 640, 360  # Of the video element, at the top left of the page.


def pixels(png):
    """The page's pixels as rows of RGB, from a screenshot in base64."""
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", "-", "-vf", f"crop={WIDTH}:{HEIGHT}:0:0", "-f", "rawvideo", "-pix_fmt",
                           "rgb24", "-"], input=base64.b64decode(png), capture_output=True, check=True)
    return done.stdout


def shows_film(png):
    data = pixels(png)
    for colour, (across, down) in QUARTERS.items():
        at = 3 * (int(down * HEIGHT) * WIDTH + int(across * WIDTH))
        if any(abs(have - want) > 40 for have, want in zip(data[at:at + 3], COLOURS[colour])):
            return False
    return True


def players(scheme):
    return {
        "Shaka Player (DASH)": f"playWithShaka('/film/{scheme}/stream.mpd', {{'{KID}': '{KEY}'}}, {AT})",
        "dash.js (DASH)": f"playWithDashJs('/film/{scheme}/stream.mpd', {{'{KID}': '{KEY}'}}, {AT})",
        "hls.js (HLS)": f"playWithHls('/film/{scheme}/master.m3u8', {{'{KID}': '{KEY}'}}, {AT})",
    }


def subtitles(cli, work, film, browser, address):
    """The words in both forms, clear beside the encrypted film, in both layouts, in players for DASH and for HLS."""
    (work / "en.vtt").write_text(VTT)
    (work / "fr.ttml").write_text(TTML)
    for layout in ("none", "number", "time"):
        vtt, ttml = ["--text", f"{work / 'en.vtt'},lang=en,role=caption,label=English"], ["--text", f"{work / 'fr.ttml'},role=forced"]
        # hls.js takes all subtitles of a film for one form, the one that CODECS names alone.
        for name, texts in (("text", vtt + ttml), ("ttml", ttml)):
            run([cli, "package", film, "--out", work / f"{name}-{layout}", "--key", f"{KID}:{KEY}", "--segment-files", layout, *texts])
        for source, language, at, words in (("text-{}/stream.mpd", "en", 6, "Later words"), ("text-{}/stream.mpd", "fr", 6, "Second"),
                                            ("text-{}/master.m3u8", "en", 6, "Later words"), ("ttml-{}/master.m3u8", "fr", 2, "Premier")):
            function, player = ("textWithHls", "hls.js") if source.endswith("m3u8") else ("textWithShaka", "Shaka Player")
            browser.open(address + "/index.html")
            done = browser.evaluate(f"{function}('/film/{source.format(layout)}', {{'{KID}': '{KEY}'}}, '{language}', {at})")
            expect(words in done.get("words", ""), f"{layout} {player}: the {language} words are there ({done})")


def codings(cli, work, browser, address):
    """The codings that Chromium has beside H.264 and AAC. Those of HEVC, AC-3 and E-AC-3 are in no free build of it."""
    for name, video, sound in (("VP9 and Opus", VP9, ["libopus"]), ("AV1 and FLAC", AV1, ["flac", "-strict", "-2"])):
        film = clip(work / f"{name}.mp4", video, 9, sound)
        for scheme in ("cenc", "cbcs"):
            out = f"{name.split()[0]}-{scheme}"
            package(cli, film, work / out, scheme)
            for player, play in players(out).items():
                browser.open(address + "/index.html")
                done = browser.evaluate(play)
                expect(abs(done.get("mediaTime", 0) - AT) < 0.1 and shows_film(browser.screenshot()),
                       f"{name}, {scheme}, {player}: the screen shows the film ({done})")


def sound_alone(cli, work, browser, address):
    """A package without a picture, of one track and of two languages, in players for DASH and for HLS."""
    for language, tone in (("eng", 440), ("deu", 550)):
        run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"sine=frequency={tone}:duration=13:sample_rate=48000", "-c:a", "aac",
             "-metadata:s:a:0", f"language={language}", work / f"{language}.m4a"])
    for name, songs in (("one-sound", ["eng"]), ("two-sounds", ["eng", "deu"])):
        run([cli, "package", *(work / f"{song}.m4a" for song in songs), "--out", work / name, "--key", f"{KID}:{KEY}"])
        for player, play in players(name).items():
            browser.open(address + "/index.html")
            done = browser.evaluate(play)
            expect(done.get("mediaTime", 0) > AT and done["width"] == 0 and abs(done["duration"] - 13) < 0.2 and done["heard"] > 5000,
                   f"{name} {player} plays and seeks ({done})")


def main(cli, npm):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        film = clip(work / "film.mp4", H264, 9)
        for scheme in ("cenc", "cbcs"):
            package(cli, film, work / scheme, scheme)
        address = serve({"/npm/": pathlib.Path(npm) / "node_modules", "/film/": work,
                         "/": pathlib.Path(__file__).resolve().parent / "page"})
        browser = Chromium()
        try:
            for scheme in ("cenc", "cbcs"):
                for player, play in players(scheme).items():
                    browser.open(address + "/index.html")
                    expect(not shows_film(browser.screenshot()), f"{scheme} {player}: nothing is shown before it plays")
                    done = browser.evaluate(play)
                    expect(abs(done.get("mediaTime", 0) - AT) < 0.1 and done["width"] == 320 and abs(done["duration"] - 9) < 0.1,
                           f"{scheme} {player} plays and seeks ({done})")
                    expect(shows_film(browser.screenshot()), f"{scheme} {player}: the screen shows the film")
                browser.open(address + "/index.html")
                done = browser.evaluate(f"playWithShaka('/film/{scheme}/stream.mpd', {{'{KID}': '{WRONG}'}}, {AT})")
                expect("thrown" in done and not shows_film(browser.screenshot()), f"{scheme}: a wrong key shows nothing")
            codings(cli, work, browser, address)
            sound_alone(cli, work, browser, address)
            subtitles(cli, work, film, browser, address)
            for layout in ("number", "time"):
                for player, play in players(f"text-{layout}").items():
                    browser.open(address + "/index.html")
                    done = browser.evaluate(play)
                    expect(abs(done.get("mediaTime", 0) - AT) < 0.1 and shows_film(browser.screenshot()),
                           f"segment files by {layout}, {player}: the screen shows the film ({done})")
        finally:
            browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
