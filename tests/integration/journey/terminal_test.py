#!/usr/bin/env python3
"""Secrets at a terminal: what is typed is not shown, and Ctrl-C ends the prompt with the terminal as it was."""

import os
import pathlib
import pty
import select
import signal
import subprocess
import termios
import time

from keyreel import CLI, check, cli, folder, must

PASSWORD = b"seven grey herons wait"


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, *arguments, profile="maker"):
        self.master, slave = pty.openpty()
        self.slave = slave
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen([CLI, "--profile", profile, *map(str, arguments)], stdin=slave, stdout=slave,
                                        stderr=slave, start_new_session=True, preexec_fn=lambda: own_terminal(slave))
        self.seen = b""

    def wait_for(self, text):
        deadline = time.monotonic() + 30
        while text not in self.seen and time.monotonic() < deadline:
            if select.select([self.master], [], [], 0.2)[0]:
                self.seen += os.read(self.master, 4096)
        check(text in self.seen, f"it says '{text.decode()}' ({self.seen!r})")

    def wait_until_quiet(self):
        deadline = time.monotonic() + 30
        while self.echoes() and time.monotonic() < deadline:
            select.select([], [], [], 0.01)
        check(not self.echoes(), "what is typed is not shown")

    def type(self, text):
        os.write(self.master, text)

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def end(self):
        deadline = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < deadline:
            if select.select([self.master], [], [], 0.1)[0]:
                self.seen += os.read(self.master, 4096)
        status = self.process.poll()
        if status is None:
            self.process.kill()
        while select.select([self.master], [], [], 0)[0]:
            self.seen += os.read(self.master, 4096)
        check(termios.tcgetattr(self.slave) == self.before, "the terminal is as it was before")
        os.close(self.slave)
        os.close(self.master)
        return status


def own_terminal(slave):
    """Makes the terminal the controlling one, so that Ctrl-C becomes SIGINT as it does for people."""
    import fcntl
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


CTRL_C = b"\x03"

with folder() as work:
    work = pathlib.Path(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity is made")

    for typed in (b"", b"half a pass"):
        kit = work / "never.keyreel-kit"
        terminal = Terminal("identity", "kit", "create", kit)
        terminal.wait_for(b"A password for the kit")
        terminal.wait_until_quiet()
        terminal.type(typed + CTRL_C)
        check(terminal.end() == 130, "Ctrl-C at the first prompt ends it with 130")
        check(b"half" not in terminal.seen and not kit.exists(), "nothing typed was shown, and there is no kit")

    terminal = Terminal("identity", "kit", "create", kit)
    terminal.wait_for(b"A password for the kit")
    terminal.wait_until_quiet()
    terminal.type(PASSWORD + b"\n")
    terminal.wait_for(b"The same once more")
    terminal.wait_until_quiet()
    terminal.process.send_signal(signal.SIGTERM)
    check(terminal.end() == 130 and not kit.exists(), "so does SIGTERM at the second")

    kit = work / "mara.keyreel-kit"
    terminal = Terminal("identity", "kit", "create", kit)
    terminal.wait_for(b"A password for the kit")
    terminal.wait_until_quiet()
    terminal.type(PASSWORD + b"\n")
    terminal.wait_for(b"The same once more")
    terminal.wait_until_quiet()
    terminal.type(PASSWORD + b"\n")
    check(terminal.end() == 0 and kit.exists(), f"typed twice it makes a kit ({terminal.seen!r})")
    check(PASSWORD not in terminal.seen, "the password was never shown")

    terminal = Terminal("identity", "kit", "restore", kit, profile="again")
    terminal.wait_for(b"The password of the kit")
    terminal.wait_until_quiet()
    terminal.type(CTRL_C)
    check(terminal.end() == 130, "Ctrl-C at the prompt of a restore ends it with 130")
    terminal = Terminal("identity", "restore", "--name", "Mara", profile="again")
    terminal.wait_for(b"Type the 12 or 24 words")
    terminal.type(CTRL_C)
    check(terminal.end() == 130, "and so it does where the words are typed")
    check(cli("identity", "show", profile="again")["state"] == "first_run", "nobody was restored")
print("all of it happened")
