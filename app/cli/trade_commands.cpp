#include "app/cli/commands.h"
#include "core/base/file.h"
#include "core/identity/account_id.h"
#include "core/studio/access.h"
#include "core/studio/trade.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxOrderFile = 4096;

struct TradeArguments {
    std::string link;
    std::string account;
    std::string file;
    std::uint32_t supply = 0;
    std::uint32_t days = 30;
    std::uint16_t units = 0;
};

/// Work at the gateway that the link names.
struct Place {
    Work work;
    studio::Link link;
    std::shared_ptr<studio::Session> session;
};

Result<Place> placeOf(const Context& context, const std::string& linkText) {
    KEYREEL_TRY(const auto link, studio::Link::parse(linkText));
    KEYREEL_TRY(auto work, beginWork(context));
    KEYREEL_TRY(auto there, studio::sessionAt(*work.session, link, context.stop));
    return Place{std::move(work), link, std::move(there)};
}

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
    auto bytes = readFile(arguments.file, kMaxOrderFile);
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
                         {"royalties", std::move(royalties)}});
}

}  // namespace

void addTradeCommands(CLI::App& app, Context& context, Action& action) {
    auto arguments = std::make_shared<TradeArguments>();
    const auto command = [&](const char* name, const char* what) {
        CLI::App* added = app.add_subcommand(name, what);
        added->add_option("LINK", arguments->link)->required();
        return added;
    };
    CLI::App* orderCommand = command("order", "Sign an order for a film that is sold, at its price");
    orderCommand->add_option("FILE", arguments->file, "Where the order goes")->required();
    orderCommand->callback(
        [=, &context, &action] { action = [=, &context] { return order(context, *arguments); }; });
    CLI::App* sellCommand = command("sell", "Let the buyer who signed an order open the film");
    sellCommand->add_option("ORDER", arguments->file, "The buyer's order")->required();
    sellCommand->callback(
        [=, &context, &action] { action = [=, &context] { return sell(context, *arguments); }; });
    CLI::App* transfer = command("transfer", "Give your access to a film away");
    CLI::App* delegate = command("delegate", "Let a seller grant against orders in your place");
    delegate->add_option("--supply", arguments->supply, "Grants they may make in all; 0 ends it")->required();
    delegate->add_option("--days", arguments->days, "For how long")
        ->check(CLI::Range(1U, 3650U))
        ->capture_default_str();
    CLI::App* royalty = command("royalty", "Give units of your royalties away");
    royalty->add_option("--units", arguments->units, "Thousandths")->required()->check(CLI::Range(1, 1000));
    for (CLI::App* each : {transfer, delegate, royalty}) {
        each->add_option("ACCOUNT", arguments->account, "did:key:z6Mk...")->required();
        each->callback([=, &context, &action] {
            action = [=, &context] { return act(context, *arguments, each->get_name()); };
        });
    }
    CLI::App* holdersCommand = command("holders", "Who holds what of a film: access, editions, royalties");
    holdersCommand->callback(
        [=, &context, &action] { action = [=, &context] { return holders(context, *arguments); }; });
}

}  // namespace keyreel::cli
