#!/usr/bin/env python3
"""A film is sold, by its maker and by a seller; passed on; taken back. Prices, editions and royalties are exact."""

import pathlib

from keyreel import check, cli, clip, down, folder, must

with folder() as work:
    work = pathlib.Path(work)
    film = clip(work)
    people = {}
    for name in ("maker", "seller", "ann", "bob"):
        people[name] = must(cli("identity", "create", "--name", name.title(), profile=name), f"{name} has an identity")[
            "identity"]["account"]

    def publish(*more):
        return cli("publish", film, "--title", "Tide", *more)

    check(publish("--access", "buy-once", "--price", "4.1234567", "--currency", "USDC").code == "price_decimals",
          "a price has no more decimals than its currency")
    check(publish("--access", "buy-once", "--price", "4.5", "--currency", "EUR").code == "price_currency",
          "a currency that no log knows is refused")
    check(publish("--access", "free", "--price", "4.5", "--currency", "USDC").code == "offer_invalid",
          "a free film has no price")
    check(publish("--royalty", people["maker"] + "=900", "--royalty", people["seller"] + "=99").code == "royalty_total",
          "999 units of royalties are not 1000")

    link = must(publish("--access", "buy-and-resell", "--price", "04.50", "--currency", "USDC", "--editions", "2",
                        "--royalty", people["maker"] + "=900", "--royalty", people["seller"] + "=100"),
                "a film is put on sale")["link"]
    state = must(cli("holders", link), "everyone may see its terms")
    check((state["price"], state["currency"], state["editions"], state["held"]) == ("4.5", "USDC", 2, 0), "as they are")
    check(state["royalties"] == {people["maker"]: 900, people["seller"]: 100}, "with the royalties as they were split")

    check(cli("open", link, profile="ann").code == "no_access", "nobody opens it unpaid")
    check(cli("grant", link, people["ann"]).code == "order_missing", "nor does the maker grant without an order")
    order = work / "ann.order"
    must(cli("order", link, order, profile="ann"), "Ann signs an order")
    check(cli("sell", link, order, profile="seller").code == "not_creator", "a seller without a delegation sells nothing")
    changed = work / "changed.order"
    changed.write_bytes(order.read_bytes()[:-1] + bytes([order.read_bytes()[-1] ^ 1]))
    check(cli("sell", link, changed).code == "statement_bad_signature", "a changed order is none")
    must(cli("sell", link, order), "the maker sells to her")
    must(cli("open", link, profile="ann"), "she opens it")
    # Within the same second the second sale is the very statement that the log has.
    check(cli("sell", link, order).code in ("grant_duplicate", "order_used", "statement_duplicate"), "an order serves once")
    check(must(cli("holders", link), "the log is asked")["held"] == 1, "and one edition is held")

    check(cli("delegate", link, people["seller"], "--supply", "1", profile="ann").code == "not_creator",
          "only the maker names a seller")
    must(cli("delegate", link, people["seller"], "--supply", "1", "--days", "7"), "the maker names one")
    must(cli("order", link, work / "bob.order", profile="bob"), "Bob signs an order")
    must(cli("sell", link, work / "bob.order", profile="seller"), "the seller sells to him")
    must(cli("open", link, profile="bob"), "he opens it")
    must(cli("order", link, work / "seller.order", profile="seller"), "the seller orders, too")
    sellers = must(cli("holders", link), "the log names him")["sellers"]
    check([(row["account"], row["supply"], row["used"]) for row in sellers] == [(people["seller"], 1, 1)],
          f"with what he may and did sell ({sellers})")
    check(cli("sell", link, work / "seller.order", profile="seller").code == "delegation_exhausted",
          "but may sell no second one")
    check(cli("sell", link, work / "seller.order").code == "supply_exhausted", "and both editions are held")
    must(cli("delegate", link, people["bob"], "--supply", "3", ahead=40), "a maker whose clock is ahead names another")
    must(cli("delegate", link, people["bob"], "--supply", "0"), "and ends that at once, with the clock put right")
    check([row["supply"] for row in must(cli("holders", link), "the log knows")["sellers"] if row["account"] == people["bob"]]
          == [0], "that he sells no more")

    check(cli("transfer", link, people["seller"], profile="maker").code == "not_holder", "who holds nothing gives nothing away")
    must(cli("transfer", link, people["seller"], profile="bob"), "Bob passes his access on")
    check(cli("open", link, profile="bob").code == "no_access", "it is no longer his")
    must(cli("open", link, profile="seller"), "but the other's")
    rows = {row["account"]: row for row in must(cli("holders", link), "the holders are listed")["holders"]}
    check(set(rows) == {people["ann"], people["seller"]}, "Ann and the seller")
    check([past["account"] for past in rows[people["seller"]]["before"]] == [people["bob"]], "with whose it was before")

    must(cli("revoke", link, people["seller"]), "the maker takes it back")
    check(cli("open", link, profile="seller").code == "no_access", "and it is closed")
    check(cli("transfer", link, people["seller"], profile="ann").code == "grant_revoked", "nobody passes it to them again")

    check(cli("royalty", link, people["bob"], "--units", "101", profile="seller").code == "royalty_missing",
          "nobody gives more royalties away than they have")
    must(cli("royalty", link, people["bob"], "--units", "40", profile="seller"), "the seller gives 40 units away")
    check(must(cli("holders", link), "the log agrees")["royalties"] ==
          {people["maker"]: 900, people["seller"]: 60, people["bob"]: 40}, "and the total is still 1000")
    must(cli("log", "verify"), "the rights log holds together")
    down()
print("all of it happened")
