#!/usr/bin/env python3
"""GStreamer's and VLC's demuxers read what Keyreel packaged and decrypted: the pictures that come out are the film's, to the bit, and the
sound is as long. Usage: demuxers_test.py KEYREEL_CLI"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

from strangers import AV1, H264, HEVC, KEY, KID, VP9, clip, expect, run

CODINGS = {"H.264": H264, "HEVC": HEVC, "VP9": VP9, "AV1": AV1}
SOUNDS = {"AAC": ["aac"], "Opus": ["libopus"], "FLAC": ["flac", "-strict", "-2"], "AC-3": ["ac3"], "E-AC-3": ["eac3"], "MP3": ["libmp3lame"]}
NOBODY = 65534


def pictures(path):
    """Of all pictures, decoded by ffmpeg."""
    raw = subprocess.run(["ffmpeg", "-v", "quiet", "-i", path, "-map", "0:v", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"],
                         stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout
    return len(raw), hashlib.sha256(raw).hexdigest()


def by_gstreamer(path, work):
    out = work / "gstreamer.yuv"
    run(["gst-launch-1.0", "-q", "filesrc", f"location={path}", "!", "qtdemux", "name=d", "d.video_0", "!", "queue", "!", "decodebin", "!",
         "videoconvert", "!", "video/x-raw,format=I420", "!", "filesink", f"location={out}"])
    raw = out.read_bytes()
    return len(raw), hashlib.sha256(raw).hexdigest()


def sound_by_gstreamer(path, work):
    """Seconds of sound."""
    out = work / "gstreamer.raw"
    run(["gst-launch-1.0", "-q", "filesrc", f"location={path}", "!", "qtdemux", "name=d", "d.audio_0", "!", "queue", "!", "decodebin", "!",
         "audioconvert", "!", "audio/x-raw,format=S16LE,channels=1", "!", "filesink", f"location={out}"])
    return out.stat().st_size / 2 / 48000


def by_vlc(path, work):
    """VLC's demuxer and packetizer write the stream into Matroska, whose pictures count. VLC does not run as root."""
    out = work / "vlc.mkv"
    out.unlink(missing_ok=True)
    as_somebody = {"user": NOBODY} if os.geteuid() == 0 else {}
    subprocess.run(["cvlc", "-I", "dummy", path, "--sout", f"#std{{access=file,mux=mkv,dst={out}}}", "vlc://quit"], check=True, timeout=120,
                   env={**os.environ, "HOME": str(work)}, stdin=subprocess.DEVNULL, capture_output=True, **as_somebody)
    return pictures(out)


def check_sounds(cli, work):
    """Every coding of sound, all of them in one film."""
    film, out, clear = work / "sounds.mp4", work / "sounds", work / "sound.mp4"
    codecs = [option for i, (codec, *more) in enumerate(SOUNDS.values()) for option in (f"-c:a:{i}", codec, *more)]
    run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=160x90:rate=24", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000", "-map", "0",
         *(["-map", "1"] * len(SOUNDS)), "-t", 6, *H264, "-g", "48", "-pix_fmt", "yuv420p", *codecs, film])
    for scheme in ("cenc", "cbcs"):
        run([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", "--scheme", scheme])
        for number, coding in enumerate(SOUNDS, 1):
            run([cli, "decrypt", next(out.glob(f"audio-*-{number}.mp4")), "--key", f"{KID}:{KEY}", "--force", "-o", clear])
            heard = sound_by_gstreamer(clear, work)
            expect(abs(heard - 6) < 0.1, f"{coding} {scheme}: GStreamer reads all of the sound ({heard:.3f} s)")


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        work.chmod(0o777)
        for coding, video in CODINGS.items():
            film = clip(work / f"{coding}.mp4", video)
            wanted = pictures(film)
            for scheme in ("cenc", "cbcs"):
                out, clear, sound = work / f"{coding}-{scheme}", work / "clear.mp4", work / "sound.mp4"
                run([cli, "package", film, "--out", out, "--key", f"{KID}:{KEY}", "--scheme", scheme])
                for source, to in ((next(out.glob("video-*.mp4")), clear), (next(out.glob("audio-*.mp4")), sound)):
                    run([cli, "decrypt", source, "--key", f"{KID}:{KEY}", "--force", "-o", to])
                    to.chmod(0o644)
                expect(by_gstreamer(clear, work) == wanted, f"{coding} {scheme}: GStreamer shows the film's pictures")
                expect(by_vlc(clear, work) == wanted, f"{coding} {scheme}: VLC reads the film's pictures")
                heard = sound_by_gstreamer(sound, work)
                expect(abs(heard - 6) < 0.1, f"{coding} {scheme}: GStreamer reads all of the sound ({heard:.3f} s)")
        check_sounds(cli, work)


if __name__ == "__main__":
    main(*sys.argv[1:])
