#!/usr/bin/env python3
"""A film is taken along: its creator says for how long, the key nodes sign it, and it opens with every server dead; on no
other profile, and not when its creator allows nothing."""

import pathlib

from keyreel import DATA, check, cli, clip, down, folder, must

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    viewer = must(cli("identity", "create", "--name", "Tomas", profile="tomas"), "the viewer, too")["identity"]
    check(cli("publish", film, "--title", "Too long", "--offline-days", "366").code == "offer_invalid", "a year is the most")
    check(cli("publish", film, "--title", "Too many", "--threshold", "4").code == "node_set_invalid",
          "four of three nodes cannot be needed")
    published = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted", "--offline-days", "7",
                         "--threshold", "3"), "a film is published that may be kept, with all three nodes needed")
    link = published["link"]
    check((published["threshold"], published["nodes"]) == (3, 3), "3 of 3")
    warned = {warning["code"] for warning in published["warnings"]}
    check({"all_needed", "same_operator", "same_address"} <= warned, f"with a word on what that means ({warned})")
    bound = must(cli("publish", film, "--title", "Tide"), "and one that may not")["link"]
    must(cli("grant", link, viewer["account"]), "the viewer is let in")

    must(cli("open", bound, profile="tomas"), "he opens the other")
    check(cli("lease", "take", bound, profile="tomas").code == "offline_forbidden", "but keeps nothing of it")
    check(cli("open", "--offline", link, profile="tomas").code == "lease_missing", "without a lease there is no film")
    lease = must(cli("lease", "take", link, profile="tomas"), "he takes a lease").value
    check(abs(lease["until"] - lease["issued"] - 7 * 86400) <= 120, f"for seven days ({lease})")
    online = must(cli("open", link, profile="tomas"), "the film as it is online")["decoded"]["sha256"]
    down()

    offline = must(cli("open", "--offline", link, profile="tomas"), "with every server dead it opens")
    check(offline["decoded"]["sha256"] == online, "the same pictures")
    kept = must(cli("lease", "list", profile="tomas"), "leases are listed")["leases"]
    check([(row["title"], row["ended"]) for row in kept] == [("Hollow lake", False)], f"this one ({kept})")
    for path in (DATA / "profiles" / "tomas" / "offline").rglob("*.mp4"):
        check(any(kind in path.read_bytes() for kind in (b"encv", b"enca")), "what lies on the disk is encrypted")
    must(cli("identity", "rotate", profile="tomas"), "the vault gets new keys")
    must(cli("open", "--offline", link, profile="tomas"), "and the lease is still there")
    check(cli("open", "--offline", link).code == "lease_missing", "the maker herself has none")
    must(cli("audit", "verify", DATA / "profiles" / "tomas" / "audit.log"), "every offline opening is on record")
    must(cli("lease", "drop", link, profile="tomas"), "he gives it back")
    check(cli("open", "--offline", link, profile="tomas").code == "lease_missing", "and it is gone")
    check(not list((DATA / "profiles" / "tomas" / "offline").rglob("*.mp4")), "with its files")
print("all of it happened")
