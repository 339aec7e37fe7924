#!/usr/bin/env python3
"""Peak memory and time of packaging and inspecting a very long film, as a Markdown table.

    long_film.py BIN [--size 20GiB] [--folder DIR] [--clip FILE]

BIN is the folder of keyreel-cli. The film is one clip (default: ten seconds of 1080p H.264 at 20 Mbit/s and AAC) whose sample
tables are repeated until the samples add up to --size, while its media data stand in the file once: everything that
grows with a film's length grows, and a disk has to hold the protected film only. `inspect --check` and `inspect` then
read the protected picture. Peak memory is that of the largest process, as the kernel counts it."""

import argparse
import multiprocessing
import pathlib
import struct
import tempfile

from package_beside_peers import KEY, KID, byte_count, make_film, measure

CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts"}


def boxes(data, begin, end):
    """(type, beginning of the content, end) of each box."""
    while begin + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, begin)
        header = 8
        if size == 1:
            size, header = struct.unpack_from(">Q", data, begin + 8)[0], 16
        if size < header or begin + size > end:
            raise SystemExit("the clip is damaged")
        yield kind, begin + header, begin + size
        begin += size


def box(kind, content):
    return struct.pack(">I4s", len(content) + 8, kind) + content


def field(content, at, form):
    return struct.unpack_from(">" + form, content, at)[0]


def scaled(content, at32, at64, factor):
    """A full box whose duration, of 32 or 64 bits by its version, is multiplied; it becomes one of version 1 only where
    it was."""
    out = bytearray(content)
    if content[0] == 1:
        struct.pack_into(">Q", out, at64, field(content, at64, "Q") * factor)
    else:
        struct.pack_into(">I", out, at32, min(field(content, at32, "I") * factor, 0xFFFFFFFF))
    return bytes(out)


def repeated(kind, content, times, counts):
    """A sample table for `times` of what the clip has."""
    head, body = content[:4], content[8:]
    count = field(content, 4, "I") if kind != b"stsz" else counts["samples"]
    if kind in (b"stts", b"ctts"):
        return head + struct.pack(">I", count * times) + body * times
    if kind == b"stsz":
        if field(content, 4, "I") != 0:
            return head + struct.pack(">II", field(content, 4, "I"), count * times)
        return head + struct.pack(">II", 0, count * times) + content[12:] * times
    if kind == b"stss":
        numbers = struct.unpack(f">{count}I", body)
        return head + struct.pack(">I", count * times) + b"".join(
            struct.pack(f">{count}I", *(number + turn * counts["samples"] for number in numbers)) for turn in range(times))
    if kind == b"stsc":
        runs = [struct.unpack_from(">III", body, 12 * i) for i in range(count)]
        return head + struct.pack(">I", count * times) + b"".join(
            struct.pack(">III", first + turn * counts["chunks"], samples, entry)
            for turn in range(times) for first, samples, entry in runs)
    raise AssertionError(kind)


def lengthened(data, begin, end, times, shift, counts=None):
    out = []
    for kind, first, last in boxes(data, begin, end):
        content = data[first:last]
        if kind == b"stbl":
            tables = {each: data[a:b] for each, a, b in boxes(data, first, last)}
            counts = {"samples": field(tables[b"stsz"], 8, "I"), "chunks": field(tables[b"stco"], 4, "I")}
        if kind in CONTAINERS:
            content = lengthened(data, first, last, times, shift, counts)
        elif kind in (b"mvhd", b"mdhd"):
            content = scaled(content, 16, 24, times)
        elif kind == b"tkhd":
            content = scaled(content, 20, 28, times)
        elif kind == b"elst":
            content = content[:8] + scaled(bytes([content[0]]) + content[1:], 8, 8, times)[8:]
        elif kind in (b"stts", b"ctts", b"stsz", b"stss", b"stsc"):
            content = repeated(kind, content, times, counts)
        elif kind == b"stco":
            offsets = [offset + shift for offset in struct.unpack(f">{counts['chunks']}I", content[8:])]
            kind, content = b"co64", content[:4] + struct.pack(">I", len(offsets) * times) + struct.pack(
                f">{len(offsets)}Q", *offsets) * times
        elif kind in (b"sbgp", b"sdtp", b"udta"):
            continue
        out.append(box(kind, content))
    return b"".join(out)


def long_film(clip, path, size):
    data = clip.read_bytes()
    top = {kind: (first, last) for kind, first, last in boxes(data, 0, len(data))}
    first, last = top[b"mdat"]
    times = max(1, round(size / (last - first)))
    kind = data[top[b"ftyp"][0] - 8:top[b"ftyp"][1]]
    # The media data come first here, so that their place does not depend on the size of the tables.
    shift = len(kind) + 16 - first
    moov = lengthened(data, *top[b"moov"], times, shift)
    path.write_bytes(kind + struct.pack(">I4sQ", 1, b"mdat", last - first + 16) + data[first:last] + box(b"moov", moov))
    return times * (last - first)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("--size", type=byte_count, default=20 << 30)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--clip", type=pathlib.Path)
    given = parser.parse_args()
    cli = given.bin / "keyreel-cli"
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        home = pathlib.Path(scratch)
        clip = given.clip or make_film(home / "clip.mp4", 24 << 20)
        film = home / "long.mp4"
        # In a process of its own: what this one has in memory when it starts others would count as theirs.
        with multiprocessing.get_context("spawn").Pool(1) as apart:
            total = apart.apply(long_film, (clip, film, given.size))
        print(f"A film of {total / 1e9:.2f} GB in a file of {film.stat().st_size / 1e6:.0f} MB\n")
        print("| command | wall s | CPU s | peak MiB |\n|---|---|---|---|")

        def row(name, *command):
            wall, cpu, peak = measure([str(part) for part in (cli, *command)])
            print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1024:.0f} |", flush=True)

        row("probe", "probe", film)
        row("package, all digests", "package", film, "--out", home / "out", "--key", f"{KID}:{KEY}")
        track = max((home / "out").glob("video-*.mp4"), key=lambda each: each.stat().st_size)
        row(f"inspect, {track.stat().st_size / 1e9:.2f} GB", "inspect", track)
        row("inspect --check", "inspect", "--check", track)


if __name__ == "__main__":
    main()
