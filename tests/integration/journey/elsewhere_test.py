#!/usr/bin/env python3
"""A gateway and key nodes that somebody else runs, each under a certificate of its own: a maker publishes there, and a viewer
on another computer, with nothing but the link, opens the film."""

import os

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
