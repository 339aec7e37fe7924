#include "app/cli/commands.h"
#include "core/studio/lease.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

json leaseJson(const studio::Lease& lease) {
    return {{"link", lease.link},
            {"title", lease.title},
            {"issued", lease.issued},
            {"until", lease.until},
            {"ended", lease.ended}};
}

int take(const Context& context, const std::string& linkText) {
    const Console console = context.console();
    const auto link = studio::Link::parse(linkText);
    if (!link) return console.failed(link.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    const auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    const auto progress = [&](const Progress& so) {
        console.event("  " + bytesText(so.done) + " of " + bytesText(so.total),
                      {{"done", so.done}, {"total", so.total}});
    };
    const auto lease = studio::takeLease(**there, *link, progress, context.stop);
    if (!lease) return console.failed(lease.error());
    const std::int64_t days = (lease->until - context.clock.now() + 43200) / 86400;
    console.line("'" + lease->title + "' can be watched on this device without a network for " +
                 std::to_string(days) + " days: keyreel-cli open --offline LINK");
    return console.done(leaseJson(*lease));
}

int list(const Context& context) {
    const Console console = context.console();
    const auto session = beginOffline(context, {"localhost", 443, {}});
    if (!session) return console.failed(session.error());
    const auto leases = studio::leasesOf(**session);
    if (!leases) return console.failed(leases.error());
    if (leases->empty()) console.line("Nothing is kept for watching offline.");
    json rows = json::array();
    for (const auto& lease : *leases) {
        const std::int64_t left = lease.until - context.clock.now();
        console.line((lease.title.empty() ? "(damaged)" : lease.title) +
                     (lease.ended ? ": ended; renew it with lease take"
                                  : ": " + std::to_string(left / 86400) + " days and " +
                                        std::to_string(left % 86400 / 3600) + " hours left") +
                     "\n  " + lease.link);
        rows.push_back(leaseJson(lease));
    }
    return console.done({{"leases", std::move(rows)}});
}

int drop(const Context& context, const std::string& linkText) {
    const Console console = context.console();
    const auto link = studio::Link::parse(linkText);
    if (!link) return console.failed(link.error());
    const auto session = beginOffline(context, *link);
    if (!session) return console.failed(session.error());
    if (const auto dropped = studio::dropLease(**session, *link); !dropped)
        return console.failed(dropped.error());
    console.line("It is no longer kept here.");
    return console.done({{"link", link->text()}});
}

}  // namespace

void addLeaseCommands(Command app, Context& context, Action& action) {
    auto link = std::make_shared<std::string>();
    const Command lease =
        app.addSubcommand("lease", "Films kept for watching without a network").requireSubcommand();
    const Command takeCommand = lease.addSubcommand(
        "take", "Keep a film on this device for as long as its creator allows; renews one that is here");
    takeCommand.addOption("LINK", *link).required();
    takeCommand.callback([=, &context, &action] { action = [=, &context] { return take(context, *link); }; });
    lease.addSubcommand("list", "What is kept, and until when").callback([&context, &action] {
        action = [&context] { return list(context); };
    });
    const Command dropCommand = lease.addSubcommand("drop", "Give one back and free its space");
    dropCommand.addOption("LINK", *link).required();
    dropCommand.callback([=, &context, &action] { action = [=, &context] { return drop(context, *link); }; });
}

}  // namespace keyreel::cli
