#include <chrono>

#include "app/cli/commands.h"
#include "core/base/file.h"
#include "core/identity/account_id.h"
#include "core/studio/access.h"
#include "core/studio/trade.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

struct TradeArguments {
    std::string link;
    std::string account;
    std::string file;
    std::uint32_t supply = 0;
    std::uint32_t days = 30;
    std::uint16_t units = 0;
};

int order(const Context& context, const TradeArguments& arguments) {
    const Console console = context.console();
    auto place = placeOf(context, arguments.link);
    if (!place) return console.failed(place.error());
    auto bytes = studio::orderAccess(*place->session, place->link, context.stop);
    if (!bytes) return console.failed(bytes.error());
    if (const auto written = writeFileAtomically(arguments.file, *bytes); !written)
        return console.failed(written.error());
    console.line("Signed. Give " + arguments.file + " to the maker or seller; it serves one grant.");
    return console.done({{"order", arguments.file}});
}

int sell(const Context& context, const TradeArguments& arguments) {
    const Console console = context.console();
    auto bytes = readFile(arguments.file, rights::kMaxOrderBytes);
    if (!bytes) return console.failed(bytes.error());
    auto place = placeOf(context, arguments.link);
    if (!place) return console.failed(place.error());
    auto buyer = studio::sellAccess(*place->session, place->link, *bytes, context.stop);
    if (!buyer) return console.failed(buyer.error());
    console.line(identity::toDidKey(*buyer) + " may open it now.");
    return console.done({{"account", identity::toDidKey(*buyer)}});
}

/// The three acts that name another account.
int act(const Context& context, const TradeArguments& arguments, const std::string& name) {
    const Console console = context.console();
    auto account = studio::parseAccount(arguments.account);
    if (!account) return console.failed(account.error());
    auto place = placeOf(context, arguments.link);
    if (!place) return console.failed(place.error());
    const auto& session = *place->session;
    const Status done =
        name == "transfer" ? studio::transferAccess(session, place->link, *account, context.stop)
        : name == "delegate"
            ? studio::delegateSale(session, place->link, *account, arguments.supply,
                                   std::int64_t{86400} * arguments.days, context.stop)
            : studio::transferRoyalty(session, place->link, *account, arguments.units, context.stop);
    if (!done) return console.failed(done.error());
    console.line("Signed and in the log.");
    return console.done({{"account", identity::toDidKey(*account)}});
}

int holders(const Context& context, const TradeArguments& arguments) {
    const Console console = context.console();
    auto place = placeOf(context, arguments.link);
    if (!place) return console.failed(place.error());
    auto found = studio::holdersOf(*place->session, place->link, context.stop);
    if (!found) return console.failed(found.error());
    const auto& terms = found->record.terms;
    console.line("Maker: " + identity::toDidKey(found->record.mint.creator));
    if (!terms.currency.empty()) console.line("Price: " + terms.price + " " + terms.currency);
    console.line("Editions: " + std::to_string(found->record.granted) + " of " +
                 std::to_string(terms.supply) + " held");
    json rows = json::array();
    for (const auto& holder : found->holders) {
        console.line("  " + identity::toDidKey(holder.account));
        json before = json::array();
        for (const auto& past : holder.holding.before)
            before.push_back({{"account", identity::toDidKey(past.account)}, {"until", past.until}});
        rows.push_back({{"account", identity::toDidKey(holder.account)},
                        {"since", holder.holding.since},
                        {"before", std::move(before)}});
    }
    json sellers = json::array();
    for (const auto& [account, delegation] : found->sellers) {
        console.line("Seller: " + identity::toDidKey(account) + ", " + std::to_string(delegation.used) +
                     " of " + std::to_string(delegation.supply) + " sold");
        sellers.push_back({{"account", identity::toDidKey(account)},
                           {"supply", delegation.supply},
                           {"used", delegation.used},
                           {"notAfter", delegation.notAfter}});
    }
    json royalties = json::object();
    for (const auto& [account, units] : found->record.royalties) {
        console.line("Royalties: " + std::to_string(units) + "/1000 " + identity::toDidKey(account));
        royalties[identity::toDidKey(account)] = units;
    }
    return console.done({{"creator", identity::toDidKey(found->record.mint.creator)},
                         {"price", terms.price},
                         {"currency", terms.currency},
                         {"editions", terms.supply},
                         {"held", found->record.granted},
                         {"holders", std::move(rows)},
                         {"sellers", std::move(sellers)},
                         {"royalties", std::move(royalties)}});
}

/// `day`: since 1 January 1970, UTC.
std::string dateOf(std::int64_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto padded = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + padded(static_cast<unsigned>(date.month())) +
           "-" + padded(static_cast<unsigned>(date.day()));
}

int openings(const Context& context, const TradeArguments& arguments) {
    const Console console = context.console();
    auto place = placeOf(context, arguments.link);
    if (!place) return console.failed(place.error());
    const auto days = studio::openingsOf(*place->session, place->link, context.stop);
    if (!days) return console.failed(days.error());
    if (days->empty()) console.line("Nobody has opened it yet, as far as its gateway saw.");
    json rows = json::array();
    for (const auto& each : *days) {
        console.line(dateOf(each.day) + "  " + std::to_string(each.openings));
        rows.push_back({{"day", dateOf(each.day)}, {"openings", each.openings}});
    }
    return console.done({{"days", std::move(rows)}});
}

}  // namespace

void addTradeCommands(Command app, Context& context, Action& action) {
    auto arguments = std::make_shared<TradeArguments>();
    const auto command = [&](const char* name, const char* what) {
        const Command added = app.addSubcommand(name, what);
        added.addOption("LINK", arguments->link).required();
        return added;
    };
    const Command orderCommand = command("order", "Sign an order for a film that is sold, at its price");
    orderCommand.addOption("FILE", arguments->file, "Where the order goes").required();
    orderCommand.callback(
        [=, &context, &action] { action = [=, &context] { return order(context, *arguments); }; });
    const Command sellCommand = command("sell", "Let the buyer who signed an order open the film");
    sellCommand.addOption("ORDER", arguments->file, "The buyer's order").required();
    sellCommand.callback(
        [=, &context, &action] { action = [=, &context] { return sell(context, *arguments); }; });
    const Command transfer = command("transfer", "Give your access to a film away");
    const Command delegate = command("delegate", "Let a seller grant against orders in your place");
    delegate.addOption("--supply", arguments->supply, "Grants they may make in all; 0 ends it").required();
    delegate.addOption("--days", arguments->days, "For how long").between(1, 3650).showDefault();
    const Command royalty = command("royalty", "Give units of your royalties away");
    royalty.addOption("--units", arguments->units, "Thousandths").required().between(1, 1000);
    for (const Command each : {transfer, delegate, royalty}) {
        each.addOption("ACCOUNT", arguments->account, "did:key:z6Mk...").required();
        each.callback([=, &context, &action] {
            action = [=, &context] { return act(context, *arguments, each.name()); };
        });
    }
    const Command holdersCommand =
        command("holders", "Who holds what of a film: access, editions, royalties");
    holdersCommand.callback(
        [=, &context, &action] { action = [=, &context] { return holders(context, *arguments); }; });
    const Command openingsCommand =
        command("openings", "How often a film of yours was opened, by day (UTC), as its gateway saw it");
    openingsCommand.callback(
        [=, &context, &action] { action = [=, &context] { return openings(context, *arguments); }; });
}

}  // namespace keyreel::cli
