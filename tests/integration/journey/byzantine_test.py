#!/usr/bin/env python3
"""A key node that misbehaves in every way that a network shows: garbage, an old answer, another node's answer, an endless one, none,
one that comes after 10 s. The film opens through the two honest ones, no later than half a second after the second of them, and
where the lie was heard, its node is named to the viewer and in the record. (Shares that a node signs and that are wrong, of another
asset, or old, are told by their commitments: tests/adversary.)"""

import json
import os
import pathlib
import signal
import socket
import ssl
import threading

from keyreel import DATA, check, cli, clip, folder, must
from servers import gateway as start_gateway
from servers import node

BOUND_MS = 500


def exchange(url, authority, head, body):
    """One request to a true node, its bytes as they come."""
    host, port = url.removeprefix("https://").split(":")
    trust = ssl.create_default_context(cafile=authority)
    with socket.create_connection((host, int(port))) as plain, trust.wrap_socket(plain, server_hostname=host) as wire:
        wire.sendall(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") + body)
        answer = b""
        while piece := wire.recv(65536):
            answer += piece
        return answer


class Liar:
    """Stands before a true node, under its certificate, and does with requests for shares what `self.how` says."""

    def __init__(self, work, true, other):
        self.true, self.other, self.work = true, other, work
        self.how, self.before, self.kept = "honest", lambda: None, None
        self.ended = threading.Event()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(f"{work}/{true.name}/tls/cert.pem", f"{work}/{true.name}/tls/key.pem")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            plain, _ = self.listener.accept()
            threading.Thread(target=self.speak, args=(plain,), daemon=True).start()

    def forward(self, server, head, body):
        host = server.url.removeprefix("https://").encode()
        lines = [b"Host: " + host if line.lower().startswith(b"host:") else line for line in head.split(b"\r\n")]
        return exchange(server.url, f"{self.work}/{server.name}/tls/ca.pem", b"\r\n".join(lines), body)

    def speak(self, plain):
        try:
            with self.context.wrap_socket(plain, server_side=True) as wire:
                self.answer(wire)
        except (OSError, ssl.SSLError):
            pass  # The viewer has gone; that is its right.

    def answer(self, wire):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = wire.recv(65536)
            if not piece:
                return
            data += piece
        head, body = data.split(b"\r\n\r\n", 1)
        length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0)
        while len(body) < length:
            body += wire.recv(65536)
        head += b"\r\n\r\n"
        if not head.startswith(b"POST /v1/recover"):
            wire.sendall(self.forward(self.true, head, body))
            return
        ok = b"HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\n"
        if self.how in ("silent", "late"):
            self.before()
            self.ended.wait(10)
            if self.how == "late":
                wire.sendall(self.forward(self.true, head, body))
            return
        if self.how == "endless":
            self.before()
            wire.sendall(ok + b"Content-Length: 1000000000000\r\n\r\n")
            while not self.ended.is_set():
                wire.sendall(b"x" * 65536)
            return
        if self.how == "garbage":
            answer = ok + b"Content-Length: 1024\r\nConnection: close\r\n\r\n" + os.urandom(1024)
        elif self.how == "old":
            answer = self.kept
        else:
            answer = self.forward(self.other if self.how == "others" else self.true, head, body)
            if self.how == "honest":
                self.kept = answer
        wire.sendall(answer)
        self.before()


with folder() as work:
    gateway = start_gateway(work)
    porto, oslo, lima = (node(work, name, gateway) for name in ("Porto", "Oslo", "Lima"))
    liar = Liar(work, lima, porto)
    film = clip(work, seconds=2)
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    must(cli("network", "use", gateway.url, "--authority", f"{work}/authorities.pem", "--node", porto.url, "--node", oslo.url,
             "--node", liar.url), "a maker takes three nodes, of which one will lie")
    link = must(cli("publish", film, "--title", "Hollow lake"), "a film is published")["link"]
    log = DATA / "profiles" / "maker" / "audit.log"

    porto.process.send_signal(signal.SIGSTOP)
    opened = must(cli("open", link, "--frames", "1"), "while it is honest its share counts")
    porto.process.send_signal(signal.SIGCONT)
    check({row["name"]: row["code"] for row in opened["open"]["nodes"]}["Lima"] == "released", f"({opened['open']['nodes']})")

    for how in ("garbage", "old", "others", "silent", "late", "endless"):
        liar.how = how
        liar.ended.clear()
        # One honest node waits until the liar has spoken, or has begun not to.
        oslo.process.send_signal(signal.SIGSTOP)
        liar.before = lambda: threading.Timer(0.3, oslo.process.send_signal, [signal.SIGCONT]).start()
        report = must(cli("open", link, "--frames", "1"), f"{how}: the film opens")["open"]
        rows = {row["name"]: row for row in report["nodes"]}
        check(rows["Porto"]["code"] == rows["Oslo"]["code"] == "released", f"{how}: through the honest two ({rows})")
        last = max(rows[name]["ms"] for name in ("Porto", "Oslo"))
        check(report["sharesMs"] <= last + BOUND_MS, f"{how}: {report['sharesMs'] - last:.0f} ms after the second good answer")
        code = rows["Lima"]["code"]
        if how in ("garbage", "old", "others"):
            check(code == "answer_invalid", f"{how}: the liar is named to the viewer ({code})")
        else:
            check(code in ("not_needed", "unreachable"), f"{how}: nobody waits for it ({code})")
        fields = [json.loads(line)["fields"] for line in log.read_text().splitlines() if '"film_opened"' in line][-1]
        check(f"Lima {code}" in fields.values(), f"{how}: and so it stands in the record ({fields})")
        liar.ended.set()
    for server in (porto, oslo, lima, gateway):
        server.stop()
print("all of it happened")
