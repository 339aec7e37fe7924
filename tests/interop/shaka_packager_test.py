#!/usr/bin/env python3
"""Shaka Packager decrypts our packages and we decrypt its output; every packet must be the source's.
Usage: shaka_packager_test.py KEYREEL_CLI NPM_FOLDER"""

import pathlib
import sys
import tempfile

from strangers import H264, HEVC, KEY, KID, clip, expect, package, packets, run, shaka_packager

SCHEMES = ["cenc", "cbc1", "cens", "cbcs"]


def main(cli, npm):
    packager = shaka_packager(npm)
    keys = ["--keys", f"label=:key_id={KID}:key={KEY}", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for name, coding in (("h264", H264), ("hevc", HEVC)):
            film = clip(work / f"{name}.mp4", coding)
            source = {stream: packets(film, stream) for stream in ("v", "a")}
            expect(len(source["v"]) == 144, f"{name}: the source has its pictures")
            for scheme in SCHEMES:
                ours = package(cli, film, work / f"{name}-{scheme}", scheme)
                for track, stream, kind in zip(ours, ("v", "a"), ("video", "audio")):
                    clear = work / "clear.mp4"
                    run([packager, f"in={track},stream={kind},output={clear}", "--enable_raw_key_decryption", *keys])
                    expect(packets(clear, stream) == source[stream], f"{name} {scheme} {kind}: shaka-packager decrypts ours")
            for scheme in SCHEMES:
                tracks = {stream: work / f"{name}-{scheme}-{stream}.mp4" for stream in ("v", "a")}
                run([packager, f"in={film},stream=video,output={tracks['v']}", f"in={film},stream=audio,output={tracks['a']}",
                     "--enable_raw_key_encryption", "--clear_lead", "2", "--segment_duration", "2", "--protection_scheme",
                     scheme, *keys])
                for stream, track in tracks.items():
                    expect(packets(track, stream) != source[stream], f"{name} {scheme} {stream}: theirs is protected")
                    clear = work / "clear.mp4"
                    run([cli, "decrypt", track, "--key", f"{KID}:{KEY}", "--force", "-o", clear])
                    expect(packets(clear, stream) == source[stream], f"{name} {scheme} {stream}: we decrypt shaka-packager's")


if __name__ == "__main__":
    main(*sys.argv[1:])
