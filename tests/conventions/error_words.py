#!/usr/bin/env python3
"""error_words.py ROOT: every failure that a person may meet in the window has words there in their language.

In English the window says what the engine says, with names and numbers. In other languages a code without words of its
own would be told in English."""

import pathlib
import re
import sys

ROOMS = ("core/adaptive", "core/identity", "core/media", "core/rights", "core/studio", "player")

# Those that no window meets, by why.
UNMET = {
    "mistakes of a program": "bad_argument bad_base58 bad_entropy bad_key_version bad_path bad_seed_size merkle_range "
                             "qr_too_long record_missing",
    "what only strangers' programs write": "cbor_missing cbor_size head_malformed log_entries_mismatch log_entries_missing "
                                           "order_unexpected registration_outdated replica_damaged revocation_kind "
                                           "statement_invalid statement_malformed statement_too_large "
                                           "statement_wrong_signer witness_invalid",
    "told on the command line only": "inputs_several_pictures inputs_too_many_tracks ladder_invalid network_missing no_home "
                                     "plaintext_unsearched port_taken profile_name proof_missing request_invalid",
    "answered by doing something else": "device_in_use media_coding_unusual media_limit media_no_audio media_no_cover "
                                        "media_no_frame media_worker_failed media_worker_gone media_worker_protocol",
}


def codes_of(root):
    codes = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.cpp")):
            for code in re.findall(r'\bfail\(\s*"([a-z0-9_]+)"', path.read_text(encoding="utf-8")):
                codes.setdefault(code, path.relative_to(root))
    return codes


def faults_of(root):
    told = set()
    for path in (root / "ui").rglob("*.cpp"):
        told.update(re.findall(r'"([a-z0-9_]+)"', path.read_text(encoding="utf-8")))
    unmet = {code for codes in UNMET.values() for code in codes.split()}
    codes = codes_of(root)
    faults = [f"{path}: {code} has no words in ui/models/error_words.cpp" for code, path in codes.items()
              if code not in told and code not in unmet]
    faults += [f"{code} is said to be met by no window, but the window has words for it" for code in sorted(unmet & told)]
    faults += [f"{code} is no code any more" for code in sorted(unmet - set(codes))]
    return faults


if __name__ == "__main__":
    found = faults_of(pathlib.Path(sys.argv[1]))
    print("\n".join(found) or "every failure has words")
    sys.exit(1 if found else 0)
