#!/usr/bin/env python3
"""Every command of the command line: its help, exactly one JSON object when it succeeds, when it fails and when it is not
understood, the fields that programs rely on, and the exit status. A command that is not in the table fails this test."""

import hashlib
import json
import os
import pathlib
import re
import subprocess

from keyreel import CLI, DATA, check, cli, clip, down, folder, must, noise

KEYRING = pathlib.Path(__file__).resolve().parents[2] / "support" / "unlock-keyring"
STATUSES = {0, 1, 2, 3, 4, 5, 130}


def run(*arguments, profile="maker", text=None, json_form=True):
    done = subprocess.run([CLI, *(["--json"] if json_form else []), "--profile", profile, *map(str, arguments)],
                          capture_output=True, text=True, input=text if text is not None else "", timeout=240)
    return done.returncode, done.stdout, done.stderr


def one_object(out, what):
    """Exactly one JSON object and nothing else."""
    try:
        value, end = json.JSONDecoder().raw_decode(out.lstrip())
    except json.JSONDecodeError:
        check(False, f"{what}: standard output is one JSON object ({out[:200]!r})")
    check(isinstance(value, dict) and out.lstrip()[end:].strip() == "", f"{what}: one JSON object and nothing behind it")
    return value


def matches(value, schema):
    if isinstance(schema, dict):
        return isinstance(value, dict) and all(key in value and matches(value[key], kind) for key, kind in schema.items())
    if isinstance(schema, list):
        return isinstance(value, list) and all(matches(each, schema[0]) for each in value)
    if schema is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, schema) and not (schema is int and isinstance(value, bool))


def succeeds(path, schema, *arguments, **options):
    words = path.split()
    status, out, err = run(*words, *arguments, **options)
    value = one_object(out, path)
    check(status == 0 and value["ok"] is True and "error" not in value, f"{path}: done: status {status}, {out[:300]}, {err[-500:]}")
    check(matches(value, schema), f"{path}: has its fields ({out[:400]})")
    for line in err.splitlines():
        check(isinstance(json.loads(line), dict) if line.startswith("{") else True, "progress is JSON, too")
    SEEN[path].add("done")
    return value


def fails(path, code, wanted, *arguments, **options):
    words = path.split()
    status, out, _ = run(*words, *arguments, **options)
    value = one_object(out, f"{path} that fails")
    error = value.get("error", {})
    check(status == wanted and status in STATUSES, f"{path}: fails with {wanted} ({status}, {out[:300]})")
    check(value["ok"] is False and matches(error, {"code": str, "what": str, "next": str}), f"{path}: the error has three parts")
    check(error["code"] == code and re.fullmatch("[a-z][a-z0-9_]*", code), f"{path}: its code is {code} ({error['code']})")
    SEEN[path].add("failed")
    return value


def tree(*path):
    """Every command by its words, as --help tells of them."""
    status, out, err = run(*path, "--help", json_form=False)
    name = " ".join(path) or "the program"
    check(status == 0 and err == "" and f"Usage: keyreel-cli {' '.join([*path, ''])}".rstrip() in out, f"{name} has help")
    check(len(out.splitlines()[0]) >= 5, "that says what it is for")
    children = re.findall(r"^  ([a-z-]+)  ", out.split("Subcommands:")[1], re.M) if "Subcommands:" in out else []
    if not children:
        yield " ".join(path)
    for child in children:
        yield from tree(*path, child)


# Commands whose success takes a stage of its own, by the test that sets it.
RUN_BY = {"jobs list": "cancel_test", "jobs discard": "cancel_test", "unpublish": "cancel_test",
          "network use": "elsewhere_test", "device join": "device_test", "device add": "device_test",
          "device list": "device_test", "lease take": "lease_test", "reseal": "reseal_test", "edit": "edit_test", "export-keys": "edit_test", "preview": "preview_test", "lease list": "lease_test", "lease drop": "lease_test"}
LEAVES = list(tree())
SEEN = {leaf: set() for leaf in LEAVES}
check(len(LEAVES) >= 30, f"there are {len(LEAVES)} commands")
for leaf in LEAVES:
    status, out, _ = run(*leaf.split(), "--no-such-option")
    value = one_object(out, f"{leaf} --no-such-option")
    check(status == 2 and value["ok"] is False and value["error"]["code"] == "usage", "which is a usage error")
    status, out, err = run(*leaf.split(), "--no-such-option", json_form=False)
    check(status == 2 and out == "" and err, "told in words on standard error without --json")

PERSON = {"account": str, "fingerprint": str, "name": str, "device": str, "deviceName": str}
PASSWORD = "seven grey herons wait\n"

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=3, video=(*noise(), "-c:v", "libx264", "-g", "48", "-bf", "2"))
    notes = work / "notes.txt"
    notes.write_text("to buy: bread, film\n")
    missing = work / "missing"
    no_link = "keyreel://127.0.0.1:1/" + "0" * 32

    # Identity.
    fails("identity lock", "usage", 2, "superfluous")
    check(succeeds("identity show", {"state": str})["state"] == "first_run", "nobody is there yet")
    fails("identity rotate", "identity_missing", 4)
    fails("identity films", "identity_missing", 4)
    fails("library", "profile_name", 1, profile="../escape")
    made = succeeds("identity create", {"identity": PERSON}, "--name", "Mara")["identity"]
    fails("identity create", "identity_exists", 1, "--name", "Mara")
    succeeds("identity show", {"state": str, "identity": PERSON})
    fails("identity show", "phrase_not_in_json", 1, "--phrase")
    phrase = run("identity", "show", "--phrase", json_form=False)[1]
    check(len(phrase.split()) == 24, "the words are shown in words")
    fails("identity restore", "phrase_word_count", 1, profile="restored", text="one two three\n")
    back = succeeds("identity restore", {"identity": PERSON}, "--name", "Mara", profile="restored", text=phrase)["identity"]
    check(back["account"] == made["account"] and back["device"] != made["device"], "the same person on a new device")
    other = succeeds("identity create", {"identity": PERSON}, "--name", "Tomas", profile="viewer")["identity"]
    succeeds("identity rotate", {"version": int})
    kit = work / "mara.keyreel-kit"
    fails("identity kit create", "kit_password_short", 1, kit, text="short\n")
    succeeds("identity kit create", {"kit": str, "page": str, "bytes": int}, kit, text=PASSWORD)
    fails("identity kit restore", "kit_wrong_password", 1, kit, profile="kit", text="seven grey herons went\n")

    # Network.
    SERVICES = {"services": [{"name": str, "url": str, "pid": int, "running": bool}]}
    succeeds("network status", SERVICES)
    check(len(succeeds("network up", {"gateway": str, "threshold": int, **SERVICES})["services"]) == 4, "four services")
    for path in ("network up", "network down", "network status"):
        fails(path, "profile_name", 1, profile="../escape")

    # Files.
    TRACK = {"index": int, "kind": str, "codec": str, "language": str, "bitRate": int, "carried": bool, "reason": str,
             "selected": bool}
    looked = succeeds("probe", {"container": str, "seconds": float, "bytes": int, "bitRate": int, "title": str,
                                "coverArt": bool, "tracks": [TRACK]}, film)
    check([(track["kind"], track["carried"]) for track in looked["tracks"]] == [("video", True), ("audio", True)] and
          (looked["tracks"][0]["width"], looked["tracks"][0]["height"]) == (640, 360) and
          looked["tracks"][1]["sampleRate"] == 44100 and looked["bytes"] == film.stat().st_size and
          abs(looked["seconds"] - 3) < 0.2, f"probe says what the film is ({looked})")
    fails("probe", "media_not_recognised", 1, notes)
    key = "00112233445566778899aabbccddeeff:ffeeddccbbaa99887766554433221100"
    packaged = succeeds("package", {"folder": str, "scheme": str, "files": [{"name": str, "size": int}],
                                    "kid": str, "seconds": float, "keys": [{"label": str, "period": int, "kid": str}]},
                        film, "--out", work / "package", "--key", key)
    fails("package", "media_not_recognised", 1, notes, "--out", work / "none")
    fails("package", "time_invalid", 1, film, "--out", work / "none", "--from", "1:90")
    part = succeeds("package", {"folder": str, "remarks": [str]}, film, "--out", work / "part", "--from", "2.5")
    check(part["remarks"] == ["Begins at 0:02.000, the key frame before 0:02.500."], f"where a part begins is said ({part['remarks']})")
    for entry in packaged["files"]:
        content = (work / "package" / entry["name"]).read_bytes()
        check(entry["name"].endswith(".mp4") or entry["sha256"] == hashlib.sha256(content).hexdigest(),
              f"{entry['name']}: a track's file or one with its digest")
    video = work / "package" / "video-360p.mp4"
    succeeds("inspect", {"file": str, "size": int, "boxes": [dict], "tracks": [dict], "findings": [dict]}, video, "--check")
    fails("inspect", "file_missing", 1, missing)
    broken = work / "broken.mp4"
    content = bytearray(video.read_bytes())
    content[content.index(b"tenc") + 11] ^= 1  # default_isProtected
    broken.write_bytes(content)
    status, out, _ = run("inspect", broken, "--check")
    value = one_object(out, "inspect of a broken file")
    check(status == 1 and value["ok"] is False and value["error"]["code"], f"a broken file is no success ({out[-400:]})")
    succeeds("decrypt", {"output": str}, video, "--key", key, "-o", work / "clear.mp4")
    fails("decrypt", "key_missing", 1, video, "--key", "ff" * 16 + ":" + "ee" * 16, "-o", work / "never.mp4")
    check(not (work / "never.mp4").exists(), "and leaves nothing")

    # Publishing with a cover of one's own.
    cover = work / "cover.png"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", "color=c=red:size=320x180", "-frames:v", "1", cover],
                   check=True, stdin=subprocess.DEVNULL)
    store = DATA / "network" / "gateway" / "data" / "store" / "blobs"

    def pictures():
        return {path for path in store.rglob("*") if path.is_file() and path.read_bytes()[:3] == b"\xff\xd8\xff"}

    jobs = DATA / "profiles" / "maker" / "jobs"
    fails("publish", "media_part_empty", 1, film, "--title", "x", "--from", "5")
    fails("publish", "time_invalid", 1, film, "--title", "x", "--from", "2", "--to", "1")
    fails("publish", "image_not_recognised", 1, film, "--title", "x", "--cover", notes)
    fails("publish", "file_missing", 1, film, "--title", "x", "--cover", missing)
    check(not jobs.exists() or not any(jobs.iterdir()), "a cover that is no picture leaves no job")
    PUBLISHED = {"link": str, "job": str, "stages": {stage: float for stage in
                                                     ("analyze", "encrypt", "split_keys", "upload", "mint", "check")}}
    link = succeeds("publish", PUBLISHED, film, "--title", "Red", "--access", "granted", "--cover", cover)["link"]
    (picture,) = pictures()
    pixel = subprocess.run(["ffmpeg", "-v", "error", "-i", picture, "-vf", "scale=1:1", "-f", "rawvideo", "-pix_fmt", "rgb24",
                            "-"], check=True, capture_output=True, stdin=subprocess.DEVNULL).stdout
    check(pixel[0] > 200 and pixel[1] < 60 and pixel[2] < 60, f"the published cover is the one that was given ({list(pixel)})")

    # Access.
    fails("open", "no_access", 3, link, profile="viewer")
    fails("grant", "bad_link", 1, "keyreel://nowhere", other["account"])
    GRANT = {"account": str, "granted": bool}
    succeeds("grant", GRANT, link, other["account"])
    decoded = succeeds("open", {"open": dict, "decoded": {"sha256": [str]}}, link, "--frames", 5, profile="viewer")
    check(len(decoded["decoded"]["sha256"]) == 5, "five pictures were decoded")
    succeeds("proof list", {"proofs": [dict]}, profile="viewer")
    fails("proof list", "profile_name", 1, profile="../escape")
    proof = work / "opened.proof"
    succeeds("proof export", {"file": str, "name": str, "bytes": int}, proof, "--link", link, profile="viewer")
    fails("proof export", "file_exists", 1, proof, "--link", link, profile="viewer")
    succeeds("proof verify", {"id": str, "content": str, "title": str, "creator": str, "account": str, "device": str,
                              "opened": int, "threshold": int, "nodes": [{"name": str, "released": bool}]}, proof)
    fails("proof verify", "file_missing", 1, missing)
    check(cli("open", no_link, profile="viewer").status == 5, "a gateway that is not there is unreachable: status 5")
    RECEIVERS = {"nodes": [{"name": str, "url": str, "code": str}], "gateways": [{"name": str, "url": str, "code": str}]}
    succeeds("revoke", {**GRANT, **RECEIVERS}, link, other["account"])
    fails("revoke", "bad_link", 1, "keyreel://nowhere", other["account"])
    succeeds("library", {"films": [{"link": str, "title": str, "creator": str, "role": str, "durationMs": int}]})
    succeeds("identity films", {"films": [{"link": str, "title": str}], "unreachable": [dict]})
    succeeds("identity kit restore", {"account": str, "name": str, "files": [str], "films": [dict]}, kit, profile="kit",
             text=PASSWORD)
    succeeds("revoke-device", RECEIVERS, other["device"], profile="viewer")
    fails("revoke-device", "bad_account", 1, "nobody")

    # Trade.
    buyer = succeeds("identity create", {"identity": PERSON}, "--name", "Ann", profile="ann")["identity"]["account"]
    sold = cli("publish", film, "--title", "Tide", "--access", "buy-and-resell", "--price", "4.5", "--currency", "USDC",
               "--editions", "2")["link"]
    order = work / "ann.order"
    succeeds("order", {}, sold, order, profile="ann")
    fails("order", "bad_link", 1, "keyreel://nowhere", order, profile="ann")
    fails("sell", "not_creator", 3, sold, order, profile="ann")
    succeeds("sell", {}, sold, order)
    succeeds("holders", {"creator": str, "price": str, "currency": str, "editions": int, "held": int,
                         "holders": [{"account": str, "since": int, "before": [dict]}],
                         "sellers": [{"account": str, "supply": int, "used": int, "notAfter": int}], "royalties": dict}, sold)
    fails("holders", "bad_link", 1, "keyreel://nowhere")
    succeeds("openings", {"days": [{"day": str, "openings": int}]}, sold)
    fails("openings", "bad_link", 1, "keyreel://nowhere")
    succeeds("delegate", {}, sold, buyer, "--supply", "1", "--days", "7")
    fails("delegate", "not_creator", 3, sold, made["account"], "--supply", "1", profile="ann")
    fails("transfer", "not_holder", 3, sold, buyer)
    succeeds("transfer", {}, sold, other["account"], profile="ann")
    succeeds("royalty", {}, sold, buyer, "--units", "100")
    fails("royalty", "usage", 2, sold, buyer, "--units", "0")

    # Logs.
    succeeds("log verify", {"size": int, "root": str, "timestamp": int, "witnesses": [{"name": str, "view": str}]})
    record = DATA / "profiles" / "maker" / "audit.log"
    summary = succeeds("audit verify", {"records": int, "head": str, "key": str, "firstTime": int, "lastTime": int,
                                        "tornTailBytes": int}, record)
    check(summary["records"] == len(record.read_bytes().splitlines()) and summary["tornTailBytes"] == 0,
          "every record of the log is counted")
    lines = record.read_bytes().splitlines(keepends=True)
    for name, bytes_ in (("changed", lines[:2] + [lines[2].replace(b'"', b"'", 1)] + lines[3:]),
                         ("removed", lines[:2] + lines[3:]), ("swapped", lines[:2] + [lines[3], lines[2]] + lines[4:])):
        bad = work / f"{name}.log"
        bad.write_bytes(b"".join(bytes_))
        fails("audit verify", "audit_broken", 1, bad)
    torn = work / "torn.log"
    torn.write_bytes(b"".join(lines)[:-7])
    check(succeeds("audit verify", {}, torn)["tornTailBytes"] == len(lines[-1]) - 7, "a last write that was cut off is told")
    fails("audit verify", "file_missing", 1, missing)

    # The whole journey, and the manual.
    report = succeeds("journey", {"link": str, "stages": dict, "open": dict, "framesDecoded": int, "firstFrameMs": float,
                                  "png": str, "plaintext": {"files": int, "findings": int}, "seconds": float}, film, "--png",
                      work / "frame.png")
    check(report["framesEqualSource"] is True and (work / "frame.png").read_bytes()[:4] == b"\x89PNG", "bit for bit")
    fails("journey", "media_not_recognised", 1, notes)
    check("keyreel" in succeeds("manual", {"form": str, "text": str}, "bash")["text"], "the manual is text in JSON")
    fails("manual", "usage", 2, "latin")

    # The keyring: everything that needs it says so with status 4, and works again once it is open.
    check(succeeds("identity lock", {"locked": bool})["locked"] is True, "the keyring is locked")
    for path, arguments in (("open", [link]), ("publish", [film, "--title", "x"]), ("log verify", []), ("grant", [link, buyer]),
                            ("identity rotate", []), ("identity kit create", [work / "other.kit"])):
        fails(path, "keyring_locked", 4, *arguments)
    fails("identity show", "keyring_locked", 4)
    check(not (work / "other.kit").exists(), "nothing was written")
    succeeds("library", {"films": [dict]})  # Needs no key.
    fails("identity unlock", "keyring_denied", 4)  # Nobody is there to type the password.
    subprocess.run([KEYRING], check=True)
    check(succeeds("identity unlock", {"locked": bool})["locked"] is False, "with its password it is open")
    succeeds("open", {"open": dict}, link)

    check(succeeds("network down", {}) is not None, "the network is down")
    untold = {path: {"done", "failed"} - seen for path, seen in SEEN.items()
              if seen != {"done", "failed"} and path not in RUN_BY}
    check(not untold, f"every command was seen to succeed and to fail ({untold})")
print("all of it happened")
