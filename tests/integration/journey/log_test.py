#!/usr/bin/env python3
"""Anyone verifies a gateway's whole log, with no identity; a gateway that forgot its log is told so with an exit status of
its own, and what it signed against itself is kept and handed on."""

import json
import pathlib

from keyreel import DATA, check, cli, clip, down, folder, must

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    viewer = must(cli("identity", "create", "--name", "Tomas", profile="tomas"), "a viewer, too")["identity"]
    must(cli("network", "up"), "a gateway and three key nodes come up")
    url = json.loads((DATA / "network" / "network.json").read_text())["gatewayUrl"]
    link = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted"), "a film is published")["link"]

    first = must(cli("log", "verify", url, profile="watchdog"), "who has no identity verifies the log").value
    check("before" not in first and first["checked"] == first["size"] > 1 and first["idle"] == 0, f"all of it ({first})")
    check(len(first["witnesses"]) == 3, "and asks every key node")
    must(cli("grant", link, viewer["account"]), "the log grows")
    second = must(cli("log", "verify", url, profile="watchdog"), "and is verified again").value
    check(second["before"]["size"] == first["size"] and second["before"]["root"] == first["root"] and
          second["size"] == first["size"] + 1, "against what it was the last time")
    check(cli("log", "verify", "https://127.0.0.1:9", profile="watchdog").status == 5, "a gateway that is not there is told apart")
    logs = must(cli("audit", "verify"), "all record logs of this computer hold together")["logs"]
    check(len(logs) == 5, f"the app's, the gateway's and three nodes' ({[log['file'] for log in logs]})")

    down()
    for path in (DATA / "network" / "gateway" / "data").glob("gateway.db*"):
        path.unlink()
    must(cli("network", "up"), "the gateway comes back with the same keys and without its log")
    evidence = work / "evidence.json"
    lost = cli("log", "verify", url, "--evidence", evidence, profile="watchdog")
    check(lost.status == 6 and lost.code in ("log_rollback", "log_fork"), f"that is noticed ({lost.status}, {lost.value})")
    must(cli("identity", "create", "--name", "Eve", profile="eve"), "somebody new comes")
    cli("open", link, profile="eve")
    forked = cli("log", "verify", url, "--evidence", evidence, profile="watchdog")
    check((forked.status, forked.code) == (6, "log_fork"), f"a new log under the same key is a fork ({forked.value})")
    proof = json.loads(evidence.read_text())
    check(proof["logKey"] == json.loads((DATA / "network" / "network.json").read_text())["logKey"] and
          proof["evidence"][0]["code"] == "log_fork" and proof["evidence"][0]["firstHead"] != proof["evidence"][0]["secondHead"],
          "both signed heads are handed on")
    again = cli("log", "verify", url, profile="watchdog")
    check((again.status, again.code) == (6, "log_fork"), "and it is never forgotten")
    down()
print("all of it happened")
