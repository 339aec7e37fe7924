#!/usr/bin/env python3
"""What everyone may see of a film that is sold: one small clear clip, cut where its maker said, named and digested by the signed
manifest. It needs no key, a changed one is refused, and after kill -9 it is published once."""

import json
import pathlib
import struct
import subprocess

from keyreel import DATA, check, cli, clip, down, folder, must, told_cli

STORE = DATA / "network" / "gateway" / "data" / "store" / "blobs"
SOLD = ["--access", "buy-once", "--price", "4.50", "--currency", "USDC"]


def looked(path):
    said = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_entries",
                           "stream=codec_name,width,height,sample_aspect_ratio,nb_read_frames,duration:stream_side_data=rotation:format=duration",
                           "-of", "json", path], check=True, capture_output=True, text=True)
    check(said.stderr == "", f"ffprobe has nothing to complain about ({said.stderr[:300]})")
    value = json.loads(said.stdout)
    return {stream["codec_name"]: stream for stream in value["streams"]}, float(value["format"]["duration"])


def saved(link, path, profile="viewer"):
    answer = must(cli("preview", link, path, profile=profile), "its preview is fetched")
    return answer, path.read_bytes()


def turn(path):
    """By a quarter, in the header of the first track (ISO/IEC 14496-12 8.3.2); how to ask ffmpeg for it differs between versions."""
    content = bytearray(path.read_bytes())
    matrix = content.index(b"tkhd") + 44
    height = int.from_bytes(content[matrix + 40:matrix + 44], "big")
    content[matrix:matrix + 36] = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, height, 0, 1 << 30)
    path.write_bytes(content)


def first_picture(path, at=0.0, size="64x36"):
    """Grey, small enough for two codings to look alike."""
    return subprocess.run(["ffmpeg", "-v", "error", "-ss", str(at), "-i", path, "-frames:v", "1", "-vf",
                           f"scale={size.replace('x', ':')},format=gray", "-f", "rawvideo", "-"], check=True, capture_output=True).stdout


def unlike(one, other):
    return sum(abs(a - b) for a, b in zip(one, other)) / max(len(one), 1)


with folder() as work:
    work = pathlib.Path(work)
    film = work / "film.mp4"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=24:duration=24", "-f", "lavfi",
                    "-i", "sine=frequency=440:duration=24", "-c:v", "libx264", "-preset", "ultrafast", "-g", "48", "-pix_fmt", "yuv420p",
                    "-c:a", "aac", "-shortest", film], check=True, stdin=subprocess.DEVNULL)
    must(cli("identity", "create", "--name", "Mara"), "a maker")
    must(cli("identity", "create", "--name", "Ann", profile="viewer"), "a viewer")
    must(cli("network", "up"), "the network is up")

    def publish(title, *options, of=film):
        return cli("publish", of, "--title", title, *SOLD, *options)

    for wrong, code in (("10,4", "preview_invalid"), ("10,61", "preview_invalid"), ("10,x", "preview_invalid"), ("10,", "preview_invalid"),
                        ("20,5", "preview_invalid"), ("-1,5", "time_invalid"), ("x", "time_invalid"), ("3,5", "preview_invalid")):
        check(publish("x", "--from", "4", "--preview", wrong).code == code, f"--preview {wrong} is refused with {code}")
    check(not list((DATA / "profiles" / "maker" / "jobs").glob("*/journal.json")), "and leaves no job behind")

    link = must(publish("Ferry", "--from", "4", "--preview", "0:06.5,7"), "a part of a film is sold, with a preview")["link"]
    answer, clear = saved(link, work / "one.mp4")
    check(answer["seconds"] == 7, "whose length its manifest names")
    streams, duration = looked(work / "one.mp4")
    check(set(streams) == {"h264", "aac"}, f"H.264 and AAC ({list(streams)})")
    check((streams["h264"]["width"], streams["h264"]["height"]) == (640, 360), "as small as promised")
    check(int(streams["h264"]["nb_read_frames"]) == 7 * 24, f"exactly as long as asked ({streams['h264']['nb_read_frames']} pictures)")
    check(abs(duration - 7) < 0.06, f"and says so ({duration} s)")
    check(clear.index(b"moov") < clear.index(b"sidx") < clear.index(b"moof"), "that begins to play before it is there whole")
    near, far = (unlike(first_picture(work / "one.mp4"), first_picture(film, at)) for at in (6.5, 9.5))
    check(near < 3 and near < far / 2, f"from where it was said in the whole film ({near:.1f}, elsewhere {far:.1f})")
    check(unlike(first_picture(work / "one.mp4", 5), first_picture(film, 11.5)) < 3, "as one sees who jumps into it, too")
    check(cli("open", link, "--frames", "1", profile="viewer").code == "no_access", "the film itself stays closed")
    check(must(cli("openings", link), "its gateway counts openings")["days"] == [], "and the preview is none")
    check(cli("preview", link, work / "one.mp4", profile="viewer").code == "file_exists", "no file is written over")

    again = must(publish("Ferry again", "--from", "4", "--preview", "6.5,7"), "once more")["link"]
    check(saved(again, work / "two.mp4")[1] == clear, "the same clip, byte for byte")
    plain = must(publish("No preview"), "a film without one")["link"]
    check(cli("preview", plain, work / "none.mp4", profile="viewer").code == "preview_missing", "has none")
    check(not (work / "none.mp4").exists(), "and no file is made")
    must(cli("edit", link, "--title", "Night ferry"), "its words are changed")
    check(saved(link, work / "edited.mp4")[1] == clear, "and the preview stays")

    # Neither rotation nor the shape of pixels makes it wider or another picture.
    encoded = ["-c:v", "libx264", "-preset", "ultrafast"]
    for name, options, shape in (("anamorphic", ["-vf", "scale=720:576,setsar=64/45", *encoded], 16 / 9),
                                 ("turned", ["-c", "copy"], 16 / 9)):
        odd = work / f"{name}.mp4"
        subprocess.run(["ffmpeg", "-y", "-v", "error", "-t", "6", "-i", film, *options, odd], check=True, stdin=subprocess.DEVNULL)
        if name == "turned":
            turn(odd)
        saved(must(publish(name, "--preview", "0,5", of=odd), f"a film that is {name}")["link"], work / f"{name}-clip.mp4")
        of = looked(work / f"{name}-clip.mp4")[0]["h264"]
        was = looked(odd)[0]["h264"]
        num, den = map(int, of.get("sample_aspect_ratio", "1:1").split(":"))
        check(max(of["width"], of["height"], of["width"] * num / den) <= 640.5, f"is at most 640 wide ({of})")
        check(abs(of["width"] * num / den / of["height"] - shape) < 0.02, "in its shape")
        check(of.get("side_data_list") == was.get("side_data_list"), f"and as upright as it was ({of.get('side_data_list')})")
        check((name == "turned") == bool(was.get("side_data_list")), "as this film really is")

    # A gateway that serves another clip.
    blob = next(path for path in STORE.rglob("*") if path.is_file() and path.read_bytes() == clear)
    mode = blob.stat().st_mode
    blob.chmod(0o600)
    blob.write_bytes(clear[:-1] + bytes([clear[-1] ^ 1]))
    check(cli("preview", link, work / "changed.mp4", profile="viewer").code == "preview_changed", "a changed clip is refused")
    check(not (work / "changed.mp4").exists(), "and not written")
    blob.write_bytes(clear)
    blob.chmod(mode)
    saved(link, work / "back.mp4")

    for stage, status in (("analyze", "running"), ("encrypt", "running"), ("upload", "running"), ("mint", "done")):
        job, _ = told_cli("publish", film, "--title", f"Killed in {stage}", "--from", "4", "--preview", "6.5,7", *SOLD).kill_at(stage, status)
        resumed = must(cli("publish", "--resume", job), f"the job goes on after {stage} {status}")["link"]
        check(saved(resumed, work / f"{stage}.mp4")[1] == clear, "with the same clip")
        check(not list((DATA / "profiles" / "maker" / "jobs" / job).glob("preview*")), "which is left nowhere else")
    check(sum(path.is_file() and path.read_bytes() == clear for path in STORE.rglob("*")) == 1, "the gateway has it once")
    down()
print("all of it happened")
