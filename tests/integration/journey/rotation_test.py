#!/usr/bin/env python3
"""Several programs give one vault new keys at the same time: each does it once, nothing is lost, and who only opens the
identity meanwhile is never told that its key is gone."""

import json
import subprocess

from keyreel import CLI, check, cli, must


def start(*arguments):
    return subprocess.Popen([CLI, "--json", "--profile", "maker", *arguments], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


ROUNDS, WRITERS = 5, 3
account = must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")["identity"]["account"]
phrase = subprocess.run([CLI, "--profile", "maker", "identity", "show", "--phrase"], capture_output=True, text=True).stdout
check(len(phrase.split()) == 24, "it has 24 words")
versions = []
for _ in range(ROUNDS):
    writers = [start("identity", "rotate") for _ in range(WRITERS)]
    opened = []
    while any(writer.poll() is None for writer in writers):
        shown = subprocess.run([CLI, "--profile", "maker", "identity", "show", "--phrase"], capture_output=True, text=True)
        opened.append((shown.returncode, shown.stdout == phrase, shown.stderr))
    for writer in writers:
        out, err = writer.communicate()
        check(writer.returncode == 0, f"a rotation beside others succeeds: {out} {err}")
        versions.append(json.loads(out)["version"])
    check(all(status == 0 and same for status, same, _ in opened), f"{len(opened)} openings meanwhile: {opened}")
check(sorted(versions) == list(range(3, 3 + ROUNDS * WRITERS)), f"every rotation counted once ({sorted(versions)})")
check(must(cli("identity", "show"), "the identity is there")["state"] == "ready", "and ready")
check(cli("identity", "show")["identity"]["account"] == account, "and the same")
print("all of it happened")
