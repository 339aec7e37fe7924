#!/usr/bin/env python3
"""A gateway and key nodes that somebody else runs, each under a certificate of its own: a maker publishes there, and a viewer
on another computer, with nothing but the link, opens the film."""

import json
import os
import pathlib

from keyreel import DATA, check, cli, clip, folder, must, source_hashes
from servers import gateway as start_gateway
from servers import node

with folder() as work:
    servers = [start_gateway(work)]
    gateway = servers[0].url
    for name in ("Helsinki", "Lisbon", "Porto"):
        servers.append(node(work, name, servers[0]))
    nodes = [argument for server in servers[1:] for argument in ("--node", server.url)]
    film = clip(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    home = must(cli("publish", film, "--title", "At home"), "a film is published on this computer's own network")["link"]
    services = DATA / "network" / "services.json"
    before = services.read_bytes() if services.exists() else None

    strangers = cli("network", "use", gateway, *nodes)
    check(strangers.code == "certificate_invalid", f"a certificate that nobody vouches for is refused ({strangers.value})")
    trust = ["--authority", f"{work}/authorities.pem"]
    check(cli("network", "use", gateway, *trust).code == "nodes_missing", "a gateway without nodes needs some named")
    check(cli("network", "use", gateway, *trust, *nodes, *nodes[:2]).code == "node_duplicate", "each only once")
    check(cli("network", "use", gateway, *trust, *nodes, "--threshold", "4").code == "threshold_invalid", "4 of 3 is none")
    used = must(cli("network", "use", gateway, *trust, *nodes), "the maker chooses gateway and nodes")
    check((used["threshold"], [row["operator"] for row in used["nodes"]]) ==
          (2, ["Helsinki film club", "Lisbon film club", "Porto film club"]), "any two of three, and says who runs them")
    rows = must(cli("network", "status"), "the status")["services"]
    check(all(row["running"] for row in rows) and rows[0]["url"] == gateway, f"all of them answer ({rows})")

    # Whoever runs a network hands out a file; what its servers show is held to it.
    handed = json.loads((DATA / "profiles" / "maker" / "network.json").read_text())

    def use_file(**changes):
        path = pathlib.Path(work) / "network-file.json"
        path.write_text(json.dumps({**handed, **changes}))
        return cli("network", "use", "--file", path)

    must(cli("network", "use"), "back home")
    forged = [{**handed["nodes"][0], "hpkeKey": "00" * 32}, *handed["nodes"][1:]]
    check(use_file(nodes=forged).code == "node_changed", "a file that names another key of a node is refused")
    check(use_file(logKey="11" * 32).code == "gateway_changed", "one that names another log, too")
    check(use_file(nodes=7).code == "network_file_invalid", "and one that is none")
    used = must(use_file(), "the file itself is taken")
    check((used["gateway"], used["threshold"], len(used["nodes"])) == (gateway, 2, 3), f"with all that it says ({used.value})")
    # Keys that it showed once are the only ones that are ever taken from it.
    pin = next((DATA / "profiles" / "maker" / "gateways").iterdir())
    met = pin.read_text()
    pin.write_text("22" * 32 + met[64:])
    check(use_file().code == "gateway_changed", "a gateway that shows other keys than at the first contact is refused")
    pin.write_text(met)

    link = must(cli("publish", film, "--title", "Elsewhere"), "the film is published there")["link"]
    check(gateway.split("//")[1] in link, "under its address")
    check((services.read_bytes() if services.exists() else None) == before, "and nothing was started here")
    opened = must(cli("open", home, "--frames", "24"), "the film of before opens, with the other network in use")
    check(opened["decoded"]["sha256"] == source_hashes(film, 24), "as it was")
    must(cli("unpublish", home), "and is unpublished at its own gateway")

    os.environ.update(XDG_DATA_HOME=f"{work}/another-computer", SSL_CERT_FILE=f"{work}/authorities.pem")
    must(cli("identity", "create", "--name", "Ann", profile="viewer"), "a viewer on another computer")
    opened = must(cli("open", link, "--frames", "24", profile="viewer"), "opens the link")
    check(opened["decoded"]["sha256"] == source_hashes(film, 24), "and sees the maker's pictures")

    must(cli("network", "use", profile="viewer"), "back to this computer's own")
    for server in reversed(servers):
        server.stop()
    gone = cli("open", link, "--frames", "1", profile="viewer")
    check(gone.status == 5, f"then the film's gateway cannot be reached ({gone.value})")
    cli("network", "down", profile="viewer")
print("all of it happened")
