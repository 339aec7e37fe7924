"""Rules of HLS playlists (RFC 8216bis), each with its section: faults(folder) says what is wrong with the playlists of a package."""

import itertools
import re

ATTRIBUTE = re.compile(r'([A-Z0-9-]+)=("[^"\r\n]*"|0[xX][0-9A-F]+|[^",\s]+)(?:,|$)')
# Attributes by tag: what must be there, and what may (sections 4.4.4 to 4.4.6).
KNOWN = {
    "EXT-X-KEY": ({"METHOD"}, {"URI", "IV", "KEYFORMAT", "KEYFORMATVERSIONS", "KEYID"}),
    "EXT-X-SESSION-KEY": ({"METHOD", "URI"}, {"IV", "KEYFORMAT", "KEYFORMATVERSIONS", "KEYID"}),
    "EXT-X-MAP": ({"URI"}, {"BYTERANGE"}),
    "EXT-X-MEDIA": ({"TYPE", "GROUP-ID", "NAME"}, {"LANGUAGE", "DEFAULT", "AUTOSELECT", "FORCED", "CHARACTERISTICS", "CHANNELS", "URI"}),
    "EXT-X-STREAM-INF": ({"BANDWIDTH"}, {"AVERAGE-BANDWIDTH", "CODECS", "SUPPLEMENTAL-CODECS", "RESOLUTION", "FRAME-RATE", "VIDEO-RANGE", "AUDIO", "SUBTITLES"}),
    # Not of the RFC: the specification for image media playlists, which players that do not know it leave out.
    "EXT-X-IMAGE-STREAM-INF": ({"BANDWIDTH", "URI"}, {"RESOLUTION", "CODECS"}),
    "EXT-X-TILES": ({"RESOLUTION", "LAYOUT", "DURATION"}, set()),
    "EXT-X-I-FRAME-STREAM-INF": ({"BANDWIDTH", "URI"}, {"AVERAGE-BANDWIDTH", "CODECS", "SUPPLEMENTAL-CODECS", "RESOLUTION", "VIDEO-RANGE"}),
}
QUOTED = {"URI", "KEYFORMAT", "KEYFORMATVERSIONS", "BYTERANGE", "GROUP-ID", "NAME", "LANGUAGE", "CHARACTERISTICS", "CHANNELS", "CODECS", "SUPPLEMENTAL-CODECS",
          "AUDIO", "SUBTITLES"}
FORM = {
    "BANDWIDTH": r"[1-9]\d*", "AVERAGE-BANDWIDTH": r"[1-9]\d*", "RESOLUTION": r"[1-9]\d*x[1-9]\d*", "FRAME-RATE": r"\d+(\.\d{1,3})?", "VIDEO-RANGE": "SDR|HLG|PQ",
    "DEFAULT": "YES|NO", "AUTOSELECT": "YES|NO", "FORCED": "YES|NO", "TYPE": "AUDIO|VIDEO|SUBTITLES|CLOSED-CAPTIONS", "IV": r"0[xX][0-9A-Fa-f]{32}",
    "LAYOUT": r"[1-9]\d*x[1-9]\d*", "DURATION": r"\d+(\.\d+)?", "METHOD": "NONE|AES-128|SAMPLE-AES|SAMPLE-AES-CTR", "BYTERANGE": r"\d+(@\d+)?", "KEYFORMATVERSIONS": r"\d+(/\d+)*", "LANGUAGE": r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
    "CHANNELS": r"[1-9]\d*(/.*)?", "SUPPLEMENTAL-CODECS": r"[^,/\s]+(/[^,/\s]+)*(,[^,/\s]+(/[^,/\s]+)*)*",
}


class Playlist:
    """Lines of a playlist as tags, with what is wrong in each."""

    def __init__(self, path):
        self.path, self.found = path, []
        raw = path.read_bytes()
        self.expect(not raw.startswith(b"\xef\xbb\xbf"), "4", "begins with a byte order mark")
        self.expect(not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", raw), "4", "has control characters")
        self.lines = raw.decode("utf-8").split("\n")
        self.expect(self.lines[0] == "#EXTM3U", "4.4.1.1", "does not begin with EXTM3U")
        self.expect(self.lines[-1] == "", "4.1", "does not end with a line feed")
        self.tags = [self.tag(line) for line in self.lines[:-1] if line.startswith("#EXT")]
        # A line is blank, a tag, a comment or an address; we write neither blanks nor comments.
        for line in self.lines[:-1]:
            self.expect(line.startswith("#EXT") or re.fullmatch(r"[^#\s\"][^\s\"]*", line), "4.1", f"has the line \"{line}\"")

    def expect(self, condition, section, what):
        if not condition:
            self.found.append(f"{self.path.name} (RFC 8216bis section {section}): {what}")

    def tag(self, line):
        name, _, value = line[1:].partition(":")
        if name not in KNOWN:
            return name, value
        attributes, at = {}, 0
        while at < len(value):
            match = ATTRIBUTE.match(value, at)
            if match is None:
                self.expect(False, "4.2", f"cannot be read behind \"{value[:at]}\" in {name}")
                break
            key, text = match.group(1), match.group(2)
            self.expect(key not in attributes, "4.2", f"{name} says {key} twice")
            self.expect(text.startswith('"') == (key in QUOTED), "4.2", f"{key} is not of its type")
            attributes[key], at = text.strip('"'), match.end()
            self.expect(key not in FORM or re.fullmatch(FORM[key], attributes[key]), "4.4", f"{name}: {key} is {text}")
        required, optional = KNOWN[name]
        self.expect(required <= set(attributes), "4.4", f"{name} lacks {required - set(attributes)}")
        self.expect(set(attributes) <= required | optional, "4.4", f"{name} has {set(attributes) - required - optional}")
        return name, attributes

    def only(self, name):
        values = [value for tag, value in self.tags if tag == name]
        self.expect(len(values) == 1, "4.4", f"has {len(values)} of {name}")
        return values[0] if values else ""

    def all(self, name):
        return [value for tag, value in self.tags if tag == name]


class Media(Playlist):
    """A media playlist, with the bit rates of what it names."""

    def __init__(self, path):
        super().__init__(path)
        self.iframes = bool(self.all("EXT-X-I-FRAMES-ONLY"))
        version, self.target = int(self.only("EXT-X-VERSION") or 0), int(self.only("EXT-X-TARGETDURATION") or 0)
        self.expect(self.only("EXT-X-PLAYLIST-TYPE") == "VOD", "4.4.3.5", "is not VOD")
        self.expect(self.tags[-1][0] == "EXT-X-ENDLIST", "4.4.3.4", "has no end")
        self.expect(not {"EXT-X-STREAM-INF", "EXT-X-MEDIA", "EXT-X-SESSION-KEY"} & {tag for tag, _ in self.tags}, "4.1", "has tags of a multivariant playlist")
        self.sizes, self.lengths, self.keyed = [], [], False
        length, place, mapped, behind = None, None, False, {}
        for line in self.lines[:-1]:
            name, value = self.tag(line) if line.startswith("#EXT") else ("", line)
            if name == "EXT-X-MAP":
                mapped = True
                self.covers(value["URI"], value.get("BYTERANGE"), "4.4.4.5")
            elif name == "EXT-X-KEY":
                self.key(value, version)
            elif name == "EXTINF":
                length = float(value.split(",")[0])
                self.expect(length > 0 and round(length) <= self.target, "4.4.3.1", f"has {length} s above its target of {self.target} s")
            elif name == "EXT-X-BYTERANGE":
                place = value
                self.expect(version >= 4, "8", "has byte ranges below version 4")
            elif not name:
                self.expect(length is not None, "4.4.4.1", f"{value} has no length")
                size, end = self.covers(value, place, "4.4.4.2")
                begin = end - size
                self.expect(begin >= behind.get(value, 0), "4.4.4.2", f"{value} goes back to byte {begin}")
                behind[value] = end
                self.sizes.append(size)
                self.lengths.append(length or 0)
                self.expect(mapped or not value.endswith((".mp4", ".m4s")), "3.1.2", f"{value} has no initialization section")
                length = place = None
        self.expect(length is None and place is None, "4.4.4.1", "has a segment without an address")
        self.expect(not (mapped and version < (5 if self.iframes else 6)), "8", "has EXT-X-MAP below its version")
        self.expect(self.sizes, "4.1", "has no segments")

    def key(self, value, version):
        if value["METHOD"] == "NONE":
            self.expect(set(value) == {"METHOD"}, "4.4.4.4", "has a key of no method with attributes")
            return
        self.keyed = True
        self.expect("URI" in value, "4.4.4.4", "has a key without an address")
        self.expect(version >= 5 or "KEYFORMAT" not in value, "8", "has KEYFORMAT below version 5")

    def covers(self, uri, place, section):
        """Size and end of what is named, which must be in its file."""
        file = self.path.parent / uri
        if not file.is_file():
            self.expect(False, section, f"names {uri}, which is not there")
            return 0, 0
        whole = file.stat().st_size
        if place is None:
            return whole, whole
        size, _, offset = place.partition("@")
        self.expect(offset != "" and int(offset) + int(size) <= whole and int(size) > 0, section, f"has {place} of {uri}, which has {whole} bytes")
        return int(size), int(offset or 0) + int(size)

    def peak(self):
        """Section 4.4.6.2: of runs of segments between half and one and a half target durations long."""
        most = 0.0
        for begin in range(len(self.sizes)):
            for end in range(begin + 1, len(self.sizes) + 1):
                span = sum(self.lengths[begin:end])
                if span > 1.5 * self.target:
                    break
                if span >= 0.5 * self.target:
                    most = max(most, sum(self.sizes[begin:end]) * 8 / span)
        return most

    def average(self):
        return sum(self.sizes) * 8 / max(sum(self.lengths), 0.001)


def groups_of(master, tags):
    """Section 4.4.6.1 and 4.4.6.1.1."""
    groups = {}
    for tag in tags:
        groups.setdefault((tag["TYPE"], tag["GROUP-ID"]), []).append(tag)
        if tag.get("DEFAULT") == "YES":
            master.expect(tag.get("AUTOSELECT", "YES") == "YES", "4.4.6.1", f"{tag['NAME']} is the default and not chosen by itself")
        master.expect("FORCED" not in tag or tag["TYPE"] == "SUBTITLES", "4.4.6.1", f"{tag['NAME']} is forced and no subtitle")
        master.expect("URI" in tag or tag["TYPE"] != "SUBTITLES", "4.4.6.1", f"{tag['NAME']} has no address")
        master.expect("CHANNELS" in tag or tag["TYPE"] != "AUDIO", "4.4.6.1", f"{tag['NAME']} does not say its channels")
    for (kind, name), members in groups.items():
        names = [member["NAME"] for member in members]
        master.expect(len(set(names)) == len(names), "4.4.6.1.1", f"two of {name} are called the same")
        master.expect(sum(member.get("DEFAULT") == "YES" for member in members) <= 1, "4.4.6.1.1", f"{name} has two defaults")
    for (one, _), (other, _) in itertools.combinations(groups, 2):
        if one == other:
            programmes = [sorted((member.get("LANGUAGE", ""), member.get("DEFAULT")) for member in members) for (kind, _), members in groups.items() if kind == one]
            master.expect(all(each == programmes[0] for each in programmes), "4.4.6.2.1", f"groups of {one} differ in what there is to hear")
    return groups


def faults(folder):
    master = Playlist(folder / "master.m3u8")
    found = master.found
    tags = master.all("EXT-X-MEDIA")
    groups = groups_of(master, tags)
    streams = master.all("EXT-X-STREAM-INF")
    frames = master.all("EXT-X-I-FRAME-STREAM-INF")
    master.expect(streams, "4.1", "has no variant")
    master.expect(not {"EXTINF", "EXT-X-TARGETDURATION", "EXT-X-KEY", "EXT-X-MAP"} & {tag for tag, _ in master.tags}, "4.1", "has tags of a media playlist")
    lines = master.lines
    addresses = [lines[i + 1] for i, line in enumerate(lines) if line.startswith("#EXT-X-STREAM-INF")]
    media, independent = {}, bool(master.all("EXT-X-INDEPENDENT-SEGMENTS"))
    for uri in {*addresses, *(tag["URI"] for tag in tags if "URI" in tag), *(tag["URI"] for tag in frames)}:
        if not (folder / uri).is_file():
            master.expect(False, "4.1", f"names {uri}, which is not there")
            continue
        media[uri] = Media(folder / uri)
        found += media[uri].found
    if any(uri not in media for uri in addresses):
        return found
    for stream, uri in zip(streams, addresses):
        chosen = [media[uri]]
        for kind in ("AUDIO", "SUBTITLES"):
            if kind in stream:
                members = groups.get((kind, stream[kind]), [])
                master.expect(members, "4.4.6.2", f"names the group {stream[kind]}, which is not there")
                lists = [media[member["URI"]] for member in members if member.get("URI") in media]
                chosen += sorted(lists, key=Media.peak)[-1:]
        master.expect(sum(part.peak() for part in chosen) <= int(stream["BANDWIDTH"]) + 0.001, "4.4.6.2", f"{uri} takes more than its BANDWIDTH")
        master.expect(sum(part.average() for part in chosen) <= int(stream["AVERAGE-BANDWIDTH"]) + 0.001, "4.4.6.2", f"{uri} takes more than its AVERAGE-BANDWIDTH")
        master.expect(int(stream["AVERAGE-BANDWIDTH"]) <= int(stream["BANDWIDTH"]), "4.4.6.2", f"{uri} takes more on average than at most")
        master.expect("CODECS" in stream and "RESOLUTION" in stream and "VIDEO-RANGE" in stream, "4.4.6.2", f"{uri} does not say what it is")
        codings = stream.get("CODECS", "").split(",")
        wanted = 1 + ("AUDIO" in stream) + ("SUBTITLES" in stream and any(m["URI"].startswith("text") for m in groups.get(("SUBTITLES", stream["SUBTITLES"]), [])))
        master.expect(len(codings) >= wanted and len(set(codings)) == len(codings), "4.4.6.2", f"{uri} has the codings {codings}")
    pictures = [media[uri] for uri in dict.fromkeys(addresses)]
    # Section 6.2.4: matching content has matching times.
    for other in pictures[1:]:
        same = len(other.lengths) == len(pictures[0].lengths) and all(abs(a - b) < 0.005 for a, b in zip(other.lengths, pictures[0].lengths))
        master.expect(same, "6.2.4", f"{other.path.name} is cut elsewhere than {pictures[0].path.name}")
    for tag in frames:
        playlist = media.get(tag["URI"])
        if playlist is not None:
            master.expect(playlist.iframes, "4.4.6.3", f"{tag['URI']} is not of key frames only")
            master.expect(playlist.peak() <= int(tag["BANDWIDTH"]) + 0.001, "4.4.6.3", f"{tag['URI']} takes more than its BANDWIDTH")
    for tag in master.all("EXT-X-IMAGE-STREAM-INF"):
        images = Media(folder / tag["URI"])
        found += images.found
        master.expect(len(images.all("EXT-X-IMAGES-ONLY")) == 1 and len(images.all("EXT-X-TILES")) == len(images.sizes), "images", "does not say where the tiles are")
        master.expect(not images.keyed and images.peak() <= int(tag["BANDWIDTH"]) + 0.001, "images", f"{tag['URI']} takes more than its BANDWIDTH")
    session = [str(sorted(tag.items())) for tag in master.all("EXT-X-SESSION-KEY")]
    master.expect(len(set(session)) == len(session), "4.4.6.5", "has a session key twice")
    master.expect(all(tag["METHOD"] != "NONE" for tag in master.all("EXT-X-SESSION-KEY")), "4.4.6.5", "has a session key of no method")
    master.expect(not independent or all(playlist.all("EXT-X-INDEPENDENT-SEGMENTS") or playlist.iframes or "text" in playlist.path.name for playlist in media.values()),
                  "4.4.2.1", "calls segments independent that their own playlists do not")
    return found
