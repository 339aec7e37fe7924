"""Servers that somebody else runs, each under a certificate of its own."""

import json
import signal
import subprocess

from keyreel import BIN, check


class Server:
    """One gateway or key node with its data in WORK/NAME; its authority is added to WORK/authorities.pem."""

    def __init__(self, work, name, program, *arguments):
        self.command = [BIN / program, "--data", f"{work}/{name}", "--name", name, *arguments]
        self.name = name
        self.start()
        # Started again it is where it was: films name its address.
        self.command += ["--listen", self.url.removeprefix("https://")]
        with open(f"{work}/authorities.pem", "a") as bundle, open(f"{work}/{name}/tls/ca.pem") as own:
            bundle.write(own.read())

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = json.loads(self.process.stdout.readline())["url"]

    def kill(self):
        self.process.kill()
        self.process.wait(30)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        check(self.process.wait(30) == 0, f"{self.name} ends as asked")


def gateway(work):
    return Server(work, "gateway", "keyreel-gateway")


def node(work, name, at):
    return Server(work, name, "keyreel-keynode", "--gateway", at.url, "--ca", f"{work}/gateway/tls/ca.pem",
                  "--operator", f"{name} film club")
