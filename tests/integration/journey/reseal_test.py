#!/usr/bin/env python3
"""A key node goes away for good: the maker seals the film's key anew, and whoever has the link watches on. What opened before opens
nothing any more, and a change that cannot be made leaves the film as it was."""

import os

from keyreel import check, cli, clip, folder, must, source_hashes
from servers import gateway as start_gateway
from servers import node

with folder() as work:
    gateway = start_gateway(work)
    porto, oslo, lima, cork = (node(work, name, gateway) for name in ("Porto", "Oslo", "Lima", "Cork"))
    maker = os.environ["XDG_DATA_HOME"]
    viewer = {"XDG_DATA_HOME": f"{work}/another-computer", "SSL_CERT_FILE": f"{work}/authorities.pem"}
    film = clip(work)
    must(cli("identity", "create", "--name", "Mara"), "an identity")
    must(cli("network", "use", gateway.url, "--authority", f"{work}/authorities.pem",
             *[argument for each in (porto, oslo, lima) for argument in ("--node", each.url)]), "three key nodes of four")
    link = must(cli("publish", film, "--title", "Hollow lake"), "a film is published")["link"]

    def watch(what):
        """As the viewer on the other computer; who released."""
        os.environ.update(viewer)
        opened = must(cli("open", link, "--frames", "24", profile="viewer"), what)
        check(opened["decoded"]["sha256"] == source_hashes(film, 24), "with the maker's pictures")
        os.environ["XDG_DATA_HOME"] = maker
        return {row["name"]: row["code"] for row in opened["open"]["nodes"]}

    os.environ.update(viewer)
    must(cli("identity", "create", "--name", "Ann", profile="viewer"), "a viewer on another computer")
    check(cli("reseal", link, profile="viewer").code == "not_creator", "nobody but the maker seals a film anew")
    os.environ["XDG_DATA_HOME"] = maker
    check(set(watch("opens it")) == {"Porto", "Oslo", "Lima"}, "through the nodes that the maker chose")

    porto.kill()
    check(cli("reseal", link, "--nodes", oslo.url, "--threshold", "2").code == "node_set_invalid", "2 of 1 is none")
    arguments = [argument for each in (oslo, lima, cork) for argument in ("--nodes", each.url)]
    sealed = must(cli("reseal", link, *arguments), "one node is gone, another takes its place")
    check((sealed["threshold"], [row["name"] for row in sealed["nodes"]], sealed["revision"]) ==
          (2, ["Oslo", "Lima", "Cork"], 1), f"by the film's first update ({sealed.value})")
    check([row["code"] for row in sealed["open"]["nodes"]].count("released") >= 2, "and the new ones gave the key back")
    check(set(watch("the viewer's link still opens")) == {"Oslo", "Lima", "Cork"}, "now through them")

    lima.kill()
    seen = watch("also when one of the old nodes goes, too")
    check(seen["Oslo"] == seen["Cork"] == "released", f"by one old and one new share ({seen})")
    oslo.kill()
    refused = cli("reseal", link, "--nodes", cork.url, "--threshold", "1")
    check(refused.code == "too_few_nodes", f"one share alone seals nothing anew ({refused.value})")
    oslo.start()
    lima.start()
    sealed = must(cli("reseal", link, *arguments, "--threshold", "3"), "all three shall be needed")
    check((sealed["threshold"], sealed["revision"]) == (3, 2), f"which is its second update ({sealed.value})")
    check(set(watch("the viewer's link opens").values()) == {"released"}, "through all of them")
    cork.kill()
    os.environ.update(viewer)
    refused = cli("open", link, "--frames", "1", profile="viewer")
    check(refused.code == "too_few_nodes", f"and through no two of them ({refused.value})")
    os.environ["XDG_DATA_HOME"] = maker

    cork.start()
    os.environ.update(viewer)
    ann = must(cli("identity", "show", profile="viewer"), "the viewer's account")["identity"]["account"]
    os.environ["XDG_DATA_HOME"] = maker
    revoked = must(cli("revoke", link, ann), "the viewer is shut out")
    check({row["name"] for row in revoked["nodes"]} == {"Oslo", "Lima", "Cork"}, f"at the new nodes ({revoked.value})")
    must(cli("unpublish", link), "it is unpublished")
    check(cli("reseal", link).code == "asset_unpublished", "and then takes no change")
    for server in (cork, lima, oslo, gateway):
        server.stop()
print("all of it happened")
