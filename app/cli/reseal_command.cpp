#include "app/cli/commands.h"
#include "app/cli/node_warnings.h"
#include "app/cli/open_report.h"
#include "core/identity/account_id.h"
#include "core/studio/reseal.h"

namespace keyreel::cli {
namespace {

using nlohmann::json;

int reseal(const Context& context, const std::string& text, const studio::ResealRequest& request) {
    const Console console = context.console();
    const auto link = studio::Link::parse(text);
    if (!link) return console.failed(link.error());
    auto work = beginWork(context);
    if (!work) return console.failed(work.error());
    auto there = studio::sessionAt(*work->session, *link, context.stop);
    if (!there) return console.failed(there.error());
    const auto done = studio::resealFilm(**there, *link, request, context.stop, [&](std::string_view step) {
        console.event("  " + std::string(step), {{"step", step}});
    });
    if (!done) return console.failed(done.error());
    sayNodes(console, done->after);
    json warnings = warnOfNodes(console, done->nodes);
    console.line("The film's key is sealed anew; the shares of before open nothing any more.");
    json nodes = json::array();
    for (const auto& node : done->nodes.nodes)
        nodes.push_back({{"name", node.name}, {"url", node.url}, {"operator", node.operatorName}});
    return console.done({{"threshold", done->nodes.threshold},
                         {"nodes", std::move(nodes)},
                         {"revision", done->revision},
                         {"open", openReportJson(done->after)},
                         {"warnings", std::move(warnings)}});
}

}  // namespace

void addResealCommand(CLI::App& app, Context& context, Action& action) {
    auto link = std::make_shared<std::string>();
    auto request = std::make_shared<studio::ResealRequest>();
    CLI::App* command = app.add_subcommand(
        "reseal", "Split the key of a film of yours anew: for other key nodes, or another threshold");
    command->add_option("LINK", *link)->required();
    command->add_option(
        "--nodes", request->nodes,
        "Key nodes that shall hold it, https://HOST[:PORT] each, at most 16; without it: your network's");
    command->add_option("--threshold", request->threshold, "How many key nodes it takes to open the film")
        ->check(CLI::Range(1, 16));
    command->callback(
        [=, &context, &action] { action = [=, &context] { return reseal(context, *link, *request); }; });
}

}  // namespace keyreel::cli
