#!/usr/bin/env python3
"""The embedded network survives what happens to its notes and its ports: servers are found by what they wrote into their
own folders, addresses stay although every link names them, and a port that somebody else has is called by its number."""

import fcntl
import pathlib
import socket
import subprocess

from keyreel import CLI, DATA, check, cli, down, must, services

NETWORK = DATA / "network"


def lose(*names):
    for name in names:
        for path in NETWORK.glob(name):
            path.unlink()


def addresses():
    return {name: row["url"] for name, row in services().items()}


def runs(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


must(cli("network", "up"), "the network is up")
before = services()
places = addresses()
check(len(before) == 4 and all(row["running"] for row in before.values()), "on four servers")
lent = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
ports = {int(url.rsplit(":", 1)[1]) for url in places.values()}
check(len(ports) == 4 and max(ports) < lent, f"at ports that no program's outgoing connection can take ({ports})")

lose("services.json")
check(services() == before, "servers are found although the notes of who started them are lost")
must(cli("network", "up"), "starting again what runs")
check(services() == before, "changes nothing")
lose("services.json")
must(cli("network", "down"), "and they are stopped")
check(not [row["pid"] for row in before.values() if runs(row["pid"])], "every one of them")

lose("services.json", "*/data/server.json")
must(cli("network", "up"), "the network is up again, with all notes about addresses lost but its description")
check(addresses() == places, "at the addresses that links name")
must(cli("network", "down"), "down")
lose("services.json", "network.json")
must(cli("network", "up"), "up, with the description lost as well")
check(addresses() == places, "at the same addresses")
must(cli("network", "down"), "down")

port = int(places["node-1"].rsplit(":", 1)[1])
with socket.create_server(("127.0.0.1", port)):
    refused = cli("network", "up")
    check((refused.status, refused.code) == (1, "port_taken"), f"a taken port is called so ({refused.value})")
    error = refused["error"]
    check(str(port) in error["what"] and "Node 1" in error["what"], f"by its number and whose it is ({error['what']})")
    check(f"uses port {port}" in error["next"], f"with what can be done ({error['next']})")
must(cli("network", "up"), "as soon as the other program lets go of it, the network is up")
check(addresses() == places, "where it was")
must(cli("network", "down"), "down")

# The last user is about to stop the network: `up` has to come before or after it, never between.
with open(NETWORK / "in-use", "w") as leaving:
    fcntl.flock(leaving, fcntl.LOCK_EX)
    up = subprocess.Popen([CLI, "--json", "network", "up"], stdout=subprocess.DEVNULL)
    waits = False
    while up.poll() is None and not waits:
        locks = pathlib.Path("/proc/locks").read_text().splitlines()
        waits = any("->" in line and f" {up.pid} " in line for line in locks)
    check(waits, "network up waits for who is just leaving")
    check(not any(row["running"] for row in services().values()), "and has started nothing by then")
check(up.wait(60) == 0, "then it is up")
check(all(row["running"] for row in services().values()), "with all servers")
down()
print("all of it happened")
