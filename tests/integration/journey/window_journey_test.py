#!/usr/bin/env python3
"""What ./dev run shows: the window, started for the first time, does the main job by itself until the film plays. SIGTERM
then ends it and the servers that it started."""

import os
import signal
import subprocess
import threading

from keyreel import WINDOW, check, cli, clip, folder, must, services

PATIENCE = 90

with folder() as work:
    film = clip(work, seconds=4)
    window = subprocess.Popen([WINDOW, "--profile", "maker", "--journey", film], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
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
    window.wait(30)
    listening.join()
    films = must(cli("library"), "the library opens without the window")["films"]
    check([each["link"] for each in films] == [said.split()[-1]], "and holds the film")
    cli("network", "down")
print("all of it happened")
