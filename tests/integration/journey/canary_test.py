#!/usr/bin/env python3
"""Secrets that this test knows, in everything that the programs write: the recovery phrase and its entropy, what the keyring holds,
the servers' key files. A person publishes, grants, opens, keeps offline, revokes, exports a proof, makes a kit, is refused, and all
of it is killed; afterwards none of the secrets stands in a log, a record, a database, an answer or what goes over the network, in
any usual writing. And the search finds them where they are planted."""

import base64
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading

from keyreel import CLI, DATA, check, cli, clip, folder, must
from servers import gateway as start_gateway
from servers import node

PHRASE = ("letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter "
          "advice cage absurd amount doctor acoustic bless")
# The published vector of BIP-39 for these words (Trezor, vectors.json).
ENTROPY = bytes.fromhex("80" * 32)
PASSWORD = "forty two grey herons\n"


def writings(name, secret):
    """A secret of bytes as people and programs write it."""
    yield name, secret
    for how, text in (("hex", secret.hex()), ("HEX", secret.hex().upper()), ("base64", base64.b64encode(secret).decode()[:40]),
                      ("base64url", base64.urlsafe_b64encode(secret).decode()[:40])):
        yield f"{name} in {how}", text.encode()


def in_keyring(profile):
    """What the system keyring holds for that profile: purpose and bytes."""
    told = subprocess.run(["secret-tool", "search", "--all", "profile", profile], capture_output=True, check=True)
    for purpose in set(re.findall(rb"attribute\.purpose = (\S+)", told.stderr + told.stdout)):
        yield purpose.decode(), subprocess.run(["secret-tool", "lookup", "profile", profile, "purpose", purpose.decode()],
                                               capture_output=True, check=True).stdout


class Wire:
    """Stands between the viewer and a server and keeps what goes by."""

    def __init__(self, url):
        self.seen, self.to = bytearray(), ("127.0.0.1", int(url.rsplit(":", 1)[1]))
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            near, far = self.listener.accept()[0], socket.create_connection(self.to)
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self.carry, args=(source, sink), daemon=True).start()

    def carry(self, source, sink):
        try:
            while piece := source.recv(65536):
                self.seen += piece
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # One side has gone.


def findings(secrets, texts):
    return [f"{name} in {where}" for where, content in texts.items() for name, secret in secrets.items() if secret in content]


with folder() as work:
    work = pathlib.Path(work)
    gateway = start_gateway(work)
    nodes = [node(work, name, gateway) for name in ("Porto", "Oslo", "Lima")]
    wires = [Wire(each.url) for each in nodes]
    film = clip(work, seconds=2)
    said = {}

    def run(*arguments, profile="maker", text=None):
        answer = cli(*arguments, profile=profile, text=text)
        said[f"the answer to {arguments[:3]} {len(said)}"] = (str(answer.value) + answer.stderr).encode()
        return answer

    must(run("identity", "restore", "--name", "Mara", text=PHRASE + "\n"), "a maker whose words the test knows")
    viewer = must(run("identity", "create", "--name", "Ann", profile="viewer"), "a viewer")["identity"]["account"]
    use = ["network", "use", gateway.url, "--authority", f"{work}/authorities.pem",
           *[argument for each in wires for argument in ("--node", each.url)]]
    for profile in ("maker", "viewer"):
        must(run(*use, profile=profile), "servers of others, over wires that the test taps")
    link = must(run("publish", film, "--title", "Ferry", "--access", "granted", "--offline-days", "3"), "a film")["link"]
    check(run("open", link, profile="viewer").status == 3, "who was not let in is refused")
    must(run("grant", link, viewer), "she is let in")
    must(run("open", link, profile="viewer"), "and opens it")
    must(run("lease", "take", link, profile="viewer"), "keeps it offline")
    must(run("proof", "export", work / "opened.proof", profile="viewer"), "exports the proof")
    must(run("identity", "kit", "create", work / "mara.keyreel-kit", text=PASSWORD), "the maker makes a kit")
    check(run("identity", "kit", "restore", work / "mara.keyreel-kit", profile="third", text="wrong password\n").status != 0,
          "which a wrong password does not open")
    must(run("identity", "rotate"), "the vault gets new keys")
    must(run("revoke", link, viewer), "she is shut out")
    check(run("identity", "restore", "--name", "Eve", profile="fourth", text=PHRASE.replace("bless", "avoid") + "\n").status != 0,
          "words that are none are refused")

    secrets = {"the words": PHRASE.encode(), "three of the words": b"cage absurd amount"}
    secrets.update(writings("the entropy", ENTROPY))
    for profile in ("maker", "viewer"):
        held = list(in_keyring(profile))
        check(len(held) >= 2 and all(len(secret) == 32 for _, secret in held), f"the keyring holds {profile}'s keys")
        for purpose, secret in held:
            secrets.update(writings(f"{profile}'s {purpose.split('/')[0]}", secret))
    secrets.update(writings("the kit's password", PASSWORD.strip().encode()))
    keys = sorted(work.glob("*/keys/*.key"))
    of_node = 3 if "X-Wing" in subprocess.run([CLI, "--version"], capture_output=True, text=True).stdout else 2
    check(len(keys) == 3 + of_node * len(nodes), f"{len(keys)} key files of servers")
    for path in keys:
        secrets.update(writings(f"{path.parent.parent.name}'s {path.name}", path.read_bytes()))

    # What crashes leaves no memory behind.
    for server in (gateway, *nodes):
        limits = pathlib.Path(f"/proc/{server.process.pid}/limits").read_text()
        check(re.search(r"Max core file size\s+0\s+0\s", limits), f"{server.name} may write no core")
        server.process.send_signal(signal.SIGABRT)
        server.process.wait(30)
    crashed = subprocess.Popen([CLI, "--profile", "maker", "identity", "kit", "create", work / "never"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    crashed.stdin.write(b"half a pass")
    crashed.stdin.flush()
    crashed.send_signal(signal.SIGSEGV)
    said["the last words of what crashed"] = b"".join(crashed.communicate())

    def written():
        texts = dict(said)
        for index, wire in enumerate(wires):
            texts[f"wire {index}"] = bytes(wire.seen)
        for root in (work, DATA, pathlib.Path.cwd()):
            for path in root.rglob("*") if root != pathlib.Path.cwd() else root.glob("core*"):
                if path.is_file() and path not in keys and path.suffix != ".mp4":
                    texts[str(path)] = path.read_bytes()
        return texts

    texts = written()
    check(len(texts) > 40 and all(len(wire.seen) > 1000 for wire in wires), f"{len(texts)} texts and files were written")
    found = findings(secrets, texts)
    check(not found, f"none of {len(secrets)} writings of secrets stands in any of them ({found})")
    planted = work / "gateway" / "audit.log"
    for name, secret in secrets.items():
        planted.write_bytes(b"x" * 100 + secret + b"\n")
        check(findings({name: secret}, written()), f"{name} is found where it was planted")
    os.unlink(planted)
print("all of it happened")
