#!/usr/bin/env python3
"""Key nodes that follow another rights log: another gateway's, or a second history of the same one. No share is sealed to
them, whichever way a maker comes by them."""

import shutil

from keyreel import check, cli, clip, folder, must
from servers import Server, node
from servers import gateway as start_gateway

with folder() as work:
    gateway = start_gateway(work)
    good = [node(work, name, gateway) for name in ("Porto", "Oslo")]
    film = clip(work, seconds=2)
    trust = ["--authority", f"{work}/authorities.pem"]

    def use(at, *nodes, profile="maker"):
        return cli("network", "use", at.url, *trust, *[argument for each in nodes for argument in ("--node", each.url)],
                   profile=profile)

    other = Server(work, "other", "keyreel-gateway")
    stranger = Server(work, "Lima", "keyreel-keynode", "--gateway", other.url, "--ca", f"{work}/other/tls/ca.pem")
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    refused = use(gateway, *good, stranger)
    check(refused.code == "node_other_log" and stranger.url in refused["error"]["what"],
          f"a node that follows another gateway is refused by name ({refused.value})")
    check(use(other, stranger).status == 0, "which is one of its own gateway's")
    must(use(gateway, *good), "the others are taken")
    link = must(cli("publish", film, "--title", "Hollow lake"), "a film is published")["link"]
    chosen = [argument for each in (*good, stranger) for argument in ("--nodes", each.url)]
    check(cli("reseal", link, *chosen).code == "node_other_log", "the film's key is not sealed anew to it either")
    check(cli("publish", film, "--title", "Another", *chosen).code == "node_other_log", "nor that of another film")

    # The same keys, and from here on a second history: what a gateway would show a node that it has deceived.
    gateway.stop()
    shutil.copytree(f"{work}/gateway", f"{work}/copy")
    gateway.start()
    second = Server(work, "copy", "keyreel-gateway", "--listen", "127.0.0.1:0")
    deceived = Server(work, "Cork", "keyreel-keynode", "--gateway", second.url, "--ca", f"{work}/copy/tls/ca.pem")
    must(use(gateway, *good, deceived), "one history begins like the other, and so far both say the same")
    must(cli("publish", film, "--title", "here"), "the maker goes on in one")
    must(cli("identity", "create", "--name", "Tomas", profile="tomas"), "and somebody else")
    must(use(second, deceived, profile="tomas"), "is shown the other")
    there = must(cli("publish", film, "--title", "there", profile="tomas"), "and goes on in it")["link"]
    must(cli("open", there, "--frames", "1", profile="tomas"), "so the node has followed that one by now")
    refused = use(gateway, *good, deceived)
    check(refused.code == "log_divergent" and deceived.url in refused["error"]["what"],
          f"now the two contradict each other, and the node is not taken ({refused.value})")
    must(use(gateway, *good), "the others still are")
    for server in (*good, stranger, deceived, second, other, gateway):
        server.stop()
print("all of it happened")
