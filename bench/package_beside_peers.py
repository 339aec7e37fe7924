#!/usr/bin/env python3
"""Whole-process wall time, CPU time and peak memory of keyreel-cli beside other packagers, as a Markdown table.

    package_beside_peers.py BIN [--runs 7] [--size 256MiB --size 1.3GiB] [--film FILE ...] [--folder DIR]
                            [--peer 'NAME=COMMAND'] [--decrypt-peer 'NAME=COMMAND'] [--only WORD ...]

BIN is the folder of keyreel-cli. Without --film a 1080p H.264 and AAC film of each size is made and kept in --folder
(default: a cache folder in memory when there is room). Peers: ffmpeg, `openssl enc` and `cp` from the system, and
shaka-packager from npm at the version that tests/interop/npm pins. --peer adds a packager by its command line, in which
{in}, {out} (a fresh folder), {kid}, {key} and {iv} are replaced; --decrypt-peer likewise with {in} (a protected video
track) and {out} (a file). --only keeps the rows whose name has one of the words.

All commands take turns, run by run, so that a busy machine hurts them alike; the first turn warms the page cache and is
not counted. Peak memory is the kernel's; a process smaller than this script's own start (about 12 MiB) shows as that."""

import argparse
import os
import pathlib
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

KID, KEY, IV = "00112233445566778899aabbccddeeff", "0123456789abcdef0123456789abcdef", "0123456789abcdef" + "0" * 16
PACKAGES = pathlib.Path(__file__).resolve().parent.parent / "tests/interop/npm"
UNITS = {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}


def byte_count(text):
    for unit, factor in UNITS.items():
        if text.endswith(unit):
            return int(float(text[: -len(unit)]) * factor)
    return int(text)


def shaka_packager(cache):
    """The program from npm, installed once; the lock file holds its hash."""
    names = {"x86_64": "packager-linux-x64", "aarch64": "packager-linux-arm64"}
    program = cache / "npm/node_modules/shaka-packager/bin" / names.get(platform.machine(), "none")
    if not program.exists():
        home = cache / "npm"
        home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PACKAGES / name, home / name)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=home, check=True)
    if not program.exists():
        sys.exit(f"shaka-packager has no program for {platform.machine()}")
    program.chmod(0o755)
    return program


def make_film(path, size):
    """A piece of 10 s at about 20 Mbit/s, repeated without encoding again until the file has its size."""
    if path.exists() and abs(path.stat().st_size - size) < size / 20:
        return path
    piece = path.with_name("piece.mp4")
    if not piece.exists():
        subprocess.run(["ffmpeg", "-y", "-v", "error", "-f", "lavfi", "-i",
                        "testsrc2=size=1920x1080:rate=30:duration=10,noise=alls=20:allf=t", "-f", "lavfi", "-i",
                        "sine=frequency=440:duration=10:sample_rate=48000", "-c:v", "libx264", "-preset", "superfast", "-bf", "2",
                        "-b:v", "20M", "-maxrate", "24M", "-bufsize", "24M", "-g", "60", "-pix_fmt", "yuv420p", "-c:a", "aac",
                        "-b:a", "128k", str(piece)], check=True)
    subprocess.run(["ffmpeg", "-y", "-v", "error", "-stream_loop", "-1", "-i", str(piece), "-c", "copy", "-fs", str(size),
                    str(path)], check=True)
    return path


def measure(command):
    """(wall s, CPU s, peak KiB) of one run."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{shlex.join(command)}\nended with {child.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def filled(template, **values):
    return [part.format(kid=KID, key=KEY, iv=IV, **values) for part in shlex.split(template)]


def package_rows(bin_folder, film, out, shaka, extra):
    cli = str(bin_folder / "keyreel-cli")

    def ours(scheme, *more):
        return [cli, "package", str(film), "--out", str(out), "--key", f"{KID}:{KEY}", "--scheme", scheme, *more]

    def shakas(scheme):
        return [str(shaka), f"in={film},stream=video,output={out}/v.mp4", f"in={film},stream=audio,output={out}/a.mp4",
                "--enable_raw_key_encryption", "--keys", f"label=:key_id={KID}:key={KEY}", "--clear_lead", "0",
                "--segment_duration", "4", "--protection_scheme", scheme, "--quiet", "--mpd_output", f"{out}/out.mpd",
                "--hls_master_playlist_output", f"{out}/m.m3u8"]

    rows = {
        "cp": ["cp", str(film), f"{out}/copy"],
        "openssl enc": ["openssl", "enc", "-aes-128-ctr", "-K", KEY, "-iv", IV, "-in", str(film), "-out", f"{out}/enc"],
        "keyreel cenc": ours("cenc", "--no-digests"),
        "keyreel cbcs": ours("cbcs", "--no-digests"),
        "keyreel cenc, all digests": ours("cenc"),
        "keyreel cbcs, all digests": ours("cbcs"),
        "shaka-packager cenc": shakas("cenc"),
        "shaka-packager cbcs": shakas("cbcs"),
        # Its fragmented form cannot be decrypted by anything: this is its valid one, without manifests.
        "ffmpeg cenc, progressive": ["ffmpeg", "-y", "-v", "error", "-i", str(film), "-map", "0", "-c", "copy",
                                     "-encryption_scheme", "cenc-aes-ctr", "-encryption_key", KEY, "-encryption_kid", KID,
                                     f"{out}/peer.mp4"],
    }
    for name, template in extra.items():
        rows[name] = filled(template, **{"in": str(film), "out": str(out)})
    return rows


def decrypt_rows(bin_folder, protected, out, shaka, extra):
    rows = {}
    for scheme, track in protected.items():
        rows[f"decrypt: keyreel {scheme}"] = [str(bin_folder / "keyreel-cli"), "decrypt", str(track), "--key", f"{KID}:{KEY}",
                                              "-o", f"{out}/clear.mp4"]
        rows[f"decrypt: shaka-packager {scheme}"] = [str(shaka), f"in={track},stream=video,output={out}/clear.mp4",
                                                     "--enable_raw_key_decryption", "--keys", f"label=:key_id={KID}:key={KEY}",
                                                     "--quiet"]
        rows[f"decrypt: ffmpeg {scheme}"] = ["ffmpeg", "-y", "-v", "error", "-decryption_key", KEY, "-i", str(track), "-c",
                                             "copy", f"{out}/clear.mp4"]
    track = protected["cenc"]
    rows["decrypt: openssl enc"] = ["openssl", "enc", "-aes-128-ctr", "-K", KEY, "-iv", IV, "-in", str(track), "-out",
                                    f"{out}/enc"]
    for name, template in extra.items():
        rows["decrypt: " + name] = filled(template, **{"in": str(track), "out": f"{out}/clear.mp4"})
    return rows


def report(title, rows, runs, out, only):
    rows = {name: command for name, command in rows.items() if not only or any(word in name for word in only)}
    taken = {name: [] for name in rows}
    for run in range(runs + 1):
        for name, command in rows.items():
            fresh(out)
            figures = measure(command)
            if run > 0:
                taken[name].append(figures)
    print(f"\n{title}\n\n| command | wall s (median) | min to max | CPU s | peak MiB | wall / openssl enc |\n|---|---|---|---|---|---|")
    yardstick = next((statistics.median(w for w, _, _ in taken[n]) for n in taken if n.endswith("openssl enc")), None)
    for name, figures in taken.items():
        wall, cpu, peak = zip(*figures)
        middle = statistics.median(wall)
        ratio = f"{middle / yardstick:.2f}" if yardstick else ""
        print(f"| {name} | {middle:.3f} | {min(wall):.3f} to {max(wall):.3f} | {statistics.median(cpu):.3f} | "
              f"{max(peak) / 1024:.0f} | {ratio} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--size", action="append", type=byte_count)
    parser.add_argument("--film", action="append", type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--peer", action="append", default=[])
    parser.add_argument("--decrypt-peer", action="append", default=[])
    parser.add_argument("--only", action="append")
    given = parser.parse_args()

    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "keyreel/bench"
    sizes = given.size or [256 << 20, int(1.3 * (1 << 30))]
    in_memory = os.path.isdir("/dev/shm") and shutil.disk_usage("/dev/shm").free > 4 * max(sizes)
    folder = given.folder or (pathlib.Path("/dev/shm/keyreel-bench") if in_memory else cache)
    folder.mkdir(parents=True, exist_ok=True)
    films = given.film or [make_film(folder / f"film-{size >> 20}.mp4", size) for size in sizes]
    shaka = shaka_packager(cache)
    packagers = dict(peer.split("=", 1) for peer in given.peer)
    decrypters = dict(peer.split("=", 1) for peer in given.decrypt_peer)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start, {given.runs} runs each after one to warm up")
    for film in films:
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            out = pathlib.Path(scratch) / "out"
            size = film.stat().st_size
            report(f"Packaging {size / 1e6:.0f} MB", package_rows(given.bin, film, out, shaka, packagers), given.runs, out,
                   given.only)
            protected = {}
            for scheme in ("cenc", "cbcs"):
                home = pathlib.Path(scratch) / scheme
                measure([str(given.bin / "keyreel-cli"), "package", str(film), "--out", str(home), "--key", f"{KID}:{KEY}",
                         "--scheme", scheme])
                protected[scheme] = max(home.glob("video-*.mp4"), key=lambda track: track.stat().st_size)
            size = protected["cenc"].stat().st_size
            report(f"Decrypting a video track of {size / 1e6:.0f} MB",
                   decrypt_rows(given.bin, protected, out, shaka, decrypters), given.runs, out, given.only)


if __name__ == "__main__":
    main()
