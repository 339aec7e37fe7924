"""Chromium without a screen, driven over its debugging pipe, and a web server that knows byte ranges."""

import functools
import http.server
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time


class Files(http.server.BaseHTTPRequestHandler):
    """GET below the folders of `roots` ({"/name/": folder}), whole or one byte range."""

    protocol_version = "HTTP/1.1"
    types = {".html": "text/html", ".js": "text/javascript", ".mpd": "application/dash+xml",
             ".m3u8": "application/vnd.apple.mpegurl", ".mp4": "video/mp4"}

    def __init__(self, roots, *arguments):
        self.roots = roots
        super().__init__(*arguments)

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        found = next((pathlib.Path(folder) / path[len(name):] for name, folder in self.roots.items() if path.startswith(name)), None)
        if found is None or ".." in path or not found.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = found.read_bytes()
        begin, end, status = 0, len(data), 200
        wanted = self.headers.get("Range", "")
        if wanted.startswith("bytes="):
            first, last = wanted[6:].split("-")
            begin, status = int(first), 206
            end = min(int(last) + 1, len(data)) if last else len(data)
        self.send_response(status)
        self.send_header("Content-Type", self.types.get(found.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(end - begin))
        self.send_header("Accept-Ranges", "bytes")
        if status == 206:
            self.send_header("Content-Range", f"bytes {begin}-{end - 1}/{len(data)}")
        self.end_headers()
        self.wfile.write(data[begin:end])


def serve(roots):
    """Serves on a free port of this machine only; returns its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, roots))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


class Chromium:
    def __init__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            sys.exit("Chromium is missing: install the package chromium")
        self.profile = tempfile.mkdtemp()
        self.serial, self.pending = 0, b""
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def wire():
            os.setsid()
            # Chromium reads commands from 3 and answers on 4; neither end may already stand there.
            command, answer = os.dup(to_browser), os.dup(from_browser)
            high = [os.dup2(command, 203), os.dup2(answer, 204)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--autoplay-policy=no-user-gesture-required",
             "--mute-audio", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "--window-size=640,480",
             f"--user-data-dir={self.profile}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=wire, close_fds=False)
        os.close(to_browser)
        os.close(from_browser)
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self.call("Page.enable")

    session = None

    def message(self, deadline):
        while b"\0" not in self.pending:
            ready, _, _ = select.select([self.read_end], [], [], max(0, deadline - time.monotonic()))
            block = os.read(self.read_end, 1 << 20) if ready else b""
            if not block:
                sys.exit("Chromium does not answer")
            self.pending += block
        one, self.pending = self.pending.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, parameters=None, seconds=120):
        self.serial += 1
        request = {"id": self.serial, "method": method, "params": parameters or {}}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.write_end, json.dumps(request).encode() + b"\0")
        deadline = time.monotonic() + seconds
        while True:
            answer = self.message(deadline)
            if answer.get("id") == self.serial:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def open(self, address):
        """Loads a page and waits until its scripts have run."""
        self.call("Page.navigate", {"url": address})
        deadline = time.monotonic() + 120
        while self.message(deadline).get("method") != "Page.loadEventFired":
            pass

    def evaluate(self, expression):
        """The value that a JavaScript promise gives."""
        done = self.call("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
        if "exceptionDetails" in done:
            return {"thrown": done["exceptionDetails"].get("exception", {}).get("description", "something")}
        return done["result"].get("value")

    def screenshot(self):
        return self.call("Page.captureScreenshot", {"format": "png"})["data"]

    def close(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
