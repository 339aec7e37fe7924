#!/usr/bin/env python3
"""Somebody lends what they may watch to another computer for a day: by a code that it shows, under a name, until it ends or is
taken back; nothing but playing, and no key leaves either computer."""

import json
import time

from keyreel import check, cli, clip, down, folder, must, told_cli


def joining(profile):
    """The running program and the code that it shows."""
    program = told_cli("device", "join", profile=profile)
    for line in program.lines():
        if line.startswith("{") and "code" in (event := json.loads(line)):
            return program, event["code"]
    check(False, f"a code is shown; the last words are {program.last_words}")


with folder() as work:
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    ada = must(cli("identity", "create", "--name", "Ada", profile="ada"), "a viewer")["identity"]
    must(cli("identity", "create", "--name", "Bob", "--device", "Bobs tablet", profile="bob"), "somebody else")
    must(cli("network", "up"), "the network comes up")
    link = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted"), "a closed film is published")["link"]
    must(cli("grant", link, ada["account"]), "the viewer is let in")
    must(cli("open", link, profile="ada"), "and opens it")
    check(cli("open", link, profile="bob").code == "no_access", "the other may not")

    check(cli("device", "add", "not a code", profile="ada").code == "bad_code", "what is no code is told")
    check(cli("device", "add", "0000-0000-0000-0000", profile="ada").code == "code_unknown", "a code that nobody shows, too")
    program, code = joining("bob")
    check(len(code) == 19 and code.count("-") == 3, f"he shows a code ({code})")
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    added = must(cli("device", "add", typed, "--name", "Lent to Bob", "--days", "1", profile="ada"), "she types it, as people type")
    check(abs(added["notAfter"] - time.time() - 86400) < 120, "for a day")
    check(program.process.wait(timeout=120) == 0, "his computer notices")
    opened = must(cli("open", link, profile="bob"), "and he opens the film")["open"]
    devices = must(cli("device", "list", profile="ada"), "she lists her devices")["devices"]
    check([(d["name"], d["here"], d["purposes"]) for d in devices][1:] == [("Lent to Bob", False, ["play"])] and devices[0]["here"],
          f"hers and the lent one, which may only play ({devices})")
    check(all(abs(d["lastOpened"] - time.time()) < 300 for d in devices), f"and both have opened something just now ({devices})")
    days = must(cli("openings", link), "the maker asks how often it was opened")["days"]
    check(sum(day["openings"] for day in days) == 2, f"twice: who was turned away does not count ({days})")
    check(cli("openings", link, profile="ada").code == "not_creator", "nobody else is told")
    check(cli("grant", link, added["device"], profile="bob").code == "not_creator", "he may give nothing away in her name")
    proof = f"{work}/bob.proof"
    must(cli("proof", "export", proof, profile="bob"), "his opening is on record")
    told = must(cli("proof", "verify", proof), "and says whose access it was").value
    check((told["account"], told["device"], told["deviceName"]) == (ada["account"], added["device"], "Lent to Bob"), f"hers, on his device ({told})")

    must(cli("revoke-device", added["device"], profile="ada"), "she takes it back")
    check(cli("open", link, profile="bob").code == "no_access", "and he is out at once")
    must(cli("open", link, profile="ada"), "she is not")
    check(len(must(cli("device", "list", profile="ada"), "her list")["devices"]) == 1, "is short again")
    down()
print("all of it happened")
