#!/usr/bin/env python3
"""A published manifest in the eyes of a stranger: its own CBOR reader, OpenSSL's command line for the signature, and the
gateway's store for the bytes that the manifest vouches for. The reader proves itself on the standards' examples first."""

import base64
import hashlib
import pathlib
import subprocess
import tempfile

from keyreel import DATA, check, cli, clip, down, folder, must


class Tag:
    def __init__(self, number, value):
        self.number, self.value = number, value


def head(data, at):
    major, info = data[at] >> 5, data[at] & 31
    if info < 24:
        return major, info, at + 1
    assert 24 <= info <= 27, "definite lengths only"
    size = 1 << (info - 24)
    return major, int.from_bytes(data[at + 1:at + 1 + size], "big"), at + 1 + size


def item(data, at):
    """One item of RFC 8949 and where the next begins."""
    major, number, at = head(data, at)
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major in (2, 3):
        assert at + number <= len(data), "strings end inside"
        piece = bytes(data[at:at + number])
        return (piece if major == 2 else piece.decode()), at + number
    if major == 4:
        items = []
        for _ in range(number):
            value, at = item(data, at)
            items.append(value)
        return items, at
    if major == 5:
        pairs, last = {}, b""
        for _ in range(number):
            begin = at
            key, at = item(data, at)
            assert key not in pairs and data[begin:at] > last, "keys are sorted and come once (section 4.2.1)"
            last = data[begin:at]
            pairs[key], at = item(data, at)
        return pairs, at
    if major == 6:
        value, at = item(data, at)
        return Tag(number, value), at
    return {20: False, 21: True, 22: None}[number], at


def decode(data):
    value, end = item(data, 0)
    assert end == len(data), "nothing behind it"
    return value


def string(major, data):
    size = len(data)
    if size < 24:
        return bytes([major << 5 | size]) + data
    width = 0 if size < 256 else 1 if size < 65536 else 2
    return bytes([major << 5 | 24 + width]) + size.to_bytes(1 << width, "big") + data


def signed_bytes(protected, payload):
    """Sig_structure of RFC 9052 section 4.4."""
    return b"\x84" + string(3, b"Signature1") + string(2, protected) + string(2, b"") + string(2, payload)


def openssl_accepts(public_der, message, signature, *options):
    with tempfile.TemporaryDirectory() as where:
        where = pathlib.Path(where)
        (where / "key").write_bytes(public_der)
        (where / "message").write_bytes(message)
        (where / "signature").write_bytes(signature)
        done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", where / "key",
                               "-rawin", "-in", where / "message", "-sigfile", where / "signature", *options],
                              capture_output=True, text=True)
        return done.returncode == 0


def ed25519(key):  # RFC 8410
    return bytes.fromhex("302a300506032b6570032100") + key


def p256(x, y):  # RFC 5480
    return bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004" + x + y)


def der_signature(raw):
    def integer(part):
        part = part.lstrip(b"\0")
        part = b"\0" + part if part[0] & 0x80 else part
        return b"\x02" + bytes([len(part)]) + part
    body = integer(raw[:32]) + integer(raw[32:])
    return b"\x30" + bytes([len(body)]) + body


def key_of(did):
    """The Ed25519 key of a did:key: multibase base58btc of 0xed 0x01 and the key."""
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    assert did.startswith("did:key:z")
    number = 0
    for letter in did[len("did:key:z"):]:
        number = number * 58 + alphabet.index(letter)
    raw = number.to_bytes(34, "big")
    assert raw[:2] == b"\xed\x01"
    return raw[2:]


def examples_of_the_standards():
    """(name, COSE_Sign1, x, y): RFC 9052 C.2.1 with the key of C.7.1, RFC 8392 A.3 with the key of A.2.3."""
    yield ("RFC 9052 C.2.1",
           "d28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac34cc6b23d58fef5c083106"
           "c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36",
           "bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff",
           "20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e")
    yield ("RFC 8392 A.3",
           "d28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572"
           "696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b715840542"
           "7c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c5"
           "7209120e1c9e30",
           "143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f",
           "60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9")


for name, text, x, y in examples_of_the_standards():
    message = decode(bytes.fromhex(text))
    protected, _, payload, signature = message.value
    sign_input = signed_bytes(protected, payload)
    check(message.number == 18 and openssl_accepts(p256(x, y), sign_input, der_signature(signature), "-digest", "sha256"),
          f"the reader of this test takes the example of {name}")
    check(not openssl_accepts(p256(x, y), sign_input + b"x", der_signature(signature), "-digest", "sha256"),
          "and nothing else")

with folder() as work:
    maker = must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")["identity"]["account"]
    link = must(cli("publish", clip(work, seconds=9), "--title", "Vouched for", "--access", "granted"), "a film is published")[
        "link"]
    blobs = {path.name: path for path in (DATA / "network" / "gateway" / "data" / "store" / "blobs").rglob("*")
             if path.is_file()}
    manifests = [path for path in blobs.values() if path.read_bytes()[:2] == b"\xd2\x84"]
    check(len(manifests) == 1, "the gateway holds one manifest")
    raw = manifests[0].read_bytes()

    message = decode(raw)
    check(isinstance(message, Tag) and message.number == 18 and len(message.value) == 4, "it is a tagged COSE_Sign1")
    protected, unprotected, payload, signature = message.value
    header = decode(protected)
    check(set(header) == {1, 4} and header[1] == -8 and unprotected == {}, "EdDSA and the key are protected, nothing else")
    check(header[4] == key_of(maker), "the key is the maker's account")
    public = ed25519(key_of(maker))
    sign_input = signed_bytes(protected, payload)
    check(openssl_accepts(public, sign_input, signature), "OpenSSL takes the signature over the Sig_structure")
    check(not openssl_accepts(public, sign_input[:-1] + bytes([sign_input[-1] ^ 1]), signature), "of these bytes only")
    check(not openssl_accepts(public, payload, signature), "and not over the payload alone")

    domain, manifest = decode(payload)
    check(domain == "keyreel/manifest/v1" and manifest["title"] == "Vouched for" and manifest["grantedOnly"] is True,
          "it is this film's manifest")
    check(manifest["access"] == 0, "granted without a price")
    sold = must(cli("publish", clip(work, seconds=2, name="sold.mp4"), "--title", "Sold", "--access", "buy-once", "--price",
                    "4.5", "--currency", "USDC"), "a film with a price is published")["link"]
    raws = [path.read_bytes() for path in (DATA / "network" / "gateway" / "data" / "store" / "blobs").rglob("*")
            if path.is_file()]
    offered = [decode(decode(one).value[2])[1] for one in raws if one[:2] == b"\xd2\x84" and one != raw]
    check([(one["title"], one["access"], one["grantedOnly"]) for one in offered] == [("Sold", 1, True)],
          "and its signed manifest says that it is bought")
    must(cli("open", sold), "its maker opens it: manifest and rights log name the same access")
    check(manifest["contentId"].hex() == link.rsplit("/", 1)[1], "with the link's content id")
    check(len(manifest["tracks"]) == 2, "picture and sound")
    for track in manifest["tracks"]:
        content = blobs[track["file"]["cid"]].read_bytes()
        check(len(content) == track["file"]["size"] and set(track["file"]) == {"name", "size", "cid"},
              f"{track['label']}: the gateway has as many bytes as the manifest says")
        at = track["initSize"]
        check(hashlib.sha256(content[:at]).digest() == track["initSha256"], "its beginning")
        for offset, size, _, digest in track["segments"]:
            assert offset == at and hashlib.sha256(content[at:at + size]).digest() == digest, "a segment differs"
            at += size
        check(at == len(content) and len(track["segments"]) >= 2, "and each of its segments, without a gap")
        check(track["kid"] in content, "it is protected under the key id that the manifest names")
        if len(content) <= 256 * 1024:  # One block: the CID is its digest (CIDv1, raw, sha2-256).
            digest = b"\x01\x55\x12\x20" + hashlib.sha256(content).digest()
            check(track["file"]["cid"] == "b" + base64.b32encode(digest).decode().lower().rstrip("="), "under its own CID")
    tier = manifest["tiers"][0]
    check((tier["threshold"], len(tier["nodes"]), len(tier["shares"])) == (2, 3, 3), "two of three key nodes open it")
    check(sorted(share["x"] for share in tier["shares"]) == [1, 2, 3] and
          len({share["commitment"] for share in tier["shares"]}) == 3, "each share has a commitment of its own")
    down()
print("all of it happened")
