"""Clients that stall on purpose are dropped at the deadline while everyone else is served at once."""

import json
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ATTACKERS = 150


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [sys.argv[1], "--data", folder + "/g", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE
        )
        try:
            ready = json.loads(server.stdout.readline())
            attack(ready)
            server.terminate()
            assert server.wait(60) == 0, "no clean end"
        finally:
            server.kill()
            server.wait()


def attack(ready: dict) -> None:
    port = int(ready["url"].rsplit(":", 1)[1])
    trust = ssl.create_default_context(cafile=ready["caFile"])

    def connect(secure: bool) -> socket.socket:
        plain = socket.create_connection(("127.0.0.1", port), 30)
        return trust.wrap_socket(plain, server_hostname="127.0.0.1") if secure else plain

    # A third never begin TLS, a third never end their header, a third never send the body that they announced.
    attackers = []
    for number in range(ATTACKERS):
        kind = number % 3
        one = connect(secure=kind != 0)
        if kind == 1:
            one.send(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        if kind == 2:
            one.send(b"POST /v1/log/statements HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\n")
        attackers.append((kind, one, time.monotonic()))

    started = time.monotonic()
    times = []
    while time.monotonic() - started < 4:
        before = time.monotonic()
        with urllib.request.urlopen(ready["url"] + "/healthz", timeout=30, context=trust) as answer:
            assert answer.status == 200
        times.append(time.monotonic() - before)
        for kind, one, _ in attackers:
            if kind == 1:
                try:
                    one.send(b"x")
                except OSError:
                    pass
    print(f"{len(times)} requests served, median {statistics.median(times) * 1000:.1f} ms, worst {max(times) * 1000:.0f} ms")
    assert statistics.median(times) < 1, "others had to wait"

    # Handshake and header have 5 s, a body 15 s for each 64 KiB.
    for kind, one, begun in attackers:
        deadline = begun + (25 if kind == 2 else 14)
        one.settimeout(max(0.1, deadline - time.monotonic()))
        try:
            while one.recv(1000):
                pass
        except TimeoutError:
            raise AssertionError(f"a stalling client of kind {kind} was not dropped") from None
        except OSError:
            pass
        one.close()
    print(f"all {ATTACKERS} dropped after {time.monotonic() - started:.1f} s")


main()
