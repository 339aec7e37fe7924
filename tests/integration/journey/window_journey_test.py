#!/usr/bin/env python3
"""What ./dev run shows: the window, started for the first time, does the main job by itself until the film plays. SIGTERM
then ends it and the servers that it started. The second argument says where the window appears: offscreen, on an X server,
or on a Wayland compositor."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading

from keyreel import WINDOW, check, cli, clip, folder, must, services

PATIENCE = 180


@contextlib.contextmanager
def running(command, ready):
    """A display server; gives the first line in which it says that it is ready."""
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    patience = threading.Timer(60, server.kill)
    patience.start()
    line = next((each for each in server.stdout if ready(each)), None)
    patience.cancel()
    check(line is not None, f"{command[0]} is ready")
    reading = threading.Thread(target=lambda: shutil.copyfileobj(server.stdout, open(os.devnull, "w")))
    reading.start()
    try:
        yield line.strip()
    finally:
        server.terminate()
        server.wait(30)
        reading.join()


@contextlib.contextmanager
def display(platform):
    """The environment in which a window appears on that platform, and on no other."""
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if platform == "xcb":
        with running(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24"], str.strip) as number:
            yield {**bare, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    elif platform == "wayland":
        with running(["weston", "--backend=headless-backend.so", "--socket=keyreel-test", "--log=/dev/stdout"],
                     lambda line: "weston-desktop-shell" in line):
            yield {**bare, "QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "keyreel-test"}
    else:
        yield {**bare, "QT_QPA_PLATFORM": platform}


with folder() as work, display(sys.argv[2]) as where:
    film = clip(work, seconds=4)
    window = subprocess.Popen([WINDOW, "--profile", "maker", "--journey", film], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, env=where)
    complaints = []
    patience = threading.Timer(PATIENCE, window.kill)
    patience.start()
    listening = threading.Thread(target=lambda: complaints.extend(window.stderr))
    listening.start()
    said = window.stdout.readline()
    patience.cancel()
    check(said.startswith("Published and playing: keyreel://"), f"the film is published and plays ({said}{complaints})")
    check(all(row["running"] for row in services().values()), "on four servers")
    window.send_signal(signal.SIGTERM)
    check(window.wait(60) == 0, f"SIGTERM ends the window in good order ({window.returncode})")
    listening.join()
    left = [name for name, row in services().items() if row["running"]]
    check(not left, f"and the servers that it started ({left} run)")
    films = must(cli("library"), "the library opens without the window")["films"]
    check([each["link"] for each in films] == [said.split()[-1]], "and holds the film")
    cli("network", "down")
print("all of it happened")
