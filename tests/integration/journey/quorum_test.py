#!/usr/bin/env python3
"""Any t of n: a film whose key is with 3 of 5 key nodes opens with two of them dead and not with three, is sealed anew to 2 of 4
and then to 9 of 16, and no other number than 1 to 16 nodes, and 1 to all of them, is ever taken."""

import os

from keyreel import check, cli, clip, folder, must, source_hashes
from servers import gateway as start_gateway
from servers import node

NAMES = ["Porto", "Oslo", "Lima", "Cork", "Kyiv"]
MORE = [f"Node {number}" for number in range(6, 18)]

with folder() as work:
    gateway = start_gateway(work)
    nodes = {name: node(work, name, gateway) for name in NAMES}
    maker = os.environ["XDG_DATA_HOME"]
    film = clip(work)

    def urls(*names):
        return [argument for name in names for argument in ("--nodes", nodes[name].url)]

    must(cli("identity", "create", "--name", "Mara"), "an identity")
    must(cli("network", "use", gateway.url, "--authority", f"{work}/authorities.pem",
             *[argument for name in NAMES[:3] for argument in ("--node", nodes[name].url)]), "a network of three nodes")
    for wrong in (("--threshold", "6"), ("--threshold", "0"), ("--threshold", "17")):
        refused = cli("publish", film, "--title", "Never", *urls(*NAMES), *wrong)
        check(refused.status != 0, f"no film is published to {wrong[1]} of 5 ({refused.value})")
    # A node that is named twice would hold two shares.
    refused = cli("publish", film, "--title", "Never", *urls("Porto", "Oslo", "Porto"), "--threshold", "2")
    check(refused.code == "node_set_invalid", f"nor to one node twice ({refused.value})")
    link = must(cli("publish", film, "--title", "Hollow lake", *urls(*NAMES), "--threshold", "3"),
                "a film is published to 3 of 5")["link"]

    viewer = {"XDG_DATA_HOME": f"{work}/another-computer", "SSL_CERT_FILE": f"{work}/authorities.pem"}

    def as_viewer(*arguments):
        os.environ.update(viewer)
        try:
            return cli(*arguments, profile="viewer")
        finally:
            os.environ["XDG_DATA_HOME"] = maker

    def released(what):
        """Opens the film at the other computer; who gave a share."""
        opened = must(as_viewer("open", link, "--frames", "24"), what)
        check(opened["decoded"]["sha256"] == source_hashes(film, 24), "with the maker's pictures")
        return {row["name"] for row in opened["open"]["nodes"] if row["code"] == "released"}

    def refused_with(count, threshold, what):
        """Too few: nothing opens, and every node that is gone is named."""
        answer = as_viewer("open", link, "--frames", "1")
        check(answer.code == "too_few_nodes", f"{what} ({answer.value})")
        check(f"Only {count} of the {threshold}" in answer["error"]["what"], f"which says so ({answer['error']})")

    must(as_viewer("identity", "create", "--name", "Ann"), "a viewer on another computer")
    check(len(released("opens it")) >= 3, "through three nodes")
    for name in ("Porto", "Kyiv"):
        nodes[name].kill()
    check(released("opens it with two of five dead") == {"Oslo", "Lima", "Cork"}, "through the three that are left")
    nodes["Lima"].kill()
    refused_with(2, 3, "with three of five dead it does not open")
    check(cli("reseal", link, *urls("Oslo", "Cork"), "--threshold", "2").code == "too_few_nodes",
          "nor can its maker seal it anew")
    nodes["Lima"].start()
    check(released("as soon as one is back it opens") == {"Oslo", "Lima", "Cork"}, "through the same three")

    nodes["Porto"].start()
    four = ("Porto", "Oslo", "Lima", "Cork")
    for threshold in ("5", "0"):
        check(cli("reseal", link, *urls(*four), "--threshold", threshold).status != 0, f"{threshold} of 4 is none")
    sealed = must(cli("reseal", link, *urls(*four), "--threshold", "2"), "it is sealed anew to 2 of 4")
    check((sealed["threshold"], [row["name"] for row in sealed["nodes"]]) == (2, list(four)), f"those four ({sealed.value})")
    for name in ("Porto", "Oslo"):
        nodes[name].kill()
    check(released("the same link opens with two of four dead") == {"Lima", "Cork"}, "through the two that are left")
    nodes["Cork"].kill()
    refused_with(1, 2, "with three of four dead it does not open")
    for name in ("Porto", "Oslo", "Cork", "Kyiv"):
        nodes[name].process.poll() is None or nodes[name].start()

    nodes.update((name, node(work, name, gateway)) for name in MORE)
    must(cli("network", "use", gateway.url, "--authority", f"{work}/authorities.pem",
             *[argument for name in NAMES for argument in ("--node", nodes[name].url)]), "the maker trusts seventeen nodes")
    check(cli("reseal", link, *urls(*nodes), "--threshold", "9").code == "node_set_invalid", "17 nodes are too many")
    sixteen = [*NAMES, *MORE][:16]
    sealed = must(cli("reseal", link, *urls(*sixteen), "--threshold", "9"), "16 are not: it is sealed anew to 9 of 16")
    check((sealed["threshold"], len(sealed["nodes"]), sealed["revision"]) == (9, 16, 2), f"by its second update ({sealed.value})")
    for name in sixteen[:7]:
        nodes[name].kill()
    check(released("it opens with seven of sixteen dead") == set(sixteen[7:]), "through the nine that are left")
    nodes[sixteen[7]].kill()
    refused_with(8, 9, "with eight of sixteen dead it does not open")
    for server in [*nodes.values(), gateway]:
        if server.process.poll() is None:
            server.stop()
print("all of it happened")
