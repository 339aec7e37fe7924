#include "app/cli/commands.h"
#include "app/cli/node_warnings.h"
#include "app/cli/open_report.h"
#include "core/identity/account_id.h"
#include "core/studio/node_choice.h"
#include "core/studio/reseal.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

struct Wish {
    std::string link;
    std::vector<std::string> nodes;
    std::optional<unsigned> threshold;
};

int reseal(const Context& context, const Wish& wish) {
    const Console console = context.console();
    const auto link = studio::Link::parse(wish.link);
    if (!link) return console.failed(link.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    studio::ResealReport report;
    const Status done = studio::resealFilm(
        **there, *link,
        [&] { return studio::chooseNodes(**there, wish.nodes, wish.threshold, context.stop); }, context.stop,
        report,
        [&](studio::ResealStep step) {
            console.event("  " + std::string(studio::wordOf(step)), {{"step", studio::wordOf(step)}});
        });
    sayNodes(console, report.revision == 0 ? report.before : report.after);
    if (!done) return console.failed(done.error());
    json warnings = warnOfNodes(console, report.nodes);
    console.line("The film's key is sealed anew; the shares of before open nothing any more.");
    json nodes = json::array();
    for (const auto& node : report.nodes.nodes)
        nodes.push_back({{"name", node.name}, {"url", node.url}, {"operator", node.operatorName}});
    return console.done({{"threshold", report.nodes.threshold},
                         {"nodes", std::move(nodes)},
                         {"revision", report.revision},
                         {"open", openReportJson(report.after)},
                         {"warnings", std::move(warnings)}});
}

}  // namespace

void addResealCommand(CLI::App& app, Context& context, Action& action) {
    auto wish = std::make_shared<Wish>();
    CLI::App* command = app.add_subcommand(
        "reseal", "Split the key of a film of yours anew: for other key nodes, or another threshold");
    command->add_option("LINK", wish->link)->required();
    command->add_option(
        "--nodes", wish->nodes,
        "Key nodes that shall hold it, https://HOST[:PORT] each, at most 16; without it: your network's");
    command->add_option("--threshold", wish->threshold, "How many key nodes it takes to open the film")
        ->check(CLI::Range(1, 16));
    command->callback([=, &context, &action] { action = [=, &context] { return reseal(context, *wish); }; });
}

}  // namespace keyreel::cli
