#!/usr/bin/env python3
"""Gateway and key nodes that are killed at any moment under load, whose disk is full or may only be read, whose clock jumps by an
hour, whose record breaks off in the middle of a line: what was acknowledged is there afterwards, every chain holds together, and a
restart needs no hand."""

import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import threading

from keyreel import check, cli, clip, folder, must
from servers import Server
from servers import gateway as start_gateway
from servers import node

KILLS = 6
FAKETIME = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


def verified(server):
    """The server's own record, walked from its first line to its last."""
    return must(cli("audit", "verify", f"{work}/{server.name}/audit.log"), f"{server.name}: the record holds together").value


def did_key(account):
    """W3C did:key of an Ed25519 key: multibase base58btc over the multicodec prefix and the key."""
    number, text = int.from_bytes(b"\xed\x01" + bytes.fromhex(account), "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[digit] + text
    return "did:key:z" + text


def events(server, name):
    lines = pathlib.Path(f"{work}/{server.name}/audit.log").read_text().splitlines()
    return sum(json.loads(line)["event"] == name for line in lines)


def limit_files(server, size):
    """From here on no file of that server grows beyond so many bytes: a disk without room. Signals of it are ignored, as
    a full disk sends none."""
    hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if size is None else size, hard))


class Load:
    """Calls `work` again and again on a thread of its own until stop(); keeps what it returned."""

    def __init__(self, work):
        self.results, self._end, self._told = [], False, threading.Condition()
        self._thread = threading.Thread(target=self._run, args=(work,))
        self._thread.start()

    def _run(self, work):
        while not self._end:
            result = work()
            with self._told:
                self.results.append(result)
                self._told.notify_all()

    def gets_through(self, good):
        """Waits for one more result that is good: however slow the machine, something was done between two kills."""
        with self._told:
            seen = len(self.results)
            through = self._told.wait_for(lambda: any(map(good, self.results[seen:])), 60)
        check(through, f"the load gets through ({self.results[-1:]})")

    def stop(self):
        self._end = True
        self._thread.join()
        return self.results


class Faulty(Server):
    """A server whose clock the test sets, and that is not told when a file may not grow."""

    def start(self):
        os.environ.update(LD_PRELOAD=str(FAKETIME), FAKETIME_TIMESTAMP_FILE=f"{self.command[2]}.clock", FAKETIME_NO_CACHE="1",
                          FAKETIME_DONT_FAKE_MONOTONIC="1", ASAN_OPTIONS="verify_asan_link_order=0")
        if not pathlib.Path(f"{self.command[2]}.clock").exists():
            self.clock("+0")
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                            restore_signals=False)
        finally:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            for name in ("LD_PRELOAD", "FAKETIME_TIMESTAMP_FILE", "FAKETIME_NO_CACHE", "FAKETIME_DONT_FAKE_MONOTONIC",
                         "ASAN_OPTIONS"):
                del os.environ[name]
        self.url = json.loads(self.process.stdout.readline())["url"]

    def clock(self, shift):
        """In one step: a process that reads an empty file in between is ended by libfaketime."""
        file = pathlib.Path(f"{self.command[2]}.clock")
        file.with_suffix(".next").write_text(shift)
        file.with_suffix(".next").replace(file)


with folder() as work:
    gateway = Faulty(work, "gateway", "keyreel-gateway")
    porto, oslo = (node(work, name, gateway) for name in ("Porto", "Oslo"))
    lima = Faulty(work, "Lima", "keyreel-keynode", "--gateway", gateway.url, "--ca", f"{work}/gateway/tls/ca.pem")
    nodes = (porto, oslo, lima)
    film = clip(work, seconds=2)
    use = ["network", "use", gateway.url, "--authority", f"{work}/authorities.pem", "--threshold", "2",
           *[argument for each in nodes for argument in ("--node", each.url)]]
    for profile in ("maker", "other", "viewer"):
        must(cli("identity", "create", "--name", profile.title(), profile=profile), f"{profile} has an identity")
        must(cli(*use, profile=profile), "and these servers")
    link = must(cli("publish", film, "--title", "Ferry", "--access", "granted"), "a film is published")["link"]
    second = must(cli("publish", film, "--title", "Harbour", "--access", "granted", profile="other"), "and another")["link"]
    ann = must(cli("identity", "show", profile="viewer"), "the viewer")["identity"]["account"]
    must(cli("grant", link, ann), "the viewer is let in")

    def opens(what, profile="viewer"):
        opened = must(cli("open", link, "--frames", "1", profile=profile), what)
        return {row["name"]: row["code"] for row in opened["open"]["nodes"]}

    # kill -9 of the gateway while two makers write to its log.
    def grants(of, profile):
        account = os.urandom(32).hex()
        return account if cli("grant", of, account, profile=profile).status == 0 else None

    writers = [Load(lambda: grants(link, "maker")), Load(lambda: grants(second, "other"))]
    for _ in range(KILLS):
        for writer in writers:
            writer.gets_through(bool)
        threading.Event().wait(random.uniform(0.1, 0.9))  # "At any moment" is a moment that nobody chose.
        gateway.kill()
        gateway.start()
    acknowledged = [[account for account in writer.stop() if account] for writer in writers]
    check(all(acknowledged), f"{[len(each) for each in acknowledged]} grants were acknowledged around {KILLS} kills")
    for of, profile, accounts in ((link, "maker", acknowledged[0]), (second, "other", acknowledged[1])):
        held = {row["account"] for row in must(cli("holders", of, profile=profile), f"{profile} sees who holds it")["holders"]}
        lost = [account for account in accounts if did_key(account) not in held]
        check(not lost, f"none of {len(accounts)} that {profile} was told of is lost ({lost})")
    must(cli("log", "verify"), "the rights log holds together")
    verified(gateway)

    # kill -9 of a key node while films are opened through it: no share without a record.
    before = events(porto, "share_released")
    viewers = [Load(lambda: cli("open", link, "--frames", "1", profile="viewer")) for _ in range(1)]
    viewers.append(Load(lambda: cli("open", link, "--frames", "1")))
    for _ in range(KILLS):
        threading.Event().wait(random.uniform(0.1, 0.9))
        porto.kill()
        porto.start()
    answers = [answer for viewer in viewers for answer in viewer.stop()]
    check(all(answer.status == 0 for answer in answers), f"every one of {len(answers)} openings went through two of three")
    released = sum(row["name"] == "Porto" and row["code"] == "released" for answer in answers for row in answer["open"]["nodes"])
    check(events(porto, "share_released") - before >= released, f"each of {released} shares has its record")
    verified(porto)

    # What a node has taken it knows after kill -9, with a gateway that is dead.
    gateway.kill()
    cli("revoke", link, ann)
    for each in nodes:
        each.kill()
        each.start()
        verified(each)
    gateway.start()
    check(cli("open", link, "--frames", "1", profile="viewer").code == "no_access", "a revocation survives the kill of all nodes")
    cli("holders", link)
    must(cli("grant", link, ann), "she is let in again")
    opens("and opens it")

    # A full disk: refused, with nothing half-written, and everything goes on when there is room again.
    def size(server, name):
        return pathlib.Path(f"{work}/{server.name}/{name}").stat().st_size

    limit_files(lima, size(lima, "audit.log"))
    porto.process.send_signal(signal.SIGSTOP)
    full = cli("open", link, "--frames", "1", profile="viewer")
    check(full.status != 0 and "unavailable" in str(full.value), f"a node that cannot keep a record gives no share ({full.value})")
    limit_files(lima, None)
    check(opens("with room again it does")["Lima"] == "released", "without a restart")
    porto.process.send_signal(signal.SIGCONT)
    verified(lima)
    limit_files(gateway, 1024)
    check(cli("grant", link, os.urandom(32).hex()).status != 0, "a gateway without room acknowledges no statement")
    limit_files(gateway, None)
    account = os.urandom(32).hex()
    must(cli("grant", link, account), "and takes them again when there is, without a restart")
    must(cli("log", "verify"), "the rights log holds together")

    # A disk that may only be read: no start, a word that says why, and nothing changed.
    # Inside of another root there are no user namespaces, and root needs none: its mounts are its own there already.
    apart = ["unshare", "--mount", "--map-root-user"]
    if subprocess.run([*apart, "true"], capture_output=True).returncode != 0:
        apart = ["unshare", "--mount", "--propagation", "unchanged"]
    for server in (gateway, lima):
        server.stop()
        data = f"{work}/{server.name}"
        tried = subprocess.run([*apart, "sh", "-c",
                                'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', data, *server.command],
                               capture_output=True, text=True, timeout=60)
        check(tried.returncode == 1 and "Read-only" in tried.stderr + tried.stdout or "read-only" in tried.stderr + tried.stdout,
              f"{server.name} does not start on a disk that may only be read ({tried.returncode}, {tried.stdout}{tried.stderr})")
        server.start()
        verified(server)
    opens("started on its own disk everything is as before")

    # The last record broke off when the power went.
    for server in (gateway, lima):
        server.kill()
        with open(f"{work}/{server.name}/audit.log", "ab") as log:
            log.write(b'{"event":"share_rel')
        server.start()
        verified(server)
    opens("what was never acknowledged is dropped, and the rest goes on")

    # Clocks that jump by an hour, there and back, under running servers.
    for shift in ("+1h", "-1h"):
        lima.clock(shift)
        codes = opens(f"a node whose clock jumped by {shift} holds up nobody")
        check([codes[name] for name in ("Porto", "Oslo")] == ["released"] * 2 and codes["Lima"] != "released", f"({codes})")
        lima.clock("+0")
        porto.process.send_signal(signal.SIGSTOP)
        check(opens("set right it gives its share again")["Lima"] == "released", "without a restart")
        porto.process.send_signal(signal.SIGCONT)
        gateway.clock(shift)
        wrong = cli("grant", link, os.urandom(32).hex())
        check(wrong.status != 0 and wrong.value["error"]["code"] == "signature_stale",
              f"a gateway whose clock jumped by {shift} takes nothing that looks old or to come ({wrong.value})")
        gateway.clock("+0")
        must(cli("grant", link, os.urandom(32).hex()), "set right it takes it, without a restart")
        opens("and films open")
    must(cli("log", "verify"), "the rights log holds together")
    for server in (gateway, *nodes):
        verified(server)
    for server in (*nodes, gateway):
        server.stop()
print("all of it happened")
