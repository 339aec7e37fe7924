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
    const auto place = placeOf(context, wish.link);
    if (!place) return console.failed(place.error());
    studio::ResealReport report;
    const Status done = studio::resealFilm(
        *place->session, place->link,
        [&] { return studio::chooseNodes(*place->session, wish.nodes, wish.threshold, context.stop); },
        context.stop, report,
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

void addResealCommand(Command app, Context& context, Action& action) {
    auto wish = std::make_shared<Wish>();
    const Command command = app.addSubcommand(
        "reseal", "Split the key of a film of yours anew: for other key nodes, or another threshold");
    command.addOption("LINK", wish->link).required();
    command.addOption(
        "--nodes", wish->nodes,
        "Key nodes that shall hold it, https://HOST[:PORT] each, at most 16; without it: your network's");
    command.addOption("--threshold", wish->threshold, "How many key nodes it takes to open the film")
        .between(1, 16);
    command.callback([=, &context, &action] { action = [=, &context] { return reseal(context, *wish); }; });
}

}  // namespace keyreel::cli
