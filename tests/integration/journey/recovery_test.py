#!/usr/bin/env python3
"""A maker loses the computer and comes back with the recovery kit: the same person, a new device, the films, the drafts."""

import pathlib
import re
import subprocess

from keyreel import CLI, DATA, check, cli, clip, down, folder, must

PASSWORD = "seven grey herons wait\n"

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work)
    made = must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")["identity"]
    link = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted"), "a closed film is published")["link"]
    drafts = DATA / "profiles" / "maker" / "drafts.json"
    drafts.write_text('[{"id": "1", "film": "/x.mp4"}]')

    kit, page = work / "mara.keyreel-kit", work / "mara.html"
    short = cli("identity", "kit", "create", kit, text="short\n")
    check(short.code == "kit_password_short" and not kit.exists(), f"a short password makes no kit ({short.value})")
    both = cli("identity", "kit", "create", kit, "--page", kit, text=PASSWORD)
    check(both.code == "file_exists" and not kit.exists(), "the page never takes the kit's place")
    must(cli("identity", "kit", "create", kit, "--page", page, text=PASSWORD), "a kit and a page are made")
    check((kit.stat().st_mode & 0o777, page.stat().st_mode & 0o777) == (0o600, 0o600), "for the maker's eyes only")
    check(cli("identity", "kit", "create", kit, text=PASSWORD).code == "file_exists", "a kit is never overwritten")
    words = subprocess.run([CLI, "--profile", "maker", "identity", "show", "--phrase"], capture_output=True, text=True).stdout
    check(re.findall(r"<li>(\w+)</li>", page.read_text()) == words.split() and len(words.split()) == 24,
          "the page has the 24 words")
    content = kit.read_bytes()
    check(b"Mara" not in content and b"x.mp4" not in content, "nothing in the kit can be read without the password")

    wrong = cli("identity", "kit", "restore", kit, profile="again", text="seven grey herons went\n")
    check(wrong.code == "kit_wrong_password", f"a wrong password is called that ({wrong.value})")
    check(cli("identity", "show", profile="again")["state"] == "first_run", "and changes nothing")
    broken = work / "broken.keyreel-kit"
    broken.write_bytes(content[:-40] + bytes([content[-40] ^ 1]) + content[-39:])
    check(cli("identity", "kit", "restore", broken, profile="again", text=PASSWORD).code == "kit_damaged",
          "a damaged kit is called that")

    back = must(cli("identity", "kit", "restore", kit, "--device", "Laptop", profile="again", text=PASSWORD),
                "the kit is restored elsewhere")
    again = must(cli("identity", "show", profile="again"), "the identity is there")["identity"]
    check(again["account"] == made["account"] and again["name"] == "Mara", "it is the same person")
    check(again["device"] != made["device"], "on a new device")
    check([found["link"] for found in back["films"]] == [link] and back["unreachable"] == [], "whose film was found")
    listed = must(cli("library", profile="again"), "the library is there")["films"]
    check([(entry["link"], entry["role"]) for entry in listed] == [(link, "mine")], "and holds the film")
    check((DATA / "profiles" / "again" / "drafts.json").read_text() == drafts.read_text(), "the drafts are back")
    must(cli("open", link, profile="again"), "the new device opens the closed film")
    must(cli("revoke-device", made["device"], profile="again"), "and ends the lost one")
    check(cli("open", link).status == 3, "which opens nothing any more")
    check(cli("identity", "kit", "restore", kit, profile="again", text=PASSWORD).code == "identity_exists",
          "a kit never replaces an identity")

    first = must(cli("identity", "rotate", profile="again"), "the vault gets new keys")["version"]
    check(must(cli("identity", "rotate", profile="again"), "and again")["version"] == first + 1, "one version later")
    must(cli("open", link, profile="again"), "and the film opens as before")

    log = DATA / "profiles" / "again" / "audit.log"
    old = must(cli("audit", "verify", log), "the record of this device holds together").value
    content = log.read_bytes()
    subprocess.run(["secret-tool", "clear", "profile", "again"], check=True)
    lost = cli("open", link, profile="again")
    check((lost.status, lost.code) == (4, "identity_key_lost"), f"a lost keyring opens nothing ({lost.value})")
    must(cli("identity", "restore", "--name", "Mara", profile="again", text=words), "the phrase helps in the same profile")
    device = must(cli("identity", "show", profile="again"), "the identity is there")["identity"]["device"]
    check(device != again["device"], "on a new device key")
    must(cli("open", link, profile="again"), "the film opens")
    must(cli("publish", film, "--title", "Hollow lake II", profile="again"), "another one is published")
    new = must(cli("audit", "verify", log), "the record of the new key holds together").value
    kept = log.with_name(new["after"]["file"])
    check(kept.read_bytes() == content, "the record of the lost key is kept as it was")
    held = must(cli("audit", "verify", kept), "and holds together").value
    check({name: held[name] for name in ("key", "records", "head")} == {name: new["after"][name] for name in
          ("key", "records", "head")} == {name: old[name] for name in ("key", "records", "head")}, "the new one says so")
    log.write_bytes(log.read_bytes().replace(b'"film_published"', b'"film_withdrawn"'))
    check(cli("open", link, profile="again").code == "audit_broken", "a record that was changed is refused as ever")
    down()
print("all of it happened")
