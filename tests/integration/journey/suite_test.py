#!/usr/bin/env python3
"""A film is published with suite 2 required, opened by suite 2 over post-quantum TLS, and sealed anew under the same suite.
Where OpenSSL has no suite 2, publishing says so and nothing is published."""

import pathlib
import subprocess
import sys

from keyreel import check, cli, clip, folder, must

version = subprocess.run([sys.argv[1] + "/keyreel-cli", "--version"], check=True, capture_output=True, text=True).stdout
print(version)
check("1 (X25519, Ed25519)" in version and "OpenSSL" in version, "the program says which suites it has")
here = "2 (X-Wing, ML-DSA-65)" in version

with folder() as work:
    film = clip(pathlib.Path(work), seconds=2)
    must(cli("identity", "create", "--name", "Mara"), "the maker has an identity")
    wanted = cli("publish", film, "--title", "For long", "--suite", "2")
    if not here:
        check(wanted.code == "suite_unavailable", f"without suite 2 publishing says so ({wanted.code})")
    else:
        link = must(wanted, "a film is published that suite 2 alone opens")["link"]
        report = must(cli("open", link), "it opens")["open"]
        check(report["suite"] == 2, f"by suite 2 ({report['suite']})")
        agreed = {node["keyAgreement"] for node in report["nodes"] if node["code"] == "released"}
        check(agreed == {"X25519MLKEM768"} and report["gatewayKeyAgreement"] == "X25519MLKEM768",
              f"over post-quantum TLS ({agreed}, {report['gatewayKeyAgreement']})")
        must(cli("reseal", link), "its key is sealed anew")
        ann = must(cli("identity", "create", "--name", "Ann", profile="ann"), "a viewer has an identity")["identity"]["account"]
        report = must(cli("open", link, profile="ann"), "she opens it")["open"]
        check(report["suite"] == 2, "by suite 2, her device signing twice")
        must(cli("open", link, profile="ann"), "and again, without another registration")
        proof = pathlib.Path(work) / "opening.proof"
        must(cli("proof", "export", proof, profile="ann"), "she exports how it opened")
        must(cli("proof", "verify", proof, profile="ann"), "which anyone can verify")
        must(cli("revoke", link, ann), "the maker revokes her, signing twice")
        check(cli("open", link, profile="ann").code == "no_access", "and no node lets her in")
        kit, password = pathlib.Path(work) / "mara.keyreel-kit", "seven grey herons wait\n"
        must(cli("identity", "kit", "create", kit, text=password), "the maker makes a recovery kit")
        must(cli("identity", "kit", "restore", kit, "--device", "Laptop", profile="again", text=password), "and restores it elsewhere")
        must(cli("open", link, profile="again"), "where the account's words are signed twice, too")
        log = must(cli("log", "verify"), "the log holds together")
        check(log["idle"] == 0 and log["halfChecked"] == 0, "every statement of it counts, with both signatures")
        check(must(cli("open", link), "it opens again")["open"]["suite"] == 2, "by suite 2, as required for ever")
    usual = must(cli("publish", film, "--title", "For now"), "a film of suite 1 is published")["link"]
    report = must(cli("open", usual), "and opens")["open"]
    check(report["suite"] == 1, "by suite 1")
    check(report["gatewayKeyAgreement"] == ("X25519MLKEM768" if here else "x25519"), "over the best TLS that both ends have")
print("all of it happened")
