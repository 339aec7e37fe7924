#!/usr/bin/env python3
"""A maker takes access back while the gateway is dead: the key nodes have it at once, the gateway gets it when it is back."""

import json
import os
import pathlib

from keyreel import DATA, check, cli, clip, down, folder, kill, must
from servers import gateway as start_gateway
from servers import node as start_node

NODES = ("node-1", "node-2", "node-3")


def records(path, event):
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    return [line["fields"] for line in lines if line["event"] == event]


def maker_records():
    return records(DATA / "profiles" / "maker" / "audit.log", "access_revoked")


def received(node):
    return len(records(DATA / "network" / node / "data" / "audit.log", "revocation_received"))


with folder() as work:
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    people = {name: must(cli("identity", "create", "--name", name.title(), profile=name), f"{name} has one")["identity"]
              for name in ("tomas", "ann")}
    must(cli("network", "up"), "a gateway and three key nodes come up")
    link = must(cli("publish", film, "--title", "Hollow lake", "--access", "granted"), "a closed film is published")["link"]
    for name, person in people.items():
        must(cli("grant", link, person["account"]), f"{name} is let in")
        must(cli("open", link, profile=name), "and opens it")
    size = must(cli("log", "verify"), "the rights log holds together")["size"]

    kill("gateway")
    revoked = cli("--start-nothing", "revoke", link, people["tomas"]["account"])
    check((revoked.status, revoked.code) == (5, "revocation_partial"),
          f"without the gateway the revocation is not everywhere ({revoked.status}, {revoked.value})")
    reached, missed = revoked["error"]["what"].split("but not")
    check(all(name in reached for name in ("Node 1", "Node 2", "Node 3")), f"but every key node took it ({reached})")
    check("gateway" in missed and "Node" not in missed, f"only the gateway did not ({missed})")
    check([received(node) for node in NODES] == [1, 1, 1], "each node recorded that it did")
    told = maker_records()
    check(len(told) == 1 and told[0]["received_by"] == "Node 1, Node 2, Node 3", f"and the maker who did ({told})")

    for node in NODES:
        kill(node)
    unheard = cli("--start-nothing", "revoke", link, people["ann"]["account"])
    check((unheard.status, unheard.code) == (5, "revocation_undelivered"), f"what nobody took is called that ({unheard.value})")
    check(maker_records() == told, "and never recorded as done")

    must(cli("network", "up"), "everything is back; the maker has not been")
    refused = cli("open", link, profile="tomas")
    check(refused.code == "no_access", f"the viewer is refused ({refused.value})")
    last = records(DATA / "profiles" / "tomas" / "audit.log", "open_refused")[-1]
    check(sorted(last[f"node_{n}"] for n in (1, 2, 3)) == [f"Node {n} no_access" for n in (1, 2, 3)],
          f"by the nodes: the gateway, which knows of nothing, had given him a pass ({last})")
    must(cli("open", link, profile="ann"), "of her revocation nobody knows yet")

    must(cli("holders", link), "the maker looks at the film")
    check([row["account"] for row in must(cli("holders", link), "and again")["holders"]] == [],
          "and both revocations are in the log")
    check(must(cli("log", "verify"), "which holds together")["size"] == size + 2, "once each")
    later = maker_records()[1:]
    takers = sorted(row["received_by"].split(" http")[0] for row in later)
    check(takers == ["Node 1, Node 2, Node 3", "the gateway", "the gateway"],
          f"the gateway's taking them is on record, and the nodes' taking the one that nobody had heard ({later})")

    everyone = must(cli("revoke", link, people["ann"]["account"]), "with everyone there it is simply done")
    check([row["code"] for row in everyone["nodes"] + everyone["gateways"]] == ["received"] * 4, "by all four")
    check(cli("open", link, profile="ann").code == "no_access", "and she is refused at once, too")
    down()

# A key node is away while access is taken back, and so is the gateway: nobody but the maker can ever tell that node.
with folder() as work:
    gateway = start_gateway(work)
    porto, oslo, lima = nodes = [start_node(work, name, gateway) for name in ("Porto", "Oslo", "Lima")]
    os.environ["SSL_CERT_FILE"] = f"{work}/authorities.pem"
    film = clip(work, seconds=3)
    must(cli("identity", "create", "--name", "Otto", profile="otto"), "another maker")
    ben = must(cli("identity", "create", "--name", "Ben", profile="ben"), "another viewer")["identity"]
    must(cli("network", "use", gateway.url, "--authority", f"{work}/authorities.pem",
             *[argument for each in nodes for argument in ("--node", each.url)], profile="otto"), "servers of others")
    link = must(cli("publish", film, "--title", "Mist", "--access", "granted", profile="otto"), "a film")["link"]
    must(cli("grant", link, ben["account"], profile="otto"), "he is let in")
    must(cli("open", link, "--frames", "1", profile="ben"), "and opens it")
    waiting = DATA / "profiles" / "otto" / "revocations"

    def at(name):
        return len(records(pathlib.Path(work) / name / "audit.log", "revocation_received"))

    porto.kill()
    gateway.kill()
    revoked = cli("revoke", link, ben["account"], profile="otto")
    check((revoked.code, [at(name) for name in ("Porto", "Oslo", "Lima")]) == ("revocation_partial", [0, 1, 1]),
          f"two nodes take it, one is away ({revoked.value})")
    check(len(list(waiting.iterdir())) == 1, "for which it is kept")
    cli("holders", link, profile="otto")
    check((at("Porto"), len(list(waiting.iterdir()))) == (0, 1), "as long as it is away")
    porto.start()
    cli("holders", link, profile="otto")
    check(at("Porto") == 1, "the next thing that the maker does tells it; the gateway is still dead")
    check(not list(waiting.iterdir()), "and nothing is kept any more")
    log = DATA / "profiles" / "otto" / "audit.log"
    check([row["received_by"] for row in records(log, "access_revoked")] == ["Oslo, Lima", "Porto"], "which is on record")
    cli("holders", link, profile="otto")
    check((at("Porto"), at("Oslo")) == (1, 1), "and nobody is told twice")

    # A device revoked at one gateway is revoked at every gateway whose films the library has.
    gateway.start()
    must(cli("holders", link, profile="otto"), "the gateway has it by now, too")
    must(cli("network", "use", profile="otto"), "the maker goes back to this computer's own network")
    must(cli("publish", film, "--title", "At home", profile="otto"), "and publishes there")
    lost = cli("revoke-device", "ab" * 32, profile="otto")
    told = {row["url"] for row in lost["gateways"] if row["code"] == "received"}
    check(gateway.url in told and len(told) == 2, f"a lost device is told to both gateways ({lost.value})")
    oslo.stop()
    for server in (porto, lima, gateway):
        server.stop()
    down()
print("all of it happened")
