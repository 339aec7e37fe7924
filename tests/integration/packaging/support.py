"""What the packaging tests have in common: ffmpeg as the stranger that decrypts and decodes, and the program itself."""

import json
import subprocess
import sys

KID, KEY = "00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"


def check(condition, what):
    print("ok:" if condition else "FAILED:", what, flush=True)
    if not condition:
        sys.exit(1)


def ffmpeg(*arguments):
    return subprocess.run(["ffmpeg", "-y", "-v", "error", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True).stdout


def hashes(path, stream, *options):
    """Of every decoded frame."""
    out = ffmpeg(*options, "-i", path, "-map", stream, "-fps_mode", "passthrough", "-f", "framehash", "-hash", "sha256", "-")
    return [line.split(",")[-1].strip() for line in out.splitlines() if line and not line.startswith("#")]


def sound(path, *options):
    """All that a decoder makes of the sound, priming and padding with it: of fragments ffmpeg cuts neither off."""
    whole = ["-ignore_editlist", "1"] if path.suffix in (".mp4", ".m4a") else []
    return subprocess.run(["ffmpeg", "-v", "error", "-flags2", "+skip_manual", *whole, *map(str, options), "-i", str(path), "-map", "0:a:0",
                           "-f", "s16le", "-"], check=True, stdin=subprocess.DEVNULL, capture_output=True).stdout


def sounds_like(made, source):
    """Whether the decrypted track is the source to the last sample."""
    whole, product = sound(source), sound(made, "-decryption_key", KEY)
    print(f"   {len(whole)} bytes of sound in {source.name}, {len(product)} in {made.name}")
    return len(whole) > 0 and product == whole


def shown_times(path, stream, *options):
    """When each packet is shown, in the order of decoding, in microseconds from the first."""
    out = subprocess.run(["ffprobe", "-v", "error", *map(str, options), "-select_streams", stream, "-show_entries", "packet=pts_time",
                          "-of", "csv=p=0", str(path)], check=True, capture_output=True, text=True).stdout
    times = [round(float(line.split(",")[0]) * 1e6) for line in out.split() if line]
    return [time - min(times) for time in times]


class Program:
    def __init__(self, folder):
        self.cli = folder / "keyreel-cli"

    def run(self, *arguments):
        return subprocess.run([self.cli, "--json", *map(str, arguments)], capture_output=True, text=True)

    def probe(self, film):
        return json.loads(self.run("probe", film).stdout)

    def package(self, *arguments):
        """What came out; fails the test when it did not."""
        done = self.run("package", *arguments, "--key", f"{KID}:{KEY}")
        check(done.returncode == 0, f"packaged: {' '.join(str(a) for a in arguments)} {'' if done.returncode == 0 else done.stdout}")
        return json.loads(done.stdout)

    def refused(self, code, *arguments):
        done = self.run("package", *arguments, "--key", f"{KID}:{KEY}")
        check(done.returncode != 0 and code in done.stdout, f"refused with {code}: {done.stdout.strip()[-400:]}")

    def breaks_no_rule(self, path):
        done = subprocess.run([self.cli, "inspect", "--check", path], capture_output=True, text=True)
        check("No rule is broken." in done.stdout, f"{path.name} breaks no rule {'' if 'No rule' in done.stdout else done.stdout[-600:]}")
