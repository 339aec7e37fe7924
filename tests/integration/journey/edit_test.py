#!/usr/bin/env python3
"""What is public of a film changes after it is out: its maker signs other words, tags and another poster. The link, the keys and
the encrypted parts stay, whoever watches goes on, and nobody else can do it."""

import base64
import hashlib
import json
import pathlib
import re
import ssl
import subprocess
import urllib.request

from keyreel import DATA, check, cli, clip, down, folder, must, source_hashes

STORE = DATA / "network" / "gateway" / "data" / "store" / "blobs"


def blobs():
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in STORE.rglob("*") if path.is_file()}


def picture(work, colour):
    path = work / f"{colour}.png"
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i", f"color=c={colour}:size=320x180", "-frames:v", "1", path],
                   check=True, stdin=subprocess.DEVNULL)
    return path


def listed(link):
    """What the gateway's catalogue says of the film."""
    gateway, content = link.replace("keyreel://", "https://").rsplit("/", 1)
    trust = ssl.create_default_context(cafile=str(DATA / "network" / "authority.pem"))
    with urllib.request.urlopen(f"{gateway}/v1/assets/{content}", context=trust) as answer:
        entry = json.load(answer)
    with urllib.request.urlopen(f"{gateway}/v1/assets?search=harbour", context=trust) as answer:
        found = [each["contentId"] for each in json.load(answer)["assets"]]
    return entry, content in found


with folder() as work:
    work = pathlib.Path(work)
    film = clip(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    must(cli("identity", "create", "--name", "Ann", profile="viewer"), "another")
    must(cli("network", "up"), "the network is up")
    for wrong in ("a" * 65, "a\x01b"):
        check(cli("publish", film, "--title", "x", "--tag", wrong).code == "tags_invalid", "a tag is a short word")
    link = must(cli("publish", film, "--title", "Night ferry", "--tag", "Documentary", "--tag", " sea ", "--tag", "SEA",
                    "--cover", picture(work, "red")), "a film is published")["link"]
    before, found = listed(link)
    check(before["tags"] == ["Documentary", "sea"] and not found, f"with its tags, each once ({before['tags']})")
    stored = blobs()
    must(cli("open", link, "--frames", "24", profile="viewer"), "it opens")

    for refused, code in (((link, "--title", ""), "title_missing"), ((link, "--title", "x" * 201), "title_too_long"),
                          ((link, "--cover", film), "image_not_recognised"), ((link, "--tag", "a" * 65), "tags_invalid")):
        check(cli("edit", *refused).code == code, f"refused with {code}")
    check(cli("edit", link).status == 2, "nothing to change is a usage error")
    check(cli("edit", link, "--title", "Mine", profile="viewer").code == "not_creator", "only its maker changes it")
    check(listed(link)[0] == before and blobs() == stored, "and nothing has changed")

    edited = must(cli("edit", link, "--title", "Night ferry, final cut", "--description", "Out of the harbour & back.",
                      "--tag", "Short film", "--cover", picture(work, "blue")), "its maker changes it")
    check(edited["revision"] == 1, f"which is its first update ({edited.value})")
    after, found = listed(link)
    check((after["title"], after["description"], after["tags"]) ==
          ("Night ferry, final cut", "Out of the harbour & back.", ["Short film"]), f"the catalogue says so ({after})")
    check(found, "and finds it by its new words")
    check(after["coverCid"] != before["coverCid"] and after["manifestCid"] != before["manifestCid"], "with the new poster")
    check(after["published"] == before["published"], "it is as old as it was")
    parts = {each["name"]: each["cid"] for each in before["files"] if each["name"] != "cover.jpg"}
    check(parts == {each["name"]: each["cid"] for each in after["files"] if each["name"] != "cover.jpg"},
          "and not one part of it is another")
    check(len(blobs() - stored) == 2, "only a manifest and a poster were sent")
    opened = must(cli("open", link, "--frames", "24", profile="viewer"), "whoever has the link still opens it")
    check(opened["decoded"]["sha256"] == source_hashes(film, 24), "with the same pictures")
    shown = [each for each in must(cli("library"), "the library")["films"] if each["link"] == link]
    check(shown[0]["title"] == "Night ferry, final cut", f"has the new title ({shown})")

    again = must(cli("edit", link, "--title", "Night ferry, final cut"), "the same once more")
    check(again["revision"] == 1, "is no update")
    must(cli("edit", link, "--no-tags"), "the tags are taken away")
    check(listed(link)[0]["tags"] == [] and listed(link)[0]["title"] == "Night ferry, final cut", "and nothing else")
    sealed = must(cli("reseal", link), "its key can still be sealed anew")
    check(sealed["revision"] == 3, f"as the next update ({sealed.value})")
    must(cli("edit", link, "--title", "Ferry"), "and its words changed after that")
    must(cli("open", link, "--frames", "1", profile="viewer"), "it opens")
    keys = work / "keys.xml"
    check(cli("export-keys", link, keys).code == "keys_in_the_clear" and not keys.exists(), "keys leave only when that is said")
    check(cli("export-keys", link, keys, "--keys-in-the-clear", profile="viewer").code == "not_creator", "to their maker alone")
    check(must(cli("export-keys", link, keys, "--keys-in-the-clear"), "they are exported")["keys"] == 2, "one for each track")
    check(keys.stat().st_mode & 0o777 == 0o600, f"into a file for one ({keys.stat().st_mode:o})")
    check(cli("export-keys", link, keys, "--keys-in-the-clear").code == "file_exists", "that is never written over")
    rows = re.findall(r'kid="([0-9a-f-]{36})".*?<pskc:PlainValue>([^<]+)<', keys.read_text(), re.S)
    files = [each for each in listed(link)[0]["files"] if each["name"].endswith(".mp4") and "video" in each["name"]]
    blob = next(path for path in STORE.rglob("*") if path.is_file() and path.stat().st_size == files[0]["size"])
    decrypted = work / "decrypted.mp4"
    (work / "video.mp4").write_bytes(blob.read_bytes())
    arguments = [argument for kid, key in rows for argument in ("--key", kid.replace("-", "") + ":" + base64.b64decode(key).hex())]
    must(cli("decrypt", work / "video.mp4", *arguments, "-o", decrypted), "whoever reads it decrypts the film")
    check(source_hashes(decrypted, 24) == source_hashes(film, 24), "with anything that takes keys")
    must(cli("unpublish", link), "it is unpublished")
    check(cli("edit", link, "--title", "x").code == "asset_unpublished", "and then takes no change")
    down()
print("all of it happened")
