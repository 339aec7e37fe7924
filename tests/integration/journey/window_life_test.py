#!/usr/bin/env python3
"""The window's own life, with real processes: one window per profile, whatever else is started meanwhile; a journey that
is ended before its end has failed; notes that a stranger's hand has bent, Ctrl-C and a dead window's socket are survived."""

import fcntl
import json
import os
import signal
import subprocess
import threading
import time

from keyreel import DATA, WINDOW, check, cli, clip, down, folder, must, services

PATIENCE = 60
PROFILE = DATA / "profiles" / "maker"
NOTES = DATA / "network" / "services.json"


class Window:
    """A start of the window whose words are read until a certain one comes."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([WINDOW, "--profile", "maker", *map(str, arguments)], stderr=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, text=True,
                                        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    def says(self, words):
        patience = threading.Timer(PATIENCE, self.process.kill)
        patience.start()
        heard = next((line for line in self.process.stderr if words in line), None)
        patience.cancel()
        return heard is not None

    def ends(self, with_signal=None):
        if with_signal:
            self.process.send_signal(with_signal)
        try:
            self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
        return self.process.returncode


def until(condition, what):
    """A program that runs before every look gives the machine its time."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        services()
        if condition():
            return
    check(False, what)


def socket():
    """Which socket lies there: its number may come again, its time does not."""
    try:
        found = (PROFILE / "window.socket").stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def at_work():
    """Whether some program has the profile's record open."""
    try:
        with open(PROFILE / "audit.log", "rb") as record:
            fcntl.flock(record, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True


def all_run():
    rows = services()
    return len(rows) == 4 and all(row["running"] for row in rows.values())


with folder() as work:
    film = clip(work, seconds=2)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    must(cli("network", "up"), "the network is up")
    must(cli("network", "down"), "and down again")

    # Another Keyreel, or a hand, has written this file in another way.
    notes = json.loads(NOTES.read_text())
    for row in notes.values():
        row["pid"], row["startTime"] = "12", "now"
    NOTES.write_text(json.dumps(notes))

    first = Window()
    until(lambda: first.process.poll() is not None or (all_run() and at_work()), "the window starts its servers")
    check(first.process.poll() is None, f"notes of another form end no window ({first.process.returncode})")
    owner = socket()
    check(owner is not None, "and listens for other starts")

    journey = Window("--journey", film)
    check(journey.says("Another Keyreel program"), "a journey beside it says that the profile is in use")
    check(socket() == owner, "and leaves the first window its socket")
    check(journey.ends(signal.SIGINT) == 1, f"ended before its end, it has failed ({journey.process.returncode})")
    check(socket() == owner, "the socket outlives it")
    third = Window("keyreel://127.0.0.1:1/" + "0" * 32)
    check(third.ends() == 0, f"a third start hands its link over to the first window ({third.process.returncode})")

    films = Window("--play", film, film)
    check(films.ends() == 0, f"and another its films ({films.process.returncode})")
    mixed = Window(film, "keyreel://127.0.0.1:1/" + "0" * 32)
    check(mixed.says("(wish_invalid)") and mixed.ends() == 1, "a link beside a film is refused")

    first.process.kill()
    first.process.communicate()
    check(socket() == owner, "a killed window leaves its socket")
    second = Window()
    until(lambda: second.process.poll() is not None or socket() not in (None, owner),
          "the next window takes the place of the dead one")
    fourth = Window("keyreel://127.0.0.1:1/" + "0" * 32)
    check(fourth.ends() == 0, "and is handed what later starts are given")
    until(lambda: all_run() and at_work(), "its servers run")
    check(second.ends(signal.SIGHUP) == 0, f"the end of the session ends it in good order ({second.process.returncode})")
    left = [name for name, row in services().items() if row["running"]]
    check(not left, f"and the servers that it started ({left} run)")
    down()
print("all of it happened")
