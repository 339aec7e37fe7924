#!/usr/bin/env python3
"""How a film was opened is a file that anyone can check, without a network and without an identity; and the records of
everyone who took part tell the same story."""

import json
import pathlib

from keyreel import DATA, check, cli, clip, down, folder, must

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    viewer = must(cli("identity", "create", "--name", "Tomas", "--device", "Laptop", profile="tomas"), "the viewer, too")["identity"]
    check(cli("proof", "export", work / "none", profile="tomas").code == "proof_missing", "who opened nothing has no proof")
    link = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted"), "a closed film is published")["link"]
    must(cli("grant", link, viewer["account"]), "the viewer is let in")
    opened = must(cli("open", link, profile="tomas"), "and opens it")["open"]
    # A node that was asked for its witness before it followed the log to this viewer's registration is behind, and one that
    # answers later than an opening waits for it has said nothing.
    check(all(node["witness"] in ("identical", "behind", "cancelled") for node in opened["nodes"]),
          f"no node was shown another log ({opened['nodes']})")
    witnesses = must(cli("log", "verify", profile="tomas"), "asked without haste")["witnesses"]
    check(len(witnesses) == 3 and all(node["view"] in ("identical", "behind") for node in witnesses),
          f"every node was shown the same log ({witnesses})")

    proof = work / "opened.proof"
    must(cli("proof", "export", proof, "--link", link, profile="tomas"), "the opening is exported")
    check(cli("proof", "export", proof, profile="tomas").code == "file_exists", "never over another file")
    log_key = json.loads((DATA / "network" / "network.json").read_text())["logKey"]
    down()

    told = must(cli("proof", "verify", proof, profile="nobody"), "who has neither network nor identity verifies it").value
    check((told["account"], told["device"], told["deviceName"], told["title"]) ==
          (viewer["account"], viewer["device"], "Laptop", "Hollow lake"), "it says who opened what, on which device")
    released = [node["name"] for node in told["nodes"] if node["released"]]
    check(len(released) >= told["threshold"] == 2, f"and which nodes gave their shares ({released})")
    must(cli("proof", "verify", proof, "--log-key", log_key), "under the log that the reader knows")
    check(cli("proof", "verify", proof, "--log-key", "00" * 32).code == "proof_other_log", "and no other")
    check(cli("proof", "verify", proof, "--creator", viewer["account"]).code == "proof_other_creator", "by its maker")
    bytes_ = proof.read_bytes()
    for place in range(5, len(bytes_), len(bytes_) // 12):
        changed = work / "changed.proof"
        changed.write_bytes(bytes_[:place] + bytes([bytes_[place] ^ 4]) + bytes_[place + 1:])
        refused = cli("proof", "verify", changed)
        check(refused.status == 1 and refused.code.startswith("proof_"), f"byte {place} changed: {refused.code}")

    logs = {"app": DATA / "profiles" / "tomas" / "audit.log"}
    for name in ("gateway", "node-1", "node-2", "node-3"):
        logs[name] = DATA / "network" / name / "data" / "audit.log"
    records = {}
    for name, path in logs.items():
        must(cli("audit", "verify", path), f"the record log of {name} holds together")
        records[name] = [json.loads(line) for line in path.read_text().splitlines()]
    own = [record["fields"] for record in records["app"] if record["event"] == "film_opened"][-1]
    check(own["proof"] == told["id"], "the viewer's own record names the proof")
    for number in (1, 2, 3):
        if f"Node {number}" in released:
            check(any(record["event"] == "share_released" for record in records[f"node-{number}"]),
                  f"and node {number} has a record of its release")
    path = work / "edited.log"
    lines = logs["node-1"].read_text().splitlines()
    path.write_text("\n".join(lines[:1] + lines[2:]) + "\n")
    refused = cli("audit", "verify", path)
    check((refused.status, refused.code) == (1, "audit_broken"), "a record that somebody took out is missed")
print("all of it happened")
